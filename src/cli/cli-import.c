/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <unistd.h>

#include "bul-flow-import.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"

/* Work that is done sooner is its own progress. */
#define BEFORE_PROGRESS G_USEC_PER_SEC

/* One run of the command. */
typedef struct
{
  const CliOptions *options;
  BulFlowImport *import;
  CliStatus status;
  gboolean shows_progress;
  gint64 since;
} Run;

static volatile sig_atomic_t is_interrupted;

/* A second one ends the program as if nobody had asked. */
static void
interrupt (int number)
{
  is_interrupted = 1;
  signal (number, SIG_DFL);
}

static void
clear_progress (const Run *run)
{
  if (run->shows_progress)
    g_printerr ("\r\033[K");
}

/* Of how many is not known while an archive is read. */
static char *
dup_how_far (const BulFlowImportProgress *progress)
{
  if (progress->may_grow)
    return g_strdup_printf ("%u file%s", progress->n_done, progress->n_done == 1 ? "" : "s");
  return g_strdup_printf ("%u of %u files", progress->n_done, progress->n_found);
}

static void
show_progress (const Run *run)
{
  BulFlowImportProgress progress = bul_flow_import_get_progress (run->import);
  g_autofree char *size = g_format_size (progress.n_bytes);

  if (!run->shows_progress || g_get_monotonic_time () - run->since < BEFORE_PROGRESS)
    return;
  clear_progress (run);
  if (progress.is_counting)
    g_printerr ("%u files found", progress.n_found);
  else
    {
      g_autofree char *far = dup_how_far (&progress);

      g_printerr ("%s%s, %s; %u stor%s kept", far, progress.may_grow ? " so far" : "", size,
                  progress.n_kept, progress.n_kept == 1 ? "y" : "ies");
    }
}

static void
add_switch (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* What was odd about the file is told with each of its stories, for a line is all there is. */
static void
tell_json (const BulFlowImported *imported, const BulFlowImportedStory *story)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "path", imported->path);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "headline", story->headline);
  add_switch (builder, "new", story->kept == BUL_FLOW_KEPT_NEW);
  add_switch (builder, "changed", story->kept == BUL_FLOW_KEPT_FURTHER);
  cli_json_findings (builder, imported->findings);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
tell_text (const BulFlowImported *imported, const BulFlowImportedStory *story)
{
  g_autofree char *shown
      = cli_printable (story->headline == NULL ? "(no headline)" : story->headline);
  g_autofree char *name = cli_printable (imported->path);

  g_print ("%s  %s: %s%s\n", story->uid, name, shown,
           story->kept == BUL_FLOW_KEPT_KNOWN ? " (already there, skipped)" : "");
}

/* What is told is kept: the disk has it. */
static void
tell_file (BulFlowImported *told, gpointer data)
{
  Run *run = data;
  g_autoptr (BulFlowImported) imported = told;

  clear_progress (run);
  if (imported->error != NULL)
    {
      g_autofree char *shown = cli_printable (imported->error->message);

      g_printerr ("bulletin: %s\n", shown);
      run->status = cli_status_of (imported->error);
      return;
    }
  for (guint i = 0; i < imported->stories->len; i++)
    (run->options->json ? tell_json : tell_text) (imported, imported->stories->pdata[i]);
  if (!run->options->json)
    cli_text_print_findings (imported->findings);
}

/* Whether all of it was done. */
static gboolean
import_all (Run *run, BulStore *store, const char *by)
{
  while (bul_flow_import_read (run->import, store, NULL))
    {
      if (!bul_flow_import_keep (run->import, store, by, tell_file, run, NULL))
        return FALSE;
      show_progress (run);
      if (is_interrupted)
        return FALSE;
    }
  return TRUE;
}

static CliStatus
tell_end (const Run *run, gboolean is_whole)
{
  BulFlowImportProgress progress = bul_flow_import_get_progress (run->import);
  g_autofree char *far = NULL;

  clear_progress (run);
  if (!run->options->json)
    g_print ("%u kept, %u already there.\n", progress.n_kept, progress.n_known);
  if (is_whole)
    return run->status;
  far = dup_how_far (&progress);
  g_printerr ("bulletin: Stopped behind %s. What was kept is in the library. To go on, give the "
              "same command again: what is there is passed over.\n",
              far);
  return is_interrupted ? CLI_INTERRUPTED : run->status;
}

CliStatus
cli_import (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  BulImportOptions how = { options->encoding, options->repair, options->changed };
  g_autoptr (BulFlowImport) import = NULL;
  Run run = { .options = options, .status = CLI_DONE, .since = g_get_monotonic_time () };
  void (*before) (int);
  gboolean is_whole;

  if (store == NULL)
    return CLI_IO;
  import
      = bul_flow_import_new ((const char *const *) options->arguments, BUL_FLOW_IMPORT_PIPES, &how);
  run.import = import;
  run.shows_progress = isatty (STDERR_FILENO) != 0;
  /* Who runs it out of reach of Ctrl+C means that. */
  before = signal (SIGINT, interrupt);
  if (before == SIG_IGN)
    signal (SIGINT, SIG_IGN);
  is_whole = import_all (&run, store, by);
  signal (SIGINT, before);
  return tell_end (&run, is_whole);
}
