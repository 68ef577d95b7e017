/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-charset-private.h"
#include "bul-mojibake-private.h"

#define FIRST_HIGH 0x80

/* What Mac OS Roman has for the bytes 80–FF. */
static const gunichar mac_roman[] = {
  0xc4,   0xc5,   0xc7,   0xc9,   0xd1,   0xd6,   0xdc,   0xe1,   /* 80 */
  0xe0,   0xe2,   0xe4,   0xe3,   0xe5,   0xe7,   0xe9,   0xe8,   /* 88 */
  0xea,   0xeb,   0xed,   0xec,   0xee,   0xef,   0xf1,   0xf3,   /* 90 */
  0xf2,   0xf4,   0xf6,   0xf5,   0xfa,   0xf9,   0xfb,   0xfc,   /* 98 */
  0x2020, 0xb0,   0xa2,   0xa3,   0xa7,   0x2022, 0xb6,   0xdf,   /* a0 */
  0xae,   0xa9,   0x2122, 0xb4,   0xa8,   0x2260, 0xc6,   0xd8,   /* a8 */
  0x221e, 0xb1,   0x2264, 0x2265, 0xa5,   0xb5,   0x2202, 0x2211, /* b0 */
  0x220f, 0x03c0, 0x222b, 0xaa,   0xba,   0x03a9, 0xe6,   0xf8,   /* b8 */
  0xbf,   0xa1,   0xac,   0x221a, 0x0192, 0x2248, 0x2206, 0xab,   /* c0 */
  0xbb,   0x2026, 0xa0,   0xc0,   0xc3,   0xd5,   0x0152, 0x0153, /* c8 */
  0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0xf7,   0x25ca, /* d0 */
  0xff,   0x0178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02, /* d8 */
  0x2021, 0xb7,   0x201a, 0x201e, 0x2030, 0xc2,   0xca,   0xc1,   /* e0 */
  0xcb,   0xc8,   0xcd,   0xce,   0xcf,   0xcc,   0xd3,   0xd4,   /* e8 */
  0xf8ff, 0xd2,   0xda,   0xdb,   0xd9,   0x0131, 0x02c6, 0x02dc, /* f0 */
  0xaf,   0x02d8, 0x02d9, 0x02da, 0xb8,   0x02dd, 0x02db, 0x02c7, /* f8 */
};

G_STATIC_ASSERT (G_N_ELEMENTS (mac_roman) == 0x100 - FIRST_HIGH);

/* What normal form has put in the place of others that two or three bytes gave. */
static const struct
{
  gunichar now;
  gunichar was;
} singletons[] = {
  /* signs */
  { ';', 0x037e },
  { 0x02b9, 0x0374 },
  { 0x0300, 0x0340 },
  { 0x0301, 0x0341 },
  { 0x0313, 0x0343 },
  /* Greek vowels with an accent */
  { 0x03ac, 0x1f71 },
  { 0x03ad, 0x1f73 },
  { 0x03ae, 0x1f75 },
  { 0x03af, 0x1f77 },
  { 0x03cc, 0x1f79 },
  { 0x03cd, 0x1f7b },
  { 0x03ce, 0x1f7d },
};

static guint8
find_high (const gunichar *chars, guint n_chars, gunichar c)
{
  for (guint i = 0; i < n_chars; i++)
    if (chars[i] == c)
      return (guint8) (FIRST_HIGH + i);
  return 0;
}

guint8
bul_mojibake_byte (BulMojibakeTable table, gunichar c)
{
  if (c == 0xfffd)
    return BUL_MOJIBAKE_UNKNOWN;
  if (c < FIRST_HIGH)
    return (guint8) c;
  if (table == BUL_MOJIBAKE_MAC_ROMAN)
    return find_high (mac_roman, G_N_ELEMENTS (mac_roman), c);
  return c < 0x100 ? (guint8) c : find_high (bul_charset_windows_1252_from_80, 0x20, c);
}

static void
set_utf8 (BulMojibakeOrigin *origin, gunichar c)
{
  origin->n_bytes = (guint) g_unichar_to_utf8 (c, (char *) origin->bytes);
}

guint
bul_mojibake_find_origins (BulMojibakeTable table,
                           gboolean mixed,
                           gunichar c,
                           BulMojibakeOrigin origins[BUL_MOJIBAKE_MOST_ORIGINS])
{
  guint8 byte = bul_mojibake_byte (table, c);
  guint n = 0;

  if (byte != 0)
    origins[n++] = (BulMojibakeOrigin){ { byte }, 1 };
  if (!mixed || c == 0xfffd)
    return n;

  if (c >= FIRST_HIGH)
    set_utf8 (&origins[n++], c);
  for (guint i = 0; i < G_N_ELEMENTS (singletons); i++)
    if (singletons[i].now == c)
      set_utf8 (&origins[n++], singletons[i].was);
  return n;
}
