/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Another way to find texts: what ours is measured beside. */
typedef struct
{
  const char *name;
  /* @texts: (element-type utf8): the oldest first. Kept in @folder, or in memory. */
  gpointer (*build) (const char *folder, const GPtrArray *texts);
  /* The newest 50 that have @term, and how many there are. Returns: how many. */
  guint (*find) (gpointer self, const char *term);
  void (*close) (gpointer self);
} BenchSearchPeer;

extern const BenchSearchPeer bench_search_scan;
extern const BenchSearchPeer bench_search_groonga_at_once;
extern const BenchSearchPeer bench_search_groonga_one_by_one;

G_END_DECLS
