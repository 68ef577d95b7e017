/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-decode.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-charset-private.h"
#include "bul-error.h"
#include "bul-lines.h"

#define REPLACEMENT "\357\277\275"

static const struct
{
  const char *bytes;
  gsize length;
  const BulCharset *charset;
} marks[] = {
  { "\xef\xbb\xbf", 3, &bul_charset_utf8 },
  { "\xff\xfe", 2, &bul_charset_utf16le },
  { "\xfe\xff", 2, &bul_charset_utf16be },
};

/* Files that are handed in for text, by what they begin with. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *what;
} foreign[] = {
  { "%PDF-", 5, N_ ("a PDF") },
  { "PK\003\004", 4, N_ ("a DOCX, HWPX or ZIP file") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an HWP or DOC file") },
  { "\x89PNG", 4, N_ ("a picture (PNG)") },
  { "\xff\xd8\xff", 3, N_ ("a picture (JPEG)") },
  { "\x1f\x8b", 2, N_ ("a compressed file (gzip)") },
};

/* What one pass over the text finds out. */
typedef struct
{
  gsize n_lf;
  gsize n_crlf;
  gsize n_cr;
  gsize n_separators; /* U+2028, U+2029 */
  guint n_forbidden;
  gsize first_forbidden;
} Survey;

static gboolean
begins_with (BulBytes bytes, const char *start, gsize length)
{
  return bytes.length >= length && memcmp (bytes.data, start, length) == 0;
}

/* Returns: bytes of the mark, or 0. */
static gsize
find_mark (BulBytes bytes, const BulCharset **charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins_with (bytes, marks[i].bytes, marks[i].length))
      {
        *charset = marks[i].charset;
        return marks[i].length;
      }
  return 0;
}

/* Returns: bytes of the character at @at that XML cannot hold, or 0. */
static gsize
forbidden_length (const guchar *at, gsize left)
{
  if (at[0] < 0x20)
    return at[0] == '\t' || at[0] == '\n' || at[0] == '\r' ? 0 : 1;
  return at[0] == 0xef && left > 2 && at[1] == 0xbf && at[2] >= 0xbe ? 3 : 0;
}

static void
survey_byte (Survey *survey, const guchar *data, gsize i, gsize length)
{
  if (data[i] == '\n' && i > 0 && data[i - 1] == '\r')
    survey->n_crlf++;
  else if (data[i] == '\n')
    survey->n_lf++;
  else if (data[i] == '\r')
    survey->n_cr++;
  else if (data[i] == 0xe2 && data[i + 1] == 0x80 && (data[i + 2] | 1) == 0xa9)
    survey->n_separators++;
  else if (forbidden_length (data + i, length - i) > 0 && survey->n_forbidden++ == 0)
    survey->first_forbidden = i;
}

/*
 * Only a byte under 0x20, E2 or EF may matter to a survey. Returns: the top bit of each one among
 * eight bytes, the first byte lowest; a byte that follows one of them may be among them wrongly.
 */
static guint64
find_what_may_matter (const guchar *bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word = 0;
  guint64 e2 = 0;
  guint64 ef = 0;

  memcpy (&word, bytes, sizeof word);
  word = GUINT64_FROM_LE (word);
  e2 = word ^ (ones * 0xe2);
  ef = word ^ (ones * 0xef);
  return (((word - ones * 0x20) & ~word) | ((e2 - ones) & ~e2) | ((ef - ones) & ~ef))
         & (ones * 0x80);
}

static Survey
survey_text (const char *text, gsize length)
{
  const guchar *data = (const guchar *) text;
  Survey survey = { 0 };
  gsize at = 0;

  for (; length - at >= sizeof (guint64); at += sizeof (guint64))
    for (guint64 left = find_what_may_matter (data + at); left != 0; left &= left - 1)
      survey_byte (&survey, data, at + (gsize) __builtin_ctzll (left) / 8, length);
  for (; at < length; at++)
    survey_byte (&survey, data, at, length);

  survey.n_cr -= survey.n_crlf;
  return survey;
}

static const char *
line_ends_word (const Survey *survey)
{
  gsize n_ends = survey->n_lf + survey->n_crlf + survey->n_cr + survey->n_separators;

  if (n_ends == 0)
    return "none";
  if (survey->n_lf == n_ends)
    return "lf";
  if (survey->n_crlf == n_ends)
    return "crlf";
  if (survey->n_cr == n_ends)
    return "cr";
  return "mixed";
}

static guint
line_at (const char *text, gsize length, gsize byte)
{
  BulLines lines;
  const char *start = NULL;
  gsize line_length = 0;
  guint line = 0;

  bul_lines_start (&lines, text, length);
  while (bul_lines_next (&lines, &start, &line_length))
    {
      line++;
      if (byte < (gsize) (lines.at - text))
        break;
    }
  return line;
}

static GString *
replace_forbidden (const GString *text)
{
  const guchar *data = (const guchar *) text->str;
  GString *clean = g_string_sized_new (text->len + 64);
  gsize copied = 0;
  gsize at = 0;

  while (at < text->len)
    {
      gsize n_bytes = forbidden_length (data + at, text->len - at);

      if (n_bytes > 0)
        {
          g_string_append_len (clean, text->str + copied, (gssize) (at - copied));
          g_string_append (clean, REPLACEMENT);
          copied = at + n_bytes;
        }
      at += MAX (n_bytes, 1);
    }

  g_string_append_len (clean, text->str + copied, (gssize) (at - copied));
  return clean;
}

static BulDecoded *
finish (BulCharsetReading *reading)
{
  BulDecoded *decoded = g_new0 (BulDecoded, 1);
  GString *text = reading->text;
  Survey survey = survey_text (text->str, text->len);
  gsize first = G_MAXSIZE;

  if (reading->n_bad > 0)
    first = reading->first_bad_out;
  if (survey.n_forbidden > 0)
    first = MIN (first, survey.first_forbidden);

  decoded->line_ends = line_ends_word (&survey);
  decoded->n_replaced = reading->n_bad + survey.n_forbidden;
  if (decoded->n_replaced > 0)
    decoded->replaced_line = line_at (text->str, text->len, first);

  if (survey.n_forbidden > 0)
    {
      text = replace_forbidden (reading->text);
      g_string_free (reading->text, TRUE);
    }

  decoded->length = text->len;
  decoded->text = g_string_free (text, FALSE);
  reading->text = NULL;
  return decoded;
}

static gboolean
check_not_foreign (BulBytes bytes, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (begins_with (bytes, foreign[i].bytes, foreign[i].length))
      {
        g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_TEXT,
                     _ ("This is %s, not text. Nothing was taken in. Copy its text, or save it as "
                        "plain text, and bring that in."),
                     _ (foreign[i].what));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_fits (const BulCharsetReading *reading,
            const BulCharset *charset,
            gsize skipped,
            GError **error)
{
  if (reading->n_bad == 0)
    return TRUE;

  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_TEXT,
               _ ("The bytes do not fit %s, first at byte %u. Nothing was taken in. Name another "
                  "encoding, or none to have it found out."),
               charset->name, (guint) (skipped + reading->first_bad));
  return FALSE;
}

static gboolean
check_installed (const BulCharset *charset, GError **error)
{
  if (bul_charset_is_installed (charset))
    return TRUE;

  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               _ ("This system cannot read %s. Nothing was taken in. Install the character sets of "
                  "its C library (glibc-gconv-extra, libc6), or bring the text in as UTF-8."),
               charset->name);
  return FALSE;
}

/* A mark speaks for the byte order, whichever was named. */
static BulDecoded *
decode_as (BulBytes bytes, const char *encoding, GError **error)
{
  BulCharset charset;
  const BulCharset *marked = NULL;
  gsize mark_length = find_mark (bytes, &marked);
  BulCharsetReading reading = { 0 };
  BulDecoded *decoded = NULL;

  if (!bul_charset_find (encoding, &charset))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   _ ("No encoding is called “%s”. Nothing was taken in. Use UTF-8, CP949, "
                      "UTF-16LE, UTF-16BE, ISO-2022-KR or windows-1252."),
                   encoding);
      return NULL;
    }

  if (mark_length > 0 && marked->unit == charset.unit && marked->unit == 2)
    charset = *marked;
  else if (mark_length > 0 && !g_str_equal (marked->name, charset.name))
    mark_length = 0;

  if (!check_installed (&charset, error))
    return NULL;

  reading.text = g_string_sized_new (bytes.length + 1);
  charset.read (&charset, bul_bytes_from (bytes, mark_length), &reading);
  if (!check_fits (&reading, &charset, mark_length, error))
    {
      g_string_free (reading.text, TRUE);
      return NULL;
    }

  decoded = finish (&reading);
  decoded->encoding = charset.name;
  decoded->had_bom = mark_length > 0;
  return decoded;
}

static BulDecoded *
decode_by_rule (BulBytes bytes, GError **error)
{
  BulCharsetGuess guess = { NULL, TRUE, 0 };
  gsize mark_length = find_mark (bytes, &guess.charset);
  BulCharsetReading reading = { 0 };
  BulDecoded *decoded = NULL;

  if (mark_length == 0)
    guess = bul_charset_guess (bytes);
  if (guess.charset == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_TEXT,
                           _ ("This is not text: it holds bytes that no script has. Nothing was "
                              "taken in. Save it as plain text, and bring that in."));
      return NULL;
    }

  if (!check_installed (guess.charset, error))
    return NULL;

  reading.text = g_string_sized_new (bytes.length + 1);
  reading.n_known_utf8 = guess.n_known_utf8;
  guess.charset->read (guess.charset, bul_bytes_from (bytes, mark_length), &reading);

  decoded = finish (&reading);
  decoded->encoding = guess.charset->name;
  decoded->had_bom = mark_length > 0;
  decoded->guessed = !guess.is_certain || reading.n_bad > 0;
  return decoded;
}

BulDecoded *
bul_decode (GBytes *bytes, const char *encoding, GError **error)
{
  BulBytes all = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  all.data = g_bytes_get_data (bytes, &all.length);
  if (all.data == NULL)
    all.data = (const guchar *) "";

  if (!check_not_foreign (all, error))
    return NULL;

  return encoding != NULL ? decode_as (all, encoding, error) : decode_by_rule (all, error);
}

void
bul_decoded_free (BulDecoded *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}
