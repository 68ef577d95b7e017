/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-columns.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "desk-register-item.h"
#include "desk-register-words.h"
#include "desk-state-pill.h"
#include "desk-wording.h"

#define SIGN_SIZE 12

/* What is in a cell, and shows a row. */
typedef GtkWidget *(*Make) (void);
typedef void (*Show) (GtkWidget *widget, const BulRegisterRow *row);
typedef int (*Compare) (const BulRegisterRow *a, const BulRegisterRow *b);

typedef struct
{
  const char *title;
  int width;        /* for text of the usual size; or -1: what is left over */
  int narrow_width; /* the same where there is little room; 0: it is left out */
  Make make;
  Show show;
  Compare compare;
} Column;

static GtkWidget *
make_words (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "single-line-mode", TRUE, NULL);
}

static void
show_words (GtkWidget *label, const char *words)
{
  gtk_label_set_text (GTK_LABEL (label), words == NULL || *words == '\0' ? "—" : words);
}

static GtkWidget *
make_day (void)
{
  GtkWidget *label = make_words ();

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* The row is a widget of GTK's own; what it is called is told from a cell of it. */
static GtkWidget *
get_row (GtkWidget *widget)
{
  GtkWidget *cell = gtk_widget_get_parent (widget);

  return cell == NULL ? NULL : gtk_widget_get_parent (cell);
}

static void
show_aired (GtkWidget *label, const BulRegisterRow *row)
{
  g_autofree char *day = desk_wording_dup_short_day (row->aired);
  g_autofree char *name = desk_register_dup_words (row);
  GtkWidget *whole = get_row (label);

  show_words (label, day);
  gtk_widget_set_tooltip_text (label, row->aired);
  if (whole == NULL)
    return;
  if (row->late)
    gtk_widget_add_css_class (whole, "late");
  else
    gtk_widget_remove_css_class (whole, "late");
  gtk_accessible_update_property (GTK_ACCESSIBLE (whole), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static int
compare_aired (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return g_strcmp0 (a->aired, b->aired);
}

static void
show_story (GtkWidget *label, const BulRegisterRow *row)
{
  g_autofree char *tip = row->programme == NULL || row->headline == NULL
                             ? g_strdup (row->headline)
                             : g_strdup_printf ("%s · %s", row->headline, row->programme);

  show_words (label, row->headline == NULL ? _ ("No headline") : row->headline);
  gtk_widget_set_tooltip_text (label, tip);
}

static int
compare_words (const char *a, const char *b)
{
  return g_utf8_collate (a == NULL ? "" : a, b == NULL ? "" : b);
}

static int
compare_story (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return compare_words (a->headline, b->headline);
}

static void
show_class (GtkWidget *label, const BulRegisterRow *row)
{
  g_autofree char *words = desk_register_dup_class (row);

  show_words (label, words);
}

/* Notices that tell no correction come after the classes. */
static guint
rank_class (const BulRegisterRow *row)
{
  return row->error_class == 0 ? BUL_CLASS_OTHER + 1 : row->error_class;
}

static int
compare_class (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return (int) rank_class (a) - (int) rank_class (b);
}

static GtkWidget *
make_reading (const char *css_class, PangoAttribute *line)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = make_words ();

  pango_attr_list_insert (attributes, line);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What was wrong, an arrow, what is right; and what stands there of a notice without either. */
static GtkWidget *
make_readings (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "pixel-size", SIGN_SIZE,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *other = make_words ();

  gtk_widget_add_css_class (arrow, "dim");
  gtk_widget_add_css_class (other, "dim");
  gtk_box_append (GTK_BOX (box), make_reading ("was", pango_attr_strikethrough_new (TRUE)));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box),
                  make_reading ("now", pango_attr_underline_new (PANGO_UNDERLINE_SINGLE)));
  gtk_box_append (GTK_BOX (box), other);
  return box;
}

static void
show_readings (GtkWidget *box, const BulRegisterRow *row)
{
  GtkWidget *was = gtk_widget_get_first_child (box);
  GtkWidget *arrow = gtk_widget_get_next_sibling (was);
  GtkWidget *now = gtk_widget_get_next_sibling (arrow);
  GtkWidget *other = gtk_widget_get_next_sibling (now);
  gboolean is_correction = row->error_class != 0;
  g_autofree char *tip = is_correction ? g_strdup_printf ("%s → %s", row->was, row->now) : NULL;

  gtk_widget_set_visible (was, is_correction);
  gtk_widget_set_visible (arrow, is_correction);
  gtk_widget_set_visible (now, is_correction);
  gtk_widget_set_visible (other, !is_correction);
  gtk_widget_set_tooltip_text (box, tip);
  if (is_correction)
    {
      show_words (was, row->was);
      show_words (now, row->now);
    }
  else
    gtk_label_set_text (GTK_LABEL (other), desk_wording_for_basis (row->basis));
}

static int
compare_readings (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return compare_words (a->was, b->was);
}

static void
show_state (GtkWidget *pill, const BulRegisterRow *row)
{
  if (row->error_class == 0 && row->state == BUL_CORRECTION_DRAFT)
    desk_state_pill_show_asked (DESK_STATE_PILL (pill));
  else
    desk_state_pill_show (DESK_STATE_PILL (pill), row->state);
}

static int
compare_state (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return (int) a->state - (int) b->state;
}

/* A clock as well as a word: what is late is not told by its colour. */
static GtkWidget *
make_due (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *clock
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-open-recent-symbolic", "pixel-size",
                      14, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), clock);
  gtk_box_append (GTK_BOX (box), make_day ());
  gtk_widget_add_css_class (box, "due");
  return box;
}

static void
show_due (GtkWidget *box, const BulRegisterRow *row)
{
  GtkWidget *clock = gtk_widget_get_first_child (box);
  g_autofree char *words = desk_register_dup_due (row);
  g_autofree char *tip = desk_register_dup_due_words (row);

  gtk_widget_set_visible (clock, row->late);
  show_words (gtk_widget_get_next_sibling (clock), words);
  gtk_widget_set_tooltip_text (box, tip);
  if (row->late)
    gtk_widget_add_css_class (box, "error-words");
  else
    gtk_widget_remove_css_class (box, "error-words");
}

/* What is due comes first, however the days are sorted. */
static int
compare_due (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return strcmp (a->due_on == NULL ? "~" : a->due_on, b->due_on == NULL ? "~" : b->due_on);
}

static void
show_by (GtkWidget *label, const BulRegisterRow *row)
{
  show_words (label, row->by);
  gtk_widget_set_tooltip_text (label, row->by);
}

static int
compare_by (const BulRegisterRow *a, const BulRegisterRow *b)
{
  return compare_words (a->by, b->by);
}

/* In the order in which they stand. */
static const Column columns[] = {
  { NC_ ("column", "Aired"), 120, 112, make_day, show_aired, compare_aired },
  { N_ ("Story"), -1, -1, make_words, show_story, compare_story },
  { N_ ("Class"), 104, 0, make_words, show_class, compare_class },
  { N_ ("Was → is right"), -1, -1, make_readings, show_readings, compare_readings },
  { N_ ("State"), 128, 116, desk_state_pill_new, show_state, compare_state },
  { N_ ("Due"), 178, 150, make_due, show_due, compare_due },
  { NC_ ("correction", "By"), 116, 0, make_words, show_by, compare_by },
};

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const Column *column = data;

  gtk_list_item_set_child (item, column->make ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const Column *column = data;

  column->show (gtk_list_item_get_child (item),
                desk_register_item_get_row (gtk_list_item_get_item (item)));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  int order = column->compare (desk_register_item_get_row ((gpointer) a),
                               desk_register_item_get_row ((gpointer) b));

  return (order > 0) - (order < 0);
}

static const char *
get_title (const Column *column)
{
  if (column->show == show_aired)
    return g_dpgettext2 (NULL, "column", column->title);
  return column->show == show_by ? g_dpgettext2 (NULL, "correction", column->title)
                                 : _ (column->title);
}

void
desk_register_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gpointer data = (gpointer) &columns[i];
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column
          = gtk_column_view_column_new (get_title (&columns[i]), factory);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, data, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (view, column);
    }
}

void
desk_register_columns_set_room (GtkColumnView *view, gboolean narrow, double scale)
{
  GListModel *model;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  model = gtk_column_view_get_columns (view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      int width = narrow ? columns[i].narrow_width : columns[i].width;

      gtk_column_view_column_set_visible (column, width != 0);
      /* GTK 4.8 keeps the room of what is not seen from all others. */
      gtk_column_view_column_set_fixed_width (column, width < 0 ? -1 : (int) ceil (width * scale));
    }
}
