/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-counterpart.h"
#include "bul-importers.h"
#include "desk-pairs.h"
#include "desk-window-private.h"

/* What is only done to pairs of sentences. */
static const char *const pair_actions[] = {
  "win.unlink-pair", "win.leave-alone",    "win.join-pairs",   "win.split-pair",
  "win.turn-over",   "win.take-from-next", "win.give-to-next",
};

void
desk_window_toggle_translation (DeskWindow *self)
{
  desk_window_show_desk (self,
                         desk_window_is_on_desk (self, "translation") ? "script" : "translation");
}

/* The script of the same news in the other language comes into the story, and is paired, as one
 * step. */
static void
take_text (DeskWindow *self, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text == NULL ? "" : text));
  g_autoptr (GBytes) bytes = g_bytes_new (trimmed, strlen (trimmed));
  BulImportOptions options = { "UTF-8", FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = NULL;

  if (*trimmed == '\0')
    {
      desk_window_toast (self, _ ("There is no text to paste. Copy the script first."));
      return;
    }
  import = bul_importers_read (bytes, NULL, &options, &error);
  if (import == NULL
      || !bul_counterpart_take (desk_document_get_history (self->document),
                                import->stories->pdata[0], NULL, &error))
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  desk_pairs_follow (self->document);
  desk_window_focus_desk (self);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->document != NULL && !desk_pairs_has_both (self->document))
    take_text (self, text);
}

void
desk_window_paste_translation (DeskWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (self->document == NULL || desk_pairs_has_both (self->document))
    return;
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  else
    take_text (self, NULL);
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
}

static void
list_views (DeskWindow *self, DeskView *views[3])
{
  views[0] = self->script;
  views[1] = desk_translation_get_side (self->translation, BUL_LANGUAGE_KOREAN);
  views[2] = desk_translation_get_side (self->translation, BUL_LANGUAGE_ENGLISH);
}

void
desk_window_foreach_view (DeskWindow *self, DeskViewDone call, gpointer data)
{
  DeskView *views[3];

  list_views (self, views);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    call (views[i], data);
}

/* One text after another: at most one of them has a syllable. */
typedef struct
{
  DeskWindow *window;
  DeskViewDone done;
  gpointer data;
  guint n_done;
} Commit;

static void
commit_next_cb (DeskView *view, gpointer data)
{
  Commit *commit = data;
  g_autoptr (DeskWindow) self = NULL;
  DeskView *views[3];

  if (commit->n_done < G_N_ELEMENTS (views))
    {
      list_views (commit->window, views);
      desk_view_commit (views[commit->n_done++], commit_next_cb, commit);
      return;
    }
  self = commit->window;
  commit->done (self->script, commit->data);
  g_free (commit);
}

void
desk_window_commit (DeskWindow *self, DeskViewDone done, gpointer data)
{
  Commit *commit = g_new (Commit, 1);

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

static void
refused_cb (DeskWindow *self, const char *words)
{
  desk_window_toast (self, "%s", words);
}

void
desk_window_translation_init (DeskWindow *self)
{
  g_signal_connect_object (self->translation, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
}
