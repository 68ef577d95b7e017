/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "bul-flow.h"
#include "desk-prompter.h"
#include "shell-fixture.h"
#include "unit.h"

static void
show_prompter (Fixture *fixture)
{
  press (fixture, "win.prompter");
  wait_until (desk_window_is_prompting (fixture->window)
              && gtk_widget_get_mapped (GTK_WIDGET (fixture->window->prompter)));
}

/* It comes over the desk, and goes without a trace. */
static void
test_comes_and_goes (Fixture *fixture, gconstpointer data)
{
  DeskPrompterText *text;
  double y;

  press (fixture, "win.prompter");
  g_assert_false (desk_window_is_prompting (fixture->window));
  open_sample (fixture);
  show_prompter (fixture);
  text = desk_prompter_get_text (fixture->window->prompter);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (text));
  wait_until (gtk_window_is_fullscreen (GTK_WINDOW (fixture->window)));

  press (fixture, "win.prompter");
  g_assert_true (desk_prompter_text_get_running (text));
  desk_prompter_text_next_part (text);
  y = desk_prompter_text_get_y (text);
  press (fixture, "win.close");
  g_assert_false (desk_window_is_prompting (fixture->window));
  g_assert_nonnull (desk_window_get_document (fixture->window));
  wait_until (!desk_prompter_text_get_running (text));
  wait_until (!gtk_window_is_fullscreen (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (fixture->window->script));

  show_prompter (fixture);
  g_assert_cmpfloat (desk_prompter_text_get_y (text), >=, y);
  g_signal_emit_by_name (fixture->window->prompter, "left");
  g_assert_false (desk_window_is_prompting (fixture->window));
}

/* What would change the script or cover the words is not done by a slip of the hand. */
static void
test_keys_of_the_desk_rest (Fixture *fixture, gconstpointer data)
{
  BulHistory *history;
  const BulScript *script;

  open_sample (fixture);
  history = get_history (fixture);
  script = bul_story_get_script (bul_history_get_story (history));
  bul_history_replace (history, ((BulBlock *) script->blocks->pdata[0])->key, 0, 0, "New: ", NULL);
  show_prompter (fixture);
  press (fixture, "win.undo");
  press (fixture, "win.raise-correction");
  g_assert_true (desk_document_get_modified (desk_window_get_document (fixture->window)));
  g_assert_true (fixture->window->raise == NULL
                 || !gtk_widget_get_visible (GTK_WIDGET (fixture->window->raise)));
  press (fixture, "win.save");
  wait_until (!desk_document_get_modified (desk_window_get_document (fixture->window)));
  g_assert_true (desk_window_is_prompting (fixture->window));
}

/* The keys that make the script larger make the words larger that are seen. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.bulletindesk.BulletinDesk");
  guint zoom = g_settings_get_uint (settings, "script-zoom");
  DeskPrompterText *text;
  int size;

  open_sample (fixture);
  show_prompter (fixture);
  text = desk_prompter_get_text (fixture->window->prompter);
  size = desk_prompter_text_get_size (text);
  press (fixture, "win.zoom-in");
  g_assert_cmpint (desk_prompter_text_get_size (text), >, size);
  press (fixture, "win.zoom-out");
  press (fixture, "win.zoom-out");
  g_assert_cmpint (desk_prompter_text_get_size (text), <, size);
  press (fixture, "win.zoom-usual");
  g_assert_cmpint (desk_prompter_text_get_size (text), ==, DESK_PROMPTER_SIZE_USUAL);
  g_assert_cmpuint (g_settings_get_uint (settings, "script-zoom"), ==, zoom);
}

/* Another program saves a revision: it is read on from the same words. */
static void
test_follows_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DeskPrompterText *text;
  DeskDocument *document;
  guint offset;

  open_sample (fixture);
  wait_until (count_rows (fixture) == 1);
  document = desk_window_get_document (fixture->window);
  show_prompter (fixture);
  text = desk_prompter_get_text (fixture->window->prompter);
  desk_prompter_text_next_part (text);
  desk_prompter_text_move (text, 3);
  g_assert_true (desk_prompter_text_get_place (text, &before, &offset));

  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  history
      = bul_history_new (bul_store_load (store, desk_document_get_story (document)->uid, &error));
  g_assert_true (bul_history_replace (history, "b6", 0, 0, "Theirs: ", &error));
  g_assert_true (bul_flow_save (store, history, "Jae", NULL, &error));
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_true (desk_window_is_prompting (fixture->window));
  g_assert_true (desk_prompter_text_get_place (text, &after, &offset));
  g_assert_cmpstr (after, ==, before);
}

UNIT (prompter_window)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/prompter/window/comes-and-goes", Fixture, NULL, set_up, test_comes_and_goes,
              tear_down);
  g_test_add ("/prompter/window/keys", Fixture, NULL, set_up, test_keys_of_the_desk_rest,
              tear_down);
  g_test_add ("/prompter/window/size", Fixture, NULL, set_up, test_size, tear_down);
  g_test_add ("/prompter/window/follows", Fixture, NULL, set_up, test_follows_others, tear_down);
  return run_with_application ();
}
