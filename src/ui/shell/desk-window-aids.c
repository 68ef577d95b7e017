/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-aid-row.h"
#include "desk-window-private.h"

/* What is less like it than this is no help. One more is asked for than is shown, for the pair
 * itself may be among them. */
#define LEAST_PERCENT 50
#define MOST (DESK_AID_MATCHES + 1)

/* What is done with a row of what helps with the active pair. */
static const struct
{
  const char *action;
  void (*run) (DeskTranslation *translation, guint number);
  void (*omegat) (DeskTranslation *translation, guint number); /* NULL: the same */
} deeds[] = {
  { "win.insert-match", desk_translation_insert_match },
  { "win.match-key", desk_translation_insert_match, desk_translation_choose_match },
  { "win.insert-term", desk_translation_insert_term },
  { "win.set-fact", desk_translation_set_fact },
  { "win.leave-fact", desk_translation_leave_fact },
};

typedef struct
{
  DeskWindow *window;
  void (*run) (DeskTranslation *translation, guint number);
  guint number;
} Deed;

static void
committed_cb (DeskView *view, gpointer data)
{
  g_autofree Deed *deed = data;
  g_autoptr (DeskWindow) self = deed->window;

  if (desk_translation_has_pairs (self->translation))
    deed->run (self->translation, deed->number);
}

static void
run_deed (GtkWidget *widget, const char *name, GVariant *number)
{
  DeskWindow *self = DESK_WINDOW (widget);
  Deed *deed;

  if (desk_window_is_prompting (self))
    return;
  if (!desk_window_is_on_desk (self, "translation"))
    {
      desk_window_need_pairs (self);
      return;
    }
  deed = g_new0 (Deed, 1);
  deed->window = g_object_ref (self);
  deed->number = g_variant_get_uint32 (number);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (strcmp (deeds[i].action, name) == 0)
      deed->run
          = deeds[i].omegat != NULL && desk_window_get_key_scheme (self) == DESK_KEY_SCHEME_OMEGAT
                ? deeds[i].omegat
                : deeds[i].run;
  desk_window_commit (self, committed_cb, deed);
}

void
desk_window_aids_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, "u", run_deed);
}

void
desk_window_toggle_aids (DeskWindow *self)
{
  gboolean shows;

  g_object_get (self->translation, "shows-aids", &shows, NULL);
  g_object_set (self->translation, "shows-aids", !shows, NULL);
}

/* --- what the library knows */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *matches = desk_library_find_memory_finish (DESK_LIBRARY (source), result, &error);
  g_autofree char *words = NULL;

  if (matches == NULL)
    return;
  words = g_steal_pointer (&self->remembering);
  desk_translation_take_matches (self->translation, words, matches);
  g_ptr_array_unref (matches);
}

/* The answer to an earlier question is of no use. */
static void
wanted_cb (DeskWindow *self)
{
  BulLanguage language;
  const char *words = desk_translation_get_wanted (self->translation, &language);

  desk_window_forget_aids (self);
  if (words == NULL || self->library == NULL)
    return;
  self->remembering = g_strdup (words);
  self->asking_memory = g_cancellable_new ();
  desk_library_find_memory_async (self->library, language, words, LEAST_PERCENT, MOST,
                                  self->asking_memory, found_cb, g_object_ref (self));
}

void
desk_window_forget_aids (DeskWindow *self)
{
  g_cancellable_cancel (self->asking_memory);
  g_clear_object (&self->asking_memory);
  g_clear_pointer (&self->remembering, g_free);
}

/* What was saved may be in the memory by now. */
void
desk_window_join_aids (DeskWindow *self)
{
  g_signal_connect_object (self->translation, "memory-wanted", G_CALLBACK (wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (desk_translation_ask_again),
                           self->translation, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_settings_bind (self->settings, "aids-visible", self->translation, "shows-aids",
                     G_SETTINGS_BIND_DEFAULT);
}

/* Before the text, whose input method would have the key else. */
void
desk_window_aids_init (DeskWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 1; i <= DESK_AID_MATCHES + DESK_AID_TERMS; i++)
    {
      gboolean is_match = i <= DESK_AID_MATCHES;

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new_with_arguments (
              gtk_keyval_trigger_new (GDK_KEY_0 + i, GDK_CONTROL_MASK),
              gtk_named_action_new (is_match ? "win.match-key" : "win.insert-term"), "u",
              is_match ? i : i - DESK_AID_MATCHES));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
