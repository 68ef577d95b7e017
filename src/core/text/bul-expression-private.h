/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A regular expression that is given up rather than take long, even where a text of 64 KB was made
 * to trouble it. What is counted is steps and not seconds: it ends alike on each machine.
 */
typedef struct _BulExpression BulExpression;

/* @text: a regular expression of Perl's kind; %NULL with a %G_REGEX_ERROR where it is none. */
BulExpression *bul_expression_new (const char *text, GRegexCompileFlags flags, GError **error);
void bul_expression_free (BulExpression *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulExpression, bul_expression_free)

/* The way through a text, from left to right. All but @info is the walk's own. */
typedef struct
{
  const BulExpression *expression;
  const char *text;
  gsize length;
  gsize at; /* from this byte on it goes on */
  guint n_tries;
  GMatchInfo *info; /* what was found last */
} BulWalk;

/* @text: borrowed; valid UTF-8. */
void bul_walk_init (BulWalk *self, const BulExpression *expression, const char *text);
void bul_walk_clear (BulWalk *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BulWalk, bul_walk_clear)

/* Goes on to the next match that is not empty. %FALSE where there is none; with a %G_REGEX_ERROR
 * where it was given up. */
gboolean bul_walk_next (BulWalk *self, GError **error);

G_END_DECLS
