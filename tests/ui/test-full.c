/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bul-flow.h"
#include "bul-store.h"
#include "desk-import.h"
#include "shell-fixture.h"
#include "unit.h"

/* A file system of its own, that can be filled. */
typedef struct
{
  Fixture window; /* of a library on it */
  char *folder;
  char *filler;
} Small;

#define SIZE "size=32m"

/* FALSE where nobody may mount. */
static gboolean
small_set_up (Small *self, Fixture *fixture)
{
  self->folder = g_build_filename (fixture->folder, "small", NULL);
  self->filler = g_build_filename (self->folder, "filler", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  if (mount ("bulletin-full", self->folder, "tmpfs", 0, SIZE) == 0)
    return TRUE;
  g_test_skip (g_strerror (errno));
  return FALSE;
}

static void
make_room (Small *self)
{
  g_unlink (self->filler);
}

/* All of it is taken but @left bytes. */
static void
fill (Small *self, guint64 left)
{
  struct statvfs disk;
  int out;

  g_assert_cmpint (statvfs (self->folder, &disk), ==, 0);
  g_assert_cmpuint (disk.f_bavail * disk.f_bsize, >=, left);
  out = g_open (self->filler, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (out, >=, 0);
  g_assert_cmpint (posix_fallocate (out, 0, (off_t) (disk.f_bavail * disk.f_bsize - left)), ==, 0);
  close (out);
}

/* A window of a library on the small disk; the other one stays as it is. */
static void
open_window (Small *self, Fixture *fixture)
{
  self->window = *fixture;
  self->window.path = g_build_filename (self->folder, "library.bulletin", NULL);
  self->window.library = desk_library_new (self->window.path, "Min");
  self->window.window = desk_window_new (gtk_window_get_application (GTK_WINDOW (fixture->window)),
                                         self->window.library);
  desk_window_start (self->window.window);
  gtk_window_present (GTK_WINDOW (self->window.window));
}

static void
close_window (Small *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window.window));
  desk_library_close (self->window.library);
  g_clear_object (&self->window.library);
  g_clear_pointer (&self->window.path, g_free);
}

static void
small_tear_down (Small *self)
{
  if (self->window.library != NULL)
    close_window (self);
  umount2 (self->folder, MNT_DETACH);
  g_free (self->folder);
  g_free (self->filler);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Small, small_tear_down)

static void
open_saved (Small *self)
{
  open_sample (&self->window);
  wait_until (count_rows (&self->window) == 1);
  wait_until (desk_document_get_save_state (desk_window_get_document (self->window.window))
              == DESK_SAVE_SAVED);
}

/* What is typed cannot be kept, which is said without being asked; with room again all of it is. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_auto (Small) small = { 0 };
  DeskDocument *document;
  g_autoptr (BulStory) story = NULL;

  if (!small_set_up (&small, fixture))
    return;
  open_window (&small, fixture);
  open_saved (&small);
  document = desk_window_get_document (small.window.window);
  fill (&small, 0);
  type (&small.window, "Late: ");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);
  wait_until (desk_banner_is_shown (small.window.window->card));
  g_assert_cmpstr (desk_banner_get_title (small.window.window->card), ==, "The disk is full");
  make_room (&small);
  press (&small.window, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  wait_until (!desk_banner_is_shown (small.window.window->card));
  story = load_stored (&small.window, bul_history_get_story (get_history (&small.window))->uid);
  g_assert_true (g_str_has_prefix (get_first_text (story), "Late: "));
}

/* Not even the library can be read: the page says why, and goes on from there with room. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_auto (Small) small = { 0 };

  if (!small_set_up (&small, fixture))
    return;
  open_window (&small, fixture);
  open_saved (&small);
  close_window (&small);
  fill (&small, 0);
  open_window (&small, fixture);
  wait_until (
      g_strcmp0 (adw_status_page_get_title (small.window.window->broken), "The disk is full") == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (small.window.window->stack), ==, "broken");
  make_room (&small);
  press (&small.window, "win.try-library");
  wait_until (desk_window_get_document (small.window.window) != NULL);
  g_assert_cmpuint (count_rows (&small.window), ==, 1);
}

static char *
fill_folder (Fixture *fixture, guint n_scripts)
{
  char *folder = g_build_filename (fixture->folder, "scripts", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < n_scripts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%04u.txt", folder, i);
      g_autofree char *text = g_strdup_printf ("[Anchor]\n\nFerry number %u sails.\n", i);

      g_assert_true (g_file_set_contents (name, text, -1, NULL));
    }
  return folder;
}

static DeskImport *
import (Small *self, const char *folder)
{
  const char *paths[] = { folder, NULL };
  DeskImport *import = desk_import_new (self->window.library, paths);

  desk_import_start (import);
  return import;
}

/* What was told to be kept is there, the rest comes with room. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  const guint n = 200;
  g_auto (Small) small = { 0 };
  g_autofree char *folder = NULL;
  g_autoptr (DeskImport) first = NULL;
  g_autoptr (DeskImport) second = NULL;

  if (!small_set_up (&small, fixture))
    return;
  open_window (&small, fixture);
  open_saved (&small);
  folder = fill_folder (fixture, n);
  fill (&small, 0);
  first = import (&small, folder);
  wait_until (desk_import_get_error (first) != NULL);
  g_assert_true (g_error_matches (desk_import_get_error (first), G_IO_ERROR, G_IO_ERROR_NO_SPACE));
  g_assert_nonnull (strstr (desk_import_get_error (first)->message, "The disk is full"));
  make_room (&small);
  second = import (&small, folder);
  wait_until (desk_import_get_progress (first).n_kept + desk_import_get_progress (second).n_kept
              == n);
  g_assert_no_error (desk_import_get_error (second));
}

typedef struct
{
  gboolean ended;
  GError *error;
} Outcome;

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  desk_library_copy_finish (DESK_LIBRARY (source), result, &outcome->error);
  outcome->ended = TRUE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  desk_library_export_finish (DESK_LIBRARY (source), result, &outcome->error);
  outcome->ended = TRUE;
}

static void
write_both (Fixture *fixture, const char *backup, const char *file, Outcome outcomes[2])
{
  desk_library_copy_async (fixture->library, backup, copied_cb, &outcomes[0]);
  desk_library_export_async (fixture->library, desk_window_get_document (fixture->window), "xml",
                             file, exported_cb, &outcomes[1]);
  wait_until (outcomes[0].ended && outcomes[1].ended);
}

/* A backup or an export to a full disk leaves nothing under its name, or what was there. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  g_auto (Small) small = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *file = NULL;
  g_autofree char *content = NULL;
  Outcome outcomes[2] = { 0 };

  if (!small_set_up (&small, fixture))
    return;
  backup = g_build_filename (small.folder, "backup.bulletin", NULL);
  file = g_build_filename (small.folder, "story.xml", NULL);
  g_assert_true (g_file_set_contents (file, "what was there", -1, NULL));
  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  fill (&small, 0);
  write_both (fixture, backup, file, outcomes);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_assert_nonnull (outcomes[i].error);
      g_assert_nonnull (strstr (outcomes[i].error->message, "disk is full"));
      g_clear_error (&outcomes[i].error);
      outcomes[i].ended = FALSE;
    }
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (file, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
  make_room (&small);
  write_both (fixture, backup, file, outcomes);
  g_assert_no_error (outcomes[0].error);
  g_assert_no_error (outcomes[1].error);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

UNIT (full)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/full/typing", test_typing);
  ADD ("/full/start", test_start);
  ADD ("/full/import", test_import);
  ADD ("/full/written", test_written);
  return run_with_application ();
}
