/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-aired.h"
#include "bul-exporters.h"
#include "bul-file.h"
#include "bul-flow.h"
#include "cli-collection.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static void
tell (const CliOptions *options, BulStore *store, const BulStory *story, const char *path)
{
  g_autofree char *shown = NULL;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      shown = g_utf8_make_valid (path, -1);
      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", story->uid);
      cli_json_string (builder, "path", shown);
      cli_journals_add (builder, store, story->uid);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  shown = cli_printable (path);
  g_print ("%.8s  %s\n", story->uid, shown);
}

/* Where a story goes: standard output, the one file named, or a file of its own in the folder. */
static char *
choose_path (const CliOptions *options, const BulStory *story, const char *format, gboolean several)
{
  g_autofree char *name = bul_flow_dup_export_name (story, format);
  const char *output = options->output;

  if (output == NULL)
    return several ? g_steal_pointer (&name) : g_strdup ("-");
  if (several || g_file_test (output, G_FILE_TEST_IS_DIR) || g_str_has_suffix (output, "/"))
    return g_build_filename (output, name, NULL);
  return g_strdup (output);
}

static gboolean
export_one (const CliOptions *options,
            BulStore *store,
            const BulStory *story,
            gboolean several,
            GError **error)
{
  const char *format = options->format == NULL ? "xml" : options->format;
  g_autoptr (BulStory) aired = options->as_aired ? bul_aired_make_story (story, error) : NULL;
  g_autoptr (GBytes) bytes
      = options->as_aired && aired == NULL
            ? NULL
            : bul_flow_export (options->as_aired ? aired : story, format, error);
  g_autofree char *path = NULL;

  if (bytes == NULL)
    return FALSE;
  path = choose_path (options, story, format, several);
  if (!bul_file_write (path, bytes, error))
    return FALSE;
  if (strcmp (path, "-") != 0)
    tell (options, store, story, path);
  cli_journals_tell (store, story->uid);
  return TRUE;
}

CliStatus
cli_export (const CliOptions *options, GError **error)
{
  gboolean several = options->arguments[0] != NULL && options->arguments[1] != NULL;
  gboolean to_folder
      = options->output != NULL && (several || g_str_has_suffix (options->output, "/"));
  g_autoptr (BulStore) store = NULL;

  if (options->query != NULL)
    return cli_collection_export (options, error);
  if (options->format != NULL && bul_exporters_find (options->format) == NULL)
    return cli_usage_error (error,
                            "--format is xml, text, tmx, xliff12, xliff2, csv or html, not “%s”.",
                            options->format);
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  if (store == NULL || (to_folder && !bul_file_make_folder (options->output, error)))
    return CLI_IO;
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, options->arguments[i], error);

      if (story == NULL || !export_one (options, store, story, several, error))
        return CLI_IO;
    }
  return CLI_DONE;
}
