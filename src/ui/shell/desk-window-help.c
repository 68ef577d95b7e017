/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

/* What the help says about a part of the window. */
typedef struct
{
  gsize part; /* where the window keeps the widget */
  const char *page;
} Topic;

#define PART(member) G_STRUCT_OFFSET (DeskWindow, member)

/* Asked in this order; a page is a file of data/help. */
static const Topic topics[] = {
  /* beside the script */
  { PART (stories), "library" },
  { PART (speakers_pane), "speakers" },
  { PART (corrections_pane), "corrections" },
  { PART (notes_pane), "notes" },
  { PART (findings_pane), "findings" },
  { PART (history_pane), "history" },
  /* on it */
  { PART (raise), "corrections" },
  { PART (rename), "speakers" },
  { PART (find_bar), "find" },
  { PART (card), "conflicts" },
  { PART (script), "script" },
  /* on other desks */
  { PART (translation), "translation" },
  { PART (archive), "archive" },
  { PART (facets), "archive" },
  { PART (preview), "archive" },
  { PART (register_desk), "register" },
  /* over all */
  { PART (prompter), "prompter" },
};

/* Where nothing has the focus that the help knows, what is seen decides. */
static const char *
get_page_of_stack (DeskWindow *self)
{
  const char *seen = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (seen, "empty") == 0)
    return "first-steps";
  if (g_strcmp0 (seen, "broken") == 0)
    return "library";
  return "index";
}

static const char *
get_page (DeskWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (topics); i++)
    {
      GtkWidget *part = G_STRUCT_MEMBER (GtkWidget *, self, topics[i].part);

      if (part != NULL && (focus == part || gtk_widget_is_ancestor (focus, part)))
        return topics[i].page;
    }
  return get_page_of_stack (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    desk_window_toast (
        self, _ ("The help cannot be shown (%s). Install yelp, the program that shows it."),
        error->message);
}

void
desk_window_help (DeskWindow *self)
{
  g_autofree char *uri = g_strdup_printf ("help:bulletin-desk/%s", get_page (self));

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (self));
}

/* A popover keeps the keys of the application from what is typed in it. */
void
desk_window_help_add_key (GtkWidget *popover)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0), gtk_named_action_new ("win.help")));
  gtk_widget_add_controller (popover, keys);
}
