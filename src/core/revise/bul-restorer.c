/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-restorer.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-comparison.h"
#include "bul-correction.h"
#include "bul-corrector.h"
#include "bul-diff.h"
#include "bul-notice.h"
#include "bul-span.h"
#include "bul-value.h"

typedef struct
{
  BulHistory *history;
  const BulStory *story; /* as it becomes */
  const BulStory *version;
  const BulStory *base;
  GHashTable *keys; /* key of a correction in @version → its key here */
} Taking;

static gboolean
set_field (
    Taking *taking, const char *key, const BulField *field, gconstpointer from, GError **error)
{
  g_autofree char *value = bul_value_dup (from, field);

  return bul_history_set (taking->history, key, field->name, value, error);
}

/* Sets every field of the record @key but its key and those of @apart. */
static gboolean
set_fields (
    Taking *taking, const char *key, gconstpointer from, const char *const *apart, GError **error)
{
  const BulRecordType *type = bul_record_get_type (from);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type != BUL_FIELD_KEY && !g_strv_contains (apart, type->fields[i].name)
        && !set_field (taking, key, &type->fields[i], from, error))
      return FALSE;
  return TRUE;
}

/* The edit for a changed run, without the letters that its ends have in common: a span on 118 in
 * 118명을 is to stay on the number. */
static BulEdit *
make_text_edit (const char *key, const char *was, const char *now, const BulDiffRun *run)
{
  g_autofree char *removed = bul_chars_slice (was, run->was_start, run->was_end);
  g_autofree char *inserted = bul_chars_slice (now, run->now_start, run->now_end);
  guint n_removed = bul_chars_count (removed);
  guint n_inserted = bul_chars_count (inserted);
  g_autofree gunichar *before = g_utf8_to_ucs4_fast (removed, -1, NULL);
  g_autofree gunichar *after = g_utf8_to_ucs4_fast (inserted, -1, NULL);
  guint start = 0;
  guint end = 0;
  BulEdit *edit;

  while (start < MIN (n_removed, n_inserted) && before[start] == after[start])
    start++;
  while (end < MIN (n_removed, n_inserted) - start
         && before[n_removed - 1 - end] == after[n_inserted - 1 - end])
    end++;
  edit = bul_edit_new (BUL_EDIT_TEXT, key, run->was_start + start);
  edit->removed = bul_chars_slice (removed, start, n_removed - end);
  edit->inserted = bul_chars_slice (inserted, start, n_inserted - end);
  return edit;
}

/* Word by word, from the end, so that whatever stands on the words between stays on them. */
static gboolean
take_text (Taking *taking, const char *key, const char *was, const char *now, GError **error)
{
  g_autoptr (GArray) runs = bul_diff_words (was, now);

  for (guint i = runs->len; i > 0; i--)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i - 1);

      if (!run->same
          && !bul_history_do (taking->history, make_text_edit (key, was, now, run), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_block (Taking *taking, const BulBlock *version, GError **error)
{
  static const char *const apart[] = { "text", NULL };
  const BulBlock *block = bul_story_find (taking->story, version->key);
  g_autofree char *was = g_strdup (block->text);

  return take_text (taking, version->key, was, version->text, error)
         && set_fields (taking, version->key, version, apart, error);
}

/* Lines that @version does not have at that place go; @lines are from the end to the start. */
static gboolean
remove_lines (Taking *taking, const BulScript *script, const BulComparison *lines, GError **error)
{
  for (guint i = lines->lines->len; i > 0; i--)
    {
      const BulComparisonLine *line = lines->lines->pdata[i - 1];

      if (strcmp (line->script->key, script->key) == 0 && line->now == NULL
          && !bul_history_remove (taking->history, script->key, "blocks", line->was_number - 1,
                                  error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_lines (Taking *taking, const BulScript *script, const BulComparison *lines, GError **error)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const BulComparisonLine *line = lines->lines->pdata[i];
      gboolean done = TRUE;

      if (strcmp (line->script->key, script->key) != 0 || line->now == NULL)
        continue;
      if (line->was == NULL)
        done = bul_history_add (taking->history, script->key, "blocks", line->now_number - 1,
                                bul_record_copy (line->now), error);
      else
        done = take_block (taking, line->now, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_script (Taking *taking, const BulScript *version, const BulComparison *lines, GError **error)
{
  static const char *const apart[] = { "blocks", NULL };

  if (bul_story_find (taking->story, version->key) == NULL)
    return bul_history_add (taking->history, NULL, "scripts", taking->story->scripts->len,
                            bul_record_copy (version), error);
  return set_fields (taking, version->key, version, apart, error)
         && remove_lines (taking, version, lines, error)
         && take_lines (taking, version, lines, error);
}

/* A script that @version does not have goes line by line, so that nothing stands on it any more. */
static gboolean
remove_script (Taking *taking, guint position, GError **error)
{
  const BulScript *script = taking->story->scripts->pdata[position];
  g_autofree char *key = g_strdup (script->key);

  for (guint i = script->blocks->len; i > 0; i--)
    if (!bul_history_remove (taking->history, key, "blocks", i - 1, error))
      return FALSE;
  return bul_history_remove (taking->history, NULL, "scripts", position, error);
}

static int
find_place (const GPtrArray *list, const char *key)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (bul_record_get_key (list->pdata[i]), key) == 0)
      return i;
  return -1;
}

static gboolean
take_scripts (Taking *taking, GError **error)
{
  /* The comparison borrows from the story, which changes under it. */
  g_autoptr (BulStory) before = bul_record_copy (taking->story);
  g_autoptr (BulComparison) lines = bul_comparison_new (before, taking->version);

  for (guint i = taking->story->scripts->len; i > 0; i--)
    {
      const BulScript *script = taking->story->scripts->pdata[i - 1];

      if (find_place (taking->version->scripts, script->key) < 0
          && !remove_script (taking, i - 1, error))
        return FALSE;
    }
  for (guint i = 0; i < taking->version->scripts->len; i++)
    if (!take_script (taking, taking->version->scripts->pdata[i], lines, error))
      return FALSE;
  return TRUE;
}

/* Makes the list of records with keys what it is in @version, in its order. */
static gboolean
take_list (Taking *taking, const BulField *field, GError **error)
{
  static const char *const apart[] = { NULL };
  GPtrArray *ours = *(GPtrArray **) bul_record_field (taking->story, field);
  GPtrArray *theirs = *(GPtrArray **) bul_record_field (taking->version, field);

  for (guint i = ours->len; i > 0; i--)
    if (find_place (theirs, bul_record_get_key (ours->pdata[i - 1])) < 0
        && !bul_history_remove (taking->history, NULL, field->name, i - 1, error))
      return FALSE;
  for (guint i = 0; i < theirs->len; i++)
    {
      const char *key = bul_record_get_key (theirs->pdata[i]);
      int place = find_place (ours, key);

      if (place > (int) i && !bul_history_remove (taking->history, NULL, field->name, place, error))
        return FALSE;
      if (place == (int) i)
        {
          if (!set_fields (taking, key, theirs->pdata[i], apart, error))
            return FALSE;
        }
      else if (!bul_history_add (taking->history, NULL, field->name, i,
                                 bul_record_copy (theirs->pdata[i]), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_field (Taking *taking, const BulField *field, GError **error)
{
  static const char *const apart[]
      = { "uid", "state", "sources", "scripts", "corrections", "notices", "revisions", NULL };

  if (g_strv_contains (apart, field->name))
    return TRUE;
  if (field->type == BUL_FIELD_RECORDS
      && bul_record_type_find_field_of (field->records, BUL_FIELD_KEY) != NULL)
    return take_list (taking, field, error);
  return set_field (taking, NULL, field, taking->version, error);
}

static gboolean
set_spans (Taking *taking, const char *key, GPtrArray *spans, GError **error)
{
  g_autoptr (BulRecord) after = bul_record_copy (bul_story_find (taking->story, key));
  BulCorrection *correction = (BulCorrection *) after;

  g_ptr_array_unref (correction->spans);
  correction->spans = g_ptr_array_ref (spans);
  correction->reads = bul_correction_make_reads (correction);
  return set_field (taking, key, bul_record_type_find_field (&bul_correction_type, "spans"), after,
                    error)
         && set_field (taking, key, bul_record_type_find_field (&bul_correction_type, "reads"),
                       after, error);
}

/* A correction whose words were gone stands where its readings are found again, if that is one
 * place. */
static gboolean
find_again (Taking *taking, const BulCorrection *correction, GError **error)
{
  const char *const readings[] = { correction->now, correction->was };
  g_autoptr (GPtrArray) spans = bul_records_new ();
  BulPassage passage;

  for (guint i = 0; i < G_N_ELEMENTS (readings) && spans->len == 0; i++)
    if (readings[i] != NULL && bul_corrector_find (taking->story, readings[i], 0, &passage, NULL))
      g_ptr_array_add (spans, bul_span_new (passage.block, passage.at, passage.at + passage.n_chars,
                                            readings[i]));
  return spans->len == 0 || set_spans (taking, correction->key, spans, error);
}

/* Whether the correction of this key in @version is the same record as ours. */
static gboolean
is_shared (Taking *taking, const GPtrArray *of_base, const char *key)
{
  return taking->base == NULL || find_place (of_base, key) >= 0;
}

/* The text is that of @version: what stands there stands here. */
static gboolean
place_corrections (Taking *taking, GError **error)
{
  const GPtrArray *base = taking->base == NULL ? NULL : taking->base->corrections;

  for (guint i = 0; i < taking->story->corrections->len; i++)
    {
      const BulCorrection *ours = taking->story->corrections->pdata[i];
      int place = find_place (taking->version->corrections, ours->key);
      gboolean done = TRUE;

      if (place >= 0 && is_shared (taking, base, ours->key))
        done = set_spans (taking, ours->key,
                          ((BulCorrection *) taking->version->corrections->pdata[place])->spans,
                          error);
      else if (ours->reads == BUL_READS_GONE)
        done = find_again (taking, ours, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static const char *
map_key (Taking *taking, const char *key)
{
  const char *mapped = key == NULL ? NULL : g_hash_table_lookup (taking->keys, key);

  return mapped == NULL ? key : mapped;
}

static char *
make_key (Taking *taking, const char *key)
{
  char *own = bul_keys_make (bul_history_get_keys (taking->history), key[0]);

  g_hash_table_insert (taking->keys, g_strdup (key), g_strdup (own));
  return own;
}

static gboolean
add_correction (Taking *taking, const BulCorrection *theirs, GError **error)
{
  BulCorrection *copy = bul_record_copy (theirs);

  g_free (copy->key);
  g_free (copy->of);
  copy->of = g_strdup (map_key (taking, theirs->of));
  copy->key = make_key (taking, theirs->key);
  return bul_history_add (taking->history, NULL, "corrections", taking->story->corrections->len,
                          copy, error);
}

static gboolean
add_notice (Taking *taking, const BulNotice *theirs, GError **error)
{
  BulNotice *copy = bul_record_copy (theirs);

  g_free (copy->key);
  copy->key = make_key (taking, theirs->key);
  for (guint i = 0; copy->corrections != NULL && copy->corrections[i] != NULL; i++)
    {
      char *mapped = g_strdup (map_key (taking, copy->corrections[i]));

      g_free (copy->corrections[i]);
      copy->corrections[i] = mapped;
    }
  return bul_history_add (taking->history, NULL, "notices", taking->story->notices->len, copy,
                          error);
}

/* What they changed since the base is changed, where we left it as it was. */
static gboolean
merge_record (Taking *taking, gconstpointer theirs, gconstpointer base, GError **error)
{
  const BulRecordType *type = bul_record_get_type (theirs);
  const char *key = bul_record_get_key (theirs);
  gpointer ours = bul_story_find (taking->story, key);

  for (guint i = 0; ours != NULL && i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      g_autofree char *was = bul_value_dup (base, field);
      g_autofree char *now = bul_value_dup (theirs, field);
      g_autofree char *own = bul_value_dup (ours, field);

      if (g_strcmp0 (was, now) != 0 && g_strcmp0 (own, was) == 0
          && strcmp (field->name, "spans") != 0 && strcmp (field->name, "reads") != 0
          && !bul_history_set (taking->history, key, field->name, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_corrections (Taking *taking, GError **error)
{
  const GPtrArray *theirs = taking->version->corrections;

  for (guint i = 0; i < theirs->len; i++)
    {
      int base = find_place (taking->base->corrections, bul_record_get_key (theirs->pdata[i]));
      gboolean done = base < 0 ? add_correction (taking, theirs->pdata[i], error)
                               : merge_record (taking, theirs->pdata[i],
                                               taking->base->corrections->pdata[base], error);

      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_notices (Taking *taking, GError **error)
{
  const GPtrArray *theirs = taking->version->notices;

  for (guint i = 0; i < theirs->len; i++)
    {
      int base = find_place (taking->base->notices, bul_record_get_key (theirs->pdata[i]));
      gboolean done = base < 0 ? add_notice (taking, theirs->pdata[i], error)
                               : merge_record (taking, theirs->pdata[i],
                                               taking->base->notices->pdata[base], error);

      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_all (Taking *taking, GError **error)
{
  if (!take_scripts (taking, error))
    return FALSE;
  for (guint i = 0; i < bul_story_type.n_fields; i++)
    if (!take_field (taking, &bul_story_type.fields[i], error))
      return FALSE;
  if (!place_corrections (taking, error))
    return FALSE;
  return taking->base == NULL
         || (merge_corrections (taking, error) && merge_notices (taking, error));
}

gboolean
bul_restorer_take (BulHistory *history,
                   const BulStory *version,
                   const BulStory *base,
                   const char *what,
                   GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Taking taking = { history, bul_history_get_story (history), version, base, keys };

  g_return_val_if_fail (what != NULL, FALSE);

  bul_keys_note (bul_history_get_keys (history), version);
  bul_history_begin (history, what);
  if (!take_all (&taking, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end_as_is (history);
  return TRUE;
}
