/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bench.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "script-maker.h"

/*
 * How long a save waits while another connection imports many stories: no transaction may hold the
 * write lock for longer than 250 ms, so that typing is safe within a second.
 */

#define N_STORIES 3000
#define N_LINES 12
#define LONGEST_MS 250.0

typedef struct
{
  char *path;
  GPtrArray *stories;
  int done; /* atomic */
} Load;

static BulStory *
make_story (GRand *rand)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulImport) import = NULL;
  g_autoptr (BulHistory) history = NULL;

  script_maker_append_page (text, rand, N_LINES);
  bytes = g_string_free_to_bytes (text);
  import = bul_importers_read (bytes, "page.txt", NULL, NULL);
  history = bul_history_new (bul_record_copy (import->stories->pdata[0]));
  return bul_history_make_revision (history, "Min", "Imported");
}

static gpointer
import_many (gpointer data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (load->path, BUL_STORE_READ_WRITE, &error);

  if (store == NULL || !bul_store_save_many (store, load->stories, NULL, &error))
    g_error ("%s", error->message);
  g_atomic_int_set (&load->done, 1);
  return NULL;
}

/* Saves again and again until the import is done; the longest that one took, in milliseconds. */
static double
save_meanwhile (Load *load, BulStore *store, BulHistory *history, guint *n_saves)
{
  double longest = 0;

  while (!g_atomic_int_get (&load->done))
    {
      g_autofree char *slug = g_strdup_printf ("slug %u", ++*n_saves);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      if (!bul_history_set (history, NULL, "slug", slug, &error)
          || !bul_flow_save (store, history, "Jae", NULL, &error))
        g_error ("%s", error->message);
      longest = MAX (longest, (double) (g_get_monotonic_time () - start) / 1e3);
      g_usleep (20000);
    }
  return longest;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bulletin-bench-XXXXXX", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (BulStory) first = make_story (rand);
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (GThread) thread = NULL;
  Load load = { .stories = bul_records_new () };
  guint n_saves = 0;
  double longest;
  gboolean fast;

  load.path = g_build_filename (folder, "library.bulletin", NULL);
  for (guint i = 0; i < N_STORIES; i++)
    g_ptr_array_add (load.stories, make_story (rand));
  store = bul_store_open (load.path, BUL_STORE_READ_WRITE, NULL);
  if (store == NULL || !bul_store_save (store, first, 0, NULL))
    g_error ("the library cannot be begun");
  history = bul_history_new (bul_store_load (store, first->uid, NULL));
  thread = g_thread_new ("import", import_many, &load);
  longest = save_meanwhile (&load, store, history, &n_saves);
  g_thread_join (g_steal_pointer (&thread));
  g_print ("%u saves while %d stories were imported; the longest took %.0f ms\n", n_saves,
           N_STORIES, longest);
  fast = bench_judge ("250 ms over that", LONGEST_MS / longest, "", 1.0);
  g_clear_object (&history);
  g_clear_pointer (&store, bul_store_close);
  g_ptr_array_unref (load.stories);
  bench_remove_folder (folder);
  g_free (load.path);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
