/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow-batch.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"

/* What one run has kept so far. */
typedef struct
{
  const CliOptions *options;
  BulFlowBatch *batch;
  guint n_new;
  guint n_known;
  CliStatus status;
} Run;

static void
tell_story (Run *run, const char *path, const BulStory *story, const char *uid, gboolean is_new)
{
  const char *headline = bul_story_get_headline (story);

  if (run->options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *shown = g_utf8_make_valid (path, -1);

      json_builder_begin_object (builder);
      cli_json_string (builder, "path", shown);
      cli_json_string (builder, "uid", uid);
      cli_json_string (builder, "headline", headline);
      json_builder_set_member_name (builder, "new");
      json_builder_add_boolean_value (builder, is_new);
      json_builder_end_object (builder);
      cli_json_print (builder);
    }
  else
    {
      g_autofree char *shown = cli_printable (headline == NULL ? "(no headline)" : headline);
      g_autofree char *name = cli_printable (path);

      g_print ("%s  %s: %s%s\n", uid, name, shown, is_new ? "" : " (already there, skipped)");
    }
}

static void
note_failure (Run *run, const GError *failed)
{
  g_printerr ("bulletin: %s\n", failed->message);
  run->status = cli_status_of (failed);
}

/* What is told is kept: the disk has it. */
static void
tell_file (const char *path,
           const BulImport *import,
           const char *const *uids,
           guint n_new,
           const GError *failed,
           gpointer data)
{
  Run *run = data;

  if (failed != NULL)
    {
      note_failure (run, failed);
      return;
    }
  for (guint i = 0; i < import->stories->len; i++)
    {
      const BulStory *story = import->stories->pdata[i];
      gboolean is_new = n_new > 0 && strcmp (story->uid, uids[i]) == 0;

      tell_story (run, path, story, uids[i], is_new);
    }
  run->n_new += n_new;
  run->n_known += import->stories->len - n_new;
  if (import->findings->len > 0 && !run->options->json)
    cli_text_print_findings (import->findings);
}

static void
import_file (Run *run, const char *path)
{
  g_autoptr (GError) failed = NULL;
  BulImportOptions how = { run->options->encoding, run->options->repair, run->options->changed };
  BulImport *import = bul_flow_read_file (path, &how, &failed);

  if (import != NULL)
    {
      bul_flow_batch_add (run->batch, path, import);
      return;
    }
  bul_flow_batch_flush (run->batch);
  note_failure (run, failed);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files whose names say that they are no scripts are passed over inside a folder. */
static gboolean
is_hidden (const char *name)
{
  return name[0] == '.' || g_str_has_suffix (name, "~");
}

static void import_path (Run *run, const char *path);

static void
import_folder (Run *run, const char *path)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &failed);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      note_failure (run, failed);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!is_hidden (name))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    import_path (run, names->pdata[i]);
}

static void
import_path (Run *run, const char *path)
{
  gboolean is_folder
      = strcmp (path, "-") != 0 && g_file_test (path, G_FILE_TEST_IS_DIR)
        && !(g_file_test (path, G_FILE_TEST_IS_SYMLINK) && run->options->arguments[0] != path);

  if (is_folder)
    import_folder (run, path);
  else
    import_file (run, path);
}

CliStatus
cli_import (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulFlowBatch) batch = NULL;
  Run run = { .options = options, .status = CLI_DONE };

  if (store == NULL)
    return CLI_IO;
  batch = run.batch = bul_flow_batch_new (store, by, tell_file, &run);
  for (guint i = 0; options->arguments[i] != NULL; i++)
    import_path (&run, options->arguments[i]);
  bul_flow_batch_flush (batch);
  if (!options->json)
    g_print ("%u kept, %u already there.\n", run.n_new, run.n_known);
  return run.status;
}
