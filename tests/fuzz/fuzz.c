/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <time.h>

#define BYTES_A_SECOND 65536

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  double start = get_seconds ();
  double seconds;

  fuzz_one (data, size);
  seconds = get_seconds () - start;
  if (seconds > (double) (size / BYTES_A_SECOND + 1))
    g_error ("too slow: %.1f seconds for %" G_GSIZE_FORMAT " bytes", seconds, size);
  return 0;
}
