/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "bul-importers.h"
#include "script-maker.h"

/*
 * How fast bytes become a story: decoding, normal form, classifying, the model. Beside it stands
 * the least that any reader of text has to do, validating and normalising the same bytes by GLib.
 */

#define N_BYTES (8u * 1024 * 1024)
#define N_ROUNDS 7

#define TARGET_RATIO 0.3
#define TARGET_SPEED 60.0

typedef struct
{
  GPtrArray *files; /* of GBytes */
  gsize n_bytes;
  gsize sum; /* what was made, so that no work can be left out */
} Load;

static void
add_file (Load *load, GString *text)
{
  load->n_bytes += text->len;
  g_ptr_array_add (load->files, g_string_free_to_bytes (text));
}

static gboolean
is_utf8 (GBytes *bytes)
{
  return g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

/* One after the other: the gold scripts that are UTF-8, and a page that is made. */
static GString *
make_page (const GPtrArray *gold, GRand *rand, guint i)
{
  GBytes *bytes = gold->pdata[i / 2 % gold->len];
  GString *text = g_string_new (NULL);

  if (i % 2 == 0 && is_utf8 (bytes))
    g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  else
    script_maker_append_page (text, rand, (guint) g_rand_int_range (rand, 6, 20));
  return text;
}

/* Each page a file of its own. */
static void
make_pages (Load *load, const GPtrArray *gold, GRand *rand)
{
  for (guint i = 0; load->n_bytes < N_BYTES; i++)
    add_file (load, make_page (gold, rand, i));
}

/* All pages in one file. */
static void
make_bundle (Load *load, const GPtrArray *gold, GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < N_BYTES; i++)
    {
      GString *page = make_page (gold, rand, i);

      g_string_append_len (text, page->str, (gssize) page->len);
      g_string_append_c (text, '\n');
      g_string_free (page, TRUE);
    }
  add_file (load, text);
}

/* One report that goes on and on. */
static void
make_report (Load *load, const GPtrArray *gold, GRand *rand)
{
  GString *text = g_string_new (NULL);

  script_maker_append_page (text, rand, N_BYTES / 104);
  add_file (load, text);
}

static void
read_scripts (gpointer data)
{
  Load *load = data;
  BulImportOptions options = { "UTF-8", FALSE };

  for (guint i = 0; i < load->files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BulImport) import
          = bul_importers_read (load->files->pdata[i], NULL, &options, &error);

      if (import == NULL)
        g_error ("%s", error->message);
      load->sum += bul_story_get_script (import->stories->pdata[0])->blocks->len;
    }
}

static void
read_plainly (gpointer data)
{
  Load *load = data;

  for (guint i = 0; i < load->files->len; i++)
    {
      gsize length;
      const char *at = g_bytes_get_data (load->files->pdata[i], &length);
      const char *end = at + length;

      if (!g_utf8_validate (at, (gssize) length, NULL))
        g_error ("a file is no UTF-8");
      while (at < end)
        {
          const char *stop = memchr (at, '\n', (gsize) (end - at));
          const char *next = stop == NULL ? end : stop + 1;
          g_autofree char *normal = g_utf8_normalize (at, next - at, G_NORMALIZE_NFC);

          load->sum += (guchar) normal[0];
          at = next;
        }
    }
}

static gboolean
run_load (const char *name,
          void (*make) (Load *, const GPtrArray *, GRand *),
          const GPtrArray *gold)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  Load load = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
  BenchSeconds seconds;
  double megabytes;
  gboolean fast;

  make (&load, gold, rand);
  megabytes = (double) load.n_bytes / 1e6;
  seconds = bench_compare (read_scripts, read_plainly, &load, N_ROUNDS);
  g_print ("%s: %u files, %.1f MB\n", name, load.files->len, megabytes);
  g_print ("  read as scripts %.1f MB/s, validated and normalised %.1f MB/s\n",
           megabytes / seconds.ours, megabytes / seconds.plain);
  fast = bench_judge ("speed", megabytes / seconds.ours, " MB/s", TARGET_SPEED);
  fast &= bench_judge ("ratio", seconds.plain / seconds.ours, "", TARGET_RATIO);
  g_ptr_array_unref (load.files);
  return fast;
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*make) (Load *, const GPtrArray *, GRand *);
  } loads[] = {
    { "report", make_report },
    { "bundle", make_bundle },
    { "pages", make_pages },
  };
  g_autoptr (GPtrArray) gold = NULL;
  gboolean fast = TRUE;

  if (argc < 2)
    {
      g_printerr ("usage: %s FOLDER [NAME]   FOLDER is tests/data/import\n", argv[0]);
      return 2;
    }
  gold = script_maker_load_gold (argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    if (argc == 2 || strcmp (argv[2], loads[i].name) == 0)
      fast &= run_load (loads[i].name, loads[i].make, gold);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
