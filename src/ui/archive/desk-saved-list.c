/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-saved-list.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-box.h"
#include "desk-entry.h"
#include "desk-overtype.h"
#include "desk-still.h"
#include "desk-typed.h"

struct _DeskSavedList
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkBox *rows;
  GtkWidget *save;
  GtkPopover *naming;
  GtkLabel *heading;
  GtkEntry *name;
  GtkWidget *go;

  DeskTyped *typed;
  GPtrArray *saved; /* of DeskSaved */
  char *former;     /* what is given another name, or NULL */
  guint still_id;
  gboolean was_composing;
};

enum
{
  CHOSEN,
  NAMED,
  REMOVED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSavedList, desk_saved_list, ADW_TYPE_BIN)

/* --- naming */

static char *
dup_name (DeskSavedList *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  return g_strdup (g_strstrip (name));
}

static void
changed_cb (DeskSavedList *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->go, *name != '\0');
}

static void
name_changed_cb (gpointer data)
{
}

static void
closed_cb (DeskSavedList *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* Enter that ended a syllable did that and no more. */
static void
named_cb (DeskSavedList *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *former = g_strdup (self->former);

  if (*name == '\0' || self->was_composing)
    return;
  g_signal_emit (self, signals[NAMED], 0, name, former);
  gtk_popover_popdown (self->naming);
}

/* By the pointer, whatever the last Enter was for. */
static void
named_later_cb (gpointer data)
{
  named_cb (data);
}

static void
save_clicked_cb (DeskSavedList *self)
{
  self->was_composing = FALSE;
  desk_typed_commit (self->typed, named_later_cb, self);
}

static gboolean
key_cb (DeskSavedList *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    self->was_composing = desk_typed_is_composing (self->typed);
  return GDK_EVENT_PROPAGATE;
}

static void
in_place_cb (gpointer data)
{
  DeskSavedList *self = data;
  graphene_rect_t bounds;
  GdkRectangle area = { 0, 0, 1, 1 };

  self->still_id = 0;
  if (gtk_widget_compute_bounds (self->save, self->box, &bounds))
    area = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
  gtk_popover_set_pointing_to (self->naming, &area);
  gtk_popover_popup (self->naming);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

/* Where the column is too narrow to stand beside the list, it is still to come. */
static void
ask_for_name (DeskSavedList *self, const char *heading, const char *former, const char *name)
{
  g_free (self->former);
  self->former = g_strdup (former);
  self->was_composing = FALSE;
  gtk_label_set_text (self->heading, heading);
  desk_entry_set_text (self->name, name);
  changed_cb (self);
  desk_still_stop (self->save, &self->still_id);
  self->still_id = desk_still_wait (self->save, in_place_cb, self);
}

gboolean
desk_saved_list_is_open (DeskSavedList *self)
{
  g_return_val_if_fail (DESK_IS_SAVED_LIST (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->naming));
}

void
desk_saved_list_begin (DeskSavedList *self, const char *query)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (DESK_IS_SAVED_LIST (self) && query != NULL);

  heading = g_strdup_printf (_ ("Save the search “%s” as"), query);
  ask_for_name (self, heading, NULL, query);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *former = g_variant_get_string (parameter, NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Another name for “%s”"), former);

  ask_for_name (DESK_SAVED_LIST (widget), heading, former, former);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0, g_variant_get_string (parameter, NULL));
}

/* --- rows */

static void
clicked_cb (DeskSavedList *self, GtkWidget *button)
{
  const BulSavedSearch *search
      = desk_saved_list_find (self, g_object_get_data (G_OBJECT (button), "name"));

  if (search != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, search->name, search->query);
}

static GtkWidget *
make_menu (const BulSavedSearch *search)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) rename = g_menu_item_new (_ ("_Rename…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("_Delete"), NULL);
  g_autofree char *spoken = g_strdup_printf (_ ("More on the search “%s”"), search->name);
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_item_set_action_and_target (rename, "saved.rename", "s", search->name);
  g_menu_item_set_action_and_target (remove, "saved.remove", "s", search->name);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, remove);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static GtkWidget *
make_button (DeskSavedList *self, const DeskSaved *saved)
{
  const char *name = saved->search->name;
  g_autofree char *count
      = saved->n_new == 0 ? g_strdup ("") : g_strdup_printf (_ ("%u new"), saved->n_new);
  /* Translators: read aloud: the name of a search, and how many stories are new. */
  g_autofree char *spoken
      = saved->n_new == 0 ? g_strdup (name) : g_strdup_printf (_ ("%s, %s"), name, count);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "small");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "saved-new");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "saved-search");
  gtk_widget_set_tooltip_text (button, saved->search->query);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

void
desk_saved_list_show (DeskSavedList *self, GPtrArray *saved)
{
  g_return_if_fail (DESK_IS_SAVED_LIST (self));

  desk_box_clear (self->rows);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->saved = saved == NULL ? NULL : g_ptr_array_ref (saved);
  for (guint i = 0; saved != NULL && i < saved->len; i++)
    {
      const DeskSaved *one = saved->pdata[i];
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_append (GTK_BOX (row), make_button (self, one));
      gtk_box_append (GTK_BOX (row), make_menu (one->search));
      gtk_box_append (self->rows, row);
    }
}

const BulSavedSearch *
desk_saved_list_find (DeskSavedList *self, const char *name)
{
  g_return_val_if_fail (DESK_IS_SAVED_LIST (self) && name != NULL, NULL);

  for (guint i = 0; self->saved != NULL && i < self->saved->len; i++)
    {
      const DeskSaved *one = self->saved->pdata[i];

      if (strcmp (one->search->name, name) == 0)
        return one->search;
    }
  return NULL;
}

static void
desk_saved_list_unmap (GtkWidget *widget)
{
  DeskSavedList *self = DESK_SAVED_LIST (widget);

  desk_still_stop (self->save, &self->still_id);

  GTK_WIDGET_CLASS (desk_saved_list_parent_class)->unmap (widget);
}

static void
desk_saved_list_dispose (GObject *object)
{
  DeskSavedList *self = DESK_SAVED_LIST (object);

  if (self->save != NULL)
    desk_still_stop (self->save, &self->still_id);
  g_clear_pointer (&self->typed, desk_typed_free);
  if (self->naming != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->naming));
  self->naming = NULL;

  G_OBJECT_CLASS (desk_saved_list_parent_class)->dispose (object);
}

static void
desk_saved_list_finalize (GObject *object)
{
  DeskSavedList *self = DESK_SAVED_LIST (object);

  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_free (self->former);

  G_OBJECT_CLASS (desk_saved_list_parent_class)->finalize (object);
}

static void
desk_saved_list_class_init (DeskSavedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_saved_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_saved_list_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = desk_saved_list_unmap;
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_SAVED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[NAMED] = g_signal_new ("named", DESK_TYPE_SAVED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", DESK_TYPE_SAVED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_SAVED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "saved.rename", "s", rename_cb);
  gtk_widget_class_install_action (widget_class, "saved.remove", "s", remove_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-saved-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, box);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, save);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, naming);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, name);
  gtk_widget_class_bind_template_child (widget_class, DeskSavedList, go);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
desk_saved_list_init (DeskSavedList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->naming), self->box);
  desk_overtype_add (GTK_WIDGET (self->name));
  self->typed = desk_typed_new (GTK_EDITABLE (self->name), name_changed_cb, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->naming), keys);
}
