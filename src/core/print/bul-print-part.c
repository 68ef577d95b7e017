/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-part.h"

#include "bul-print-compose.h"

/* Room beside the words for bars and numbers on the left, flags on the right; for heads above. */
#define MARGIN_LEFT 82
#define MARGIN_RIGHT 62
#define MARGIN_TOP 92
#define MARGIN_BOTTOM 52

/* On a sheet smaller than any, words run over its edge rather than nowhere. */
#define LEAST_WIDTH 120
#define LEAST_HEIGHT 120

static BulPrintColumn
make_column (const BulPaper *paper)
{
  BulPrintColumn column
      = { MARGIN_LEFT, paper->width - MARGIN_RIGHT, MARGIN_TOP, paper->height - MARGIN_BOTTOM };

  column.right = MAX (column.right, column.left + LEAST_WIDTH);
  column.bottom = MAX (column.bottom, column.top + LEAST_HEIGHT);
  return column;
}

static void
append_row (BulPrintPart *self, guint i, guint n_in_piece, guint at)
{
  const BulPrintLaidLine *line = &g_array_index (self->lines, BulPrintLaidLine, i);
  const BulPrintLaidLine *before = i == 0 ? NULL : line - 1;
  BulPrintRow row = { 0, line->size * line->look->leading, bul_print_pages_stays (at, n_in_piece) };

  if (line->is_first && before != NULL)
    {
      row.space = before->look->leads && before->look->rule == line->look->rule
                      ? before->look->below
                      : MAX (before->look->below, line->look->above);
      row.stays = before->look->leads;
    }
  g_array_append_val (self->rows, row);
}

static void
make_rows (BulPrintPart *self)
{
  guint first = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint n = 1;

      while (!g_array_index (self->lines, BulPrintLaidLine, first + n - 1).is_last)
        n++;
      append_row (self, i, n, i - first);
      if (i == first + n - 1)
        first = i + 1;
    }
}

static char *
dup_bulletin (const BulStory *story, BulPrintLanguage language)
{
  const char *date = story->bulletin_date != NULL ? story->bulletin_date : story->page_date;
  g_autofree char *day = date == NULL ? NULL : bul_print_words_dup_day (language, date);

  if (story->programme == NULL || day == NULL)
    return g_strdup (story->programme != NULL ? story->programme : day);
  return g_strdup_printf ("%s · %s", story->programme, day);
}

static char *
dup_revision (const BulStory *story, BulPrintLanguage language)
{
  guint number = bul_story_get_revision_number (story);

  if (number == 0)
    return g_strdup (bul_print_word (language, BUL_PRINT_WORD_UNSAVED));
  return g_strdup_printf (bul_print_word (language, BUL_PRINT_WORD_REVISION), number);
}

static char *
dup_state (const BulStory *story, BulPrintLanguage language, GDateTime *time)
{
  g_autofree char *revision = dup_revision (story, language);
  g_autofree char *minute = bul_print_words_dup_time (language, time);
  g_autofree char *printed
      = g_strdup_printf (bul_print_word (language, BUL_PRINT_WORD_PRINTED), minute);

  return g_strdup_printf ("%s · %s · %s", bul_print_word_for_state (language, story->state),
                          revision, printed);
}

BulPrintPart *
bul_print_part_new (PangoContext *context,
                    const BulPrintStory *story,
                    const BulScript *script,
                    const BulPrintOptions *options)
{
  BulPrintPart *self = g_new0 (BulPrintPart, 1);
  BulPrintLanguage language = bul_print_language_of (script);
  const char *headline = bul_script_get_headline (script);

  self->column = make_column (&options->paper);
  self->pieces = bul_print_compose (story, script);
  self->lines = bul_print_lines_lay_out (context, self->pieces,
                                         self->column.right - self->column.left, options->large);
  self->rows = g_array_new (FALSE, FALSE, sizeof (BulPrintRow));
  make_rows (self);
  self->firsts = bul_print_pages_break ((const BulPrintRow *) self->rows->data, self->rows->len,
                                        self->column.bottom - self->column.top);
  self->bulletin = dup_bulletin (story->story, language);
  self->headline = g_strdup (headline != NULL ? headline : bul_story_get_headline (story->story));
  self->state = dup_state (story->story, language, options->printed);
  return self;
}

void
bul_print_part_free (BulPrintPart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->rows);
  g_array_unref (self->firsts);
  g_free (self->bulletin);
  g_free (self->headline);
  g_free (self->state);
  g_free (self);
}

guint
bul_print_part_get_n_pages (const BulPrintPart *self)
{
  return self->firsts->len;
}
