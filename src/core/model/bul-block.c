/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-block.h"

const char *const bul_block_kind_words[]
    = { NULL,      "header", "headline", "stamp",   "marker",  "turn",      "paragraph", "handoff",
        "signoff", "bite",   "cue",      "credits", "notices", "furniture", BUL_ENUM_END };

const char *const bul_section_words[]
    = { NULL, "head", "lead", "report", "live", "talk", "tail", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulBlock, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulBlock, kind, "kind", BUL_FIELD_WORD), .place = BUL_PLACE_NAME,
    .words = bul_block_kind_words },
  { BUL_FIELD (BulBlock, section, "section", BUL_FIELD_WORD), .place = BUL_PLACE_GROUP,
    .words = bul_section_words },
  { BUL_FIELD (BulBlock, line, "line", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulBlock, last_line, "last-line", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulBlock, given, "given", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulBlock, speakers, "speakers", BUL_FIELD_REFS) },
  { BUL_FIELD (BulBlock, text, "text", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_block_type = { "block", sizeof (BulBlock), fields, G_N_ELEMENTS (fields) };

BulBlock *
bul_block_new (const char *key, BulBlockKind kind, BulSection section, const char *text)
{
  BulBlock *block = bul_record_new (&bul_block_type);

  block->key = g_strdup (key);
  block->kind = kind;
  block->section = section;
  g_free (block->text);
  block->text = g_strdup (text);
  return block;
}

gboolean
bul_block_kind_is_read (BulBlockKind kind)
{
  switch (kind)
    {
    case BUL_BLOCK_TURN:
    case BUL_BLOCK_PARAGRAPH:
    case BUL_BLOCK_HANDOFF:
    case BUL_BLOCK_SIGNOFF:
    case BUL_BLOCK_BITE:
      return TRUE;
    case BUL_BLOCK_HEADER:
    case BUL_BLOCK_HEADLINE:
    case BUL_BLOCK_STAMP:
    case BUL_BLOCK_MARKER:
    case BUL_BLOCK_CUE:
    case BUL_BLOCK_CREDITS:
    case BUL_BLOCK_NOTICES:
    case BUL_BLOCK_FURNITURE:
      break;
    }
  return FALSE;
}
