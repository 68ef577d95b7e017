/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-corrector.h"
#include "bul-enum.h"
#include "bul-flow-air.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"

static gboolean
read_word (
    const char *const *words, const char *option, const char *word, guint *value, GError **error)
{
  if (word == NULL || bul_enum_from_word (words, word, value))
    return TRUE;
  cli_usage_error (error, "“%s” is no value for --%s; see “bulletin correct --help”.", word,
                   option);
  return FALSE;
}

static gboolean
check_said (const CliOptions *options, GError **error)
{
  if (options->arguments[1] != NULL)
    cli_usage_error (error, "“correct” takes one story at a time.");
  else if (options->was == NULL || options->now == NULL)
    cli_usage_error (error, "“correct” needs --was TEXT and --now TEXT.");
  else if (options->error_class == NULL || options->reason == NULL)
    cli_usage_error (error, "“correct” needs --class CLASS and --reason TEXT.");
  else
    return TRUE;
  return FALSE;
}

static void
tell (const CliOptions *options, const BulStory *story, const char *key)
{
  const BulCorrection *correction = bul_story_find (story, key);

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", story->uid);
      cli_json_string (builder, "correction", key);
      cli_json_number (builder, "revision", bul_story_get_revision_number (story));
      cli_json_string (builder, "was", correction->was);
      cli_json_string (builder, "now", correction->now);
      json_builder_end_object (builder);
      cli_json_print (builder);
    }
  else
    {
      g_autofree char *tag = g_ascii_strup (key, -1);
      g_autofree char *was = cli_printable (correction->was);
      g_autofree char *now = cli_printable (correction->now);

      g_print ("%.8s: correction %s, “%s” → “%s”, saved as revision %u.\n", story->uid, tag, was,
               now, bul_story_get_revision_number (story));
    }
}

CliStatus
cli_correct (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autofree char *key = NULL;
  BulCorrectionDraft draft
      = { .was = options->was, .now = options->now, .reason = options->reason, .by = by };
  BulStory *story;

  if (!check_said (options, error)
      || !read_word (bul_class_words, "class", options->error_class, &draft.error_class, error)
      || !read_word (bul_weight_words, "weight", options->weight, &draft.weight, error)
      || !read_word (bul_found_by_words, "found-by", options->found_by, &draft.found_by, error))
    return CLI_USAGE;
  store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;

  history = bul_history_new (story);
  if (!bul_flow_find_passage (story, draft.was, draft.now, options->block, &draft.passage, error))
    return CLI_REFUSED;
  key = bul_corrector_raise (history, &draft, error);
  if (key == NULL || !bul_flow_save (store, history, by, "Correction", error))
    return CLI_REFUSED;
  tell (options, bul_history_get_story (history), key);
  return CLI_DONE;
}
