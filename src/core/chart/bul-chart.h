/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How counts are shown. */
typedef enum
{
  BUL_CHART_BARS = 1, /* upright, one on top of the other where there are several series */
  BUL_CHART_NAMES,    /* lying, each beside its name; one series */
  BUL_CHART_LINES,    /* a line for each series */
} BulChartKind;

/* What is counted: a month, a name. */
typedef struct
{
  char *key;         /* what it is called in a query; or NULL */
  char *label;       /* whole: “January 2026” */
  char *short_label; /* beside an axis, where its neighbours say the rest: “Jan” */
} BulChartCategory;

/* What it is parted into: a class, a tag. */
typedef struct
{
  char *key; /* or NULL */
  char *label;
  guint style;    /* its row among the styles of a theme, which tells colour and pattern */
  GArray *values; /* of guint, one for each category; what is missing is 0 */
} BulChartSeries;

/*
 * What a chart shows, and nothing of how: it is painted on a screen and into files, told as a
 * sentence and written as a table, all from here. Its words are those that people read.
 */
typedef struct
{
  BulChartKind kind;
  char *name; /* in files and on a command line: “stories” */
  char *title;
  char *unit;            /* what is counted: “soundbites”; or NULL where the title says so */
  GPtrArray *categories; /* of BulChartCategory */
  GPtrArray *series;     /* of BulChartSeries */
} BulChart;

BulChart *bul_chart_new (BulChartKind kind, const char *name, const char *title, const char *unit);
void bul_chart_free (BulChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulChart, bul_chart_free)

/* @key, @short_label: (nullable): the whole label where the short one is not given. */
void bul_chart_add_category (BulChart *self,
                             const char *key,
                             const char *label,
                             const char *short_label);

/* Adds one whose values are 0 so far. @key: (nullable) */
void bul_chart_add_series (BulChart *self, const char *key, const char *label, guint style);

void bul_chart_set (BulChart *self, guint series, guint category, guint value);
guint bul_chart_get (const BulChart *self, guint series, guint category);

/* Over all series, over all categories, over both. */
guint bul_chart_get_category_total (const BulChart *self, guint category);
guint bul_chart_get_series_total (const BulChart *self, guint series);
guint bul_chart_get_total (const BulChart *self);

/* The largest length that is drawn: that of a pile where bars stand on each other. */
guint bul_chart_get_most (const BulChart *self);

/* Borrowed: what a category is called in a table: months by their key, which sorts. */
const char *bul_chart_get_row_name (const BulChart *self, guint category);

/* Whether it shows anything at all. */
gboolean bul_chart_is_empty (const BulChart *self);

/* Returns: (transfer full): what the chart tells, in words: how many in all, where most and fewest
 * are, and the largest part. */
char *bul_chart_sentence (const BulChart *self);

/* Returns: (transfer full): @value as people read it, its thousands apart. */
char *bul_chart_dup_number (guint value);

G_END_DECLS
