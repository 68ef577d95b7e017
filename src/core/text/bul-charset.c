/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-charset-private.h"

#include <errno.h>
#include <string.h>

#include "bul-cp949-private.h"
#include "bul-scan-private.h"

#define REPLACEMENT "\357\277\275"

static void
note_bad (BulCharsetReading *reading, gsize at)
{
  if (reading->n_bad == 0)
    {
      reading->first_bad = at;
      reading->first_bad_out = reading->text->len;
    }
  reading->n_bad++;
  g_string_append (reading->text, REPLACEMENT);
}

static void
read_utf8 (const BulCharset *self, BulBytes bytes, BulCharsetReading *reading)
{
  gsize at = 0;
  gsize n_valid = MIN (reading->n_known_utf8, bytes.length);

  while (TRUE)
    {
      if (n_valid == 0)
        n_valid = bul_scan_valid (bytes.data + at, bytes.length - at);
      g_string_append_len (reading->text, (const char *) bytes.data + at, (gssize) n_valid);
      at += n_valid;
      if (at == bytes.length)
        return;

      note_bad (reading, at);
      at += bul_scan_broken (bytes.data + at, bytes.length - at);
      n_valid = 0;
    }
}

static void
convert (GIConv converter, gsize unit, BulBytes bytes, gsize start, BulCharsetReading *reading)
{
  char *from = (char *) bytes.data;
  gsize n_left = bytes.length;

  while (n_left > 0)
    {
      char out[16384];
      char *to = out;
      gsize n_free = sizeof out;
      gboolean fits = g_iconv (converter, &from, &n_left, &to, &n_free) != (gsize) -1;
      int cause = errno;

      g_string_append_len (reading->text, out, to - out);
      if (!fits && cause != E2BIG)
        {
          gsize n_bad = MIN (unit, n_left);

          note_bad (reading, start + bytes.length - n_left);
          from += n_bad;
          n_left -= n_bad;
        }
    }
}

static void
read_by_iconv (const BulCharset *self, BulBytes bytes, BulCharsetReading *reading)
{
  GIConv converter = g_iconv_open ("UTF-8", self->name);

  g_assert (converter != (GIConv) -1);
  convert (converter, self->unit, bytes, 0, reading);
  g_iconv_close (converter);
}

/* After a byte that does not fit, iconv pairs the second half of a syllable with the next one. */
static void
read_damaged_cp949 (BulBytes bytes, BulCharsetReading *reading)
{
  GIConv converter = g_iconv_open ("UTF-8", bul_charset_cp949.name);
  g_autofree guint8 *cut = bul_cp949_cut (bytes.data, bytes.length);

  g_assert (converter != (GIConv) -1);

  for (gsize at = 0; at < bytes.length;)
    {
      gsize end = at;

      while (end < bytes.length && (cut[end] == 2 || bytes.data[end] < 0x80))
        end += cut[end];
      convert (converter, 1, (BulBytes){ bytes.data + at, end - at }, at, reading);
      if (end < bytes.length)
        note_bad (reading, end++);
      at = end;
    }

  g_iconv_close (converter);
}

static void
read_cp949 (const BulCharset *self, BulBytes bytes, BulCharsetReading *reading)
{
  gsize length_before = reading->text->len;

  read_by_iconv (self, bytes, reading);
  if (reading->n_bad == 0)
    return;

  g_string_truncate (reading->text, length_before);
  reading->n_bad = 0;
  read_damaged_cp949 (bytes, reading);
}

const gunichar bul_charset_windows_1252_from_80[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 80 */
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,      /* 88 */
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 90 */
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178, /* 98 */
};

static void
read_windows_1252 (const BulCharset *self, BulBytes bytes, BulCharsetReading *reading)
{
  for (gsize i = 0; i < bytes.length; i++)
    {
      guchar byte = bytes.data[i];
      gunichar c = byte;

      if (byte >= 0x80 && byte < 0xa0)
        c = bul_charset_windows_1252_from_80[byte - 0x80];
      if (byte < 0x80)
        g_string_append_c (reading->text, (char) byte);
      else if (c != 0)
        g_string_append_unichar (reading->text, c);
      else
        note_bad (reading, i);
    }
}

const BulCharset bul_charset_utf8 = { "UTF-8", read_utf8, 1 };
const BulCharset bul_charset_cp949 = { "CP949", read_cp949, 1 };
const BulCharset bul_charset_iso_2022_kr = { "ISO-2022-KR", read_by_iconv, 1 };
const BulCharset bul_charset_utf16le = { "UTF-16LE", read_by_iconv, 2 };
const BulCharset bul_charset_utf16be = { "UTF-16BE", read_by_iconv, 2 };
const BulCharset bul_charset_windows_1252 = { "windows-1252", read_windows_1252, 1 };

/*
 * Names without punctuation, in lower case. What calls itself EUC-KR or KS X 1001 is read as CP949,
 * which holds all of it and is what Korean programs write under those names.
 */
static const struct
{
  const char *name;
  const BulCharset *charset;
} names[] = {
  { "utf8", &bul_charset_utf8 },
  { "ascii", &bul_charset_utf8 },
  { "usascii", &bul_charset_utf8 },
  /* Korean */
  { "cp949", &bul_charset_cp949 },
  { "ms949", &bul_charset_cp949 },
  { "windows949", &bul_charset_cp949 },
  { "uhc", &bul_charset_cp949 },
  { "euckr", &bul_charset_cp949 },
  { "ksc5601", &bul_charset_cp949 },
  { "ksc56011987", &bul_charset_cp949 },
  { "ksx1001", &bul_charset_cp949 },
  { "iso2022kr", &bul_charset_iso_2022_kr },
  /* two bytes a character; a byte order mark goes before the name */
  { "utf16", &bul_charset_utf16le },
  { "utf16le", &bul_charset_utf16le },
  { "utf16be", &bul_charset_utf16be },
  { "unicode", &bul_charset_utf16le },
  /* English */
  { "windows1252", &bul_charset_windows_1252 },
  { "cp1252", &bul_charset_windows_1252 },
  { "latin1", &bul_charset_windows_1252 },
  { "iso88591", &bul_charset_windows_1252 },
};

static char *
plain_name (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (plain, g_ascii_tolower (*at));
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
iconv_knows (const char *name)
{
  GIConv converter = (GIConv) -1;

  /* To iconv no name is the locale's, and what follows a slash is an instruction. */
  if (*name == '\0' || strchr (name, '/') != NULL)
    return FALSE;

  converter = g_iconv_open ("UTF-8", name);
  if (converter == (GIConv) -1)
    return FALSE;

  g_iconv_close (converter);
  return TRUE;
}

gboolean
bul_charset_is_installed (const BulCharset *self)
{
  gboolean needs_iconv = self->read == read_by_iconv || self->read == read_cp949;

  return !needs_iconv || iconv_knows (self->name);
}

gboolean
bul_charset_find (const char *name, BulCharset *charset)
{
  g_autofree char *plain = plain_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, plain))
      {
        *charset = *names[i].charset;
        return TRUE;
      }

  if (!iconv_knows (name))
    return FALSE;

  *charset = (BulCharset){ g_intern_string (name), read_by_iconv, 1 };
  return TRUE;
}
