/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "bul-flow-open.h"
#include "bul-store-journal.h"

/*
 * typist LIBRARY UID BLOCK WORDS…: puts each of the words at the start of the block (a key), as a
 * step of its own, and keeps it in the journal; where that is durable it says “typed UID BLOCK N”,
 * of N words so far. It ends without a word of farewell.
 */
static void
type_word (
    BulStore *store, BulHistory *history, const char *block, const char *word, GError **error)
{
  g_autoptr (BulJournal) journal = NULL;

  if (!bul_history_replace (history, block, 0, 0, word, error))
    return;
  bul_history_break (history);
  journal = bul_history_make_journal (history, NULL, "Typist");
  bul_store_write_journal (store, journal, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFlowOpened) opened = NULL;
  g_autofree char *uid = NULL;

  g_return_val_if_fail (argc > 4, 2);

  store = bul_store_open (argv[1], BUL_STORE_READ_WRITE, &error);
  uid = store == NULL ? NULL : bul_store_resolve (store, argv[2], &error);
  opened = uid == NULL ? NULL : bul_flow_open_story (store, uid, &error);
  if (opened == NULL)
    g_error ("%s", error->message);
  for (int i = 4; i < argc; i++)
    {
      type_word (store, opened->history, argv[3], argv[i], &error);
      if (error != NULL)
        g_error ("%s", error->message);
      printf ("typed %s %s %d\n", uid, argv[3], i - 3);
      fflush (stdout);
    }
  return 0;
}
