/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-margin.h"

#include "bul-checked.h"
#include "desk-band.h"
#include "desk-flags.h"
#include "desk-padding.h"
#include "desk-palette.h"
#include "desk-shapes.h"

#define CARD_RADIUS 8
#define CARD_PADDING 6 /* between a card and the lines above and below */
#define CARD_OVERHANG 3
#define BAND_OVERHANG 10
#define CHIP_RADIUS 10.5f
#define CHIP_DISTANCE 22
#define CHIP_TEXT 12.5
#define DOTS_LEAST 8
#define DOTS_PLACE 0.86f /* of the height of a row */
#define NOTICE_BAR 3
#define BAR 4
#define BAR_DISTANCE 47 /* from the text to the bar of a line that changed */
#define BAR_PADDING 2
#define UNSAVED_BAR_DISTANCE 4
#define CHECK_DISTANCE 60 /* outside the speakers, and the bars of what was changed */
#define CHECK_SIZE 8
#define PART_TIME_SCALE (13 / 16.0) /* of the text */
#define PART_TIME_GAP 8

/* A line as it is painted: its block and the room that it takes. */
typedef struct
{
  guint number;
  const BulBlock *block;
  GtkTextIter start;
  int y;
  int height;
} Line;

typedef void (*PaintLine) (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line);

static guint
add_place (guint places, const Line *line)
{
  return ((places * 31 + line->number) * 31 + (guint) line->y) * 31 + (guint) line->height;
}

static guint
paint_visible (const DeskMargin *self, GtkSnapshot *snapshot, PaintLine paint)
{
  GdkRectangle visible;
  Line line;
  guint places = 0;
  int padding;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &line.start, visible.y, NULL);
  do
    {
      line.number = gtk_text_iter_get_line (&line.start);
      line.block = desk_buffer_get_block_at_line (self->buffer, line.number);
      gtk_text_view_get_line_yrange (self->view, &line.start, &line.y, &line.height);
      padding = desk_padding_get (&line.start);
      line.y += padding;
      line.height -= padding;
      places = add_place (places, &line);
      if (line.block != NULL)
        paint (self, snapshot, &line);
    }
  while (line.y + line.height < visible.y + visible.height
         && gtk_text_iter_forward_line (&line.start));
  return places;
}

static graphene_rect_t
card_rect (const DeskMargin *self, const Line *line)
{
  return GRAPHENE_RECT_INIT (self->left - CARD_OVERHANG, line->y + CARD_PADDING,
                             self->right - self->left + 2 * CARD_OVERHANG,
                             line->height - 2 * CARD_PADDING);
}

static void
paint_card (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line, const GdkRGBA *color)
{
  const DeskPalette *palette = desk_palette_get ();
  graphene_rect_t rect = card_rect (self, line);

  desk_shapes_fill (snapshot, &rect, CARD_RADIUS, color);
  desk_shapes_frame (snapshot, &rect, CARD_RADIUS, 2, &palette->frame);
}

/* How long the part takes that the line begins, or NULL. */
static char *
dup_part_time (const DeskMargin *self, guint line)
{
  DeskReadTime *read_time = desk_document_get_read_time (desk_buffer_get_document (self->buffer));
  const BulScript *script = desk_buffer_get_script (self->buffer);
  const BulReadPart *part
      = desk_read_time_is_ready (read_time)
            ? bul_read_time_find_part (desk_read_time_get_time_of (read_time, script->key), line)
            : NULL;

  if (part == NULL || bul_seconds_sum (part->seconds) <= 0)
    return NULL;
  return bul_seconds_dup_clock (bul_seconds_sum (part->seconds));
}

/* At the end of the column, on the row of the head. Returns: where it begins. */
static int
paint_part_time (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line, float middle)
{
  g_autofree char *clock = dup_part_time (self, line->number);
  int width;

  if (clock == NULL)
    return self->right;
  width
      = desk_shapes_figures (GTK_WIDGET (self->view), snapshot, clock, PART_TIME_SCALE,
                             &GRAPHENE_POINT_INIT (self->right, middle), &desk_palette_get ()->dim);
  return self->right - width - PART_TIME_GAP;
}

static void
paint_hairline (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  GtkTextIter end = line->start;
  GdkRectangle last;
  float middle;
  int start;
  int stop;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  middle = last.y + (last.height + 1) / 2;
  stop = paint_part_time (self, snapshot, line, middle);
  start = last.x + 10;
  if (start < stop)
    gtk_snapshot_append_color (snapshot, &desk_palette_get ()->hair,
                               &GRAPHENE_RECT_INIT (start, middle, stop - start, 1));
}

static gboolean
has_caret (const DeskMargin *self, const Line *line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&caret) == line->number;
}

static void
paint_band (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  graphene_rect_t rect
      = GRAPHENE_RECT_INIT (self->left - BAND_OVERHANG, line->y,
                            self->right - self->left + 2 * BAND_OVERHANG, line->height);

  desk_shapes_fill (snapshot, &rect, CARD_RADIUS, &desk_palette_get ()->band);
}

/* While this GTK paints lines it goes on with the style of the one before, even where that was not
 * the line above but one farther up; a line that was laid out one by one before is not laid out
 * then. */
static void
lay_out (const DeskMargin *self, const Line *line)
{
  GdkRectangle ignored;

  gtk_text_view_get_iter_location (self->view, &line->start, &ignored);
}

static void
paint_below (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  const DeskPalette *palette = desk_palette_get ();

  lay_out (self, line);
  if (!desk_bands_have (self->bands, DESK_BAND_CURRENT)
      && gtk_widget_has_focus (GTK_WIDGET (self->view)) && has_caret (self, line))
    paint_band (self, snapshot, line);
  if (line->block->kind == BUL_BLOCK_BITE)
    paint_card (self, snapshot, line, &palette->card);
  else if (line->block->kind == BUL_BLOCK_MARKER)
    paint_hairline (self, snapshot, line);
  else if (line->block->kind == BUL_BLOCK_NOTICES)
    {
      graphene_rect_t bar = card_rect (self, line);

      paint_card (self, snapshot, line, &palette->notice);
      bar.size.width = NOTICE_BAR;
      desk_shapes_fill (snapshot, &bar, NOTICE_BAR / 2.f, &palette->notice_bar);
    }
  desk_bands_paint (self->bands, self->view, self->buffer, snapshot, &line->start, line->block,
                    self->left, self->right);
}

/* Where the first row of letters of a line has its middle. */
static float
first_row_middle (const DeskMargin *self, const GtkTextIter *iter)
{
  GdkRectangle first;

  gtk_text_view_get_iter_location (self->view, iter, &first);
  return first.y + first.height / 2.f;
}

static void
paint_chip (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  const DeskPalette *palette = desk_palette_get ();
  guint number = desk_margin_get_number (self->buffer, line->number);
  g_autofree char *text = g_strdup_printf ("%u", number);
  float middle;
  float radius;
  graphene_rect_t rect;

  if (number == 0)
    return;
  middle = first_row_middle (self, &line->start);
  radius = CHIP_RADIUS * self->scale;
  rect = GRAPHENE_RECT_INIT (self->left - CHIP_DISTANCE * self->scale - radius, middle - radius,
                             2 * radius, 2 * radius);
  desk_shapes_fill (snapshot, &rect, radius, &palette->chip);
  desk_shapes_letter (GTK_WIDGET (self->view), snapshot, text, CHIP_TEXT * self->scale, &rect,
                      &palette->chip_text);
}

static gboolean
has_reasons (const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((BulTracked *) changes->pdata[i])->correction == NULL)
      return FALSE;
  return TRUE;
}

/* Beside a line that reads otherwise than it was aired: thick, and filled where all of it has a
 * reason. A thin one farther out says that the last revision does not have it. */
static void
paint_bars (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  const DeskPalette *palette = desk_palette_get ();
  DeskChanges *source = desk_document_get_changes (desk_buffer_get_document (self->buffer));
  const BulScript *script = desk_buffer_get_script (self->buffer);
  g_autoptr (GPtrArray) within = desk_changes_list_in_line (source, script, line->number + 1);
  g_autoptr (GPtrArray) gone = desk_changes_list_gone (source, script, line->block);
  graphene_rect_t bar
      = GRAPHENE_RECT_INIT (self->left - BAR_DISTANCE * self->scale, line->y + BAR_PADDING, BAR,
                            line->height - 2 * BAR_PADDING);

  if (within->len + gone->len > 0)
    {
      if (has_reasons (within) && has_reasons (gone))
        desk_shapes_fill (snapshot, &bar, BAR / 2.f, &palette->correction);
      else
        desk_shapes_frame (snapshot, &bar, BAR / 2.f, 1, &palette->dim);
    }
  if (!desk_changes_is_unsaved (source, line->block))
    return;
  bar.origin.x -= UNSAVED_BAR_DISTANCE;
  bar.size.width = 1;
  desk_shapes_fill (snapshot, &bar, 0, &palette->dim);
}

static void
paint_check (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  const BulStory *story = desk_document_get_story (desk_buffer_get_document (self->buffer));
  float size = CHECK_SIZE * self->scale;
  float middle;

  if (bul_checked_find (story, line->block->key) == NULL)
    return;
  middle = first_row_middle (self, &line->start);
  desk_shapes_check (snapshot,
                     &GRAPHENE_RECT_INIT (self->left - CHECK_DISTANCE * self->scale,
                                          middle - size / 2, size, size),
                     &desk_palette_get ()->checked);
}

static void
paint_flags (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  g_autoptr (GArray) flags = desk_flags_list (self->view, self->buffer, &line->start);

  for (guint i = 0; i < flags->len; i++)
    desk_flags_paint (self->view, snapshot, &g_array_index (flags, DeskFlag, i));
}

/* One row of letters of words that something was found about. */
static void
paint_dots (const DeskMargin *self,
            GtkSnapshot *snapshot,
            const GtkTextIter *start,
            const GtkTextIter *end)
{
  GdkRectangle first;
  GdkRectangle last;
  gboolean is_same_row;
  graphene_point_t at;

  gtk_text_view_get_iter_location (self->view, start, &first);
  gtk_text_view_get_iter_location (self->view, end, &last);
  at = GRAPHENE_POINT_INIT (first.x, first.y + first.height * DOTS_PLACE);
  /* The end of a row that goes on in the next is the start of that. Letters of another font stand a
   * little higher or lower. */
  is_same_row = last.y < first.y + first.height / 2;
  desk_shapes_dots (snapshot, &at, MAX (DOTS_LEAST, (is_same_row ? last.x : self->right) - first.x),
                    &desk_palette_get ()->finding);
}

static void
paint_words (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line, BulRange range)
{
  GtkTextIter start
      = desk_buffer_get_iter_in_line (self->buffer, &line->start, range.start, DESK_AFTER_STRUCK);
  GtkTextIter end
      = desk_buffer_get_iter_in_line (self->buffer, &line->start, range.end, DESK_BEFORE_STRUCK);

  while (TRUE)
    {
      GtkTextIter row = start;

      if (!gtk_text_view_forward_display_line_end (self->view, &row)
          || gtk_text_iter_compare (&row, &end) >= 0)
        break;
      paint_dots (self, snapshot, &start, &row);
      start = row;
      if (!gtk_text_view_forward_display_line (self->view, &start)
          || gtk_text_iter_compare (&start, &end) >= 0)
        return;
      gtk_text_view_backward_display_line_start (self->view, &start);
    }
  paint_dots (self, snapshot, &start, &end);
}

static void
paint_findings (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  DeskFindings *findings = desk_document_get_findings (desk_buffer_get_document (self->buffer));
  const GPtrArray *open = desk_findings_get_open (findings);
  guint number = desk_findings_get_first (findings, line->block->key);

  for (; number > 0 && number <= open->len; number++)
    {
      const BulFinding *finding = open->pdata[number - 1];

      if (g_strcmp0 (finding->block, line->block->key) != 0)
        break;
      if (!bul_range_is_empty (finding->range))
        paint_words (self, snapshot, line, finding->range);
    }
}

static void
paint_above (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  paint_bars (self, snapshot, line);
  paint_chip (self, snapshot, line);
  paint_check (self, snapshot, line);
  paint_findings (self, snapshot, line);
  paint_flags (self, snapshot, line);
}

guint
desk_margin_snapshot_below (const DeskMargin *self, GtkSnapshot *snapshot)
{
  return paint_visible (self, snapshot, paint_below);
}

guint
desk_margin_snapshot_above (const DeskMargin *self, GtkSnapshot *snapshot)
{
  return paint_visible (self, snapshot, paint_above);
}

static const char *
first_speaker (const BulBlock *block)
{
  return block->speakers == NULL ? NULL : block->speakers[0];
}

static gboolean
is_labelled (const BulBlock *block)
{
  return block->kind == BUL_BLOCK_BITE || block->kind == BUL_BLOCK_TURN;
}

/* Who read before @line; the words of a soundbite do not interrupt a reader. */
static const char *
reader_before (DeskBuffer *buffer, guint line)
{
  for (guint i = line; i > 0; i--)
    {
      const BulBlock *block = desk_buffer_get_block_at_line (buffer, i - 1);

      if (block->kind != BUL_BLOCK_BITE && bul_block_kind_is_read (block->kind)
          && first_speaker (block) != NULL)
        return first_speaker (block);
    }
  return NULL;
}

guint
desk_margin_get_number (DeskBuffer *buffer, guint line)
{
  const BulBlock *block = desk_buffer_get_block_at_line (buffer, line);
  const BulSpeaker *speaker;

  if (block == NULL || !bul_block_kind_is_read (block->kind) || first_speaker (block) == NULL)
    return 0;
  if (!is_labelled (block) && g_strcmp0 (first_speaker (block), reader_before (buffer, line)) == 0)
    return 0;
  speaker = bul_story_find_speaker (desk_document_get_story (desk_buffer_get_document (buffer)),
                                    first_speaker (block));
  return speaker == NULL ? 0 : speaker->number;
}
