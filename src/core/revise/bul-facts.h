/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/*
 * What is known of a story as a whole, said or put right by a person. Words are kept in normal
 * form; none at all is “not known”. Each deed is one step.
 */

/* The headline of the original script, word by word, so that what stands on its words stays; the
 * page's title where no line is the headline. */
gboolean bul_facts_set_headline (BulHistory *history, const char *headline, GError **error);

gboolean bul_facts_set_slug (BulHistory *history, const char *slug, GError **error);
gboolean bul_facts_set_programme (BulHistory *history, const char *programme, GError **error);

/* @date: YYYY-MM-DD, also with blanks, dots or slashes between, as people write it. Refused with
 * %BUL_ERROR_INVALID where there is no such day. */
gboolean bul_facts_set_bulletin_date (BulHistory *history, const char *date, GError **error);

/* @language: of the original script, `ko` or `en`; %NULL is not known. */
gboolean bul_facts_set_language (BulHistory *history, const char *language, GError **error);

/*
 * Returns: (transfer full) (nullable): the day that the page itself gives, for a person to confirm:
 * when it was aired, else the date at its head, else when it was published or first entered.
 */
char *bul_facts_dup_likely_date (const BulStory *story);

/* The house whose programme it is; %NULL where the programme is not known by name. */
const char *bul_facts_get_house (const BulStory *story);

G_END_DECLS
