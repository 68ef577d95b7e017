/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-enum.h"
#include "bul-finding.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_SEVERITY_ERROR = 1, /* words are lost, or are not what was said */
  BUL_SEVERITY_WARNING,   /* what was understood may be wrong */
  BUL_SEVERITY_NOTE,      /* good to know, and right as it is */
} BulSeverity;

extern const char *const bul_severity_words[];

/**
 * BulFindingCode:
 * @code: stable: scripts outside rely on it
 * @message: what was noticed, in a sentence
 * @meaning: how it comes about, and what was made of it
 * @remedy: what to do
 *
 * Whatever reading or a check may notice has a row in one table. The words are English and marked
 * for translation.
 */
typedef struct
{
  const char *code;
  BulSeverity severity;
  const char *message;
  const char *meaning;
  const char *remedy;
} BulFindingCode;

extern const BulFindingCode bul_finding_codes[];
extern const guint bul_n_finding_codes;

/* The row of @code, or %NULL. */
const BulFindingCode *bul_finding_codes_find (const char *code);

/* Returns: (transfer full): a finding at @line with the words of its row. */
BulFinding *bul_finding_codes_make (guint line, const char *code);

G_END_DECLS
