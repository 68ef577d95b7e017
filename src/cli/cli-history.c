/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-revision.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
print_json (const BulStory *story, const BulRevision *revision)
{
  BulFlowSize size = bul_flow_measure_revision (revision);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_number (builder, "revision", revision->number);
  cli_json_string (builder, "uuid", revision->uuid);
  cli_json_string (builder, "at", revision->at);
  cli_json_string (builder, "by", revision->by);
  cli_json_string (builder, "summary", revision->summary);
  json_builder_set_member_name (builder, "aired");
  json_builder_add_boolean_value (builder, revision->aired);
  cli_json_number (builder, "lines", size.n_lines);
  cli_json_number (builder, "removed", size.n_removed);
  cli_json_number (builder, "inserted", size.n_inserted);
  cli_json_number (builder, "records", size.n_records);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static char *
dup_size (BulFlowSize size)
{
  if (size.n_lines == 0 && size.n_records == 0)
    return g_strdup ("");
  return g_strdup_printf ("%u %s −%u +%u", size.n_lines, size.n_lines == 1 ? "line" : "lines",
                          size.n_removed, size.n_inserted);
}

static void
print_text (const BulRevision *revision)
{
  g_autofree char *size = dup_size (bul_flow_measure_revision (revision));
  g_autofree char *by = cli_printable (revision->by == NULL ? "–" : revision->by);
  g_autofree char *summary = cli_printable (revision->summary == NULL ? "" : revision->summary);

  g_print ("r%-4u %s  %s  %s%s%s%s\n", revision->number, revision->at == NULL ? "–" : revision->at,
           by, size, *size != '\0' && *summary != '\0' ? "  " : "", summary,
           revision->aired ? "  [as aired]" : "");
}

CliStatus
cli_history (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);

  if (store == NULL)
    return CLI_IO;
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, options->arguments[i], error);

      if (story == NULL)
        return CLI_IO;
      for (guint j = 0; j < story->revisions->len; j++)
        {
          if (options->json)
            print_json (story, story->revisions->pdata[j]);
          else
            print_text (story->revisions->pdata[j]);
        }
      cli_journals_tell (store, story->uid);
    }
  return CLI_DONE;
}
