/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-diff.h"

/* A text cut into words, the blanks between them, and single marks. */
typedef struct
{
  GArray *ids;     /* of guint: equal where the words are */
  GArray *offsets; /* of guint, in code points: where each begins, and the end */
  GArray *blanks;  /* of gboolean */
} Words;

typedef enum
{
  CHAR_BLANK,
  CHAR_WORD,
  CHAR_MARK,
} CharClass;

static CharClass
classify (gunichar c)
{
  if (bul_chars_is_blank (c) || c == 0x2028)
    return CHAR_BLANK;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? CHAR_WORD : CHAR_MARK;
}

static gboolean
is_word_at (const char *p)
{
  return *p != '\0' && classify (g_utf8_get_char (p)) == CHAR_WORD;
}

/* Marks that hold a word together where they stand inside it: 1,027  3.5  it's  Min-ji. */
static gboolean
joins (gunichar before, const char *p)
{
  gunichar mark = g_utf8_get_char (p);
  const char *after = g_utf8_next_char (p);

  if (!is_word_at (after))
    return FALSE;
  if (mark == '.' || mark == ',')
    return g_unichar_isdigit (before) && g_unichar_isdigit (g_utf8_get_char (after));
  return mark == '\'' || mark == 0x2019 || mark == '-';
}

/* The end of the word, run of blanks or mark that begins at @p. */
static const char *
token_end (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  CharClass class = classify (c);

  for (p = g_utf8_next_char (p); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar next = g_utf8_get_char (p);

      if (class == CHAR_MARK || (classify (next) != class && !(class == CHAR_WORD && joins (c, p))))
        break;
      c = next;
    }
  return p;
}

static guint
id_of (GHashTable *ids, const char *start, gsize length)
{
  g_autofree char *word = g_strndup (start, length);
  gpointer id = g_hash_table_lookup (ids, word);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (g_hash_table_size (ids) + 1);
      g_hash_table_insert (ids, g_steal_pointer (&word), id);
    }
  return GPOINTER_TO_UINT (id);
}

static Words
cut_words (GHashTable *ids, const char *text)
{
  Words words
      = { g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)),
          g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  guint offset = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = token_end (p);
      guint id = id_of (ids, p, end - p);
      gboolean blank = classify (g_utf8_get_char (p)) == CHAR_BLANK;

      g_array_append_val (words.ids, id);
      g_array_append_val (words.blanks, blank);
      g_array_append_val (words.offsets, offset);
      offset += g_utf8_strlen (p, end - p);
      p = end;
    }
  g_array_append_val (words.offsets, offset);
  return words;
}

static void
words_clear (Words *words)
{
  g_array_unref (words->ids);
  g_array_unref (words->offsets);
  g_array_unref (words->blanks);
}

static guint
offset_of (const Words *words, guint i)
{
  return g_array_index (words->offsets, guint, i);
}

static gboolean
is_blank (const Words *words, guint start, guint end)
{
  while (start < end && g_array_index (words->blanks, gboolean, start))
    start++;
  return start == end;
}

/* Two changed words with only a blank between them are one change, unless both only went or both
 * only came. */
static gboolean
are_one (const BulDiffRun *before,
         const BulDiffRun *between,
         const BulDiffRun *after,
         const Words *was)
{
  gboolean takes_out = before->was_end > before->was_start || after->was_end > after->was_start;
  gboolean puts_in = before->now_end > before->now_start || after->now_end > after->now_start;

  return takes_out && puts_in && is_blank (was, between->was_start, between->was_end);
}

static void
join_runs (GArray *runs, const Words *was)
{
  for (guint i = 1; i + 1 < runs->len;)
    {
      BulDiffRun *before = &g_array_index (runs, BulDiffRun, i - 1);
      const BulDiffRun *after = before + 2;

      if (!before[1].same || !are_one (before, before + 1, after, was))
        {
          i++;
          continue;
        }
      before->was_end = after->was_end;
      before->now_end = after->now_end;
      g_array_remove_range (runs, i, 2);
    }
}

static GArray *
make_same (guint n_chars)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BulDiffRun));
  BulDiffRun run = { TRUE, 0, n_chars, 0, n_chars };

  if (n_chars > 0)
    g_array_append_val (runs, run);
  return runs;
}

static GArray *
compare_words (const char *was, const char *now)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words before = cut_words (ids, was);
  Words after = cut_words (ids, now);
  GArray *runs = bul_diff_items ((const guint *) before.ids->data, before.ids->len,
                                 (const guint *) after.ids->data, after.ids->len);

  join_runs (runs, &before);
  for (guint i = 0; i < runs->len; i++)
    {
      BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      run->was_start = offset_of (&before, run->was_start);
      run->was_end = offset_of (&before, run->was_end);
      run->now_start = offset_of (&after, run->now_start);
      run->now_end = offset_of (&after, run->now_end);
    }
  words_clear (&before);
  words_clear (&after);
  return runs;
}

/* Most lines that are compared are as they were. */
GArray *
bul_diff_words (const char *was, const char *now)
{
  return strcmp (was, now) == 0 ? make_same (bul_chars_count (was)) : compare_words (was, now);
}
