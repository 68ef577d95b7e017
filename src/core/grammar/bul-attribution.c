/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-attribution.h"

#include <string.h>

#include "bul-markers.h"
#include "bul-naming.h"

/* A label is never longer, in bytes; what is longer is a sentence with a colon in it. */
#define LONGEST_LABEL 240

static const char *
end_of (BulSlice slice)
{
  return slice.start + slice.length;
}

static gboolean
starts_any_quote (BulSlice slice)
{
  return bul_slice_starts_quote (slice) > 0 || bul_slice_starts (slice, "'")
         || bul_slice_starts (slice, "‘") || bul_slice_starts (slice, "＇");
}

/* The next colon in @slice from @from on; @length: (out): its bytes. */
static const char *
next_colon (BulSlice slice, const char *from, gsize *length)
{
  const char *narrow = memchr (from, ':', end_of (slice) - from);
  const char *wide = bul_slice_find (bul_slice (from, end_of (slice)), "：");

  *length = narrow != NULL && (wide == NULL || narrow < wide) ? 1 : 3;
  return *length == 1 ? narrow : wide;
}

static gboolean
is_in_number (BulSlice slice, const char *colon)
{
  return colon > slice.start && g_ascii_isdigit (colon[-1]) && colon + 1 < end_of (slice)
         && g_ascii_isdigit (colon[1]);
}

/* The colon that ends the label: before a quotation, or else with a blank before it, or else the
 * first. */
static const char *
find_colon (BulSlice slice, gsize *length)
{
  const char *spaced = NULL;
  const char *first = NULL;
  gsize first_length = 1;
  gsize spaced_length = 1;

  for (const char *p = slice.start; (p = next_colon (slice, p, length)) != NULL; p += *length)
    {
      BulSlice after = bul_slice_trim (bul_slice (p + *length, end_of (slice)));

      if (p - slice.start > LONGEST_LABEL)
        break;
      if (starts_any_quote (after))
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

static void
add_name (BulAttribution *out, BulSlice name)
{
  if (out->n_names < BUL_ATTRIBUTION_MOST)
    out->names[out->n_names++] = bul_slice_trim (name);
}

static void
add_detail (BulAttribution *out, BulSlice detail)
{
  detail = bul_slice_trim (detail);
  if (detail.length > 0 && out->n_details < BUL_ATTRIBUTION_MOST)
    out->details[out->n_details++] = detail;
}

/* “A & B”, “A·B”: two people who share the title. */
static void
add_names (BulAttribution *out, BulSlice names)
{
  static const char *const between[] = { " & ", "·", "ㆍ", "・" };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = bul_slice_find (names, between[i]);
      BulSlice rest;

      if (at == NULL)
        continue;
      add_name (out, bul_slice (names.start, at));
      rest = bul_slice (at + strlen (between[i]), end_of (names));
      add_names (out, rest);
      return;
    }
  add_name (out, names);
}

/* The bracket at the end of @label, of which inner ones are a part: “Role (VOICE MODIFIED)”. */
static const char *
closing_group (BulSlice label)
{
  guint depth = 0;

  if (label.length == 0 || !bul_slice_ends (label, ")"))
    return NULL;
  for (const char *p = end_of (label); p-- > label.start;)
    {
      depth += *p == ')';
      if (*p == '(' && --depth == 0)
        return p;
    }
  return NULL;
}

static void read_single (BulAttribution *out, BulSlice label);

/* “Name (Title)”, “(Role (VOICE MODIFIED))”, “구청 관계자 (음성변조)”. */
static void
read_grouped (BulAttribution *out, BulSlice label, const char *group)
{
  BulSlice before = bul_slice_trim (bul_slice (label.start, group));
  BulSlice inside = bul_slice_trim (bul_slice (group + 1, end_of (label) - 1));

  if (before.length == 0)
    {
      read_single (out, inside);
      if (out->title.length == 0)
        {
          out->title = out->names[0];
          out->names[0] = BUL_SLICE_NONE;
        }
    }
  else if (bul_naming_is_disguise (inside))
    {
      read_single (out, before);
      add_detail (out, inside);
    }
  else
    {
      add_names (out, before);
      out->title = inside;
    }
}

/* A label without slashes: a name, a role, or a name with its title in round brackets. */
static void
read_single (BulAttribution *out, BulSlice label)
{
  const char *group = closing_group (label);

  if (group != NULL)
    read_grouped (out, label, group);
  else if (bul_naming_is_role (label))
    {
      add_name (out, BUL_SLICE_NONE);
      out->title = label;
    }
  else
    add_names (out, label);
}

/* The slash that ends the first field of @label, outside round brackets; or %NULL. */
static const char *
field_end (BulSlice label)
{
  int depth = 0;

  for (const char *p = label.start; p < end_of (label); p++)
    {
      depth += *p == '(';
      depth -= *p == ')';
      if (*p == '/' && depth <= 0)
        return p;
    }
  return NULL;
}

static void
read_label (BulAttribution *out, BulSlice label)
{
  const char *slash = field_end (label);
  BulSlice first;
  BulSlice rest;

  label = bul_slice_trim (label);
  if (label.length == 0)
    return;
  if (slash == NULL)
    {
      read_single (out, label);
      return;
    }
  first = bul_slice_trim (bul_slice (label.start, slash));
  rest = bul_slice_trim (bul_slice (slash + 1, end_of (label)));
  slash = field_end (rest);
  out->title = bul_slice_trim (slash == NULL ? rest : bul_slice (rest.start, slash));
  if (bul_naming_is_disguise (out->title))
    {
      add_detail (out, out->title);
      out->title = BUL_SLICE_NONE;
      read_single (out, first);
    }
  else
    add_names (out, first);
  while (slash != NULL)
    {
      rest = bul_slice (slash + 1, end_of (rest));
      slash = field_end (rest);
      add_detail (out, slash == NULL ? rest : bul_slice (rest.start, slash));
    }
}

static gboolean
is_tape_time (BulSlice word)
{
  for (gsize i = 0; i < word.length; i++)
    if (!g_ascii_isdigit (word.start[i]) && strchr ("-+:", word.start[i]) == NULL)
      return FALSE;
  return word.length > 0;
}

/* Desk copy: the words stand in round brackets, with the places on the tape behind them. */
static BulSlice
without_tape_times (BulSlice words)
{
  BulSlice rest;

  words = bul_slice_trim (bul_slice (words.start + 1, end_of (words) - 1));
  rest = words;
  while (rest.length > 0 && is_tape_time (bul_slice_take_last_word (&rest)))
    words = rest;
  return words;
}

static void
read_quote (BulAttribution *out, BulSlice words)
{
  gsize opening;
  gsize closing;

  words = bul_slice_trim (words);
  if (out->marker.length > 0 && bul_slice_starts (words, "("))
    {
      out->bracket_open = !bul_slice_ends (words, ")");
      out->quote = out->bracket_open ? words : without_tape_times (words);
      return;
    }
  opening = bul_slice_starts_quote (words);
  if (opening == 0)
    {
      out->quote = words;
      return;
    }
  words = bul_slice (words.start + opening, end_of (words));
  closing = bul_slice_ends_quote (words);
  out->quote_open = closing == 0;
  out->quote = bul_slice_trim (bul_slice (words.start, end_of (words) - closing));
}

/* Sentences have an end, or at least a few words. */
static gboolean
looks_like_words (BulSlice slice)
{
  guint blanks = 0;

  for (gsize i = 0; i < slice.length; i++)
    blanks += slice.start[i] == ' ';
  return blanks >= 4 || bul_slice_ends (slice, ".") || bul_slice_ends (slice, "?")
         || bul_slice_ends (slice, "!") || bul_slice_ends (slice, "…");
}

/* Label and words, without a bracket around both. */
static BulAttributionSort
read_words (BulAttribution *out, BulSlice content)
{
  gsize length;
  const char *colon = bul_slice_starts_quote (content) > 0 ? NULL : find_colon (content, &length);

  if (colon == NULL)
    {
      read_quote (out, content);
      return BUL_ATTRIBUTION_BITE;
    }
  read_label (out, bul_slice (content.start, colon));
  out->attribution = bul_slice (content.start, colon + length);
  read_quote (out, bul_slice (colon + length, end_of (content)));
  return BUL_ATTRIBUTION_BITE;
}

/* Everything is between the brackets. */
static BulAttributionSort
read_inside (BulAttribution *out, BulSlice text, BulSlice content)
{
  gsize length;

  content = bul_slice_trim (content);
  if (bul_slice_starts_quote (content) == 0 && find_colon (content, &length) == NULL)
    {
      if (field_end (content) != NULL || closing_group (content) != NULL)
        {
          read_label (out, content);
          out->attribution = text;
          return BUL_ATTRIBUTION_LABEL;
        }
      if (!looks_like_words (content))
        return BUL_ATTRIBUTION_MARK;
    }
  read_words (out, content);
  if (out->attribution.length > 0)
    out->attribution = bul_slice (text.start, end_of (out->attribution));
  return BUL_ATTRIBUTION_BITE;
}

/* The bracket holds who; the words stand behind it. */
static BulAttributionSort
read_outside (BulAttribution *out, BulSlice label, BulSlice words)
{
  gsize length;

  if (bul_slice_starts_quote (words) > 0 && label.length > 0)
    {
      read_label (out, label);
      out->attribution = bul_slice (label.start - 1, end_of (label) + 1);
      read_quote (out, words);
      return BUL_ATTRIBUTION_BITE;
    }
  if (field_end (label) == NULL || find_colon (label, &length) != NULL)
    return BUL_ATTRIBUTION_NONE;
  read_label (out, label);
  out->attribution = bul_slice (label.start - 1, end_of (label) + 1);
  out->quote = words;
  return BUL_ATTRIBUTION_TURN;
}

static BulAttributionSort
read_unclosed (BulAttribution *out, BulSlice text)
{
  BulSlice content = bul_slice_trim (bul_slice (text.start + 1, end_of (text)));
  gsize length;
  const char *colon = find_colon (content, &length);
  gboolean quotes
      = colon != NULL
        && starts_any_quote (bul_slice_trim (bul_slice (colon + length, end_of (content))));

  out->bracket_open = TRUE;
  if (bul_slice_starts_quote (content) == 0 && !quotes)
    return colon == NULL && content.length < LONGEST_LABEL && field_end (content) != NULL
               ? BUL_ATTRIBUTION_LABEL
               : BUL_ATTRIBUTION_NONE;
  read_words (out, content);
  if (out->attribution.length > 0)
    out->attribution = bul_slice (text.start, end_of (out->attribution));
  return BUL_ATTRIBUTION_BITE;
}

/* Who, without an instruction for the picture: `이옥금 / 윗말2동 (PIP)`. */
static BulSlice
without_instruction (BulSlice label)
{
  return bul_slice_ends (label, "(PIP)")
             ? bul_slice_trim (bul_slice (label.start, end_of (label) - 5))
             : label;
}

/* `◀INT▶ 이름/주소` on a line of its own: the words are on the next. */
static gboolean
read_label_line (BulAttribution *out, BulSlice body, BulSlice *words)
{
  const char *line_end = bul_slice_find (body, "\u2028");
  BulSlice label = line_end == NULL ? body : bul_slice_trim (bul_slice (body.start, line_end));
  gsize length;

  if (label.length > LONGEST_LABEL || field_end (label) == NULL
      || find_colon (label, &length) != NULL || bul_slice_starts_quote (label) > 0
      || bul_slice_starts (label, "("))
    return FALSE;
  read_label (out, without_instruction (label));
  out->attribution = bul_slice (out->marker.start, end_of (label));
  *words = line_end == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (line_end, end_of (body)));
  return TRUE;
}

/* `[Soundbite]`, `<인터뷰>`: the mark, then who and the words, or the words alone. */
static BulAttributionSort
read_marked (BulAttribution *out, BulSlice text, BulSlice mark)
{
  BulSlice body = bul_slice_trim (bul_slice (end_of (mark), end_of (text)));
  BulSlice words;

  out->marker = mark;
  if (body.length == 0)
    {
      out->attribution = mark;
      return BUL_ATTRIBUTION_LABEL;
    }
  if (read_label_line (out, body, &words))
    {
      if (words.length == 0)
        return BUL_ATTRIBUTION_LABEL;
      read_quote (out, words);
      return BUL_ATTRIBUTION_BITE;
    }
  if (bul_slice_starts (body, "("))
    {
      out->attribution = mark;
      read_quote (out, body);
      return BUL_ATTRIBUTION_BITE;
    }
  read_words (out, body);
  out->attribution = bul_slice (text.start, out->attribution.length > 0 ? end_of (out->attribution)
                                                                        : end_of (mark));
  return BUL_ATTRIBUTION_BITE;
}

BulAttributionSort
bul_attribution_read (BulSlice text, BulAttribution *out)
{
  BulSlice mark;
  const BulMarker *marker = bul_markers_find (text, &mark);
  const char *first;
  BulSlice after;

  memset (out, 0, sizeof *out);
  if (marker != NULL)
    return marker->role == BUL_MARK_BITE ? read_marked (out, text, mark) : BUL_ATTRIBUTION_NONE;
  if (!bul_slice_starts (text, "["))
    return BUL_ATTRIBUTION_NONE;

  first = bul_slice_find (text, "]");
  if (first == NULL)
    return read_unclosed (out, text);
  after = bul_slice_trim (bul_slice (first + 1, end_of (text)));
  if (after.length == 0)
    return read_inside (out, text, bul_slice (text.start + 1, first));
  /* A bracket within the words: the one that counts is the last. */
  if (bul_slice_ends (text, "]") && bul_slice_starts_quote (after) == 0)
    return read_inside (out, text, bul_slice (text.start + 1, end_of (text) - 1));
  return read_outside (out, bul_slice (text.start + 1, first), after);
}
