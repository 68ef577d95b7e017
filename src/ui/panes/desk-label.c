/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-label.h"

#include "desk-token.h"

static gboolean
is_allow_breaks (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS;
}

static void
keep_words_whole (PangoAttrList *attributes, const char *text)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));

  desk_token_append_unbroken (ranges, text);
  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = g_utf8_offset_to_pointer (text, range.start) - text;
      attribute->end_index = g_utf8_offset_to_pointer (text, range.end) - text;
      pango_attr_list_insert (attributes, attribute);
    }
}

/* Its attributes, with those for the words of @text in place of those for the words before. */
static PangoAttrList *
make_attributes (GtkLabel *label, const char *text)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  PangoAttrList *attributes = old == NULL ? pango_attr_list_new () : pango_attr_list_copy (old);
  PangoAttrList *dropped = pango_attr_list_filter (attributes, is_allow_breaks, NULL);

  g_clear_pointer (&dropped, pango_attr_list_unref);
  keep_words_whole (attributes, text);
  return attributes;
}

void
desk_label_set_text (GtkLabel *label, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  attributes = make_attributes (label, text);
  gtk_label_set_use_markup (label, FALSE);
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
label_changed_cb (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = make_attributes (label, gtk_label_get_text (label));

  gtk_label_set_attributes (label, attributes);
}

void
desk_label_keep_words_within (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      label_changed_cb (GTK_LABEL (widget));
      g_signal_connect (widget, "notify::label", G_CALLBACK (label_changed_cb), NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    desk_label_keep_words_within (child);
}
