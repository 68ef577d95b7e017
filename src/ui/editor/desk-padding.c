/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-padding.h"

#include "desk-tag.h"

/* What a tag of ours adds, as data of the tag. */
static const char *const name = "desk-padding";

static GtkTextTag *
find_tag (const GtkTextIter *line)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (line);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (g_object_get_data (l->data, name) != NULL)
      return l->data;
  return NULL;
}

int
desk_padding_get (const GtkTextIter *line)
{
  GtkTextTag *tag = find_tag (line);

  return tag == NULL ? 0 : GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tag), name));
}

int
desk_padding_get_own (const GtkTextIter *line)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (line);
  int own = 0;

  /* In the order of their priority: the last that says something wins. */
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean is_set;
      int above;

      g_object_get (l->data, "pixels-above-lines-set", &is_set, "pixels-above-lines", &above, NULL);
      if (is_set && g_object_get_data (l->data, name) == NULL)
        own = above;
    }
  return own;
}

/* Later than the looks, whose room it takes the place of. */
static GtkTextTag *
ensure_tag (GtkTextBuffer *buffer, int own, int pixels)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autofree char *id = g_strdup_printf ("padding-%d-%d", own, pixels);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, id);

  if (tag != NULL)
    return tag;
  tag = desk_tag_new (id);
  g_object_set (tag, "pixels-above-lines", own + pixels, NULL);
  g_object_set_data (G_OBJECT (tag), name, GINT_TO_POINTER (pixels));
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
  return tag;
}

void
desk_padding_set (GtkTextBuffer *buffer, const GtkTextIter *line, int pixels)
{
  GtkTextTag *before = find_tag (line);
  GtkTextTag *tag = pixels <= 0 ? NULL : ensure_tag (buffer, desk_padding_get_own (line), pixels);
  GtkTextIter end = *line;

  if (before == tag)
    return;
  gtk_text_iter_forward_line (&end);
  if (before != NULL)
    gtk_text_buffer_remove_tag (buffer, before, line, &end);
  if (tag != NULL)
    gtk_text_buffer_apply_tag (buffer, tag, line, &end);
}
