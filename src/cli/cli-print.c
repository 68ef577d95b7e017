/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-file.h"
#include "bul-flow-print.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, const BulPrint *print, const GPtrArray *stories, const char *path)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *shown = NULL;

  if (!options->json)
    {
      shown = cli_printable (path);
      g_print ("%s: %u pages\n", shown, bul_print_get_n_pages (print));
      return;
    }
  shown = g_utf8_make_valid (path, -1);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "path", shown);
  cli_json_number (builder, "pages", bul_print_get_n_pages (print));
  json_builder_set_member_name (builder, "uids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stories->len; i++)
    json_builder_add_string_value (builder, ((const BulStory *) stories->pdata[i])->uid);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static gboolean
check_said (const CliOptions *options, GError **error)
{
  if (options->output == NULL)
    cli_usage_error (error, "“print” needs -o FILE.pdf; “-” is standard output.");
  else if (options->paper != NULL && bul_paper_find (options->paper) == NULL)
    cli_usage_error (error, "--paper is a4 or letter, not “%s”.", options->paper);
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_stories (
    const CliOptions *options, BulStore *store, BulPrint *print, GPtrArray *stories, GError **error)
{
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, options->arguments[i], error);

      if (story == NULL || !bul_flow_print_add (print, story, error))
        return FALSE;
      g_ptr_array_add (stories, g_steal_pointer (&story));
    }
  return TRUE;
}

/* The file named, or one called after the first story in the folder named. */
static char *
dup_path (const CliOptions *options, const GPtrArray *stories)
{
  g_autofree char *name = bul_flow_dup_export_name (stories->pdata[0], "pdf");

  if (g_file_test (options->output, G_FILE_TEST_IS_DIR))
    return g_build_filename (options->output, name, NULL);
  return g_strdup (options->output);
}

CliStatus
cli_print (const CliOptions *options, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_record_free);
  BulPrintOptions on = { .large = options->large, .printed = now };
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulPrint) print = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = NULL;

  if (!check_said (options, error))
    return CLI_USAGE;
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  if (store == NULL)
    return CLI_IO;
  on.paper = options->paper == NULL ? bul_papers[0] : *bul_paper_find (options->paper);
  print = bul_print_new (&on);
  pdf = add_stories (options, store, print, stories, error) ? bul_print_make_pdf (print, error)
                                                            : NULL;
  if (pdf == NULL)
    return CLI_IO;
  path = dup_path (options, stories);
  if (!bul_file_write (path, pdf, error))
    return CLI_IO;
  if (strcmp (path, "-") != 0)
    tell (options, print, stories, path);
  for (guint i = 0; i < stories->len; i++)
    cli_journals_tell (store, ((const BulStory *) stories->pdata[i])->uid);
  return CLI_DONE;
}
