/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-classifier.h"

#include "bul-classifier-view-private.h"
#include "bul-page-head-private.h"

static BulReading
reading (const BulClassifierState *state, BulBlockKind kind)
{
  return (BulReading){ .kind = kind, .section = state->section };
}

/* A line of the script itself. */
static BulReading
body (BulClassifierState *state, BulBlockKind kind)
{
  if (bul_classifier_in_head (state) && state->section == BUL_SECTION_HEAD)
    state->section = BUL_SECTION_NONE;
  state->seen |= SEEN_BODY;
  return reading (state, kind);
}

/* What belongs to the page stands before the script, in its head, or after it. */
static BulReading
around (BulClassifierState *state, BulBlockKind kind)
{
  state->section = bul_classifier_in_head (state) ? BUL_SECTION_HEAD : BUL_SECTION_TAIL;
  return reading (state, kind);
}

/* Whether the script is over before @look: the page's own lines follow, or none. */
static gboolean
is_after (const BulLook *look)
{
  return look == NULL || bul_look_has (look, BUL_LOOK_AFTER | BUL_LOOK_BULLET)
         || bul_look_is (look, BUL_LOOK_NOTICES) || bul_look_is (look, BUL_LOOK_STAMP);
}

/* --- marks */

/* Whether an anchor's or reporter's mark opens a turn here, and not a section. */
static gboolean
opens_turn (const BulClassifierState *state, guint8 role)
{
  return (role == BUL_MARK_ANCHOR || role == BUL_MARK_REPORTER) && state->reports_left == 0
         && bul_classifier_has (state, BUL_EVIDENCE_ALTERNATES | BUL_EVIDENCE_TALK);
}

static BulReading
read_turn_mark (BulClassifierState *state, guint8 role)
{
  gboolean live = bul_classifier_has (state, BUL_EVIDENCE_ALTERNATES)
                  && !bul_classifier_has (state, BUL_EVIDENCE_TALK);

  state->section = live ? BUL_SECTION_LIVE : BUL_SECTION_TALK;
  return body (state, BUL_BLOCK_TURN);
}

/* `(S/U)` alone instructs; with words, it is a label of theirs. */
static BulReading
read_stand_up (BulClassifierState *state, const BulClassifierView *view)
{
  gboolean alone = bul_look_has (view->line, BUL_LOOK_ALONE);
  gboolean joins
      = ((bul_look_has (view->line, BUL_LOOK_JOINS) && bul_look_has (view->next, BUL_LOOK_QUOTES))
         || (alone && bul_look_has (view->next, BUL_LOOK_QUOTATION)))
        && !bul_look_has (view->line, BUL_LOOK_JOINED);
  BulReading read = body (state, alone && !joins ? BUL_BLOCK_CUE : BUL_BLOCK_PARAGRAPH);

  read.takes_next = joins;
  return read;
}

static BulReading read_relay (BulClassifierState *state, const BulClassifierView *view);
static BulReading read_cue (BulClassifierState *state, const BulClassifierView *view);

static BulReading
read_mark (BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;

  gboolean is_over = state->section == BUL_SECTION_TAIL
                     && (state->seen & (SEEN_CLOSE | SEEN_FOOT)) == SEEN_CLOSE;

  if (line->role == BUL_MARK_STAND_UP)
    return read_stand_up (state, view);
  state->seen &= ~(SEEN_CLOSE | SEEN_FOOT | SEEN_SHOTS);
  if (line->role >= BUL_MARK_SHOTS)
    {
      state->section = BUL_SECTION_NONE;
      state->seen |= line->role == BUL_MARK_SHOTS ? SEEN_SHOTS : 0;
      return body (state, BUL_BLOCK_MARKER);
    }
  if (line->role == BUL_MARK_ANSWER || opens_turn (state, line->role))
    return read_turn_mark (state, line->role);
  /* It closes whatever it stands behind. */
  if (line->role == BUL_MARK_END && state->section == BUL_SECTION_REPORT)
    return body (state, BUL_BLOCK_MARKER);
  if (line->role == BUL_MARK_ANCHOR || line->role == BUL_MARK_LEAD || line->role == BUL_MARK_END)
    state->section = is_over ? BUL_SECTION_TAIL : BUL_SECTION_LEAD;
  else
    state->section = line->role == BUL_MARK_LIVE ? BUL_SECTION_LIVE : BUL_SECTION_REPORT;
  if ((line->role == BUL_MARK_REPORT
       || (line->role == BUL_MARK_REPORTER
           && ((state->seen & SEEN_TAPED) != 0
               || bul_classifier_has (state, BUL_EVIDENCE_WRAPPED))))
      && state->reports_left > 0)
    state->reports_left--;
  state->seen &= ~SEEN_TAPED;
  if (bul_look_has (line, BUL_LOOK_RELAY)
      && (state->section == BUL_SECTION_LEAD || bul_look_has (line, BUL_LOOK_HOUSE)))
    return read_relay (state, view);
  return body (state, bul_look_has (line, BUL_LOOK_ALONE) ? BUL_BLOCK_MARKER : BUL_BLOCK_PARAGRAPH);
}

/* --- soundbites and turns */

/* What may be the words of a label on the line before. */
static gboolean
may_be_words (const BulLook *look)
{
  if (look == NULL || bul_look_has (look, BUL_LOOK_MARKED | BUL_LOOK_RELAY | BUL_LOOK_BULLET))
    return FALSE;
  return look->sort == BUL_LOOK_PLAIN || look->sort == BUL_LOOK_VOICE || look->sort == BUL_LOOK_BITE
         || look->sort == BUL_LOOK_LABEL || look->sort == BUL_LOOK_TURN
         || look->sort == BUL_LOOK_NAME;
}

/* A bracket that is open may close on the next line, or the one after. */
static gboolean
closes_soon (const BulClassifierView *view)
{
  return bul_look_has (view->next, BUL_LOOK_SHUTS)
         || ((bul_look_is (view->next, BUL_LOOK_PLAIN) || bul_look_is (view->next, BUL_LOOK_VOICE))
             && bul_look_has (view->after_next, BUL_LOOK_SHUTS));
}

/* A quotation that is open may go on over a few lines, until one ends it. */
static gboolean
goes_on (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_PLAIN)
         && !bul_look_has (look, BUL_LOOK_QUOTES | BUL_LOOK_RELAY | BUL_LOOK_BULLET);
}

static gboolean
closes_quote_soon (const BulClassifierView *view)
{
  return goes_on (view->next)
         && (bul_look_has (view->next, BUL_LOOK_ENDS_QUOTE)
             || (goes_on (view->after_next)
                 && bul_look_has (view->after_next, BUL_LOOK_ENDS_QUOTE)));
}

static BulReading
bite (BulClassifierState *state, const BulClassifierView *view, gboolean takes_next)
{
  BulReading read;

  if (state->section == BUL_SECTION_TAIL && bul_classifier_has (state, BUL_EVIDENCE_MARKS))
    state->section = BUL_SECTION_REPORT;
  read = body (state, BUL_BLOCK_BITE);
  read.takes_next = takes_next;
  if (bul_look_has (view->line, BUL_LOOK_QUOTE_OPEN) && !takes_next)
    read.finding = "quote-not-closed";
  else if (bul_look_has (view->line, BUL_LOOK_OPEN) && !takes_next)
    read.finding = "bracket-not-closed";
  return read;
}

static BulReading
turn (BulClassifierState *state)
{
  if (state->section != BUL_SECTION_LIVE)
    state->section = BUL_SECTION_TALK;
  return body (state, BUL_BLOCK_TURN);
}

static BulReading
read_bite (BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;
  gboolean more
      = bul_look_has (line, BUL_LOOK_OPEN)
        && (bul_look_has (line, BUL_LOOK_MARKED) ? may_be_words (view->next) : closes_soon (view));

  if (bul_classifier_has (state, BUL_EVIDENCE_QUESTIONS) && bul_look_answers (line))
    return turn (state);
  /* `VOX POP: words` among voices that are written so */
  if (bul_look_has (line, BUL_LOOK_RESUMES) && bul_classifier_in_turns (state)
      && bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED))
    return turn (state);
  if (bul_look_has (line, BUL_LOOK_WORDLESS))
    more = may_be_words (view->next);
  if (bul_look_has (line, BUL_LOOK_QUOTE_OPEN) && !more)
    more = closes_quote_soon (view);
  if (bul_classifier_has (state, BUL_EVIDENCE_TALK)
      && !bul_classifier_has (state, BUL_EVIDENCE_NAMES_ALONE)
      && bul_look_has (line, BUL_LOOK_NAMED)
      && !bul_look_has (line,
                        BUL_LOOK_MARKED | BUL_LOOK_SPEAKS | BUL_LOOK_OPEN | BUL_LOOK_DETAILED))
    return turn (state);
  return bite (state, view, more);
}

static BulReading
read_label (BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;
  gboolean talks = bul_classifier_has (state, BUL_EVIDENCE_TALK) || bul_classifier_in_turns (state);

  /* A label that is broken over two lines: its bracket closes on the next, or the words begin. */
  if (bul_look_has (line, BUL_LOOK_OPEN))
    return closes_soon (view) || bul_look_has (view->next, BUL_LOOK_QUOTES)
               ? bite (state, view, TRUE)
               : body (state, BUL_BLOCK_PARAGRAPH);
  if (bul_look_has (line, BUL_LOOK_MARKED | BUL_LOOK_JOINS)
      || bul_look_has (view->next, BUL_LOOK_QUOTES))
    return bite (state, view, may_be_words (view->next));
  if (!talks && state->section == BUL_SECTION_REPORT && may_be_words (view->next))
    return bite (state, view, TRUE);
  return turn (state);
}

/* `[Council chamber]` instructs where voices have their names before a colon. */
static gboolean
is_remark (const BulClassifierState *state, const BulLook *look)
{
  return bul_look_has (look, BUL_LOOK_REMARK)
         && bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED
                                           | BUL_EVIDENCE_CAPTIONS);
}

/* A few words in brackets: a name, or a mark that nobody knows. */
static BulReading
read_name (BulClassifierState *state, const BulClassifierView *view)
{
  BulReading read;

  if (is_remark (state, view->line))
    return read_cue (state, view);
  if (bul_look_has (view->next, BUL_LOOK_QUOTES))
    return bite (state, view, TRUE);
  if (bul_classifier_has (state, BUL_EVIDENCE_TALK) || bul_classifier_in_turns (state))
    return turn (state);
  read = body (state, BUL_BLOCK_PARAGRAPH);
  read.finding = "unknown-marker";
  return read;
}

static BulReading
read_named_words (BulClassifierState *state, const BulClassifierView *view)
{
  if (!bul_classifier_has (state, BUL_EVIDENCE_TALK) && !bul_classifier_in_turns (state)
      && state->section == BUL_SECTION_REPORT)
    return bite (state, view, FALSE);
  return turn (state);
}

/* --- the page */

/* Whether @look is the page's, or there is nothing more. */
static gboolean
is_page (const BulLook *look)
{
  return look == NULL || look->sort == BUL_LOOK_FURNITURE || look->sort == BUL_LOOK_NOTICES;
}

/* Whether only the page's lines follow: there the script has no marks to tell that it is over. */
static gboolean
is_page_end (const BulClassifierState *state, const BulClassifierView *view)
{
  return view->next == NULL || bul_look_has (view->next, BUL_LOOK_AFTER)
         || (!bul_classifier_has (state, BUL_EVIDENCE_MARKS) && is_page (view->next)
             && is_page (view->after_next));
}

static BulReading
read_furniture (BulClassifierState *state, const BulClassifierView *view)
{
  if (!bul_look_has (view->line, BUL_LOOK_AFTER))
    {
      if (bul_classifier_in_head (state))
        state->section = BUL_SECTION_HEAD;
      else if (is_page_end (state, view))
        state->section = BUL_SECTION_TAIL;
      return reading (state, BUL_BLOCK_FURNITURE);
    }
  if (!bul_classifier_in_head (state))
    state->seen |= SEEN_FOOT;
  return around (state, BUL_BLOCK_FURNITURE);
}

static BulReading read_plain (BulClassifierState *state, const BulClassifierView *view);

/* `By —` over a name. */
static BulReading
read_byline_above (BulClassifierState *state, const BulClassifierView *view)
{
  BulReading read;

  if (!bul_look_is (view->next, BUL_LOOK_PLAIN)
      || bul_look_has (view->next, BUL_LOOK_SENTENCE | BUL_LOOK_LONG | BUL_LOOK_BULLET))
    return around (state, BUL_BLOCK_FURNITURE);
  read = around (state, BUL_BLOCK_CREDITS);
  read.takes_next = TRUE;
  return read;
}

/* A name with its trade, alone on a line, is a byline where no words are read. */
static BulReading
read_credits (BulClassifierState *state, const BulClassifierView *view)
{
  if (bul_look_has (view->line, BUL_LOOK_JOINS))
    return read_byline_above (state, view);
  if (bul_look_has (view->line, BUL_LOOK_BYLINE) && !bul_classifier_in_head (state)
      && state->section != BUL_SECTION_TAIL)
    return read_plain (state, view);
  if (!bul_look_has (view->line, BUL_LOOK_HOSTS) || bul_classifier_in_head (state)
      || bul_look_is (view->next, BUL_LOOK_CREDITS))
    return around (state, BUL_BLOCK_CREDITS);
  return reading (state, BUL_BLOCK_CREDITS);
}

/* The first line of a page that is marked as such. */
static BulReading
head (BulClassifierState *state, BulBlockKind kind, guint32 seen)
{
  state->seen |= seen;
  state->section = BUL_SECTION_HEAD;
  return reading (state, kind);
}

static BulReading
read_stamp (BulClassifierState *state, const BulClassifierView *view)
{
  if (bul_classifier_in_head (state))
    return head (state, BUL_BLOCK_STAMP, SEEN_STAMP);
  if (bul_look_has (view->line, BUL_LOOK_BARE) && state->section != BUL_SECTION_TAIL)
    return read_plain (state, view);
  return reading (state, BUL_BLOCK_STAMP);
}

static BulReading
read_header (BulClassifierState *state, const BulClassifierView *view)
{
  /* Words may stand before the page: its head begins here. */
  if (view->line->sort == BUL_LOOK_HEADER && !bul_classifier_in_head (state))
    {
      state->seen = 0;
      state->opening = (BulOpening){ .headline = state->opening.headline };
    }
  if (bul_classifier_in_head (state))
    return head (state, BUL_BLOCK_HEADER, SEEN_HEADER);
  if (state->section == BUL_SECTION_TAIL)
    return reading (state, BUL_BLOCK_FURNITURE);
  return body (state, BUL_BLOCK_PARAGRAPH);
}

static BulReading
read_title (BulClassifierState *state, const BulClassifierView *view)
{
  return head (state, BUL_BLOCK_HEADLINE, SEEN_HEADLINE);
}

static BulReading
read_notices (BulClassifierState *state, const BulClassifierView *view)
{
  return around (state, BUL_BLOCK_NOTICES);
}

static BulReading
read_cue (BulClassifierState *state, const BulClassifierView *view)
{
  if ((bul_classifier_in_head (state) || state->section == BUL_SECTION_TAIL)
      && bul_classifier_has (state,
                             BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED | BUL_EVIDENCE_CAPTIONS))
    state->section = BUL_SECTION_TALK;
  return body (state, BUL_BLOCK_CUE);
}

/* --- words */

static BulReading
read_headline (BulClassifierState *state, const BulClassifierView *view)
{
  guint32 number = bul_look_has (view->line, BUL_LOOK_NUMBERED) ? SEEN_NUMBER : 0;

  state->opening.headline = view->line->starts;
  return head (state, BUL_BLOCK_HEADLINE, SEEN_HEADLINE | number);
}

/* In a transcript another voice, or what is heard, follows. */
static gboolean
passes_in_transcript (const BulClassifierState *state, const BulClassifierView *view)
{
  return bul_classifier_in_turns (state) && bul_look_has (view->line, BUL_LOOK_PASSES)
         && bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED)
         && (bul_look_is (view->next, BUL_LOOK_VOICE) || bul_look_is (view->next, BUL_LOOK_CUE)
             || bul_look_has (view->next, BUL_LOOK_REMARK));
}

/* By its position a line that may pass on or close does the one or the other, or neither. */
static BulBlockKind
kind_of_relay (const BulClassifierState *state, const BulClassifierView *view)
{
  gboolean before_mark = bul_look_is_section_mark (view->next)
                         || (bul_look_has (view->next, BUL_LOOK_QUESTION)
                             && bul_classifier_has (state, BUL_EVIDENCE_QUESTIONS)
                             && !bul_classifier_in_turns (state));
  gboolean passes = bul_look_has (view->line, BUL_LOOK_PASSES);
  gboolean closes = bul_look_closes (view->line);

  if (bul_look_has (view->line, BUL_LOOK_WEAK))
    return before_mark
                   && (state->section == BUL_SECTION_LEAD || state->section == BUL_SECTION_LIVE
                       || (state->section == BUL_SECTION_TALK
                           && view->next->role == BUL_MARK_REPORTER))
               ? BUL_BLOCK_HANDOFF
               : BUL_BLOCK_PARAGRAPH;
  switch ((BulSection) state->section)
    {
    case BUL_SECTION_LEAD:
      if (before_mark)
        return BUL_BLOCK_HANDOFF;
      if (closes)
        return BUL_BLOCK_SIGNOFF;
      return passes
                     && (!bul_look_is (view->next, BUL_LOOK_PLAIN)
                         || !bul_classifier_has (state, BUL_EVIDENCE_REPORTS))
                 ? BUL_BLOCK_HANDOFF
                 : BUL_BLOCK_PARAGRAPH;
    case BUL_SECTION_LIVE:
    case BUL_SECTION_TALK:
      if (closes)
        return BUL_BLOCK_SIGNOFF;
      if (passes_in_transcript (state, view))
        return BUL_BLOCK_HANDOFF;
      return before_mark && !bul_classifier_has (state, BUL_EVIDENCE_TRANSCRIPT)
                 ? BUL_BLOCK_HANDOFF
                 : BUL_BLOCK_PARAGRAPH;
    case BUL_SECTION_REPORT:
      return closes || before_mark || is_after (view->next) ? BUL_BLOCK_SIGNOFF
                                                            : BUL_BLOCK_PARAGRAPH;
    case BUL_SECTION_NONE:
      if (closes || (is_after (view->next) && !passes))
        return BUL_BLOCK_SIGNOFF;
      return BUL_BLOCK_HANDOFF;
    default:
      return closes ? BUL_BLOCK_SIGNOFF : BUL_BLOCK_PARAGRAPH;
    }
}

static BulReading
read_relay (BulClassifierState *state, const BulClassifierView *view)
{
  BulReading read;
  BulBlockKind kind = kind_of_relay (state, view);

  read = body (state, kind);
  if (bul_look_has (view->line, BUL_LOOK_TAPED) && kind == BUL_BLOCK_HANDOFF)
    state->seen |= SEEN_TAPED;
  if (kind == BUL_BLOCK_SIGNOFF && !bul_look_is_section_mark (view->next))
    state->section = BUL_SECTION_TAIL;
  if (kind == BUL_BLOCK_SIGNOFF)
    state->seen |= SEEN_CLOSE;
  if (kind == BUL_BLOCK_HANDOFF && state->section == BUL_SECTION_LEAD
      && !bul_classifier_has (state, BUL_EVIDENCE_REPORTS))
    state->section = BUL_SECTION_REPORT;
  return read;
}

/* A line that only says who, over the words: in quote marks, or in a report with a stroke between
 * name and title. */
static gboolean
is_bare_label (const BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *next = view->next;

  if (!bul_look_has (view->line, BUL_LOOK_WHO))
    return FALSE;
  if (state->section == BUL_SECTION_NONE)
    return bul_look_has (next, BUL_LOOK_QUOTATION);
  return state->section == BUL_SECTION_REPORT
         && (bul_look_has (next, BUL_LOOK_QUOTATION)
             || (bul_look_has (view->line, BUL_LOOK_FIELDS) && bul_look_is (next, BUL_LOOK_PLAIN)
                 && !bul_look_has (next, BUL_LOOK_RELAY | BUL_LOOK_BULLET)
                 && bul_look_has (next, BUL_LOOK_SENTENCE | BUL_LOOK_QUOTES)));
}

/* “Philip Dray went along with him.”, and what is heard next is this reporter. */
static gboolean
introduces (const BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *voice = bul_look_is (view->next, BUL_LOOK_CUE) ? view->after_next : view->next;

  return view->line->name != 0 && state->section == BUL_SECTION_TALK
         && bul_look_is (voice, BUL_LOOK_VOICE) && voice->name == view->line->name;
}

/* “Noh Taemin rode the first one.” over the mark of the report that Noh Taemin closes. */
static gboolean
is_about_closer (const BulClassifierState *state, const BulClassifierView *view)
{
  return state->section == BUL_SECTION_LEAD && bul_look_is_section_mark (view->next)
         && (view->next->role == BUL_MARK_REPORT || view->next->role == BUL_MARK_REPORTER)
         && (bul_evidence_closer (view->line->name) & state->closers) != 0;
}

/* `BELL TOLLS` between the words of captions, before the next voice. Where all words stand in
 * capitals it is what is said. */
static gboolean
is_sound (const BulClassifierState *state, const BulClassifierView *view)
{
  return bul_look_has (view->line, BUL_LOOK_SOUND) && !bul_classifier_in_head (state)
         && bul_classifier_has (state, BUL_EVIDENCE_CAPTIONS)
         && bul_look_is (view->next, BUL_LOOK_VOICE)
         && !bul_look_has (view->next, BUL_LOOK_SHOUTED);
}

static BulReading
read_plain (BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;

  if (is_remark (state, line) || is_sound (state, view) || (state->seen & SEEN_SHOTS) != 0)
    return read_cue (state, view);
  if (bul_classifier_in_head (state))
    {
      if (bul_page_head_is_unknown (state, view))
        return head (state, BUL_BLOCK_FURNITURE, 0);
      if (bul_page_head_is_header (state, view))
        return head (state, BUL_BLOCK_HEADER, SEEN_HEADER);
      if (bul_page_head_is_beside (state, view))
        return head (state, BUL_BLOCK_HEADER, 0);
      if (bul_page_head_is_headline (state, view))
        return read_headline (state, view);
    }
  if ((state->seen & SEEN_FOOT) != 0 && !bul_look_has (line, BUL_LOOK_SENTENCE)
      && state->section == BUL_SECTION_TAIL)
    return reading (state, BUL_BLOCK_FURNITURE);
  if (bul_look_has (line, BUL_LOOK_QUESTION | BUL_LOOK_REPLY)
      && bul_classifier_has (state, BUL_EVIDENCE_QUESTIONS))
    return turn (state);
  if (bul_look_has (line, BUL_LOOK_RELAY))
    return read_relay (state, view);
  if (introduces (state, view) || is_about_closer (state, view))
    return body (state, BUL_BLOCK_HANDOFF);
  if (is_bare_label (state, view))
    return bite (state, view, TRUE);
  /* Before the first mark of a page that has marks, words belong to its head. */
  if (bul_classifier_in_head (state) && bul_classifier_has (state, BUL_EVIDENCE_MARKS))
    return state->seen == 0 ? reading (state, BUL_BLOCK_PARAGRAPH)
                            : head (state, BUL_BLOCK_PARAGRAPH, 0);
  return body (state, BUL_BLOCK_PARAGRAPH);
}

static BulReading
read_voice (BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;
  guint16 needed = bul_look_has (line, BUL_LOOK_CAPTION) ? BUL_EVIDENCE_CAPTIONS
                   : bul_look_has (line, BUL_LOOK_MIXED)
                       ? BUL_EVIDENCE_MIXED
                       : BUL_EVIDENCE_TRANSCRIPT | BUL_EVIDENCE_MIXED;

  if (!bul_classifier_has (state, needed))
    return read_plain (state, view);
  state->section = BUL_SECTION_TALK;
  return body (state, BUL_BLOCK_TURN);
}

/* --- second copies */

/* A live report that is given again, 다시 한번 전해드립니다, is no copy: there nobody has signed
 * off. */
static gboolean
starts_copy (const BulClassifierState *state, const BulClassifierView *view)
{
  gboolean closed = (state->seen & SEEN_CLOSE) != 0 || state->section == BUL_SECTION_TAIL;

  return !bul_classifier_in_head (state) && (closed || !bul_classifier_in_turns (state))
         && bul_opening_is_repeated (&state->opening, closed, view->line, view->next,
                                     view->after_next);
}

/* `[단독] words`, `[리포트]words`, `[Live] words` over a time stamp or the first mark: a headline,
 * whatever its bracket looks like. */
static gboolean
is_title_in_brackets (const BulClassifierState *state, const BulClassifierView *view)
{
  const BulLook *line = view->line;

  if (!bul_classifier_in_head (state) || (state->seen & SEEN_HEADLINE) != 0
      || bul_look_has (line, BUL_LOOK_ALONE | BUL_LOOK_LONG))
    return FALSE;
  if (line->sort == BUL_LOOK_MARK && line->role == BUL_MARK_REPORT && state->seen == 0
      && bul_look_is (view->next, BUL_LOOK_MARK) && view->next->role <= BUL_MARK_LEAD)
    return TRUE;
  if (line->sort == BUL_LOOK_MARK && line->role == BUL_MARK_LIVE
      && bul_look_is_section_mark (view->next))
    return !bul_look_has (line, BUL_LOOK_SENTENCE);
  if (line->sort == BUL_LOOK_MARK || line->sort == BUL_LOOK_VOICE)
    return bul_look_is (view->next, BUL_LOOK_STAMP);
  return (line->sort == BUL_LOOK_BITE || line->sort == BUL_LOOK_TURN
          || line->sort == BUL_LOOK_LABEL)
         && (bul_look_is (view->next, BUL_LOOK_STAMP) || bul_look_is_section_mark (view->next)
             || (state->seen == 0
                 && (bul_look_is (view->next, BUL_LOOK_PROGRAMME)
                     || (bul_look_is (view->next, BUL_LOOK_CREDITS)
                         && bul_look_has (view->next, BUL_LOOK_HOSTS)))));
}

static BulReading
read_damaged (BulClassifierState *state, const BulClassifierView *view)
{
  return body (state, BUL_BLOCK_PARAGRAPH);
}

typedef BulReading (*ReadFunc) (BulClassifierState *state, const BulClassifierView *view);

static const ReadFunc readers[] = {
  [BUL_LOOK_BLANK] = read_plain,      [BUL_LOOK_PLAIN] = read_plain,
  [BUL_LOOK_MARK] = read_mark,        [BUL_LOOK_BITE] = read_bite,
  [BUL_LOOK_LABEL] = read_label,      [BUL_LOOK_NAME] = read_name,
  [BUL_LOOK_TURN] = read_named_words, [BUL_LOOK_VOICE] = read_voice,
  [BUL_LOOK_HEADER] = read_header,    [BUL_LOOK_PROGRAMME] = read_header,
  [BUL_LOOK_TITLE] = read_title,      [BUL_LOOK_STAMP] = read_stamp,
  [BUL_LOOK_CREDITS] = read_credits,  [BUL_LOOK_CUE] = read_cue,
  [BUL_LOOK_NOTICES] = read_notices,  [BUL_LOOK_FURNITURE] = read_furniture,
  [BUL_LOOK_DAMAGED] = read_damaged,
};

BulReading
bul_classifier_read (BulClassifierState *state,
                     const BulLook *line,
                     const BulLook *next,
                     const BulLook *after_next)
{
  BulClassifierView view = { line, next, after_next };
  BulReading read;

  if ((state->seen & SEEN_COPY) != 0 || starts_copy (state, &view))
    {
      state->seen |= SEEN_COPY;
      state->section = BUL_SECTION_TAIL;
      return reading (state,
                      line->sort == BUL_LOOK_NOTICES ? BUL_BLOCK_NOTICES : BUL_BLOCK_FURNITURE);
    }
  read = is_title_in_brackets (state, &view) ? read_headline (state, &view)
                                             : readers[line->sort](state, &view);
  if (bul_look_has (line, BUL_LOOK_GLUED) && state->section == BUL_SECTION_LEAD)
    state->section = BUL_SECTION_REPORT;
  if (bul_block_kind_is_read (read.kind) && !read.takes_next)
    bul_opening_note (&state->opening, line);
  if (read.finding == NULL)
    read.finding = line->finding;
  return read;
}
