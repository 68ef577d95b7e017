/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart.h"
#include "bul-query.h"

G_BEGIN_DECLS

/* Calls months and classes of @chart what people at the desk call them; their keys stay. */
void desk_chart_words_put (BulChart *chart);

/* A part of a query. */
typedef struct
{
  BulQueryField field;
  char *value;
} DeskTerm;

void desk_term_clear (DeskTerm *self);

/* Returns: (transfer full) (element-type DeskTerm): what is to be asked for, so that what a shape
 * of
 * @chart counts is found. */
GArray *desk_chart_words_list_terms (const BulChart *chart, guint category, guint series);

G_END_DECLS
