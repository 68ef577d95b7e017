/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-differences.h"

#include "bul-chars.h"
#include "bul-diff.h"

/* One blank, as that which gives way to a line end where a line is split. */
#define BETWEEN " "

/* Lines that follow each other, from @start until before @end. */
typedef struct
{
  guint start;
  guint end;
} Stretch;

typedef struct
{
  const BulScript *was;
  const GArray *lines;
  GHashTable *was_keys;
  GHashTable *now_keys;
  GHashTable *changes;
} Comparer;

static const char *
was_key (const Comparer *self, guint i)
{
  return ((const BulBlock *) self->was->blocks->pdata[i])->key;
}

static const char *
was_text (const Comparer *self, guint i)
{
  return ((const BulBlock *) self->was->blocks->pdata[i])->text;
}

static const DeskLine *
line_at (const Comparer *self, guint i)
{
  return &g_array_index (self->lines, DeskLine, i);
}

static char *
join_was (const Comparer *self, Stretch stretch)
{
  GString *text = g_string_new (NULL);

  for (guint i = stretch.start; i < stretch.end; i++)
    g_string_append_printf (text, "%s%s", i > stretch.start ? BETWEEN : "", was_text (self, i));
  return g_string_free (text, FALSE);
}

static char *
join_now (const Comparer *self, Stretch stretch)
{
  GString *text = g_string_new (NULL);

  for (guint i = stretch.start; i < stretch.end; i++)
    g_string_append_printf (text, "%s%s", i > stretch.start ? BETWEEN : "",
                            line_at (self, i)->text);
  return g_string_free (text, FALSE);
}

static gboolean
is_blank (const char *text, guint start, guint end)
{
  const char *p = g_utf8_offset_to_pointer (text, start);

  for (guint i = start; i < end; i++, p = g_utf8_next_char (p))
    if (!bul_chars_is_blank (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
add_change (const Comparer *self, const char *key, BulRange range)
{
  GArray *ranges = g_hash_table_lookup (self->changes, key);

  if (ranges == NULL)
    {
      ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
      g_hash_table_insert (self->changes, g_strdup (key), ranges);
    }
  g_array_append_val (ranges, range);
}

/* @range is in the joined text of @stretch: each of its lines gets its share. */
static void
share_out (const Comparer *self, Stretch stretch, BulRange range)
{
  guint start = 0;

  for (guint i = stretch.start; i < stretch.end; i++)
    {
      guint end = start + bul_chars_count (line_at (self, i)->text);
      BulRange share = { MAX (range.start, start), MIN (range.end, end) };
      gboolean is_place = bul_range_is_empty (range) && range.start >= start && range.start <= end;

      if (is_place || share.start < share.end)
        add_change (self, line_at (self, i)->key,
                    (BulRange){ share.start - start, share.end - start });
      if (is_place)
        return;
      start = end + 1;
    }
}

static void
compare_stretches (const Comparer *self, Stretch was, Stretch now)
{
  g_autofree char *before = join_was (self, was);
  g_autofree char *after = join_now (self, now);
  g_autoptr (GArray) runs = NULL;

  if (g_str_equal (before, after))
    return;
  runs = bul_diff_words (before, after);
  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      if (!run->same
          && !(is_blank (before, run->was_start, run->was_end)
               && is_blank (after, run->now_start, run->now_end)))
        share_out (self, now, (BulRange){ run->now_start, run->now_end });
    }
}

/* A line that both have, with those after it that only one has. */
static Stretch
was_stretch_from (const Comparer *self, guint start)
{
  Stretch stretch = { start, start };

  while (stretch.end < self->was->blocks->len
         && (stretch.end == start
             || !g_hash_table_contains (self->now_keys, was_key (self, stretch.end))))
    stretch.end++;
  return stretch;
}

static Stretch
now_stretch_from (const Comparer *self, guint start)
{
  Stretch stretch = { start, start };

  while (stretch.end < self->lines->len
         && (stretch.end == start
             || !g_hash_table_contains (self->was_keys, line_at (self, stretch.end)->key)))
    stretch.end++;
  return stretch;
}

static Stretch
was_stretch_of (const Comparer *self, const char *key)
{
  gpointer place = g_hash_table_lookup (self->was_keys, key);

  /* Only the first line of all can be one that the older script does not have. */
  if (place != NULL)
    return was_stretch_from (self, GPOINTER_TO_UINT (place) - 1);
  if (self->was->blocks->len > 0 && !g_hash_table_contains (self->now_keys, was_key (self, 0)))
    return was_stretch_from (self, 0);
  return (Stretch){ 0, 0 };
}

GHashTable *
desk_differences_list (const BulScript *was, const GArray *lines)
{
  g_autoptr (GHashTable) was_keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) now_keys = g_hash_table_new (g_str_hash, g_str_equal);
  Comparer self = { was, lines, was_keys, now_keys, NULL };
  Stretch now;

  self.changes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < was->blocks->len; i++)
    g_hash_table_insert (was_keys, (gpointer) was_key (&self, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (now_keys, (gpointer) line_at (&self, i)->key);

  for (guint i = 0; i < lines->len; i = now.end)
    {
      now = now_stretch_from (&self, i);
      compare_stretches (&self, was_stretch_of (&self, line_at (&self, i)->key), now);
    }
  return self.changes;
}
