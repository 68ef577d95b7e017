/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include <time.h>

#define WIDTH 780
#define HEIGHT 720
/* The column of ours in a window of that width. */
#define MARGIN 60

static double
get_seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static void
wait_for_frame (const Stage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean is_painted = FALSE;
  gulong id;

  /* A frame may be asked for other things alone; this one paints. */
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

Stage
stage_new (GtkWidget *view)
{
  Stage self = { GTK_WINDOW (gtk_window_new ()), GTK_TEXT_VIEW (view) };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (self.window, scroller);
  gtk_window_set_default_size (self.window, WIDTH, HEIGHT);
  gtk_window_present (self.window);
  while (!gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (&self);
  return self;
}

GtkWidget *
stage_make_bare_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_widget_add_css_class (view, "script");
  return view;
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
stage_rest (guint milliseconds)
{
  gboolean is_rested = FALSE;

  /* After everything else that there is to do. */
  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, rested_cb, &is_rested, NULL);
  while (!is_rested)
    g_main_context_iteration (NULL, TRUE);
}

StageTime
stage_time (const Stage *self, BenchFunc func, gpointer data)
{
  StageTime start = { get_seconds (CLOCK_MONOTONIC), get_seconds (CLOCK_PROCESS_CPUTIME_ID) };

  func (data);
  wait_for_frame (self);
  return (StageTime){ get_seconds (CLOCK_MONOTONIC) - start.wall,
                      get_seconds (CLOCK_PROCESS_CPUTIME_ID) - start.cpu };
}

static int
compare_walls (gconstpointer a, gconstpointer b)
{
  double x = ((const StageTime *) a)->wall;
  double y = ((const StageTime *) b)->wall;

  return (x > y) - (x < y);
}

static int
compare_cpus (gconstpointer a, gconstpointer b)
{
  double x = ((const StageTime *) a)->cpu;
  double y = ((const StageTime *) b)->cpu;

  return (x > y) - (x < y);
}

StageTime
stage_find_median (GArray *times)
{
  StageTime median;

  g_array_sort (times, compare_walls);
  median.wall = g_array_index (times, StageTime, times->len / 2).wall;
  g_array_sort (times, compare_cpus);
  median.cpu = g_array_index (times, StageTime, times->len / 2).cpu;
  return median;
}
