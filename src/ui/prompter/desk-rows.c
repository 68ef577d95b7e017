/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rows.h"

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "desk-token.h"
#include "desk-wording.h"

/* All in parts of the size of the letters. */
#define PITCH 1.6
#define GAP 0.4
#define SMALL 0.4
#define SMALL_HEIGHT 1.25

/* What is not read stays legible where letters are small. */
#define SMALL_LEAST 17

/* How many characters of the last words of a soundbite are enough to know it by. */
#define OUT_CUE 18

/* What heights may differ by and be the same, in pixels. */
#define SLACK 0.5

struct _DeskRows
{
  GPtrArray *lines;
  GArray *rows; /* of DeskRow */
  double pitch;
  double width;
  double size;
  DeskRoll roll;
  double roll_speed; /* 0: the roll is to be made anew */
};

static void
row_clear (gpointer data)
{
  g_clear_object (&((DeskRow *) data)->layout);
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (DeskRow));

  g_array_set_clear_func (rows, row_clear);
  return rows;
}

DeskRows *
desk_rows_new (void)
{
  DeskRows *self = g_new0 (DeskRows, 1);

  self->lines = g_ptr_array_new ();
  self->rows = rows_new ();
  desk_roll_init (&self->roll);
  return self;
}

void
desk_rows_free (DeskRows *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->rows);
  desk_roll_clear (&self->roll);
  g_free (self);
}

static DeskRow *
row_at (DeskRows *self, guint i)
{
  return &g_array_index (self->rows, DeskRow, i);
}

static gboolean
has_same_block (const DeskReadLine *a, const DeskReadLine *b)
{
  return g_strcmp0 (a->block, b->block) == 0;
}

/* The layout that the same line had. Lines mostly stay in their order: the search begins where the
 * last one ended, at @from. */
static PangoLayout *
find_layout (const GArray *rows, const DeskReadLine *line, guint *from)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint at = (*from + i) % rows->len;
      const DeskRow *row = &g_array_index (rows, DeskRow, at);

      if (!has_same_block (row->line, line))
        continue;
      *from = at + 1;
      if (row->layout == NULL || !desk_reading_line_equal (row->line, line))
        return NULL;
      return g_object_ref (row->layout);
    }
  return NULL;
}

void
desk_rows_set_lines (DeskRows *self, GPtrArray *lines)
{
  GArray *rows = rows_new ();
  guint from = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      DeskRow row = { .line = lines->pdata[i] };

      row.layout = find_layout (self->rows, row.line, &from);
      g_array_append_val (rows, row);
    }
  g_array_unref (self->rows);
  g_ptr_array_unref (self->lines);
  self->rows = rows;
  self->lines = lines;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const char *text, BulRange range)
{
  attribute->start_index = bul_chars_to_byte (text, range.start);
  attribute->end_index = bul_chars_to_byte (text, range.end);
  pango_attr_list_insert (list, attribute);
}

static void
add_color (PangoAttrList *list, guint hex, const char *text, BulRange range)
{
  guint16 red = (hex >> 16 & 0xff) * 0x101;
  guint16 green = (hex >> 8 & 0xff) * 0x101;
  guint16 blue = (hex & 0xff) * 0x101;

  add_attribute (list, pango_attr_foreground_new (red, green, blue), text, range);
}

static void
add_font (PangoAttrList *list, double size, PangoWeight weight)
{
  pango_attr_list_insert (list, pango_attr_size_new_absolute (size * PANGO_SCALE));
  pango_attr_list_insert (list, pango_attr_weight_new (weight));
}

/* Changed words are told by a colour and a line under them. */
static void
add_changes (PangoAttrList *list, const DeskReadLine *line)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      BulRange range = g_array_index (line->changes, BulRange, i);

      if (bul_range_is_empty (range))
        continue;
      add_color (list, 0xf7cd77, line->text, range);
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), line->text, range);
    }
}

static void
keep_words_whole (PangoAttrList *list, const char *text)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));

  desk_token_append_unbroken (ranges, text);
  for (guint i = 0; i < ranges->len; i++)
    add_attribute (list, pango_attr_allow_breaks_new (FALSE), text,
                   g_array_index (ranges, BulRange, i));
}

static void
set_words (DeskRows *self, PangoLayout *layout, const DeskReadLine *line)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  add_font (list, self->size, PANGO_WEIGHT_BOLD);
  pango_attr_list_insert (list, pango_attr_line_height_new_absolute (self->pitch * PANGO_SCALE));
  keep_words_whole (list, line->text);
  add_changes (list, line);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, line->text, -1);
  pango_layout_set_attributes (layout, list);
}

/* The last words, by which whoever listens knows that it is over. */
static char *
dup_out_cue (const char *text)
{
  const char *end = text + strlen (text);
  const char *start = end;
  guint n = 0;

  for (const char *p = end; p > text; n++)
    {
      p = g_utf8_prev_char (p);
      if (p == text || (bul_chars_is_blank (g_utf8_get_char (g_utf8_prev_char (p))) && n > 0))
        {
          if (n > OUT_CUE && start < end)
            break;
          start = p;
        }
    }
  return g_strdup (start);
}

static char *
dup_card (const DeskReadLine *line)
{
  /* Translators: a soundbite, which is heard and not read, with its number in the story. */
  g_autofree char *label = g_strdup_printf (_ ("SOUNDBITE %u"), line->number);
  g_autofree char *time = bul_seconds_dup_clock (line->seconds);
  g_autofree char *cue = dup_out_cue (line->text);
  GString *card = g_string_new (NULL);

  g_string_append_printf (card, "■ %s", label);
  if (line->name != NULL)
    g_string_append_printf (card, "   %s", line->name);
  g_string_append_printf (card, "   %s   ", time);
  /* Translators: the last words of a soundbite; when they are heard, it is over. */
  if (*cue != '\0')
    g_string_append_printf (card, _ ("out: “… %s”"), cue);
  return g_string_free (card, FALSE);
}

static char *
dup_small (const DeskReadLine *line)
{
  if (line->kind == DESK_READ_BITE)
    return dup_card (line);
  if (line->kind == DESK_READ_SECTION)
    return g_utf8_strup (desk_wording_for_section (line->section), -1);
  /* Translators: stands below the last words of a script. */
  return g_utf8_strup (_ ("End"), -1);
}

static double
small_size (DeskRows *self)
{
  return MAX (SMALL_LEAST, self->size * SMALL);
}

static void
set_small (DeskRows *self, PangoLayout *layout, const DeskReadLine *line)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *text = dup_small (line);
  BulRange all = { 0, bul_chars_count (text) };

  add_font (list, small_size (self),
            line->kind == DESK_READ_BITE ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
  add_color (list, line->changes->len > 0 ? 0xf7cd77 : 0xb8b8b8, text, all);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, list);
}

static PangoLayout *
make_layout (DeskRows *self, const DeskSetting *setting, const DeskReadLine *line)
{
  PangoLayout *layout = pango_layout_new (setting->context);

  pango_layout_set_width (layout, setting->width * PANGO_SCALE);
  if (line->kind == DESK_READ_WORDS)
    set_words (self, layout, line);
  else
    set_small (self, layout, line);
  return layout;
}

/* Words have their rows at even distances; what is small stands in the middle of its own height. */
static void
place_row (DeskRows *self, DeskRow *row, double y)
{
  row->y = y;
  if (row->line->kind == DESK_READ_WORDS)
    {
      row->height = self->pitch * pango_layout_get_line_count (row->layout);
      row->first = y + self->pitch / 2;
    }
  else
    {
      row->height = MAX (small_size (self) * 2, self->size * SMALL_HEIGHT);
      row->first = y + row->height / 2;
    }
}

void
desk_rows_lay_out (DeskRows *self, const DeskSetting *setting)
{
  gboolean is_same = self->width == setting->width && self->size == setting->size;
  double y = 0;

  self->width = setting->width;
  self->size = setting->size;
  self->pitch = setting->size * PITCH;
  self->roll_speed = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DeskRow *row = row_at (self, i);

      if (!is_same)
        g_clear_object (&row->layout);
      if (row->layout == NULL)
        row->layout = make_layout (self, setting, row->line);
      place_row (self, row, y);
      y += row->height + self->size * GAP;
    }
}

guint
desk_rows_get_n (DeskRows *self)
{
  return self->rows->len;
}

const DeskRow *
desk_rows_get (DeskRows *self, guint i)
{
  return row_at (self, i);
}

double
desk_rows_get_pitch (DeskRows *self)
{
  return self->pitch;
}

static guint
count_letter_rows (const DeskRow *row)
{
  if (row->line->kind == DESK_READ_SECTION)
    return 0;
  return row->line->kind == DESK_READ_WORDS ? pango_layout_get_line_count (row->layout) : 1;
}

double
desk_rows_get_below (DeskRows *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < count_letter_rows (row_at (self, i)); j++)
      if (row_at (self, i)->first + j * self->pitch > y + SLACK)
        return row_at (self, i)->first + j * self->pitch;
  return y;
}

double
desk_rows_get_above (DeskRows *self, double y)
{
  for (guint i = self->rows->len; i > 0; i--)
    for (guint j = count_letter_rows (row_at (self, i - 1)); j > 0; j--)
      if (row_at (self, i - 1)->first + (j - 1) * self->pitch < y - SLACK)
        return row_at (self, i - 1)->first + (j - 1) * self->pitch;
  return y;
}

static gboolean
takes_time (const DeskReadLine *line)
{
  return line->kind == DESK_READ_WORDS || line->kind == DESK_READ_BITE;
}

const DeskRoll *
desk_rows_get_roll (DeskRows *self, double speed)
{
  if (self->roll_speed == speed)
    return &self->roll;
  self->roll_speed = speed;
  self->roll.end = 0;
  g_array_set_size (self->roll.stretches, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DeskRow *row = row_at (self, i);
      DeskStretch stretch = { row->first, row->line->seconds };

      if (row->line->kind == DESK_READ_WORDS)
        stretch.seconds /= speed;
      if (takes_time (row->line))
        g_array_append_val (self->roll.stretches, stretch);
      self->roll.end = row->first;
    }
  return &self->roll;
}

const DeskRow *
desk_rows_find (DeskRows *self, double y)
{
  const DeskRow *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DeskRow *row = row_at (self, i);

      if (!takes_time (row->line))
        continue;
      if (found != NULL && row->y > y)
        break;
      found = row;
    }
  return found;
}

/* Eyes go from the left end of a row of letters to its right end while it passes the mark: a place
 * in the row has the height that is as far down. */
static double
height_of (DeskRows *self, const DeskRow *row, guint offset)
{
  int line;
  int x;

  if (row->line->kind != DESK_READ_WORDS)
    return row->y;
  pango_layout_index_to_line_x (row->layout, bul_chars_to_byte (row->line->text, offset), FALSE,
                                &line, &x);
  return row->y + self->pitch * (line + x / (self->width * PANGO_SCALE));
}

static guint
offset_at (DeskRows *self, const DeskRow *row, double y)
{
  int n = pango_layout_get_line_count (row->layout);
  int line = CLAMP ((y - row->y) / self->pitch, 0, n - 1);
  double part = CLAMP ((y - row->y) / self->pitch - line, 0, 1);
  int index;
  int trailing;

  if (row->line->kind != DESK_READ_WORDS)
    return 0;
  pango_layout_line_x_to_index (pango_layout_get_line_readonly (row->layout, line),
                                part * self->width * PANGO_SCALE, &index, &trailing);
  return bul_chars_from_byte (row->line->text, index);
}

gboolean
desk_rows_get_place (DeskRows *self, double y, DeskReadPlace *place)
{
  const DeskRow *row = desk_rows_find (self, y);
  guint offset;

  if (row == NULL)
    return FALSE;
  offset = offset_at (self, row, y);
  place->block = g_strdup (row->line->block);
  place->offset = row->line->start + offset;
  place->rest = (y - height_of (self, row, offset)) / self->pitch;
  return TRUE;
}

gboolean
desk_rows_get_y (DeskRows *self, const DeskReadPlace *place, double *y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DeskRow *row = row_at (self, i);
      guint offset = place->offset > row->line->start ? place->offset - row->line->start : 0;

      if (g_strcmp0 (row->line->block, place->block) != 0)
        continue;
      *y = height_of (self, row, offset) + place->rest * self->pitch;
      return TRUE;
    }
  return FALSE;
}
