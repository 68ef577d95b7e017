/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>

/* GLib stops at what is fatal as for a debugger, of which libFuzzer takes no notice. */
static void
end_at_trap (int signal)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  signal (SIGTRAP, end_at_trap);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  fuzz_one (data, size);
  return 0;
}
