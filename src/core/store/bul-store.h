/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * A library: one SQLite file with all stories. A store is one connection to it and belongs to one
 * thread. A save has returned when it is durable: write-ahead log, synchronous FULL.
 */
typedef struct _BulStore BulStore;

typedef enum
{
  BUL_STORE_READ_ONLY,
  BUL_STORE_READ_WRITE, /* makes the library, and its folder, where there is none */
} BulStoreMode;

/*
 * Opens a library of ours and nothing else: %BUL_ERROR_FOREIGN, %BUL_ERROR_NEWER and
 * %BUL_ERROR_DAMAGED leave the file as it is.
 */
BulStore *bul_store_open (const char *path, BulStoreMode mode, GError **error);
void bul_store_close (BulStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulStore, bul_store_close)

/*
 * Saves @story, whose last revision is the new one. @base is the number of the revision that it was
 * made from, 0 for a story that the library does not have. Where the library has another by now:
 * %BUL_ERROR_CONFLICT, and nothing is changed. A save that is tried again after it got through is
 * done.
 */
gboolean bul_store_save (BulStore *self, const BulStory *story, guint base, GError **error);

/*
 * The same, and with it goes the journal of this uuid (nullable): its edits are in the revision
 * now. It is durable as soon as may be: what a story is found by is that of before until
 * bul_search_tend().
 */
gboolean bul_store_save_journaled (
    BulStore *self, const BulStory *story, guint base, const char *journal, GError **error);

/* Saves stories that the library does not have, letting others write in between. */
gboolean bul_store_save_many (BulStore *self,
                              const GPtrArray *stories,
                              GCancellable *cancellable,
                              GError **error);

/* Returns: (transfer full): the story as it was saved, or %NULL with %BUL_ERROR_NOT_FOUND. */
BulStory *bul_store_load (BulStore *self, const char *uid, GError **error);

/*
 * Returns: (transfer full): the uid that begins with @prefix, of six characters at least; or %NULL
 * with %BUL_ERROR_NOT_FOUND or %BUL_ERROR_AMBIGUOUS.
 */
char *bul_store_resolve (BulStore *self, const char *prefix, GError **error);

/* Returns: (transfer full): uids of the stories that were read from bytes of this hash, in their
 * order. */
GStrv bul_store_find_source (BulStore *self, const char *sha256, GError **error);

/* Returns: (transfer full): uids of the stories that have a stale pair, in their order. */
GStrv bul_store_find_stale (BulStore *self, GError **error);

/* Returns: (transfer full): uids of the stories of @day, YYYY-MM-DD, that have one script, which is
 * in @language; the newest first, and no more than some hundreds. */
GStrv bul_store_find_day (BulStore *self, const char *day, const char *language, GError **error);

/* Returns: (transfer full) (nullable): uid of a story of @day, YYYY-MM-DD, that was begun in
 * @language and left before a word was written, and nothing else was done to it; none of @but.
 * %NULL without @error where there is none. */
char *bul_store_find_unwritten (
    BulStore *self, const char *day, const char *language, const char *const *but, GError **error);

/* What a list shows of a story. */
typedef struct
{
  char *uid;
  char *headline;
  char *programme;
  char *page_date;
  char *bulletin_date;
  char *language;    /* of its scripts, `ko`, `en` or `en ko` */
  char *translation; /* language of the script that is a translation, or NULL */
  char *stamp;       /* the first, as YYYY-MM-DDTHH:MM */
  char *at;          /* of the last revision */
  char *day; /* YYYY-MM-DD, of the bulletin, or else of the page, or of the stamp; or NULL */
  BulStoryState state;
  guint revision;
  guint n_corrections;
  guint n_open;  /* corrections that are neither published nor withdrawn */
  guint n_stale; /* pairs of which one side changed since they were confirmed */
} BulStoreRow;

void bul_store_row_free (BulStoreRow *row);

/* Returns: (transfer full) (element-type BulStoreRow): all stories, the newest first. */
GPtrArray *bul_store_list (BulStore *self, GError **error);

/*
 * The same of large libraries: the @n newest by their day, the @n that came last, and those of
 * @also, uids, %NULL at the end, that are among neither; these stand behind all others.
 * @is_all: (out): whether there are no more
 */
GPtrArray *bul_store_list_newest (
    BulStore *self, guint n, const char *const *also, gboolean *is_all, GError **error);

/* Returns: (transfer full) (element-type BulStoreRow): the stories that were read from bytes of
 * this hash, in their order. */
GPtrArray *bul_store_list_source (BulStore *self, const char *sha256, GError **error);

/* @uid is %NULL for the library as a whole. */
typedef void (*BulStoreCheckFunc) (const char *uid, const char *message, gpointer data);

/*
 * Checks the file, its references, and that every source is what its hash says; tells @func what is
 * wrong. FALSE only where it could not be checked at all.
 */
gboolean bul_store_check (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error);

/* What went wrong while the library was opened, and kept nobody from work; or %NULL. */
const char *bul_store_get_trouble (BulStore *self);

/*
 * FALSE with %BUL_ERROR_GONE where the file was moved, removed or replaced since it was opened:
 * what would be written then nobody finds again. All of it can still be read, and backed up.
 * Nothing is saved meanwhile.
 */
gboolean bul_store_is_in_place (BulStore *self, GError **error);

/* A number that changes when another connection has written. */
gint64 bul_store_get_data_version (BulStore *self);

G_END_DECLS
