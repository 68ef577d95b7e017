/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-conflict.h"
#include "bul-flow.h"
#include "bul-store-journal.h"
#include "cli-command.h"
#include "cli-comparison.h"
#include "cli-journals.h"
#include "cli-json.h"

typedef struct
{
  const CliOptions *options;
  const BulStory *story;
} Run;

static void
print_row (const BulJournal *journal, const char *state, gpointer data)
{
  const Run *run = data;
  g_autofree char *by = cli_printable (journal->by == NULL ? "–" : journal->by);
  const char *headline = bul_story_get_headline (run->story);
  g_autofree char *shown = cli_printable (headline == NULL ? "" : headline);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!run->options->json)
    {
      g_print ("%.8s  %.8s  %-8s  %s  %s  r%u  %u step%s%s  %s\n", journal->uuid, journal->story,
               state, journal->at == NULL ? "–" : journal->at, by, journal->base_revision,
               journal->steps->len, journal->steps->len == 1 ? "" : "s",
               journal->damaged ? " (damaged)" : "", shown);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", journal->story);
  cli_journals_add_members (builder, journal, state);
  cli_json_number (builder, "revision", bul_story_get_revision_number (run->story));
  cli_json_string (builder, "headline", headline);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

/* What taking it would change in the story as it is saved. */
static void
print_difference (const BulJournal *journal, const char *state, gpointer data)
{
  const Run *run = data;
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulStory) version = bul_flow_make_version (run->story, journal, NULL, &failed);
  g_autoptr (BulComparison) comparison = NULL;

  print_row (journal, state, data);
  if (version == NULL)
    {
      g_printerr ("bulletin: %.8s: %s\n", journal->uuid, failed->message);
      return;
    }
  comparison = bul_comparison_new (run->story, version);
  if (run->options->json)
    cli_comparison_print_json (comparison, run->story->uid);
  else
    cli_comparison_print (comparison);
}

static gboolean
print_story (BulStore *store,
             const CliOptions *options,
             const char *uid,
             CliJournalFunc func,
             GError **error)
{
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, uid, error);
  g_autoptr (BulStory) story = opened == NULL ? NULL : bul_flow_load (store, uid, error);
  Run run = { options, story };

  if (story == NULL)
    return FALSE;
  cli_journals_foreach (opened, func, &run);
  return TRUE;
}

static gboolean
print_all (BulStore *store, const CliOptions *options, GError **error)
{
  g_autoptr (GPtrArray) journals = bul_store_load_journals (store, NULL, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (journals == NULL)
    return FALSE;
  for (guint i = 0; i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];

      if (g_hash_table_add (seen, journal->story)
          && !print_story (store, options, journal->story, print_row, error))
        return FALSE;
    }
  return TRUE;
}

/* The one journal of the story whose id begins with @said. */
static const BulJournal *
find_journal (const GPtrArray *journals, const char *said, GError **error)
{
  const BulJournal *found = NULL;

  for (guint i = 0; i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];

      if (!g_str_has_prefix (journal->uuid, said))
        continue;
      if (found != NULL)
        {
          g_set_error (error, BUL_ERROR, BUL_ERROR_AMBIGUOUS,
                       "Several edits begin with “%s”: give more of it.", said);
          return NULL;
        }
      found = journal;
    }
  if (found == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "The story has no edits “%s”; “bulletin conflicts” lists them.", said);
  return found;
}

static void
tell (const CliOptions *options, const BulJournal *journal, const char *what, guint revision)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json && revision > 0)
    g_print ("%.8s: %s, saved as revision %u.\n", journal->story, what, revision);
  else if (!options->json)
    g_print ("%.8s: %s.\n", journal->story, what);
  if (!options->json)
    return;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", journal->story);
  cli_json_string (builder, what, journal->uuid);
  if (revision > 0)
    cli_json_number (builder, "revision", revision);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static CliStatus
settle (BulStore *store, const CliOptions *options, const char *uid, GError **error)
{
  const char *said = options->take != NULL ? options->take : options->drop;
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (GPtrArray) journals = bul_store_load_journals (store, uid, error);
  const BulJournal *journal = journals == NULL ? NULL : find_journal (journals, said, error);
  guint revision = 0;

  if (journal == NULL)
    return CLI_REFUSED;
  if (options->take != NULL)
    revision = bul_flow_take_journal (store, journal, by, error);
  else if (!bul_store_drop_journal (store, journal->uuid, error))
    return CLI_REFUSED;
  if (options->take != NULL && revision == 0)
    return CLI_REFUSED;
  tell (options, journal, options->take != NULL ? "taken" : "dropped", revision);
  return CLI_DONE;
}

CliStatus
cli_conflicts (const CliOptions *options, GError **error)
{
  gboolean settles = options->take != NULL || options->drop != NULL;
  const char *said = options->arguments[0];
  g_autoptr (BulStore) store = NULL;
  g_autofree char *uid = NULL;

  if (said != NULL && options->arguments[1] != NULL)
    return cli_usage_error (error, "“conflicts” takes one story at a time.");
  if (settles && (said == NULL || (options->take != NULL && options->drop != NULL)))
    return cli_usage_error (error, "Name the story, and either --take ID or --drop ID.");
  store = cli_open_library (options, settles ? BUL_STORE_READ_WRITE : BUL_STORE_READ_ONLY, error);
  if (store == NULL)
    return CLI_IO;
  if (said == NULL)
    return print_all (store, options, error) ? CLI_DONE : CLI_IO;
  uid = bul_store_resolve (store, said, error);
  if (uid == NULL)
    return CLI_REFUSED;
  if (settles)
    return settle (store, options, uid, error);
  return print_story (store, options, uid, print_difference, error) ? CLI_DONE : CLI_IO;
}
