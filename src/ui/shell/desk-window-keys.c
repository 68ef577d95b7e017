/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

/* Which scheme the keys of an application are those of, one more so that it is something. */
#define IN_FORCE "desk-keys"

/* A key alone is a letter or a line in any entry: only the two texts have it for a deed. */
static gboolean
is_for_texts (const char *key)
{
  guint keyval;
  GdkModifierType modifiers;

  return gtk_accelerator_parse (key, &keyval, &modifiers)
         && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && !(keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F12);
}

DeskKeyScheme
desk_window_get_key_scheme (DeskWindow *self)
{
  return self->settings != NULL && desk_window_is_on_desk (self, "translation")
                 && desk_translation_has_pairs (self->translation)
             ? (DeskKeyScheme) g_settings_get_enum (self->settings, "key-scheme")
             : DESK_KEY_SCHEME_USUAL;
}

const char *const *
desk_window_get_keys_in_force (const char *action, gpointer window)
{
  return desk_window_get_keys (action, desk_window_get_key_scheme (window));
}

typedef struct
{
  GtkApplication *application;
  DeskKeyScheme scheme;
} Setting;

static void
set_keys (const char *action, gpointer data)
{
  const Setting *setting = data;
  const char *const *keys = desk_window_get_keys (action, setting->scheme);
  g_autoptr (GPtrArray) accels = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (!is_for_texts (keys[i]))
      g_ptr_array_add (accels, (gpointer) keys[i]);
  g_ptr_array_add (accels, NULL);
  gtk_application_set_accels_for_action (setting->application, action,
                                         (const char *const *) accels->pdata);
}

static void
set_scheme (GtkApplication *application, DeskKeyScheme scheme)
{
  Setting setting = { application, scheme };
  guint in_force = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (application), IN_FORCE));

  if (in_force == scheme + 1)
    return;
  g_object_set_data (G_OBJECT (application), IN_FORCE, GUINT_TO_POINTER (scheme + 1));
  desk_window_foreach_action (set_keys, &setting);
}

void
desk_window_set_accels (GtkApplication *application)
{
  set_scheme (application, DESK_KEY_SCHEME_USUAL);
}

/* The window that has the keys says which they are. */
static gboolean
update_cb (gpointer data)
{
  DeskWindow *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  DeskKeyScheme scheme = desk_window_get_key_scheme (self);

  self->keys_id = 0;
  if (application != NULL && gtk_application_get_active_window (application) == GTK_WINDOW (self))
    set_scheme (application, scheme);
  if (self->translation == NULL || self->told_keys == scheme + 1)
    return G_SOURCE_REMOVE;
  self->told_keys = scheme + 1;
  desk_translation_set_keys (self->translation, desk_window_get_keys_in_force, self);
  return G_SOURCE_REMOVE;
}

/* Not while a key is being handled, which may be one of them, and before the next. */
void
desk_window_update_keys (DeskWindow *self)
{
  if (self->keys_id == 0)
    self->keys_id = g_idle_add_full (G_PRIORITY_HIGH, update_cb, self, NULL);
}

void
desk_window_keys_dispose (DeskWindow *self)
{
  g_clear_handle_id (&self->keys_id, g_source_remove);
}

/* --- keys of the two texts */

static void
nothing (DeskView *view, gpointer data)
{
}

/* While a syllable is composed a key only commits it. */
static gboolean
text_key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  DeskWindow *self = data;

  if (desk_window_get_key_scheme (self) != DESK_KEY_SCHEME_OMEGAT)
    return FALSE;
  if (desk_document_get_composing (self->document) != NULL)
    desk_window_commit (self, nothing, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), g_variant_get_string (action, NULL), NULL);
  return TRUE;
}

typedef struct
{
  DeskWindow *window;
  GtkShortcutController *controller;
} Adding;

static void
add_text_keys (const char *action, gpointer data)
{
  Adding *adding = data;
  const char *const *keys = desk_window_get_keys (action, DESK_KEY_SCHEME_OMEGAT);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkShortcut *shortcut;

      if (!is_for_texts (keys[i]))
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                                   gtk_callback_action_new (text_key_cb, adding->window, NULL));
      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
      gtk_shortcut_controller_add_shortcut (adding->controller, shortcut);
    }
}

/* Before the text, whose input method would have the key else. */
static void
add_keys_of (DeskWindow *self, BulLanguage language)
{
  DeskView *view = desk_translation_get_side (self->translation, language);
  Adding adding = { self, GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ()) };

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (adding.controller),
                                              GTK_PHASE_CAPTURE);
  desk_window_foreach_action (add_text_keys, &adding);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (adding.controller));
}

void
desk_window_keys_init (DeskWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (desk_window_update_keys), NULL);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::key-scheme",
                             G_CALLBACK (desk_window_update_keys), self, G_CONNECT_SWAPPED);
}

void
desk_window_join_keys (DeskWindow *self)
{
  for (BulLanguage language = BUL_LANGUAGE_KOREAN; language <= BUL_LANGUAGE_ENGLISH; language++)
    add_keys_of (self, language);
  desk_window_update_keys (self);
}
