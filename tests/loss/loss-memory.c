/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-revision.h"
#include "bul-store-journal.h"
#include "loss-deeds.h"
#include "loss-disk.h"
#include "loss-facts.h"

/*
 * loss-memory [EVERY [FIRST [DAY]]]: SQLite gets no memory at its Nth request, for each (or each
 * EVERYth) N until all is done without that request, once and from there on. Each deed is done, or
 * is not and says so, or the program ends as it does where GLib gets no memory; the library is
 * sound after it and holds what was confirmed. DAY says what is done: “saving”, or “others”.
 */

typedef struct
{
  long at; /* 0: all requests are granted */
  gboolean sticky;
  long n;
  sqlite3_mem_methods real;
} Memory;

static Memory memory;
static int told_to; /* where a deed is confirmed */
static gboolean does_others;

static gboolean
is_refused (void)
{
  memory.n++;
  return memory.at > 0 && (memory.n == memory.at || (memory.sticky && memory.n > memory.at));
}

static void *
get_memory (int size)
{
  return is_refused () ? NULL : memory.real.xMalloc (size);
}

static void *
resize_memory (void *old, int size)
{
  return is_refused () ? NULL : memory.real.xRealloc (old, size);
}

static void
take_over_memory (void)
{
  sqlite3_mem_methods methods;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory.real);
  methods = memory.real;
  methods.xMalloc = get_memory;
  methods.xRealloc = resize_memory;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &methods);
  sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0);
  /* From here on no request is the first of all. */
  sqlite3_initialize ();
}

/* In the child: what is logged is a fault, but for the word that memory ran out. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, void *data G_GNUC_UNUSED)
{
  const char *message = "";

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  if (strstr (message, "failed to allocate") != NULL)
    return G_LOG_WRITER_HANDLED;
  fprintf (stderr, "%s\n", message);
  _exit ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0 ? 9 : 0);
}

static BulImport *
read_script (guint n)
{
  char *text = g_strdup_printf (" date 2026-03-18 News 9\n\n[Anchor]\n\nBoat %u left.\n\n"
                                "[Report]\n\n[Oh Sun-hee/Danpo resident: \"It cost 27.\"]\n",
                                n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return bul_importers_read (bytes, "boat.txt", NULL, NULL);
}

static void
check_error (gboolean done, const GError *error)
{
  if (done != (error == NULL) || (error != NULL && strlen (error->message) < 20))
    g_error ("Neither done nor said: %s", error == NULL ? "" : error->message);
}

static void confirm (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
confirm (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (told_to, line, strlen (line)) < 0 || write (told_to, "\n", 1) < 0)
    abort ();
}

/* What was read is kept as a story; the story is read again, and equal. */
static void
keep (BulStore *store, guint n)
{
  g_autoptr (BulImport) import = read_script (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulStory) loaded = NULL;
  g_auto (GStrv) uids = NULL;
  gboolean done = bul_flow_keep (store, import, "Min", &uids, NULL, &error);

  check_error (done, error);
  if (!done)
    return;
  confirm ("kept %s", uids[0]);
  loaded = bul_flow_load (store, uids[0], &failed);
  check_error (loaded != NULL, failed);
  if (loaded != NULL && !bul_record_equal (loaded, import->stories->pdata[0]))
    g_error ("%s is not what was kept", uids[0]);
}

static void
type_and_save (BulStore *store, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, uid, &error);
  g_autoptr (BulJournal) journal = NULL;
  gboolean done;

  check_error (opened != NULL, error);
  if (opened == NULL || !bul_history_replace (opened->history, "b3", 0, 0, "w1 ", NULL))
    return;
  journal = bul_history_make_journal (opened->history, NULL, "Typist");
  done = bul_store_write_journal (store, journal, &error);
  check_error (done, error);
  if (done)
    confirm ("typed %s b3 1", uid);
  else
    bul_history_journal_failed (opened->history);
  done = bul_flow_save (store, opened->history, "Min", NULL, &failed);
  check_error (done, failed);
  if (done)
    {
      const BulStory *story = bul_history_get_story (opened->history);

      confirm ("saved %s 2 %s", uid, ((BulRevision *) story->revisions->pdata[1])->hash);
    }
}

static void
note_finding (const char *uid G_GNUC_UNUSED, const char *message, gpointer data G_GNUC_UNUSED)
{
  /* What there was no memory to read is told of, as what cannot be read. */
  if (strstr (message, "memory") == NULL && strstr (message, "error code=7") == NULL)
    g_error ("A sound library is said not to be: %s", message);
}

static void
note_deed (const char *name, gboolean done, const GError *error)
{
  check_error (done, error);
  if (g_getenv ("LOSS_TELLS") != NULL)
    g_printerr ("%s: %s, %ld requests so far\n", name, done ? "done" : error->message, memory.n);
}

/* A day's work; @uid is of a story that was there before. */
static void
work (const char *path, const char *uid)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  g_autoptr (GPtrArray) rows = NULL;
  gboolean done;

  check_error (store != NULL, error);
  if (store == NULL)
    return;
  if (does_others)
    loss_deeds_do (&(LossDeedsDesk){ store, folder, uid }, note_deed);
  else
    {
      keep (store, 2);
      type_and_save (store, uid);
    }
  rows = bul_store_list (store, &error);
  check_error (rows != NULL, error);
  g_clear_error (&error);
  done = bul_flow_check (store, note_finding, NULL, &error);
  check_error (done, error);
}

static char *
make_library (const char *path, LossFacts *facts)
{
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, NULL);
  g_autoptr (BulImport) import = read_script (1);
  g_auto (GStrv) uids = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (bul_flow_keep (store, import, "Min", &uids, NULL, NULL));
  kept = g_strdup_printf ("kept %s", uids[0]);
  loss_facts_add_line (facts, kept);
  return does_others ? loss_deeds_prepare (store) : g_strdup (uids[0]);
}

/* In a process of its own, which tells what was confirmed, and at last how often it asked. */
static pid_t
work_apart (const char *path, const char *uid, long at, gboolean sticky, int *told)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      told_to = ends[1];
      g_log_set_writer_func (write_log, NULL, NULL);
      memory.n = 0;
      memory.at = at;
      memory.sticky = sticky;
      work (path, uid);
      confirm ("asked %ld", memory.n);
      _exit (0);
    }
  close (ends[1]);
  *told = ends[0];
  return child;
}

/* Whether the request was made at all. */
static gboolean
try_one (const char *folder, long at, gboolean sticky)
{
  g_autofree char *path = g_build_filename (folder, "l", NULL);
  g_autoptr (LossFacts) facts = loss_facts_new ();
  g_autofree char *uid = NULL;
  g_autofree char *wrong = NULL;
  char said[4096] = "";
  gsize length = 0;
  gssize n;
  int told;
  int status;
  pid_t child;
  const char *asked;

  loss_disk_empty (folder);
  if (does_others)
    loss_deeds_write_files (folder);
  uid = make_library (path, facts);
  child = work_apart (path, uid, at, sticky, &told);
  while ((n = read (told, said + length, sizeof said - 1 - length)) > 0)
    length += (gsize) n;
  close (told);
  waitpid (child, &status, 0);
  if (status != 0 && !(WIFSIGNALED (status) && WTERMSIG (status) == SIGTRAP))
    g_error ("Request %ld%s: ended with %#x", at, sticky ? " and on" : "", (guint) status);
  if (g_getenv ("LOSS_TELLS") != NULL)
    g_printerr ("request %ld, sticky %d, status %d\n", at, sticky, status);
  loss_facts_add_text (facts, said);
  wrong = loss_facts_check (facts, path, NULL);
  if (wrong != NULL)
    g_error ("Request %ld%s: %s", at, sticky ? " and on" : "", wrong);
  asked = strstr (said, "asked ");
  return asked == NULL || atol (asked + strlen ("asked ")) >= at;
}

int
main (int argc, char **argv)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (base, "bulletin-memory-XXXXXX", NULL);
  long every = argc > 1 ? atol (argv[1]) : 1;
  long first = argc > 2 ? atol (argv[2]) : 1;
  guint n = 0;

  does_others = argc > 3 && g_str_equal (argv[3], "others");
  take_over_memory ();
  g_assert_nonnull (g_mkdtemp (folder));
  for (int sticky = 0; sticky < 2; sticky++)
    for (long at = first; try_one (folder, at, sticky == 1); at += every)
      n++;
  g_print ("%u requests for memory refused; all done or said, nothing lost\n", n);
  loss_disk_empty (folder);
  g_rmdir (folder);
  return 0;
}
