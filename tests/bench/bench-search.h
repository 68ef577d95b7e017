/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Another way to find texts: what ours is measured beside. */
typedef struct
{
  const char *name;
  double target;         /* so many times as fast as it ours is to be */
  gboolean is_slow;      /* a few terms are enough */
  gboolean judges_build; /* ours is to be built faster as well */
  /* @texts: (element-type utf8): the oldest first. Kept in @folder, or in memory. Returns:
   * (nullable): %NULL where it is not to be had here. */
  gpointer (*build) (const char *folder, const GPtrArray *texts);
  /* The newest 50 that have @term, and how many there are. Returns: how many. */
  guint (*find) (gpointer self, const char *term);
  void (*close) (gpointer self);
  /* (nullable): of the processor, that another process took for it so far */
  double (*get_other_seconds) (void);
} BenchSearchPeer;

extern const BenchSearchPeer bench_search_scan;
extern const BenchSearchPeer bench_search_groonga_at_once;
extern const BenchSearchPeer bench_search_groonga_one_by_one;
extern const BenchSearchPeer bench_search_postgres_pairs;
extern const BenchSearchPeer bench_search_postgres_trigrams;

G_END_DECLS
