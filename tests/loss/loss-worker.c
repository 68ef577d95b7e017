/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bul-file.h"
#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-revision.h"
#include "bul-store-journal.h"
#include "loss-facts.h"

/*
 * loss-worker VERB LIBRARY …: works in a library and confirms each deed on standard output once it
 * is done, in the lines of loss-facts.h. It is killed, cut off and made to fail while it does so.
 */

static const char *const script = "[Anchor]\n\nThe ferry number %u carried %u people.\n\n"
                                  "This is Seo Min-ji reporting from Danpo.\n\n[Report]\n\n"
                                  "It cost %u million won.\n\n"
                                  "[Oh Sun-hee/Danpo resident: \"We have waited %u days.\"]\n\n"
                                  "This is Seo Min-ji reporting for HBC News from Danpo.\n";

static void say (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Not by stdio, whose writing the recorder does not see. */
  if (write (STDOUT_FILENO, text, strlen (text)) < 0)
    g_error ("%s", g_strerror (errno));
}

static BulStore *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  BulStore *store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

/* What must not fail here; that it fails on a bad disk is tried by the command. */
static void
insist (gboolean done, GError *const *error)
{
  if (!done)
    g_error ("%s", *error == NULL ? "This must not fail." : (*error)->message);
}

static void
say_saved (const BulStory *story)
{
  const BulRevision *last = story->revisions->pdata[story->revisions->len - 1];

  say ("saved %s %u %s\n", story->uid, last->number, last->hash);
}

static int
make (const char *library, char **arguments)
{
  g_autoptr (BulStore) store = open_library (library);
  guint n = (guint) atoi (arguments[0]);
  guint first = arguments[1] == NULL ? 0 : (guint) atoi (arguments[1]);

  for (guint i = first; i < first + n; i++)
    {
      char *text = g_strdup_printf (script, i, i * 7, i, i);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
      g_autoptr (BulImport) import = bul_importers_read (bytes, "a.txt", NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) uids = NULL;

      insist (bul_flow_keep (store, import, "Min", &uids, NULL, &error), &error);
      say ("kept %s\n", uids[0]);
    }
  return 0;
}

static GPtrArray *
list (BulStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = bul_store_list (store, &error);

  insist (rows != NULL, &error);
  return rows;
}

static const BulBlock *
find_paragraph (const BulStory *story)
{
  const BulScript *words = bul_story_get_script (story);

  for (guint i = 0; i < words->blocks->len; i++)
    {
      const BulBlock *block = words->blocks->pdata[i];

      if (block->kind == BUL_BLOCK_PARAGRAPH)
        return block;
    }
  g_error ("No paragraph in %s", story->uid);
}

static guint
count_typed (const BulBlock *block)
{
  guint n = 0;

  return sscanf (block->text, "w%u ", &n) == 1 ? n : 0;
}

/* Types @n words and keeps each in the journal; then saves where @saves. */
static void
type_words (BulStore *store, const char *uid, guint n, gboolean saves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, uid, &error);
  g_autofree char *block = NULL;
  guint typed;

  insist (opened != NULL, &error);
  block = g_strdup (find_paragraph (bul_history_get_story (opened->history))->key);
  typed = count_typed (find_paragraph (bul_history_get_story (opened->history)));
  for (guint i = typed + 1; i <= typed + n; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u ", i);
      g_autoptr (BulJournal) journal = NULL;

      insist (bul_history_replace (opened->history, block, 0, 0, word, &error), &error);
      bul_history_break (opened->history);
      journal = bul_history_make_journal (opened->history, NULL, "Typist");
      insist (bul_store_write_journal (store, journal, &error), &error);
      say ("typed %s %s %u\n", uid, block, i);
    }
  if (!saves)
    return;
  insist (bul_flow_save (store, opened->history, "Min", NULL, &error), &error);
  say_saved (bul_history_get_story (opened->history));
}

/* edit LIBRARY ROUNDS WORDS: goes from story to story, types and saves. */
static int
edit (const char *library, char **arguments)
{
  g_autoptr (BulStore) store = open_library (library);
  g_autoptr (GPtrArray) rows = list (store);

  for (int i = 0; i < atoi (arguments[0]); i++)
    type_words (store, ((BulStoreRow *) rows->pdata[i % rows->len])->uid,
                (guint) atoi (arguments[1]), i % 4 != 3);
  return 0;
}

/* save LIBRARY ROUNDS: a revision a round, with what was typed before. */
static int
save (const char *library, char **arguments)
{
  g_autoptr (BulStore) store = open_library (library);
  g_autoptr (GPtrArray) rows = list (store);

  for (int i = 0; i < atoi (arguments[0]); i++)
    {
      const BulStoreRow *row = rows->pdata[i % rows->len];
      g_autoptr (GError) error = NULL;
      g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, row->uid, &error);
      g_autofree char *slug = g_strdup_printf ("ferry-%d", i);

      insist (opened != NULL, &error);
      insist (bul_history_set (opened->history, NULL, "slug", slug, &error), &error);
      insist (bul_flow_save (store, opened->history, "Min", NULL, &error), &error);
      say_saved (bul_history_get_story (opened->history));
    }
  return 0;
}

/* export LIBRARY FOLDER ROUNDS: writes each story over what it wrote the round before. */
static int
export_files (const char *library, char **arguments)
{
  static const char *const formats[] = { "xml", "text" };
  g_autoptr (BulStore) store = open_library (library);
  g_autoptr (GPtrArray) rows = list (store);

  for (int i = 0; i < atoi (arguments[1]) * (int) rows->len; i++)
    {
      const BulStoreRow *row = rows->pdata[i % rows->len];
      g_autoptr (GError) error = NULL;
      g_autoptr (BulStory) story = bul_store_load (store, row->uid, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *hash = NULL;
      g_autofree char *path = g_build_filename (arguments[0], row->uid, NULL);

      insist (story != NULL, &error);
      bytes = bul_flow_export (story, formats[i / rows->len % 2], &error);
      insist (bytes != NULL, &error);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      say ("writes %s %s\n", row->uid, hash);
      insist (bul_file_write (path, bytes, &error), &error);
      say ("wrote %s %s\n", row->uid, hash);
    }
  return 0;
}

static int
open_only (const char *library, char **arguments G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = open_library (library);
  g_autoptr (GPtrArray) rows = list (store);

  for (guint i = 0; i < rows->len; i++)
    say ("kept %s\n", ((BulStoreRow *) rows->pdata[i])->uid);
  return 0;
}

/* Makes the library one of the first format, as long as what it holds fits there. */
static int
make_older (const char *library, char **arguments G_GNUC_UNUSED)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  if (sqlite3_open (library, &handle) != SQLITE_OK
      || sqlite3_exec (handle,
                       "DROP TABLE search_text_data; DROP TABLE search_text_idx;"
                       " DROP TABLE search_text_config; DROP TABLE search_syllable_data;"
                       " DROP TABLE search_syllable_idx; DROP TABLE search_syllable_config;"
                       " DROP TABLE search_document; DROP TABLE search_value;"
                       " DROP TABLE search_progress; PRAGMA writable_schema = ON;"
                       " DELETE FROM sqlite_schema WHERE rootpage = 0;"
                       " PRAGMA writable_schema = OFF; DROP TABLE journal_step; DROP TABLE journal;"
                       " DROP TABLE foreign_content; DROP TABLE change_ledger;"
                       " DROP TABLE link_segment; DROP TABLE link;"
                       " DROP TABLE person_undone; DROP TABLE person_before;"
                       " DROP TABLE person_apart;"
                       " DROP TABLE person_deed; DROP TABLE person; DROP TABLE search_voice;"
                       " ALTER TABLE speaker DROP COLUMN person;"
                       " DROP TABLE search_outdated; DROP TABLE saved_search;"
                       " DROP TABLE word_tie; DROP TABLE word_count; DROP TABLE word_version;"
                       " DROP TABLE term;"
                       " DROP TABLE search_memory; DROP TABLE memory; DROP TABLE concept_name;"
                       " DROP TABLE concept_parent; DROP TABLE concept;"
                       " DROP TABLE tag_receipt_undone; DROP TABLE tag_receipt_story;"
                       " DROP TABLE tag_receipt;"
                       " DROP INDEX tag_code_story; CREATE INDEX tag_code ON tag (code);"
                       " ALTER TABLE revision DROP COLUMN aired_at;"
                       " ALTER TABLE block DROP COLUMN given; DROP TABLE dismissal;"
                       " PRAGMA user_version = 1",
                       NULL, NULL, &message)
             != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (handle);
  return 0;
}

/* check LIBRARY [FOLDER] < WHAT-WAS-CONFIRMED */
static int
check (const char *library, char **arguments)
{
  g_autoptr (LossFacts) facts = loss_facts_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wrong = NULL;
  char piece[4096];
  gsize n;

  while ((n = fread (piece, 1, sizeof piece, stdin)) > 0)
    g_string_append_len (text, piece, (gssize) n);
  loss_facts_add_text (facts, text->str);
  wrong = loss_facts_check (facts, library, arguments[0]);
  say ("%s\n", wrong == NULL ? "sound" : wrong);
  return wrong == NULL ? 0 : 1;
}

static const struct
{
  const char *name;
  int n_arguments;
  int (*run) (const char *library, char **arguments);
} verbs[] = {
  { "make", 1, make },           { "edit", 2, edit },      { "save", 1, save },
  { "export", 2, export_files }, { "open", 0, open_only }, { "older", 0, make_older },
  { "check", 0, check },
};

int
main (int argc, char **argv)
{
  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0 && argc - 3 >= verbs[i].n_arguments)
      return verbs[i].run (argv[2], argv + 3);
  g_printerr ("loss-worker VERB LIBRARY …\n");
  return 2;
}
