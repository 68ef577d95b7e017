/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-label-private.h"

#include <string.h>

#include "bul-calling-private.h"
#include "bul-label-words-private.h"
#include "bul-naming.h"

static void add_detail (BulAttribution *out, BulSlice detail);

/* “윤새봄(7살)”: the name alone; @age: (out): what the bracket says. */
static BulSlice
without_age_group (BulSlice name, BulSlice *age)
{
  const char *group = bul_label_closing_group (name);

  *age = group == NULL ? BUL_SLICE_NONE
                       : bul_slice_trim (bul_slice (group + 1, bul_slice_end (name) - 1));
  return age->length > 0 && bul_label_is_age (*age) ? bul_slice_trim (bul_slice (name.start, group))
                                                    : name;
}

static void
add_name (BulAttribution *out, BulSlice name)
{
  BulSlice age;
  BulSlice alone = without_age_group (bul_slice_trim (name), &age);

  if (alone.length < bul_slice_trim (name).length)
    add_detail (out, age);
  name = alone;
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

/* “Jang Bo-ri, Jang Sol” */
static gboolean
are_romanised (BulSlice names, const char *comma)
{
  static const char *const between[] = { ", ", " and ", " & " };
  BulSlice second = bul_slice_trim (bul_slice (comma + 1, bul_slice_end (names)));
  BulSlice rest;
  BulSlice family;
  BulSlice given;

  /* “Kim Do-hun, Lee Sang-min and Park Bo-ra” */
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    bul_slice_split (second, between[i], &second, &rest);

  if (!bul_naming_is_romanised_name (bul_slice (names.start, comma)))
    return FALSE;
  family = bul_slice_take_word (&second);
  given = bul_slice_take_word (&second);
  return second.length == 0 && given.length > 0 && bul_naming_is_english_name (family)
         && bul_naming_is_english_name (given) && !bul_naming_is_role (given);
}

static gboolean
are_hangul_names (BulSlice names)
{
  BulSlice first;
  BulSlice second;

  return bul_slice_split (names, ",", &first, &second) && bul_naming_is_full_korean_name (first)
         && bul_naming_is_full_korean_name (second);
}

/* Where one name ends and the next begins; @length: (out): bytes between them. */
static const char *
find_between (BulSlice names, gsize *length)
{
  static const char *const between[] = { " & ", "·", "ㆍ", "・", "•" };
  const char *comma = bul_slice_find (names, ", ");
  BulSlice age;

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = bul_slice_find (names, between[i]);

      *length = strlen (between[i]);
      if (at != NULL)
        return at;
    }
  /* “견소희,견지후” */
  *length = 1;
  if (comma == NULL && are_hangul_names (names))
    return memchr (names.start, ',', names.length);
  *length = 2;
  return comma != NULL
                 && (bul_naming_is_korean_name (
                         without_age_group (bul_slice (names.start, comma), &age))
                     || are_romanised (names, comma))
             ? comma
             : NULL;
}

/* The same of names in Latin letters, which only a title behind a stroke tells from a title. */
static const char *
find_between_latin (BulSlice names, gsize *length)
{
  static const char *const between[] = { ", and ", " and ", ", " };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = bul_slice_find (names, between[i]);

      *length = strlen (between[i]);
      if (at != NULL)
        return bul_calling_are_names (names, at, *length) ? at : NULL;
    }
  return NULL;
}

/* “A & B”, “A·B”: two people who share the title. */
static void
add_names (BulAttribution *out, BulSlice names)
{
  gsize length;
  const char *at;

  while ((at = find_between (names, &length)) != NULL)
    {
      add_names (out, bul_slice_trim (bul_slice (names.start, at)));
      names = bul_slice (at + length, bul_slice_end (names));
    }
  /* “A, B and C” */
  at = out->n_names > 0 ? find_between_latin (names, &length) : NULL;
  if (at != NULL)
    {
      add_name (out, bul_slice (names.start, at));
      names = bul_slice (at + length, bul_slice_end (names));
    }
  add_name (out, names);
}

/* The bracket at the end of @label, of which inner ones are a part: “Role (VOICE MODIFIED)”. */
const char *
bul_label_closing_group (BulSlice label)
{
  guint depth = 0;

  if (label.length == 0 || !bul_slice_ends (label, ")"))
    return NULL;
  for (const char *p = bul_slice_end (label); p-- > label.start;)
    {
      depth += *p == ')';
      if (*p == '(' && --depth == 0)
        return p;
    }
  return NULL;
}

/* “(Russia)”, but not “(MND)”, which is what the title is called in short. */
static gboolean
is_words (BulSlice inside)
{
  return inside.length > 2 && g_ascii_isupper (inside.start[0])
         && g_ascii_islower (bul_slice_end (inside)[-1]);
}

/* Takes an occasion in brackets from the end of @title. */
static BulSlice
without_occasion (BulAttribution *out, BulSlice title)
{
  const char *group = bul_label_closing_group (title);
  BulSlice inside = group == NULL
                        ? BUL_SLICE_NONE
                        : bul_slice_trim (bul_slice (group + 1, bul_slice_end (title) - 1));

  if (group == NULL || group == title.start
      || !(bul_label_is_occasion (inside) || bul_label_is_age (inside) || is_words (inside)
           || bul_label_is_party (inside)))
    return title;
  add_detail (out, inside);
  return bul_slice_trim (bul_slice (title.start, group));
}

/* Fields behind the title, each ended by a slash. */
static void
add_fields (BulAttribution *out, BulSlice rest)
{
  const char *slash = bul_label_field_end (rest);

  while (slash != NULL)
    {
      rest = bul_slice (slash + 1, bul_slice_end (rest));
      slash = bul_label_field_end (rest);
      add_detail (out, slash == NULL ? rest : bul_slice (rest.start, slash));
    }
}

/* “A and B”, “A, B and C”: only where a title is sure to stand elsewhere. */
static void
add_latin_names (BulAttribution *out, BulSlice names)
{
  gsize length;
  const char *at;

  while ((at = find_between_latin (names, &length)) != NULL)
    {
      add_names (out, bul_slice (names.start, at));
      names = bul_slice_trim (bul_slice (at + length, bul_slice_end (names)));
    }
  add_names (out, names);
}

static BulSlice
first_field (BulSlice label)
{
  const char *slash = bul_label_field_end (label);

  return bul_slice_trim (slash == NULL ? label : bul_slice (label.start, slash));
}

static void read_single (BulAttribution *out, BulSlice label);

/* “(Korean)”: what is heard under the translation */
static gboolean
is_language (BulSlice inside)
{
  static const char *const languages[]
      = { "Korean", "English", "Japanese",   "Chinese",   "Russian", "Spanish",   "French",
          "German", "Arabic",  "Vietnamese", "Ukrainian", "Hebrew",  "in Korean", "in English" };

  return bul_slice_is_any (inside, languages, G_N_ELEMENTS (languages));
}

/* “Courier (30s)”, “주민(30대)”: what someone is, and an age. */
static gboolean
read_role_of_age (BulAttribution *out, BulSlice label, const char *group)
{
  BulSlice role = bul_slice_trim (bul_slice (label.start, group));
  BulSlice age = bul_slice_trim (bul_slice (group + 1, bul_slice_end (label) - 1));

  if (!bul_label_is_age (age) || !bul_naming_is_unnamed (role))
    return FALSE;
  add_name (out, BUL_SLICE_NONE);
  out->title = role;
  add_detail (out, age);
  return TRUE;
}

/* “관광객(대구시 본동)”: what someone is, and where from. */
static gboolean
is_role_of_place (BulSlice role, BulSlice place)
{
  static const char *const ends[] = { "동", "읍", "면", "리", "시", "군", "구", "도" };

  return bul_naming_is_sure_role (role) && !bul_naming_is_full_korean_name (place)
         && bul_slice_ends_any (place, ends, G_N_ELEMENTS (ends)) && !bul_naming_is_role (place);
}

/* “Name (Title)”, “(Role (VOICE MODIFIED))”, “구청 관계자 (음성변조)”, “이름(직함/음성변조)”. */
static void
read_grouped (BulAttribution *out, BulSlice label, const char *group)
{
  BulSlice before = bul_slice_trim (bul_slice (label.start, group));
  BulSlice inside = bul_slice_trim (bul_slice (group + 1, bul_slice_end (label) - 1));

  if (read_role_of_age (out, label, group))
    return;
  if (before.length == 0 && bul_label_closing_group (inside) != NULL)
    {
      const char *inner = bul_label_closing_group (inside);

      add_name (out, BUL_SLICE_NONE);
      out->title = bul_slice_trim (bul_slice (inside.start, inner));
      add_detail (out, bul_slice (inner + 1, bul_slice_end (inside) - 1));
    }
  else if (before.length == 0)
    {
      read_single (out, inside);
      if (out->title.length == 0)
        {
          out->title = out->names[0];
          out->names[0] = BUL_SLICE_NONE;
        }
    }
  else if (is_role_of_place (before, inside))
    {
      add_name (out, BUL_SLICE_NONE);
      out->title = before;
      add_detail (out, inside);
    }
  else if (bul_naming_is_disguise (inside)
           || (bul_naming_is_role (before) && bul_label_is_occasion (inside))
           || is_language (inside))
    {
      read_single (out, before);
      add_detail (out, inside);
    }
  else
    {
      add_latin_names (out, before);
      out->title = without_occasion (out, first_field (inside));
      add_fields (out, inside);
    }
}

/* “Official, voice altered” */
static BulSlice
without_disguise (BulAttribution *out, BulSlice label)
{
  const char *comma = bul_slice_find_last (label, ", ");
  BulSlice last = comma == NULL ? BUL_SLICE_NONE
                                : bul_slice_trim (bul_slice (comma + 1, bul_slice_end (label)));

  if (last.length == 0 || !bul_naming_is_disguise (last))
    return label;
  add_detail (out, last);
  return bul_slice_trim (bul_slice (label.start, comma));
}

/* “이름, 42세” */
static BulSlice
without_age (BulAttribution *out, BulSlice label)
{
  const char *comma = bul_slice_find_last (label, ", ");
  BulSlice last = comma == NULL ? BUL_SLICE_NONE : bul_slice (comma + 2, bul_slice_end (label));

  if (comma == NULL || !bul_label_is_age (last))
    return label;
  add_detail (out, last);
  return bul_slice_trim (bul_slice (label.start, comma));
}

/* “마동수·추옥자 부부”: both names, or nothing. */
static BulSlice
couple_of (BulSlice field)
{
  static const char *const pairs[]
      = { " 부부", " 모녀", " 부녀", " 모자", " 부자", " 자매", " 형제", " 남매" };
  BulSlice names = field;
  BulSlice last;
  gsize length;
  const char *at;

  if (!bul_slice_take_end_any (&names, pairs, G_N_ELEMENTS (pairs)))
    return BUL_SLICE_NONE;
  bul_slice_take_end (&names, " 씨");
  at = find_between (names, &length);
  last = at == NULL ? BUL_SLICE_NONE
                    : bul_slice_trim (bul_slice (at + length, bul_slice_end (names)));
  return bul_naming_is_full_korean_name (last) ? names : BUL_SLICE_NONE;
}

/* The field before the title: who, and how old, or that the voice is hidden. */
static void
read_who (BulAttribution *out, BulSlice field)
{
  BulSlice couple = couple_of (field);
  gsize length;

  if (couple.length > 0)
    field = couple;
  /* Each may have an age of its own. */
  if (find_between (field, &length) != NULL)
    add_names (out, without_disguise (out, field));
  else
    add_latin_names (out, without_age (out, without_disguise (out, without_occasion (out, field))));
}

/* “Name (81), resident”: the age stands between. */
static gboolean
read_aged (BulAttribution *out, BulSlice label)
{
  BulSlice before;
  BulSlice title;
  const char *open;

  if (!bul_slice_split (label, "), ", &before, &title) || title.length == 0)
    return FALSE;
  open = bul_slice_find (before, "(");
  if (open == NULL
      || !bul_label_is_age (bul_slice_trim (bul_slice (open + 1, bul_slice_end (before)))))
    return FALSE;
  add_names (out, bul_slice_trim (bul_slice (before.start, open)));
  add_detail (out, bul_slice (open + 1, bul_slice_end (before)));
  out->title = title;
  return TRUE;
}

/* “9, winner of a contest”: the age stands before the title. */
static BulSlice
without_age_before (BulAttribution *out, BulSlice title)
{
  BulSlice age;
  BulSlice rest;

  if (!bul_slice_split (title, ", ", &age, &rest) || !bul_label_is_age (age))
    return title;
  add_detail (out, age);
  return rest;
}

/* “0'11"”, “0:17”: how long the words take. */
static gboolean
is_duration (BulSlice field)
{
  gboolean has_sign = FALSE;

  for (gsize i = 0; i < field.length; i++)
    {
      if (!g_ascii_isdigit (field.start[i]) && strchr ("'\":", field.start[i]) == NULL
          && (guchar) field.start[i] < 0x80)
        return FALSE;
      has_sign |= !g_ascii_isdigit (field.start[i]);
    }
  return has_sign && field.length <= 12 && g_ascii_isdigit (field.start[0]);
}

BulSlice
bul_label_before_duration (BulSlice label)
{
  const char *comma = bul_slice_find_last (label, ", ");

  return comma == NULL || !is_duration (bul_slice (comma + 2, bul_slice_end (label)))
             ? label
             : bul_slice_trim (bul_slice (label.start, comma));
}

static BulSlice
without_duration (BulAttribution *out, BulSlice label)
{
  BulSlice before = bul_label_before_duration (label);

  if (before.length < label.length)
    add_detail (out, bul_slice (bul_slice_find_last (label, ", ") + 2, bul_slice_end (label)));
  return before;
}

static BulSlice
without_saying (BulSlice label)
{
  if (bul_slice_take_end (&label, "SAYING") || bul_slice_take_end (&label, "saying"))
    bul_slice_take_end (&label, ",");
  return label;
}

gboolean
bul_label_is_saying (BulSlice label)
{
  return bul_slice_ends (label, " SAYING") || bul_slice_ends (label, " saying");
}

/* “TITLE, NAME, SAYING” */
static void
read_saying (BulAttribution *out, BulSlice label)
{
  BulSlice who = without_saying (label);
  const char *comma = bul_slice_find_last (who, ", ");
  BulSlice name = comma == NULL ? BUL_SLICE_NONE : bul_slice (comma + 2, bul_slice_end (who));

  add_name (out, name);
  out->title = comma == NULL ? who : bul_slice_trim (bul_slice (who.start, comma));
}

/* “Office cleaner, female”, “Student, Songdo” */
static gboolean
is_role_with_more (BulSlice label)
{
  BulSlice first;
  BulSlice rest;

  return bul_slice_split (label, ", ", &first, &rest) && rest.length > 0
         && bul_slice_count_hangul (first) == 0 && bul_naming_is_role (first);
}

static void
read_single (BulAttribution *out, BulSlice label)
{
  const char *group;
  BulCalling calling;

  label = without_disguise (out, without_duration (out, label));
  group = bul_label_closing_group (label);
  if (couple_of (label).length > 0)
    add_names (out, couple_of (label));
  else if (bul_label_is_saying (label))
    read_saying (out, label);
  else if (read_aged (out, label))
    return;
  else if (group != NULL)
    read_grouped (out, label, group);
  else if (bul_calling_read (label, &calling))
    {
      add_names (out, calling.name);
      out->title = without_occasion (out, without_age_before (out, calling.title));
    }
  else if (bul_naming_is_unnamed (label) || is_role_with_more (label))
    {
      add_name (out, BUL_SLICE_NONE);
      out->title = label;
    }
  else
    add_names (out, without_age (out, label));
}

/* The slash that ends the first field of @label, outside round brackets; or %NULL. */
const char *
bul_label_field_end (BulSlice label)
{
  int depth = 0;

  for (const char *p = label.start; p < bul_slice_end (label); p++)
    {
      depth += *p == '(';
      depth -= *p == ')';
      if (*p == '/' && depth <= 0)
        return p;
    }
  return NULL;
}

/* “인근 주민/강릉시”, “Tourist/Taiwan”: a role, and where; “피해자/62세”, “Scammer/Phone call”. */
static gboolean
is_role_first (BulSlice first, BulSlice second)
{
  BulAttribution passed = { 0 };

  first = without_age (&passed, without_occasion (&passed, first));
  if (bul_slice_find (first, " ") == NULL)
    return ((bul_label_is_age (second) || bul_label_is_occasion (second))
            && bul_naming_is_role (first))
           || (!bul_naming_is_full_korean_name (first) && bul_naming_is_sure_role (first)
               && !bul_naming_is_role (second));
  return bul_naming_is_sure_role (first) && !bul_naming_is_english_name (first);
}

/* “반종구 계장/북구청 경제진흥과”: the office stands behind who it is. */
static gboolean
calls_name (BulSlice field, BulCalling *calling)
{
  return memchr (field.start, ',', field.length) == NULL && bul_calling_read (field, calling)
         && calling->name.start == field.start && bul_naming_is_full_korean_name (calling->name);
}

/* `A/title`, and no more fields; @is_sure: what parts it from others is no comma, which may stand
 * within a title too */
static gboolean
split_titled (BulSlice piece, gboolean is_sure, BulSlice *name, BulSlice *title)
{
  const char *slash = bul_label_field_end (piece);

  if (slash == NULL)
    return FALSE;
  *name = bul_slice_trim (bul_slice (piece.start, slash));
  *title = bul_slice_trim (bul_slice (slash + 1, bul_slice_end (piece)));
  return title->length > 0 && bul_label_field_end (*title) == NULL
         && (bul_naming_is_full_korean_name (*name) || bul_naming_is_romanised_name (*name)
             || (is_sure && bul_slice_find (*name, " ") != NULL
                 && bul_naming_is_english_name (*name)));
}

/* `Song Mi-ryung/Minister of Agriculture, Food and Rural Affairs/Today`: one office, not two
 * people. */
static gboolean
goes_on_title (const BulSlice names[2], const BulSlice titles[2])
{
  static const char *const days[] = { "Today", "Yesterday", "Last ", "On ", "This ", "Tonight" };
  static const char *const offices[] = { "Affairs",   "Services", "Safety", "Welfare",
                                         "Transport", "Energy",   "Policy", "Development" };

  return bul_naming_is_romanised_name (names[0]) != bul_naming_is_romanised_name (names[1])
         || memchr (titles[0].start, ',', titles[0].length) != NULL
         || bul_slice_ends_any (names[1], offices, G_N_ELEMENTS (offices))
         || bul_slice_starts_any (titles[1], days, G_N_ELEMENTS (days))
         || g_ascii_isdigit (bul_slice_end (titles[1])[-1]);
}

/* `A/title, B/title`, `A/title & B/title`: two people, each with a title. */
static gboolean
read_titled (BulAttribution *out, BulSlice label)
{
  static const char *const between[] = { ", ", " & ", " and " };
  BulSlice names[2];
  BulSlice titles[2];

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      BulSlice first;
      BulSlice second;

      if (!bul_slice_split (label, between[i], &first, &second)
          || !split_titled (first, i > 0, &names[0], &titles[0])
          || !split_titled (second, i > 0, &names[1], &titles[1])
          || (i == 2 && goes_on_title (names, titles)))
        continue;
      for (guint j = 0; j < 2; j++)
        {
          out->titles[out->n_names] = titles[j];
          add_name (out, names[j]);
        }
      return TRUE;
    }
  return FALSE;
}

/* “김○○/72세/주민”, “김하늘/가명/피해자”: takes what stands between who and what. */
static BulSlice
behind_age (BulAttribution *out, BulSlice rest)
{
  const char *slash;

  while ((slash = bul_label_field_end (rest)) != NULL
         && (bul_label_is_age (first_field (rest)) || bul_slice_equal (first_field (rest), "가명")))
    {
      add_detail (out, first_field (rest));
      rest = bul_slice_trim (bul_slice (slash + 1, bul_slice_end (rest)));
    }
  return rest;
}

/* “대구시 본동/주민” */
static gboolean
is_place_of_role (BulSlice place, BulSlice role)
{
  static const char *const ends[] = { "동", "읍", "면", "리", "시", "군", "구" };

  return bul_slice_find (place, " ") != NULL
         && bul_slice_ends_any (place, ends, G_N_ELEMENTS (ends)) && !bul_naming_is_role (place)
         && bul_slice_find (role, " ") == NULL && bul_naming_is_sure_role (role);
}

/* “미루군 농민회/기자회견/어제”: who, and then when and where; a body is no person. */
static void
read_of_event (BulAttribution *out, BulSlice first, BulSlice rest)
{
  if (bul_naming_is_full_korean_name (first) || bul_naming_is_english_name (first)
      || bul_label_closing_group (first) != NULL)
    read_who (out, first);
  else
    {
      BulCalling calling;

      if (calls_name (first, &calling))
        {
          add_name (out, calling.name);
          out->title = calling.title;
        }
      else
        {
          add_name (out, BUL_SLICE_NONE);
          out->title = first;
        }
    }
  add_detail (out, first_field (rest));
  add_fields (out, rest);
}

void
bul_label_read (BulAttribution *out, BulSlice label)
{
  BulCalling calling;
  BulSlice first;
  BulSlice rest;

  label = bul_slice_trim (label);
  if (label.length == 0 || (out->n_names == 0 && read_titled (out, label)))
    return;
  if (bul_label_field_end (label) == NULL)
    {
      read_single (out, label);
      return;
    }
  first = first_field (label);
  rest = bul_slice_trim (bul_slice (bul_label_field_end (label) + 1, bul_slice_end (label)));
  rest = behind_age (out, rest);
  if (is_place_of_role (first, first_field (rest)) || bul_label_is_age (first))
    {
      add_name (out, BUL_SLICE_NONE);
      out->title = first_field (rest);
      add_detail (out, first);
      add_fields (out, rest);
      return;
    }
  if (bul_label_is_event (first_field (rest)))
    {
      read_of_event (out, first, rest);
      return;
    }
  if (couple_of (first).length > 0)
    {
      out->title = first_field (rest);
      read_who (out, first);
      add_fields (out, rest);
      return;
    }
  if (is_role_first (first, first_field (rest))
      && !bul_calling_is_turned (first, first_field (rest)))
    {
      read_single (out, first);
      add_detail (out, first_field (rest));
      add_fields (out, rest);
      return;
    }
  out->title = without_occasion (out, first_field (rest));
  if (bul_naming_is_disguise (out->title))
    {
      add_detail (out, out->title);
      out->title = BUL_SLICE_NONE;
      read_single (out, first);
    }
  else if (calls_name (first, &calling))
    {
      add_detail (out, out->title);
      add_name (out, calling.name);
      out->title = calling.title;
    }
  else if (bul_calling_is_turned (first, out->title))
    {
      add_name (out, out->title);
      out->title = first;
    }
  else
    read_who (out, first);
  add_fields (out, rest);
}

void
bul_label_read_listed (BulAttribution *out, BulSlice label)
{
  const char *comma = bul_slice_find (label, ",");

  if (comma == NULL || bul_label_field_end (label) != NULL)
    {
      bul_label_read (out, label);
      return;
    }
  add_names (out, bul_slice (label.start, comma));
  out->title
      = without_occasion (out, bul_slice_trim (bul_slice (comma + 1, bul_slice_end (label))));
}
