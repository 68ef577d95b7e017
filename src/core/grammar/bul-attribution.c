/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-attribution.h"

#include <string.h>

#include "bul-bare-label-private.h"
#include "bul-calling-private.h"
#include "bul-cue.h"
#include "bul-curly-private.h"
#include "bul-label-private.h"
#include "bul-markers.h"
#include "bul-naming.h"
#include "bul-quotation-private.h"
#include "bul-who-line-private.h"
#include "bul-wide-signs-private.h"

/* Sentences have an end, or at least a few words. */
static gboolean
looks_like_words (BulSlice slice)
{
  guint blanks = 0;

  for (gsize i = 0; i < slice.length; i++)
    blanks += slice.start[i] == ' ';
  /* `[불이 난 건물 3층 입주민]`: however long, it says who. */
  if (blanks >= 4 && !bul_quotation_ends_sentence (slice) && (guchar) slice.start[0] >= 0x80
      && (bul_naming_is_sure_role (slice) || bul_slice_ends (slice, " 씨")))
    return FALSE;
  return blanks >= 4 || bul_quotation_ends_sentence (slice);
}

/* Label and words, without a bracket around both. */
static BulAttributionSort
read_words (BulAttribution *out, BulSlice content)
{
  gsize length;
  const char *colon
      = bul_slice_starts_quote (content) > 0 ? NULL : bul_quotation_find_colon (content, &length);

  if (colon == NULL)
    {
      bul_quotation_read (out, content);
      return BUL_ATTRIBUTION_BITE;
    }
  bul_label_read (out, bul_slice (content.start, colon));
  out->attribution = bul_slice (content.start, colon + length);
  bul_quotation_read (
      out, bul_quotation_after_detail (out, bul_slice (colon + length, bul_slice_end (content))));
  return BUL_ATTRIBUTION_BITE;
}

/* “Sound bite: words”: the label is a mark and nobody's name. */
static gboolean
is_sound_bite (BulSlice label)
{
  label = bul_slice_trim (label);
  return bul_slice_equal (label, "Sound bite") || bul_slice_equal (label, "Sound Bite")
         || bul_slice_equal (label, "Soundbite") || bul_slice_equal (label, "SOUND BITE");
}

/* `[인터뷰:이름, 직함]`: a mark, and who, where all others have a bracket between. */
static gboolean
read_mark_and_label (BulAttribution *out, BulSlice text, BulSlice content)
{
  static const char *const marks[] = { "인터뷰",
                                       "녹취",
                                       "전화인터뷰",
                                       "전화 인터뷰",
                                       "전화녹취",
                                       "전화 녹취",
                                       "전화 연결",
                                       "전화연결",
                                       "화상 인터뷰",
                                       "화상인터뷰",
                                       "현장 인터뷰",
                                       "현장인터뷰",
                                       "현장 녹취",
                                       "현장녹취",
                                       "싱크",
                                       "SYNC",
                                       "SYN",
                                       "INT",
                                       "SOT",
                                       "Interview",
                                       "INTERVIEW",
                                       "Phone interview",
                                       "Phone Interview",
                                       "Vox pop",
                                       "Vox Pop",
                                       "VOX POP" };
  const char *colon = memchr (content.start, ':', content.length);
  BulSlice mark
      = colon == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (content.start, colon));
  BulSlice label = colon == NULL ? BUL_SLICE_NONE
                                 : bul_slice_trim (bul_slice (colon + 1, bul_slice_end (content)));

  if (!bul_slice_is_any (mark, marks, G_N_ELEMENTS (marks)) || label.length == 0
      || label.length > BUL_QUOTATION_LONGEST_LABEL || bul_slice_starts_quote (label) > 0
      || bul_quotation_ends_sentence (label))
    return FALSE;
  out->marker = bul_slice (text.start, colon + 1);
  bul_label_read_listed (out, label);
  out->attribution = text;
  return TRUE;
}

/* `[SOT: Name/Title: "words"]`: all of it between the brackets. */
static gboolean
read_mark_and_words (BulAttribution *out, BulSlice text, BulSlice content)
{
  static const char *const marks[]
      = { "SOT",       "SOUNDBITE", "SOUND BITE", "Soundbite",  "Sound bite", "Sound Bite",
          "INTERVIEW", "Interview", "SYNC",       "CLIP",       "Clip",       "인터뷰",
          "녹취",      "싱크",      "전화인터뷰", "전화 인터뷰" };
  const char *mark_end = memchr (content.start, ':', content.length);
  const char *colon;
  BulSlice mark;
  BulSlice rest;
  BulSlice words;
  gsize length;

  if (mark_end == NULL)
    return FALSE;
  mark = bul_slice_trim (bul_slice (content.start, mark_end));
  rest = bul_slice_trim (bul_slice (mark_end + 1, bul_slice_end (content)));
  if (rest.length == 0 || !bul_slice_is_any (mark, marks, G_N_ELEMENTS (marks)))
    return FALSE;
  colon = bul_quotation_find_colon (rest, &length);
  if (colon == NULL)
    return FALSE;
  words = bul_slice_trim (bul_slice (colon + length, bul_slice_end (rest)));
  if (bul_slice_starts_quote (words) == 0 || bul_slice_ends_quote (words) == 0)
    return FALSE;
  bul_label_read_listed (out, bul_slice_trim (bul_slice (rest.start, colon)));
  out->marker = bul_slice (text.start, mark_end + 1);
  out->attribution = bul_slice (text.start, colon + length);
  bul_quotation_read (out, words);
  return TRUE;
}

/* “Hur Ji-ang, Bus Association”: a name of two words at least, and what stands beside it. */
static gboolean
is_listed (BulSlice label)
{
  BulCalling calling;

  return bul_slice_find (label, ", ") != NULL && bul_calling_read (label, &calling)
         && bul_slice_find (calling.name, " ") != NULL;
}

/* “Vice Mayor Tak Jun-seo”: capitals throughout, as no words that are said have them. */
static gboolean
is_capitalised (BulSlice label)
{
  static const char *const small[] = { "of", "and", "the", "for", "at", "in", "from" };
  guint n_words = 0;

  while (label.length > 0)
    {
      BulSlice word = bul_slice_take_word (&label);

      if (!g_ascii_isupper (*word.start) && !bul_slice_is_any (word, small, G_N_ELEMENTS (small)))
        return FALSE;
      n_words++;
    }
  return n_words > 1;
}

/* “(EU research official)”, but not “(Korean)” or “(March 11)”. */
static gboolean
is_title_of_words (BulSlice label, const char *group)
{
  BulSlice inside = bul_slice_trim (bul_slice (group + 1, bul_slice_end (label) - 1));

  return bul_slice_find (inside, " ") != NULL && g_ascii_islower (bul_slice_end (inside)[-1]);
}

/* `[Sound bite: words]`, or who: `[Sound bite: Name - Title (Korean)]`, with the words behind.
 * @quotes: whether a quotation follows the bracket, so that who is all that can stand in it */
static BulAttributionSort
read_sound_bite (
    BulAttribution *out, BulSlice text, BulSlice content, const char *behind, gboolean quotes)
{
  BulSlice rest = bul_slice_trim (bul_slice (behind, bul_slice_end (content)));
  const char *group = bul_label_closing_group (rest);
  BulSlice who = group == NULL ? rest : bul_slice_trim (bul_slice (rest.start, group));
  const char *hyphen = bul_slice_find (who, " - ");
  const char *dash = hyphen != NULL ? hyphen : bul_slice_find (who, " – ");

  if (rest.length == 0 || rest.length > BUL_QUOTATION_LONGEST_LABEL
      || bul_slice_starts_quote (rest) > 0 || bul_quotation_ends_sentence (rest)
      || (!quotes && group == NULL && dash == NULL && !is_listed (rest) && !is_capitalised (rest)))
    {
      out->marker = bul_slice (content.start, behind);
      out->attribution = bul_slice (text.start, behind);
      bul_quotation_read (out, rest);
      return BUL_ATTRIBUTION_BITE;
    }
  out->attribution = text;
  out->marker = bul_slice (content.start, behind);
  if (dash == NULL && group != NULL && is_title_of_words (rest, group))
    {
      bul_label_read (out, rest);
      return BUL_ATTRIBUTION_LABEL;
    }
  bul_label_read (out, dash == NULL ? who : bul_slice_trim (bul_slice (who.start, dash)));
  if (dash != NULL)
    out->title = bul_slice_trim (
        bul_slice (dash + (hyphen != NULL ? 3 : strlen (" – ")), bul_slice_end (who)));
  if (group != NULL && out->n_details < BUL_ATTRIBUTION_MOST)
    {
      BulSlice detail = bul_slice_trim (bul_slice (group + 1, bul_slice_end (rest) - 1));

      /* Places on a tape tell nothing of who speaks. */
      if (!bul_cue_is_tape_time (detail))
        out->details[out->n_details++] = detail;
    }
  return BUL_ATTRIBUTION_LABEL;
}

/* The marker is no bracket of desk copy: round brackets behind it are words. */
static void
read_quote_behind (BulAttribution *out, BulSlice words)
{
  BulSlice marker = out->marker;

  out->marker = BUL_SLICE_NONE;
  bul_quotation_read (out, words);
  out->marker = marker;
}

/* “Hold on! (꽉 잡아요!)”: what the bracket holds is said, or said in other words. */
static gboolean
is_said_with_group (BulSlice content)
{
  static const char *const ends[] = { "!", "?", "다.", "요.", "죠.", "까." };
  static const char *const inner[] = { "!)", "?)" };
  const char *group = bul_label_closing_group (content);

  return group != NULL
         && (bul_slice_ends_any (content, inner, G_N_ELEMENTS (inner))
             || bul_slice_ends_any (bul_slice_trim (bul_slice (content.start, group)), ends,
                                    G_N_ELEMENTS (ends)));
}

/* Everything is between the brackets. */
static BulAttributionSort
read_inside (BulAttribution *out, BulSlice text, BulSlice content)
{
  gsize length;
  const char *colon;

  content = bul_slice_trim (content);
  if (read_mark_and_words (out, text, content))
    return BUL_ATTRIBUTION_BITE;
  if (read_mark_and_label (out, text, content))
    return BUL_ATTRIBUTION_LABEL;
  colon = bul_slice_starts_quote (content) > 0 ? NULL : bul_quotation_find_colon (content, &length);
  if (colon != NULL && is_sound_bite (bul_slice (content.start, colon)))
    return read_sound_bite (out, text, content, colon + length, FALSE);
  if (bul_slice_starts_quote (content) == 0 && colon == NULL
      && content.length < BUL_QUOTATION_LONGEST_LABEL && !is_said_with_group (content))
    {
      gboolean fields = bul_label_field_end (content) != NULL;
      BulCalling calling;

      if ((fields || bul_label_closing_group (content) != NULL
           || (bul_slice_find (content, ", ") != NULL && bul_calling_read (content, &calling)))
          && !bul_quotation_ends_sentence (content))
        {
          bul_label_read (out, content);
          out->attribution = text;
          return BUL_ATTRIBUTION_LABEL;
        }
      if (!looks_like_words (content))
        {
          bul_label_read (out, content);
          out->attribution = text;
          return BUL_ATTRIBUTION_MARK;
        }
    }
  read_words (out, content);
  if (out->attribution.length > 0)
    out->attribution = bul_slice (text.start, bul_slice_end (out->attribution));
  return BUL_ATTRIBUTION_BITE;
}

/* `[Sound bite: Name (Korean)]`, with the words behind it. */
static gboolean
read_sound_bite_outside (BulAttribution *out, BulSlice label, BulSlice words, gboolean quotes)
{
  BulSlice text = bul_slice (label.start - 1, bul_slice_end (label) + 1);
  gsize length;
  const char *colon = bul_quotation_find_colon (label, &length);

  if (colon == NULL || !is_sound_bite (bul_slice (label.start, colon))
      || read_sound_bite (out, text, label, colon + length, quotes) != BUL_ATTRIBUTION_LABEL)
    return FALSE;
  read_quote_behind (out, words);
  return TRUE;
}

/* “이름”, “이름 앵커” */
static gboolean
names_somebody (BulSlice label)
{
  static const char *const trades[]
      = { "앵커", "기자", "특파원", "아나운서", "진행자", "캐스터", "리포터", "PD" };
  BulSlice trade = label;
  BulSlice name = bul_slice_take_word (&trade);

  return bul_naming_is_korean_name (label)
         || (bul_slice_is_any (trade, trades, G_N_ELEMENTS (trades))
             && bul_naming_is_korean_name (name));
}

/* The bracket holds who; the words stand behind it, on its line or the next. */
static BulAttributionSort
read_outside (BulAttribution *out, BulSlice label, BulSlice words)
{
  gsize length;
  gboolean quotes = bul_slice_starts_quote (bul_quotation_without_dash (words)) > 0;
  gboolean next_line
      = words.start > bul_slice_end (label)
        && bul_slice_find (bul_slice (bul_slice_end (label), words.start), "\u2028") != NULL;

  if (label.length == 0 || label.length > BUL_QUOTATION_LONGEST_LABEL)
    return BUL_ATTRIBUTION_NONE;
  if ((quotes || next_line)
      && read_mark_and_label (out, bul_slice (label.start - 1, bul_slice_end (label) + 1), label))
    {
      read_quote_behind (out, words);
      return BUL_ATTRIBUTION_BITE;
    }
  if ((quotes || next_line) && read_sound_bite_outside (out, label, words, quotes))
    return BUL_ATTRIBUTION_BITE;
  if (quotes || next_line)
    {
      memset (out, 0, sizeof *out);
      bul_label_read (out, label);
      out->attribution = bul_slice (label.start - 1, bul_slice_end (label) + 1);
      bul_quotation_read (out, words);
      return BUL_ATTRIBUTION_BITE;
    }
  if (bul_quotation_find_colon (label, &length) != NULL
      || (bul_label_field_end (label) == NULL
          && (!names_somebody (label) || !bul_quotation_ends_sentence (words))))
    return BUL_ATTRIBUTION_NONE;
  bul_label_read (out, label);
  out->attribution = bul_slice (label.start - 1, bul_slice_end (label) + 1);
  out->quote = words;
  return BUL_ATTRIBUTION_TURN;
}

/* `<이름 / 직함> "…"`: marks stand in such brackets too, but no quotation follows them. */
static BulAttributionSort
read_angle (BulAttribution *out, BulSlice text)
{
  const char *close = bul_slice_find (text, ">");
  BulSlice words = close == NULL ? BUL_SLICE_NONE
                                 : bul_slice_trim (bul_slice (close + 1, bul_slice_end (text)));
  BulSlice label
      = close == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (text.start + 1, close));

  /* `<버스 기다리는 시민>`, and the quotation on the next line */
  if (close != NULL && words.length == 0 && label.length < BUL_QUOTATION_LONGEST_LABEL
      && bul_slice_find (label, " ") != NULL && bul_naming_is_sure_role (label)
      && !bul_quotation_ends_sentence (label))
    {
      bul_label_read (out, label);
      out->attribution = text;
      return BUL_ATTRIBUTION_MARK;
    }
  /* `<이름 / 직함>`, and the quotation on the next line */
  if (close != NULL && words.length == 0 && label.length < BUL_QUOTATION_LONGEST_LABEL
      && bul_slice_find (label, " / ") != NULL && !bul_quotation_ends_sentence (label))
    {
      bul_label_read (out, label);
      out->attribution = text;
      return BUL_ATTRIBUTION_LABEL;
    }
  if (close == NULL || bul_slice_starts_quote (words) == 0)
    return BUL_ATTRIBUTION_NONE;
  return read_outside (out, bul_slice (text.start + 1, close), words);
}

/* `…")`: another bracket closes behind the quotation. */
static BulSlice
without_odd_close (BulSlice content)
{
  BulSlice before = content;

  if (content.length == 0 || strchr (")}>", bul_slice_end (content)[-1]) == NULL)
    return content;
  before = bul_slice_trim (bul_slice (content.start, bul_slice_end (content) - 1));
  return bul_slice_ends_quote (before) > 0 ? before : content;
}

static BulAttributionSort
read_unclosed (BulAttribution *out, BulSlice text)
{
  BulSlice whole = bul_slice_trim (bul_slice (text.start + 1, bul_slice_end (text)));
  BulSlice content = without_odd_close (whole);
  gsize length;
  const char *colon = bul_quotation_find_colon (content, &length);
  gboolean quotes = colon != NULL
                    && bul_quotation_starts (
                        bul_slice_trim (bul_slice (colon + length, bul_slice_end (content))));

  out->bracket_open = content.length == whole.length;
  /* `[Name/title:`, `[Role:`, and the words on the next line */
  if (colon != NULL && colon + length == bul_slice_end (content))
    return bul_slice_starts_quote (content) == 0 && content.length < BUL_QUOTATION_LONGEST_LABEL
               ? BUL_ATTRIBUTION_LABEL
               : BUL_ATTRIBUTION_NONE;
  if (bul_slice_starts_quote (content) == 0 && !quotes)
    return colon == NULL && content.length < BUL_QUOTATION_LONGEST_LABEL
                   && bul_label_field_end (content) != NULL
               ? BUL_ATTRIBUTION_LABEL
               : BUL_ATTRIBUTION_NONE;
  read_words (out, content);
  if (out->attribution.length > 0)
    out->attribution = bul_slice (text.start, bul_slice_end (out->attribution));
  return BUL_ATTRIBUTION_BITE;
}

/* Who, without an instruction for the picture: `이옥금 / 윗말2동 (PIP)`. */
static BulSlice
without_instruction (BulSlice label)
{
  return bul_slice_ends (label, "(PIP)")
             ? bul_slice_trim (bul_slice (label.start, bul_slice_end (label) - 5))
             : label;
}

/* “Name, title:”, with the words on the next line */
static BulSlice
without_colon (BulSlice label)
{
  return bul_slice_ends (label, ":")
             ? bul_slice_trim (bul_slice (label.start, bul_slice_end (label) - 1))
             : label;
}

/* “CLIP: Featherstonehaugh” */
static gboolean
is_surname (BulSlice label)
{
  if (label.length < 5 || memchr (label.start, ' ', label.length) != NULL)
    return FALSE;
  return bul_naming_is_english_name (label);
}

/* `◀INT▶ 이름/주소` on a line of its own: the words are on the next. */
static gboolean
read_label_line (BulAttribution *out, BulSlice body, BulSlice *words)
{
  const char *line_end = bul_slice_find (body, "\u2028");
  BulSlice label = line_end == NULL ? body : bul_slice_trim (bul_slice (body.start, line_end));

  BulSlice who = without_colon (without_instruction (label));

  if (!bul_who_line_is (bul_label_before_duration (who)) && !is_surname (who))
    return FALSE;
  bul_label_read (out, who);
  out->attribution = bul_slice (out->marker.start, bul_slice_end (label));
  *words = line_end == NULL ? BUL_SLICE_NONE
                            : bul_slice_trim (bul_slice (line_end, bul_slice_end (body)));
  return TRUE;
}

/* Whether the bracket after a mark is a label, `(Role (VOICE MODIFIED)): words`, and not the words
 * themselves. */
static gboolean
is_label_in_brackets (BulSlice body)
{
  gsize length;
  const char *colon = bul_quotation_find_colon (body, &length);

  return colon != NULL && colon - body.start <= BUL_QUOTATION_LONGEST_LABEL
         && bul_slice_ends (bul_slice_trim (bul_slice (body.start, colon)), ")");
}

/* “English”, “Sign Language”, 영어 */
static gboolean
is_language (BulSlice inside)
{
  guint n_words = 0;

  if (bul_slice_ends (inside, "어") && bul_slice_count_hangul (inside) <= 6)
    return TRUE;
  while (inside.length > 0)
    {
      BulSlice word = bul_slice_take_word (&inside);

      if (!g_ascii_isupper (word.start[0]) || word.length < 3 || ++n_words > 2)
        return FALSE;
      for (gsize i = 1; i < word.length; i++)
        if (!g_ascii_islower (word.start[i]))
          return FALSE;
    }
  return n_words > 0;
}

/* `SOUNDBITE (Korean) Name, title:`, as lists of shots have it: what stands behind the language, or
 * all of @body where it says no such thing. */
static BulSlice
after_language (BulAttribution *out, BulSlice body)
{
  const char *close = bul_slice_starts (body, "(") ? bul_slice_find (body, ")") : NULL;
  BulSlice language;
  BulSlice rest;
  BulSlice who;
  const char *line_end;
  const char *colon;
  gsize length;

  if (close == NULL)
    return body;
  language = bul_slice_trim (bul_slice (body.start + 1, close));
  rest = bul_slice_trim (bul_slice (close + 1, bul_slice_end (body)));
  if (!is_language (language) || rest.length == 0)
    return body;
  line_end = bul_slice_find (rest, "\u2028");
  who = line_end == NULL ? rest : bul_slice_trim (bul_slice (rest.start, line_end));
  colon = bul_quotation_find_colon (who, &length);
  if (colon != NULL)
    who = bul_slice_trim (bul_slice (who.start, colon));
  if (!bul_who_line_is (who))
    return body;
  out->details[out->n_details++] = language;
  return rest;
}

/* `(녹취) 관광객 "…"`: no colon stands between who and the words. */
static gboolean
read_before_quote (BulAttribution *out, BulSlice text, BulSlice body)
{
  const char *open = bul_slice_find (body, " \"");
  BulSlice who = open == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (body.start, open));

  if (open == NULL || bul_slice_ends_quote (body) == 0 || !bul_who_line_is (who))
    return FALSE;
  bul_label_read (out, who);
  out->attribution = bul_slice (text.start, bul_slice_end (who));
  bul_quotation_read (out, bul_slice_trim (bul_slice (open, bul_slice_end (body))));
  return TRUE;
}

/* `[Soundbite]`, `<인터뷰>`: the mark, then who and the words, or the words alone. */
static BulAttributionSort
read_marked (BulAttribution *out, BulSlice text, BulSlice mark)
{
  BulSlice body = bul_slice_trim (bul_slice (bul_slice_end (mark), bul_slice_end (text)));
  BulSlice words;

  out->marker = mark;
  body = after_language (out, body);
  if (body.length == 0)
    {
      out->attribution = mark;
      return BUL_ATTRIBUTION_LABEL;
    }
  if (read_label_line (out, body, &words))
    {
      if (words.length == 0)
        return BUL_ATTRIBUTION_LABEL;
      bul_quotation_read (out, words);
      return BUL_ATTRIBUTION_BITE;
    }
  if (bul_slice_starts (body, "{"))
    {
      BulAttributionSort sort = bul_curly_read (out, body);

      out->marker = mark;
      out->attribution
          = bul_slice (text.start, out->attribution.length > 0 ? bul_slice_end (out->attribution)
                                                               : bul_slice_end (mark));
      return sort == BUL_ATTRIBUTION_NONE ? BUL_ATTRIBUTION_LABEL : sort;
    }
  if (bul_slice_starts (body, "(") && !is_label_in_brackets (body))
    {
      out->attribution = mark;
      bul_quotation_read (out, body);
      return BUL_ATTRIBUTION_BITE;
    }
  if (read_before_quote (out, text, body))
    return BUL_ATTRIBUTION_BITE;
  read_words (out, body);
  out->attribution
      = bul_slice (text.start, out->attribution.length > 0 ? bul_slice_end (out->attribution)
                                                           : bul_slice_end (mark));
  return BUL_ATTRIBUTION_BITE;
}

/* What stands in a bracket, and @after it. */
static BulAttributionSort
read_bracketed (BulAttribution *out, BulSlice text, BulSlice inside, BulSlice after)
{
  after = bul_slice_trim (after);
  return after.length == 0 ? read_inside (out, text, inside) : read_outside (out, inside, after);
}

/* `(이름/직함 : "…")`: round brackets hold a soundbite where fields and a quotation are in them. */
static BulAttributionSort
read_round (BulAttribution *out, BulSlice text)
{
  /* What it ends in may be longer than a bracket. */
  gsize closing = bul_slice_ends (text, ")") || bul_slice_ends (text, "]") ? 1 : 0;
  BulSlice content
      = text.length <= closing
            ? BUL_SLICE_NONE
            : bul_slice_trim (bul_slice (text.start + 1, bul_slice_end (text) - closing));
  const char *line_end = bul_slice_find (text, "\u2028");
  gsize length;
  const char *colon;
  BulSlice words;

  /* `(SOT: Name / title)` is `[SOT: Name / title]`. */
  if (bul_slice_starts (text, "(SOT:"))
    {
      const char *close = bul_slice_find (text, ")");

      return close == NULL ? BUL_ATTRIBUTION_NONE
                           : read_bracketed (out, text, bul_slice (text.start + 1, close),
                                             bul_slice (close + 1, bul_slice_end (text)));
    }
  if (line_end != NULL && bul_slice_starts (text, "(("))
    {
      BulSlice first = bul_slice_trim (bul_slice (text.start, line_end));

      if (read_round (out, first) != BUL_ATTRIBUTION_LABEL)
        return BUL_ATTRIBUTION_NONE;
      bul_quotation_read (out, bul_slice_trim (bul_slice (line_end, bul_slice_end (text))));
      return BUL_ATTRIBUTION_BITE;
    }
  /* `((Name, Title))`, as VOA has it */
  if (bul_slice_starts (content, "(") && bul_slice_ends (content, ")")
      && is_listed (bul_slice (content.start + 1, bul_slice_end (content) - 1)))
    {
      bul_label_read (out, bul_slice (content.start + 1, bul_slice_end (content) - 1));
      out->attribution = text;
      return BUL_ATTRIBUTION_LABEL;
    }
  if (closing == 0)
    return BUL_ATTRIBUTION_NONE;
  colon = bul_quotation_find_colon (content, &length);
  words = colon == NULL ? BUL_SLICE_NONE
                        : bul_slice_trim (bul_slice (colon + length, bul_slice_end (content)));
  if (bul_slice_starts_quote (words) == 0 || bul_slice_ends_quote (words) == 0
      || bul_label_field_end (bul_slice (content.start, colon)) == NULL)
    return BUL_ATTRIBUTION_NONE;
  return read_inside (out, text, content);
}

/* Takes `(Korean)` from before the words; empty where they begin otherwise. */
static BulSlice
take_language (BulSlice *words)
{
  const char *close = bul_slice_starts (*words, "(") ? bul_slice_find (*words, ")") : NULL;
  BulSlice note = close == NULL ? BUL_SLICE_NONE : bul_slice (words->start, close + 1);

  if (close == NULL || !bul_quotation_is_language (note))
    return BUL_SLICE_NONE;
  *words = bul_slice_trim (bul_slice (close + 1, bul_slice_end (*words)));
  return bul_slice_trim (bul_slice (note.start + 1, bul_slice_end (note) - 1));
}

/* A bracket within the words is not the one that counts: that is the last. */
static BulAttributionSort
read_bracket (BulAttribution *out, BulSlice text)
{
  const char *first = bul_slice_find (text, "]");
  BulSlice language;
  BulSlice after;

  if (first == NULL)
    return read_unclosed (out, text);
  after = bul_slice_trim (bul_slice (first + 1, bul_slice_end (text)));
  if (after.length == 0)
    return read_inside (out, text, bul_slice (text.start + 1, first));
  /* `[Korean]` over the words: nobody says who speaks. */
  if (after.length > 0 && bul_quotation_is_language (bul_slice (text.start, first + 1)))
    {
      out->attribution = bul_slice (text.start, first + 1);
      out->details[out->n_details++] = bul_slice_trim (bul_slice (text.start + 1, first));
      bul_quotation_read (out, after);
      return BUL_ATTRIBUTION_BITE;
    }
  /* `[Interview : Name, title] (Korean)`, with the words behind it or on the next line */
  language = take_language (&after);
  if (language.length > 0)
    {
      BulSlice inside = bul_slice (text.start + 1, first);
      BulAttributionSort sort
          = after.length == 0 ? read_inside (out, text, inside) : read_outside (out, inside, after);

      if (sort != BUL_ATTRIBUTION_NONE && out->n_details < BUL_ATTRIBUTION_MOST)
        out->details[out->n_details++] = language;
      return sort;
    }
  if (bul_slice_ends (text, "]") && bul_slice_starts_quote (after) == 0)
    return read_inside (out, text, bul_slice (text.start + 1, bul_slice_end (text) - 1));
  return read_outside (out, bul_slice (text.start + 1, first), after);
}

static BulAttributionSort
read_narrow (BulSlice text, BulAttribution *out)
{
  BulMark mark = bul_markers_find (text);
  guchar first = text.length == 0 ? 0 : text.start[0];

  if (mark.marker != NULL)
    return mark.marker->role == BUL_MARK_BITE ? read_marked (out, text, mark.stretch)
                                              : BUL_ATTRIBUTION_NONE;
  if (first == '[')
    return read_bracket (out, text);
  if (first == '(')
    return read_round (out, text);
  if (first == '<')
    return read_angle (out, text);
  if (first == '{')
    return bul_curly_read (out, text);
  return bul_bare_label_read (out, text);
}

static BulAttributionSort
read_wide (BulSlice text, BulAttribution *out)
{
  g_autofree char *bytes = bul_wide_signs_dup_narrow (text);
  BulSlice copy = { bytes, text.length };
  BulAttributionSort sort;

  sort = read_narrow (copy, out);
  bul_wide_signs_move (&out->attribution, copy, text);
  bul_wide_signs_move (&out->marker, copy, text);
  bul_wide_signs_move (&out->title, copy, text);
  bul_wide_signs_move (&out->quote, copy, text);
  for (guint i = 0; i < out->n_names; i++)
    {
      bul_wide_signs_move (&out->names[i], copy, text);
      bul_wide_signs_move (&out->titles[i], copy, text);
    }
  for (guint i = 0; i < out->n_details; i++)
    bul_wide_signs_move (&out->details[i], copy, text);
  return sort;
}

BulAttributionSort
bul_attribution_read (BulSlice text, BulAttribution *out)
{
  memset (out, 0, sizeof *out);
  return bul_wide_signs_has (text) ? read_wide (text, out) : read_narrow (text, out);
}
