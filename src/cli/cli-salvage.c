/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-salvage.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"

typedef struct
{
  const CliOptions *options;
  guint n_stories[BUL_FLOW_SALVAGED_LOST + 1];
} Run;

static const char *const states[] = { "whole", "part", "lost" };

static void
print_json (const BulFlowSalvaged *story)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "headline", story->headline);
  cli_json_string (builder, "kept", states[story->state]);
  cli_json_number (builder, "revisions", story->n_revisions);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < story->notes->len; i++)
    json_builder_add_string_value (builder, story->notes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulFlowSalvaged *story)
{
  static const char *const words[] = { "whole", "in part", "LOST" };
  g_autofree char *headline
      = cli_printable (story->headline == NULL ? "(no headline)" : story->headline);

  g_print ("%s  %s: kept %s, %u revision%s\n", story->uid, headline, words[story->state],
           story->n_revisions, story->n_revisions == 1 ? "" : "s");
  for (guint i = 0; i < story->notes->len; i++)
    {
      g_autofree char *note = cli_printable (story->notes->pdata[i]);

      g_print ("    %s\n", note);
    }
}

static void
tell (const BulFlowSalvaged *story, gpointer data)
{
  Run *run = data;

  run->n_stories[story->state]++;
  if (run->options->json)
    print_json (story);
  else
    print_text (story);
}

/* What was not there is not told of. */
static void
print_beside (const guint *n)
{
  if (n[BUL_STORE_PEOPLE] + n[BUL_STORE_CONCEPTS] + n[BUL_STORE_RECEIPTS] + n[BUL_STORE_SEARCHES]
      == 0)
    return;
  g_print (
      "Kept beside them: %u people, %u entries of the vocabulary, %u receipts of tags, %u saved "
      "searches.\n",
      n[BUL_STORE_PEOPLE], n[BUL_STORE_CONCEPTS], n[BUL_STORE_RECEIPTS], n[BUL_STORE_SEARCHES]);
}

static void
print_facts (const Run *run, const BulSalvage *facts, const char *fresh)
{
  g_autofree char *name = cli_printable (fresh);

  g_print ("%u stor%s whole, %u in part, %u lost. Read %u pages, %u of them from the log; %u bad "
           "pages, %u bad rows, %u rows found astray.\n",
           run->n_stories[BUL_FLOW_SALVAGED_WHOLE],
           run->n_stories[BUL_FLOW_SALVAGED_WHOLE] == 1 ? "y" : "ies",
           run->n_stories[BUL_FLOW_SALVAGED_PART], run->n_stories[BUL_FLOW_SALVAGED_LOST],
           facts->n_pages, facts->n_frames, facts->n_bad_pages, facts->n_bad_rows, facts->n_strays);
  print_beside (facts->n_beside);
  g_print ("The damaged library was not changed; what could be read is in “%s”.\n", name);
}

CliStatus
cli_salvage (const CliOptions *options, GError **error)
{
  const char *fresh = options->arguments[1];
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulSalvage) facts = NULL;
  Run run = { .options = options };

  if (fresh == NULL || options->arguments[2] != NULL)
    return cli_usage_error (error, "“salvage” needs the damaged library and a name for a new one.");
  if (!bul_flow_salvage (options->arguments[0], fresh, by, tell, &run, &facts, error))
    return CLI_IO;
  if (!options->json)
    print_facts (&run, facts, fresh);
  return run.n_stories[BUL_FLOW_SALVAGED_PART] + run.n_stories[BUL_FLOW_SALVAGED_LOST] > 0
                 || facts->n_bad_pages + facts->n_bad_rows > 0
             ? CLI_FINDINGS
             : CLI_DONE;
}
