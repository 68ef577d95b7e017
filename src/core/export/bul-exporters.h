/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-exporter.h"

G_BEGIN_DECLS

/* All formats, in the order in which they are offered; %NULL at the end. */
extern const BulExporter *const bul_exporters[];

/* Returns: (nullable): the format called @id. */
const BulExporter *bul_exporters_find (const char *id);

G_END_DECLS
