/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What kind of run a character belongs to. */
typedef enum
{
  BUL_TOKEN_CHAR_NONE, /* parts runs */
  BUL_TOKEN_CHAR_HANGUL,
  BUL_TOKEN_CHAR_HAN,  /* and kana */
  BUL_TOKEN_CHAR_WORD, /* letters and digits */
  BUL_TOKEN_CHAR_MARK, /* stands over the letter before it */
  BUL_TOKEN_CHAR_VERBATIM,
  BUL_TOKEN_CHAR_BOUNDARY, /* of lines: nothing is found across it */
} BulTokenCharKind;

/* A character as it is compared: composed, without accent, of one case and width. */
typedef struct
{
  BulTokenCharKind kind;
  gunichar c;
  gsize start;
  gsize end;
} BulTokenChar;

/* The character of @text at byte @at, which is before @length. */
BulTokenChar bul_token_char_read (const char *text, gsize length, gsize at);

G_END_DECLS
