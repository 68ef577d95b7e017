/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-enum.h"
#include "bul-flow.h"
#include "bul-publisher.h"
#include "cli-command.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, const BulStory *story, const char *key, const char *word)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_autofree char *tag = g_ascii_strup (key, -1);

      g_print ("%.8s: correction %s is %s, saved as revision %u.\n", story->uid, tag, word,
               bul_story_get_revision_number (story));
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "correction", key);
  cli_json_string (builder, "state", word);
  cli_json_number (builder, "revision", bul_story_get_revision_number (story));
  json_builder_end_object (builder);
  cli_json_print (builder);
}

/* Badges and notices say C1. */
static char *
dup_key (const BulStory *story, const char *said)
{
  return bul_story_find (story, said) != NULL ? g_strdup (said) : g_ascii_strdown (said, -1);
}

static CliStatus
move (const CliOptions *options, BulCorrectionState state, GError **error)
{
  const char *word = bul_enum_to_word (bul_correction_state_words, state);
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autofree char *key = NULL;
  BulStory *story;

  if (options->arguments[1] == NULL || options->arguments[2] != NULL)
    return cli_usage_error (error, "Name one story and one of its corrections, such as c1.");
  store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  key = dup_key (story, options->arguments[1]);
  history = bul_history_new (story);
  if (!bul_publisher_move (history, key, state, by, error)
      || !bul_flow_save (store, history, by, word, error))
    return CLI_REFUSED;
  tell (options, bul_history_get_story (history), key, word);
  return CLI_DONE;
}

CliStatus
cli_approve (const CliOptions *options, GError **error)
{
  return move (options, BUL_CORRECTION_APPROVED, error);
}

CliStatus
cli_publish (const CliOptions *options, GError **error)
{
  return move (options, BUL_CORRECTION_PUBLISHED, error);
}

CliStatus
cli_withdraw (const CliOptions *options, GError **error)
{
  return move (options, BUL_CORRECTION_WITHDRAWN, error);
}
