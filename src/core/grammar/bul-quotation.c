/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-quotation-private.h"

#include <string.h>

#include "bul-cue.h"

gboolean
bul_quotation_starts (BulSlice slice)
{
  return bul_slice_starts_quote (slice) > 0 || bul_slice_starts (slice, "'")
         || bul_slice_starts (slice, "‘") || bul_slice_starts (slice, "＇");
}

/* The next colon in @slice from @from on; @length: (out): its bytes. */
const char *
bul_quotation_next_colon (BulSlice slice, const char *from, gsize *length)
{
  const char *narrow = memchr (from, ':', bul_slice_end (slice) - from);
  const char *wide = bul_slice_find (bul_slice (from, bul_slice_end (slice)), "：");

  *length = narrow != NULL && (wide == NULL || narrow < wide) ? 1 : 3;
  return *length == 1 ? narrow : wide;
}

static gboolean
is_in_number (BulSlice slice, const char *colon)
{
  return colon > slice.start && g_ascii_isdigit (colon[-1]) && colon + 1 < bul_slice_end (slice)
         && g_ascii_isdigit (colon[1]);
}

/* The colon that ends the label: before a quotation, or else with a blank before it, or else the
 * first. */
const char *
bul_quotation_find_colon (BulSlice slice, gsize *length)
{
  const char *spaced = NULL;
  const char *first = NULL;
  gsize first_length = 1;
  gsize spaced_length = 1;

  for (const char *p = slice.start; (p = bul_quotation_next_colon (slice, p, length)) != NULL;
       p += *length)
    {
      BulSlice after = bul_slice_trim (bul_slice (p + *length, bul_slice_end (slice)));

      if (p - slice.start > BUL_QUOTATION_LONGEST_LABEL)
        break;
      if (bul_quotation_starts (after))
        return p;
      if (is_in_number (slice, p))
        continue;
      if (spaced == NULL && p > slice.start && p[-1] == ' ')
        {
          spaced = p;
          spaced_length = *length;
        }
      if (first == NULL)
        {
          first = p;
          first_length = *length;
        }
    }
  *length = spaced != NULL ? spaced_length : first_length;
  return spaced != NULL ? spaced : first;
}

/* Quote marks at both ends of @words are not said. */
static BulSlice
without_quotes (BulSlice words)
{
  gsize opening = bul_slice_starts_quote (words);
  gsize closing = bul_slice_ends_quote (words);

  return opening > 0 && closing > 0 && words.length > opening + closing
             ? bul_slice_trim (bul_slice (words.start + opening, bul_slice_end (words) - closing))
             : words;
}

/* Desk copy: the words stand in round brackets, with the places on the tape behind them. */
static BulSlice
without_tape_times (BulSlice words)
{
  BulSlice rest;

  words = bul_slice_trim (bul_slice (words.start + 1, bul_slice_end (words) - 1));
  rest = words;
  while (rest.length > 0 && bul_cue_is_tape_time (bul_slice_take_last_word (&rest)))
    words = rest;
  return without_quotes (words);
}

/* Whether the bracket that @words begins with closes before their end: then it holds a question, or
 * a gloss, and not all the words. */
static gboolean
bracket_closes_early (BulSlice words)
{
  int depth = 0;

  for (gsize i = 0; i < words.length; i++)
    {
      depth += words.start[i] == '(';
      depth -= words.start[i] == ')';
      if (depth == 0)
        return i + 1 < words.length;
    }
  return FALSE;
}

/* A dash may stand before a quotation: `- "…"`. */
BulSlice
bul_quotation_without_dash (BulSlice words)
{
  static const char *const dashes[] = { "-", "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (bul_slice_starts (words, dashes[i]))
      {
        BulSlice rest
            = bul_slice_trim (bul_slice (words.start + strlen (dashes[i]), bul_slice_end (words)));

        return bul_slice_starts_quote (rest) > 0 ? rest : words;
      }
  return words;
}

/* The same of single marks, where what they hold has none that open: 'Stop,' she said, 'now.' */
static BulSlice
without_single_quotes (BulSlice words)
{
  static const struct
  {
    const char *opening;
    const char *closing;
    const char *inner;
  } pairs[] = { { "'", "'", " '" }, { "‘", "’", "‘" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize opening = strlen (pairs[i].opening);
      gsize closing = strlen (pairs[i].closing);
      BulSlice inside;

      if (words.length <= opening + closing || !bul_slice_starts (words, pairs[i].opening)
          || !bul_slice_ends (words, pairs[i].closing))
        continue;
      inside = bul_slice (words.start + opening, bul_slice_end (words) - closing);
      if (bul_slice_find (inside, pairs[i].inner) == NULL)
        return bul_slice_trim (inside);
    }
  return words;
}

static guint
count_quote_marks (BulSlice words)
{
  guint count = 0;

  for (; words.length > 0; words = bul_slice (words.start + 1, bul_slice_end (words)))
    count += bul_slice_starts_quote (words) > 0;
  return count;
}

gboolean
bul_quotation_is_language (BulSlice note)
{
  static const char *const languages[]
      = { "Korean",     "English",    "Japanese",   "Chinese", "Mandarin", "Cantonese", "French",
          "Spanish",    "German",     "Russian",    "Arabic",  "Hebrew",   "Persian",   "Farsi",
          "Ukrainian",  "Polish",     "Italian",    "Turkish", "Hindi",    "Urdu",      "Thai",
          "Vietnamese", "Indonesian", "Portuguese", "Dutch",   "Khmer",    "Mongolian", "한국어",
          "영어",       "일본어",     "중국어" };
  BulSlice inside = bul_slice_trim (note);
  const char *hyphen;

  if (!(bul_slice_take (&inside, "(") && bul_slice_take_end (&inside, ")"))
      && !(bul_slice_take (&inside, "[") && bul_slice_take_end (&inside, "]")))
    return FALSE;
  bul_slice_take (&inside, "in ");
  bul_slice_take (&inside, "In ");
  /* “Korean-English”: what is heard, and what it is translated to */
  hyphen = bul_slice_find (inside, "-");
  if (hyphen != NULL)
    inside = bul_slice (inside.start, hyphen);
  return bul_slice_is_any (inside, languages, G_N_ELEMENTS (languages));
}

/* `(Korean) "…"`: the language that is heard, alone in brackets before the words. */
static BulSlice
after_language (BulAttribution *out, BulSlice words)
{
  const char *close = bul_slice_starts (words, "(")   ? bul_slice_find (words, ")")
                      : bul_slice_starts (words, "[") ? bul_slice_find (words, "]")
                                                      : NULL;
  BulSlice note = close == NULL ? BUL_SLICE_NONE : bul_slice (words.start, close + 1);

  if (close == NULL || !bul_quotation_is_language (note) || out->n_details == BUL_ATTRIBUTION_MOST)
    return words;
  out->details[out->n_details++]
      = bul_slice_trim (bul_slice (note.start + 1, bul_slice_end (note) - 1));
  return bul_slice_trim (bul_slice (close + 1, bul_slice_end (words)));
}

/* `"Stop." (서라고요.) 그랬어요`: quotations that close within the words. Those that say more than
 * what is quoted have no marks around them. */
static gboolean
quotes_within (BulSlice words)
{
  return bul_slice_starts_quote (words) > 0 && bul_slice_ends_quote (words) == 0
         && count_quote_marks (words) % 2 == 0;
}

void
bul_quotation_read (BulAttribution *out, BulSlice words)
{
  gsize opening;
  gsize closing;

  words = after_language (out, bul_quotation_without_dash (bul_slice_trim (words)));
  if (out->marker.length > 0 && bul_slice_starts (words, "(") && !bracket_closes_early (words))
    {
      out->bracket_open = !bul_slice_ends (words, ")");
      out->quote = out->bracket_open ? words : without_tape_times (words);
      return;
    }
  opening = bul_slice_starts_quote (words);
  if (opening == 0 || quotes_within (words))
    {
      out->quote = without_single_quotes (words);
      return;
    }
  words = bul_slice (words.start + opening, bul_slice_end (words));
  closing = bul_slice_ends_quote (words);
  out->quote_open = closing == 0;
  out->quote = bul_slice_trim (bul_slice (words.start, bul_slice_end (words) - closing));
}

gboolean
bul_quotation_ends_sentence (BulSlice slice)
{
  return bul_slice_ends (slice, ".") || bul_slice_ends (slice, "?") || bul_slice_ends (slice, "!")
         || bul_slice_ends (slice, "…");
}

/* `(in English) "…"`: how it is said, before the quotation. */
BulSlice
bul_quotation_after_detail (BulAttribution *out, BulSlice words)
{
  BulSlice trimmed = bul_slice_trim (words);
  const char *close = bul_slice_starts (trimmed, "(") ? bul_slice_find (trimmed, ")") : NULL;
  BulSlice rest = close == NULL ? BUL_SLICE_NONE
                                : bul_slice_trim (bul_slice (close + 1, bul_slice_end (trimmed)));

  if (bul_slice_starts_quote (rest) == 0 || close - trimmed.start > 40
      || out->n_details == BUL_ATTRIBUTION_MOST)
    return words;
  out->details[out->n_details++] = bul_slice_trim (bul_slice (trimmed.start + 1, close));
  return rest;
}
