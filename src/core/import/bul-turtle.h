/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file with more statements is refused, and one whose brackets stand deeper in brackets. */
#define BUL_TURTLE_MOST 2000000
#define BUL_TURTLE_DEEPEST 32

/**
 * BulTurtleTriple:
 * @line: where @object begins, from 1
 * @subject: its address
 * @predicate: its address
 * @object: an address, or words as they are meant
 * @is_address: which of both
 * @language: (nullable): of the words, as the file says it
 *
 * One statement, borrowed for a call. Addresses are whole: without prefixes, and behind their base
 * where the file has one.
 */
typedef struct
{
  guint line;
  const char *subject;
  const char *predicate;
  const char *object;
  gboolean is_address;
  const char *language;
} BulTurtleTriple;

typedef void (*BulTurtleFunc) (const BulTurtleTriple *triple, gpointer data);

/* Whether @text begins as Turtle does, and as no XML. */
gboolean bul_turtle_probe (const char *text);

/*
 * Reads Turtle (https://www.w3.org/TR/turtle/), statement by statement. What is no Turtle is told
 * in
 * @findings, and left out up to the point that ends it; nodes without an address, and lists, are
 * left out with what is said of them.
 *
 * @text: valid UTF-8
 * @findings: (element-type BulFinding): gets what was strange, the first hundred of it
 *
 * Returns: FALSE with %BUL_ERROR_HOSTILE or %BUL_ERROR_TOO_LARGE where a limit was passed
 */
gboolean bul_turtle_read (
    const char *text, BulTurtleFunc func, gpointer data, GPtrArray *findings, GError **error);

G_END_DECLS
