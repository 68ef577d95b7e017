/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finding.h"
#include "bul-source.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* What one file gave: any text gives at least one story, and what is odd about it is a finding. */
typedef struct
{
  BulSource *source;
  GPtrArray *stories;  /* of BulStory */
  GPtrArray *findings; /* of BulFinding */
  gboolean is_xml; /* the file was a story in our own XML: its identity and history came with it */
} BulImport;

/* Files over this many bytes are refused before they are read. */
#define BUL_IMPORT_LIMIT (16u * 1024 * 1024)

/*
 * Reads @bytes as XML of ours where it is called .xml or looks like XML, else as a script. @name is
 * the file's name or %NULL; @encoding %NULL means that it is to be found out.
 *
 * Returns: (transfer full): or %NULL with an error of %BUL_ERROR for what is not text, hostile or
 * not ours.
 */
BulImport *bul_import_bytes (GBytes *bytes, const char *name, const char *encoding, GError **error);

void bul_import_free (BulImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulImport, bul_import_free)

G_END_DECLS
