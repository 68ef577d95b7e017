/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memmem() is of GNU. */
#define _GNU_SOURCE
#include <string.h>

#include "bench-search.h"

/* No index: every byte of every text is looked at. */
static gpointer
build (const char *folder, const GPtrArray *texts)
{
  return (gpointer) texts;
}

static guint
find (gpointer self, const char *term)
{
  const GPtrArray *texts = self;
  gsize length = strlen (term);
  guint n = 0;

  for (guint i = texts->len; i > 0; i--)
    {
      const char *text = texts->pdata[i - 1];

      n += memmem (text, strlen (text), term, length) != NULL;
    }
  return n;
}

static void
close_nothing (gpointer self)
{
}

const BenchSearchPeer bench_search_scan
    = { "a scan of all bytes", 3, TRUE, FALSE, build, find, close_nothing, NULL };
