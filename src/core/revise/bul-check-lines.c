/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-check-private.h"
#include "bul-line-reader.h"
#include "bul-oddities.h"
#include "bul-parts.h"

/* What a line can be told of as it is read. */
#define MOST_CODES 2

/* A line that was longer is several blocks, without the blanks between its pieces. */
#define LONG_LINE (63u * 1024)

/* The one place that knows how the classifier tells what it noticed. */
static guint
list_codes (const BulReading *read, const char *codes[MOST_CODES])
{
  guint n = 0;

  if (read->finding != NULL)
    codes[n++] = read->finding;
  return n;
}

/* The quotation mark that opens and is not closed. */
static BulRange
locate_quote (const BulBlock *block, const BulParts *parts)
{
  guint start = parts->quote.start;

  return start == 0 ? BUL_RANGE_EMPTY : (BulRange){ start - 1, start };
}

static BulRange
locate_bracket (const BulBlock *block, const BulParts *parts)
{
  guint start = parts->attribution.start;

  return (BulRange){ start, start + 1 };
}

static BulRange
locate_marker (const BulBlock *block, const BulParts *parts)
{
  return parts->marker;
}

static BulRange
locate_broadcaster (const BulBlock *block, const BulParts *parts)
{
  return parts->broadcaster;
}

/* What is left over stands at the end of the line, more often than not. */
static BulRange
locate_stray (const BulBlock *block, const BulParts *parts)
{
  const char *stray = strrchr (block->text, '\\');
  guint at = stray == NULL ? 0 : bul_chars_from_byte (block->text, stray - block->text);

  return stray == NULL ? BUL_RANGE_EMPTY : (BulRange){ at, at + 1 };
}

/* Where in its line a code points; at all of it where it is not here. */
static const struct
{
  const char *code;
  BulRange (*locate) (const BulBlock *block, const BulParts *parts);
} locators[] = {
  { "quote-not-closed", locate_quote }, { "bracket-not-closed", locate_bracket },
  { "marker-damaged", locate_marker },  { "signoff-damaged", locate_broadcaster },
  { "stray-character", locate_stray },
};

static BulRange
locate (const BulBlock *block, BulBlockKind kind, const char *code)
{
  g_autoptr (BulParts) parts = bul_parts_new (kind, block->text);

  for (guint i = 0; i < G_N_ELEMENTS (locators); i++)
    if (strcmp (locators[i].code, code) == 0)
      return locators[i].locate (block, parts);
  return BUL_RANGE_EMPTY;
}

static void
check_reading (guint i, const BulReading *read, gpointer data)
{
  BulCheck *self = data;
  const BulBlock *block = bul_check_get_block (self, i);
  const char *codes[MOST_CODES];
  guint n = list_codes (read, codes);

  for (guint j = 0; j < n; j++)
    bul_check_tell (self, i, codes[j], locate (block, read->kind, codes[j]));
}

static void
check_characters (BulCheck *self, guint i)
{
  const char *text = bul_check_get_block (self, i)->text;
  gsize at;
  const char *code = bul_oddity_find (text, strlen (text), &at);

  if (code != NULL)
    bul_check_tell_bytes (self, i, code, text + at, g_utf8_next_char (text + at) - (text + at));
}

/* The pieces of a line that was cut stand one after the other. Lines of a page may have the same
 * number as well, but are not as long together. */
static void
check_length (BulCheck *self, guint i)
{
  guint line = bul_check_get_block (self, i)->line;
  gsize length = 0;

  if (line == 0 || (i > 0 && bul_check_get_block (self, i - 1)->line == line))
    return;
  for (guint j = i; j < self->script->blocks->len; j++)
    {
      const BulBlock *block = bul_check_get_block (self, j);

      if (block->line != line)
        break;
      length += strlen (block->text);
    }
  if (length > LONG_LINE)
    bul_check_tell (self, i, "long-line", BUL_RANGE_EMPTY);
}

void
bul_check_lines (BulCheck *self)
{
  g_autoptr (BulLineReader) reader = bul_line_reader_new ();

  for (guint i = 0; i < self->script->blocks->len; i++)
    {
      const BulBlock *block = bul_check_get_block (self, i);

      /* A line whose kind was given is none to the classifier. */
      bul_line_reader_insert (reader, i, block->given ? "" : block->text);
      check_characters (self, i);
      check_length (self, i);
    }
  bul_line_reader_read (reader, check_reading, self);
}
