/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-enum.h"
#include "bul-notice.h"
#include "bul-story.h"
#include "cli-command.h"
#include "cli-json.h"

static gboolean
wanted (const CliOptions *options, const BulNoticeText *text)
{
  const char *use = options->use == NULL ? "page" : options->use;

  return g_strcmp0 (bul_enum_to_word (bul_notice_use_words, text->use), use) == 0
         && (options->language == NULL || g_strcmp0 (options->language, text->language) == 0);
}

static void
print_text (const CliOptions *options, const BulNotice *notice, const BulNoticeText *text)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%s\n", text->text);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "notice", notice->key);
  cli_json_string (builder, "language", text->language);
  cli_json_string (builder, "use", bul_enum_to_word (bul_notice_use_words, text->use));
  cli_json_string (builder, "text", text->text);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static gboolean
check_said (const CliOptions *options, GError **error)
{
  guint use;

  if (options->arguments[1] != NULL)
    cli_usage_error (error, "“notice” takes one story at a time.");
  else if (options->language != NULL && g_strcmp0 (options->language, "ko") != 0
           && g_strcmp0 (options->language, "en") != 0)
    cli_usage_error (error, "--lang is ko or en, not “%s”.", options->language);
  else if (options->use != NULL && !bul_enum_from_word (bul_notice_use_words, options->use, &use))
    cli_usage_error (error, "--use is page or on-air, not “%s”.", options->use);
  else
    return TRUE;
  return FALSE;
}

CliStatus
cli_notice (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulStory) story = NULL;
  guint n_live = 0;

  if (!check_said (options, error))
    return CLI_USAGE;
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  for (guint i = 0; i < story->notices->len; i++)
    {
      const BulNotice *notice = story->notices->pdata[i];

      if (!bul_notice_is_live (notice, story->corrections))
        continue;
      n_live++;
      for (guint j = 0; j < notice->texts->len; j++)
        if (wanted (options, notice->texts->pdata[j]))
          print_text (options, notice, notice->texts->pdata[j]);
    }
  if (n_live == 0)
    g_printerr ("bulletin: This story has no notices.\n");
  return CLI_DONE;
}
