/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-library-saved.h"
#include "desk-window-private.h"

/* A deed on a saved search, what takes it back, and what is said of it. */
typedef struct
{
  DeskWindow *window; /* weak, for its toast has this; NULL when it is gone */
  DeskSavedDeed undo;
  BulSavedSearch *saved; /* what the undo is about */
  char *to;              /* its name after that, or NULL */
  char *words;           /* NULL: nothing is said, and nothing can be taken back */
} Asked;

static void
asked_free (Asked *self)
{
  g_clear_weak_pointer (&self->window);
  bul_saved_search_free (self->saved);
  g_free (self->to);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static DeskSavedList *
get_list (DeskWindow *self)
{
  return desk_facets_get_saved (self->facets);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GPtrArray) saved = desk_finder_list_saved_finish (DESK_FINDER (source), result, NULL);

  if (saved != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    desk_saved_list_show (get_list (self), saved);
}

void
desk_window_list_saved (DeskWindow *self)
{
  DeskFinder *finder;

  if (self->library == NULL || !desk_window_is_on_desk (self, "archive"))
    return;
  g_cancellable_cancel (self->listing_saved);
  g_clear_object (&self->listing_saved);
  finder = desk_library_get_finder (self->library);
  if (finder == NULL)
    return;
  self->listing_saved = g_cancellable_new ();
  desk_finder_list_saved_async (finder, self->listing_saved, listed_cb, g_object_ref (self));
}

/* --- deeds */

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->library == NULL)
    return;
  if (!desk_library_saved_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (self, "%s", error->message);
  desk_window_list_saved (self);
}

static void
take_back (Asked *asked)
{
  desk_library_saved_async (asked->window->library, asked->undo, asked->saved, asked->to,
                            taken_back_cb, g_object_ref (asked->window));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  DeskWindow *self = asked->window;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  /* It may be closed by now. */
  if (self == NULL || self->library == NULL)
    return;
  desk_window_list_saved (self);
  if (!desk_library_saved_finish (DESK_LIBRARY (source), result, &error))
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  if (asked->words == NULL)
    return;
  toast = desk_window_make_toast (asked->words);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_swapped (toast, "button-clicked", G_CALLBACK (take_back), asked);
  g_object_set_data_full (G_OBJECT (toast), "asked", g_steal_pointer (&asked),
                          (GDestroyNotify) asked_free);
  desk_window_show_toast (self, toast);
}

/* @words: (transfer full) (nullable) */
static Asked *
asked_new (
    DeskWindow *self, DeskSavedDeed undo, const BulSavedSearch *saved, const char *to, char *words)
{
  Asked *asked = g_new0 (Asked, 1);

  g_set_weak_pointer (&asked->window, self);
  asked->undo = undo;
  asked->saved = bul_saved_search_copy (saved);
  asked->to = g_strdup (to);
  asked->words = words;
  return asked;
}

static void
chosen_cb (DeskWindow *self, const char *name, const char *query)
{
  const BulSavedSearch *saved = desk_saved_list_find (get_list (self), name);

  desk_library_saved_async (self->library, DESK_SAVED_SEE, saved, NULL, done_cb,
                            asked_new (self, DESK_SAVED_SEE, saved, NULL, NULL));
  desk_archive_find (self->archive, query);
}

static void
rename_saved (DeskWindow *self, const char *former, const char *name)
{
  BulSavedSearch after = { .name = (char *) name };
  const BulSavedSearch *saved = desk_saved_list_find (get_list (self), former);

  if (saved == NULL || g_str_equal (name, former))
    return;
  desk_library_saved_async (
      self->library, DESK_SAVED_RENAME, saved, name, done_cb,
      asked_new (self, DESK_SAVED_RENAME, &after, former,
                 g_strdup_printf (_ ("The search “%s” is called “%s” now"), former, name)));
}

/* What had the name before comes back with the undo. */
static void
save (DeskWindow *self, const char *name)
{
  g_autofree char *query = desk_archive_dup_query (self->archive);
  BulSavedSearch saved = { .name = (char *) name, .query = query };
  const BulSavedSearch *former = desk_saved_list_find (get_list (self), name);

  desk_library_saved_async (self->library, DESK_SAVED_SAVE, &saved, NULL, done_cb,
                            asked_new (self,
                                       former == NULL ? DESK_SAVED_REMOVE : DESK_SAVED_PUT_BACK,
                                       former == NULL ? &saved : former, NULL,
                                       g_strdup_printf (_ ("The search is saved as “%s”"), name)));
}

/* The keys leave the popover before it closes, see desk-selection-bar.c. */
static void
named_cb (DeskWindow *self, const char *name, const char *former)
{
  desk_archive_focus_list (self->archive);
  if (former != NULL)
    rename_saved (self, former, name);
  else
    save (self, name);
}

static void
removed_cb (DeskWindow *self, const char *name)
{
  const BulSavedSearch *saved = desk_saved_list_find (get_list (self), name);

  if (saved != NULL)
    desk_library_saved_async (
        self->library, DESK_SAVED_REMOVE, saved, NULL, done_cb,
        asked_new (self, DESK_SAVED_PUT_BACK, saved, NULL,
                   g_strdup_printf (_ ("The search “%s” is saved no more"), name)));
}

void
desk_window_save_search (DeskWindow *self)
{
  g_autofree char *query = NULL;

  if (!desk_window_is_on_desk (self, "archive"))
    return;
  query = desk_archive_dup_query (self->archive);
  if (*g_strstrip (query) == '\0')
    {
      desk_window_toast (self, "%s", _ ("Type what is to be looked for first."));
      return;
    }
  adw_flap_set_reveal_flap (self->outer, TRUE);
  desk_saved_list_begin (get_list (self), query);
}

void
desk_window_join_saved (DeskWindow *self)
{
  DeskSavedList *list = get_list (self);

  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "left", G_CALLBACK (desk_archive_focus_list), self->archive,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (desk_window_list_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (desk_window_list_saved), self,
                           G_CONNECT_SWAPPED);
}
