/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-pairs.h"
#include "desk-pairs.h"
#include "desk-window-private.h"

/* What is only done to pairs of sentences. */
static const char *const pair_actions[] = {
  "win.unlink-pair",   "win.leave-alone",       "win.join-pairs",    "win.split-pair",
  "win.turn-over",     "win.take-from-next",    "win.give-to-next",  "win.toggle-aids",
  "win.next-pair",     "win.previous-pair",     "win.insert-chosen", "win.replace-by-chosen",
  "win.insert-source", "win.replace-by-source",
};

void
desk_window_toggle_translation (DeskWindow *self)
{
  desk_window_show_desk (self,
                         desk_window_is_on_desk (self, "translation") ? "script" : "translation");
}

void
desk_window_need_pairs (DeskWindow *self)
{
  desk_window_toast (self, _ ("Pairs of sentences are on the translation desk: Ctrl+T."));
}

void
desk_window_update_pair_actions (DeskWindow *self)
{
  gboolean has_pairs = desk_window_is_on_desk (self, "translation")
                       && desk_translation_has_pairs (self->translation);

  for (guint i = 0; i < G_N_ELEMENTS (pair_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), pair_actions[i], has_pairs);
  if (desk_window_is_from_register (self))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.turn-over", TRUE);
}

/* Returns: how many there are. */
static guint
list_views (DeskWindow *self, DeskView *views[3])
{
  views[0] = self->script;
  if (self->translation == NULL)
    return 1;
  views[1] = desk_translation_get_side (self->translation, BUL_LANGUAGE_KOREAN);
  views[2] = desk_translation_get_side (self->translation, BUL_LANGUAGE_ENGLISH);
  return 3;
}

void
desk_window_foreach_view (DeskWindow *self, DeskViewDone call, gpointer data)
{
  DeskView *views[3];
  guint n_views = list_views (self, views);

  for (guint i = 0; i < n_views; i++)
    call (views[i], data);
}

/* One text after another, and then what is looked for: at most one of them has a syllable. */
typedef struct
{
  DeskWindow *window;
  DeskViewDone done;
  gpointer data;
  guint n_done;
} Commit;

static void
all_committed_cb (gpointer data)
{
  Commit *commit = data;
  g_autoptr (DeskWindow) self = commit->window;

  commit->done (self->script, commit->data);
  g_free (commit);
}

static void
commit_next_cb (DeskView *view, gpointer data)
{
  Commit *commit = data;
  DeskView *views[3];

  if (commit->n_done < list_views (commit->window, views))
    {
      desk_view_commit (views[commit->n_done++], commit_next_cb, commit);
      return;
    }
  if (desk_window_is_on_desk (commit->window, "archive"))
    desk_archive_commit (commit->window->archive, all_committed_cb, commit);
  else
    all_committed_cb (commit);
}

void
desk_window_commit (DeskWindow *self, DeskViewDone done, gpointer data)
{
  Commit *commit = g_new (Commit, 1);

  desk_corrections_pane_settle (self->corrections_pane);
  *commit = (Commit){ g_object_ref (self), done, data, 0 };
  commit_next_cb (self->script, commit);
}

GtkWidget *
desk_window_get_area (DeskWindow *self)
{
  return desk_window_get_view (self) == self->script ? self->script_area
                                                     : GTK_WIDGET (self->translation);
}

void
desk_window_attach (DeskWindow *self, GtkWidget *popover)
{
  GtkWidget *parent = desk_window_get_area (self);

  if (gtk_widget_get_parent (popover) == parent)
    return;
  g_object_ref (popover);
  gtk_widget_unparent (popover);
  gtk_widget_set_parent (popover, parent);
  g_object_unref (popover);
}

/* --- the panes */

static void
list_panes (DeskWindow *self, DeskPane *panes[5])
{
  panes[0] = DESK_PANE (self->speakers_pane);
  panes[1] = DESK_PANE (self->corrections_pane);
  panes[2] = DESK_PANE (self->notes_pane);
  panes[3] = DESK_PANE (self->findings_pane);
  panes[4] = DESK_PANE (self->history_pane);
}

void
desk_window_update_panes (DeskWindow *self)
{
  DeskPane *panes[5];

  list_panes (self, panes);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    g_object_set (panes[i], "view", desk_window_get_view (self), NULL);
}

DeskView *
desk_window_bring_view (DeskWindow *self, const char *block)
{
  guint position;
  const BulScript *script
      = self->document == NULL
            ? NULL
            : bul_story_find_block (desk_document_get_story (self->document), block, &position);
  DeskBuffer *buffer = desk_view_get_buffer (desk_window_get_view (self));

  if (script == NULL || (buffer != NULL && desk_buffer_get_script (buffer) == script)
      || !desk_pairs_has_both (self->document))
    return desk_window_get_view (self);
  if (!desk_window_is_on_desk (self, "translation"))
    desk_window_show_desk (self, "translation");
  desk_translation_turn_to (self->translation, bul_language_of (script->language));
  desk_window_update_panes (self);
  return desk_window_get_view (self);
}

static void
view_wanted_cb (DeskWindow *self, const char *block)
{
  desk_window_bring_view (self, block);
}

static void
refused_cb (DeskWindow *self, const char *words)
{
  desk_window_toast (self, "%s", words);
}

void
desk_window_translation_init (DeskWindow *self)
{
  DeskPane *panes[5];

  list_panes (self, panes);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    g_signal_connect_object (panes[i], "view-wanted", G_CALLBACK (view_wanted_cb), self,
                             G_CONNECT_SWAPPED);
}

void
desk_window_join_translation (DeskWindow *self)
{
  for (BulLanguage language = BUL_LANGUAGE_KOREAN; language <= BUL_LANGUAGE_ENGLISH; language++)
    {
      DeskView *view = desk_translation_get_side (self->translation, language);

      desk_window_adopt_view (self, view);
      desk_view_set_shows_struck (view, desk_view_get_shows_struck (self->script));
    }
  desk_translation_set_author (self->translation, desk_library_get_author (self->library));
  g_signal_connect_object (self->translation, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->translation, "turned", G_CALLBACK (desk_window_update_panes), self,
                           G_CONNECT_SWAPPED);
  desk_window_join_aids (self);
  desk_window_join_keys (self);
  g_object_bind_property (self, "document", self->translation, "document", G_BINDING_SYNC_CREATE);
}
