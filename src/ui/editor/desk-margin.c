/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-margin.h"

#include "bul-correction.h"
#include "bul-span.h"
#include "desk-palette.h"

#define CARD_RADIUS 8
#define CARD_PADDING 6 /* between a card and the lines above and below */
#define CARD_OVERHANG 3
#define BAND_OVERHANG 10
#define CHIP_RADIUS 10.5f
#define CHIP_DISTANCE 22
#define CHIP_TEXT 12.5
#define FLAG_WIDTH 32
#define FLAG_HEIGHT 20
#define FLAG_RADIUS 6
#define FLAG_DISTANCE 10
#define FLAG_GAP 2
#define FLAG_TEXT 12
#define NOTICE_BAR 3

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

static void
paint_visible (const DeskMargin *self, GtkSnapshot *snapshot, PaintLine paint)
{
  GdkRectangle visible;
  Line line;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &line.start, visible.y, NULL);
  do
    {
      line.number = gtk_text_iter_get_line (&line.start);
      line.block = desk_buffer_get_block_at_line (self->buffer, line.number);
      gtk_text_view_get_line_yrange (self->view, &line.start, &line.y, &line.height);
      if (line.block != NULL)
        paint (self, snapshot, &line);
    }
  while (line.y + line.height < visible.y + visible.height
         && gtk_text_iter_forward_line (&line.start));
}

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *color)
{
  GskRoundedRect shape;

  if (color->alpha <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
frame (GtkSnapshot *snapshot,
       const graphene_rect_t *rect,
       float radius,
       float width,
       const GdkRGBA *color)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect shape;

  if (color->alpha <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, rect, radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, colors);
}

/* Words in the middle of @rect, in bold figures of one width. */
static void
letter (const DeskMargin *self,
        GtkSnapshot *snapshot,
        const char *text,
        double size,
        const graphene_rect_t *rect,
        const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  const PangoFontDescription *base
      = pango_context_get_font_description (pango_layout_get_context (layout));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (base);
  graphene_point_t at;
  int width;
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  at = GRAPHENE_POINT_INIT (rect->origin.x + (rect->size.width - width) / 2,
                            rect->origin.y + (rect->size.height - height) / 2);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
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

  fill (snapshot, &rect, CARD_RADIUS, color);
  frame (snapshot, &rect, CARD_RADIUS, 2, &palette->frame);
}

static void
paint_hairline (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  GtkTextIter end = line->start;
  GdkRectangle last;
  int start;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  start = last.x + 10;
  if (start < self->right)
    gtk_snapshot_append_color (
        snapshot, &desk_palette_get ()->hair,
        &GRAPHENE_RECT_INIT (start, last.y + (last.height + 1) / 2, self->right - start, 1));
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

  fill (snapshot, &rect, CARD_RADIUS, &desk_palette_get ()->band);
}

static void
paint_below (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  const DeskPalette *palette = desk_palette_get ();

  if (gtk_widget_has_focus (GTK_WIDGET (self->view)) && has_caret (self, line))
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
      fill (snapshot, &bar, NOTICE_BAR / 2.f, &palette->notice_bar);
    }
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
  graphene_rect_t rect;

  if (number == 0)
    return;
  middle = first_row_middle (self, &line->start);
  rect = GRAPHENE_RECT_INIT (self->left - CHIP_DISTANCE - CHIP_RADIUS, middle - CHIP_RADIUS,
                             2 * CHIP_RADIUS, 2 * CHIP_RADIUS);
  fill (snapshot, &rect, CHIP_RADIUS, &palette->chip);
  letter (self, snapshot, text, CHIP_TEXT, &rect, &palette->chip_text);
}

/* Returns: the place where the next flag of the line may stand. */
static float
paint_flag (const DeskMargin *self,
            GtkSnapshot *snapshot,
            const Line *line,
            const BulCorrection *correction,
            guint offset,
            float free_y)
{
  const DeskPalette *palette = desk_palette_get ();
  g_autofree char *text = g_ascii_strup (correction->key, -1);
  GtkTextIter iter = line->start;
  graphene_rect_t rect;
  float y;

  gtk_text_iter_forward_chars (&iter, offset);
  y = MAX (free_y, first_row_middle (self, &iter) - FLAG_HEIGHT / 2.f);
  rect = GRAPHENE_RECT_INIT (self->right + FLAG_DISTANCE, y, FLAG_WIDTH, FLAG_HEIGHT);
  fill (snapshot, &rect, FLAG_RADIUS, &palette->correction_ground);
  frame (snapshot, &rect, FLAG_RADIUS, 1, &palette->correction);
  letter (self, snapshot, text, FLAG_TEXT, &rect, &palette->correction);
  return y + FLAG_HEIGHT + FLAG_GAP;
}

static void
paint_flags (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  DeskDocument *document = desk_buffer_get_document (self->buffer);
  const GPtrArray *corrections = desk_document_get_story (document)->corrections;
  float free_y = line->y;

  for (guint i = 0; i < corrections->len; i++)
    {
      const BulCorrection *correction = corrections->pdata[i];

      for (guint j = 0; j < correction->spans->len; j++)
        {
          const BulSpan *span = correction->spans->pdata[j];

          if (correction->state == BUL_CORRECTION_WITHDRAWN || span->orphan
              || g_strcmp0 (span->on, line->block->key) != 0)
            continue;
          free_y = paint_flag (self, snapshot, line, correction, span->start, free_y);
          break;
        }
    }
}

static void
paint_above (const DeskMargin *self, GtkSnapshot *snapshot, const Line *line)
{
  paint_chip (self, snapshot, line);
  paint_flags (self, snapshot, line);
}

void
desk_margin_snapshot_below (const DeskMargin *self, GtkSnapshot *snapshot)
{
  paint_visible (self, snapshot, paint_below);
}

void
desk_margin_snapshot_above (const DeskMargin *self, GtkSnapshot *snapshot)
{
  paint_visible (self, snapshot, paint_above);
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
