/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bul-corrector.h"
#include "bul-error.h"
#include "bul-flow-conflict.h"
#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-store-journal.h"
#include "bul-story-xml.h"
#include "loss-disk.h"

/*
 * loss-corrupt COUNT [SEED]: damages a library in COUNT ways, and does with each what the command
 * does: opens it, lists, loads, exports, reads unsaved edits, checks. Each ends with an error in
 * words, or with what was once saved. Ends with 1 where something else was shown as right.
 */

#define PAGE 4096
#define LONGEST_SECONDS 60

static const char *const scripts[] = {
  "[Anchor]\n\nThe ferry carried 118 people.\n\n[Report]\n\nIt cost 27 won.\n",
  "[앵커]\n\n여객선에 118명이 탔습니다.\n\n[리포트]\n\n비용은 27원입니다.\n",
  "[Anchor]\n\nThe council met for nine hours.\n\n[Report]\n\n[Oh Sun-hee/Danpo resident: \"We "
  "have "
  "waited 27 days.\"]\n\nThis is Seo Min-ji reporting for HBC News from Danpo.\n",
};

/* The bytes of a library at rest: its file, and its log where there is one. */
typedef struct
{
  GByteArray *file;
  GByteArray *log; /* empty where there is none */
} Image;

typedef struct
{
  GHashTable *saved;  /* hashes of what was ever saved, and of versions with unsaved edits */
  GHashTable *listed; /* what a list ever said of a story */
  GHashTable *uids;
  GPtrArray *images;
} Truth;

typedef struct
{
  guint n;
  guint refused; /* not opened, or nothing could be listed */
  guint told;    /* fsck told of it */
  guint whole;   /* every story is there, and fsck has nothing to tell */
  guint fewer;   /* fsck has nothing to tell: an earlier state of the library */
  guint listed_wrong;
  guint listed_wrong_told; /* of those: fsck tells */
  guint wrong;
} Count;

static char *
hash_story (const BulStory *story)
{
  g_autoptr (GString) xml = bul_story_to_xml (story);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) xml->str, xml->len);
}

static char *
describe_row (const BulStoreRow *row)
{
  return g_strdup_printf ("%s|%s|%s|%s|%s|%s|%s|%s|%d|%u|%u|%u", row->uid, row->headline,
                          row->programme, row->page_date, row->bulletin_date, row->language,
                          row->stamp, row->at, row->state, row->revision, row->n_corrections,
                          row->n_open);
}

static void
insist (gboolean done, GError *const *error)
{
  if (!done)
    g_error ("%s", *error == NULL ? "This must not fail." : (*error)->message);
}

/* All that the library says now is true from here on. */
static void
note_truth (Truth *truth, BulStore *store)
{
  g_autoptr (GPtrArray) rows = bul_store_list (store, NULL);
  g_autoptr (GPtrArray) journals = bul_store_load_journals (store, NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const BulStoreRow *row = rows->pdata[i];
      g_autoptr (BulStory) story = bul_flow_load (store, row->uid, NULL);

      g_hash_table_add (truth->uids, g_strdup (row->uid));
      g_hash_table_add (truth->listed, describe_row (row));
      g_hash_table_add (truth->saved, hash_story (story));
    }
  for (guint i = 0; i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];
      g_autoptr (BulStory) story = bul_flow_load (store, journal->story, NULL);
      g_autoptr (BulStory) version = bul_flow_make_version (story, journal, NULL, NULL);

      g_hash_table_add (truth->saved, hash_story (version));
    }
}

static void
correct (BulStore *store, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulHistory) history = bul_history_new (bul_flow_load (store, uid, &error));
  BulCorrectionDraft draft
      = { .was = "27", .now = "28", .error_class = BUL_CLASS_FIGURE, .reason = "r" };
  g_autofree char *key = NULL;

  insist (bul_corrector_find (bul_history_get_story (history), "27", 0, &draft.passage, &error),
          &error);
  key = bul_corrector_raise (history, &draft, &error);
  insist (key != NULL, &error);
  insist (bul_flow_save (store, history, "Min", NULL, &error), &error);
}

static void
type (BulStore *store, const char *uid)
{
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (store, uid, NULL);
  g_autoptr (BulJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  insist (bul_history_replace (opened->history, "b2", 0, 0, "Now. ", &error), &error);
  journal = bul_history_make_journal (opened->history, NULL, "Typist");
  insist (bul_store_write_journal (store, journal, &error), &error);
}

static GByteArray *
read_bytes (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (name, &bytes, &length, NULL);
  return g_byte_array_new_take ((guint8 *) bytes, length);
}

static void
image_free (gpointer data)
{
  Image *image = data;

  g_byte_array_unref (image->file);
  g_byte_array_unref (image->log);
  g_free (image);
}

static void
take_image (Truth *truth, const char *path)
{
  Image *image = g_new0 (Image, 1);

  image->file = read_bytes (path, "");
  image->log = read_bytes (path, "-wal");
  g_ptr_array_add (truth->images, image);
}

/* A library in several states, each at rest with and without its log. */
static void
make_library (Truth *truth, const char *path, guint n_stories)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  insist (store != NULL, &error);
  for (guint i = 0; i < n_stories; i++)
    {
      char *text = g_strdup_printf (" date 2026-03-%02u News 9\n\n%s", i % 28 + 1,
                                    scripts[i % G_N_ELEMENTS (scripts)]);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
      g_autoptr (BulImport) import = bul_importers_read (bytes, "a.txt", NULL, NULL);
      g_auto (GStrv) kept = NULL;

      insist (bul_flow_keep (store, import, "Min", &kept, NULL, &error), &error);
      g_ptr_array_add (uids, g_strdup (kept[0]));
      note_truth (truth, store);
    }
  g_clear_pointer (&store, bul_store_close);
  take_image (truth, path);
  store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  insist (store != NULL, &error);
  for (guint i = 0; i < uids->len; i++)
    {
      if (i % 2 == 0)
        correct (store, uids->pdata[i]);
      note_truth (truth, store);
      type (store, uids->pdata[i]);
      note_truth (truth, store);
    }
  take_image (truth, path);
  g_clear_pointer (&store, bul_store_close);
  take_image (truth, path);
}

static guint
below (GRand *rand, guint end)
{
  return end == 0 ? 0 : g_rand_int (rand) % end;
}

static void
flip_bits (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  for (guint i = 1 + below (rand, 3); i > 0; i--)
    bytes->data[below (rand, bytes->len)] ^= (guint8) (1 << below (rand, 8));
}

static void
scatter_bytes (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  guint at = below (rand, bytes->len);

  for (guint i = at; i < MIN (at + 1 + below (rand, 64), bytes->len); i++)
    bytes->data[i] = (guint8) g_rand_int (rand);
}

static void
swap_pages (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  guint one = below (rand, bytes->len / PAGE) * PAGE;
  guint two = below (rand, bytes->len / PAGE) * PAGE;
  guint8 page[PAGE];

  if (bytes->len < PAGE)
    return;
  memcpy (page, bytes->data + one, PAGE);
  memmove (bytes->data + one, bytes->data + two, PAGE);
  memcpy (bytes->data + two, page, PAGE);
}

static void
cut (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  guint length = below (rand, bytes->len);

  g_byte_array_set_size (bytes, g_rand_boolean (rand) ? length : length / PAGE * PAGE);
}

static void
zero (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  static const guint grains[] = { 16, 512, PAGE };
  guint grain = grains[below (rand, G_N_ELEMENTS (grains))];
  guint at = below (rand, bytes->len) / grain * grain;

  memset (bytes->data + at, 0, MIN (grain * (1 + below (rand, 4)), bytes->len - at));
}

static void
splice (GRand *rand, GByteArray *bytes, const Image *other)
{
  guint n = MIN (bytes->len, other->file->len) / PAGE;
  guint first = below (rand, n);
  guint n_pages = MIN (1 + below (rand, 3), n - first);

  if (n > 0)
    memcpy (bytes->data + first * PAGE, other->file->data + below (rand, n - n_pages + 1) * PAGE,
            n_pages * PAGE);
}

static void
splice_in_place (GRand *rand, GByteArray *bytes, const Image *other)
{
  guint n = MIN (bytes->len, other->file->len) / PAGE;
  guint at = below (rand, n) * PAGE;

  if (n > 0)
    memcpy (bytes->data + at, other->file->data + at, PAGE);
}

static void
spoil_header (GRand *rand, GByteArray *bytes, const Image *other G_GNUC_UNUSED)
{
  if (bytes->len > 200)
    bytes->data[below (rand, 200)] = (guint8) g_rand_int (rand);
}

static void
change_log (GRand *rand, GByteArray *bytes, const Image *other)
{
  if (other->log->len == 0 || g_rand_boolean (rand))
    g_byte_array_set_size (bytes, below (rand, bytes->len));
  else
    {
      g_byte_array_set_size (bytes, 0);
      g_byte_array_append (bytes, other->log->data, other->log->len);
    }
}

static const struct
{
  const char *name;
  void (*damage) (GRand *rand, GByteArray *bytes, const Image *other);
  gboolean of_log;
} damages[] = {
  { "bits", flip_bits, FALSE },
  { "bytes", scatter_bytes, FALSE },
  { "pages swapped", swap_pages, FALSE },
  { "cut", cut, FALSE },
  { "zeros", zero, FALSE },
  { "spliced", splice, FALSE },
  { "spliced in place", splice_in_place, FALSE },
  { "header", spoil_header, FALSE },
  { "bits of the log", flip_bits, TRUE },
  { "zeros in the log", zero, TRUE },
  { "another log", change_log, TRUE },
};

static void
put_bytes (const char *path, const char *suffix, const GByteArray *bytes)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;

  insist (g_file_set_contents_full (name, (char *) bytes->data, bytes->len,
                                    G_FILE_SET_CONTENTS_NONE, 0600, &error),
          &error);
}

static void
check_words (const GError *error)
{
  if (error != NULL
      && (strlen (error->message) < 20 || !g_utf8_validate (error->message, -1, NULL)))
    g_error ("No words for people: “%s”", error->message);
}

static void
count_finding (const char *uid G_GNUC_UNUSED, const char *message, gpointer data)
{
  g_assert_nonnull (message);
  (*(guint *) data)++;
}

static void
export_one (const BulStory *story, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bul_flow_export (story, format, &error);

  insist (bytes != NULL, &error);
}

/* Every story is there, each as it was once saved; and what is not is an error. */
static gboolean
check_stories (const Truth *truth, BulStore *store, guint *n_loaded)
{
  GHashTableIter iter;
  gpointer uid;
  gboolean right = TRUE;

  g_hash_table_iter_init (&iter, truth->uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BulStory) story = bul_flow_load (store, uid, &error);
      g_autofree char *hash = NULL;

      check_words (error);
      if (story == NULL)
        continue;
      hash = hash_story (story);
      right = right && g_hash_table_contains (truth->saved, hash);
      if ((*n_loaded)++ == 0)
        export_one (story, g_str_hash (uid) % 2 == 0 ? "xml" : "text");
    }
  return right;
}

static gboolean
check_journals (const Truth *truth, BulStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journals = bul_store_load_journals (store, NULL, &error);
  gboolean right = TRUE;

  check_words (error);
  for (guint i = 0; journals != NULL && i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];
      g_autoptr (BulStory) story
          = journal->story == NULL ? NULL : bul_flow_load (store, journal->story, NULL);
      g_autoptr (BulStory) version
          = story == NULL ? NULL : bul_flow_make_version (story, journal, NULL, NULL);
      g_autofree char *hash = version == NULL ? NULL : hash_story (version);

      if (hash != NULL && !journal->damaged)
        right = right && g_hash_table_contains (truth->saved, hash);
    }
  return right;
}

static gboolean
check_rows (const Truth *truth, const GPtrArray *rows)
{
  gboolean right = TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = describe_row (rows->pdata[i]);

      right = right && g_hash_table_contains (truth->listed, row);
    }
  return right;
}

static void
check (const Truth *truth, const char *path, guint n_stories, Count *count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_ONLY, &error);
  g_autoptr (GPtrArray) rows = store == NULL ? NULL : bul_store_list (store, &error);
  guint n_loaded = 0;
  guint n_findings = 0;
  gboolean listed = rows == NULL || check_rows (truth, rows);
  gboolean right = TRUE;
  gboolean told = FALSE;

  check_words (error);
  count->n++;
  count->refused += rows == NULL;
  if (store != NULL)
    {
      g_autoptr (GError) failed = NULL;

      right = check_stories (truth, store, &n_loaded) && check_journals (truth, store);
      told = !bul_flow_check (store, count_finding, &n_findings, &failed) || n_findings > 0;
      check_words (failed);
    }
  count->told += rows != NULL && told;
  count->whole += rows != NULL && !told && n_loaded == n_stories;
  count->fewer += rows != NULL && !told && n_loaded != n_stories;
  count->listed_wrong += !listed;
  count->listed_wrong_told += !listed && told;
  count->wrong += !right || (!listed && !told);
}

/* Opening to write must not crash either, and leaves what cannot be read alone. */
static void
check_writing (const char *path)
{
  g_autoptr (GError) error = NULL;

  bul_store_close (bul_store_open (path, BUL_STORE_READ_WRITE, &error));
  check_words (error);
}

static void
damage_one (const Truth *truth, GRand *rand, const char *folder, Count *counts)
{
  guint way = below (rand, G_N_ELEMENTS (damages));
  const Image *image;
  const Image *other = truth->images->pdata[below (rand, truth->images->len)];
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GByteArray) log = g_byte_array_new ();
  g_autofree char *path = g_build_filename (folder, "l", NULL);

  /* A log is damaged where there is one. */
  do
    image = truth->images->pdata[below (rand, truth->images->len)];
  while (damages[way].of_log && image->log->len == 0);
  g_byte_array_append (file, image->file->data, image->file->len);
  g_byte_array_append (log, image->log->data, image->log->len);
  damages[way].damage (rand, damages[way].of_log ? log : file, other);
  loss_disk_empty (folder);
  put_bytes (path, "", file);
  if (log->len > 0)
    put_bytes (path, "-wal", log);
  alarm (LONGEST_SECONDS);
  check (truth, path, g_hash_table_size (truth->uids) / 2, &counts[way]);
  check_writing (path);
  alarm (0);
}

static void
tell (const char *name, const Count *count)
{
  g_print (
      "%-17s %6u  refused %6u  told by fsck %6u  all there %6u  fewer, as once saved %5u  listed "
      "wrong %4u (%u told)  WRONG %u\n",
      name, count->n, count->refused, count->told, count->whole, count->fewer, count->listed_wrong,
      count->listed_wrong_told, count->wrong);
}

int
main (int argc, char **argv)
{
  const char *base = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (base, "bulletin-corrupt-XXXXXX", NULL);
  Count counts[G_N_ELEMENTS (damages)] = { 0 };
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100;
  guint seed = argc > 2 ? (guint) atoi (argv[2]) : 1;
  g_autofree char *one = NULL;
  guint n_wrong = 0;
  Truth truth = {
    .saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .images = g_ptr_array_new_with_free_func (image_free),
  };

  g_assert_nonnull (g_mkdtemp (folder));
  one = g_build_filename (folder, "l", NULL);
  make_library (&truth, one, 6);
  loss_disk_empty (folder);
  make_library (&truth, one, 6);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);

      damage_one (&truth, rand, folder, counts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      tell (damages[i].name, &counts[i]);
      n_wrong += counts[i].wrong;
    }
  loss_disk_empty (folder);
  g_rmdir (folder);
  g_hash_table_unref (truth.saved);
  g_hash_table_unref (truth.listed);
  g_hash_table_unref (truth.uids);
  g_ptr_array_unref (truth.images);
  return n_wrong == 0 ? 0 : 1;
}
