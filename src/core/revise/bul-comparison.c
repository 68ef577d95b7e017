/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-comparison.h"

#include <string.h>

#include "bul-diff.h"
#include "bul-record-writer.h"
#include "bul-value.h"

static void
line_free (gpointer data)
{
  BulComparisonLine *line = data;

  g_clear_pointer (&line->runs, g_array_unref);
  g_free (line);
}

static void
thing_free (gpointer data)
{
  BulComparisonThing *thing = data;

  g_free (thing->key);
  g_free (thing->was);
  g_free (thing->now);
  g_free (thing);
}

void
bul_comparison_free (BulComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->things);
  g_free (self);
}

gboolean
bul_comparison_line_reads_same (const BulComparisonLine *line)
{
  return line->was != NULL && line->now != NULL && strcmp (line->was->text, line->now->text) == 0;
}

gboolean
bul_comparison_line_is_same (const BulComparisonLine *line)
{
  return line->was != NULL && line->now != NULL && bul_record_equal (line->was, line->now);
}

static void
add_line (
    BulComparison *self, const BulScript *was, guint was_at, const BulScript *now, guint now_at)
{
  BulComparisonLine *line = g_new0 (BulComparisonLine, 1);

  line->script = now != NULL ? now : was;
  if (was != NULL && was_at < was->blocks->len)
    {
      line->was = was->blocks->pdata[was_at];
      line->was_number = was_at + 1;
    }
  if (now != NULL && now_at < now->blocks->len)
    {
      line->now = now->blocks->pdata[now_at];
      line->now_number = now_at + 1;
    }
  if (line->was != NULL && line->now != NULL)
    line->runs = bul_diff_words (line->was->text, line->now->text);
  g_ptr_array_add (self->lines, line);
}

/* A number for each key, the same for the same key. */
static GArray *
number_keys (GHashTable *numbers, const BulScript *script)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const char *key = ((const BulBlock *) script->blocks->pdata[i])->key;
      guint id = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));

      if (id == 0)
        {
          id = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, (gpointer) key, GUINT_TO_POINTER (id));
        }
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
compare_scripts (BulComparison *self, const BulScript *was, const BulScript *now)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) was_ids = number_keys (numbers, was);
  g_autoptr (GArray) now_ids = number_keys (numbers, now);
  g_autoptr (GArray) runs = bul_diff_items ((const guint *) was_ids->data, was_ids->len,
                                            (const guint *) now_ids->data, now_ids->len);

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      for (guint j = 0; run->same && run->was_start + j < run->was_end; j++)
        add_line (self, was, run->was_start + j, now, run->now_start + j);
      for (guint j = run->was_start; !run->same && j < run->was_end; j++)
        add_line (self, was, j, now, G_MAXUINT);
      for (guint j = run->now_start; !run->same && j < run->now_end; j++)
        add_line (self, was, G_MAXUINT, now, j);
    }
}

/* Told without a comparison, as it is of nearly all: those of @was that are left follow each other
 * in @now. */
static gboolean
are_in_order (const BulScript *was, const BulScript *now)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;
  guint n_first;
  guint n_last;

  bul_script_match_ends (was, now, &n_first, &n_last);
  for (guint i = n_first; i + n_last < now->blocks->len; i++)
    g_hash_table_insert (places, ((BulBlock *) now->blocks->pdata[i])->key,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = n_first; i + n_last < was->blocks->len; i++)
    {
      const char *key = ((const BulBlock *) was->blocks->pdata[i])->key;
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

      if (place != 0 && place < last)
        return FALSE;
      last = MAX (last, place);
    }
  return TRUE;
}

GHashTable *
bul_comparison_list_moved (const BulScript *was, const BulScript *now)
{
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GArray) was_ids = NULL;
  g_autoptr (GArray) now_ids = NULL;
  g_autoptr (GArray) runs = NULL;
  GHashTable *moved;

  if (are_in_order (was, now))
    return NULL;
  numbers = g_hash_table_new (g_str_hash, g_str_equal);
  was_ids = number_keys (numbers, was);
  now_ids = number_keys (numbers, now);
  runs = bul_diff_items ((const guint *) was_ids->data, was_ids->len, (const guint *) now_ids->data,
                         now_ids->len);
  moved = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      for (guint j = run->was_start; !run->same && j < run->was_end; j++)
        {
          char *key = ((BulBlock *) was->blocks->pdata[j])->key;

          if (bul_script_find_block (now, key) >= 0)
            g_hash_table_add (moved, key);
        }
    }
  return moved;
}

static gpointer
find_key (const GPtrArray *list, const char *key)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (bul_record_get_key (list->pdata[i]), key) == 0)
      return list->pdata[i];
  return NULL;
}

static void
compare_all_scripts (BulComparison *self, const BulStory *was, const BulStory *now)
{
  for (guint i = 0; i < now->scripts->len; i++)
    {
      const BulScript *script = now->scripts->pdata[i];

      compare_scripts (self, find_key (was->scripts, script->key), script);
    }
  for (guint i = 0; i < was->scripts->len; i++)
    {
      const BulScript *script = was->scripts->pdata[i];

      if (find_key (now->scripts, script->key) == NULL)
        compare_scripts (self, script, NULL);
    }
}

static char *
dup_xml (gconstpointer record)
{
  GString *out;

  if (record == NULL)
    return NULL;
  out = g_string_new (NULL);
  bul_record_write (out, record, NULL, 0);
  return g_string_free (out, FALSE);
}

/* @was and @now: (transfer full) */
static void
add_thing (BulComparison *self, const BulField *field, const char *key, char *was, char *now)
{
  BulComparisonThing *thing;

  if (g_strcmp0 (was, now) == 0)
    {
      g_free (was);
      g_free (now);
      return;
    }
  thing = g_new0 (BulComparisonThing, 1);
  thing->list = field->name;
  thing->key = g_strdup (key);
  thing->was = was;
  thing->now = now;
  g_ptr_array_add (self->things, thing);
}

static void
compare_list (BulComparison *self, const BulField *field, GPtrArray *was, GPtrArray *now)
{
  for (guint i = 0; i < was->len; i++)
    {
      const char *key = bul_record_get_key (was->pdata[i]);

      add_thing (self, field, key, dup_xml (was->pdata[i]), dup_xml (find_key (now, key)));
    }
  for (guint i = 0; i < now->len; i++)
    {
      const char *key = bul_record_get_key (now->pdata[i]);

      if (find_key (was, key) == NULL)
        add_thing (self, field, key, NULL, dup_xml (now->pdata[i]));
    }
}

static void
compare_field (BulComparison *self, const BulField *field, const BulStory *was, const BulStory *now)
{
  static const char *const apart[] = { "scripts", "sources", "revisions", NULL };

  if (g_strv_contains (apart, field->name))
    return;
  if (field->type == BUL_FIELD_RECORDS
      && bul_record_type_find_field_of (field->records, BUL_FIELD_KEY) != NULL)
    compare_list (self, field, *(GPtrArray **) bul_record_field (was, field),
                  *(GPtrArray **) bul_record_field (now, field));
  else
    add_thing (self, field, NULL, bul_value_dup (was, field), bul_value_dup (now, field));
}

BulComparison *
bul_comparison_new (const BulStory *was, const BulStory *now)
{
  BulComparison *self = g_new0 (BulComparison, 1);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->things = g_ptr_array_new_with_free_func (thing_free);
  compare_all_scripts (self, was, now);
  for (guint i = 0; i < bul_story_type.n_fields; i++)
    compare_field (self, &bul_story_type.fields[i], was, now);
  return self;
}
