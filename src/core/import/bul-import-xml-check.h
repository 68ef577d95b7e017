/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * Whether a record, once its element has ended, says all it must, and says it as the schema wants
 * it. What a library or an edit relies on is checked here, so that nothing later has to.
 */
gboolean bul_import_xml_check_record (gconstpointer record, GError **error);

/* Completes what was found wrong with a record: where, what is safe and what to do. */
void bul_import_xml_blame_line (GError **error, guint line);

G_END_DECLS
