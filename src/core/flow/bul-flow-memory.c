/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-memory.h"

#include "bul-error.h"
#include "bul-flow.h"
#include "bul-memory-names-private.h"
#include "bul-time.h"
#include "bul-tmx-writer.h"
#include "bul-words.h"

/* So many are compared word by word. */
#define MOST_COMPARED 60
/* Sentences of more words are compared by so many. */
#define MOST_WORDS 400

static void
match_free (gpointer data)
{
  BulFlowMatch *match = data;

  bul_memory_entry_free (match->entry);
  g_free (match);
}

static gboolean
is_figure (const BulWord *word)
{
  return word->kind == BUL_WORD_NUMBER || word->kind == BUL_WORD_MONTH;
}

/* One row of the table is kept; @row[j] is the distance to the first j words of @other. */
static guint
measure_distance (const GArray *one, const GArray *other)
{
  guint n_one = MIN (one->len, MOST_WORDS);
  guint n_other = MIN (other->len, MOST_WORDS);
  g_autofree guint *row = g_new (guint, n_other + 1);

  for (guint j = 0; j <= n_other; j++)
    row[j] = j;
  for (guint i = 0; i < n_one; i++)
    {
      guint before = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < n_other; j++)
        {
          guint above = row[j + 1];
          gboolean same = bul_memory_is_same (&g_array_index (one, BulWord, i),
                                              &g_array_index (other, BulWord, j));

          row[j + 1] = MIN (MIN (above, row[j]) + 1, before + (same ? 0 : 1));
          before = above;
        }
    }
  return row[n_other];
}

static guint
count_figure (const GArray *words, const BulWord *figure)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    if (bul_memory_is_same (&g_array_index (words, BulWord, i), figure))
      n++;
  return n;
}

/* Whether @one says a number more often than @other. */
static gboolean
has_other_figures (const GArray *one, const GArray *other)
{
  for (guint i = 0; i < one->len; i++)
    {
      const BulWord *word = &g_array_index (one, BulWord, i);

      if (is_figure (word) && count_figure (one, word) > count_figure (other, word))
        return TRUE;
    }
  return FALSE;
}

static guint
make_percent (const GArray *one, const GArray *other)
{
  guint longest = MIN (MAX (one->len, other->len), MOST_WORDS);

  return longest == 0 ? 0 : MIN (99, 100 * (longest - measure_distance (one, other)) / longest);
}

/* Names are looked at where it is near enough to be shown. */
static BulFlowMatch *
compare (const GArray *asked,
         const char *words,
         BulMemoryEntry *entry,
         BulLanguage language,
         guint least)
{
  gboolean is_korean = language == BUL_LANGUAGE_KOREAN;
  BulLanguage other = is_korean ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  const char *kept = bul_memory_entry_get_words (entry, language);
  g_autoptr (GArray) there = bul_words_read (kept, bul_language_words[language]);
  g_autoptr (GArray) translation = NULL;
  BulFlowMatch *match = g_new0 (BulFlowMatch, 1);

  match->entry = entry;
  match->percent = g_str_equal (kept, words) ? 100 : make_percent (asked, there);
  match->numbers_differ = has_other_figures (asked, there) || has_other_figures (there, asked);
  if (match->percent < least || match->percent == 100)
    return match;
  translation
      = bul_words_read (bul_memory_entry_get_words (entry, other), bul_language_words[other]);
  match->names_differ = bul_memory_names_differ (asked, there, translation, is_korean);
  return match;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const BulFlowMatch *one = *(const BulFlowMatch *const *) a;
  const BulFlowMatch *other = *(const BulFlowMatch *const *) b;

  if (one->percent != other->percent)
    return one->percent > other->percent ? -1 : 1;
  if (one->numbers_differ != other->numbers_differ)
    return one->numbers_differ ? 1 : -1;
  if (one->names_differ != other->names_differ)
    return one->names_differ ? 1 : -1;
  return one->entry->number > other->entry->number ? -1 : 1;
}

GPtrArray *
bul_flow_memory_find (
    BulStore *store, BulLanguage language, const char *words, guint least, guint n, GError **error)
{
  g_autofree char *plain = bul_exchange_dup_plain (words);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (match_free);
  g_autoptr (GArray) asked = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (plain == NULL)
    return g_steal_pointer (&matches);
  asked = bul_words_read (plain, bul_language_words[language]);
  entries = bul_store_find_memory (store, language, plain, MOST_COMPARED, error);
  if (entries == NULL)
    return NULL;
  while (entries->len > 0)
    {
      BulMemoryEntry *entry = g_ptr_array_steal_index (entries, entries->len - 1);

      g_ptr_array_add (matches, compare (asked, plain, entry, language, least));
    }
  g_ptr_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    if (i == n || ((BulFlowMatch *) matches->pdata[i])->percent < least)
      g_ptr_array_set_size (matches, i);
  return g_steal_pointer (&matches);
}

/* --- files */

static void
add_rows (GPtrArray *entries,
          const BulExchange *exchange,
          const BulMemoryEntry *like,
          BulFlowMemoryTaken *taken)
{
  gboolean from_korean = exchange->source == BUL_LANGUAGE_KOREAN;

  for (guint i = 0; i < exchange->rows->len; i++)
    {
      const BulExchangeRow *row = exchange->rows->pdata[i];
      g_autofree char *source = row->source == NULL ? NULL : bul_exchange_dup_plain (row->source);
      g_autofree char *target = row->target == NULL ? NULL : bul_exchange_dup_plain (row->target);
      BulMemoryEntry *entry;

      if (source == NULL || target == NULL)
        {
          taken->n_passed++;
          continue;
        }
      /* Of a story's pairs the memory holds those that somebody is content with; a file that was
       * aligned to be a memory is taken as it is. */
      if (exchange->revision > 0
          && (row->state == BUL_EXCHANGE_GUESSED || row->state == BUL_EXCHANGE_OPEN))
        {
          taken->n_unsure++;
          continue;
        }
      entry = bul_memory_entry_new (from_korean ? source : target, from_korean ? target : source);
      entry->by = g_strdup (like->by);
      entry->at = g_strdup (like->at);
      entry->origin = g_strdup (like->origin);
      g_ptr_array_add (entries, entry);
    }
}

static void
entry_free (gpointer data)
{
  bul_memory_entry_free (data);
}

gboolean
bul_flow_memory_import (
    BulStore *store, const char *path, const char *by, BulFlowMemoryTaken *taken, GError **error)
{
  const BulImportOptions options = { 0 };
  g_autoptr (BulImport) import = bul_flow_read_file (path, &options, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *origin = g_utf8_make_valid (name, -1);
  g_autofree char *now = bul_time_now ();
  g_autofree char *who = g_strdup (by);
  const BulMemoryEntry like = { .by = who, .at = now, .origin = origin };

  *taken = (BulFlowMemoryTaken){ 0 };
  if (import == NULL)
    return FALSE;
  if (import->exchanges->len == 0)
    {
      g_set_error (
          error, BUL_ERROR, BUL_ERROR_FOREIGN,
          "%s: This is no file of a translator's memory, such as TMX. Nothing was changed.", path);
      return FALSE;
    }
  for (guint i = 0; i < import->exchanges->len; i++)
    add_rows (entries, import->exchanges->pdata[i], &like, taken);
  if (!bul_store_add_memory (store, entries, &taken->n_new, error))
    return FALSE;
  taken->n_there = entries->len - taken->n_new;
  return TRUE;
}

static void
add_unit (BulTmxWriter *writer, const BulMemoryEntry *entry)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->number);
  const BulTmxUnit unit = {
    .id = id,
    .by = entry->by,
    .at = entry->at,
    .origin = entry->story != NULL ? entry->story : entry->origin,
    .source = entry->korean,
    .target = entry->english,
  };

  bul_tmx_writer_add (writer, &unit);
}

GBytes *
bul_flow_memory_export (BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = bul_store_list_memory (store, G_MAXINT, error);
  BulTmxWriter *writer = entries == NULL ? NULL : bul_tmx_writer_new (BUL_LANGUAGE_KOREAN);

  if (writer == NULL)
    return NULL;
  for (guint i = entries->len; i > 0; i--)
    add_unit (writer, entries->pdata[i - 1]);
  return bul_tmx_writer_finish (writer);
}
