/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-row.h"

#include <glib/gi18n.h>

#include "desk-label.h"

/* In milliseconds. */
#define BEFORE_SEEN 1000

struct _DeskImportRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkProgressBar *bar;
  GtkLabel *detail;
  GtkButton *pause;
  GtkButton *cancel;

  DeskImport *import;
  guint seen_id;
};

G_DEFINE_FINAL_TYPE (DeskImportRow, desk_import_row, GTK_TYPE_BOX)

static void
pause_clicked_cb (DeskImportRow *self)
{
  desk_import_set_paused (self->import, !desk_import_get_paused (self->import));
}

static void
cancel_clicked_cb (DeskImportRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  desk_import_cancel (self->import);
}

static void
desk_import_row_dispose (GObject *object)
{
  DeskImportRow *self = DESK_IMPORT_ROW (object);

  g_clear_handle_id (&self->seen_id, g_source_remove);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (desk_import_row_parent_class)->dispose (object);
}

static void
desk_import_row_class_init (DeskImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, detail);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, pause);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, pause_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
desk_import_row_init (DeskImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (DeskImport *import)
{
  const char *const *paths = desk_import_get_paths (import);
  g_autofree char *name = g_path_get_basename (paths[0]);
  g_autofree char *shown = g_filename_display_name (name);

  return paths[1] == NULL ? g_strdup_printf (_ ("Importing “%s”"), shown)
                          : g_strdup_printf (_ ("Importing “%s” and others"), shown);
}

static char *
dup_detail (DeskImport *import)
{
  BulFlowImportProgress progress = desk_import_get_progress (import);
  gboolean is_paused = desk_import_get_paused (import);

  if (progress.is_counting)
    return g_strdup_printf (ngettext ("%u file found", "%u files found", progress.n_found),
                            progress.n_found);
  if (progress.may_grow)
    return g_strdup_printf (
        is_paused ? ngettext ("Paused: %u file so far", "Paused: %u files so far", progress.n_done)
                  : ngettext ("%u file so far", "%u files so far", progress.n_done),
        progress.n_done);
  return g_strdup_printf (is_paused ? _ ("Paused: %u of %u") : _ ("%u of %u files"),
                          progress.n_done, progress.n_found);
}

static void
changed_cb (DeskImportRow *self)
{
  BulFlowImportProgress progress = desk_import_get_progress (self->import);
  g_autofree char *detail = dup_detail (self->import);

  gtk_label_set_label (self->detail, detail);
  gtk_button_set_label (self->pause,
                        desk_import_get_paused (self->import) ? _ ("_Go On") : _ ("_Pause"));
  if (progress.n_found > 0 && !progress.may_grow)
    gtk_progress_bar_set_fraction (self->bar, (double) progress.n_done / progress.n_found);
  else
    gtk_progress_bar_pulse (self->bar);
}

static gboolean
seen_cb (gpointer data)
{
  DeskImportRow *self = data;

  self->seen_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

GtkWidget *
desk_import_row_new (DeskImport *import)
{
  DeskImportRow *self = g_object_new (DESK_TYPE_IMPORT_ROW, NULL);
  g_autofree char *title = dup_title (import);

  self->import = g_object_ref (import);
  desk_label_set_text (self->title, title);
  g_signal_connect_object (import, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  self->seen_id = g_timeout_add (BEFORE_SEEN, seen_cb, self);
  return GTK_WIDGET (self);
}

DeskImport *
desk_import_row_get_import (DeskImportRow *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_ROW (self), NULL);

  return self->import;
}
