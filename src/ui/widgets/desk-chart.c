/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-chart-painter.h"

/* Narrower than this no chart can be read. */
#define LEAST_WIDTH 260
#define WIDTH 420

#define NONE G_MAXUINT

struct _DeskChart
{
  GtkWidget parent_instance;

  BulChart *chart;
  BulChartLayout *layout; /* as it was painted last; NULL: to be laid out */
  const BulChartTheme *theme;
  guint serial; /* of the fonts it was laid out with */
  int width;
  int height;
  guint current; /* among the areas of the layout */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChart, desk_chart, GTK_TYPE_WIDGET)

const BulChartTheme *
desk_chart_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? &bul_chart_dark_contrast : &bul_chart_light_contrast;
  return is_dark ? &bul_chart_dark : &bul_chart_light;
}

/* Returns: (nullable): the layout for the size, the fonts and the colours there are now. */
static BulChartLayout *
get_layout (DeskChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);
  const BulChartTheme *theme = desk_chart_get_theme ();

  if (self->chart == NULL || width <= 0)
    return NULL;
  if (self->layout != NULL && self->width == width && self->height == height
      && self->serial == serial && self->theme == theme)
    return self->layout;
  g_clear_pointer (&self->layout, bul_chart_layout_free);
  self->layout = bul_chart_layout_new (self->chart, theme, context, width, height);
  self->width = width;
  self->height = height;
  self->serial = serial;
  self->theme = theme;
  return self->layout;
}

static const BulChartArea *
get_area (DeskChart *self, guint i)
{
  BulChartLayout *layout = get_layout (self);
  const GArray *areas = layout == NULL ? NULL : bul_chart_layout_get_areas (layout);

  return areas == NULL || i >= areas->len ? NULL : &g_array_index (areas, BulChartArea, i);
}

static void
desk_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskChart *self = DESK_CHART (widget);
  BulChartLayout *layout = get_layout (self);
  const BulChartArea *current
      = gtk_widget_has_visible_focus (widget) ? get_area (self, self->current) : NULL;
  /* A frame of what has the focus may stand a little outside. */
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-4, -4, gtk_widget_get_width (widget) + 8,
                                               gtk_widget_get_height (widget) + 8);
  cairo_t *cr;

  if (layout == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  bul_chart_layout_draw (layout, cr, current);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
desk_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  DeskChart *self = DESK_CHART (widget);
  g_autoptr (BulChartLayout) layout = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = WIDTH;
      return;
    }
  *minimum = *natural = 0;
  if (self->chart == NULL)
    return;
  layout = bul_chart_layout_new (self->chart, desk_chart_get_theme (),
                                 gtk_widget_get_pango_context (widget),
                                 for_size < 0 ? WIDTH : MAX (for_size, LEAST_WIDTH), 0);
  *minimum = *natural = (int) bul_chart_layout_get_height (layout) + 1;
}

/* Returns: (transfer full): “January 2026, Number: 4”. */
static char *
dup_words (DeskChart *self, const BulChartArea *area)
{
  const BulChartCategory *category = self->chart->categories->pdata[area->category];
  const BulChartSeries *series = self->chart->series->pdata[area->series];
  g_autofree char *number
      = bul_chart_dup_number (bul_chart_get (self->chart, area->series, area->category));

  return self->chart->series->len == 1
             /* Translators: a name or a month, and how many it has. */
             ? g_strdup_printf (_ ("%s: %s"), category->label, number)
             /* Translators: a month, a part of it, and how many that has. */
             : g_strdup_printf (_ ("%s, %s: %s"), category->label, series->label, number);
}

static void
describe (DeskChart *self)
{
  const BulChartArea *area = self->chart == NULL ? NULL : get_area (self, self->current);
  g_autofree char *words = area == NULL ? NULL : dup_words (self, area);
  g_autofree char *sentence = self->chart == NULL ? NULL : bul_chart_sentence (self->chart);
  g_autofree char *label = words == NULL ? g_strdup (self->chart == NULL ? "" : self->chart->title)
                                         : g_strdup_printf ("%s. %s", self->chart->title, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence == NULL ? "" : sentence, -1);
}

static gboolean
query_tooltip_cb (DeskChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BulChartLayout *layout = get_layout (self);
  const BulChartArea *area = NULL;
  g_autofree char *words = NULL;

  if (layout != NULL)
    area = keyboard ? get_area (self, self->current) : bul_chart_layout_find (layout, x, y);
  if (area == NULL)
    return FALSE;
  words = dup_words (self, area);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
choose (DeskChart *self, const BulChartArea *area)
{
  if (area != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, area->category, area->series);
}

static void
released_cb (DeskChart *self, int n_press, double x, double y)
{
  BulChartLayout *layout = get_layout (self);

  if (layout != NULL)
    choose (self, bul_chart_layout_find (layout, x, y));
}

static void
move (DeskChart *self, int by)
{
  BulChartLayout *layout = get_layout (self);
  int n = layout == NULL ? 0 : (int) bul_chart_layout_get_areas (layout)->len;
  int from;

  if (n == 0)
    return;
  if (self->current == NONE)
    from = by < 0 ? n : -1;
  else
    from = (int) MIN (self->current, (guint) n - 1);
  self->current = (guint) CLAMP (from + by, 0, n - 1);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const struct
{
  guint keyval;
  int by;
} moves[] = {
  { GDK_KEY_Left, -1 },          { GDK_KEY_Right, 1 },    { GDK_KEY_Up, -1 },
  { GDK_KEY_Down, 1 },           { GDK_KEY_KP_Left, -1 }, { GDK_KEY_KP_Right, 1 },
  { GDK_KEY_KP_Up, -1 },         { GDK_KEY_KP_Down, 1 },  { GDK_KEY_Home, -G_MAXINT / 2 },
  { GDK_KEY_End, G_MAXINT / 2 },
};

static gboolean
key_pressed_cb (DeskChart *self, guint keyval, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        move (self, moves[i].by);
        return GDK_EVENT_STOP;
      }
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  choose (self, get_area (self, self->current));
  return GDK_EVENT_STOP;
}

static void
desk_chart_dispose (GObject *object)
{
  DeskChart *self = DESK_CHART (object);

  g_clear_pointer (&self->layout, bul_chart_layout_free);
  g_clear_pointer (&self->chart, bul_chart_free);

  G_OBJECT_CLASS (desk_chart_parent_class)->dispose (object);
}

static void
desk_chart_class_init (DeskChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_chart_dispose;
  widget_class->snapshot = desk_chart_snapshot;
  widget_class->measure = desk_chart_measure;
  widget_class->get_request_mode = desk_chart_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
desk_chart_init (DeskChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->current = NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_chart_new (void)
{
  return g_object_new (DESK_TYPE_CHART, NULL);
}

void
desk_chart_take (DeskChart *self, BulChart *chart)
{
  g_return_if_fail (DESK_IS_CHART (self));

  g_clear_pointer (&self->layout, bul_chart_layout_free);
  bul_chart_free (self->chart);
  self->chart = chart;
  self->current = NONE;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const BulChart *
desk_chart_get (DeskChart *self)
{
  g_return_val_if_fail (DESK_IS_CHART (self), NULL);

  return self->chart;
}

gboolean
desk_chart_find (DeskChart *self, guint category, guint series, double *x, double *y)
{
  const BulChartArea *area;

  g_return_val_if_fail (DESK_IS_CHART (self), FALSE);

  for (guint i = 0; (area = get_area (self, i)) != NULL; i++)
    if (area->category == category && area->series == series)
      {
        *x = area->box.x + area->box.width / 2;
        *y = area->box.y + area->box.height / 2;
        return TRUE;
      }
  return FALSE;
}
