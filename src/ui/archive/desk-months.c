/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-months.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-search-facets.h"
#include "desk-palette.h"
#include "desk-shapes.h"

/* Bars that can still be told from each other and hit. */
#define MOST_BARS 30
#define HEIGHT 48
#define LEAST_BAR 3

struct _DeskMonths
{
  GtkWidget parent_instance;

  GArray *bars; /* of guint: how many */
  guint first;  /* month or year of the first bar: since the year 0 */
  gboolean by_year;
  gint64 first_day; /* what is chosen */
  gint64 last_day;
  guint caret; /* the bar that the arrow keys go on from */
  guint anchor;
  gboolean is_dragging;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskMonths, desk_months, GTK_TYPE_WIDGET)

/* The days from first to last of a bar. */
static void
get_days (DeskMonths *self, guint bar, gint64 *first_day, gint64 *last_day)
{
  guint unit = self->first + bar;
  GDate date;

  g_date_clear (&date, 1);
  if (self->by_year)
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) unit);
  else
    g_date_set_dmy (&date, 1, (GDateMonth) (unit % 12 + 1), (GDateYear) (unit / 12));
  *first_day = g_date_get_julian (&date);
  g_date_add_months (&date, self->by_year ? 12 : 1);
  *last_day = (gint64) g_date_get_julian (&date) - 1;
}

static gboolean
is_chosen (DeskMonths *self, guint bar)
{
  gint64 first_day;
  gint64 last_day;

  if (self->first_day == 0 && self->last_day == 0)
    return FALSE;
  get_days (self, bar, &first_day, &last_day);
  return last_day >= self->first_day && first_day <= self->last_day;
}

static double
get_step (DeskMonths *self)
{
  return (double) gtk_widget_get_width (GTK_WIDGET (self)) / MAX (self->bars->len, 1);
}

static guint
find_bar (DeskMonths *self, double x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  return (guint) CLAMP (x / get_step (self), 0, MAX ((int) self->bars->len - 1, 0));
}

static guint
find_most (DeskMonths *self)
{
  guint most = 1;

  for (guint i = 0; i < self->bars->len; i++)
    most = MAX (most, g_array_index (self->bars, guint, i));
  return most;
}

static void
draw_bar (DeskMonths *self, GtkSnapshot *snapshot, guint bar, guint most)
{
  const DeskPalette *palette = desk_palette_get ();
  guint n = g_array_index (self->bars, guint, bar);
  double step = get_step (self);
  double gap = step > 8 ? 2 : 1;
  double height = n == 0 ? 0 : MAX (LEAST_BAR, HEIGHT * (double) n / most);
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (bar * step), (float) (HEIGHT - height),
                                             (float) MAX (step - gap, 1), (float) height);

  if (n > 0)
    desk_shapes_fill (snapshot, &rect, 2, is_chosen (self, bar) ? &palette->lead : &palette->voice);
}

/* What is chosen has a frame besides its colour. */
static void
draw_chosen (DeskMonths *self, GtkSnapshot *snapshot)
{
  guint first = 0;
  guint n = 0;
  double step = get_step (self);

  for (guint i = 0; i < self->bars->len; i++)
    if (is_chosen (self, i) && n++ == 0)
      first = i;
  if (n > 0)
    desk_shapes_frame (snapshot,
                       &GRAPHENE_RECT_INIT ((float) (first * step), 0, (float) (n * step), HEIGHT),
                       2, 1.5, &desk_palette_get ()->lead);
}

static void
desk_months_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskMonths *self = DESK_MONTHS (widget);
  guint most = find_most (self);

  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, snapshot, i, most);
  draw_chosen (self, snapshot);
}

static void
desk_months_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 60;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
  *minimum_baseline = *natural_baseline = -1;
}

char *
desk_months_dup_value (DeskMonths *self, guint bar)
{
  guint unit;

  g_return_val_if_fail (DESK_IS_MONTHS (self) && bar < self->bars->len, NULL);

  unit = self->first + bar;
  return self->by_year ? g_strdup_printf ("%04u", unit)
                       : g_strdup_printf ("%04u-%02u", unit / 12, unit % 12 + 1);
}

static void
describe (DeskMonths *self)
{
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;

  if (self->caret < self->bars->len)
    {
      guint n = g_array_index (self->bars, guint, self->caret);

      value = desk_months_dup_value (self, self->caret);
      /* Translators: a month such as 2025-06, and how many stories there are of it. */
      words = g_strdup_printf (ngettext ("%s: %u story", "%s: %u stories", n), value, n);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words == NULL ? "" : words, -1);
}

static void
emit (DeskMonths *self, const char *value)
{
  g_signal_emit (self, signals[CHOSEN], 0, value);
}

static void
show_range (DeskMonths *self, guint from, guint to)
{
  gint64 other;

  get_days (self, MIN (from, to), &self->first_day, &other);
  get_days (self, MAX (from, to), &other, &self->last_day);
  self->caret = to;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The one that is chosen alone is given up by a second click. */
void
desk_months_choose (DeskMonths *self, guint from, guint to)
{
  gint64 first_day;
  gint64 last_day;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *range = NULL;

  g_return_if_fail (DESK_IS_MONTHS (self) && MAX (from, to) < self->bars->len);

  get_days (self, from, &first_day, &last_day);
  if (from == to && first_day == self->first_day && last_day == self->last_day)
    {
      desk_months_set_chosen (self, 0, 0);
      emit (self, NULL);
      return;
    }
  show_range (self, from, to);
  start = desk_months_dup_value (self, MIN (from, to));
  end = desk_months_dup_value (self, MAX (from, to));
  range = from == to ? g_strdup (start) : g_strconcat (start, "..", end, NULL);
  emit (self, range);
}

static void
drag_begin_cb (DeskMonths *self, double x, double y, GtkGesture *gesture)
{
  if (self->bars->len == 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->anchor = find_bar (self, x);
  self->is_dragging = FALSE;
}

static void
drag_update_cb (DeskMonths *self, double x, double y, GtkGestureDrag *gesture)
{
  double start;
  guint bar;

  gtk_gesture_drag_get_start_point (gesture, &start, NULL);
  bar = find_bar (self, start + x);
  if (bar == self->anchor && !self->is_dragging)
    return;
  self->is_dragging = TRUE;
  show_range (self, self->anchor, bar);
}

static void
drag_end_cb (DeskMonths *self, double x, double y, GtkGestureDrag *gesture)
{
  double start;
  guint bar;

  if (self->bars->len == 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &start, NULL);
  bar = find_bar (self, start + x);
  /* What was shown on the way is not what was chosen before. */
  if (self->is_dragging)
    self->first_day = self->last_day = 0;
  desk_months_choose (self, MIN (self->anchor, self->bars->len - 1), bar);
}

/* The bar that a key leads to; G_MAXUINT: none. */
static guint
get_next (DeskMonths *self, guint keyval)
{
  guint last = self->bars->len - 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
      return MAX (self->caret, 1) - 1;
    case GDK_KEY_Right:
      return MIN (self->caret + 1, last);
    case GDK_KEY_Home:
      return 0;
    case GDK_KEY_End:
      return last;
    default:
      return G_MAXUINT;
    }
}

static gboolean
key_pressed_cb (DeskMonths *self, guint keyval, guint code, GdkModifierType state)
{
  guint n = self->bars->len;
  guint to;

  if (n == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    {
      desk_months_set_chosen (self, 0, 0);
      emit (self, NULL);
      return GDK_EVENT_STOP;
    }
  to = get_next (self, keyval);
  if (to == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) == 0)
    self->anchor = to;
  /* The bar at either end, too, where the caret is there and nothing is chosen. */
  if (to != self->caret || self->last_day == 0)
    desk_months_choose (self, MIN (self->anchor, n - 1), to);
  return GDK_EVENT_STOP;
}

static gboolean
query_tooltip_cb (DeskMonths *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint bar = keyboard ? self->caret : find_bar (self, x);
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (bar >= self->bars->len)
    return FALSE;
  n = g_array_index (self->bars, guint, bar);
  value = desk_months_dup_value (self, bar);
  words = g_strdup_printf (ngettext ("%s: %u story", "%s: %u stories", n), value, n);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
desk_months_finalize (GObject *object)
{
  g_array_unref (DESK_MONTHS (object)->bars);

  G_OBJECT_CLASS (desk_months_parent_class)->finalize (object);
}

static void
desk_months_class_init (DeskMonthsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_months_finalize;
  widget_class->snapshot = desk_months_snapshot;
  widget_class->measure = desk_months_measure;
  gtk_widget_class_set_css_name (widget_class, "months");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_MONTHS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_months_init (DeskMonths *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->bars = g_array_new (FALSE, TRUE, sizeof (guint));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stories by month"), -1);
}

/* Months since the year 0 of a facet; 0: none. */
static guint
read_month (const BulSearchFacet *facet)
{
  guint year = 0;
  guint month = 0;

  if (facet->field != BUL_QUERY_DATE || sscanf (facet->value, "%u-%u", &year, &month) != 2)
    return 0;
  return year * 12 + month - 1;
}

static void
find_bounds (const GPtrArray *facets, guint *first, guint *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < facets->len; i++)
    {
      guint month = read_month (facets->pdata[i]);

      if (month == 0)
        continue;
      *first = MIN (*first, month);
      *last = MAX (*last, month);
    }
}

void
desk_months_set (DeskMonths *self, const GPtrArray *facets)
{
  guint first;
  guint last;

  g_return_if_fail (DESK_IS_MONTHS (self) && facets != NULL);

  g_array_set_size (self->bars, 0);
  find_bounds (facets, &first, &last);
  if (first <= last)
    {
      self->by_year = last - first >= MOST_BARS;
      self->first = self->by_year ? first / 12 : first;
      g_array_set_size (self->bars, (self->by_year ? last / 12 : last) - self->first + 1);
    }
  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];
      guint month = read_month (facet);

      if (month > 0)
        g_array_index (self->bars, guint, (self->by_year ? month / 12 : month) - self->first)
            += facet->n;
    }
  self->caret = MIN (self->caret, MAX (self->bars->len, 1) - 1);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
desk_months_set_chosen (DeskMonths *self, gint64 first_day, gint64 last_day)
{
  g_return_if_fail (DESK_IS_MONTHS (self));

  self->first_day = first_day;
  self->last_day = last_day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
desk_months_get_n_bars (DeskMonths *self)
{
  g_return_val_if_fail (DESK_IS_MONTHS (self), 0);

  return self->bars->len;
}

guint
desk_months_get_n (DeskMonths *self, guint bar)
{
  g_return_val_if_fail (DESK_IS_MONTHS (self) && bar < self->bars->len, 0);

  return g_array_index (self->bars, guint, bar);
}
