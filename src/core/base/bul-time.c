/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-time.h"

char *
bul_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
