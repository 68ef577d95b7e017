/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "bench-library.h"

/*
 * make-library STORIES LINES LIBRARY
 *
 * A library of made-up stories, for whatever has to be tried at the size of an archive.
 */
int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("make-library STORIES LINES LIBRARY\n");
      return EXIT_FAILURE;
    }
  bench_library_make (argv[3], (guint) g_ascii_strtoull (argv[1], NULL, 10),
                      (guint) g_ascii_strtoull (argv[2], NULL, 10));
  return EXIT_SUCCESS;
}
