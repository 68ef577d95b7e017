/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-dictionary.h"

#include <enchant.h>
#include <string.h>

#include "bul-worker.h"

#define MAX_SUGGESTIONS 5

/* What only the worker's thread touches. */
typedef struct
{
  EnchantBroker *broker; /* NULL: not yet */
  EnchantDict *dicts[N_DESK_TONGUES];
  gboolean was_sought[N_DESK_TONGUES];
  GStrv tags[N_DESK_TONGUES];
} Desk;

struct _DeskDictionary
{
  GObject parent_instance;

  BulWorker *worker;
  Desk *desk;
  GHashTable *words[N_DESK_TONGUES]; /* word: DeskWord; UNKNOWN: it is asked for */
  DeskWord is_there[N_DESK_TONGUES];
  GHashTable *ignored; /* of story, line end, word */
};

typedef enum
{
  ASK,
  SUGGEST,
  LEARN,
} Deed;

/* A job, and what comes of it. */
typedef struct
{
  Desk *desk;
  Deed deed;
  DeskTongue tongue;
  GStrv words;
} Question;

typedef struct
{
  DeskTongue tongue;
  gboolean is_there;
  GStrv words;
  GArray *verdicts; /* of DeskWord */
} Answer;

enum
{
  ANSWERED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDictionary, desk_dictionary, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_strfreev (question->words);
  g_free (question);
}

static void
answer_free (Answer *answer)
{
  g_strfreev (answer->words);
  g_array_unref (answer->verdicts);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
close_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Desk *desk = data;

  for (guint i = 0; i < N_DESK_TONGUES; i++)
    {
      if (desk->dicts[i] != NULL)
        enchant_broker_free_dict (desk->broker, desk->dicts[i]);
      g_strfreev (desk->tags[i]);
    }
  if (desk->broker != NULL)
    enchant_broker_free (desk->broker);
  g_free (desk);
  return NULL;
}

/* The first that there is; looked for once, for there may be none. */
static EnchantDict *
find_dict (Desk *desk, DeskTongue tongue)
{
  if (desk->was_sought[tongue])
    return desk->dicts[tongue];
  if (desk->broker == NULL)
    desk->broker = enchant_broker_init ();
  for (guint i = 0; desk->tags[tongue][i] != NULL && desk->dicts[tongue] == NULL; i++)
    if (enchant_broker_dict_exists (desk->broker, desk->tags[tongue][i]))
      desk->dicts[tongue] = enchant_broker_request_dict (desk->broker, desk->tags[tongue][i]);
  desk->was_sought[tongue] = TRUE;
  return desk->dicts[tongue];
}

/* A dictionary that does not know what to say, which enchant tells by a negative number, says
 * nothing against the word. */
static Answer *
ask (EnchantDict *dict, const Question *question)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->tongue = question->tongue;
  answer->is_there = dict != NULL;
  answer->words = g_strdupv (question->words);
  answer->verdicts = g_array_new (FALSE, FALSE, sizeof (DeskWord));
  for (guint i = 0; question->words[i] != NULL; i++)
    {
      DeskWord verdict = dict != NULL && enchant_dict_check (dict, question->words[i], -1) > 0
                             ? DESK_WORD_WRONG
                             : DESK_WORD_RIGHT;

      g_array_append_val (answer->verdicts, verdict);
    }
  return answer;
}

static GStrv
suggest (EnchantDict *dict, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  size_t n_found = 0;
  char **found = NULL;

  if (dict != NULL && enchant_dict_check (dict, word, -1) > 0)
    found = enchant_dict_suggest (dict, word, -1, &n_found);
  for (size_t i = 0; i < MIN (n_found, MAX_SUGGESTIONS); i++)
    if (g_utf8_validate (found[i], -1, NULL))
      g_strv_builder_add (builder, found[i]);
  if (found != NULL)
    enchant_dict_free_string_list (dict, found);
  return g_strv_builder_end (builder);
}

static gpointer
question_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  EnchantDict *dict = find_dict (question->desk, question->tongue);

  switch (question->deed)
    {
    case ASK:
      return ask (dict, question);
    case SUGGEST:
      return suggest (dict, question->words[0]);
    case LEARN:
      if (dict != NULL)
        enchant_dict_add (dict, question->words[0], -1);
      break;
    }
  return NULL;
}

static Question *
question_new (DeskDictionary *self, Deed deed, DeskTongue tongue, GStrv words)
{
  Question *question = g_new0 (Question, 1);

  question->desk = self->desk;
  question->deed = deed;
  question->tongue = tongue;
  question->words = words;
  return question;
}

static GStrv
strv_of (const char *word)
{
  return g_strdupv ((char *[]){ (char *) word, NULL });
}

static void
desk_dictionary_finalize (GObject *object)
{
  DeskDictionary *self = DESK_DICTIONARY (object);

  bul_worker_run_async (self->worker, close_job, self->desk, NULL, NULL, NULL, NULL);
  bul_worker_free (self->worker);
  for (guint i = 0; i < N_DESK_TONGUES; i++)
    g_hash_table_unref (self->words[i]);
  g_hash_table_unref (self->ignored);

  G_OBJECT_CLASS (desk_dictionary_parent_class)->finalize (object);
}

static void
desk_dictionary_class_init (DeskDictionaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_dictionary_finalize;

  signals[ANSWERED] = g_signal_new ("answered", DESK_TYPE_DICTIONARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_DICTIONARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_dictionary_init (DeskDictionary *self)
{
  self->worker = bul_worker_new ("spelling");
  self->desk = g_new0 (Desk, 1);
  for (guint i = 0; i < N_DESK_TONGUES; i++)
    self->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The English of the desktop first; its messages may be Korean. */
static GStrv
list_english (void)
{
  const char *const *names = g_get_language_names ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "en_") && strchr (names[i], '.') == NULL)
      g_strv_builder_add (builder, names[i]);
  g_strv_builder_add_many (builder, "en_US", "en_GB", "en", NULL);
  return g_strv_builder_end (builder);
}

DeskDictionary *
desk_dictionary_new (const char *const *const tags[N_DESK_TONGUES])
{
  static const char *const korean[] = { "ko_KR", "ko", NULL };
  DeskDictionary *self = g_object_new (DESK_TYPE_DICTIONARY, NULL);

  if (tags == NULL)
    {
      self->desk->tags[DESK_TONGUE_ENGLISH] = list_english ();
      self->desk->tags[DESK_TONGUE_KOREAN] = g_strdupv ((GStrv) korean);
      return self;
    }
  for (guint i = 0; i < N_DESK_TONGUES; i++)
    self->desk->tags[i] = g_strdupv ((GStrv) tags[i]);
  return self;
}

DeskDictionary *
desk_dictionary_ref_shared (void)
{
  static DeskDictionary *shared;

  if (shared != NULL)
    return g_object_ref (shared);
  shared = desk_dictionary_new (NULL);
  g_object_add_weak_pointer (G_OBJECT (shared), (gpointer *) &shared);
  return shared;
}

DeskWord
desk_dictionary_look (DeskDictionary *self, DeskTongue tongue, const char *word)
{
  g_return_val_if_fail (DESK_IS_DICTIONARY (self) && word != NULL, DESK_WORD_RIGHT);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->words[tongue], word));
}

DeskWord
desk_dictionary_is_there (DeskDictionary *self, DeskTongue tongue)
{
  g_return_val_if_fail (DESK_IS_DICTIONARY (self), DESK_WORD_UNKNOWN);

  return self->is_there[tongue];
}

/* What was learnt meanwhile stays learnt. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskDictionary) self = data;
  g_autoptr (Answer) answer = bul_worker_run_finish (result, NULL);
  GHashTable *words;

  if (answer == NULL)
    return;
  words = self->words[answer->tongue];
  self->is_there[answer->tongue] = answer->is_there ? DESK_WORD_RIGHT : DESK_WORD_WRONG;
  for (guint i = 0; answer->words[i] != NULL; i++)
    if (g_hash_table_lookup (words, answer->words[i]) == NULL)
      g_hash_table_insert (words, g_strdup (answer->words[i]),
                           GINT_TO_POINTER (g_array_index (answer->verdicts, DeskWord, i)));
  g_signal_emit (self, signals[ANSWERED], 0);
}

void
desk_dictionary_ask (DeskDictionary *self, DeskTongue tongue, const GPtrArray *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_asked = 0;

  g_return_if_fail (DESK_IS_DICTIONARY (self) && words != NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (g_hash_table_contains (self->words[tongue], words->pdata[i]))
        continue;
      g_hash_table_insert (self->words[tongue], g_strdup (words->pdata[i]), NULL);
      g_strv_builder_add (builder, words->pdata[i]);
      n_asked++;
    }
  if (n_asked > 0)
    bul_worker_run_async (self->worker, question_job,
                          question_new (self, ASK, tongue, g_strv_builder_end (builder)),
                          question_free, NULL, answered_cb, g_object_ref (self));
}

void
desk_dictionary_suggest_async (DeskDictionary *self,
                               DeskTongue tongue,
                               const char *word,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (DESK_IS_DICTIONARY (self) && word != NULL);

  bul_worker_run_async (self->worker, question_job,
                        question_new (self, SUGGEST, tongue, strv_of (word)), question_free,
                        cancellable, callback, data);
}

GStrv
desk_dictionary_suggest_finish (GAsyncResult *result, GError **error)
{
  return bul_worker_run_finish (result, error);
}

static gboolean
is_wrong (gpointer word, gpointer verdict, gpointer data)
{
  return GPOINTER_TO_INT (verdict) == DESK_WORD_WRONG;
}

/* Other forms of the word may be right now too: what was wrong is asked again. */
void
desk_dictionary_learn (DeskDictionary *self, DeskTongue tongue, const char *word)
{
  g_return_if_fail (DESK_IS_DICTIONARY (self) && word != NULL);

  g_hash_table_foreach_remove (self->words[tongue], is_wrong, NULL);
  g_hash_table_insert (self->words[tongue], g_strdup (word), GINT_TO_POINTER (DESK_WORD_RIGHT));
  bul_worker_run_async (self->worker, question_job,
                        question_new (self, LEARN, tongue, strv_of (word)), question_free, NULL,
                        NULL, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_dictionary_ignore (DeskDictionary *self, const char *story, const char *word)
{
  g_return_if_fail (DESK_IS_DICTIONARY (self) && story != NULL && word != NULL);

  g_hash_table_add (self->ignored, g_strconcat (story, "\n", word, NULL));
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
desk_dictionary_ignores (DeskDictionary *self, const char *story, const char *word)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (DESK_IS_DICTIONARY (self) && story != NULL && word != NULL, FALSE);

  if (g_hash_table_size (self->ignored) == 0)
    return FALSE;
  key = g_strconcat (story, "\n", word, NULL);
  return g_hash_table_contains (self->ignored, key);
}
