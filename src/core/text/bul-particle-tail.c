/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-particle-tail.h"

#include <string.h>

#include "bul-particle.h"

/* 에서부터만은 has four. */
#define MOST_PARTS 4

/* Bytes that an aside after a word may have at most, such as (親書). */
#define LONGEST_ASIDE 64

/* A particle by its forms after a closed and an open syllable. */
typedef struct
{
  BulParticle which; /* 0: it has one form */
  const char *closed;
  const char *open;
  gboolean is_last; /* no other follows it */
} Row;

static const Row rows[] = {
  /* by the last sound */
  { BUL_PARTICLE_SUBJECT, "이", "가", TRUE },
  { BUL_PARTICLE_OBJECT, "을", "를", TRUE },
  { BUL_PARTICLE_TOPIC, "은", "는", TRUE },
  { BUL_PARTICLE_TOPIC, "은커녕", "는커녕", TRUE },
  { BUL_PARTICLE_WITH, "과", "와", FALSE },
  { BUL_PARTICLE_DIRECTION, "으로", "로", FALSE },
  { BUL_PARTICLE_DIRECTION, "으로서", "로서", FALSE },
  { BUL_PARTICLE_DIRECTION, "으로써", "로써", FALSE },
  { BUL_PARTICLE_DIRECTION, "으로부터", "로부터", FALSE },
  /* to be, and what comes of it */
  { BUL_PARTICLE_COPULA, "이다", "다", TRUE },
  { BUL_PARTICLE_COPULA, "이며", "며", TRUE },
  { BUL_PARTICLE_COPULA, "이고", "고", TRUE },
  { BUL_PARTICLE_COPULA, "이자", "자", TRUE },
  { BUL_PARTICLE_COPULA, "이나", "나", FALSE },
  { BUL_PARTICLE_COPULA, "이나마", "나마", FALSE },
  { BUL_PARTICLE_COPULA, "이니", "니", TRUE },
  { BUL_PARTICLE_COPULA, "이지만", "지만", TRUE },
  { BUL_PARTICLE_COPULA, "이므로", "므로", TRUE },
  { BUL_PARTICLE_COPULA, "이라", "라", TRUE },
  { BUL_PARTICLE_COPULA, "이라고", "라고", FALSE },
  { BUL_PARTICLE_COPULA, "이라는", "라는", TRUE },
  { BUL_PARTICLE_COPULA, "이라며", "라며", TRUE },
  { BUL_PARTICLE_COPULA, "이라면", "라면", TRUE },
  { BUL_PARTICLE_COPULA, "이라도", "라도", TRUE },
  { BUL_PARTICLE_COPULA, "이라서", "라서", TRUE },
  { BUL_PARTICLE_COPULA, "이란", "란", TRUE },
  { BUL_PARTICLE_COPULA, "이랑", "랑", FALSE },
  { BUL_PARTICLE_COPULA, "이든", "든", TRUE },
  { BUL_PARTICLE_COPULA, "이든지", "든지", TRUE },
  { BUL_PARTICLE_COPULA, "이야", "야", TRUE },
  { BUL_PARTICLE_COPULA, "이야말로", "야말로", TRUE },
  { BUL_PARTICLE_COPULA, "이었다", "였다", TRUE },
  { BUL_PARTICLE_COPULA, "이었던", "였던", TRUE },
  { BUL_PARTICLE_COPULA, "이었고", "였고", TRUE },
  { BUL_PARTICLE_COPULA, "이었으나", "였으나", TRUE },
  { BUL_PARTICLE_COPULA, "이었지만", "였지만", TRUE },
  { BUL_PARTICLE_COPULA, "이었습니다", "였습니다", TRUE },
  { BUL_PARTICLE_COPULA, "이에요", "예요", TRUE },
  { BUL_PARTICLE_COPULA, "이어서", "여서", TRUE },
  { BUL_PARTICLE_COPULA, "이죠", "죠", TRUE },
  /* the same after any word */
  { 0, "의", "의", TRUE },
  { 0, "에", "에", FALSE },
  { 0, "에서", "에서", FALSE },
  { 0, "에게", "에게", FALSE },
  { 0, "에게서", "에게서", FALSE },
  { 0, "께", "께", FALSE },
  { 0, "께서", "께서", FALSE },
  { 0, "한테", "한테", FALSE },
  { 0, "한테서", "한테서", FALSE },
  { 0, "도", "도", FALSE },
  { 0, "만", "만", FALSE },
  { 0, "까지", "까지", FALSE },
  { 0, "부터", "부터", FALSE },
  { 0, "마저", "마저", FALSE },
  { 0, "조차", "조차", FALSE },
  { 0, "밖에", "밖에", FALSE },
  { 0, "뿐", "뿐", FALSE },
  { 0, "처럼", "처럼", FALSE },
  { 0, "같이", "같이", FALSE },
  { 0, "보다", "보다", FALSE },
  { 0, "대로", "대로", FALSE },
  { 0, "만큼", "만큼", FALSE },
  { 0, "마다", "마다", FALSE },
  { 0, "하고", "하고", FALSE },
  { 0, "커녕", "커녕", TRUE },
  { 0, "씩", "씩", FALSE },
  { 0, "쯤", "쯤", FALSE },
  { 0, "들", "들", FALSE },
  { 0, "인", "인", TRUE },
  { 0, "인데", "인데", TRUE },
  { 0, "인지", "인지", FALSE },
  { 0, "일", "일", TRUE },
  { 0, "임", "임", FALSE },
  { 0, "입니다", "입니다", TRUE },
  { 0, "입니까", "입니까", TRUE },
};

static const struct
{
  gunichar open;
  gunichar close;
} asides[] = { { '(', ')' }, { '[', ']' }, { 0xff08, 0xff09 }, { 0x3014, 0x3015 } };

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
ends_here (const char *text)
{
  return !is_hangul (g_utf8_get_char (text));
}

/* Returns: bytes of the longest form of @row that @text begins with, 0 for none. */
static gsize
measure_row (const Row *row, const char *text)
{
  if (g_str_has_prefix (text, row->closed))
    return strlen (row->closed);
  return g_str_has_prefix (text, row->open) ? strlen (row->open) : 0;
}

/* Whether @text up to the end of its Hangul is nothing but particles, at most @n_parts of them. */
static gboolean
is_all_particles (const char *text, guint n_parts)
{
  if (ends_here (text))
    return TRUE;
  for (guint i = 0; n_parts > 0 && i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = measure_row (&rows[i], text);

      if (length > 0
          && (rows[i].is_last ? ends_here (text + length)
                              : is_all_particles (text + length, n_parts - 1)))
        return TRUE;
    }
  return FALSE;
}

/* “」” and the like; a straight mark may open as well, but not right after a word. */
static gboolean
is_closing_mark (gunichar c)
{
  return c == '\'' || c == '"' || c == 0x3009 || c == 0x300b || c == 0x300d || c == 0x300f
         || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION;
}

/* Returns: the end of the quote marks and the aside that @text begins with. */
static const char *
skip_between (const char *text)
{
  gunichar c;

  while (is_closing_mark (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  c = g_utf8_get_char (text);
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    {
      const char *close
          = asides[i].open == c ? g_utf8_strchr (text, LONGEST_ASIDE, asides[i].close) : NULL;

      if (close != NULL)
        return g_utf8_next_char (close);
    }
  return text;
}

static guint
count (const char *start, const char *end)
{
  return (guint) g_utf8_strlen (start, end - start);
}

static const char *
end_of_hangul (const char *text)
{
  while (!ends_here (text))
    text = g_utf8_next_char (text);
  return text;
}

/* “을(를)”: both forms, where whoever wrote it could not tell. */
static gboolean
read_double (const char *text, BulParticleTail *tail)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows) && rows[i].which != BUL_PARTICLE_COPULA; i++)
    {
      const char *both = bul_particle ("", rows[i].which);

      if (!g_str_has_prefix (text, both)
          || !is_all_particles (text + strlen (both), MOST_PARTS - 1))
        continue;
      tail->row = i;
      tail->n_form = count (both, both + strlen (both));
      tail->n_chars
          = tail->n_form + count (text + strlen (both), end_of_hangul (text + strlen (both)));
      return TRUE;
    }
  return FALSE;
}

/* The longest first part of which all the rest is particles as well. */
static gboolean
read_particles (const char *text, BulParticleTail *tail)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = measure_row (&rows[i], text);

      if (length <= longest
          || !(rows[i].is_last ? ends_here (text + length)
                               : is_all_particles (text + length, MOST_PARTS - 1)))
        continue;
      longest = length;
      tail->row = i;
      tail->n_form = rows[i].which == 0 ? 0 : count (text, text + length);
    }
  tail->n_chars = count (text, end_of_hangul (text));
  return longest > 0;
}

gboolean
bul_particle_tail_read (const char *text, BulParticleTail *tail)
{
  const char *start = NULL;
  BulParticleTail found = { 0 };

  g_return_val_if_fail (text != NULL && tail != NULL, FALSE);

  /* “(으)로” is no aside. */
  start = read_double (text, &found) ? text : skip_between (text);
  if (found.n_chars == 0 && !read_double (start, &found) && !read_particles (start, &found))
    return FALSE;
  found.n_between = count (text, start);
  *tail = found;
  return TRUE;
}

const char *
bul_particle_tail_fit (const BulParticleTail *tail, const char *was, const char *now)
{
  const Row *row = NULL;
  const char *closed = NULL;
  const char *open = NULL;
  const char *fitting = NULL;

  g_return_val_if_fail (tail != NULL && tail->row < G_N_ELEMENTS (rows), NULL);
  g_return_val_if_fail (was != NULL && now != NULL, NULL);

  row = &rows[tail->row];
  if (tail->n_form == 0)
    return NULL;

  closed = bul_particle ("책", row->which);
  open = bul_particle ("차", row->which);
  fitting = bul_particle (now, row->which);
  /* 친서이다 is as right as 친서다. */
  if (row->which == BUL_PARTICLE_COPULA && strcmp (bul_particle (was, row->which), open) == 0
      && tail->n_form == (guint) g_utf8_strlen (row->closed, -1) && strcmp (fitting, open) == 0)
    return NULL;
  if (strcmp (fitting, closed) == 0)
    return row->closed;
  return strcmp (fitting, open) == 0 ? row->open : NULL;
}

/* Whether a number ends before @end, with what it counts in Hangul behind it. */
static gboolean
counts_something (const char *text, const char *end)
{
  const char *p = g_utf8_find_prev_char (text, end);

  if (p == NULL || !is_hangul (g_utf8_get_char (p)))
    return FALSE;
  while (p != NULL && is_hangul (g_utf8_get_char (p)))
    p = g_utf8_find_prev_char (text, p);
  return p != NULL && g_unichar_isdigit (g_utf8_get_char (p));
}

/* The particles are all of @text. */
static gboolean
is_tail (const char *text)
{
  BulParticleTail tail;

  return bul_particle_tail_read (text, &tail) && tail.n_between == 0
         && tail.n_chars == (guint) g_utf8_strlen (text, -1);
}

guint
bul_particle_tail_count_shared (const char *was, const char *now)
{
  guint n_shared = 0;
  const char *p;
  const char *q;

  g_return_val_if_fail (was != NULL && now != NULL, 0);

  p = was + strlen (was);
  q = now + strlen (now);
  for (guint n = 1;; n++)
    {
      p = g_utf8_find_prev_char (was, p);
      q = g_utf8_find_prev_char (now, q);
      if (p == NULL || q == NULL || g_utf8_get_char (p) != g_utf8_get_char (q)
          || !is_hangul (g_utf8_get_char (p)))
        return n_shared;
      if (is_tail (p) && counts_something (was, p) && counts_something (now, q))
        n_shared = n;
    }
}
