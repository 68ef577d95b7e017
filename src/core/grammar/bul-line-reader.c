/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-line-reader.h"

#include "bul-evidence.h"

/* The classifier looks two lines ahead. */
#define LINES_AHEAD 2

typedef struct
{
  BulLook look;
  BulClassifierState before; /* the state in which it was read last */
} Line;

struct _BulLineReader
{
  GArray *lines; /* of Line */
  BulEvidence *evidence;
  BulClassifierState start; /* with which the first line was read last */
  gboolean dirty;
  guint first; /* lines to read at least, when dirty */
  guint last;
  guint64 n_read;
};

BulLineReader *
bul_line_reader_new (void)
{
  BulLineReader *self = g_new0 (BulLineReader, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->evidence = bul_evidence_new ();
  return self;
}

void
bul_line_reader_free (BulLineReader *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  bul_evidence_free (self->evidence);
  g_free (self);
}

static Line *
line_at (const BulLineReader *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

/* The @n th line that is not blank after @at, or %NULL. */
static const BulLook *
ahead (const BulLineReader *self, guint at, guint n)
{
  for (guint i = at + 1; i < self->lines->len; i++)
    if (line_at (self, i)->look.sort != BUL_LOOK_BLANK && --n == 0)
      return &line_at (self, i)->look;
  return NULL;
}

/* The place of the @n th line that is not blank before @at, or of the first line. */
static guint
behind (const BulLineReader *self, guint at, guint n)
{
  guint i = MIN (at, self->lines->len);

  while (i > 0 && n > 0)
    if (line_at (self, --i)->look.sort != BUL_LOOK_BLANK)
      n--;
  return i;
}

static void
mark (BulLineReader *self, guint first, guint last)
{
  self->first = self->dirty ? MIN (self->first, first) : first;
  self->last = self->dirty ? MAX (self->last, last) : last;
  self->dirty = TRUE;
}

/* What a line says for its house depends on the next one: both are taken out before a change of
 * either, and put in after it. */
static void
count_around (BulLineReader *self,
              guint at,
              void (*count) (BulEvidence *, const BulLook *, const BulLook *))
{
  guint before = behind (self, at, 1);

  if (before < at && line_at (self, before)->look.sort != BUL_LOOK_BLANK)
    count (self->evidence, &line_at (self, before)->look, ahead (self, before, 1));
}

static void
count_line (BulLineReader *self,
            guint at,
            void (*count) (BulEvidence *, const BulLook *, const BulLook *))
{
  count_around (self, at, count);
  if (line_at (self, at)->look.sort != BUL_LOOK_BLANK)
    count (self->evidence, &line_at (self, at)->look, ahead (self, at, 1));
}

void
bul_line_reader_insert (BulLineReader *self, guint at, const char *text)
{
  Line line = { .look = bul_look_at (bul_slice_of (text)) };

  g_return_if_fail (at <= self->lines->len);
  count_around (self, at, bul_evidence_remove);
  g_array_insert_val (self->lines, at, line);
  count_line (self, at, bul_evidence_add);
  if (self->dirty && self->last >= at)
    self->last++;
  if (self->dirty && self->first >= at)
    self->first++;
  mark (self, at, at);
}

void
bul_line_reader_change (BulLineReader *self, guint at, const char *text)
{
  g_return_if_fail (at < self->lines->len);
  count_line (self, at, bul_evidence_remove);
  line_at (self, at)->look = bul_look_at (bul_slice_of (text));
  count_line (self, at, bul_evidence_add);
  mark (self, at, at);
}

void
bul_line_reader_remove (BulLineReader *self, guint at)
{
  g_return_if_fail (at < self->lines->len);
  count_line (self, at, bul_evidence_remove);
  g_array_remove_index (self->lines, at);
  count_around (self, at, bul_evidence_add);
  if (self->dirty && self->last >= at && self->last > 0)
    self->last--;
  if (self->dirty && self->first > at)
    self->first--;
  mark (self, at, at);
}

void
bul_line_reader_touch (BulLineReader *self, guint at)
{
  mark (self, at, at);
}

/* Passes over a line that has not changed and is read in @state as it was, if it is. */
static gboolean
pass_over (BulLineReader *self, guint i, BulClassifierState *state)
{
  Line *line = line_at (self, i);
  BulClassifierState before = line->before;

  if (line->look.sort != BUL_LOOK_BLANK
      && !bul_classifier_is_indifferent (&before, state, &line->look, ahead (self, i, 1),
                                         ahead (self, i, 2)))
    return FALSE;
  line->before = *state;
  if (i + 1 < self->lines->len && line->look.sort != BUL_LOOK_BLANK)
    *state = bul_classifier_carry (&before, &line_at (self, i + 1)->before, state);
  return TRUE;
}

void
bul_line_reader_read (BulLineReader *self, BulLineReaderFunc func, gpointer data)
{
  BulClassifierState state;
  guint from;
  guint i;

  if (!self->dirty)
    return;
  bul_classifier_start (&state, bul_evidence_get_flags (self->evidence),
                        bul_evidence_count_reports (self->evidence),
                        bul_evidence_get_closers (self->evidence));
  from = behind (self, self->first, LINES_AHEAD);
  /* Another house may read every line anew. */
  i = bul_classifier_state_equal (&state, &self->start) ? from : 0;
  self->start = state;
  if (i > 0)
    state = line_at (self, i)->before;
  for (; i < self->lines->len; i++)
    {
      Line *line = line_at (self, i);
      gboolean changed = i >= from && i <= self->last;
      BulReading reading;

      if (i > self->last && bul_classifier_state_equal (&line->before, &state))
        break;
      if (!changed && pass_over (self, i, &state))
        continue;
      line->before = state;
      if (line->look.sort == BUL_LOOK_BLANK)
        continue;
      reading = bul_classifier_read (&state, &line->look, ahead (self, i, 1), ahead (self, i, 2));
      self->n_read++;
      func (i, &reading, data);
    }
  self->dirty = FALSE;
}

void
bul_line_reader_settle (BulLineReader *self)
{
  self->dirty = FALSE;
}

gboolean
bul_line_reader_is_settled (const BulLineReader *self)
{
  return !self->dirty;
}

guint64
bul_line_reader_get_n_read (const BulLineReader *self)
{
  return self->n_read;
}
