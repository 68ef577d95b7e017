/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Cuts text into what an index of it holds, so that any Hangul is found amid any other: each
 * syllable gives one token, of it and the syllable that follows (대통령은: 대통 통령 령은 은), so
 * that a row of tokens is exactly a piece of the text. Words of letters and digits give a token
 * each, without accents and capitals, and another at the same place for their stem. Han and kana go
 * by pairs as Hangul does. What follows a digit or a letter without a space gives, at the same
 * place, a token for its first syllable too (5월), for a single syllable is looked for nowhere
 * else.
 *
 * Tokens are made in one pass without allocation. Texts may be any bytes.
 */

/* What is read differently is another version: an index of one version is not asked by another. */
#define BUL_TOKEN_VERSION 1

/* Marks that no script has: see bul_token_is_mark(). */
#define BUL_TOKEN_VERBATIM "\356\200\200" /* U+E000: up to the next space, one token as it is */
#define BUL_TOKEN_EXACT "\356\200\201"    /* U+E001 first: words are not stemmed, syllables whole */

typedef enum
{
  BUL_TOKEN_TEXT,
  BUL_TOKEN_QUERY,  /* to be found, followed by anything */
  BUL_TOKEN_PREFIX, /* the same, and the end of it is still being typed */
} BulTokenMode;

/**
 * BulToken:
 * @bytes: as the index holds it; @length bytes, no zero byte at the end
 * @start: the byte of the text where what it stands for begins; it ends before @end
 * @same_place: it stands where the token before it stands
 */
typedef struct
{
  const char *bytes;
  gsize length;
  gsize start;
  gsize end;
  gboolean same_place;
} BulToken;

/* Returns: 0 to go on; anything else ends the pass, which returns it. */
typedef int (*BulTokenFunc) (const BulToken *token, gpointer data);

int bul_token_read (
    const char *text, gsize length, BulTokenMode mode, BulTokenFunc func, gpointer data);

/* Each syllable of Hangul that @text has, once. */
int bul_token_read_syllables (const char *text, gsize length, BulTokenFunc func, gpointer data);

/**
 * BulTokenEnd:
 * @BUL_TOKEN_END_SHUT: the tokens of a query find it, whatever follows
 * @BUL_TOKEN_END_OPEN: it ends with a single syllable, of which only a token begins that is longer
 */
typedef enum
{
  BUL_TOKEN_END_SHUT,
  BUL_TOKEN_END_OPEN,
} BulTokenEnd;

BulTokenEnd bul_token_look_at_end (const char *text);

/* Whether @text is one syllable of Hangul, and nothing else that is looked for. */
gboolean bul_token_is_syllable (const char *text);

/* Whether a token of a query is of one syllable or ideograph, or the beginning of one. */
gboolean bul_token_is_single (const char *bytes, gsize length);

/* One of the marks above, which must be taken out of text that is not ours. */
gboolean bul_token_is_mark (gunichar c);

G_END_DECLS
