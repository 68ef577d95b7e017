/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "loss-disk.h"
#include "loss-facts.h"

/*
 * loss-replay RECORD BEFORE LIBRARY FILES STATES SEED CONTROL: plays a record of loss-recorder
 * event by event, makes states in which the power may have gone, and looks in each for what was
 * confirmed up to there. BEFORE is the folder as it was, LIBRARY and FILES are names in it (“-”:
 * none). CONTROL spoils the record first, so that something must be lost; “none” does not.
 */

typedef struct
{
  const char *library;
  const char *files;
  guint n_states; /* to be made of each event, at most */
  GRand *rand;
  char *folder; /* in which states are looked at */
  GHashTable *seen;
  guint n_made;
  guint n_checked;
  guint n_lost;
  GHashTable *messages; /* what was wrong → how often */
} Replay;

static GArray *
read_events (const char *bytes, gsize length)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (LossEvent));

  for (gsize at = 0; at + sizeof (LossRecord) <= length;)
    {
      LossEvent event = { 0 };

      memcpy (&event.head, bytes + at, sizeof event.head);
      at += sizeof event.head;
      event.name = g_strndup (bytes + at, event.head.name_length);
      at += event.head.name_length;
      event.other = g_strndup (bytes + at, event.head.other_length);
      at += event.head.other_length;
      event.bytes = (const guint8 *) bytes + at;
      at += (gsize) event.head.length;
      g_array_append_val (events, event);
    }
  return events;
}

static const char *
name_of_file (GArray *events, guint32 file)
{
  for (guint i = 0; i < events->len; i++)
    {
      const LossEvent *event = &g_array_index (events, LossEvent, i);

      if (event->head.kind == LOSS_OPENED && event->head.file == file)
        return event->name;
    }
  return "";
}

static gboolean
any_sync (GArray *events G_GNUC_UNUSED, const LossEvent *event G_GNUC_UNUSED)
{
  return TRUE;
}

static gboolean
log_sync (GArray *events, const LossEvent *event)
{
  return g_str_has_suffix (name_of_file (events, event->head.file), "-wal");
}

/* A folder is opened to be synced and for nothing else. */
static gboolean
folder_sync (GArray *events, const LossEvent *event)
{
  for (guint i = 0; i < events->len; i++)
    {
      const LossEvent *other = &g_array_index (events, LossEvent, i);

      if (other->head.kind == LOSS_WROTE && other->head.file == event->head.file)
        return FALSE;
    }
  return TRUE;
}

static void
drop_syncs (GArray *events, gboolean (*drops) (GArray *events, const LossEvent *event))
{
  for (guint i = events->len; i > 0; i--)
    {
      const LossEvent *event = &g_array_index (events, LossEvent, i - 1);

      if (event->head.kind == LOSS_SYNCED && drops (events, event))
        g_array_remove_index (events, i - 1);
    }
}

static void
drop_all (GArray *events)
{
  drop_syncs (events, any_sync);
}

static void
drop_log (GArray *events)
{
  drop_syncs (events, log_sync);
}

static void
drop_folders (GArray *events)
{
  drop_syncs (events, folder_sync);
}

/* Each file that gets another name is synced after that, not before. */
static void
delay_syncs (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const LossEvent *renamed = &g_array_index (events, LossEvent, i);

      if (renamed->head.kind != LOSS_RENAMED)
        continue;
      for (guint j = i; j > 0; j--)
        {
          LossEvent sync = g_array_index (events, LossEvent, j - 1);

          if (sync.head.kind != LOSS_SYNCED
              || !g_str_equal (name_of_file (events, sync.head.file), renamed->name))
            continue;
          g_array_insert_val (events, i + 1, sync);
          g_array_remove_index (events, j - 1);
          break;
        }
    }
}

static void
leave (GArray *events G_GNUC_UNUSED)
{
}

static const struct
{
  const char *name;
  void (*spoil) (GArray *events);
} controls[] = {
  { "none", leave },
  { "no-sync", drop_all },
  { "no-log-sync", drop_log },
  { "no-folder-sync", drop_folders },
  { "late-sync", delay_syncs },
};

static void
note_wrong (Replay *replay, const char *message)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (replay->messages, message));

  replay->n_lost++;
  g_hash_table_replace (replay->messages, g_strdup (message), GUINT_TO_POINTER (n + 1));
}

static void
check_state (Replay *replay, GHashTable *state, LossFacts *facts)
{
  guint64 hash = loss_disk_hash_state (state) + loss_facts_count (facts);
  g_autofree char *library = g_build_filename (replay->folder, replay->library, NULL);
  g_autofree char *files = g_build_filename (replay->folder, replay->files, NULL);
  g_autofree char *wrong = NULL;

  replay->n_made++;
  if (g_hash_table_contains (replay->seen, &hash))
    return;
  g_hash_table_add (replay->seen, g_memdup2 (&hash, sizeof hash));
  loss_disk_write_state (state, replay->folder);
  wrong = loss_facts_check (facts, library, g_str_equal (replay->files, "-") ? NULL : files);
  replay->n_checked++;
  if (wrong != NULL)
    note_wrong (replay, wrong);
}

static void
check_moment (Replay *replay, LossDisk *disk, LossFacts *facts)
{
  guint n = loss_disk_count_pending (disk) == 0 ? 1 : replay->n_states;

  for (guint i = 0; i < n; i++)
    {
      /* Each way once, then the ones that chance decides. */
      LossChoice choice
          = i < LOSS_N_CHOICES
                ? (LossChoice) i
                : LOSS_FIRST + g_rand_int (replay->rand) % (LOSS_N_CHOICES - LOSS_FIRST);
      g_autoptr (GHashTable) state = loss_disk_make_state (disk, choice, replay->rand);

      check_state (replay, state, facts);
    }
}

static void
play (Replay *replay, GArray *events, const char *before)
{
  g_autoptr (LossDisk) disk = loss_disk_new (before);
  g_autoptr (LossFacts) facts = loss_facts_new ();

  for (guint i = 0; i < events->len; i++)
    {
      const LossEvent *event = &g_array_index (events, LossEvent, i);

      if (event->head.kind == LOSS_SAID)
        {
          g_autofree char *said
              = g_strndup ((const char *) event->bytes, (gsize) event->head.length);

          loss_facts_add_text (facts, said);
        }
      else
        loss_disk_take (disk, event);
      check_moment (replay, disk, facts);
    }
}

static void
tell (Replay *replay, GArray *events)
{
  GHashTableIter iter;
  gpointer message;
  gpointer n;
  guint n_told = 0;

  g_print ("events %u states %u distinct %u lost %u\n", events->len, replay->n_made,
           replay->n_checked, replay->n_lost);
  g_hash_table_iter_init (&iter, replay->messages);
  while (n_told++ < 5 && g_hash_table_iter_next (&iter, &message, &n))
    g_printerr ("%u times: %s\n", GPOINTER_TO_UINT (n), (char *) message);
}

int
main (int argc, char **argv)
{
  Replay replay = { 0 };
  g_autoptr (GArray) events = NULL;
  g_autofree char *bytes = NULL;
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  gsize length;

  g_return_val_if_fail (argc == 8, 2);
  g_return_val_if_fail (g_file_get_contents (argv[1], &bytes, &length, NULL), 2);
  events = read_events (bytes, length);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (g_str_equal (controls[i].name, argv[7]))
      controls[i].spoil (events);
  replay.library = argv[3];
  replay.files = argv[4];
  replay.n_states = (guint) atoi (argv[5]);
  replay.rand = g_rand_new_with_seed ((guint32) atoi (argv[6]));
  replay.folder = g_build_filename (base, "bulletin-loss-XXXXXX", NULL);
  replay.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  replay.messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_nonnull (g_mkdtemp (replay.folder));
  play (&replay, events, argv[2]);
  tell (&replay, events);
  loss_disk_empty (replay.folder);
  g_rmdir (replay.folder);
  return 0;
}
