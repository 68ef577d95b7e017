/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aired.h"
#include "bul-enum.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"
#include "cli-text.h"
#include "cli-times.h"

/* What went on air, and whether the story still reads so. */
static void
tell_aired (const BulStory *story)
{
  const BulRevision *aired = bul_aired_get_revision (story);
  g_autoptr (GPtrArray) changes = aired == NULL ? NULL : bul_aired_list_changes (story, NULL);

  if (aired == NULL)
    return;
  g_print ("as aired: revision %u%s%s", aired->number, aired->aired_at == NULL ? "" : ", ",
           aired->aired_at == NULL ? "" : aired->aired_at);
  if (changes == NULL)
    g_print (", which is not what was saved: see “bulletin fsck”\n");
  else
    g_print ("; changes since: %u, without a reason: %u\n", changes->len,
             bul_tracked_count_unreasoned (changes));
}

static void
add_aired (JsonBuilder *builder, const BulStory *story)
{
  const BulRevision *aired = bul_aired_get_revision (story);
  g_autoptr (GPtrArray) changes = aired == NULL ? NULL : bul_aired_list_changes (story, NULL);

  if (aired == NULL)
    return;
  cli_json_number (builder, "aired_revision", aired->number);
  cli_json_string (builder, "aired_at", aired->aired_at);
  if (changes == NULL)
    return;
  cli_json_number (builder, "changes", changes->len);
  cli_json_number (builder, "unreasoned", bul_tracked_count_unreasoned (changes));
}

CliStatus
cli_show (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);

  if (store == NULL)
    return CLI_IO;
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, options->arguments[i], error);

      if (story == NULL)
        return CLI_IO;
      if (options->json)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          cli_json_begin_record (builder, story);
          add_aired (builder, story);
          if (options->times)
            cli_times_add (builder, story, options);
          cli_journals_add (builder, store, story->uid);
          json_builder_end_object (builder);
          cli_json_print (builder);
        }
      cli_journals_tell (store, story->uid);
      if (options->json)
        continue;
      g_print ("%s  %s, revision %u\n", story->uid,
               bul_enum_to_word (bul_story_state_words, story->state),
               bul_story_get_revision_number (story));
      tell_aired (story);
      cli_text_print_story (story);
      if (options->times)
        cli_times_print (story, options);
      cli_text_print_corrections (story);
      cli_text_print_story_findings (story);
    }
  return CLI_DONE;
}
