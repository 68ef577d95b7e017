/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-flow-person.h"
#include "bul-flow-tag.h"
#include "bul-flow-vocabulary.h"
#include "bul-flow.h"
#include "bul-tags.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-tagged.h"

/* --- which stories */

static gboolean
add_resolved (BulStore *store, const char *prefix, GPtrArray *uids, GError **error)
{
  char *uid = bul_store_resolve (store, prefix, error);

  if (uid == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (uids, uid, g_str_equal, NULL))
    g_free (uid);
  else
    g_ptr_array_add (uids, uid);
  return TRUE;
}

/* Those that are named from argument @first on, or those that --query finds. */
static GPtrArray *
list_uids (const CliOptions *options, BulStore *store, guint first, GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  if (options->query != NULL)
    return bul_flow_tag_find (store, options->query, NULL, error);
  for (guint i = first; options->arguments[i] != NULL; i++)
    if (!add_resolved (store, options->arguments[i], uids, error))
      return NULL;
  return g_steal_pointer (&uids);
}

/* --- which tag */

/* Who is to be told of gets a record where there is none; not so who is told of no more. */
static char *
dup_person_code (BulStore *store, const char *id, BulTagDeed deed, const char *by, GError **error)
{
  g_autoptr (BulFlowPeople) people = bul_flow_people_new (store, NULL, error);
  const BulFlowPerson *person = people == NULL ? NULL : bul_flow_people_find (people, id, error);
  g_autofree char *uid = NULL;

  if (person == NULL)
    return NULL;
  if (person->record != NULL)
    uid = g_strdup (person->record->uid);
  else if (deed == BUL_TAG_DEED_ADD)
    bul_flow_person_record (store, person, by, &uid, error);
  else
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "No tag tells of “%s”. Nothing was changed.", id);
  return uid == NULL ? NULL : bul_person_dup_code (uid);
}

/* Returns: (transfer full): the code that @words mean. What is taken away may be one that the
 * vocabulary has no more. */
static char *
dup_code (BulStore *store, const char *words, BulTagDeed deed, const char *by, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = deed == BUL_TAG_DEED_REMOVE
                                             ? bul_store_load_tag_names (store, error)
                                             : bul_store_load_vocabulary (store, error);
  const BulConcept *concept;

  if (vocabulary == NULL)
    return NULL;
  if (bul_vocabulary_find (vocabulary, words) == NULL && bul_person_read_code (words) != NULL)
    return dup_person_code (store, bul_person_read_code (words), deed, by, error);
  if (g_str_has_prefix (words, "word:") && bul_concept_is_code (words))
    return g_strdup (words);
  if (deed == BUL_TAG_DEED_REMOVE)
    {
      concept = bul_vocabulary_find (vocabulary, words);
      if (concept == NULL)
        concept = bul_vocabulary_look_up (vocabulary, words);
      if (concept == NULL && !bul_concept_is_code (words))
        return bul_tags_dup_code (words);
      return g_strdup (concept == NULL ? words : concept->code);
    }
  concept = bul_flow_vocabulary_choose (vocabulary, words, error);
  return concept == NULL ? NULL : g_strdup (concept->code);
}

/* --- on words of one story */

static gboolean
change_words (const CliOptions *options,
              BulHistory *history,
              BulTagDeed deed,
              const char *code,
              const char *by,
              GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulScript *script = bul_story_get_script (story);
  BulPassage passage;

  if (options->find != NULL)
    {
      if (!bul_corrector_find (story, options->find, (guint) options->block, &passage, error))
        return FALSE;
    }
  else if (script == NULL || (guint) options->block > script->blocks->len)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "There is no block %d in story %.8s. Nothing was changed.", options->block,
                   story->uid);
      return FALSE;
    }
  else
    {
      const BulBlock *block = script->blocks->pdata[options->block - 1];

      passage = (BulPassage){ block->key, 0, (guint) g_utf8_strlen (block->text, -1) };
    }
  return deed == BUL_TAG_DEED_ADD ? bul_tags_add_code (history, code, &passage, by, error)
                                  : bul_tags_remove_in (history, code, passage.block, error);
}

static CliStatus
tag_words (const CliOptions *options,
           BulStore *store,
           BulTagDeed deed,
           const char *code,
           const char *by,
           GError **error)
{
  const char *uid = options->arguments[2];
  BulStory *story = uid == NULL ? NULL : cli_load_story (store, uid, error);
  g_autoptr (BulHistory) history = story == NULL ? NULL : bul_history_new (story);
  const char *summary = deed == BUL_TAG_DEED_ADD ? "Words tagged" : "Tag taken from words";

  if (uid == NULL || options->arguments[3] != NULL || options->query != NULL || options->dry_run)
    return cli_usage_error (error, "--block and --find go with one story, and are done at once.");
  if (history == NULL || !change_words (options, history, deed, code, by, error)
      || !bul_flow_save (store, history, by, summary, error))
    return CLI_REFUSED;
  cli_tagged_print_saved (options, bul_history_get_story (history), deed, code);
  return CLI_DONE;
}

/* --- on the whole of many */

/* A handler has no other place to leave word in. */
static volatile sig_atomic_t was_interrupted = 0;

static void
interrupted_cb (int signal_number G_GNUC_UNUSED)
{
  was_interrupted = 1;
}

/* Whoever waits at a terminal sees how far it is. What was begun is finished when it is stopped. */
static void
progress_cb (guint n_done, guint n, gpointer cancellable)
{
  if (was_interrupted)
    g_cancellable_cancel (cancellable);
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u of %u%s", n_done, n, n_done == n || was_interrupted ? "\n" : "");
}

static CliStatus
tell_result (const CliOptions *options,
             const BulFlowTagResult *result,
             const char *deed,
             const char *code,
             GError **error)
{
  if (result == NULL)
    return CLI_IO;
  if (error != NULL && *error != NULL)
    return CLI_IO;
  cli_tagged_print_result (options, result, deed, code);
  return result->refusals->len > 0 || result->cancelled ? CLI_FINDINGS : CLI_DONE;
}

static CliStatus
tag_stories (const CliOptions *options,
             BulStore *store,
             BulTagDeed deed,
             const char *code,
             const char *by,
             GError **error)
{
  g_autoptr (GPtrArray) uids = list_uids (options, store, 2, error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BulFlowTagProgress progress = { progress_cb, cancellable, cancellable };
  g_autoptr (BulFlowTagResult) result = NULL;

  if (uids == NULL)
    return CLI_IO;
  signal (SIGINT, interrupted_cb);
  result = options->dry_run ? bul_flow_tag_preview (store, uids, deed, code, &progress, error)
                            : bul_flow_tag_apply (store, uids, deed, code, by, &progress, error);
  return tell_result (options, result, bul_tag_deed_words[deed], code, error);
}

static CliStatus
change (const CliOptions *options, BulStore *store, BulTagDeed deed, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autofree char *code = NULL;

  if (options->arguments[1] == NULL || (options->arguments[2] == NULL) == (options->query == NULL))
    return cli_usage_error (error, "“tag %s” needs a tag, and either stories or --query QUERY.",
                            options->arguments[0]);
  code = dup_code (store, options->arguments[1], deed, by, error);
  if (code == NULL)
    return CLI_REFUSED;
  if (options->block > 0 || options->find != NULL)
    return tag_words (options, store, deed, code, by, error);
  return tag_stories (options, store, deed, code, by, error);
}

static CliStatus
add (const CliOptions *options, BulStore *store, GError **error)
{
  return change (options, store, BUL_TAG_DEED_ADD, error);
}

static CliStatus
take (const CliOptions *options, BulStore *store, GError **error)
{
  return change (options, store, BUL_TAG_DEED_REMOVE, error);
}

/* --- the other deeds */

typedef BulFlowTagResult *(*Turn) (BulStore *store,
                                   gint64 receipt,
                                   const char *by,
                                   const BulFlowTagProgress *progress,
                                   GError **error);

/* Takes a receipt back, or does it again. */
static CliStatus
turn (const CliOptions *options, BulStore *store, Turn run, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BulFlowTagProgress progress = { progress_cb, cancellable, cancellable };
  g_autoptr (BulFlowTagResult) result = NULL;
  const char *words = options->arguments[1];
  guint64 number;

  if (words == NULL || options->arguments[2] != NULL
      || !g_ascii_string_to_unsigned (words, 10, 1, G_MAXINT64, &number, NULL))
    return cli_usage_error (error,
                            "“tag %s” takes the number of a receipt; “tag receipts” lists them.",
                            options->arguments[0]);
  signal (SIGINT, interrupted_cb);
  result = run (store, (gint64) number, by, &progress, error);
  return tell_result (options, result, options->arguments[0], NULL, error);
}

static CliStatus
undo (const CliOptions *options, BulStore *store, GError **error)
{
  return turn (options, store, bul_flow_tag_undo, error);
}

static CliStatus
redo (const CliOptions *options, BulStore *store, GError **error)
{
  return turn (options, store, bul_flow_tag_redo, error);
}

static CliStatus
receipts (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) list = bul_store_list_receipts (store, error);

  if (list == NULL)
    return CLI_IO;
  for (guint i = 0; i < list->len; i++)
    cli_tagged_print_receipt (options, list->pdata[i]);
  return CLI_DONE;
}

/* Of one story its tags with their words, of several how many have each, of none all tags that the
 * library uses. */
static CliStatus
list (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_tag_names (store, error);
  g_autoptr (GPtrArray) uids = NULL;
  g_autoptr (GPtrArray) shares = NULL;

  if (vocabulary == NULL)
    return CLI_IO;
  if (options->arguments[1] == NULL && options->query == NULL)
    return cli_tagged_print_usage (options, store, vocabulary, error) ? CLI_DONE : CLI_IO;
  if (options->query == NULL && options->arguments[2] == NULL)
    {
      g_autoptr (BulRecord) story
          = (BulRecord *) cli_load_story (store, options->arguments[1], error);

      if (story == NULL)
        return CLI_IO;
      cli_tagged_print_story (options, (const BulStory *) story, vocabulary);
      return CLI_DONE;
    }
  uids = list_uids (options, store, 1, error);
  shares = uids == NULL ? NULL : bul_flow_tag_summarise (store, uids, NULL, error);
  if (shares == NULL)
    return CLI_IO;
  cli_tagged_print_shares (options, shares, uids->len, vocabulary);
  return CLI_DONE;
}

/* --- the command */

static const struct
{
  const char *name;
  BulStoreMode mode;
  CliStatus (*run) (const CliOptions *options, BulStore *store, GError **error);
} deeds[] = {
  { "add", BUL_STORE_READ_WRITE, add },   { "remove", BUL_STORE_READ_WRITE, take },
  { "list", BUL_STORE_READ_ONLY, list },  { "undo", BUL_STORE_READ_WRITE, undo },
  { "redo", BUL_STORE_READ_WRITE, redo }, { "receipts", BUL_STORE_READ_ONLY, receipts },
};

CliStatus
cli_tag (const CliOptions *options, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (BulStore) store = NULL;

      if (strcmp (deeds[i].name, options->arguments[0]) != 0)
        continue;
      store = cli_open_library (options, options->dry_run ? BUL_STORE_READ_ONLY : deeds[i].mode,
                                error);
      return store == NULL ? CLI_IO : deeds[i].run (options, store, error);
    }
  return cli_usage_error (error,
                          "“tag” does one of add, remove, list, undo, redo and receipts, not “%s”.",
                          options->arguments[0]);
}
