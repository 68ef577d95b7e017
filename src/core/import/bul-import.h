/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-exchange.h"
#include "bul-finding.h"
#include "bul-source.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* @encoding: %NULL means that it is to be found. @repair: lines that were decoded wrongly are read
 * as what they must have been, and each is told. @changed: a story in our own XML that was changed
 * elsewhere is kept as it reads now, without its history. */
typedef struct
{
  const char *encoding;
  gboolean repair;
  gboolean changed;
} BulImportOptions;

/* What one file gave: any text gives at least one story, and what is odd about it is a finding. */
typedef struct
{
  BulSource *source;
  GPtrArray *stories;   /* of BulStory */
  GPtrArray *findings;  /* of BulFinding */
  GPtrArray *exchanges; /* of BulExchange: for each story, where they come from a translator */
  gboolean is_xml;  /* the file was a story in our own XML: its identity and history came with it */
  gboolean repairs; /* see BulImportOptions */
  gboolean takes_changed;
} BulImport;

/* @name is the file's name or %NULL. */
BulImport *bul_import_new (GBytes *bytes, const char *name);
void bul_import_free (BulImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulImport, bul_import_free)

G_END_DECLS
