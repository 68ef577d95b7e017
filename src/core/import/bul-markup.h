/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Text with tags, cut into pieces as browsers cut it, in one pass over whatever stands there: a `<`
 * begins a tag only before a letter of ASCII or before `/`, `!` and `?`, so that `<앵커>` is text.
 * It knows nothing of elements: which tags belong together is for others to find out.
 */
typedef struct
{
  const char *at;
  const char *end;
} BulMarkup;

typedef enum
{
  BUL_MARKUP_TEXT,
  BUL_MARKUP_START,
  BUL_MARKUP_END,
  BUL_MARKUP_OTHER, /* a comment, a declaration, an instruction */
} BulMarkupKind;

/* Longer names, or others than of letters, digits, `-`, `_` and `:`, are not told. */
#define BUL_MARKUP_LONGEST_NAME 31

/* A piece. Its text is not unescaped. @name is that of a tag in lower case, or empty. */
typedef struct
{
  BulMarkupKind kind;
  const char *start;
  gsize length;
  char name[BUL_MARKUP_LONGEST_NAME + 1];
} BulMarkupPiece;

/* An attribute of a start tag: its value is %NULL where there is none. Neither is unescaped. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *value;
  gsize value_length;
} BulMarkupAttribute;

void bul_markup_start (BulMarkup *self, const char *text, gsize length);

/* Returns: %FALSE at the end. */
gboolean bul_markup_next (BulMarkup *self, BulMarkupPiece *piece);

/* After a start tag: passes over everything before the end tag of the same name, or to the end.
 * Returns: where that began; it ends at @self's new place. */
const char *bul_markup_skip_content (BulMarkup *self, const char *name);

/* The attributes of @tag, in order: @at is where to go on, %NULL at first. */
gboolean bul_markup_next_attribute (const BulMarkupPiece *tag,
                                    const char **at,
                                    BulMarkupAttribute *attribute);

/* Returns: (transfer full) (nullable): the value of @name, empty where it has none; not unescaped.
 */
char *bul_markup_dup_attribute (const BulMarkupPiece *tag, const char *name);

/* Appends text that is not a tag, with the references to single characters that every such format
 * has put in; others stay as they are. */
void bul_markup_unescape (GString *out, const char *text, gsize length);

gboolean bul_markup_attribute_is (const BulMarkupAttribute *attribute, const char *name);

G_END_DECLS
