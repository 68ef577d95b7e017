/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-check-private.h"

#include "bul-chars.h"
#include "bul-finding-codes.h"

#define MOST_SEARCHED ((gsize) 64 * 1024 * 1024)

gboolean
bul_check_may_search (BulCheck *self, gsize n_bytes)
{
  self->n_searched += MIN (n_bytes, MOST_SEARCHED);
  return self->n_searched <= MOST_SEARCHED;
}

const BulBlock *
bul_check_get_block (const BulCheck *self, guint i)
{
  return self->script->blocks->pdata[i];
}

void
bul_check_tell (BulCheck *self, guint i, const char *code, BulRange range)
{
  const BulBlock *block = bul_check_get_block (self, i);
  BulFinding *finding = bul_finding_codes_make (block->line, code);

  finding->block = g_strdup (block->key);
  finding->number = i + 1;
  finding->range = range;
  g_ptr_array_add (self->findings, finding);
}

void
bul_check_tell_bytes (BulCheck *self, guint i, const char *code, const char *start, gsize length)
{
  const char *text = bul_check_get_block (self, i)->text;
  BulRange range = { bul_chars_from_byte (text, start - text),
                     bul_chars_from_byte (text, start - text + length) };

  bul_check_tell (self, i, code, range);
}
