/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-parts.h"

#include "bul-attribution.h"
#include "bul-chars.h"
#include "bul-credits.h"
#include "bul-cue.h"
#include "bul-introduction-private.h"
#include "bul-markers.h"
#include "bul-question-private.h"
#include "bul-relay.h"
#include "bul-transcript.h"

typedef struct
{
  BulParts *parts;
  const char *text;
} Reader;

static BulRange
to_range (const char *text, BulSlice slice)
{
  if (slice.length == 0)
    return BUL_RANGE_EMPTY;
  return (BulRange){ bul_chars_from_byte (text, slice.start - text),
                     bul_chars_from_byte (text, slice.start + slice.length - text) };
}

static void
add_range (GArray *ranges, const char *text, BulSlice slice)
{
  BulRange range = to_range (text, slice);

  g_array_append_val (ranges, range);
}

static void
clear_credit (gpointer data)
{
  g_array_unref (((BulPartsCredit *) data)->names);
}

static void
add_credit (BulSlice role, const BulSlice *names, guint n_names, gpointer data)
{
  Reader *reader = data;
  BulPartsCredit credit
      = { to_range (reader->text, role), g_array_new (FALSE, FALSE, sizeof (BulRange)) };

  for (guint i = 0; i < n_names; i++)
    add_range (credit.names, reader->text, names[i]);
  g_array_append_val (reader->parts->credits, credit);
}

static void
read_attribution (BulParts *parts, const char *text, const BulAttribution *attribution)
{
  for (guint i = 0; i < attribution->n_names; i++)
    {
      BulSlice title = attribution->title.length > 0 ? attribution->title : attribution->titles[i];
      BulPartsSpeaker speaker = { to_range (text, attribution->names[i]), to_range (text, title) };

      g_array_append_val (parts->speakers, speaker);
    }
  for (guint i = 0; i < attribution->n_details; i++)
    add_range (parts->details, text, attribution->details[i]);
  parts->attribution = to_range (text, attribution->attribution);
}

static void
read_bite (BulParts *parts, const char *text)
{
  BulAttribution attribution;

  bul_attribution_read (bul_slice_trim (bul_slice_of (text)), &attribution);
  read_attribution (parts, text, &attribution);
  parts->marker = to_range (text, attribution.marker);
  parts->quote = to_range (text, attribution.quote);
}

/* A turn's label is a mark (`[기자]`), or says who (`[name / title]`, `NAME, TITLE:`). */
static void
read_turn (BulParts *parts, const char *text)
{
  BulSlice line = bul_slice_trim (bul_slice_of (text));
  BulMark mark = bul_markers_find (line);
  BulSlice question = bul_question_find (line);
  BulAttribution attribution;

  if (question.length == 0)
    question = bul_question_find_answer (line);
  if (question.length > 0)
    {
      parts->marker = to_range (text, question);
      return;
    }
  if (mark.marker != NULL)
    {
      if (mark.stretch.length < line.length)
        parts->marker = to_range (text, mark.stretch);
      return;
    }
  if (bul_attribution_read (line, &attribution) == BUL_ATTRIBUTION_TURN)
    parts->marker = to_range (text, attribution.attribution);
  else if (attribution.attribution.length == 0 && attribution.quote.length == 0)
    {
      bul_transcript_read (line, &attribution);
      parts->marker = to_range (text, attribution.marker);
    }
  read_attribution (parts, text, &attribution);
}

static void
read_relay (BulParts *parts, const char *text)
{
  BulRelay relay;
  Reader reader = { parts, text };

  BulSlice line = bul_slice_trim (bul_slice_of (text));
  BulMark mark = bul_markers_find (line);

  if (mark.marker != NULL)
    {
      parts->marker = to_range (text, mark.stretch);
      line = bul_markers_skip (line);
    }
  if (!bul_relay_read (line, &relay))
    relay.reporter = bul_introduction_find (line);
  parts->reporter = to_range (text, relay.reporter);
  parts->broadcaster = to_range (text, relay.broadcaster);
  parts->place = to_range (text, relay.place);
  if (relay.credits.length > 0)
    bul_credits_read (relay.credits, add_credit, &reader);
}

/* The label of a stand-up goes on to the end of its line where it says who: `▶ 스탠딩 : 이름 /
 * 기자`.
 */
static BulSlice
whole_label (BulSlice line, const BulMark *mark)
{
  const char *line_end = bul_slice_find (line, "\u2028");

  if (mark->marker->role != BUL_MARK_STAND_UP || line_end == NULL)
    return mark->stretch;
  return bul_slice_trim (bul_slice (line.start, line_end));
}

/* `[Report] words`: the mark of a section on a line with its first words. */
static void
read_marker (BulParts *parts, const char *text)
{
  BulSlice line = bul_slice_trim (bul_slice_of (text));
  BulMark mark = bul_markers_find (line);

  if (mark.marker != NULL)
    parts->marker = to_range (text, whole_label (line, &mark));
  else
    parts->marker = to_range (text, bul_cue_find_glued_time (line));
}

BulParts *
bul_parts_new (BulBlockKind kind, const char *text)
{
  BulParts *self = g_new0 (BulParts, 1);
  Reader reader = { self, text };

  self->speakers = g_array_new (FALSE, FALSE, sizeof (BulPartsSpeaker));
  self->details = g_array_new (FALSE, FALSE, sizeof (BulRange));
  self->credits = g_array_new (FALSE, FALSE, sizeof (BulPartsCredit));
  g_array_set_clear_func (self->credits, clear_credit);

  if (kind == BUL_BLOCK_BITE)
    read_bite (self, text);
  else if (kind == BUL_BLOCK_TURN)
    read_turn (self, text);
  else if (kind == BUL_BLOCK_HANDOFF || kind == BUL_BLOCK_SIGNOFF)
    read_relay (self, text);
  else if (kind == BUL_BLOCK_CREDITS)
    bul_credits_read (bul_slice_of (text), add_credit, &reader);
  else if (kind == BUL_BLOCK_PARAGRAPH)
    read_marker (self, text);
  return self;
}

void
bul_parts_free (BulParts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->speakers);
  g_array_unref (self->details);
  g_array_unref (self->credits);
  g_free (self);
}

char *
bul_parts_dup (const char *text, BulRange range)
{
  return bul_range_is_empty (range) ? NULL : bul_chars_slice (text, range.start, range.end);
}

GArray *
bul_parts_list_reporters (const BulParts *self, const char *text)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BulRange));
  const char *at = g_utf8_offset_to_pointer (text, self->reporter.start);
  BulRange name = { self->reporter.start, self->reporter.start };

  for (guint i = self->reporter.start; i <= self->reporter.end; i++, at = g_utf8_next_char (at))
    {
      gunichar c = i < self->reporter.end ? g_utf8_get_char (at) : ',';

      if (c == ',' || c == 0x00b7 || c == 0x318d)
        {
          if (name.end > name.start)
            g_array_append_val (list, name);
          name.start = name.end = i + 1;
        }
      else if (c != ' ')
        name.end = i + 1;
      else if (name.start == i)
        name.start = name.end = i + 1;
    }
  return list;
}
