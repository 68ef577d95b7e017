/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-flags.h"

#include <glib/gi18n.h>

#include "bul-span.h"
#include "desk-palette.h"
#include "desk-shapes.h"
#include "desk-text-scale.h"

#define WIDTH 32
#define MOST_WIDTH 40 /* that the right margin holds */
#define HEIGHT 20
#define RADIUS 6
#define DISTANCE 10
#define GAP 2
#define TEXT 12
#define SIGN_WIDTH 12
#define SIGN_HEIGHT 11
#define DIGIT 7
#define PADDING 4

/* How large @px of a flag are where the desktop wants large text. */
static float
large (GtkTextView *view, float px)
{
  return px * desk_text_scale_of_signs (GTK_WIDGET (view));
}

/* Where a flag stands beside words that begin at @offset of the line, and not above @free. */
static float
get_top (GtkTextView *view, const GtkTextIter *line, guint offset, float free)
{
  GtkTextIter iter = desk_buffer_get_iter_in_line (DESK_BUFFER (gtk_text_iter_get_buffer (line)),
                                                   line, offset, DESK_AFTER_STRUCK);
  GdkRectangle row;

  gtk_text_view_get_iter_location (view, &iter, &row);
  return MAX (free, row.y + (row.height - large (view, HEIGHT)) / 2.f);
}

static void
add_flag (GArray *flags, GtkTextView *view, const GtkTextIter *line, guint offset, DeskFlag flag)
{
  float right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view)
                + large (view, DISTANCE);
  const DeskFlag *before
      = flags->len == 0 ? NULL : &g_array_index (flags, DeskFlag, flags->len - 1);
  float free = before == NULL ? 0 : before->rect.origin.y + large (view, HEIGHT) + GAP;
  int width = flag.finding == NULL && flag.note == NULL
                  ? WIDTH
                  : SIGN_WIDTH + (int) strlen (flag.text) * DIGIT + 2 * PADDING + 2;

  flag.rect
      = GRAPHENE_RECT_INIT (right, get_top (view, line, offset, free),
                            large (view, CLAMP (width, WIDTH, MOST_WIDTH)), large (view, HEIGHT));
  g_array_append_val (flags, flag);
}

static void
add_corrections (GArray *flags,
                 GtkTextView *view,
                 const GtkTextIter *line,
                 const BulStory *story,
                 const BulBlock *block)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      for (guint j = 0; j < correction->spans->len; j++)
        {
          const BulSpan *span = correction->spans->pdata[j];
          DeskFlag flag = { .correction = correction };

          if (correction->state == BUL_CORRECTION_WITHDRAWN || span->orphan
              || g_strcmp0 (span->on, block->key) != 0)
            continue;
          g_snprintf (flag.text, sizeof flag.text, "%s", correction->key);
          flag.text[0] = g_ascii_toupper (flag.text[0]);
          add_flag (flags, view, line, span->start, flag);
          break;
        }
    }
}

static void
add_notes (GArray *flags,
           GtkTextView *view,
           const GtkTextIter *line,
           const BulStory *story,
           const BulBlock *block)
{
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];
      DeskFlag flag = { .note = note };

      for (guint j = 0; note->state != BUL_ANNOTATION_RESOLVED && j < note->spans->len; j++)
        {
          const BulSpan *span = note->spans->pdata[j];

          if (span->orphan || g_strcmp0 (span->on, block->key) != 0)
            continue;
          g_snprintf (flag.text, sizeof flag.text, "%s", note->key + 1);
          add_flag (flags, view, line, span->start, flag);
          break;
        }
    }
}

static BulSeverity
find_worst (const GPtrArray *open, guint number)
{
  const BulFinding *first = open->pdata[number - 1];
  BulSeverity worst = BUL_SEVERITY_NOTE;

  for (guint i = number; i <= open->len; i++)
    {
      const BulFinding *finding = open->pdata[i - 1];

      if (g_strcmp0 (finding->block, first->block) != 0)
        break;
      worst = MIN (worst, bul_finding_codes_find (finding->code)->severity);
    }
  return worst;
}

/* One flag for all findings of the line, or they would stand beside the lines below. */
static void
add_findings (GArray *flags,
              GtkTextView *view,
              const GtkTextIter *line,
              DeskFindings *findings,
              const BulBlock *block)
{
  const GPtrArray *open = desk_findings_get_open (findings);
  guint number = desk_findings_get_first (findings, block->key);
  const BulFinding *next = number < open->len ? open->pdata[number] : NULL;
  gboolean has_more = next != NULL && g_strcmp0 (next->block, block->key) == 0;
  DeskFlag flag = { .number = number };

  if (number == 0)
    return;
  flag.finding = open->pdata[number - 1];
  flag.severity = find_worst (open, number);
  g_snprintf (flag.text, sizeof flag.text, "%u%s", number, has_more ? "+" : "");
  add_flag (flags, view, line, flag.finding->range.start, flag);
}

GArray *
desk_flags_list (GtkTextView *view, DeskBuffer *buffer, const GtkTextIter *line)
{
  GArray *flags = g_array_new (FALSE, FALSE, sizeof (DeskFlag));
  DeskDocument *document = desk_buffer_get_document (buffer);
  const BulBlock *block = desk_buffer_get_block_at_line (buffer, gtk_text_iter_get_line (line));

  if (block == NULL)
    return flags;
  add_corrections (flags, view, line, desk_document_get_story (document), block);
  add_notes (flags, view, line, desk_document_get_story (document), block);
  add_findings (flags, view, line, desk_document_get_findings (document), block);
  return flags;
}

gboolean
desk_flags_find (GtkTextView *view, DeskBuffer *buffer, int x, int y, DeskFlag *flag)
{
  g_autoptr (GArray) flags = NULL;
  GtkTextIter line;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
  if (x < gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view))
    return FALSE;
  gtk_text_view_get_line_at_y (view, &line, y, NULL);
  flags = desk_flags_list (view, buffer, &line);
  for (guint i = 0; i < flags->len; i++)
    {
      const DeskFlag *found = &g_array_index (flags, DeskFlag, i);

      if (!graphene_rect_contains_point (&found->rect, &GRAPHENE_POINT_INIT (x, y)))
        continue;
      *flag = *found;
      return TRUE;
    }
  return FALSE;
}

char *
desk_flags_dup_words (const DeskFlag *flag)
{
  if (flag->finding != NULL)
    return g_strdup_printf ("%u. %s", flag->number, _ (flag->finding->message));
  if (flag->note != NULL)
    return g_strdup_printf (_ ("Note %s. %s"), flag->text,
                            flag->note->note == NULL ? "" : flag->note->note);
  return g_strdup_printf ("%s. %s → %s", flag->text, flag->correction->was, flag->correction->now);
}

/* Each severity has a shape of its own, as in the list: the colour is not needed. */
static const struct
{
  void (*paint) (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color);
  goffset color;
} signs[] = {
  [BUL_SEVERITY_ERROR] = { desk_shapes_error, G_STRUCT_OFFSET (DeskPalette, error) },
  [BUL_SEVERITY_WARNING] = { desk_shapes_warning, G_STRUCT_OFFSET (DeskPalette, finding) },
  [BUL_SEVERITY_NOTE] = { desk_shapes_note, G_STRUCT_OFFSET (DeskPalette, dim) },
};

typedef void (*PaintSign) (GtkSnapshot *snapshot,
                           const graphene_rect_t *rect,
                           const GdkRGBA *color);

/* A sign, and the number behind it. */
static void
paint_numbered (GtkTextView *view,
                GtkSnapshot *snapshot,
                const DeskFlag *flag,
                PaintSign paint,
                const GdkRGBA *color)
{
  graphene_rect_t words = flag->rect;

  desk_shapes_frame (snapshot, &flag->rect, large (view, RADIUS), 1, color);
  paint (snapshot,
         &GRAPHENE_RECT_INIT (words.origin.x + large (view, PADDING + 1),
                              words.origin.y + large (view, (HEIGHT - SIGN_HEIGHT) / 2.f - .5f),
                              large (view, SIGN_WIDTH), large (view, SIGN_HEIGHT)),
         color);
  words.origin.x += large (view, SIGN_WIDTH + PADDING);
  words.size.width -= large (view, SIGN_WIDTH + PADDING + 1);
  desk_shapes_letter (GTK_WIDGET (view), snapshot, flag->text, large (view, TEXT), &words, color);
}

void
desk_flags_paint (GtkTextView *view, GtkSnapshot *snapshot, const DeskFlag *flag)
{
  const DeskPalette *palette = desk_palette_get ();

  desk_shapes_fill (snapshot, &flag->rect, large (view, RADIUS),
                    flag->note == NULL ? &palette->correction_ground : &palette->note_ground);
  if (flag->finding != NULL)
    paint_numbered (view, snapshot, flag, signs[flag->severity].paint,
                    G_STRUCT_MEMBER_P (palette, signs[flag->severity].color));
  else if (flag->note != NULL)
    paint_numbered (view, snapshot, flag, desk_shapes_bubble, &palette->note);
  else
    {
      desk_shapes_frame (snapshot, &flag->rect, large (view, RADIUS), 1, &palette->correction);
      desk_shapes_letter (GTK_WIDGET (view), snapshot, flag->text, large (view, TEXT), &flag->rect,
                          &palette->correction);
    }
}
