/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-flow-people.h"
#include "bul-heard.h"
#include "bul-parts.h"

static void
bite_free (gpointer data)
{
  BulFlowBite *self = data;

  g_free (self->uid);
  g_free (self->headline);
  g_free (self->programme);
  g_free (self->day);
  g_free (self->language);
  g_free (self->block);
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

static char *
dup_words (const BulHeard *heard)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
  g_autoptr (GString) words = g_string_new (NULL);

  bul_heard_append (ranges, heard->kind, heard->text);
  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);
      g_autofree char *piece = bul_chars_slice (heard->text, range.start, range.end);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", g_strstrip (piece));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Whether @range of @text is one of the voice's names. */
static gboolean
is_named (const BulVoice *voice, const char *text, BulRange range)
{
  g_autofree char *printed = bul_parts_dup (text, range);
  g_autofree char *name = printed == NULL ? NULL : bul_flow_people_dup_name (printed);

  return g_strcmp0 (name, voice->name) == 0 || g_strcmp0 (name, voice->other) == 0;
}

/* The title in the line itself; the one that the story's speaker has where it says none. */
static char *
dup_title (const BulVoice *voice, const BulHeard *heard)
{
  g_autoptr (BulParts) parts = bul_parts_new (heard->kind, heard->text);

  for (guint i = 0; i < parts->speakers->len; i++)
    {
      const BulPartsSpeaker *speaker = &g_array_index (parts->speakers, BulPartsSpeaker, i);
      char *title = is_named (voice, heard->text, speaker->name)
                        ? bul_parts_dup (heard->text, speaker->title)
                        : NULL;

      if (title != NULL)
        return title;
    }
  return heard->title == NULL || *heard->title == '\0' ? NULL : g_strdup (heard->title);
}

static BulFlowBite *
make_bite (const BulVoice *voice, const BulHeard *heard)
{
  BulFlowBite *bite = g_new0 (BulFlowBite, 1);

  bite->uid = g_strdup (heard->uid);
  bite->headline = g_strdup (heard->headline);
  bite->programme = g_strdup (heard->programme);
  bite->day = g_strdup (heard->day);
  bite->speaker = heard->speaker;
  bite->language = g_strdup (heard->language);
  bite->block = g_strdup (heard->block);
  bite->title = dup_title (voice, heard);
  bite->words = dup_words (heard);
  return bite;
}

/* Lines come story by story, and script by script in each: the first that has any counts. */
static void
add_bites (GPtrArray *bites, const BulVoice *voice, const GPtrArray *lines)
{
  const BulHeard *first = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const BulHeard *heard = lines->pdata[i];

      if (first == NULL || strcmp (first->uid, heard->uid) != 0)
        first = heard;
      if (g_strcmp0 (first->script, heard->script) == 0)
        g_ptr_array_add (bites, make_bite (voice, heard));
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BulFlowBite *const *) b)->day, (*(BulFlowBite *const *) a)->day);
}

GPtrArray *
bul_flow_people_list_bites (BulStore *store, const BulFlowPerson *person, GError **error)
{
  g_autoptr (GPtrArray) bites = g_ptr_array_new_with_free_func (bite_free);

  for (guint i = 0; i < person->voices->len; i++)
    {
      const BulVoice *voice = person->voices->pdata[i];
      g_autoptr (GPtrArray) lines = bul_store_list_heard (store, voice, error);

      if (lines == NULL)
        return NULL;
      add_bites (bites, voice, lines);
    }
  g_ptr_array_sort (bites, compare_days);
  return g_steal_pointer (&bites);
}

/* The latest title that is told in @language; or %NULL. */
static BulFlowTitle *
find_latest (GArray *titles, const char *language)
{
  for (guint i = titles->len; i > 0; i--)
    {
      BulFlowTitle *title = &g_array_index (titles, BulFlowTitle, i - 1);

      if (g_strcmp0 (title->language, language) == 0)
        return title;
    }
  return NULL;
}

/* From the newest on: a title goes on for as long as no other comes between in its language. */
GArray *
bul_flow_people_list_titles (const GPtrArray *bites)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (BulFlowTitle));

  for (guint i = 0; i < bites->len; i++)
    {
      const BulFlowBite *bite = bites->pdata[i];
      BulFlowTitle *latest = find_latest (titles, bite->language);
      BulFlowTitle fresh = { bite->title, bite->language, bite->day, bite->day, 1 };

      if (bite->title == NULL)
        continue;
      if (latest == NULL || strcmp (latest->title, bite->title) != 0)
        {
          g_array_append_val (titles, fresh);
          continue;
        }
      latest->first = bite->day;
      latest->n_bites++;
    }
  return titles;
}
