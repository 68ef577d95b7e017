/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-pairs.h"
#include "bul-store-memory.h"
#include "desk-aid-row.h"
#include "desk-aids.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "translation-hands.h"
#include "unit.h"

#define SYLLABLE "한"
#define PAIR 4

static void
use_omegat (Fixture *fixture)
{
  g_settings_set_enum (fixture->window->settings, "key-scheme", DESK_KEY_SCHEME_OMEGAT);
}

static void
tear_down_settings (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->window->settings, "key-scheme");
  tear_down (fixture, data);
}

static gboolean
has_key (Fixture *fixture, const char *action, const char *key)
{
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (
      gtk_window_get_application (GTK_WINDOW (fixture->window)), action);

  return g_strv_contains ((const char *const *) accels, key);
}

/* Presses a key that only the text with the focus has. FALSE: the text has it for itself. */
static gboolean
press_in_text (Fixture *fixture, const char *key)
{
  GtkWidget *view = GTK_WIDGET (desk_window_get_view (fixture->window));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller)
           && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
           && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *told
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (strcmp (told, key) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_error ("%s is no key of the text", key);
}

/* --- the tables */

typedef struct
{
  DeskKeyScheme scheme;
  GHashTable *seen; /* key → action */
} Looking;

static void
look_at (const char *action, gpointer data)
{
  Looking *looking = data;
  const char *const *keys = desk_window_get_keys (action, looking->scheme);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *other = g_hash_table_lookup (looking->seen, keys[i]);
      guint keyval;
      GdkModifierType modifiers;

      if (other != NULL)
        g_error ("%s is a key of %s and of %s", keys[i], other, action);
      g_hash_table_insert (looking->seen, (gpointer) keys[i], (gpointer) action);
      /* No key is a letter, which belongs to the syllable. */
      g_assert_true (gtk_accelerator_parse (keys[i], &keyval, &modifiers));
      g_assert_true ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
                     || (gdk_keyval_to_unicode (keyval) < ' ' && keyval != GDK_KEY_F9));
    }
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  for (guint scheme = DESK_KEY_SCHEME_USUAL; scheme <= DESK_KEY_SCHEME_OMEGAT; scheme++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      Looking looking = { scheme, seen };

      desk_window_foreach_action (look_at, &looking);
      g_assert_cmpuint (g_hash_table_size (seen), >, 60);
    }
}

/* On the translation desk alone, and while it is chosen. */
static void
test_in_force (Fixture *fixture, gconstpointer data)
{
  open_both (fixture);
  wait_until (is_in_front (fixture->window));
  use_omegat (fixture);
  g_assert_true (has_key (fixture, "win.accept", "<Control>Return"));
  press (fixture, "win.toggle-translation");
  wait_until (has_key (fixture, "win.previous-pair", "<Control>Return"));
  g_assert_false (has_key (fixture, "win.accept", "<Control>Return"));
  g_assert_false (has_key (fixture, "win.accept", "Return"));
  g_assert_false (has_key (fixture, "win.raise-correction", "<Control>r"));
  g_assert_true (has_key (fixture, "win.raise-correction", "<Control><Alt>c"));
  g_assert_true (has_key (fixture, "win.save", "<Control>s"));
  g_settings_reset (fixture->window->settings, "key-scheme");
  wait_until (has_key (fixture, "win.accept", "<Control>Return"));
  use_omegat (fixture);
  wait_until (has_key (fixture, "win.previous-pair", "<Control>Return"));
  press (fixture, "win.toggle-translation");
  wait_until (has_key (fixture, "win.accept", "<Control>Return"));
  g_assert_false (has_key (fixture, "win.previous-pair", "<Control>Return"));
}

/* --- what keys do */

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_desk (fixture);
  first = g_strdup (get_pair (fixture, PAIR)->key);
  second = g_strdup (get_pair (fixture, PAIR + 1)->key);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  g_assert_false (press_in_text (fixture, "Return"));
  use_omegat (fixture);
  g_assert_true (press_in_text (fixture, "Return"));
  wait_until (bul_pairs_find (get_story (fixture), first)->state == BUL_LINK_CONFIRMED);
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), second) == 0);
  g_assert_true (press_in_text (fixture, "<Shift>Tab"));
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), first) == 0);
  press (fixture, "win.next-pair");
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), second) == 0);
}

/* Enter while a syllable is composed only commits it. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "Return", "Tab" };
  DeskView *view;
  guint line;

  open_desk (fixture);
  use_omegat (fixture);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  bul_story_find_block (get_story (fixture),
                        get_segment (get_pair (fixture, PAIR), BUL_LANGUAGE_ENGLISH)->span.on,
                        &line);
  view = desk_window_get_view (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      fake_input_compose (SYLLABLE);
      g_assert_true (press_in_text (fixture, keys[i]));
      wait_until (desk_document_get_composing (desk_window_get_document (fixture->window)) == NULL);
    }
  wait_until (strstr (get_block (fixture, BUL_LANGUAGE_ENGLISH, line)->text, SYLLABLE SYLLABLE)
              != NULL);
  g_assert_cmpuint (bul_pairs_count (get_story (fixture)).n_confirmed, ==, 0);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_memory_entry_free);
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulRecord) before = NULL;
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;
  g_autofree char *source = NULL;
  guint n;

  open_desk (fixture);
  use_omegat (fixture);
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  key = g_strdup (get_pair (fixture, PAIR)->key);
  source = bul_link_dup_words (get_pair (fixture, PAIR), BUL_LANGUAGE_ENGLISH);
  g_ptr_array_add (entries, bul_memory_entry_new ("하나.", source));
  g_ptr_array_add (entries, bul_memory_entry_new ("둘.", source));
  g_assert_true (bul_store_add_memory (store, entries, &n, &error));
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  wait_until (has (get_desk (fixture), DESK_TYPE_AID_ROW, 1));
  before = bul_record_copy (get_story (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.match-key", "u", 2);
  g_assert_true (bul_record_equal (get_story (fixture), before));
  g_assert_true (
      gtk_widget_has_css_class (find (get_desk (fixture), DESK_TYPE_AID_ROW, 1), "chosen"));
  press (fixture, "win.replace-by-chosen");
  after = bul_link_dup_words (bul_pairs_find (get_story (fixture), key), BUL_LANGUAGE_KOREAN);
  g_assert_cmpstr (after, ==,
                   desk_aids_get_match (find (get_desk (fixture), DESK_TYPE_AIDS, 0), 2));
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
  press (fixture, "win.replace-by-source");
  g_free (after);
  after = bul_link_dup_words (bul_pairs_find (get_story (fixture), key), BUL_LANGUAGE_KOREAN);
  g_assert_cmpstr (after, ==, source);
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
  press (fixture, "win.insert-source");
  g_free (after);
  after = bul_link_dup_words (bul_pairs_find (get_story (fixture), key), BUL_LANGUAGE_KOREAN);
  g_assert_nonnull (after);
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down_settings)

UNIT (omegat)
{
  gtk_test_init (&argc, &argv);
  fake_input_install ();

  ADD ("/omegat/tables", test_tables);
  ADD ("/omegat/in-force", test_in_force);
  ADD ("/omegat/enter", test_enter);
  ADD ("/omegat/composing", test_composing);
  ADD ("/omegat/chosen", test_chosen);
  return run_with_application ();
}
