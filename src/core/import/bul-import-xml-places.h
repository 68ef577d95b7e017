/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A record of the story, and the line of the file where it stands. */
typedef struct
{
  gpointer record;
  guint line;
} BulXmlPlace;

/*
 * Whether the records at @places agree with each other: no key twice, no reference to what is not
 * there, revisions in order. A span whose words stand elsewhere in its block is moved, and one
 * whose words are gone becomes an orphan; that is told in @findings. What belongs to a record comes
 * before it.
 */
gboolean bul_import_xml_check_places (const GArray *places, GPtrArray *findings, GError **error);

G_END_DECLS
