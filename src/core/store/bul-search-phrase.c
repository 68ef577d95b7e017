/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-phrase-private.h"

#include <string.h>

#include "bul-particle-tail.h"

/* Of so many syllables a blank is looked for, but not before the last: one syllable costs the most.
 */
#define SHORTEST_COMPOUND 4
#define LONGEST_COMPOUND 12

/* What a word is without its particle has so many characters at least. */
#define SHORTEST_STEM 2

/* Signs that headlines have for words. */
static const struct
{
  const char *sign;
  const char *word;
} signs[] = {
  /* countries */
  { "北", "북한" },
  { "韓", "한국" },
  { "美", "미국" },
  { "日", "일본" },
  { "中", "중국" },
  { "臺", "대만" },
  { "露", "러시아" },
  { "英", "영국" },
  { "佛", "프랑스" },
  { "獨", "독일" },
  { "伊", "이탈리아" },
  { "印", "인도" },
  { "越", "베트남" },
  { "濠", "호주" },
  /* who governs and judges */
  { "靑", "청와대" },
  { "青", "청와대" },
  { "與", "여당" },
  { "野", "야당" },
  { "檢", "검찰" },
  { "警", "경찰" },
};

/* Syllables that end nouns as well, so that what is before them must be longer. Those of 이다 end
 * many names (김미자, 박정란), so that they are never taken for it: that nobody is called so is an
 * answer. */
static const char often_of_the_noun[] = "이가의과로나랑";
static const char often_of_the_name[] = "라다고인일임자니며란든야죠";
static const char ever_of_the_noun[] = "도만";

static void
phrase_free (gpointer data)
{
  BulSearchPhrase *self = data;

  g_free (self->text);
  g_free (self);
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static guint
count_letters (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) != 0;
  return n;
}

static guint
shortest_before (const char *tail, gboolean is_noun)
{
  gunichar first = g_utf8_get_char (tail);
  gboolean alone = *g_utf8_next_char (tail) == '\0';

  if ((alone && g_utf8_strchr (often_of_the_name, -1, first) != NULL)
      || (is_noun && alone && g_utf8_strchr (often_of_the_noun, -1, first) != NULL)
      || (is_noun && g_utf8_strchr (ever_of_the_noun, -1, first) != NULL))
    return SHORTEST_STEM + 1;
  return SHORTEST_STEM;
}

/* Returns: where the particles of @word begin, or its end. @is_noun: it may be one that ends so. */
static const char *
find_particles (const char *word, gboolean is_noun)
{
  const char *end = word + strlen (word);

  if (end == word || !is_hangul (g_utf8_get_char (g_utf8_prev_char (end))))
    return end;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      BulParticleTail tail;

      if (is_hangul (g_utf8_get_char (p)) && count_letters (word, p) >= shortest_before (p, is_noun)
          && bul_particle_tail_read (p, &tail) && tail.n_between == 0
          && tail.n_chars == (guint) g_utf8_strlen (p, -1))
        return p;
    }
  return end;
}

/* Of a long word a consonant that is being typed says nothing yet, and would cost the most. */
static char *
dup_typed (const char *word)
{
  const char *end = word + strlen (word);
  const char *last = end == word ? word : g_utf8_prev_char (end);
  gunichar c = g_utf8_get_char (last);

  return c >= 0x3131 && c <= 0x314e && g_utf8_strlen (word, last - word) >= 3
             ? g_strndup (word, (gsize) (last - word))
             : g_strdup (word);
}

/* The same, whatever follows in the text. */
static void
add (GPtrArray *phrases, const char *text, gboolean exact)
{
  BulSearchPhrase *self = g_new0 (BulSearchPhrase, 1);
  gboolean open = bul_token_look_at_end (text) == BUL_TOKEN_END_OPEN;

  self->text = g_strconcat (exact || open ? BUL_TOKEN_EXACT : "", text, NULL);
  self->mode = open && !bul_token_is_syllable (text) ? BUL_TOKEN_PREFIX : BUL_TOKEN_QUERY;
  g_ptr_array_add (phrases, self);
}

/* Only where it stands by itself: 北 but not 北美. */
static void
add_alone (GPtrArray *phrases, const char *sign)
{
  BulSearchPhrase *self = g_new0 (BulSearchPhrase, 1);

  self->text = g_strdup (sign);
  self->mode = BUL_TOKEN_QUERY;
  g_ptr_array_add (phrases, self);
}

static void
add_typed (GPtrArray *phrases, const char *word)
{
  BulSearchPhrase *self = g_new0 (BulSearchPhrase, 1);

  self->text = dup_typed (word);
  self->mode = BUL_TOKEN_PREFIX;
  g_ptr_array_add (phrases, self);
}

static void
add_signs (GPtrArray *phrases, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strcmp (signs[i].sign, word) == 0)
        add (phrases, signs[i].word, FALSE);
      if (strcmp (signs[i].word, word) == 0)
        add_alone (phrases, signs[i].sign);
    }
}

/* 핵실험장 stands in a text as 핵실험장, and as 핵 실험장 or in two other parts. */
static void
add_parted (GPtrArray *phrases, const char *word)
{
  glong n = g_utf8_strlen (word, -1);

  if (n < SHORTEST_COMPOUND || n > LONGEST_COMPOUND)
    return;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_hangul (g_utf8_get_char (p)))
      return;
  for (glong i = 1; i <= n - 2; i++)
    {
      const char *middle = g_utf8_offset_to_pointer (word, i);
      g_autofree char *parted = g_strdup_printf ("%.*s %s", (int) (middle - word), word, middle);

      add (phrases, parted, FALSE);
    }
}

static gboolean
ends_in_latin (const char *word)
{
  gsize length = strlen (word);

  return length > 0 && g_ascii_isalpha (word[length - 1]);
}

static gboolean
is_being_typed (const BulQueryNode *leaf)
{
  return (leaf->flags & BUL_QUERY_COMPOSING) != 0
         || ((leaf->flags & BUL_QUERY_TYPING) != 0 && ends_in_latin (leaf->text));
}

static void
add_ways (GPtrArray *phrases, const char *word, const char *end)
{
  g_autofree char *stem = g_strndup (word, (gsize) (end - word));

  add (phrases, stem, FALSE);
  add_signs (phrases, stem);
  add_parted (phrases, stem);
}

GPtrArray *
bul_search_phrase_list (const BulQueryNode *leaf)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (phrase_free);

  if (leaf->type == BUL_QUERY_PHRASE)
    add (phrases, leaf->text, TRUE);
  else if (is_being_typed (leaf))
    add_typed (phrases, leaf->text);
  else
    add_ways (phrases, leaf->text, find_particles (leaf->text, TRUE));
  return phrases;
}

GPtrArray *
bul_search_phrase_list_of_stem (const BulQueryNode *leaf)
{
  GPtrArray *phrases;
  const char *end;

  if (leaf->type == BUL_QUERY_PHRASE || is_being_typed (leaf))
    return NULL;
  end = find_particles (leaf->text, FALSE);
  if (end == find_particles (leaf->text, TRUE))
    return NULL;
  phrases = g_ptr_array_new_with_free_func (phrase_free);
  add_ways (phrases, leaf->text, end);
  return phrases;
}

gboolean
bul_search_phrase_is_syllable (const BulSearchPhrase *self)
{
  return self->mode == BUL_TOKEN_QUERY && bul_token_is_syllable (self->text);
}

void
bul_search_phrase_append (const BulSearchPhrase *self, GString *match)
{
  g_string_append_c (match, '"');
  for (const char *p = self->text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append (match, self->mode == BUL_TOKEN_PREFIX ? "\"*" : "\"");
}
