/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* off64_t */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bul-error.h"
#include "bul-flow.h"
#include "bul-store.h"
#include "desk-report.h"
#include "desk-settings.h"
#include "desk-trouble.h"
#include "shell-fixture.h"
#include "unit.h"

/* SQLite writes by this name, which is found here first. */
static gint is_full;

ssize_t pwrite64 (int descriptor, const void *bytes, size_t length, off64_t offset);

ssize_t
pwrite64 (int descriptor, const void *bytes, size_t length, off64_t offset)
{
  if (g_atomic_int_get (&is_full))
    {
      errno = ENOSPC;
      return -1;
    }
  if (lseek64 (descriptor, offset, SEEK_SET) < 0)
    return -1;
  return write (descriptor, bytes, length);
}

static DeskDocument *
get_document (Fixture *fixture)
{
  return desk_window_get_document (fixture->window);
}

static gboolean
is_page (Fixture *fixture, const char *page, const char *title)
{
  return g_str_equal (gtk_stack_get_visible_child_name (fixture->window->stack), page)
         && g_strcmp0 (adw_status_page_get_title (fixture->window->broken), title) == 0;
}

static void
assert_stored (Fixture *fixture, const char *path, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_ONLY, &error);
  g_autoptr (BulStory) story = NULL;

  g_assert_no_error (error);
  story = bul_flow_load (store, bul_history_get_story (get_history (fixture))->uid, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (get_first_text (story), start));
}

static DeskDocument *
open_saved (Fixture *fixture)
{
  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  return get_document (fixture);
}

/* The disk is full, and then it is not: Save Again saves all, and never before is it called
 * saved. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document = open_saved (fixture);

  g_atomic_int_set (&is_full, TRUE);
  type (fixture, "Late: ");
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);
  wait_until (desk_banner_is_shown (fixture->window->card));
  g_assert_cmpstr (desk_banner_get_title (fixture->window->card), ==, "The disk is full");
  type (fixture, "Too ");
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVING);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);

  g_atomic_int_set (&is_full, FALSE);
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  wait_until (!desk_banner_is_shown (fixture->window->card));
  assert_stored (fixture, fixture->path, "Too Late: ");
}

/* A library in which nobody may write is read; what is typed goes along to the copy of it. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.bulletin", NULL);
  g_autoptr (DeskLibrary) library = NULL;
  Fixture second = *fixture;

  open_saved (fixture);
  /* What is no file cannot be opened as one, even by root. */
  g_unlink (lock);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  second.library = library = desk_library_new (fixture->path, "Min");
  second.window
      = desk_window_new (gtk_window_get_application (GTK_WINDOW (fixture->window)), library);
  desk_window_start (second.window);
  wait_until (desk_banner_is_shown (second.window->banner));
  g_assert_cmpstr (desk_banner_get_title (second.window->banner), ==,
                   "This library can only be read");
  wait_until (get_document (&second) != NULL);

  type (&second, "Copied: ");
  wait_until (desk_document_get_save_state (get_document (&second)) == DESK_SAVE_FAILED);
  g_assert_false (desk_banner_is_shown (second.window->card));
  desk_window_move_library_to (second.window, copy);
  wait_until (desk_document_get_save_state (get_document (&second)) == DESK_SAVE_SAVED);
  g_assert_false (desk_banner_is_shown (second.window->banner));
  g_assert_cmpstr (adw_window_title_get_subtitle (second.window->column_title), ==, "copy");
  assert_stored (&second, copy, "Copied: ");
  g_rmdir (lock);
  gtk_window_destroy (GTK_WINDOW (second.window));
  desk_library_close (library);
}

/* The file is taken away under the window: it says so, and puts it back with all that is in it. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document = open_saved (fixture);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_until (desk_banner_is_shown (fixture->window->banner));
  g_assert_cmpstr (desk_banner_get_title (fixture->window->banner), ==,
                   "The library is no longer where it was");
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_FAILED);
  type (fixture, "Back: ");
  press (fixture, "win.put-library-back");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  wait_until (!desk_banner_is_shown (fixture->window->banner));
  assert_stored (fixture, fixture->path, "Back: ");
}

static void
damage (const char *path)
{
  static const char zeros[4096];
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeros, 1, sizeof zeros, file), ==, sizeof zeros);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What can be read of a damaged library goes into a fresh one in its place, in the window. */
static void
test_salvage (Fixture *fixture, gconstpointer data)
{
  const GError error = { BUL_ERROR, BUL_ERROR_DAMAGED, (char *) "It is damaged." };
  AdwMessageDialog *dialog;

  open_saved (fixture);
  desk_library_close (fixture->library);
  g_object_unref (fixture->library);
  damage (fixture->path);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);

  fixture->library = desk_library_new (fixture->path, "Min");
  fixture->window
      = desk_window_new (GTK_APPLICATION (g_application_get_default ()), fixture->library);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  desk_window_show_broken (fixture->window, &error);
  g_assert_true (is_page (fixture, "broken", "This library is damaged"));
  press (fixture, "win.salvage-library");
  wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The library is sound again");
  answer ("close");
  wait_until (get_document (fixture) != NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* What cannot be opened has a page that says so, and another library can be opened from there. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *words = g_build_filename (fixture->folder, "words.bulletin", NULL);
  const struct
  {
    const char *path;
    const char *title;
  } cases[] = {
    /* what is there is no library */
    { folder, "This is a folder, not a library" },
    { words, "This library is damaged" },
  };

  open_saved (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (words, "These are only words, and many of them.", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      desk_window_use_library (fixture->window, cases[i].path);
      wait_until (is_page (fixture, "broken", cases[i].title));
      g_assert_null (get_document (fixture));
    }
  desk_window_use_library (fixture->window, fixture->path);
  wait_until (get_document (fixture) != NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "desk");
}

static void
test_words (void)
{
  static const struct
  {
    const char *what;
    DeskTroubleWhen when;
    BulError code;
    const char *title;
    const char *action;
  } cases[] = {
    /* nothing can be read */
    { "newer", DESK_TROUBLE_OPENING, BUL_ERROR_NEWER,
      "This library was made by a newer Bulletin Desk", "win.open-library" },
    { "foreign", DESK_TROUBLE_OPENING, BUL_ERROR_FOREIGN,
      "This file is no library of Bulletin Desk", "win.open-library" },
    { "anything else", DESK_TROUBLE_OPENING, BUL_ERROR_REFUSED, "The library cannot be opened",
      "win.try-library" },
    /* something can */
    { "damaged story", DESK_TROUBLE_READING, BUL_ERROR_DAMAGED, "A part of this library is damaged",
      "win.salvage-library" },
    { "conflict", DESK_TROUBLE_SAVING, BUL_ERROR_CONFLICT,
      "This story was saved by someone else meanwhile", "win.compare-versions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new (BUL_ERROR, (int) cases[i].code, "50 %% of it");
      const DeskTrouble *trouble = desk_trouble_find (cases[i].when, error);
      g_autofree char *words = desk_trouble_dup_words (trouble, error, "22:46:10");

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (trouble->title, ==, cases[i].title);
      g_assert_cmpstr (desk_trouble_get_deed (trouble, 0)->action, ==, cases[i].action);
      g_assert_nonnull (words);
      g_assert_null (strstr (words, "%s"));
    }
}

/* The library that was opened last is opened again, while it is there. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->window->settings;
  g_autofree char *usual = bul_flow_dup_library_path ();
  g_autofree char *first = desk_settings_dup_library (settings);
  g_autofree char *chosen = NULL;
  g_autofree char *gone = NULL;

  g_assert_cmpstr (first, ==, usual);
  desk_settings_set_library (settings, fixture->path);
  chosen = desk_settings_dup_library (settings);
  g_assert_cmpstr (chosen, ==, fixture->path);
  desk_settings_set_library (settings, "/nowhere/library.bulletin");
  gone = desk_settings_dup_library (settings);
  g_assert_cmpstr (gone, ==, usual);
  desk_settings_set_library (settings, usual);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

UNIT (trouble)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trouble/words", test_words);
  ADD ("/trouble/chosen", test_chosen);
  ADD ("/trouble/full", test_full);
  ADD ("/trouble/read-only", test_read_only);
  ADD ("/trouble/gone", test_gone);
  ADD ("/trouble/salvage", test_salvage);
  ADD ("/trouble/pages", test_pages);
  return run_with_application ();
}
