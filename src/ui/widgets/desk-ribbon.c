/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-ribbon.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk-palette.h"
#include "desk-shapes.h"

#define HEIGHT 15
#define GAP 2           /* between two runs that have room for it */
#define LEAST_WIDTH 1.5 /* of a run that is painted by itself */
#define FRAME_OVERHANG 1
#define FRAME_WIDTH 2
#define FRAME_RADIUS 4

struct _DeskRibbon
{
  GtkWidget parent_instance;

  GArray *runs; /* of DeskRibbonRun */
  double total;
  double selection_start;
  double selection_end;
};

enum
{
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRibbon, desk_ribbon, GTK_TYPE_WIDGET)

static const float thickness_of[] = {
  [DESK_RIBBON_LEAD] = 5,
  [DESK_RIBBON_NARRATION] = 3,
  [DESK_RIBBON_BITE] = 9,
};

static void
paint_run (GtkSnapshot *snapshot, DeskRibbonVoice voice, double start, double end)
{
  const DeskPalette *palette = desk_palette_get ();
  float thickness = thickness_of[voice];
  double width = end - start > 2 * GAP ? end - start - GAP : end - start;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (start, (HEIGHT - thickness) / 2.f, width, thickness);

  desk_shapes_fill (snapshot, &rect, 1,
                    voice == DESK_RIBBON_LEAD ? &palette->lead : &palette->voice);
}

static void
paint_selection (DeskRibbon *self, GtkSnapshot *snapshot, double scale)
{
  graphene_rect_t rect;

  if (self->selection_end <= self->selection_start)
    return;
  rect = GRAPHENE_RECT_INIT (
      self->selection_start * scale - FRAME_OVERHANG, 1,
      (self->selection_end - self->selection_start) * scale + 2 * FRAME_OVERHANG, HEIGHT - 2);
  rect.size.width = MAX (rect.size.width, 3 * FRAME_WIDTH);
  desk_shapes_frame (snapshot, &rect, FRAME_RADIUS, FRAME_WIDTH, &desk_palette_get ()->lead);
}

/* In a long script runs are finer than a pixel: those that are painted are few all the same. */
static void
desk_ribbon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskRibbon *self = DESK_RIBBON (widget);
  double scale = self->total > 0 ? gtk_widget_get_width (widget) / self->total : 0;
  double start = 0;
  double at = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const DeskRibbonRun *run = &g_array_index (self->runs, DeskRibbonRun, i);

      at += run->seconds;
      if ((at - start) * scale < LEAST_WIDTH && i + 1 < self->runs->len)
        continue;
      paint_run (snapshot, run->voice, start * scale, at * scale);
      start = at;
    }
  paint_selection (self, snapshot, scale);
}

static void
desk_ribbon_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
pressed_cb (DeskRibbon *self, int n_press, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width > 0 && self->total > 0)
    g_signal_emit (self, signals[PRESSED], 0, CLAMP (x / width, 0, 1) * self->total);
}

static void
desk_ribbon_dispose (GObject *object)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);
  G_OBJECT_CLASS (desk_ribbon_parent_class)->dispose (object);
}

static void
desk_ribbon_finalize (GObject *object)
{
  g_array_unref (DESK_RIBBON (object)->runs);
  G_OBJECT_CLASS (desk_ribbon_parent_class)->finalize (object);
}

static void
desk_ribbon_class_init (DeskRibbonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_ribbon_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_ribbon_finalize;
  widget_class->snapshot = desk_ribbon_snapshot;
  widget_class->measure = desk_ribbon_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_css_name (widget_class, "ribbon");

  signals[PRESSED] = g_signal_new ("pressed", DESK_TYPE_RIBBON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
desk_ribbon_init (DeskRibbon *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->runs = g_array_new (FALSE, FALSE, sizeof (DeskRibbonRun));
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Read time"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, -1);
}

void
desk_ribbon_set_runs (DeskRibbon *self, const GArray *runs)
{
  g_return_if_fail (DESK_IS_RIBBON (self) && runs != NULL);

  g_array_set_size (self->runs, 0);
  self->total = 0;
  for (guint i = 0; i < runs->len; i++)
    self->total += g_array_index (runs, DeskRibbonRun, i).seconds;
  if (runs->len > 0)
    g_array_append_vals (self->runs, runs->data, runs->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  self->total, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
desk_ribbon_set_selection (DeskRibbon *self, double start, double end)
{
  g_return_if_fail (DESK_IS_RIBBON (self));

  if (self->selection_start == start && self->selection_end == end)
    return;
  self->selection_start = start;
  self->selection_end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
desk_ribbon_set_caret (DeskRibbon *self, double at, const char *words)
{
  g_return_if_fail (DESK_IS_RIBBON (self) && words != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, at,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

double
desk_ribbon_get_total (DeskRibbon *self)
{
  g_return_val_if_fail (DESK_IS_RIBBON (self), 0);

  return self->total;
}

guint
desk_ribbon_get_n_runs (DeskRibbon *self)
{
  g_return_val_if_fail (DESK_IS_RIBBON (self), 0);

  return self->runs->len;
}

gboolean
desk_ribbon_get_selection (DeskRibbon *self, double *start, double *end)
{
  g_return_val_if_fail (DESK_IS_RIBBON (self), FALSE);

  *start = self->selection_start;
  *end = self->selection_end;
  return self->selection_end > self->selection_start;
}
