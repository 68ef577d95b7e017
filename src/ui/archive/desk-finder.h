/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-flow-tag.h"
#include "bul-query.h"
#include "bul-search.h"
#include "bul-store-saved.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/**
 * DeskFinder:
 *
 * Looks for stories of a library on a thread and a connection of its own that only reads: neither
 * the window nor a save waits for it. Only copies cross over.
 *
 * What is asked is done in its order; what was asked before and is wanted by nobody any more is to
 * be cancelled, and ends at once. An error is %BUL_ERROR_DAMAGED where what stories are found by is
 * damaged; the stories themselves need not be.
 */
#define DESK_TYPE_FINDER (desk_finder_get_type ())
G_DECLARE_FINAL_TYPE (DeskFinder, desk_finder, DESK, FINDER, GObject)

typedef enum
{
  DESK_ORDER_NEWEST,
  DESK_ORDER_BEST, /* those that are most about it, some hundreds */
} DeskOrder;

/* What is looked for, as it was typed. */
typedef struct
{
  char *text;
  BulQueryFlags flags;
  DeskOrder order;
} DeskQuestion;

DeskQuestion *desk_question_new (const char *text, BulQueryFlags flags, DeskOrder order);
DeskQuestion *desk_question_copy (const DeskQuestion *self);
void desk_question_free (DeskQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuestion, desk_question_free)

/* What a list shows of a story that was found. */
typedef struct
{
  gint64 docid;
  BulStoreRow *row;  /* NULL: it was saved again meanwhile, under another day */
  GPtrArray *places; /* of BulSearchPlace: some of them */
  GStrv tags;        /* as the vocabulary of the library calls them */
  double seconds;    /* on air */
} DeskDetail;

void desk_detail_free (DeskDetail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDetail, desk_detail_free)

/* The first that were found. */
typedef struct
{
  GArray *docids;     /* of gint64 */
  GPtrArray *details; /* of DeskDetail: of the very first */
  gboolean is_ready;  /* every story of the library can be found */
  gboolean is_behind; /* some of them by what they said before */
} DeskFirst;

void desk_first_free (DeskFirst *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFirst, desk_first_free)

/* All that were found. */
typedef struct
{
  GArray *docids;    /* of gint64, the newest first */
  GPtrArray *facets; /* of BulSearchFacet. Of what a story has one of, the other values are counted
                        as if none had been asked for. */
} DeskAll;

void desk_all_free (DeskAll *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAll, desk_all_free)

/* All that were found, as they are counted. */
typedef struct
{
  guint n_stories;
  GPtrArray *figures; /* of BulFlowFigure */
  GPtrArray *charts;  /* of BulChart */
} DeskCounts;

void desk_counts_free (DeskCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCounts, desk_counts_free)

/* A story to be read, and where in it the words stand. */
typedef struct
{
  BulStory *story;
  GPtrArray *places; /* of BulSearchPlace */
} DeskReading;

void desk_reading_free (DeskReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskReading, desk_reading_free)

/**
 * DeskTagSet:
 * @uids: (element-type utf8): stories, fixed: what comes in later does not join
 * @shares: (element-type BulFlowTagShare): the tags that they have
 * @vocabulary: what they may be given
 * @counts: code → how many stories of the library have it
 */
typedef struct
{
  GPtrArray *uids;
  GPtrArray *shares;
  BulVocabulary *vocabulary;
  GHashTable *counts;
} DeskTagSet;

void desk_tag_set_free (DeskTagSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagSet, desk_tag_set_free)

/* A query that was saved, and how many of the stories that it finds are new. */
typedef struct
{
  BulSavedSearch *search;
  guint n_new;
} DeskSaved;

DeskFinder *desk_finder_new (const char *path);

/* Goes on with another file, or with the same one that is another by now. */
void desk_finder_set_path (DeskFinder *self, const char *path);

/* Lets go of the file, and waits until it has. Nothing may be asked of it until it has a path. */
void desk_finder_close (DeskFinder *self);

void desk_finder_find_first_async (DeskFinder *self,
                                   const DeskQuestion *question,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
DeskFirst *desk_finder_find_first_finish (DeskFinder *self, GAsyncResult *result, GError **error);

void desk_finder_find_all_async (DeskFinder *self,
                                 const DeskQuestion *question,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
DeskAll *desk_finder_find_all_finish (DeskFinder *self, GAsyncResult *result, GError **error);

void desk_finder_count_async (DeskFinder *self,
                              const DeskQuestion *question,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DeskCounts *desk_finder_count_finish (DeskFinder *self, GAsyncResult *result, GError **error);

/* @docids: (element-type gint64) */
void desk_finder_load_async (DeskFinder *self,
                             const DeskQuestion *question,
                             const GArray *docids,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Returns: (element-type DeskDetail): one for each, in their order */
GPtrArray *desk_finder_load_finish (DeskFinder *self, GAsyncResult *result, GError **error);

void desk_finder_read_async (DeskFinder *self,
                             const DeskQuestion *question,
                             gint64 docid,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
DeskReading *desk_finder_read_finish (DeskFinder *self, GAsyncResult *result, GError **error);

/* What is to be known of stories before their tags are changed. @docids: (element-type gint64) */
void desk_finder_gather_async (DeskFinder *self,
                               const DeskQuestion *question,
                               const GArray *docids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
DeskTagSet *desk_finder_gather_finish (DeskFinder *self, GAsyncResult *result, GError **error);

void desk_finder_load_vocabulary_async (DeskFinder *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Returns: (transfer full) */
BulVocabulary *
desk_finder_load_vocabulary_finish (DeskFinder *self, GAsyncResult *result, GError **error);

void desk_finder_list_saved_async (DeskFinder *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Returns: (transfer full) (element-type DeskSaved) */
GPtrArray *desk_finder_list_saved_finish (DeskFinder *self, GAsyncResult *result, GError **error);

G_END_DECLS
