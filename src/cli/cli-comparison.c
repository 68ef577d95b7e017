/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-comparison.h"

#include "bul-chars.h"
#include "bul-diff.h"
#include "bul-enum.h"
#include "cli-command.h"
#include "cli-json.h"

static void
add_range (JsonBuilder *builder, const char *name, guint start, guint end)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, start);
  json_builder_add_int_value (builder, end);
  json_builder_end_array (builder);
}

void
cli_comparison_add_runs (JsonBuilder *builder, const GArray *runs)
{
  json_builder_set_member_name (builder, "runs");
  json_builder_begin_array (builder);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "same");
      json_builder_add_boolean_value (builder, run->same);
      add_range (builder, "was", run->was_start, run->was_end);
      add_range (builder, "now", run->now_start, run->now_end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* One side of a line: its place, what it is, its words. */
static void
add_side (JsonBuilder *builder, const char *name, const BulBlock *block, guint number)
{
  json_builder_set_member_name (builder, name);
  if (block == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_json_number (builder, "block", number);
  cli_json_string (builder, "kind", bul_enum_to_word (bul_block_kind_words, block->kind));
  cli_json_string (builder, "section", bul_enum_to_word (bul_section_words, block->section));
  cli_json_words (builder, "text", block->text);
  json_builder_end_object (builder);
}

static void
print_line_json (const BulComparisonLine *line, const char *uid)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_string (builder, "list", "blocks");
  cli_json_string (builder, "key", line->now != NULL ? line->now->key : line->was->key);
  cli_json_string (builder, "script", line->script->key);
  add_side (builder, "was", line->was, line->was_number);
  add_side (builder, "now", line->now, line->now_number);
  cli_comparison_add_runs (builder, line->runs);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_thing_json (const BulComparisonThing *thing, const char *uid)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_string (builder, "list", thing->list);
  cli_json_string (builder, "key", thing->key);
  cli_json_string (builder, "was", thing->was);
  cli_json_string (builder, "now", thing->now);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

void
cli_comparison_print_json (const BulComparison *comparison, const char *uid)
{
  for (guint i = 0; i < comparison->lines->len; i++)
    if (!bul_comparison_line_is_same (comparison->lines->pdata[i]))
      print_line_json (comparison->lines->pdata[i], uid);
  for (guint i = 0; i < comparison->things->len; i++)
    print_thing_json (comparison->things->pdata[i], uid);
}

static void
append_words (
    GString *out, const char *before, const char *text, guint start, guint end, const char *after)
{
  g_autofree char *words = bul_chars_slice (text, start, end);

  if (*words != '\0')
    g_string_append_printf (out, "%s%s%s", before, words, after);
}

char *
cli_comparison_mark (const char *was, const char *now, const GArray *runs)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      append_words (out, run->same ? "" : "[-", was, run->was_start, run->was_end,
                    run->same ? "" : "-]");
      if (!run->same)
        append_words (out, "{+", now, run->now_start, run->now_end, "+}");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
print_line (const BulComparisonLine *line)
{
  const BulBlock *there = line->now != NULL ? line->now : line->was;
  guint number = line->now != NULL ? line->now_number : line->was_number;
  g_autofree char *marked
      = line->runs == NULL ? g_strdup (there->text)
                           : cli_comparison_mark (line->was->text, line->now->text, line->runs);
  g_autofree char *shown = cli_printable (marked);
  char sign = line->was == NULL ? '+' : line->now == NULL ? '-' : '~';

  g_print ("%c%4u  %s\n", sign, number, shown);
  if (line->was != NULL && line->now != NULL && line->was->kind != line->now->kind)
    g_print ("       %s → %s\n", bul_enum_to_word (bul_block_kind_words, line->was->kind),
             bul_enum_to_word (bul_block_kind_words, line->now->kind));
}

static char *
dup_shown (const char *value)
{
  g_autofree char *shown = value == NULL ? NULL : cli_printable (value);

  return shown == NULL ? g_strdup ("–") : g_strdup_printf ("“%s”", shown);
}

static void
print_thing (const BulComparisonThing *thing)
{
  char sign = thing->was == NULL ? '+' : thing->now == NULL ? '-' : '~';
  g_autofree char *was = dup_shown (thing->was);
  g_autofree char *now = dup_shown (thing->now);

  if (thing->key != NULL)
    g_print ("%c      %s: %s\n", sign, thing->list, thing->key);
  else
    g_print ("%c      %s: %s → %s\n", sign, thing->list, was, now);
}

void
cli_comparison_print (const BulComparison *comparison)
{
  for (guint i = 0; i < comparison->lines->len; i++)
    if (!bul_comparison_line_is_same (comparison->lines->pdata[i]))
      print_line (comparison->lines->pdata[i]);
  for (guint i = 0; i < comparison->things->len; i++)
    print_thing (comparison->things->pdata[i]);
}
