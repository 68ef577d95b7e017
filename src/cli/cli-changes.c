/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aired.h"
#include "bul-correction.h"
#include "bul-enum.h"
#include "bul-past.h"
#include "bul-relined.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
print_json (const BulStory *story, guint n, const BulTracked *change)
{
  const BulCorrection *correction
      = change->correction == NULL ? NULL : bul_story_find (story, change->correction);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_number (builder, "n", n);
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
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_boolean_value (builder, change->review != NULL);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulStory *story, guint n, const BulTracked *change)
{
  const BulCorrection *correction
      = change->correction == NULL ? NULL : bul_story_find (story, change->correction);
  g_autofree char *was = cli_printable (change->was);
  g_autofree char *now = cli_printable (change->now);
  g_autofree char *reason = correction == NULL ? NULL : cli_printable (correction->reason);

  if (change->number == 0)
    g_print ("  %2u  gone      “%s”", n, was);
  else
    g_print ("  %2u  line %-4u “%s” → “%s”", n, change->number, was, now);
  if (correction != NULL)
    g_print ("  %s, %s: %s", correction->key,
             bul_enum_to_word (bul_class_words, correction->error_class), reason);
  else if (bul_aired_get_revision (story) != NULL)
    g_print ("  needs a reason");
  g_print ("%s\n", change->review != NULL ? "  accepted" : "");
}

static void
print_head (const BulStory *story, guint base, const GPtrArray *changes)
{
  if (bul_aired_get_revision (story) != NULL)
    g_print ("%.8s  as aired: revision %u; changes since: %u, without a reason: %u", story->uid,
             base, changes->len, bul_tracked_count_unreasoned (changes));
  else
    g_print ("%.8s  not aired; changes since revision %u: %u", story->uid, base, changes->len);
  g_print (", not reviewed: %u\n", bul_tracked_count_unreviewed (changes));
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
      guint number = story == NULL ? 0 : bul_aired_get_base (story);
      g_autoptr (BulStory) base
          = story == NULL ? NULL : bul_relined_take (bul_past_make (story, number, error), story);
      g_autoptr (GPtrArray) changes = base == NULL ? NULL : bul_tracked_list (base, story);

      if (changes == NULL)
        return CLI_IO;
      if (!options->json)
        print_head (story, number, changes);
      for (guint j = 0; j < changes->len; j++)
        {
          if (options->json)
            print_json (story, j + 1, changes->pdata[j]);
          else
            print_text (story, j + 1, changes->pdata[j]);
        }
      cli_journals_tell (store, story->uid);
    }
  return CLI_DONE;
}
