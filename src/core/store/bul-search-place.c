/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-search-private.h"
#include "bul-search-words-private.h"

/*
 * The words of a query are looked for in the lines of a story by the very tokens that the index was
 * made of, so that what is shown is what was found.
 */

typedef struct
{
  gsize bytes; /* where in the bytes of all tokens */
  gsize length;
  gsize start;
  gsize end;
  guint position;
} Token;

typedef struct
{
  GArray *tokens;
  GString *bytes;
  gboolean is_prefix; /* the last is the beginning of one */
} Tokens;

static int
add_token (const BulToken *token, gpointer data)
{
  Tokens *self = data;
  Token added = { self->bytes->len, token->length, token->start, token->end, 0 };

  if (self->tokens->len > 0)
    added.position = g_array_index (self->tokens, Token, self->tokens->len - 1).position
                     + (token->same_place ? 0 : 1);
  g_string_append_len (self->bytes, token->bytes, (gssize) token->length);
  g_array_append_val (self->tokens, added);
  return 0;
}

static Tokens *
tokens_new (const char *text, BulTokenMode mode)
{
  Tokens *self = g_new0 (Tokens, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  self->bytes = g_string_new (NULL);
  self->is_prefix = mode == BUL_TOKEN_PREFIX;
  bul_token_read (text, strlen (text), mode, add_token, self);
  return self;
}

static void
tokens_free (gpointer data)
{
  Tokens *self = data;

  g_array_unref (self->tokens);
  g_string_free (self->bytes, TRUE);
  g_free (self);
}

static const Token *
get (const Tokens *self, guint i)
{
  return i < self->tokens->len ? &g_array_index (self->tokens, Token, i) : NULL;
}

static gboolean
equals (const Tokens *self, const Token *token, const Tokens *phrase, const Token *wanted)
{
  const Token *last = get (phrase, phrase->tokens->len - 1);
  gboolean prefix = phrase->is_prefix && wanted->position == last->position;

  return (prefix ? token->length >= wanted->length : token->length == wanted->length)
         && memcmp (self->bytes->str + token->bytes, phrase->bytes->str + wanted->bytes,
                    wanted->length)
                == 0;
}

/* Whether what stands at the place of token @i is one of what @phrase has at @place. */
static const Token *
match_place (const Tokens *self, guint i, const Tokens *phrase, guint place)
{
  guint position = get (self, i)->position;
  const Token *token;

  for (; (token = get (self, i)) != NULL && token->position == position; i++)
    for (guint j = 0; j < phrase->tokens->len; j++)
      {
        const Token *wanted = get (phrase, j);

        if (wanted->position == place && equals (self, token, phrase, wanted))
          return token;
      }
  return NULL;
}

/* The token of @self that is the first of its place, after token @i. */
static guint
next_place (const Tokens *self, guint i)
{
  guint position = get (self, i)->position;

  while (get (self, i) != NULL && get (self, i)->position == position)
    i++;
  return i;
}

/* A single syllable is found by a token of it and the next, which is no part of it. */
static gsize
end_of (const Tokens *self, const Token *token, guint next, const Tokens *phrase)
{
  const Token *last = get (phrase, phrase->tokens->len - 1);
  const Token *after = get (self, next);

  return phrase->is_prefix && bul_token_is_single (phrase->bytes->str + last->bytes, last->length)
                 && after != NULL && after->start < token->end
             ? after->start
             : token->end;
}

/* Whether @phrase begins at token @i; @end is where it ends, in bytes. */
static gboolean
match_at (const Tokens *self, guint i, const Tokens *phrase, gsize *end)
{
  guint n = get (phrase, phrase->tokens->len - 1)->position + 1;

  for (guint place = 0; place < n; place++)
    {
      const Token *token = get (self, i) == NULL ? NULL : match_place (self, i, phrase, place);

      if (token == NULL)
        return FALSE;
      i = next_place (self, i);
      *end = place == n - 1 ? end_of (self, token, i, phrase) : token->end;
    }
  return TRUE;
}

static void
note_ranges (const Tokens *self, const char *text, const Tokens *phrase, GArray *ranges)
{
  if (phrase->tokens->len == 0)
    return;
  for (guint i = 0; i < self->tokens->len; i = next_place (self, i))
    {
      gsize end = 0;

      if (match_at (self, i, phrase, &end))
        {
          BulRange range = { bul_chars_from_byte (text, get (self, i)->start),
                             bul_chars_from_byte (text, end) };

          g_array_append_val (ranges, range);
        }
    }
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const BulRange *x = a;
  const BulRange *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/* Ranges that overlap become one. */
static void
unite (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);
      BulRange *last = n == 0 ? NULL : &g_array_index (ranges, BulRange, n - 1);

      if (last != NULL && range.start < last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, BulRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/* The prefix that a syllable is stands for what its own index says. */
static gboolean
add_phrases (BulDb *db, GPtrArray *phrases, const BulQueryNode *leaf, GError **error)
{
  g_autoptr (GPtrArray) list = bul_search_words_list (db, leaf, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const BulSearchPhrase *phrase = list->pdata[i];

      g_ptr_array_add (phrases, tokens_new (phrase->text, bul_search_phrase_is_syllable (phrase)
                                                              ? BUL_TOKEN_PREFIX
                                                              : phrase->mode));
    }
  return list != NULL;
}

/* Returns: (element-type Tokens): all that is to be seen in the text. */
static GPtrArray *
list_phrases (const BulSearch *self, GError **error)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (tokens_free);
  g_autoptr (GArray) parts = bul_query_list_parts (self->query);

  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryPart *part = &g_array_index (parts, BulQueryPart, i);

      if (!part->negated
          && (part->node->type == BUL_QUERY_WORD || part->node->type == BUL_QUERY_PHRASE)
          && !add_phrases (self->store->db, phrases, part->node, error))
        return NULL;
    }
  return g_steal_pointer (&phrases);
}

static void
place_free (gpointer data)
{
  BulSearchPlace *self = data;

  g_free (self->script);
  g_free (self->block);
  g_free (self->text);
  g_free (self);
}

static void
add_places (GPtrArray *places, sqlite3_stmt *row, const GPtrArray *phrases, guint most)
{
  g_autofree char *text = bul_db_dup_text (row, 3);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
  Tokens *tokens = tokens_new (text, BUL_TOKEN_TEXT);

  for (guint i = 0; i < phrases->len; i++)
    note_ranges (tokens, text, phrases->pdata[i], ranges);
  tokens_free (tokens);
  unite (ranges);
  for (guint i = 0; i < ranges->len && places->len < most; i++)
    {
      BulSearchPlace *place = g_new0 (BulSearchPlace, 1);

      place->script = bul_db_dup_text (row, 0);
      place->block = bul_db_dup_text (row, 1);
      place->number = (guint) sqlite3_column_int64 (row, 2) + 1;
      place->range = g_array_index (ranges, BulRange, i);
      place->text = g_strdup (text);
      g_ptr_array_add (places, place);
    }
}

GPtrArray *
bul_search_list_places (BulSearch *self, gint64 docid, guint most, GError **error)
{
  static const char sql[]
      = "SELECT script.key, block.key, block.position, block.text FROM search_document"
        " JOIN script ON script.story = search_document.story"
        " JOIN block ON block.script = script.id"
        " WHERE docid = :docid ORDER BY script.position, block.position";
  g_autoptr (GPtrArray) phrases = list_phrases (self, error);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  sqlite3_stmt *select = phrases == NULL ? NULL : bul_db_prepare (self->store->db, sql, error);
  BulDbStep step = BUL_DB_DONE;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "docid", docid);
  while (places->len < most && (step = bul_db_step (self->store->db, select, error)) == BUL_DB_ROW)
    add_places (places, select, phrases, most);
  sqlite3_reset (select);
  return step == BUL_DB_ERROR ? NULL : g_steal_pointer (&places);
}
