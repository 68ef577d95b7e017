/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/* What sort of public act; a notice may be several at once. */
typedef enum
{
  BUL_NOTICE_CORRECTION = 1,
  BUL_NOTICE_REPLY,
  BUL_NOTICE_FOLLOW_UP,
  BUL_NOTICE_CLARIFICATION,
  BUL_NOTICE_ANNOUNCEMENT,
} BulNoticeKind;

typedef enum
{
  BUL_BASIS_OWN = 1,
  BUL_BASIS_REQUEST,
  BUL_BASIS_MEDIATION,
  BUL_BASIS_ARBITRATION,
  BUL_BASIS_COURT,
} BulBasis;

typedef enum
{
  BUL_USE_PAGE = 1, /* the 공지·정정 text */
  BUL_USE_ON_AIR,   /* what the anchor reads */
} BulNoticeUse;

extern const char *const bul_notice_kind_words[];
extern const char *const bul_basis_words[];
extern const char *const bul_notice_use_words[];

/* The words of a notice in one language for one use. */
typedef struct
{
  BulRecord record;

  char *language;
  BulNoticeUse use;
  gboolean by_hand; /* a person wrote or changed it: it is not generated anew */
  char *text;
} BulNoticeText;

extern const BulRecordType bul_notice_text_type;

/**
 * BulNotice:
 * @key: local key, `n1` …
 * @kinds: a bit (1 << BulNoticeKind) each
 * @corrections: keys of the corrections that it tells
 * @texts: (element-type BulNoticeText)
 *
 * What the public is told.
 */
typedef struct
{
  BulRecord record;

  char *key;
  guint kinds;
  BulBasis basis;
  gboolean apologises;
  GStrv corrections;
  char *by;
  char *at;
  char *published_at;
  GPtrArray *texts;
} BulNotice;

extern const BulRecordType bul_notice_type;

/* The text for @language and @use, or %NULL. */
const BulNoticeText *
bul_notice_get_text (const BulNotice *self, const char *language, BulNoticeUse use);

/* Whether the notice tells anything: one whose corrections were all withdrawn does not.
 * @corrections: (element-type BulCorrection): those of its story. */
gboolean bul_notice_is_live (const BulNotice *self, const GPtrArray *corrections);

G_END_DECLS
