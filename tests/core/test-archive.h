/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search.h"
#include "news-maker.h"
#include "test-libraries.h"

G_BEGIN_DECLS

/* Stories as they were saved, and a library that has them. */
typedef struct
{
  Library library;
  NewsMaker *maker;
  GRand *rand;
  GPtrArray *stories;
  BulStore *store;
} Archive;

/* @data: how many stories, as a pointer */
void archive_set_up (Archive *self, gconstpointer data);
void archive_tear_down (Archive *self, gconstpointer data);

#define ARCHIVE_TEST(path, n, test)                                                                \
  g_test_add (path, Archive, GUINT_TO_POINTER (n), archive_set_up, test, archive_tear_down)

/* Saves the story again with something changed: words, the day, who speaks, or nothing. */
void archive_save_changed (Archive *self, guint i);

/* The same, as durable as soon as may be: it is found by what it said before. */
void archive_put_off_changed (Archive *self, guint i);

/* Saves a story of these lines, the first of which is its headline. */
void
archive_save_lines (Archive *self, const char *uid, const char *date, const char *const *lines);

/* Makes every story ready to be found, which must work. */
void archive_prepare (BulStore *store);

/* Returns: (transfer full): the uids of all that answer, the newest first. */
GPtrArray *archive_find (BulStore *store, const char *typed, BulQueryFlags flags);

/* The same, with the uids that were loaded before, of docids. */
GHashTable *archive_make_known (void);
void archive_find_known (
    BulStore *store, const char *typed, BulQueryFlags flags, GHashTable *known, GPtrArray *uids);

G_END_DECLS
