/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-scan-private.h"

#include <string.h>

/*
 * Two automata over bytes. A state is a number of bits; the row of a byte holds, for each state and
 * shifted by it, the state that the byte leads to. So a byte costs a load and a shift and no
 * branch, for where a Korean word ends no processor can foretell. What a row does not name leads to
 * STOP, and nothing leads out of it.
 */
#define STATE(number) ((number) *6)
#define TO(from, to) ((guint64) (to) << (from))
#define NEXT(rows, state, byte) ((rows)[byte] >> ((state) &63))
#define IS(state, name) (((state) &63) == (name))

#define STOP STATE (0)
#define START STATE (1) /* before a character */

/* Of UTF-8: how many bytes are still to come, and after which leads they are not free. */
#define ONE STATE (2)
#define TWO STATE (3)
#define THREE STATE (4)
#define AFTER_E0 STATE (5)
#define AFTER_ED STATE (6)
#define AFTER_F0 STATE (7)
#define AFTER_F4 STATE (8)

#define TRAIL (TO (ONE, START) | TO (TWO, ONE) | TO (THREE, TWO))

static const guint64 utf8_rows[256] = {
  [0x00 ... 0x7f] = TO (START, START),
  /* the bytes that follow */
  [0x80 ... 0x8f] = TRAIL | TO (AFTER_ED, ONE) | TO (AFTER_F4, TWO),
  [0x90 ... 0x9f] = TRAIL | TO (AFTER_ED, ONE) | TO (AFTER_F0, TWO),
  [0xa0 ... 0xbf] = TRAIL | TO (AFTER_E0, ONE) | TO (AFTER_F0, TWO),
  /* the bytes that lead */
  [0xc2 ... 0xdf] = TO (START, ONE),
  [0xe0] = TO (START, AFTER_E0),
  [0xe1 ... 0xec] = TO (START, TWO),
  [0xed] = TO (START, AFTER_ED),
  [0xee ... 0xef] = TO (START, TWO),
  [0xf0] = TO (START, AFTER_F0),
  [0xf1 ... 0xf3] = TO (START, THREE),
  [0xf4] = TO (START, AFTER_F4),
};

/*
 * Of plain characters, as far as Korean and English scripts are full of them: U+0000–02FF,
 * 2002–203F, 2480–27FF, 4000–9FFF, Hangul. Bytes that follow and decide nothing stay in START.
 */
#define IN_E2 STATE (2)
#define IN_E2_80 STATE (3) /* begins with two spaces that have doubles */
#define IN_EA STATE (4)    /* Hangul from U+AC00 on */
#define IN_ED STATE (5)    /* Hangul, safely up to U+D77F */

#define ANYWHERE TO (START, START)

static const guint64 plain_rows[256] = {
  ['\t'] = ANYWHERE,
  ['\n'] = ANYWHERE,
  ['\r'] = ANYWHERE,
  [0x20 ... 0x7f] = ANYWHERE,
  /* the bytes that follow */
  [0x80] = ANYWHERE | TO (IN_ED, START) | TO (IN_E2, IN_E2_80),
  [0x81] = ANYWHERE | TO (IN_ED, START),
  [0x82 ... 0x91] = ANYWHERE | TO (IN_ED, START) | TO (IN_E2_80, START),
  [0x92 ... 0x9d] = ANYWHERE | TO (IN_ED, START) | TO (IN_E2_80, START) | TO (IN_E2, START),
  [0x9e ... 0x9f] = ANYWHERE | TO (IN_E2_80, START) | TO (IN_E2, START),
  [0xa0 ... 0xaf] = ANYWHERE | TO (IN_E2_80, START),
  [0xb0 ... 0xbf] = ANYWHERE | TO (IN_E2_80, START) | TO (IN_EA, START),
  /* the bytes that lead */
  [0xc2 ... 0xcb] = ANYWHERE,
  [0xe2] = TO (START, IN_E2),
  [0xe4 ... 0xe9] = ANYWHERE,
  [0xea] = TO (START, IN_EA),
  [0xeb ... 0xec] = ANYWHERE,
  [0xed] = TO (START, IN_ED),
};

static gboolean
is_ascii (const guchar *block)
{
  guint64 words[2];

  memcpy (words, block, sizeof words);
  return ((words[0] | words[1]) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static gboolean
is_printable_ascii (const guchar *block)
{
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 blanks = G_GUINT64_CONSTANT (0x2020202020202020);
  guint64 words[2];

  /* Where a byte is under 0x20, taking that from it borrows from the byte above. */
  memcpy (words, block, sizeof words);
  return ((words[0] | words[1] | (words[0] - blanks) | (words[1] - blanks)) & tops) == 0;
}

/* Asks slowly, which for a few bytes does not matter. */
static gsize
find_broken (const guchar *data, gsize at, gsize length)
{
  const char *next = (const char *) data + at;
  const char *end = (const char *) data + length;

  while (!g_utf8_validate_len (next, (gsize) (end - next), &next) && *next == '\0')
    next++;
  return (gsize) ((const guchar *) next - data);
}

gsize
bul_scan_valid (const guchar *data, gsize length)
{
  guint64 state = START;
  guint64 before = START;
  gsize at = 0;

  for (; length - at >= BUL_SCAN_BLOCK; at += BUL_SCAN_BLOCK)
    {
      before = state;
      if (IS (state, START) && is_ascii (data + at))
        continue;
      for (guint i = 0; i < BUL_SCAN_BLOCK; i++)
        state = NEXT (utf8_rows, state, data[at + i]);
      if (IS (state, STOP))
        break;
      before = state;
    }

  if (!IS (before, START))
    while ((data[--at] & 0xc0) == 0x80)
      continue;
  return find_broken (data, at, length);
}

gsize
bul_scan_broken (const guchar *data, gsize length)
{
  gsize n_bytes = 1;

  while (n_bytes < MIN (length, 3) && (data[n_bytes] & 0xc0) == 0x80)
    n_bytes++;
  return n_bytes;
}

gsize
bul_scan_plain (const char *text, gsize length)
{
  const guchar *data = (const guchar *) text;
  guint64 state = START;
  gsize at = 0;

  for (; length - at >= BUL_SCAN_BLOCK; at += BUL_SCAN_BLOCK)
    {
      if (IS (state, START) && is_printable_ascii (data + at))
        continue;
      for (guint i = 0; i < BUL_SCAN_BLOCK; i++)
        state = NEXT (plain_rows, state, data[at + i]);
      if (IS (state, STOP))
        break;
    }

  while (at > 0 && at < length && (data[at] & 0xc0) == 0x80)
    at--;
  return at;
}
