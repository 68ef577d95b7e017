/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-register-item.h"

G_BEGIN_DECLS

/* Besides the classes: notices that tell no correction. */
#define DESK_REGISTER_NOTICES (BUL_CLASS_OTHER + 1)

/* Besides the states: what is neither published nor withdrawn. */
#define DESK_REGISTER_OPEN (BUL_CORRECTION_WITHDRAWN + 1)

/* What of the register is shown: what all of it says. %NULL and 0 take everything. */
typedef struct
{
  char *period;      /* “2026-03-01..2026-03-31”: days of the stories */
  char *programme;   /* its whole name */
  char *by;          /* who raised it */
  guint error_class; /* BulClass, or one more */
  guint state;       /* BulCorrectionState, or one more */
  gboolean late;
  GStrv words; /* folded, all of which are in it */
} DeskRegisterFilter;

void desk_register_filter_clear (DeskRegisterFilter *self);

/* @text: what was typed */
void desk_register_filter_set_text (DeskRegisterFilter *self, const char *text);

/* Whether nothing is left out. */
gboolean desk_register_filter_is_open (const DeskRegisterFilter *self);

gboolean desk_register_filter_takes (const DeskRegisterFilter *self, DeskRegisterItem *item);

/* Returns: (transfer full): the first day of @month (YYYY-MM) and its last, as a period. */
char *desk_register_filter_dup_month (const char *month);

/* Returns: (transfer full) (element-type DeskChoiceOption): the periods that people ask for, seen
 * from @today (YYYY-MM-DD). */
GPtrArray *desk_register_filter_list_periods (const char *today);

G_END_DECLS
