/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aligned-texts.h"

#include <string.h>

static void
gold_link_free (gpointer data)
{
  GoldLink *link = data;

  g_array_unref (link->korean);
  g_array_unref (link->english);
  g_free (link);
}

static void
text_free (gpointer data)
{
  AlignedText *text = data;

  g_free (text->name);
  g_strfreev (text->korean);
  g_strfreev (text->english);
  g_ptr_array_unref (text->links);
  g_free (text);
}

static char **
load_lines (const char *folder, const char *name, const char *ending, guint *n_lines)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  char **lines;

  if (!g_file_get_contents (path, &content, NULL, &error))
    g_error ("%s", error->message);
  g_strchomp (content);
  lines = g_strsplit (content, "\n", -1);
  *n_lines = g_strv_length (lines);
  return lines;
}

static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  while (*text != '\0')
    if (g_ascii_isdigit (*text))
      {
        char *end;
        guint number = (guint) g_ascii_strtoull (text, &end, 10);

        g_array_append_val (numbers, number);
        text = end;
      }
    else
      text++;
  return numbers;
}

static AlignedText *
load_text (const char *folder, const char *name)
{
  AlignedText *text = g_new0 (AlignedText, 1);
  guint n_links;
  g_auto (GStrv) links = load_lines (folder, name, ".gold", &n_links);

  text->name = g_strdup (name);
  text->korean = load_lines (folder, name, ".ko", &text->n_korean);
  text->english = load_lines (folder, name, ".en", &text->n_english);
  text->links = g_ptr_array_new_with_free_func (gold_link_free);
  for (guint i = 0; i < n_links; i++)
    {
      char *colon = strchr (links[i], ':');
      GoldLink *link;

      if (colon == NULL)
        continue;
      *colon = '\0';
      link = g_new0 (GoldLink, 1);
      link->korean = read_numbers (links[i]);
      link->english = read_numbers (colon + 1);
      g_ptr_array_add (text->links, link);
    }
  return text;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
aligned_texts_load (const char *folder)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (text_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".gold"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".gold")));
  if (names->len == 0)
    g_error ("there is no aligned text in %s", folder);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (texts, load_text (folder, names->pdata[i]));
  return texts;
}

static gboolean
same (const GArray *a, const GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static gboolean
overlap (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      if (g_array_index (a, guint, i) == g_array_index (b, guint, j))
        return TRUE;
  return FALSE;
}

gboolean
aligned_text_has (const AlignedText *text, const GArray *korean, const GArray *english)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      const GoldLink *gold = text->links->pdata[i];

      if (same (gold->korean, korean) && same (gold->english, english))
        return TRUE;
    }
  return FALSE;
}

static gboolean
text_touches (const AlignedText *text, const GArray *korean, const GArray *english)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      const GoldLink *gold = text->links->pdata[i];

      if (overlap (gold->korean, korean) && overlap (gold->english, english))
        return TRUE;
    }
  return FALSE;
}

static void
recall (AlignedScore *self, const GoldLink *gold, const GPtrArray *links)
{
  gboolean strict = FALSE;
  gboolean lax = FALSE;

  if (gold->korean->len == 0 || gold->english->len == 0)
    return;
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      strict |= same (gold->korean, link->korean) && same (gold->english, link->english);
      lax |= overlap (gold->korean, link->korean) && overlap (gold->english, link->english);
    }
  self->strict_recalled += strict;
  self->lax_recalled += lax;
  self->n_gold++;
}

void
aligned_score_add (AlignedScore *self, const AlignedText *text, const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];
      gboolean strict = aligned_text_has (text, link->korean, link->english);

      self->strict += strict;
      self->lax += strict || text_touches (text, link->korean, link->english);
      self->n_found++;
    }
  for (guint i = 0; i < text->links->len; i++)
    recall (self, text->links->pdata[i], links);
}

static double
mean (double right, double found, double recalled, double gold)
{
  double precision = found == 0 ? 0 : right / found;
  double recall_of_all = gold == 0 ? 0 : recalled / gold;

  return precision + recall_of_all == 0
             ? 0
             : 200 * precision * recall_of_all / (precision + recall_of_all);
}

double
aligned_score_strict (const AlignedScore *self)
{
  return mean (self->strict, self->n_found, self->strict_recalled, self->n_gold);
}

double
aligned_score_lax (const AlignedScore *self)
{
  return mean (self->lax, self->n_found, self->lax_recalled, self->n_gold);
}
