/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-pace.h"
#include "desk-appearance.h"
#include "desk-measure.h"
#include "desk-paces.h"
#include "desk-preferences.h"
#include "desk-rate-row.h"
#include "desk-settings.h"
#include "desk-shortcuts.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

/* What people set, and the keys that they are told of. */

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type)
        && gtk_widget_get_visible (GTK_WIDGET (at->data)))
      return at->data;
  return NULL;
}

static GtkWidget *
open_window (Fixture *fixture, const char *action, GType type)
{
  press (fixture, action);
  wait_until (find_window (type) != NULL);
  return find_window (type);
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (window == NULL);
}

static GtkButton *
find_button (gpointer root, const char *label)
{
  for (guint i = 0; has (root, GTK_TYPE_BUTTON, i); i++)
    {
      GtkButton *button = find (root, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
        return button;
    }
  g_error ("There is no button “%s”", label);
}

static void
click (gpointer root, const char *label)
{
  g_signal_emit_by_name (find_button (root, label), "clicked");
}

/* --- presenters */

static void
assert_presenters (GSettings *settings, const char *expected)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "presenters");
  g_autofree char *text = g_variant_print (value, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
rename_to (gpointer row, const char *name)
{
  AdwEntryRow *entry = find (row, ADW_TYPE_ENTRY_ROW, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "apply");
}

static void
test_presenters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();
  GtkWidget *preferences;
  GtkWidget *first;
  GtkWidget *second;

  open_sample (fixture);
  preferences = open_window (fixture, "win.preferences", DESK_TYPE_PREFERENCES);
  click (preferences, "_Add");
  assert_presenters (settings, "[('New Presenter', 360, 160)]");
  click (preferences, "_Add");
  first = find (preferences, ADW_TYPE_EXPANDER_ROW, 0);
  second = find (preferences, ADW_TYPE_EXPANDER_ROW, 1);

  rename_to (first, " Lim Hae-won ");
  desk_rate_row_set_rate (find (first, DESK_TYPE_RATE_ROW, 0), 350);
  assert_presenters (settings, "[('Lim Hae-won', 350, 160), ('New Presenter 2', 360, 160)]");

  /* neither the same name twice nor none */
  rename_to (second, "Lim Hae-won");
  rename_to (second, "  ");
  assert_presenters (settings, "[('Lim Hae-won', 350, 160), ('New Presenter 2', 360, 160)]");

  /* a name is no markup */
  rename_to (second, "<b>&");
  click (first, "_Remove");
  assert_presenters (settings, "[('<b>&', 360, 160)]");
  click (second, "_Remove");
  assert_presenters (settings, "[]");
  close_window (preferences);
  g_settings_reset (settings, "presenters");
}

static AdwComboRow *
find_programme (gpointer root, const char *programme)
{
  for (guint i = 0; has (root, ADW_TYPE_COMBO_ROW, i); i++)
    {
      AdwComboRow *row = find (root, ADW_TYPE_COMBO_ROW, i);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "programme"), programme) == 0)
        return row;
    }
  return NULL;
}

static void
test_programmes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();
  g_autofree char *presenter = NULL;
  g_autofree char *renamed = NULL;
  GtkWidget *preferences;
  GtkWidget *row;

  open_sample (fixture);
  preferences = open_window (fixture, "win.preferences", DESK_TYPE_PREFERENCES);
  click (preferences, "_Add");
  row = find (preferences, ADW_TYPE_EXPANDER_ROW, 0);
  rename_to (row, "Lim Hae-won");
  adw_combo_row_set_selected (find_programme (preferences, "News 9"), 1);
  presenter = desk_paces_dup_presenter_of (settings, "News 9");
  g_assert_cmpstr (presenter, ==, "Lim Hae-won");

  /* who is renamed still presents, who is gone does not */
  rename_to (row, "Han Ga-ram");
  renamed = desk_paces_dup_presenter_of (settings, "News 9");
  g_assert_cmpstr (renamed, ==, "Han Ga-ram");
  g_assert_cmpuint (adw_combo_row_get_selected (find_programme (preferences, "News 9")), ==, 1);
  click (row, "_Remove");
  g_assert_null (desk_paces_dup_presenter_of (settings, "News 9"));
  g_assert_cmpuint (adw_combo_row_get_selected (find_programme (preferences, "News 9")), ==, 0);
  close_window (preferences);
  g_settings_reset (settings, "presenters");
  g_settings_reset (settings, "programme-presenters");
}

/* --- the other preferences */

static void
test_rates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();
  GtkWidget *preferences = open_window (fixture, "win.preferences", DESK_TYPE_PREFERENCES);

  desk_rate_row_set_rate (find (preferences, DESK_TYPE_RATE_ROW, 0), 355);
  desk_rate_row_set_rate (find (preferences, DESK_TYPE_RATE_ROW, 1), 150);
  g_assert_cmpuint (g_settings_get_uint (settings, "rate-ko"), ==, 355);
  g_assert_cmpuint (g_settings_get_uint (settings, "rate-en"), ==, 150);
  g_settings_reset (settings, "rate-ko");
  g_assert_cmpuint (desk_rate_row_get_rate (find (preferences, DESK_TYPE_RATE_ROW, 0)), ==,
                    BUL_PACE_KO);
  close_window (preferences);
  g_settings_reset (settings, "rate-en");
}

static void
test_scheme (Fixture *fixture, gconstpointer data)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  g_autoptr (GSettings) settings = desk_settings_new ();
  GtkWidget *preferences = open_window (fixture, "win.preferences", DESK_TYPE_PREFERENCES);
  AdwComboRow *row = find (preferences, ADW_TYPE_COMBO_ROW, 0);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint i = G_N_ELEMENTS (schemes); i > 0; i--)
    {
      adw_combo_row_set_selected (row, i - 1);
      g_assert_cmpint (g_settings_get_enum (settings, "color-scheme"), ==, (int) i - 1);
      g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, schemes[i - 1]);
    }
  close_window (preferences);
}

static int
get_font_size (Fixture *fixture)
{
  GtkWidget *view = find (fixture->window, DESK_TYPE_VIEW, 0);

  return pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (view)));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();
  int usual;

  open_sample (fixture);
  usual = get_font_size (fixture);
  press (fixture, "win.zoom-in");
  wait_until (get_font_size (fixture) > usual);
  for (guint i = 0; i < 30; i++)
    press (fixture, "win.zoom-in");
  g_assert_cmpuint (g_settings_get_uint (settings, "script-zoom"), ==, DESK_ZOOM_MOST);
  for (guint i = 0; i < 30; i++)
    press (fixture, "win.zoom-out");
  g_assert_cmpuint (g_settings_get_uint (settings, "script-zoom"), ==, DESK_ZOOM_LEAST);
  wait_until (get_font_size (fixture) < usual);
  press (fixture, "win.zoom-usual");
  wait_until (get_font_size (fixture) == usual);
}

static void
test_style (void)
{
  static const struct
  {
    const char *family;
    guint zoom;
    const char *style;
  } cases[] = {
    { "", 100, "textview.script { }" },
    { "", 150, "textview.script { font-size: 18.00pt; }" },
    { "Nanum Gothic", 100,
      "textview.script { font-family: \"Nanum Gothic\", Cantarell, \"Noto Sans CJK KR\"; }" },
    /* no name of a font */
    { "x\"; } * { color: red", 100, "textview.script { }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *style = desk_appearance_dup_style (cases[i].family, cases[i].zoom);

      g_assert_cmpstr (style, ==, cases[i].style);
    }
}

/* --- measuring */

static void
note_rate (guint rate, gpointer data)
{
  g_object_set_data (data, "rate", GUINT_TO_POINTER (rate));
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  GtkWidget *window
      = desk_measure_open (GTK_WINDOW (fixture->window), BUL_SPOKEN_KOREAN, note_rate, owner);

  /* what was read in no time at all was not read */
  click (window, "_Start");
  click (window, "_Done");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_button (window, "_Use This Rate"))));
  close_window (window);
  g_assert_null (g_object_get_data (owner, "rate"));
  g_object_unref (owner);

  g_assert_cmpuint (desk_measure_rate ("one two three four five six", BUL_SPOKEN_ENGLISH, 2), ==,
                    180);
  g_assert_cmpuint (desk_measure_rate ("one", BUL_SPOKEN_ENGLISH, 1000), ==, BUL_PACE_LEAST);
  g_assert_cmpuint (desk_measure_rate ("가나다라", BUL_SPOKEN_KOREAN, 0), ==, 240);
}

/* --- keys */

/* As GTK writes it, whatever the order of what is held down. */
static char *
dup_key (const char *key)
{
  guint keyval;
  GdkModifierType modifiers;

  return gtk_accelerator_parse (key, &keyval, &modifiers) ? gtk_accelerator_name (keyval, modifiers)
                                                          : g_strdup (key);
}

static void
add_shown (GHashTable *shown, gpointer window)
{
  for (guint i = 0; has (window, GTK_TYPE_SHORTCUTS_SHORTCUT, i); i++)
    {
      g_autofree char *keys = NULL;
      g_auto (GStrv) each = NULL;

      g_object_get (find (window, GTK_TYPE_SHORTCUTS_SHORTCUT, i), "accelerator", &keys, NULL);
      each = g_strsplit (keys, " ", -1);
      for (guint j = 0; each[j] != NULL; j++)
        g_hash_table_add (shown, dup_key (each[j]));
    }
}

/* Every key of every action is shown, under a name of its own; and no action is named without a
 * key, or that there is not. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_auto (GStrv) named = desk_shortcuts_list_actions ();
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *window = open_window (fixture, "win.shortcuts", GTK_TYPE_SHORTCUTS_WINDOW);

  add_shown (shown, window);
  g_assert_cmpuint (g_strv_length (actions), >, 15);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      if (desk_shortcuts_get_title (actions[i]) == NULL)
        g_error ("%s has keys, and no row in desk-shortcuts.c", actions[i]);
      if (!g_hash_table_contains (shown, accels[0]))
        g_error ("%s of %s is not shown", accels[0], actions[i]);
    }
  for (guint i = 0; named[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) actions, named[i])
        && desk_window_get_keys (named[i], DESK_KEY_SCHEME_OMEGAT)[0] == NULL)
      g_error ("%s stands in desk-shortcuts.c and has no keys", named[i]);
  close_window (window);
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  GtkWidget *about = open_window (fixture, "win.about", ADW_TYPE_ABOUT_WINDOW);

  g_assert_cmpint (adw_about_window_get_license_type (ADW_ABOUT_WINDOW (about)), ==,
                   GTK_LICENSE_GPL_3_0);
  close_window (about);
}

static void
test_fullscreen (Fixture *fixture, gconstpointer data)
{
  press (fixture, "win.fullscreen");
  wait_until (gtk_window_is_fullscreen (GTK_WINDOW (fixture->window)));
  press (fixture, "win.fullscreen");
  wait_until (!gtk_window_is_fullscreen (GTK_WINDOW (fixture->window)));
}

UNIT (preferences)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/preferences/presenters", test_presenters);
  ADD ("/preferences/programmes", test_programmes);
  ADD ("/preferences/rates", test_rates);
  ADD ("/preferences/scheme", test_scheme);
  ADD ("/preferences/zoom", test_zoom);
  ADD ("/preferences/measure", test_measure);
  ADD ("/shortcuts", test_shortcuts);
  ADD ("/about", test_about);
  ADD ("/fullscreen", test_fullscreen);
#undef ADD
  g_test_add_func ("/preferences/style", test_style);
  return run_with_application ();
}
