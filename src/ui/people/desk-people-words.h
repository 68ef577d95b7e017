/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-duplicates.h"

G_BEGIN_DECLS

/* Returns: (transfer full): “강태윤 · Kang Tae-yoon”. */
char *desk_people_dup_names (const BulFlowPerson *person);

/* Returns: (transfer full): what the picture of somebody stands for: the family name, or the whole
 * one where nobody knows it. */
char *desk_people_dup_family (const BulFlowPerson *person);

/* Returns: (transfer full): from one day to another, or the day; @first and @last (YYYY-MM-DD) may
 * be empty. */
char *desk_people_dup_days (const char *first, const char *last);

/* Returns: (transfer full): how often somebody is heard. */
char *desk_people_dup_bites (guint n_bites);

/* Returns: (transfer full): why two may be the same; @reasons of BulAlike. */
char *desk_people_dup_reasons (guint reasons);

G_END_DECLS
