/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "fuzz.h"

/*
 * The control: a reader of marks with the faults that fuzzing is there to find. What is not found
 * here would not be found elsewhere either. The environment's PLANTED names the fault.
 */

static void
overflow (const char *word, gsize length)
{
  char copy[16];

  memcpy (copy, word, length);
  if (copy[0] == '\0')
    g_print ("never said\n");
}

static void
leak (const char *word, gsize length)
{
  char *copy = g_strndup (word, length);

  copy[0] = '\0';
}

static void
take_long (const char *word, gsize length)
{
  clock_t end = clock () + 3 * CLOCKS_PER_SEC / 2;

  while (clock () < end)
    ;
}

static const struct
{
  const char *name;
  void (*commit) (const char *word, gsize length);
} faults[] = {
  { "overflow", overflow },
  { "leak", leak },
  { "slow", take_long },
};

static void
read_mark (const char *word, gsize length)
{
  const char *planted = g_getenv ("PLANTED");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (length > 16 && g_strcmp0 (planted, faults[i].name) == 0)
      faults[i].commit (word, length);
}

void
fuzz_one (const guint8 *data, gsize size)
{
  const char *open = size == 0 ? NULL : memchr (data, '[', size);
  gsize left = open == NULL ? 0 : size - (gsize) (open - (const char *) data);
  const char *close = left == 0 ? NULL : memchr (open, ']', left);

  if (close != NULL && open[1] == '#')
    read_mark (open + 1, (gsize) (close - open) - 1);
}
