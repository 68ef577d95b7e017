/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-enum.h"
#include "bul-record.h"

G_BEGIN_DECLS

/* What a line of a script is. The list is closed; see data/schema/bulletin-1.rng. */
typedef enum
{
  BUL_BLOCK_HEADER = 1,
  BUL_BLOCK_HEADLINE,
  BUL_BLOCK_STAMP,
  BUL_BLOCK_MARKER,
  BUL_BLOCK_TURN,
  BUL_BLOCK_PARAGRAPH,
  BUL_BLOCK_HANDOFF,
  BUL_BLOCK_SIGNOFF,
  BUL_BLOCK_BITE,
  BUL_BLOCK_CUE,
  BUL_BLOCK_CREDITS,
  BUL_BLOCK_NOTICES,
  BUL_BLOCK_FURNITURE,
} BulBlockKind;

/* The function of a stretch of blocks; NONE where the script has no marks to tell. */
typedef enum
{
  BUL_SECTION_NONE,
  BUL_SECTION_HEAD,
  BUL_SECTION_LEAD,
  BUL_SECTION_REPORT,
  BUL_SECTION_LIVE,
  BUL_SECTION_TALK,
  BUL_SECTION_TAIL,
} BulSection;

extern const char *const bul_block_kind_words[];
extern const char *const bul_section_words[];

/**
 * BulBlock:
 * @key: local key, `b1`, `b2` …; never used again in the story
 * @text: UTF-8 as printed, brackets, labels and quote marks included; never %NULL. Holds U+2028
 *   where one block covers several source lines; LF, CR and U+2029 never occur in it
 * @line: first line of the source, counted from 1; 0 for a block that was made later
 * @last_line: last line of the source, or 0
 * @given: the kind was given by the structure of the file it came from; reading the script again
 *   leaves it alone
 * @speakers: (element-type utf8) (nullable): keys of the speakers who are heard, in order
 *
 * One line of the editor: the unit of a script. Offsets into its text count code points.
 */
typedef struct
{
  BulRecord record;

  char *key;
  BulBlockKind kind;
  BulSection section;
  guint line;
  guint last_line;
  gboolean given;
  GStrv speakers;
  char *text;
} BulBlock;

extern const BulRecordType bul_block_type;

BulBlock *bul_block_new (const char *key, BulBlockKind kind, BulSection section, const char *text);

/* Whether any of the block is read aloud on air (labels of a turn or bite are not). */
gboolean bul_block_kind_is_read (BulBlockKind kind);

G_END_DECLS
