/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-term-index.h"

#include <string.h>

#include "bul-stem.h"

/* Of one language: what it is called there, and in the other. */
typedef struct
{
  char *words;        /* Korean */
  GPtrArray *stems;   /* of char *: English */
  GPtrArray *answers; /* of char * */
} Entry;

struct _BulTermIndex
{
  GHashTable *korean;  /* term → Entry */
  GHashTable *english; /* stems with a blank between → Entry */
  GHashTable *begin;   /* first letter or stem → GPtrArray of Entry, the longest first */
};

/* A word of an English sentence. */
typedef struct
{
  char *stem;
  gsize start; /* bytes */
  gsize end;
} Token;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->words);
  g_clear_pointer (&entry->stems, g_ptr_array_unref);
  g_ptr_array_unref (entry->answers);
  g_free (entry);
}

static void
unref_list (gpointer list)
{
  g_ptr_array_unref (list);
}

BulTermIndex *
bul_term_index_new (void)
{
  BulTermIndex *self = g_new0 (BulTermIndex, 1);

  self->korean = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->begin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_list);
  return self;
}

void
bul_term_index_free (BulTermIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->begin);
  g_hash_table_unref (self->korean);
  g_hash_table_unref (self->english);
  g_free (self);
}

/* --- words of English */

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->stem);
}

static gboolean
is_possessive (const char *text, const char *start, const char *end)
{
  return start > text && end - start == 1 && (*start == 's' || *start == 'S')
         && (start[-1] == '\''
             || (start - text >= 3 && memcmp (start - 3, "\xe2\x80\x99", 3) == 0));
}

/* Returns: (transfer full) (element-type Token) */
static GArray *
read_tokens (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *start = NULL;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean is_word = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_word && start == NULL)
        start = p;
      if (!is_word && start != NULL)
        {
          g_autofree char *small = g_utf8_strdown (start, p - start);
          Token token = { NULL, (gsize) (start - text), (gsize) (p - text) };

          if (!is_possessive (text, start, p))
            {
              token.stem = bul_stem_english (small);
              g_array_append_val (tokens, token);
            }
          start = NULL;
        }
      if (*p == '\0')
        return tokens;
    }
}

/* The stems of a term: the article before it may be another in a sentence. */
static GPtrArray *
list_stems (const char *term)
{
  static const char *const articles[] = { "the", "a", "an", NULL };
  g_autoptr (GArray) tokens = read_tokens (term);
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      if (i > 0 || tokens->len == 1 || !g_strv_contains (articles, token->stem))
        g_ptr_array_add (stems, g_strdup (token->stem));
    }
  return stems;
}

static gboolean
stands_at (const GPtrArray *stems, const GArray *tokens, guint at)
{
  if (stems->len == 0 || at + stems->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < stems->len; i++)
    if (strcmp (stems->pdata[i], g_array_index (tokens, Token, at + i).stem) != 0)
      return FALSE;
  return TRUE;
}

/* --- words of Korean */

static gboolean
is_word_start (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether @term stands at @at, where a word begins, with at most a particle behind it. */
static gboolean
stands_here (const char *term, const char *at)
{
  gsize length = strlen (term);
  const char *end = at + length;
  const char *rest = end;
  g_autofree char *particle = NULL;

  if (length == 0 || strncmp (term, at, length) != 0)
    return FALSE;
  while (*rest != '\0' && g_unichar_isalnum (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  particle = g_strndup (end, (gsize) (rest - end));
  return *particle == '\0' || bul_stem_is_particle (particle);
}

/* --- adding */

static void
list_entry (BulTermIndex *self, const char *beginning, Entry *entry)
{
  GPtrArray *list = g_hash_table_lookup (self->begin, beginning);
  guint at = 0;

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->begin, g_strdup (beginning), list);
    }
  /* the longest first */
  if (entry->words != NULL)
    while (at < list->len && strlen (((Entry *) list->pdata[at])->words) >= strlen (entry->words))
      at++;
  else
    while (at < list->len && ((Entry *) list->pdata[at])->stems->len >= entry->stems->len)
      at++;
  g_ptr_array_insert (list, (int) at, entry);
}

static void
add_answer (Entry *entry, const char *answer)
{
  if (!g_ptr_array_find_with_equal_func (entry->answers, answer, g_str_equal, NULL))
    g_ptr_array_add (entry->answers, g_strdup (answer));
}

/* What Korean terms are listed by: a letter of theirs, with a sign that no stem has. */
static char *
dup_letter (const char *korean)
{
  return g_strdup_printf ("=%.*s", (int) (g_utf8_next_char (korean) - korean), korean);
}

void
bul_term_index_add (BulTermIndex *self, const char *korean, const char *english)
{
  g_autoptr (GPtrArray) stems = list_stems (english);
  g_autofree char *letter = dup_letter (korean);
  g_autofree char *key = NULL;
  Entry *entry;

  if (*korean == '\0' || stems->len == 0)
    return;
  entry = g_hash_table_lookup (self->korean, korean);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->words = g_strdup (korean);
      entry->answers = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->korean, g_strdup (korean), entry);
      list_entry (self, letter, entry);
    }
  add_answer (entry, english);
  g_ptr_array_add (stems, NULL);
  key = g_strjoinv (" ", (char **) stems->pdata);
  g_ptr_array_set_size (stems, (int) stems->len - 1);
  entry = g_hash_table_lookup (self->english, key);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->stems = g_steal_pointer (&stems);
      entry->answers = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->english, g_strdup (key), entry);
      list_entry (self, entry->stems->pdata[0], entry);
    }
  add_answer (entry, korean);
}

/* --- finding */

GArray *
bul_term_index_find_korean (const BulTermIndex *self, const char *sentence)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BulTermPlace));

  for (const char *p = sentence; *p != '\0';)
    {
      g_autofree char *letter = is_word_start (sentence, p) ? dup_letter (p) : NULL;
      const GPtrArray *list = letter == NULL ? NULL : g_hash_table_lookup (self->begin, letter);
      const Entry *found = NULL;

      for (guint i = 0; found == NULL && list != NULL && i < list->len; i++)
        if (stands_here (((Entry *) list->pdata[i])->words, p))
          found = list->pdata[i];
      if (found != NULL)
        {
          BulTermPlace place = { (gsize) (p - sentence),
                                 (gsize) (p - sentence) + strlen (found->words), found->answers };

          g_array_append_val (places, place);
          p = sentence + place.end;
        }
      else
        p = g_utf8_next_char (p);
    }
  return places;
}

GArray *
bul_term_index_find_english (const BulTermIndex *self, const char *sentence)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BulTermPlace));
  g_autoptr (GArray) tokens = read_tokens (sentence);

  for (guint i = 0; i < tokens->len;)
    {
      const Token *token = &g_array_index (tokens, Token, i);
      const GPtrArray *list = g_hash_table_lookup (self->begin, token->stem);
      const Entry *found = NULL;

      for (guint j = 0; found == NULL && list != NULL && j < list->len; j++)
        if (stands_at (((Entry *) list->pdata[j])->stems, tokens, i))
          found = list->pdata[j];
      if (found != NULL)
        {
          BulTermPlace place
              = { token->start, g_array_index (tokens, Token, i + found->stems->len - 1).end,
                  found->answers };

          g_array_append_val (places, place);
          i += found->stems->len;
        }
      else
        i++;
    }
  return places;
}

gboolean
bul_term_stands_in_korean (const char *term, const char *sentence, gsize *start, gsize *end)
{
  for (const char *p = strstr (sentence, term); *term != '\0' && p != NULL;
       p = strstr (g_utf8_next_char (p), term))
    if (is_word_start (sentence, p) && stands_here (term, p))
      {
        *start = (gsize) (p - sentence);
        *end = *start + strlen (term);
        return TRUE;
      }
  return FALSE;
}

gboolean
bul_term_stands_in_english (const char *term, const char *sentence, gsize *start, gsize *end)
{
  g_autoptr (GPtrArray) stems = list_stems (term);
  g_autoptr (GArray) tokens = read_tokens (sentence);

  for (guint i = 0; i < tokens->len; i++)
    if (stands_at (stems, tokens, i))
      {
        *start = g_array_index (tokens, Token, i).start;
        *end = g_array_index (tokens, Token, i + stems->len - 1).end;
        return TRUE;
      }
  return FALSE;
}
