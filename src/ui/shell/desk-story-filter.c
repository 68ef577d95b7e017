/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-filter.h"

#include "bul-pattern.h"
#include "desk-story-row.h"

#define PATTERNS "desk-story-patterns"

static gboolean
has_pattern (const BulPattern *pattern, const char *text)
{
  g_autoptr (GArray) found = text == NULL ? NULL : bul_pattern_list (pattern, text, NULL, NULL);

  return found != NULL && found->len > 0;
}

static gboolean
has_word (DeskStoryRow *row, const BulPattern *pattern)
{
  return has_pattern (pattern, desk_story_row_get_headline (row))
         || has_pattern (pattern, desk_story_row_get_meta (row))
         || has_pattern (pattern, desk_story_row_get_day (row));
}

static gboolean
matches_cb (gpointer item, gpointer filter)
{
  const GPtrArray *patterns = g_object_get_data (filter, PATTERNS);

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    if (!has_word (item, patterns->pdata[i]))
      return FALSE;
  return TRUE;
}

GtkFilter *
desk_story_filter_new (void)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (NULL, NULL, NULL);

  gtk_custom_filter_set_filter_func (filter, matches_cb, filter, NULL);
  return GTK_FILTER (filter);
}

void
desk_story_filter_set_text (GtkFilter *filter, const char *text)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_pattern_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      BulPattern *pattern = *words[i] == '\0' ? NULL : bul_pattern_new (words[i], 0, NULL);

      if (pattern != NULL)
        g_ptr_array_add (patterns, pattern);
    }
  g_object_set_data_full (G_OBJECT (filter), PATTERNS, patterns,
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}
