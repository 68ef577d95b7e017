/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tokenizer-private.h"

#include "bul-token.h"

/* The columns of search_text. */
#define COLUMN_BODY 0
#define COLUMN_HEAD 1

/* Where the words of a headline count so much more, and a word near the beginning a little. */
#define HEAD_SCORE 4.0
#define EARLY 200.0

/* What FTS5 wants its tokens told to. */
typedef struct
{
  int (*tell) (void *, int, const char *, int, int, int);
  void *context;
} Receiver;

/* A tokenizer keeps nothing; FTS5 only asks that it is somewhere. */
static int
create (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static int nothing;

  *tokenizer = (Fts5Tokenizer *) &nothing;
  return SQLITE_OK;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
}

static int
pass_on (const BulToken *token, gpointer data)
{
  const Receiver *receiver = data;

  return receiver->tell (receiver->context, token->same_place ? FTS5_TOKEN_COLOCATED : 0,
                         token->bytes, (int) token->length, (int) token->start, (int) token->end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int length,
          int (*tell) (void *, int, const char *, int, int, int))
{
  Receiver receiver = { tell, context };
  BulTokenMode mode = BUL_TOKEN_TEXT;

  if ((flags & FTS5_TOKENIZE_QUERY) != 0)
    mode = (flags & FTS5_TOKENIZE_PREFIX) != 0 ? BUL_TOKEN_PREFIX : BUL_TOKEN_QUERY;
  return text == NULL ? SQLITE_OK : bul_token_read (text, (gsize) length, mode, pass_on, &receiver);
}

static int
tokenize_syllables (Fts5Tokenizer *tokenizer,
                    void *context,
                    int flags,
                    const char *text,
                    int length,
                    int (*tell) (void *, int, const char *, int, int, int))
{
  Receiver receiver = { tell, context };

  return text == NULL ? SQLITE_OK
                      : bul_token_read_syllables (text, (gsize) length, pass_on, &receiver);
}

/* Some for every place, ever less the more there are; much for the headline. */
static int
score_phrase (const Fts5ExtensionApi *api, Fts5Context *context, int phrase, double *score)
{
  Fts5PhraseIter iterator;
  int column;
  int offset;
  int n = 0;
  double head = 0;
  double early = 0;
  int code = api->xPhraseFirst (context, phrase, &iterator, &column, &offset);

  for (; code == SQLITE_OK && column >= 0; api->xPhraseNext (context, &iterator, &column, &offset))
    {
      if (column == COLUMN_HEAD)
        head = HEAD_SCORE;
      else if (column == COLUMN_BODY)
        {
          early = n == 0 ? EARLY / (EARLY + offset) : early;
          n++;
        }
    }
  *score += head + early + n / (n + 2.0);
  return code;
}

static void
score (const Fts5ExtensionApi *api,
       Fts5Context *context,
       sqlite3_context *result,
       int n_arguments,
       sqlite3_value **arguments)
{
  double total = 0;

  for (int i = 0; i < api->xPhraseCount (context); i++)
    {
      int code = score_phrase (api, context, i, &total);

      if (code != SQLITE_OK)
        {
          sqlite3_result_error_code (result, code);
          return;
        }
    }
  sqlite3_result_double (result, total);
}

static int
take_row (const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
  const BulSweep *sweep = data;

  return sweep->take (sweep->data, api->xRowid (context));
}

static void
sweep (const Fts5ExtensionApi *api,
       Fts5Context *context,
       sqlite3_context *result,
       int n_arguments,
       sqlite3_value **arguments)
{
  void *to = n_arguments == 1 ? sqlite3_value_pointer (arguments[0], BUL_SWEEP) : NULL;
  int code;

  if (to == NULL || api->xPhraseCount (context) != 1)
    {
      sqlite3_result_int (result, 0);
      return;
    }
  code = api->xQueryPhrase (context, 0, to, take_row);
  if (code == SQLITE_OK)
    sqlite3_result_int (result, 1);
  else
    sqlite3_result_error_code (result, code);
}

/* SQLite gives the interface of FTS5 by way of a statement. */
static fts5_api *
find_fts5 (sqlite3 *handle)
{
  sqlite3_stmt *select = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &select, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (select, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (select);
    }
  sqlite3_finalize (select);
  return api;
}

int
bul_tokenizer_register (sqlite3 *handle)
{
  fts5_tokenizer koen = { create, destroy, tokenize };
  fts5_tokenizer ko1 = { create, destroy, tokenize_syllables };
  fts5_api *api = find_fts5 (handle);
  int code;

  if (api == NULL || api->iVersion < 2)
    return SQLITE_ERROR;
  code = api->xCreateTokenizer (api, "koen", NULL, &koen, NULL);
  if (code == SQLITE_OK)
    code = api->xCreateTokenizer (api, "ko1", NULL, &ko1, NULL);
  if (code == SQLITE_OK)
    code = api->xCreateFunction (api, "search_score", NULL, score, NULL);
  if (code == SQLITE_OK)
    code = api->xCreateFunction (api, "search_sweep", NULL, sweep, NULL);
  return code;
}
