/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-page-head-private.h"

/* In bytes: a title is longer. */
#define LONGEST_SITE 24

/* Which lines a page's frame vouches for as its title. */
gboolean
bul_page_head_is_headline (const BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;
  gboolean framed = (state->seen & (SEEN_HEADER | SEEN_STAMP)) != 0;

  if (bul_look_has (line, BUL_LOOK_LONG | BUL_LOOK_REMARK | BUL_LOOK_TIMED))
    return FALSE;
  if ((state->seen & SEEN_HEADLINE) != 0)
    return (state->seen & SEEN_NUMBER) == 0 && !bul_look_has (line, BUL_LOOK_SENTENCE)
           && (bul_look_has (line, BUL_LOOK_NUMBERED)
               || (bul_look_has (line, BUL_LOOK_CAPITALS)
                   && bul_look_is_section_mark (view->next)));
  if (bul_look_is (view->next, BUL_LOOK_STAMP) || bul_look_is_section_mark (view->next)
      || bul_look_has (view->next, BUL_LOOK_BYLINE)
      || (bul_look_is (view->next, BUL_LOOK_CREDITS) && bul_look_has (view->next, BUL_LOOK_HOSTS)))
    return TRUE;
  if (bul_look_has (line, BUL_LOOK_SENTENCE))
    return (framed
            && (bul_look_is (view->next, BUL_LOOK_FURNITURE)
                || (bul_look_has (line, BUL_LOOK_ASKS)
                    && bul_look_is (view->next, BUL_LOOK_VOICE))))
           || (bul_look_is (view->next, BUL_LOOK_PROGRAMME)
               && bul_look_is (view->after_next, BUL_LOOK_STAMP));
  return framed || bul_classifier_has (state, BUL_EVIDENCE_MARKS | BUL_EVIDENCE_CAPTIONS)
         || (view->next != NULL
             && (view->next->sort != BUL_LOOK_FURNITURE
                 || bul_look_is (view->after_next, BUL_LOOK_STAMP)));
}

/* A transcript's page names its programme in capitals. */
static gboolean
is_capital_header (const BulClassifierState *state, const BulClassifierView *view)
{
  return bul_look_has (view->line, BUL_LOOK_CAPITALS)
         && (bul_look_is (view->next, BUL_LOOK_PLAIN) || bul_look_has (view->next, BUL_LOOK_MIXED))
         && bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED)
         && (state->seen & (SEEN_HEADLINE | SEEN_HEADER)) == 0;
}

/* `ACTION 4 NEWS AT SIX` over a headline, which stands right over its first mark or time. */
static gboolean
is_news_header (const BulClassifierState *state, const BulClassifierView *view)
{
  return state->seen == 0 && bul_look_has (view->line, BUL_LOOK_NEWS)
         && bul_look_is (view->next, BUL_LOOK_PLAIN)
         && !bul_look_has (view->next, BUL_LOOK_SENTENCE | BUL_LOOK_LONG | BUL_LOOK_BARE_NAME)
         && (bul_look_is_section_mark (view->after_next)
             || bul_look_is (view->after_next, BUL_LOOK_STAMP));
}

/* Whether a voice, an instruction or a sentence begins the words of a transcript here. */
static gboolean
begins_words (const BulLook *look)
{
  return look == NULL || look->sort == BUL_LOOK_VOICE || look->sort == BUL_LOOK_CUE
         || bul_look_has (look, BUL_LOOK_SENTENCE | BUL_LOOK_LONG | BUL_LOOK_REMARK);
}

/*
 * A line of a transcript's head that nobody knows, such as a button. The line next to the time is
 * the headline, and one before the first words where there is no time; whatever stands before the
 * headline, or between the time and the words, is the page's.
 */
static gboolean
is_unknown_of_page (const BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *next = view->next;

  if (!bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED)
      || bul_classifier_has (state, BUL_EVIDENCE_MARKS | BUL_EVIDENCE_CAPTIONS)
      || bul_look_has (view->line, BUL_LOOK_SENTENCE | BUL_LOOK_LONG | BUL_LOOK_REMARK
                                       | BUL_LOOK_CAPITALS | BUL_LOOK_RELAY))
    return FALSE;
  if ((state->seen & SEEN_STAMP) != 0)
    return (state->seen & SEEN_HEADLINE) != 0;
  return (state->seen & SEEN_HEADLINE) == 0 && bul_look_is (next, BUL_LOOK_PLAIN)
         && !begins_words (next) && !bul_look_has (next, BUL_LOOK_CAPITALS);
}

/* Between its times and the first voice a transcript's page sums up in a sentence or two. */
static gboolean
is_summary (const BulClassifierState *state, const BulClassifierView *view)
{
  return bul_look_has (view->line, BUL_LOOK_SENTENCE) && !bul_look_has (view->line, BUL_LOOK_REMARK)
         && bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED)
         && (state->seen & SEEN_STAMP) != 0
         && ((state->seen & SEEN_HEADLINE) != 0 || !bul_look_has (view->line, BUL_LOOK_ASKS));
}

/* The name of a site over its buttons, before anything of the page is known. */
static gboolean
is_site (const BulClassifierState *state, const BulClassifierView *view)
{
  return state->seen == 0 && view->line->n_bytes <= LONGEST_SITE
         && bul_look_is (view->next, BUL_LOOK_FURNITURE)
         && !bul_look_is (view->after_next, BUL_LOOK_STAMP)
         && !bul_look_has (view->line, BUL_LOOK_SENTENCE | BUL_LOOK_REMARK | BUL_LOOK_RELAY)
         && !bul_classifier_has (state, BUL_EVIDENCE_MARKS);
}

/* A name alone in the head of a page, beside its programme or headline: whose report it is. */
static gboolean
is_byline (const BulClassifierState *state, const BulClassifierView *view)
{
  return bul_look_has (view->line, BUL_LOOK_BARE_NAME)
         && (state->seen & (SEEN_HEADER | SEEN_HEADLINE)) != 0
         && bul_classifier_has (state, BUL_EVIDENCE_MARKS);
}

gboolean
bul_page_head_is_unknown (const BulClassifierState *state, const BulClassifierView *view)
{
  return is_unknown_of_page (state, view) || is_site (state, view);
}

gboolean
bul_page_head_is_header (const BulClassifierState *state, const BulClassifierView *view)
{
  return is_capital_header (state, view) || is_news_header (state, view);
}

gboolean
bul_page_head_is_beside (const BulClassifierState *state, const BulClassifierView *view)
{
  return is_summary (state, view) || is_byline (state, view);
}
