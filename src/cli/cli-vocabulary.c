/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-file.h"
#include "bul-finding.h"
#include "bul-flow-tag.h"
#include "bul-flow-vocabulary.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-tagged.h"
#include "cli-text.h"

/* --- what is shown */

static void
add_list (JsonBuilder *builder, const char *name, GStrv values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
print_json (const BulConcept *concept, GHashTable *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *vocabulary = g_strndup (concept->code, strcspn (concept->code, ":"));

  json_builder_begin_object (builder);
  cli_json_string (builder, "code", concept->code);
  cli_json_string (builder, "vocabulary", vocabulary);
  cli_json_string (builder, "ko", concept->korean);
  cli_json_string (builder, "en", concept->english);
  add_list (builder, "also_ko", concept->other_korean);
  add_list (builder, "also_en", concept->other_english);
  add_list (builder, "parents", concept->parents);
  cli_json_string (builder, "note", concept->note);
  cli_json_string (builder, "match", concept->match);
  json_builder_set_member_name (builder, "retired");
  json_builder_add_boolean_value (builder, concept->retired);
  cli_json_string (builder, "merged_into", concept->merged_into);
  cli_json_number (builder, "stories",
                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, concept->code)));
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_row (const BulVocabulary *vocabulary, const BulVocabularyRow *row, GHashTable *counts)
{
  const BulConcept *concept = row->concept;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, concept->code));
  g_autofree char *names = concept->merged_into == NULL
                               ? cli_tagged_dup_names (vocabulary, concept->code)
                               : g_strdup_printf ("→ %s", concept->merged_into);

  /* What is given no more, and stands nowhere, is of no interest. */
  if (!bul_concept_is_current (concept) && n == 0 && concept->merged_into == NULL)
    return;
  g_print ("%*s%-*s %s", (int) row->depth * 2, "", (int) (30 - MIN (row->depth, 10) * 2),
           concept->code, names);
  if (concept->retired)
    g_print ("  retired");
  if (n > 0)
    g_print ("  %u", n);
  g_print ("\n");
}

static CliStatus
list (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  g_autoptr (GHashTable) counts = vocabulary == NULL ? NULL : bul_store_count_tags (store, error);
  g_autoptr (GArray) rows = NULL;

  if (counts == NULL)
    return CLI_IO;
  rows = bul_vocabulary_list_tree (vocabulary);
  for (guint i = 0; i < rows->len; i++)
    {
      const BulVocabularyRow *row = &g_array_index (rows, BulVocabularyRow, i);

      if (options->json)
        print_json (row->concept, counts);
      else
        print_row (vocabulary, row, counts);
    }
  return CLI_DONE;
}

static void
print_said (const char *what, const char *value)
{
  g_autofree char *shown = value == NULL ? NULL : cli_printable (value);

  if (shown != NULL)
    g_print ("  %-10s %s\n", what, shown);
}

static void
print_list (const char *what, GStrv values)
{
  g_autofree char *joined = values == NULL ? NULL : g_strjoinv (", ", values);

  print_said (what, joined);
}

static void
print_concept (const BulVocabulary *vocabulary, const BulConcept *concept, guint n)
{
  g_autoptr (GPtrArray) below = bul_vocabulary_list_below (vocabulary, concept->code);

  g_print ("%s%s\n", concept->code, concept->retired ? "  retired" : "");
  print_said ("Korean", concept->korean);
  print_said ("English", concept->english);
  print_list ("also", concept->other_korean);
  print_list ("also", concept->other_english);
  print_said ("note", concept->note);
  print_said ("the same", concept->match);
  print_said ("merged to", concept->merged_into);
  print_list ("below", concept->parents);
  for (guint i = 0; i < below->len; i++)
    print_said ("above", ((BulConcept *) below->pdata[i])->code);
  g_print ("  %-10s %u\n", "stories", n);
}

static CliStatus
show (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *concept
      = vocabulary == NULL ? NULL
                           : bul_flow_vocabulary_look_up (vocabulary, options->arguments[1], error);
  g_autoptr (GHashTable) counts = concept == NULL ? NULL : bul_store_count_tags (store, error);

  if (counts == NULL)
    return CLI_IO;
  if (options->json)
    print_json (concept, counts);
  else
    print_concept (vocabulary, concept,
                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, concept->code)));
  return CLI_DONE;
}

/* --- what is changed */

/* Shows it as it is by now. */
static CliStatus
tell_changed (const CliOptions *options, BulStore *store, const char *code, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *concept = vocabulary == NULL ? NULL : bul_vocabulary_find (vocabulary, code);
  g_autoptr (GHashTable) counts = concept == NULL ? NULL : bul_store_count_tags (store, error);

  if (counts == NULL)
    return CLI_IO;
  if (options->json)
    print_json (concept, counts);
  else
    print_concept (vocabulary, concept, GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)));
  return CLI_DONE;
}

static void
set_words (char **place, const char *said)
{
  if (said == NULL)
    return;
  g_free (*place);
  *place = *said == '\0' ? NULL : g_strdup (said);
}

static gboolean
is_korean (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

/* Names are told apart by their letters. */
static void
set_also (BulConcept *concept, const char *said)
{
  g_auto (GStrv) names = g_strsplit (said, ",", -1);
  g_autoptr (GStrvBuilder) korean = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) english = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_strv_builder_add (is_korean (names[i]) ? korean : english, names[i]);
  g_strfreev (concept->other_korean);
  g_strfreev (concept->other_english);
  concept->other_korean = g_strv_builder_end (korean);
  concept->other_english = g_strv_builder_end (english);
}

static void
set_said (BulConcept *concept, const CliOptions *options)
{
  set_words (&concept->korean, options->korean);
  set_words (&concept->english, options->english);
  set_words (&concept->note, options->note);
  set_words (&concept->match, options->match);
  if (options->also != NULL)
    set_also (concept, options->also);
}

/* The code that is meant by words on the command line; %NULL with @error. */
static char *
dup_code (BulStore *store, const char *words, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *concept = vocabulary == NULL ? NULL : bul_vocabulary_find (vocabulary, words);

  if (vocabulary != NULL && concept == NULL)
    concept = bul_flow_vocabulary_look_up (vocabulary, words, error);
  return concept == NULL ? NULL : g_strdup (concept->code);
}

/* One that is retired comes back as it was, but for what is said of it. */
static BulConcept *
make_added (BulStore *store, const char *code, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  const BulConcept *there = vocabulary == NULL ? NULL : bul_vocabulary_find (vocabulary, code);
  BulConcept *concept;

  if (vocabulary == NULL)
    return NULL;
  if (there == NULL)
    return bul_concept_new (code);
  concept = bul_record_copy (there);
  concept->retired = FALSE;
  return concept;
}

static CliStatus
add (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (BulConcept) concept = make_added (store, options->arguments[1], error);
  g_autofree char *parent = NULL;

  if (concept == NULL)
    return CLI_IO;
  if (options->parent != NULL)
    {
      const char *parents[] = { NULL, NULL };

      parent = dup_code (store, options->parent, error);
      if (parent == NULL)
        return CLI_REFUSED;
      parents[0] = parent;
      g_strfreev (concept->parents);
      concept->parents = g_strdupv ((char **) parents);
    }
  set_said (concept, options);
  return bul_flow_vocabulary_add (store, concept, error)
             ? tell_changed (options, store, concept->code, error)
             : CLI_REFUSED;
}

static CliStatus
label (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *code = dup_code (store, options->arguments[1], error);
  g_autoptr (BulVocabulary) vocabulary
      = code == NULL ? NULL : bul_store_load_vocabulary (store, error);
  g_autoptr (BulConcept) concept = NULL;

  if (vocabulary == NULL)
    return CLI_REFUSED;
  concept = bul_record_copy (bul_vocabulary_find (vocabulary, code));
  set_said (concept, options);
  return bul_flow_vocabulary_set (store, concept, error)
             ? tell_changed (options, store, code, error)
             : CLI_REFUSED;
}

static CliStatus
move (const CliOptions *options, BulStore *store, GError **error)
{
  const char *below = options->arguments[2];
  g_autofree char *code = dup_code (store, options->arguments[1], error);
  g_autofree char *parent = NULL;

  if (code == NULL)
    return CLI_REFUSED;
  if (below != NULL && *below != '\0' && (parent = dup_code (store, below, error)) == NULL)
    return CLI_REFUSED;
  return bul_flow_vocabulary_move (store, code, parent, error)
             ? tell_changed (options, store, code, error)
             : CLI_REFUSED;
}

static CliStatus
retire (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *code = dup_code (store, options->arguments[1], error);

  return code != NULL && bul_flow_vocabulary_retire (store, code, error)
             ? tell_changed (options, store, code, error)
             : CLI_REFUSED;
}

static CliStatus
merge (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autofree char *code = dup_code (store, options->arguments[1], error);
  g_autofree char *into = code == NULL ? NULL : dup_code (store, options->arguments[2], error);
  g_autoptr (BulFlowTagResult) result = NULL;

  if (into == NULL)
    return CLI_REFUSED;
  result = bul_flow_tag_merge (store, code, into, by, NULL, error);
  if (result == NULL)
    return CLI_REFUSED;
  cli_tagged_print_result (options, result, bul_tag_deed_words[BUL_TAG_DEED_MERGE], code);
  return result->refusals->len > 0 ? CLI_FINDINGS : CLI_DONE;
}

/* --- files */

static CliStatus
tell_taken (const CliOptions *options,
            const BulFlowVocabularyChange *change,
            const GPtrArray *findings,
            guint n_passed_over)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!options->json)
    {
      g_print (
          "%u new, %u changed, %u the same, %u passed over: no name in Korean or English, or no "
          "code.\n",
          change->n_new, change->n_changed, change->n_same, n_passed_over);
      cli_text_print_findings (findings);
      return CLI_DONE;
    }
  json_builder_begin_object (builder);
  cli_json_string (builder, "path", options->arguments[1]);
  cli_json_number (builder, "new", change->n_new);
  cli_json_number (builder, "changed", change->n_changed);
  cli_json_number (builder, "same", change->n_same);
  cli_json_number (builder, "passed_over", n_passed_over);
  cli_json_findings (builder, findings);
  json_builder_end_object (builder);
  cli_json_print (builder);
  return CLI_DONE;
}

static CliStatus
import (const CliOptions *options, BulStore *store, GError **error)
{
  guint n_passed_over = 0;
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (BulVocabulary) vocabulary
      = bul_flow_vocabulary_read_file (options->arguments[1], findings, &n_passed_over, error);
  BulFlowVocabularyChange change;

  if (vocabulary == NULL || !bul_flow_vocabulary_take (store, vocabulary, &change, error))
    return CLI_IO;
  return tell_taken (options, &change, findings, n_passed_over);
}

static CliStatus export(const CliOptions *options, BulStore *store, GError **error)
{
  const char *format = options->format == NULL ? "skos" : options->format;
  const char *path = options->output == NULL ? "-" : options->output;
  g_autoptr (GBytes) bytes = bul_flow_vocabulary_export (store, format, error);

  return bytes != NULL && bul_file_write (path, bytes, error) ? CLI_DONE : CLI_IO;
}

/* --- the command */

static const struct
{
  const char *name;
  BulStoreMode mode;
  guint least; /* so many words have to follow, and at most so many */
  guint most;
  CliStatus (*run) (const CliOptions *options, BulStore *store, GError **error);
} deeds[] = {
  { "list", BUL_STORE_READ_ONLY, 0, 0, list },
  { "show", BUL_STORE_READ_ONLY, 1, 1, show },
  /* what changes it */
  { "add", BUL_STORE_READ_WRITE, 1, 1, add },
  { "label", BUL_STORE_READ_WRITE, 1, 1, label },
  { "move", BUL_STORE_READ_WRITE, 1, 2, move },
  { "merge", BUL_STORE_READ_WRITE, 2, 2, merge },
  { "retire", BUL_STORE_READ_WRITE, 1, 1, retire },
  /* files */
  { "import", BUL_STORE_READ_WRITE, 1, 1, import },
  { "export", BUL_STORE_READ_ONLY, 0, 0, export },
};

CliStatus
cli_vocabulary (const CliOptions *options, GError **error)
{
  guint n = g_strv_length (options->arguments) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (BulStore) store = NULL;

      if (strcmp (deeds[i].name, options->arguments[0]) != 0)
        continue;
      if (n < deeds[i].least || n > deeds[i].most)
        return cli_words_error (error, "vocabulary", deeds[i].name, deeds[i].least, deeds[i].most,
                                n);
      store = cli_open_library (options, deeds[i].mode, error);
      return store == NULL ? CLI_IO : deeds[i].run (options, store, error);
    }
  return cli_usage_error (error,
                          "“vocabulary” does one of list, show, add, label, move, merge, "
                          "retire, import and export, not “%s”.",
                          options->arguments[0]);
}
