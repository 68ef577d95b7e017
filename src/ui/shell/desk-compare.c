/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-compare.h"

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-comparison.h"
#include "bul-diff.h"

/* Who has more to compare does it better in the script. */
#define MOST_LINES 200

#define WIDTH 760
#define HEIGHT 340

/* Which of the two is shown. */
typedef enum
{
  THEIRS,
  MINE,
} Side;

static const char *
text_of (const BulComparisonLine *line, Side side)
{
  const BulBlock *block = side == THEIRS ? line->was : line->now;

  return block == NULL ? NULL : block->text;
}

/* Words that only this side has are set apart by more than their colour. */
static void
add_run (PangoAttrList *list, const char *text, const BulDiffRun *run, Side side)
{
  guint start = side == THEIRS ? run->was_start : run->now_start;
  guint end = side == THEIRS ? run->was_end : run->now_end;
  PangoAttribute *sign = side == THEIRS ? pango_attr_strikethrough_new (TRUE)
                                        : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  sign->start_index = weight->start_index = bul_chars_to_byte (text, start);
  sign->end_index = weight->end_index = bul_chars_to_byte (text, end);
  pango_attr_list_insert (list, sign);
  pango_attr_list_insert (list, weight);
}

static GtkWidget *
make_side (const BulComparisonLine *line, Side side)
{
  const char *text = text_of (line, side);
  GtkWidget *label = gtk_label_new (text == NULL ? _ ("(no such line)") : text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; text != NULL && line->runs != NULL && i < line->runs->len; i++)
    if (!g_array_index (line->runs, BulDiffRun, i).same)
      add_run (list, text, &g_array_index (line->runs, BulDiffRun, i), side);
  gtk_label_set_attributes (GTK_LABEL (label), list);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (text == NULL)
    gtk_widget_add_css_class (label, "dim");
  return label;
}

static GtkWidget *
make_head (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_grid (const BulComparison *comparison, const char *theirs_name, const char *mine_name)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 1;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), make_head (theirs_name), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_head (mine_name), 1, 0, 1, 1);
  for (guint i = 0; i < comparison->lines->len && row < MOST_LINES; i++)
    {
      const BulComparisonLine *line = comparison->lines->pdata[i];

      if (bul_comparison_line_reads_same (line))
        continue;
      gtk_grid_attach (GTK_GRID (grid), make_side (line, THEIRS), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_side (line, MINE), 1, row, 1, 1);
      row++;
    }
  return grid;
}

static char *
describe (const BulComparison *comparison)
{
  guint n_lines = 0;

  for (guint i = 0; i < comparison->lines->len; i++)
    n_lines += !bul_comparison_line_reads_same (comparison->lines->pdata[i]);
  return g_strdup_printf (ngettext ("%u line differs.", "%u lines differ.", n_lines), n_lines);
}

GtkWidget *
desk_compare_new (GtkWindow *parent,
                  const BulStory *theirs,
                  const char *theirs_name,
                  const BulStory *mine,
                  const char *mine_name)
{
  g_autoptr (BulComparison) comparison = bul_comparison_new (theirs, mine);
  g_autofree char *words = describe (comparison);
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, words);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 make_grid (comparison, theirs_name, mine_name));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, -1, HEIGHT);
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  return dialog;
}
