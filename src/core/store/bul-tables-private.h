/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Writes every list of @story but its sources and revisions, in the tables below story row @id. */
gboolean bul_tables_save (BulDb *db, const BulStory *story, gint64 id, GError **error);

/* Takes the same rows away. */
gboolean bul_tables_clear (BulDb *db, gint64 id, GError **error);

/* Reads them back into @story, whose lists are empty. */
gboolean bul_tables_load (BulDb *db, BulStory *story, gint64 id, GError **error);

G_END_DECLS
