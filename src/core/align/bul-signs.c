/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-signs.h"

#include "bul-chars.h"

/* A quotation that nobody closes is taken to end after so many sentences. */
#define LONGEST_QUOTATION 6

typedef enum
{
  NO_QUOTE,
  OPENS,
  CLOSES,
} Quote;

/* A straight mark opens at the start and behind a blank or a bracket. */
static Quote
read_quote (gunichar c, gunichar before)
{
  switch (c)
    {
    case 0x201c:
    case 0x300c:
      return OPENS;
    case 0x201d:
    case 0x300d:
      return CLOSES;
    case '"':
      return before == 0 || before == '(' || before == '[' || bul_chars_is_blank (before) ? OPENS
                                                                                          : CLOSES;
    default:
      return NO_QUOTE;
    }
}

static gboolean
is_closer (gunichar c)
{
  return c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x300f
         || read_quote (c, 'a') == CLOSES;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002;
}

/* @inside: (inout): for how many sentences a quotation has been going on */
static guint8
read_sentence (const char *sentence, guint *inside)
{
  gunichar before = 0;
  gunichar last = 0;
  gboolean is_first = TRUE;
  guint8 signs = *inside > 0 ? BUL_SIGN_BEGINS_INSIDE : 0;

  for (const char *p = sentence; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Quote quote = read_quote (c, before);

      before = c;
      if (!is_closer (c) && !bul_chars_is_blank (c))
        last = c;
      if (c == '?' || c == 0xff1f)
        signs |= BUL_SIGN_ASKS;
      if (quote == NO_QUOTE)
        continue;
      signs |= BUL_SIGN_QUOTES;
      /* The first mark tells what was before it. */
      if (is_first)
        signs = (guint8) (quote == CLOSES ? signs | BUL_SIGN_BEGINS_INSIDE
                                          : signs & ~BUL_SIGN_BEGINS_INSIDE);
      *inside = quote == OPENS;
      is_first = FALSE;
    }
  if (*inside > 0)
    signs |= BUL_SIGN_ENDS_INSIDE;
  *inside = *inside == 0 || *inside == LONGEST_QUOTATION ? 0 : *inside + 1;
  return is_stop (last) ? signs : (guint8) (signs | BUL_SIGN_UNSTOPPED);
}

guint8 *
bul_signs_read (const char *const *sentences, guint n)
{
  guint8 *signs = g_new0 (guint8, MAX (n, 1));
  guint inside = 0;

  for (guint i = 0; i < n; i++)
    signs[i] = read_sentence (sentences[i], &inside);
  return signs;
}
