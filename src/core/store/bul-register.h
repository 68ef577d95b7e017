/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-notice.h"
#include "bul-search.h"

G_BEGIN_DECLS

/* The register of corrections over all stories, and of notices that tell no correction: replies and
 * follow-ups. */

/* What is due next. */
typedef enum
{
  BUL_DUE_NOTHING,
  BUL_DUE_ANSWER, /* to whom asked, within three days */
  BUL_DUE_NOTICE, /* within seven */
} BulDue;

extern const char *const bul_due_words[];

typedef struct
{
  char *uid;
  char *headline;
  char *programme;
  char *aired;          /* day; or NULL */
  char *key;            /* `c3`, or `n2` of a notice that tells no correction */
  BulClass error_class; /* 0 of a notice */
  BulWeight weight;
  BulCorrectionState state;
  BulReads reads;
  BulFoundBy found_by;
  char *by;
  char *at;
  char *approved_by;
  char *published_at;
  char *was;
  char *now;
  char *reason;
  char *targets; /* “broadcast fixed, web open” */
  char *kinds;   /* of its notices, such as “correction reply” */
  BulBasis basis;
  BulDue due;
  char *due_on; /* day; or NULL */
  gboolean late;
} BulRegisterRow;

/* What is not said takes all. Days are YYYY-MM-DD, those of the story. */
typedef struct
{
  BulClass error_class;
  BulCorrectionState state;
  const char *programme; /* as queries compare it: a part of the name */
  const char *since;
  const char *until;
  gboolean late;
  const char *today; /* what is due before this day is late */
} BulRegisterFilter;

gboolean bul_register_row_passes (const BulRegisterRow *row, const BulRegisterFilter *filter);

/*
 * @search: (nullable): only stories that answer. It can be cancelled: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type BulRegisterRow): the latest aired first
 */
GPtrArray *bul_register_list (BulStore *store,
                              BulSearch *search,
                              const BulRegisterFilter *filter,
                              GCancellable *cancellable,
                              GError **error);

/* So many of a month, of each class; [0] are notices that tell no correction. */
typedef struct
{
  char month[8]; /* YYYY-MM; or empty for stories without a day */
  guint n[BUL_CLASS_OTHER + 1];
  guint total;
} BulRegisterMonth;

/* Returns: (transfer full) (element-type BulRegisterMonth): of @rows, the latest month first */
GArray *bul_register_count (const GPtrArray *rows);

G_END_DECLS
