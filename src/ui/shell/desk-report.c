/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-report.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-label.h"

#define WIDTH 560
#define TALLEST 320

/* More than that nobody reads in a dialog. */
#define MOST_ENTRIES 500

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  desk_label_set_text (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
make_entry (const char *entry)
{
  g_auto (GStrv) parts = g_strsplit (entry, "\n", 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (parts[0], "report-thing"));
  if (parts[0] != NULL && parts[1] != NULL)
    gtk_box_append (GTK_BOX (box), make_label (parts[1], "small"));
  gtk_widget_add_css_class (box, "report-entry");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, parts[0],
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  parts[0] != NULL && parts[1] != NULL ? parts[1] : "", -1);
  return row;
}

static GtkWidget *
make_list (const GPtrArray *entries)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What did not go as it should"), -1);
  for (guint i = 0; i < MIN (entries->len, MOST_ENTRIES); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_entry (entries->pdata[i]));
  if (entries->len > MOST_ENTRIES)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("And %u more.", "And %u more.", entries->len - MOST_ENTRIES),
                             entries->len - MOST_ENTRIES);

      gtk_list_box_append (GTK_LIST_BOX (list), make_entry (more));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

GtkWidget *
desk_report_new (GtkWindow *parent, const char *heading, const char *body, const GPtrArray *entries)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  if (entries != NULL && entries->len > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (entries));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  return dialog;
}
