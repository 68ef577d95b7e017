/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-text.h"

#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-span.h"

BulPrintText *
bul_print_text_new (void)
{
  BulPrintText *self = g_new0 (BulPrintText, 1);

  self->words = g_string_new (NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (BulPrintMark));
  return self;
}

void
bul_print_text_free (BulPrintText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->words, TRUE);
  g_array_unref (self->marks);
  g_free (self);
}

static void
add_mark (BulPrintText *self, BulPrintMarkKind kind, guint start, guint end, const char *reason)
{
  BulPrintMark mark = { kind, start, end, reason };

  if (start < end)
    g_array_append_val (self->marks, mark);
}

void
bul_print_text_append (BulPrintText *self, const char *words)
{
  g_string_append (self->words, words);
}

void
bul_print_text_mark (BulPrintText *self, BulPrintMarkKind kind, guint start)
{
  add_mark (self, kind, start, (guint) self->words->len, NULL);
}

void
bul_print_text_append_marked (BulPrintText *self, BulPrintMarkKind kind, const char *words)
{
  guint start = (guint) self->words->len;

  g_string_append (self->words, words);
  bul_print_text_mark (self, kind, start);
}

void
bul_print_text_append_slice (BulPrintText *self, const BulPrintText *other, guint start, guint end)
{
  guint at = (guint) self->words->len;

  g_string_append_len (self->words, other->words->str + start, end - start);
  for (guint i = 0; i < other->marks->len; i++)
    {
      const BulPrintMark *mark = &g_array_index (other->marks, BulPrintMark, i);
      guint first = MAX (mark->start, start);
      guint last = MIN (mark->end, end);

      if (first < last)
        add_mark (self, mark->kind, at + first - start, at + last - start, mark->reason);
    }
}

gboolean
bul_print_text_is_changed (const BulPrintText *self, guint start, guint end)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const BulPrintMark *mark = &g_array_index (self->marks, BulPrintMark, i);

      if (mark->kind <= BUL_PRINT_MARK_CAME && mark->start < end && start < mark->end
          && mark->end - mark->start < self->words->len)
        return TRUE;
    }
  return FALSE;
}

static void
append_change (BulPrintText *self, BulPrintMarkKind kind, const char *words, const char *reason)
{
  guint start = (guint) self->words->len;

  g_string_append (self->words, words);
  add_mark (self, kind, start, (guint) self->words->len, reason);
}

/* Each code point from @from on begins where it is, but for the first, which begins at @first. */
static void
append_places (GArray *places, const GString *words, guint first, guint from)
{
  for (const char *p = words->str + from; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint place = p == words->str + from ? first : (guint) (p - words->str);

      g_array_append_val (places, place);
    }
}

static void
append_run (BulPrintText *self,
            GArray *places,
            const BulPrintStory *story,
            const BulPrintLine *line,
            const BulDiffRun *run)
{
  g_autofree char *was
      = run->same ? NULL : bul_chars_slice (line->was->text, run->was_start, run->was_end);
  g_autofree char *now = bul_chars_slice (line->now->text, run->now_start, run->now_end);
  const BulPrintChange *change
      = run->same ? NULL : bul_print_story_find_change (story, line->now->key, run->now_start);
  const char *reason = change == NULL ? NULL : change->correction;
  guint first = (guint) self->words->len;
  guint from;

  if (was != NULL)
    append_change (self, BUL_PRINT_MARK_GONE, was, reason);
  from = (guint) self->words->len;
  if (run->same)
    g_string_append (self->words, now);
  else
    append_change (self, BUL_PRINT_MARK_CAME, now, reason);
  append_places (places, self->words, first, from);
}

/* The words of a line that is not in both. */
static void
append_whole (BulPrintText *self,
              GArray *places,
              const BulPrintStory *story,
              const BulPrintLine *line)
{
  const BulBlock *block = line->now != NULL ? line->now : line->was;
  const BulPrintChange *change = bul_print_story_find_change (story, block->key, 0);
  const char *reason = change == NULL ? NULL : change->correction;

  if (line->now == NULL)
    append_change (self, BUL_PRINT_MARK_GONE, block->text, reason);
  else if (line->was == NULL && story->is_aired)
    append_change (self, BUL_PRINT_MARK_CAME, block->text, reason);
  else
    g_string_append (self->words, block->text);
  append_places (places, self->words, 0, 0);
}

static void
note_corrections (BulPrintText *self,
                  GArray *places,
                  const BulPrintStory *story,
                  const BulBlock *block)
{
  for (guint i = 0; i < story->story->corrections->len; i++)
    {
      const BulCorrection *correction = story->story->corrections->pdata[i];

      for (guint j = 0; j < correction->spans->len; j++)
        {
          const BulSpan *span = correction->spans->pdata[j];

          if (correction->state != BUL_CORRECTION_WITHDRAWN && !span->orphan
              && g_strcmp0 (span->on, block->key) == 0 && span->start < span->end
              && span->end < places->len)
            add_mark (self, BUL_PRINT_MARK_NOTED, g_array_index (places, guint, span->start),
                      g_array_index (places, guint, span->end), correction->key);
        }
    }
}

BulPrintText *
bul_print_text_of_line (const BulPrintStory *story, const BulPrintLine *line, GArray **places)
{
  BulPrintText *self = bul_print_text_new ();
  guint end;

  *places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; line->runs != NULL && i < line->runs->len; i++)
    append_run (self, *places, story, line, &g_array_index (line->runs, BulDiffRun, i));
  if (line->runs == NULL)
    append_whole (self, *places, story, line);
  end = (guint) self->words->len;
  g_array_append_val (*places, end);
  if (line->now != NULL)
    note_corrections (self, *places, story, line->now);
  return self;
}
