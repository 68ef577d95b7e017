/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const guchar *data;
  gsize length;
} BulBytes;

/*
 * What a reading gave. Where bytes do not fit the encoding, @text has U+FFFD: @first_bad says where
 * that is in the bytes, @first_bad_out in the text. @n_known_utf8 is set before: so many bytes of
 * the start are known to be UTF-8.
 */
typedef struct
{
  GString *text;
  guint n_bad;
  gsize first_bad;
  gsize first_bad_out;
  gsize n_known_utf8;
} BulCharsetReading;

/* One encoding: a constant. To add one, see bul-charset.c. */
typedef struct _BulCharset
{
  const char *name;
  void (*read) (const struct _BulCharset *self, BulBytes bytes, BulCharsetReading *reading);
  gsize unit; /* as many bytes are passed over where they do not fit */
} BulCharset;

extern const BulCharset bul_charset_utf8;
extern const BulCharset bul_charset_cp949;
extern const BulCharset bul_charset_iso_2022_kr;
extern const BulCharset bul_charset_utf16le;
extern const BulCharset bul_charset_utf16be;
extern const BulCharset bul_charset_windows_1252;

/* What windows-1252 has for the bytes 80–9F, where Latin-1 has controls; 0: nothing. */
extern const gunichar bul_charset_windows_1252_from_80[0x20];

/* Returns: %FALSE, @charset untouched, where nobody knows @name. */
gboolean bul_charset_find (const char *name, BulCharset *charset);

/* Some systems keep the tables of the C library in a package of its own. */
gboolean bul_charset_is_installed (const BulCharset *self);

/*
 * The likeliest encoding; %NULL where the bytes are no text. The first @n_known_utf8 bytes are
 * known to be UTF-8, so that nobody need ask again.
 */
typedef struct
{
  const BulCharset *charset;
  gboolean is_certain;
  gsize n_known_utf8;
} BulCharsetGuess;

BulCharsetGuess bul_charset_guess (BulBytes bytes);

static inline BulBytes
bul_bytes_from (BulBytes bytes, gsize at)
{
  return (BulBytes){ bytes.data + at, bytes.length - at };
}

G_END_DECLS
