/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-lines.h"

#include <pango/pangocairo.h>

/* A word longer than this may be broken anywhere, for no line might hold it. */
#define MAX_UNBROKEN 20

#define GONE_GAP 2

/* Units are points, and glyphs stand where they should rather than on some screen's pixels. */
PangoContext *
bul_print_lines_make_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Hanja have Korean shapes. */
  pango_context_set_language (context, pango_language_from_string ("ko"));
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

PangoLayout *
bul_print_lines_make_layout (PangoContext *context, const char *words, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, BUL_PRINT_FAMILY);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);
  return layout;
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttribute *
make_shade (double shade)
{
  guint16 value = (guint16) (shade * G_MAXUINT16);

  return pango_attr_foreground_new (value, value, value);
}

/* Words that went do not run into those that came for them. */
static void
part_from_next (PangoAttrList *list, const char *words, const BulPrintMark *mark)
{
  const char *last = g_utf8_prev_char (words + mark->end);

  insert (list, pango_attr_letter_spacing_new (GONE_GAP * PANGO_SCALE), (guint) (last - words),
          mark->end);
}

static void
insert_mark (PangoAttrList *list, const char *words, const BulPrintMark *mark)
{
  switch (mark->kind)
    {
    case BUL_PRINT_MARK_GONE:
      insert (list, pango_attr_strikethrough_new (TRUE), mark->start, mark->end);
      insert (list, make_shade (BUL_PRINT_DIM), mark->start, mark->end);
      part_from_next (list, words, mark);
      break;
    case BUL_PRINT_MARK_CAME:
      insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), mark->start, mark->end);
      break;
    case BUL_PRINT_MARK_BOLD:
      insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), mark->start, mark->end);
      break;
    case BUL_PRINT_MARK_DIM:
      insert (list, make_shade (BUL_PRINT_DIM), mark->start, mark->end);
      break;
    case BUL_PRINT_MARK_NOTED:
      break;
    }
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* Korean may be broken between any two syllables, but is read best by words (어절). */
static void
keep_words (PangoAttrList *list, const char *text)
{
  const char *start = text;
  gboolean hangul = FALSE;
  guint n_chars = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && !g_unichar_isspace (c))
        {
          hangul = hangul || is_hangul (c);
          n_chars++;
          continue;
        }
      if (hangul && n_chars > 1 && n_chars <= MAX_UNBROKEN)
        insert (list, pango_attr_allow_breaks_new (FALSE), (guint) (start - text),
                (guint) (p - text));
      if (c == 0)
        return;
      start = g_utf8_next_char (p);
      hangul = FALSE;
      n_chars = 0;
    }
}

/* Makes a layout as narrow as it can be without another line. */
static void
balance (PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout);
  int wide = pango_layout_get_width (layout);
  int narrow = wide / 2;

  while (n_lines > 1 && wide - narrow > PANGO_SCALE)
    {
      int width = (narrow + wide) / 2;

      pango_layout_set_width (layout, width);
      if (pango_layout_get_line_count (layout) > n_lines)
        narrow = width;
      else
        wide = width;
    }
  pango_layout_set_width (layout, wide);
}

static PangoLayout *
make_layout (PangoContext *context,
             const BulPrintPiece *piece,
             const BulPrintLook *look,
             double size,
             double width)
{
  const GString *words = piece->text->words;
  PangoLayout *layout = bul_print_lines_make_layout (context, words->str, size, look->bold);
  PangoAttrList *list = pango_attr_list_new ();

  pango_layout_set_width (layout, (int) ((width - look->indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (look->dim)
    insert (list, make_shade (BUL_PRINT_DIM), 0, (guint) words->len);
  for (guint i = 0; i < piece->text->marks->len; i++)
    insert_mark (list, words->str, &g_array_index (piece->text->marks, BulPrintMark, i));
  keep_words (list, words->str);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  if (look->balanced)
    balance (layout);
  return layout;
}

/* A change is where words go and others come for them: it is told once. */
static gboolean
goes_on (const GArray *marks, guint i)
{
  const BulPrintMark *mark = &g_array_index (marks, BulPrintMark, i);

  for (guint j = 0; j < marks->len; j++)
    {
      const BulPrintMark *other = &g_array_index (marks, BulPrintMark, j);

      if (j != i && other->kind <= BUL_PRINT_MARK_CAME && mark->kind <= BUL_PRINT_MARK_CAME
          && other->end == mark->start)
        return TRUE;
    }
  return FALSE;
}

/* Adds what tells the reason of a mark, unless it was told in this piece. */
static void
add_flag (GString *flags, GHashTable *told, const GArray *marks, guint i)
{
  const BulPrintMark *mark = &g_array_index (marks, BulPrintMark, i);
  g_autofree char *tag = NULL;

  if (mark->reason == NULL && (mark->kind > BUL_PRINT_MARK_CAME || goes_on (marks, i)))
    return;
  tag = mark->reason == NULL ? g_strdup ("?") : g_ascii_strup (mark->reason, -1);
  if (mark->reason != NULL && !g_hash_table_add (told, (gpointer) mark->reason))
    return;
  g_string_append_printf (flags, "%s%s", flags->len > 0 ? " " : "", tag);
}

/* What the margins tell of the line: a bar for each that has a change, a flag where it begins. */
static void
look_at_marks (BulPrintLaidLine *line, GHashTable *told)
{
  const GArray *marks = line->piece->text->marks;
  guint start = (guint) line->words->start_index;
  guint end = start + (guint) line->words->length;
  g_autoptr (GString) flags = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const BulPrintMark *mark = &g_array_index (marks, BulPrintMark, i);

      if (mark->kind > BUL_PRINT_MARK_NOTED || mark->start >= end || mark->end <= start)
        continue;
      if (mark->kind != BUL_PRINT_MARK_NOTED && line->bar != BUL_PRINT_BAR_OPEN)
        line->bar = mark->reason == NULL ? BUL_PRINT_BAR_OPEN : BUL_PRINT_BAR_REASONED;
      if (mark->start >= start)
        add_flag (flags, told, marks, i);
    }
  if (flags->len > 0)
    line->flags = g_string_free (g_steal_pointer (&flags), FALSE);
}

static void
append_lines (GArray *lines, PangoLayout *layout, const BulPrintPiece *piece, double size)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint first = lines->len;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      BulPrintLaidLine line = { piece, &bul_print_looks[piece->style] };

      line.layout = g_object_ref (layout);
      line.words = pango_layout_line_ref (l->data);
      line.size = size;
      line.is_first = lines->len == first;
      line.is_last = l->next == NULL;
      if (line.look->is_script)
        look_at_marks (&line, told);
      g_array_append_val (lines, line);
    }
}

static void
clear_line (gpointer data)
{
  BulPrintLaidLine *line = data;

  pango_layout_line_unref (line->words);
  g_object_unref (line->layout);
  g_free (line->flags);
}

GArray *
bul_print_lines_lay_out (PangoContext *context,
                         const GPtrArray *pieces,
                         double width,
                         gboolean large)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BulPrintLaidLine));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < pieces->len; i++)
    {
      const BulPrintPiece *piece = pieces->pdata[i];
      const BulPrintLook *look = &bul_print_looks[piece->style];
      double size = large ? look->large : look->size;
      g_autoptr (PangoLayout) layout = make_layout (context, piece, look, size, width);

      append_lines (lines, layout, piece, size);
    }
  return lines;
}
