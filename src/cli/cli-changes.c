/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aired.h"
#include "bul-enum.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
print_json (const BulStory *story, const BulAiredChange *change)
{
  const BulCorrection *correction
      = change->correction == NULL ? NULL : bul_story_find (story, change->correction);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "script", change->script);
  cli_json_string (builder, "key", change->block);
  cli_json_number (builder, "block", change->number);
  cli_json_words (builder, "was", change->was);
  cli_json_words (builder, "now", change->now);
  cli_json_string (builder, "correction", change->correction);
  cli_json_string (
      builder, "class",
      correction == NULL ? NULL : bul_enum_to_word (bul_class_words, correction->error_class));
  cli_json_string (builder, "reason", correction == NULL ? NULL : correction->reason);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulStory *story, const BulAiredChange *change)
{
  const BulCorrection *correction
      = change->correction == NULL ? NULL : bul_story_find (story, change->correction);
  g_autofree char *was = cli_printable (change->was);
  g_autofree char *now = cli_printable (change->now);
  g_autofree char *reason = correction == NULL ? NULL : cli_printable (correction->reason);

  if (change->number == 0)
    g_print ("  gone      “%s”", was);
  else
    g_print ("  line %-4u “%s” → “%s”", change->number, was, now);
  if (correction == NULL)
    g_print ("  needs a reason\n");
  else
    g_print ("  %s, %s: %s\n", correction->key,
             bul_enum_to_word (bul_class_words, correction->error_class), reason);
}

CliStatus
cli_changes (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);

  if (store == NULL)
    return CLI_IO;
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, options->arguments[i], error);
      g_autoptr (GPtrArray) changes = story == NULL ? NULL : bul_aired_list_changes (story, error);

      if (changes == NULL)
        return CLI_IO;
      if (!options->json)
        g_print ("%.8s  as aired: revision %u; %u changes since, %u of them need a reason\n",
                 story->uid, bul_aired_get_revision (story)->number, changes->len,
                 bul_aired_count_unreasoned (changes));
      for (guint j = 0; j < changes->len; j++)
        {
          if (options->json)
            print_json (story, changes->pdata[j]);
          else
            print_text (story, changes->pdata[j]);
        }
      cli_journals_tell (store, story->uid);
    }
  return CLI_DONE;
}
