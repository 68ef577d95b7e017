/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many tests in one program, because each program more is a second of linking:

     PROGRAM UNIT [ARGUMENT…]   runs one of them
     PROGRAM                    names them */
#include <stdio.h>
#include <string.h>

#include "units.h"

#define DECLARE(name, text) int unit_##name (int argc, char **argv);
#define ROW(name, text) { text, unit_##name },

UNITS (DECLARE)

static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} units[] = { UNITS (ROW) };

#define N_UNITS (sizeof units / sizeof *units)

int
main (int argc, char **argv)
{
  for (size_t i = 0; argc > 1 && i < N_UNITS; i++)
    if (strcmp (argv[1], units[i].name) == 0)
      return units[i].run (argc - 1, argv + 1);

  for (size_t i = 0; i < N_UNITS; i++)
    puts (units[i].name);
  return 2;
}
