/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-particle.h"

/* What a particle begins with after a consonant and after a vowel, the longer ones first. @then:
 * what may follow it of Hangul, each ended by a blank; %NULL: anything, for no other word goes on
 * so. */
typedef struct
{
  BulParticle which;
  const char *after_consonant;
  const char *after_vowel;
  const char *then;
} Row;

static const Row rows[] = {
  /* the copula, and what is made with it */
  { BUL_PARTICLE_SUBJECT, "이었", "였", NULL },
  { BUL_PARTICLE_SUBJECT, "이야말로", "야말로", NULL },
  { BUL_PARTICLE_SUBJECT, "이지만", "지만", NULL },
  { BUL_PARTICLE_SUBJECT, "이라", "라", NULL },
  { BUL_PARTICLE_SUBJECT, "이랑", "랑", NULL },
  { BUL_PARTICLE_SUBJECT, "이란", "란", "" },
  { BUL_PARTICLE_SUBJECT, "이다", "다", "" },
  { BUL_PARTICLE_SUBJECT, "이며", "며", "" },
  { BUL_PARTICLE_SUBJECT, "이고", "고", "" },
  { BUL_PARTICLE_SUBJECT, "이나", "나", "" },
  { BUL_PARTICLE_SUBJECT, "이든", "든", "지 " },
  { BUL_PARTICLE_SUBJECT, "이자", "자", "" },
  { BUL_PARTICLE_SUBJECT, "이면", "면", "" },
  /* those of one form after ㄹ */
  { BUL_PARTICLE_DIRECTION, "으로", "로", NULL },
  /* the others */
  { BUL_PARTICLE_SUBJECT, "은", "는", "커녕 요 " },
  { BUL_PARTICLE_SUBJECT, "이", "가", "" },
  { BUL_PARTICLE_SUBJECT, "을", "를", "" },
  { BUL_PARTICLE_SUBJECT, "과", "와", "의 는 도 만 " },
};

static const char *
skip_aside (const char *text)
{
  const char *close = *text == '(' ? strchr (text, ')') : NULL;

  return close == NULL ? text : close + 1;
}

/* What is not heard between a word and its particle: an aside in brackets, the end of a quotation.
 */
static const char *
skip_silent (const char *text)
{
  static const char *const marks[] = { "\"", "'", "”", "’", "」", "』", "》", "〉" };
  const char *at = skip_aside (text);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]))
      return skip_aside (at + strlen (marks[i]));
  return at;
}

static gboolean
is_hangul (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
may_follow (const Row *row, const char *after)
{
  g_auto (GStrv) allowed = NULL;

  if (row->then == NULL || !is_hangul (after))
    return TRUE;
  allowed = g_strsplit (row->then, " ", -1);
  for (guint i = 0; allowed[i] != NULL; i++)
    if (*allowed[i] != '\0' && g_str_has_prefix (after, allowed[i]))
      return TRUE;
  return FALSE;
}

/* The form of @row behind @word; %NULL where its end cannot be told. */
static const char *
form_of (const Row *row, const char *word)
{
  const char *sign = bul_particle (word, row->which);

  if (strchr (sign, '(') != NULL)
    return NULL;
  return g_str_equal (sign, "이") || g_str_equal (sign, "으로") ? row->after_consonant
                                                                : row->after_vowel;
}

gboolean
bul_particle_find_change (const char *was,
                          const char *now,
                          const char *after,
                          BulParticleChange *change)
{
  const char *at = skip_silent (after);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *from = form_of (&rows[i], was);
      const char *to = form_of (&rows[i], now);

      if (from == NULL || to == NULL || !g_str_has_prefix (at, from)
          || !may_follow (&rows[i], at + strlen (from)))
        continue;
      if (g_str_equal (from, to))
        return FALSE;
      *change = (BulParticleChange){ bul_chars_from_byte (after, (gsize) (at - after)), from, to };
      return TRUE;
    }
  return FALSE;
}
