/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-open.h"
#include "bul-store-journal.h"

/*
 * typist LIBRARY UID BLOCK WORDS…: puts each of the words at the start of the block (a key), as a
 * step of its own, keeps them in the journal, and ends without a word of farewell.
 */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFlowOpened) opened = NULL;
  g_autoptr (BulJournal) journal = NULL;
  g_autofree char *uid = NULL;

  g_return_val_if_fail (argc > 4, 2);

  store = bul_store_open (argv[1], BUL_STORE_READ_WRITE, &error);
  uid = store == NULL ? NULL : bul_store_resolve (store, argv[2], &error);
  opened = uid == NULL ? NULL : bul_flow_open_story (store, uid, &error);
  if (opened == NULL)
    g_error ("%s", error->message);
  for (int i = 4; i < argc; i++)
    {
      if (!bul_history_replace (opened->history, argv[3], 0, 0, argv[i], &error))
        g_error ("%s", error->message);
      bul_history_break (opened->history);
    }
  journal = bul_history_make_journal (opened->history, NULL, "Typist");
  if (!bul_store_write_journal (store, journal, &error))
    g_error ("%s", error->message);
  return 0;
}
