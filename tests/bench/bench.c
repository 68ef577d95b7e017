/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

double
bench_get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
time_once (BenchFunc func, gpointer data)
{
  double start = bench_get_seconds ();

  func (data);
  return bench_get_seconds () - start;
}

int
bench_compare_seconds (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median_of (double *seconds, guint n)
{
  qsort (seconds, n, sizeof *seconds, bench_compare_seconds);
  return seconds[n / 2];
}

BenchSeconds
bench_compare (BenchFunc ours, BenchFunc plain, gpointer data, guint n_rounds)
{
  g_autofree double *of_ours = g_new (double, n_rounds);
  g_autofree double *of_plain = g_new (double, n_rounds);

  for (guint i = 0; i < n_rounds; i++)
    {
      of_plain[i] = time_once (plain, data);
      of_ours[i] = time_once (ours, data);
    }
  return (BenchSeconds){ median_of (of_ours, n_rounds), median_of (of_plain, n_rounds) };
}

gboolean
bench_judge (const char *what, double figure, const char *unit, double target)
{
  gboolean reached = figure >= target;

  g_print ("  %-4s %s %.2f%s, target %.2f%s\n", reached ? "ok" : "LOW", what, figure, unit, target,
           unit);
  return reached;
}

void
bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        bench_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
