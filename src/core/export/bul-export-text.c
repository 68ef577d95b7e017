/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-block.h"
#include "bul-exporter.h"
#include "bul-script.h"

/* The line numbers of a file may say anything. */
#define MAX_BLANK_LINES 8

/* Blocks that were neighbours in the source have keys that follow each other. */
static gboolean
were_neighbours (const BulBlock *before, const BulBlock *block)
{
  guint64 first = g_ascii_strtoull (before->key + 1, NULL, 10);
  guint64 second = g_ascii_strtoull (block->key + 1, NULL, 10);

  return second == first + 1 && before->last_line != 0 && block->line > before->last_line;
}

/* Whether the source puts blank lines between its lines; what was never in one gets them too. */
static gboolean
is_spaced (const GPtrArray *blocks)
{
  guint n_pairs = 0;
  guint n_spaced = 0;

  for (guint i = 1; i < blocks->len; i++)
    {
      const BulBlock *before = blocks->pdata[i - 1];
      const BulBlock *block = blocks->pdata[i];

      if (!were_neighbours (before, block))
        continue;
      n_pairs++;
      if (block->line > before->last_line + 1)
        n_spaced++;
    }
  return n_spaced * 2 >= n_pairs;
}

static guint
count_blank_lines (const BulBlock *before, const BulBlock *block, gboolean spaced)
{
  if (were_neighbours (before, block))
    return MIN (block->line - before->last_line - 1, MAX_BLANK_LINES);

  /* One line of the source that was too long for one block. */
  if (block->line != 0 && block->line == before->last_line)
    return 0;
  return spaced ? 1 : 0;
}

/* U+2028 holds the place of the line ends within a block. */
static void
append_block (GString *out, const BulBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\xe2\x80\xa8", -1);

  /* Of a text without any words there are no parts, and yet it is a line. */
  if (lines[0] == NULL)
    g_string_append_c (out, '\n');
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

static void
append_script (GString *out, const BulScript *script)
{
  gboolean spaced = is_spaced (script->blocks);

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      guint n_blank = 0;

      if (i > 0)
        n_blank = count_blank_lines (script->blocks->pdata[i - 1], block, spaced);
      for (guint j = 0; j < n_blank; j++)
        g_string_append_c (out, '\n');
      append_block (out, block);
    }
}

/* Every word of every block as it was printed, in the shape of the source; nothing of our own. */
static GBytes *
write_text (const BulStory *story, GError **error G_GNUC_UNUSED)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      append_script (out, story->scripts->pdata[i]);
    }
  return g_string_free_to_bytes (out);
}

const BulExporter bul_export_text = { "text", N_ ("Text"), "txt", write_text };
