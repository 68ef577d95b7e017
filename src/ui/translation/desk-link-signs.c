/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-link-signs.h"

#include <glib/gi18n.h>

#include "bul-beside.h"

gboolean
desk_link_signs_has (const BulLink *link, BulLanguage language)
{
  return bul_link_count (link, language) > 0;
}

static gboolean
is_alone (const BulLink *link)
{
  return !desk_link_signs_has (link, BUL_LANGUAGE_KOREAN)
         || !desk_link_signs_has (link, BUL_LANGUAGE_ENGLISH);
}

DeskLinkLook
desk_link_signs_get_look (const BulLink *link)
{
  if (link->state == BUL_LINK_STALE)
    return DESK_LINK_STALE;
  if (link->state == BUL_LINK_CONFIRMED)
    return is_alone (link) ? DESK_LINK_ALONE_CONFIRMED : DESK_LINK_CONFIRMED;
  if (is_alone (link))
    return DESK_LINK_ALONE;
  return bul_pairs_is_doubtful (link) ? DESK_LINK_DOUBTFUL : DESK_LINK_AUTOMATIC;
}

gboolean
desk_link_signs_is_open (const BulLink *link)
{
  return link->state == BUL_LINK_STALE || bul_pairs_is_doubtful (link);
}

/* A sentence of the original has no answer yet; one of the translation has nothing that it answers.
 */
static const char *
alone_words (const BulStory *story, const BulLink *link)
{
  BulLanguage source = bul_pairs_get_source (story);
  gboolean is_left_out = desk_link_signs_has (link, source);

  if (source == BUL_LANGUAGE_KOREAN)
    return is_left_out
               /* Translators: what a pair is that has sentences of the Korean original only. */
               ? _ ("left out in English")
               /* Translators: what a pair is that has sentences of the English translation only. */
               : _ ("added in English");
  return is_left_out
             /* Translators: what a pair is that has sentences of the English original only. */
             ? _ ("left out in Korean")
             /* Translators: what a pair is that has sentences of the Korean translation only. */
             : _ ("added in Korean");
}

gboolean
desk_link_signs_is_unwritten (const BulStory *story, const BulLink *link)
{
  const BulSegment *first = link->segments->len == 0 ? NULL : link->segments->pdata[0];

  return first != NULL && link->state == BUL_LINK_AUTOMATIC && is_alone (link)
         && bul_beside_is_unwritten (story, first->span.on);
}

char *
desk_link_signs_dup_words (const BulStory *story, const BulLink *link)
{
  int percent = (int) (bul_link_get_confidence (link) * 100 + 0.5);

  switch (desk_link_signs_get_look (link))
    {
    case DESK_LINK_STALE:
      /* Translators: what a pair is of which one side changed since somebody confirmed it. */
      return g_strdup (_ ("changed since it was confirmed"));
    case DESK_LINK_CONFIRMED:
      return g_strdup (_ ("confirmed"));
    case DESK_LINK_ALONE_CONFIRMED:
      /* Translators: “left out in English”, and somebody confirmed it. */
      return g_strdup_printf (_ ("%s, confirmed"), alone_words (story, link));
    case DESK_LINK_ALONE:
      if (desk_link_signs_is_unwritten (story, link))
        /* Translators: a sentence of the original, beside a line that is empty. */
        return g_strdup (_ ("not translated yet"));
      return g_strdup_printf (_ ("%s, %d %%"), alone_words (story, link), percent);
    case DESK_LINK_DOUBTFUL:
      return g_strdup_printf (_ ("doubtful, %d %%"), percent);
    case DESK_LINK_AUTOMATIC:
      break;
    }
  /* Translators: a pair that nobody confirmed yet; how sure the program is. */
  return g_strdup_printf (_ ("automatic, %d %%"), percent);
}
