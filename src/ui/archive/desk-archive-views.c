/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-archive-views.h"

#include <glib/gi18n.h>

/* In the order of the switch; the first is the one a window begins with. */
static const struct
{
  const char *name;
  const char *words;
} views[] = {
  { "stories", NC_ ("view", "Stories") },
  { "people", NC_ ("view", "People") },
  { "statistics", NC_ ("view", "Statistics") },
};

struct _DeskArchiveViews
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[G_N_ELEMENTS (views)];
  GPtrArray *widgets[G_N_ELEMENTS (views)]; /* of GtkWidget, borrowed: they are beside it */
  guint chosen;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskArchiveViews, desk_archive_views, GTK_TYPE_BOX)

static guint
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      return i;
  g_return_val_if_reached (0);
}

static void
show_widgets (DeskArchiveViews *self, guint view)
{
  for (guint i = 0; i < self->widgets[view]->len; i++)
    gtk_widget_set_visible (self->widgets[view]->pdata[i], view == self->chosen);
}

static void
toggled_cb (DeskArchiveViews *self, GtkToggleButton *button)
{
  guint before = self->chosen;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (self->buttons[i] == button)
      self->chosen = i;
  if (self->chosen == before)
    return;
  show_widgets (self, before);
  show_widgets (self, self->chosen);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
desk_archive_views_finalize (GObject *object)
{
  DeskArchiveViews *self = DESK_ARCHIVE_VIEWS (object);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_ptr_array_unref (self->widgets[i]);

  G_OBJECT_CLASS (desk_archive_views_parent_class)->finalize (object);
}

static void
desk_archive_views_class_init (DeskArchiveViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_archive_views_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_ARCHIVE_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_archive_views_init (DeskArchiveViews *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  /* Where there is but one view there is nothing to switch. */
  gtk_widget_set_visible (GTK_WIDGET (self), G_N_ELEMENTS (views) > 1);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *button
          = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "view", views[i].words));

      self->widgets[i] = g_ptr_array_new ();
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->buttons[i], i == 0 ? NULL : self->buttons[0]);
      gtk_toggle_button_set_active (self->buttons[i], i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), button);
    }
}

void
desk_archive_views_add (DeskArchiveViews *self, const char *view, GtkWidget *widget)
{
  guint i;

  g_return_if_fail (DESK_IS_ARCHIVE_VIEWS (self) && view != NULL && GTK_IS_WIDGET (widget));

  i = find_view (view);
  g_ptr_array_add (self->widgets[i], widget);
  gtk_widget_set_visible (widget, i == self->chosen);
}

void
desk_archive_views_choose (DeskArchiveViews *self, const char *view)
{
  g_return_if_fail (DESK_IS_ARCHIVE_VIEWS (self) && view != NULL);

  gtk_toggle_button_set_active (self->buttons[find_view (view)], TRUE);
}

const char *
desk_archive_views_get_chosen (DeskArchiveViews *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE_VIEWS (self), NULL);

  return views[self->chosen].name;
}

gboolean
desk_archive_views_is_chosen (DeskArchiveViews *self, const char *view)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE_VIEWS (self) && view != NULL, FALSE);

  return find_view (view) == self->chosen;
}
