/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"

#include <string.h>

#include "bul-annotation.h"
#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-parts.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "desk-tag.h"
#include "desk-token.h"

/* Sizes are those of a text of 16 px; the tags scale with the view's font. */
#define PX(px) ((px) / 16.0)

/* The inset of a soundbite's card; added to the margins of the view. */
#define CARD_INSET 14

typedef struct
{
  const char *name;
  double scale;
  int weight;
  gboolean dim;
  int above;
  int below;
  int inset;
  double line_height;
} Row;

static const Row rows[N_DESK_STYLES] = {
  [DESK_STYLE_HEADLINE]
  = { "headline", .scale = PX (28), .weight = 800, .below = 4, .line_height = 1.15 },
  [DESK_STYLE_QUIET] = { "quiet", .scale = PX (13), .dim = TRUE, .above = 3, .below = 3 },
  [DESK_STYLE_STAMP] = { "stamp", .scale = PX (13), .dim = TRUE, .above = 2, .below = 6 },
  [DESK_STYLE_MARKER]
  = { "marker", .scale = PX (13), .weight = 700, .dim = TRUE, .above = 12, .below = 4 },
  [DESK_STYLE_PARAGRAPH] = { "paragraph", .above = 4, .below = 5 },
  [DESK_STYLE_PASSING] = { "passing", .dim = TRUE, .above = 4, .below = 5 },
  [DESK_STYLE_CUE] = { "cue", .scale = PX (14), .dim = TRUE, .above = 4, .below = 5 },
  [DESK_STYLE_BITE] = { "bite", .above = 15, .below = 14, .inset = CARD_INSET },
  [DESK_STYLE_NOTICES]
  = { "notices", .scale = PX (13), .weight = 700, .above = 13, .below = 13, .inset = CARD_INSET },
  [DESK_STYLE_LATIN] = { "latin", .line_height = 1.36 },
  [DESK_STYLE_HANGUL] = { "hangul", .line_height = 1.14 },
  [DESK_STYLE_LABEL] = { "label", .scale = PX (13), .weight = 700, .dim = TRUE },
  [DESK_STYLE_SIGN] = { "sign", .scale = PX (13), .dim = TRUE },
  [DESK_STYLE_NAME] = { "name", .scale = PX (14), .weight = 700 },
  [DESK_STYLE_TITLE] = { "title", .scale = PX (14), .dim = TRUE },
  [DESK_STYLE_UNBROKEN] = { "unbroken" },
  [DESK_STYLE_TAGGED] = { "tagged" },
  [DESK_STYLE_NOTE] = { "note" },
  [DESK_STYLE_INSERTED] = { "inserted" },
  [DESK_STYLE_DELETED] = { "deleted" },
  [DESK_STYLE_GAP] = { "gap" },
  [DESK_STYLE_NOTICE_TEXT] = { "notice-text", .weight = 400 },
  [DESK_STYLE_HIT] = { "hit" },
  [DESK_STYLE_CURRENT_HIT] = { "current-hit" },
  [DESK_STYLE_MISSPELT] = { "misspelt" },
  [DESK_STYLE_CORRECTION] = { "correction" },
};

static const DeskStyle style_of_kind[] = {
  [BUL_BLOCK_HEADER] = DESK_STYLE_QUIET,    [BUL_BLOCK_HEADLINE] = DESK_STYLE_HEADLINE,
  [BUL_BLOCK_STAMP] = DESK_STYLE_STAMP,     [BUL_BLOCK_MARKER] = DESK_STYLE_MARKER,
  [BUL_BLOCK_TURN] = DESK_STYLE_PARAGRAPH,  [BUL_BLOCK_PARAGRAPH] = DESK_STYLE_PARAGRAPH,
  [BUL_BLOCK_HANDOFF] = DESK_STYLE_PASSING, [BUL_BLOCK_SIGNOFF] = DESK_STYLE_PASSING,
  [BUL_BLOCK_BITE] = DESK_STYLE_BITE,       [BUL_BLOCK_CUE] = DESK_STYLE_CUE,
  [BUL_BLOCK_CREDITS] = DESK_STYLE_QUIET,   [BUL_BLOCK_NOTICES] = DESK_STYLE_NOTICES,
  [BUL_BLOCK_FURNITURE] = DESK_STYLE_QUIET,
};

static GtkTextTag *
make_tag (const Row *row)
{
  GtkTextTag *tag = desk_tag_new (row->name);

  if (row->scale > 0)
    g_object_set (tag, "scale", row->scale, NULL);
  if (row->weight > 0)
    g_object_set (tag, "weight", row->weight, NULL);
  if (row->above > 0)
    g_object_set (tag, "pixels-above-lines", row->above, NULL);
  if (row->below > 0)
    g_object_set (tag, "pixels-below-lines", row->below, NULL);
  if (row->line_height > 0)
    g_object_set (tag, "line-height", row->line_height, NULL);
  if (row->inset > 0)
    g_object_set (tag, "accumulative-margin", TRUE, "left-margin", row->inset, "right-margin",
                  row->inset, NULL);
  return tag;
}

GtkTextTagTable *
desk_style_table_new (void)
{
  GtkTextTagTable *table = gtk_text_tag_table_new ();

  for (guint i = 0; i < N_DESK_STYLES; i++)
    {
      g_autoptr (GtkTextTag) tag = make_tag (&rows[i]);

      gtk_text_tag_table_add (table, tag);
    }
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_MARKER), "letter-spacing",
                PANGO_SCALE * 7 / 10, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_GAP), "letter-spacing", PANGO_SCALE * 3,
                NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_UNBROKEN), "allow-breaks", FALSE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_TAGGED), "underline",
                PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_NOTE), "underline",
                PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_INSERTED), "underline",
                PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_DELETED), "strikethrough", TRUE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_NOTICE_TEXT), "strikethrough", FALSE,
                NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_MISSPELT), "underline",
                PANGO_UNDERLINE_ERROR, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_CORRECTION), "underline",
                PANGO_UNDERLINE_DOUBLE, NULL);
  return table;
}

static void
set_ground (GtkTextTag *tag, const GdkRGBA *text, const GdkRGBA *ground)
{
  g_object_set (tag, "foreground-rgba", text, "background-rgba", ground, "background-set",
                ground->alpha > 0, NULL);
}

/* Words keep their own colour, so that other signs on them still show. */
static void
set_sign_colors (GtkTextTag *tag, const GdkRGBA *ground, const GdkRGBA *underline)
{
  g_object_set (tag, "background-rgba", ground, "background-set", ground->alpha > 0,
                "underline-rgba", underline, NULL);
}

void
desk_style_table_set_palette (GtkTextTagTable *table, const DeskPalette *palette)
{
  for (guint i = 0; i < N_DESK_STYLES; i++)
    if (rows[i].dim)
      g_object_set (desk_style_table_get_tag (table, i), "foreground-rgba", &palette->dim, NULL);
  set_ground (desk_style_table_get_tag (table, DESK_STYLE_INSERTED), &palette->inserted,
              &palette->inserted_ground);
  set_ground (desk_style_table_get_tag (table, DESK_STYLE_DELETED), &palette->deleted,
              &palette->deleted_ground);
  set_ground (desk_style_table_get_tag (table, DESK_STYLE_NOTICE_TEXT), &palette->text,
              &palette->notice);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_TAGGED), "underline-rgba",
                &palette->note, NULL);
  set_sign_colors (desk_style_table_get_tag (table, DESK_STYLE_NOTE), &palette->note_ground,
                   &palette->note);
  set_sign_colors (desk_style_table_get_tag (table, DESK_STYLE_CORRECTION),
                   &palette->correction_ground, &palette->correction);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_HIT), "background-rgba",
                &palette->hit_ground, "background-set", palette->hit_ground.alpha > 0, "overline",
                palette->hit_ground.alpha > 0 ? PANGO_OVERLINE_NONE : PANGO_OVERLINE_SINGLE, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_CURRENT_HIT), "background-rgba",
                &palette->current_hit_ground, NULL);
  g_object_set (desk_style_table_get_tag (table, DESK_STYLE_MISSPELT), "underline-rgba",
                &palette->error, NULL);
}

GtkTextTag *
desk_style_table_get_tag (GtkTextTagTable *table, DeskStyle style)
{
  return gtk_text_tag_table_lookup (table, rows[style].name);
}

DeskStyle
desk_style_from_tag (GtkTextTag *tag)
{
  DeskStyle style = MIN (gtk_text_tag_get_priority (tag), N_DESK_STYLES);

  return style >= DESK_STYLE_HIT && style <= DESK_STYLE_MISSPELT ? N_DESK_STYLES : style;
}

static void
append (GArray *runs, DeskStyle style, BulRange range)
{
  DeskRun run = { style, range };

  if (!bul_range_is_empty (range))
    g_array_append_val (runs, run);
}

static gboolean
is_prose (DeskStyle style)
{
  return style >= DESK_STYLE_PARAGRAPH && style <= DESK_STYLE_NOTICES;
}

static void
append_speakers (GArray *runs, const BulParts *parts)
{
  for (guint i = 0; parts->speakers != NULL && i < parts->speakers->len; i++)
    {
      const BulPartsSpeaker *speaker = &g_array_index (parts->speakers, BulPartsSpeaker, i);

      append (runs, DESK_STYLE_NAME, speaker->name);
      append (runs, DESK_STYLE_TITLE, speaker->title);
    }
  for (guint i = 0; parts->details != NULL && i < parts->details->len; i++)
    append (runs, DESK_STYLE_TITLE, g_array_index (parts->details, BulRange, i));
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const DeskRun *run_a = a;
  const DeskRun *run_b = b;

  return (run_a->range.start > run_b->range.start) - (run_a->range.start < run_b->range.start);
}

/* What is left of @whole between the runs of @inner is signs. */
static void
append_signs (GArray *runs, BulRange whole, GArray *inner)
{
  guint at = whole.start;

  g_array_sort (inner, compare_start);
  for (guint i = 0; i < inner->len; i++)
    {
      BulRange range = g_array_index (inner, DeskRun, i).range;

      if (range.start >= whole.end)
        break;
      if (range.start > at)
        append (runs, DESK_STYLE_SIGN, (BulRange){ at, range.start });
      at = MAX (at, range.end);
    }
  append (runs, DESK_STYLE_SIGN, (BulRange){ at, whole.end });
}

static void
append_bite (GArray *runs, const BulParts *parts, const char *text, guint n_chars)
{
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (DeskRun));

  append (inner, DESK_STYLE_LABEL, parts->marker);
  append_speakers (inner, parts);
  append_signs (runs, parts->attribution, inner);
  if (inner->len > 0)
    g_array_append_vals (runs, inner->data, inner->len);
  if (n_chars > parts->attribution.end && g_str_has_suffix (text, "]"))
    append (runs, DESK_STYLE_SIGN, (BulRange){ n_chars - 1, n_chars });
}

static void
append_parts (GArray *runs, const BulBlock *block, guint n_chars)
{
  g_autoptr (BulParts) parts = NULL;

  if (!bul_block_kind_is_read (block->kind))
    return;
  parts = bul_parts_new (block->kind, block->text);
  if (block->kind == BUL_BLOCK_BITE)
    {
      append_bite (runs, parts, block->text, n_chars);
      return;
    }
  append (runs, DESK_STYLE_LABEL, parts->marker);
  if (block->kind == BUL_BLOCK_TURN)
    append_speakers (runs, parts);
}

static void
append_unbroken (GArray *runs, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BulRange));

  desk_token_append_unbroken (words, text);
  for (guint i = 0; i < words->len; i++)
    append (runs, DESK_STYLE_UNBROKEN, g_array_index (words, BulRange, i));
}

static void
append_spans (
    GArray *runs, DeskStyle style, const GPtrArray *spans, const BulBlock *block, guint n_chars)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BulSpan *span = spans->pdata[i];

      if (!span->orphan && g_strcmp0 (span->on, block->key) == 0)
        append (runs, style, (BulRange){ span->start, MIN (span->end, n_chars) });
    }
}

static void
append_tags (GArray *runs, const BulStory *story, const BulBlock *block, guint n_chars)
{
  for (guint i = 0; i < story->tags->len; i++)
    append_spans (runs, DESK_STYLE_TAGGED, ((const BulTag *) story->tags->pdata[i])->spans, block,
                  n_chars);
}

static void
append_notes (GArray *runs, const BulStory *story, const BulBlock *block, guint n_chars)
{
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];

      if (note->state != BUL_ANNOTATION_RESOLVED)
        append_spans (runs, DESK_STYLE_NOTE, note->spans, block, n_chars);
    }
}

static void
append_corrections (GArray *runs, const BulStory *story, const BulBlock *block, guint n_chars)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_WITHDRAWN)
        append_spans (runs, DESK_STYLE_CORRECTION, correction->spans, block, n_chars);
    }
}

void
desk_style_append_runs (GArray *runs, const BulStory *story, const BulBlock *block)
{
  guint n_chars = bul_chars_count (block->text);
  BulRange line = { 0, n_chars + 1 };
  DeskStyle style = style_of_kind[block->kind];
  gboolean hangul = desk_token_has_hangul (block->text);

  append (runs, style, line);
  if (is_prose (style))
    append (runs, hangul ? DESK_STYLE_HANGUL : DESK_STYLE_LATIN, line);
  append_parts (runs, block, n_chars);
  if (hangul)
    append_unbroken (runs, block->text);
  append_tags (runs, story, block, n_chars);
  append_notes (runs, story, block, n_chars);
  append_corrections (runs, story, block, n_chars);
}
