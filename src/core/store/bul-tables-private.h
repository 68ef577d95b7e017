/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Writes every list of @story but its sources and revisions, in the tables below story row @id,
 * which have nothing of it. */
gboolean bul_tables_add (BulDb *db, const BulStory *story, gint64 id, GError **error);

/* Makes those tables hold the lists of @story and nothing else, whoever wrote what is there. Rows
 * that hold what they should stay as they are. */
gboolean bul_tables_update (BulDb *db, const BulStory *story, gint64 id, GError **error);

/* Reads them back into @story, whose lists are empty. */
gboolean bul_tables_load (BulDb *db, BulStory *story, gint64 id, GError **error);

G_END_DECLS
