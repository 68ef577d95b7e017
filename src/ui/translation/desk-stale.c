/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stale.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-diff.h"
#include "bul-segment.h"
#include "desk-wording.h"

/* So many characters of what changed are told; the rest can be seen in the text. */
#define MOST_CHARS 40

static char *
dup_words (const BulLink *link, BulLanguage language)
{
  char *words = bul_link_dup_words (link, language);

  return words == NULL ? g_strdup ("") : words;
}

static const char *
get_checked (const BulLink *link, BulLanguage language)
{
  const char *checked = bul_link_get_checked (link, language);

  return checked == NULL ? "" : checked;
}

/* A piece of @text, cut where it is too long to be told. */
static char *
dup_piece (const char *text, guint start, guint end)
{
  g_autofree char *piece = bul_chars_slice (text, start, MIN (end, start + MOST_CHARS));

  return end > start + MOST_CHARS ? g_strconcat (piece, "…", NULL) : g_steal_pointer (&piece);
}

/* The first change: was and now. */
static char *
dup_change (const BulLink *link, BulLanguage language)
{
  const char *was = get_checked (link, language);
  g_autofree char *now = dup_words (link, language);
  g_autoptr (GArray) runs = bul_diff_words (was, now);

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (run->same)
        continue;
      before = dup_piece (was, run->was_start, run->was_end);
      after = dup_piece (now, run->now_start, run->now_end);
      g_strstrip (before);
      g_strstrip (after);
      if (*before == '\0')
        /* Translators: words that came. */
        return g_strdup_printf (_ ("“%s” came"), after);
      if (*after == '\0')
        /* Translators: words that went. */
        return g_strdup_printf (_ ("“%s” went"), before);
      /* Translators: what words were, and what they are now. */
      return g_strdup_printf (_ ("“%s” is now “%s”"), before, after);
    }
  return g_strdup ("");
}

char *
desk_stale_dup_question (const BulLink *link)
{
  gboolean korean = bul_link_is_changed (link, BUL_LANGUAGE_KOREAN);
  gboolean english = bul_link_is_changed (link, BUL_LANGUAGE_ENGLISH);
  g_autofree char *time = link->at == NULL ? g_strdup ("") : desk_wording_dup_time (link->at);
  g_autofree char *change = dup_change (link, korean ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH);

  if (korean && english)
    /* Translators: a time of day. */
    return g_strdup_printf (
        _ ("Both changed since they were confirmed at %s. Do they still say the same?"), time);
  if (korean)
    /* Translators: a time of day, and which words changed. */
    return g_strdup_printf (
        _ ("Korean changed since it was confirmed at %s: %s. Is the English still right?"), time,
        change);
  return g_strdup_printf (_ ("English changed since it was confirmed at %s: %s. Does it still say "
                             "what the Korean says?"),
                          time, change);
}

/* A segment's words without the blanks around them, and where they begin in the line. */
static char *
dup_stripped (const BulSegment *segment, guint *start)
{
  g_autofree char *words = g_strdup (segment->span.quote);

  g_strchug (words);
  *start = segment->span.start + bul_chars_count (segment->span.quote) - bul_chars_count (words);
  return g_strchomp (g_steal_pointer (&words));
}

void
desk_stale_add_bands (const BulLink *link, BulLanguage language, GArray *bands)
{
  g_autofree char *now = dup_words (link, language);
  g_autoptr (GArray) runs = bul_diff_words (get_checked (link, language), now);
  gboolean is_as_it_was = strcmp (get_checked (link, language), now) == 0;
  guint at = 0;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      g_autofree char *words = NULL;
      guint start;
      guint n_chars;

      if (segment->language != language || segment->span.orphan || segment->span.on == NULL)
        continue;
      words = dup_stripped (segment, &start);
      n_chars = bul_chars_count (words);
      if (at > 0 && n_chars > 0)
        at++;
      if (is_as_it_was && n_chars > 0)
        desk_bands_add (bands, DESK_BAND_CHANGED, segment->span.on,
                        (BulRange){ start, start + n_chars });
      for (guint j = 0; j < runs->len; j++)
        {
          const BulDiffRun *run = &g_array_index (runs, BulDiffRun, j);
          guint from = MAX (run->now_start, at);
          guint to = MIN (run->now_end, at + n_chars);

          if (!run->same && from < to)
            desk_bands_add (bands, DESK_BAND_CHANGED, segment->span.on,
                            (BulRange){ start + from - at, start + to - at });
        }
      at += n_chars;
    }
}
