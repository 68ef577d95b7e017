/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-statistics.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-flow-figures.h"
#include "desk-chart-words.h"
#include "desk-chart.h"
#include "desk-columns.h"
#include "desk-query-text.h"

/* Milliseconds until what was counted before is dimmed, for there is nothing else yet. */
#define PATIENCE 150

#define N_FIGURES 4
#define FIGURE_WIDTH 150
#define CHART_WIDTH 400
#define SPACING 10

/* In the order in which they stand on the page. */
static const char *const names[] = { "stories", "corrections", "speakers", "tags", "programmes" };

/* A file that a chart can be saved as. */
static const struct
{
  const char *format;
  const char *words;
} formats[] = {
  { "svg", N_ ("As a _Drawing (SVG)…") },
  { "png", N_ ("As a _Picture (PNG)…") },
  { "csv", N_ ("As a _Table (CSV)…") },
};

typedef struct
{
  GtkWidget *card;
  GtkLabel *value;
  GtkLabel *what;
  GtkLabel *note;
} Figure;

struct _DeskStatistics
{
  AdwBin parent_instance;

  GtkStack *pages;
  GtkSpinner *spinner;
  GtkScrolledWindow *scroller;
  GtkWidget *counted;
  GtkWidget *figures;
  GtkWidget *charts;
  GtkLabel *sentence;
  AdwStatusPage *failed;

  GtkMenuButton *save; /* NULL until it is joined */
  Figure figure[N_FIGURES];
  DeskChart *chart[G_N_ELEMENTS (names)];
  DeskFinder *finder;
  DeskQuestion *question;
  GCancellable *cancellable; /* of what is on its way; NULL: nothing is */
  guint patience_id;
  gboolean is_stale; /* stories were saved since it was asked */
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStatistics, desk_statistics, ADW_TYPE_BIN)

static void
show_page (DeskStatistics *self, const char *name)
{
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "waiting"));
  gtk_stack_set_visible_child_name (self->pages, name);
  if (self->save != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->save), g_str_equal (name, "counted"));
}

static gboolean
dim_cb (gpointer data)
{
  DeskStatistics *self = data;

  self->patience_id = 0;
  if (desk_chart_get (self->chart[0]) == NULL)
    show_page (self, "waiting");
  gtk_widget_add_css_class (self->counted, "old");
  return G_SOURCE_REMOVE;
}

static void
stop_dimming (DeskStatistics *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_remove_css_class (self->counted, "old");
}

static void
show_figure (Figure *figure, const BulFlowFigure *words)
{
  g_autofree char *label = g_strdup_printf ("%s %s", words->value, words->what);

  gtk_label_set_text (figure->value, words->value);
  gtk_label_set_text (figure->what, words->what);
  gtk_label_set_text (figure->note, words->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->note, -1);
}

/* Returns: (transfer full) (nullable): the chart with @name, taken out of @charts. */
static BulChart *
take_chart (GPtrArray *charts, const char *name)
{
  for (guint i = 0; i < charts->len; i++)
    if (g_str_equal (((BulChart *) charts->pdata[i])->name, name))
      return g_ptr_array_steal_index (charts, i);
  return NULL;
}

/* What is drawn over months, in words. */
static void
show_sentence (DeskStatistics *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const BulChart *chart = desk_chart_get (self->chart[i]);
      g_autofree char *sentence = NULL;

      if (chart == NULL || chart->kind != BUL_CHART_BARS || bul_chart_is_empty (chart))
        continue;
      sentence = bul_chart_sentence (chart);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
    }
  gtk_label_set_text (self->sentence, words->str);
}

static void
show_counts (DeskStatistics *self, DeskCounts *counts)
{
  for (guint i = 0; i < MIN (N_FIGURES, counts->figures->len); i++)
    show_figure (&self->figure[i], counts->figures->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      BulChart *chart = take_chart (counts->charts, names[i]);

      if (chart != NULL)
        desk_chart_words_put (chart);
      desk_chart_take (self->chart[i], chart);
    }
  show_sentence (self);
  show_page (self, counts->n_stories == 0 ? "nothing" : "counted");
}

static void
show_failure (DeskStatistics *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, escaped);
  show_page (self, "failed");
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskStatistics) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskCounts) counts = desk_finder_count_finish (DESK_FINDER (source), result, &error);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  stop_dimming (self);
  if (counts != NULL)
    show_counts (self, counts);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->is_stale = TRUE;
  else
    show_failure (self, error);
  if (self->is_stale && counts != NULL)
    desk_statistics_refresh (self);
}

static void
give_up (DeskStatistics *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (DeskStatistics *self)
{
  give_up (self);
  self->is_stale = FALSE;
  if (self->finder == NULL || self->question == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, dim_cb, self);
  desk_finder_count_async (self->finder, self->question, self->cancellable, counted_cb,
                           g_object_ref (self));
}

/* What is asked for already is taken out again where that is all of it. */
static void
chosen_cb (DeskStatistics *self, guint category, guint series, DeskChart *chart)
{
  g_autoptr (GArray) terms = desk_chart_words_list_terms (desk_chart_get (chart), category, series);
  g_autofree char *text = g_strdup (self->question->text);
  guint n_there = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const DeskTerm *term = &g_array_index (terms, DeskTerm, i);

      n_there += desk_query_text_has (text, term->field, term->value) ? 1 : 0;
    }
  for (guint i = 0; i < terms->len; i++)
    {
      const DeskTerm *term = &g_array_index (terms, DeskTerm, i);

      if (n_there == terms->len || !desk_query_text_has (text, term->field, term->value))
        g_signal_emit (self, signals[TOGGLED], 0, (guint) term->field, term->value);
    }
}

static void
add_figure (DeskStatistics *self, Figure *figure)
{
  figure->card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  figure->value = GTK_LABEL (gtk_label_new (NULL));
  figure->what = GTK_LABEL (gtk_label_new (NULL));
  figure->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (figure->card, "card2");
  gtk_widget_add_css_class (GTK_WIDGET (figure->value), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (figure->value), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (figure->what), "figure-what");
  gtk_widget_add_css_class (GTK_WIDGET (figure->note), "small");
  gtk_widget_add_css_class (GTK_WIDGET (figure->note), "dim");
  for (guint i = 0; i < 3; i++)
    {
      GtkLabel *label = i == 0 ? figure->value : i == 1 ? figure->what : figure->note;

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_box_append (GTK_BOX (figure->card), GTK_WIDGET (label));
    }
  gtk_box_append (GTK_BOX (self->figures), figure->card);
}

static void
add_chart (DeskStatistics *self, guint i)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chart = desk_chart_new ();

  self->chart[i] = DESK_CHART (chart);
  gtk_widget_set_hexpand (chart, TRUE);
  gtk_widget_set_vexpand (chart, TRUE);
  gtk_widget_add_css_class (card, "card2");
  g_signal_connect_swapped (chart, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (card), chart);
  gtk_box_append (GTK_BOX (self->charts), card);
}

static void
desk_statistics_map (GtkWidget *widget)
{
  DeskStatistics *self = DESK_STATISTICS (widget);

  GTK_WIDGET_CLASS (desk_statistics_parent_class)->map (widget);
  if (self->is_stale)
    ask (self);
}

static void
desk_statistics_dispose (GObject *object)
{
  DeskStatistics *self = DESK_STATISTICS (object);

  give_up (self);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->finder);
  g_clear_object (&self->save);

  G_OBJECT_CLASS (desk_statistics_parent_class)->dispose (object);
}

static void
desk_statistics_finalize (GObject *object)
{
  DeskStatistics *self = DESK_STATISTICS (object);

  g_clear_pointer (&self->question, desk_question_free);

  G_OBJECT_CLASS (desk_statistics_parent_class)->finalize (object);
}

static void
desk_statistics_class_init (DeskStatisticsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_statistics_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_statistics_finalize;
  widget_class->map = desk_statistics_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-statistics.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, counted);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, figures);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, charts);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskStatistics, failed);
  gtk_widget_class_bind_template_callback (widget_class, desk_statistics_refresh);
  signals[TOGGLED] = g_signal_new ("toggled", DESK_TYPE_STATISTICS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
desk_statistics_init (DeskStatistics *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->figures,
                                 desk_columns_new (N_FIGURES, FIGURE_WIDTH, SPACING));
  gtk_widget_set_layout_manager (self->charts, desk_columns_new (2, CHART_WIDTH, SPACING));
  for (guint i = 0; i < N_FIGURES; i++)
    add_figure (self, &self->figure[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_chart (self, i);
}

/* Returns: (transfer full): in which of its formats the chart with @name is saved. */
static GMenuModel *
make_formats (const char *name)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *target = g_strdup_printf ("%s.%s", name, formats[i].format);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (formats[i].words), NULL);

      g_menu_item_set_action_and_target (item, "win.save-chart", "s", target);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (void)
{
  static const char *const titles[G_N_ELEMENTS (names)] = {
    NC_ ("chart", "Stories"), NC_ ("chart", "Corrections"), NC_ ("chart", "Speakers"),
    NC_ ("chart", "Tags"),    NC_ ("chart", "Programmes"),
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) charts = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GMenuModel) submenu = make_formats (names[i]);

      g_menu_append_submenu (charts, g_dpgettext2 (NULL, "chart", titles[i]), submenu);
    }
  g_menu_append (all, _ ("_All as a Table (CSV)…"), "win.save-chart::statistics.csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (charts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

void
desk_statistics_join (DeskStatistics *self, GtkMenuButton *save)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (DESK_IS_STATISTICS (self) && GTK_IS_MENU_BUTTON (save));

  menu = make_menu ();
  g_set_object (&self->save, save);
  gtk_menu_button_set_menu_model (save, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (save), FALSE);
}

static gboolean
is_asked (DeskStatistics *self, DeskFinder *finder, const DeskQuestion *question)
{
  return self->question != NULL && self->finder == finder && !self->is_stale
         && self->question->flags == question->flags
         && g_str_equal (self->question->text, question->text);
}

void
desk_statistics_ask (DeskStatistics *self, DeskFinder *finder, const DeskQuestion *question)
{
  DeskQuestion *asked;

  g_return_if_fail (DESK_IS_STATISTICS (self) && question != NULL);

  if (is_asked (self, finder, question))
    return;
  asked = desk_question_copy (question);
  desk_question_free (self->question);
  self->question = asked;
  g_set_object (&self->finder, finder);
  ask (self);
}

void
desk_statistics_refresh (DeskStatistics *self)
{
  g_return_if_fail (DESK_IS_STATISTICS (self));

  /* What is on its way is let come, or who saves all the time would never see anything. */
  if (self->cancellable == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
  else
    self->is_stale = TRUE;
}

void
desk_statistics_stop (DeskStatistics *self)
{
  g_return_if_fail (DESK_IS_STATISTICS (self));

  give_up (self);
  stop_dimming (self);
  g_clear_pointer (&self->question, desk_question_free);
  g_clear_object (&self->finder);
}

void
desk_statistics_move (DeskStatistics *self, int by)
{
  gboolean done;

  g_return_if_fail (DESK_IS_STATISTICS (self));

  if (by == 1)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else if (ABS (by) > 1)
    g_signal_emit_by_name (self->scroller, "scroll-child",
                           by < 0 ? GTK_SCROLL_PAGE_UP : GTK_SCROLL_PAGE_DOWN, FALSE, &done);
}

GPtrArray *
desk_statistics_list_charts (DeskStatistics *self, const char *name)
{
  GPtrArray *charts = g_ptr_array_new ();

  g_return_val_if_fail (DESK_IS_STATISTICS (self), charts);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const BulChart *chart = desk_chart_get (self->chart[i]);

      if (chart != NULL && (name == NULL || g_str_equal (names[i], name)))
        g_ptr_array_add (charts, (gpointer) chart);
    }
  return charts;
}
