/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <stdlib.h>

#include "bench.h"
#include "bul-checker.h"
#include "bul-importers.h"
#include "desk-view.h"
#include "script-maker.h"

#define N_LINES 5000
#define N_KEYS 40
#define N_ROUNDS 9

/* Of a key without anyone looking for findings. */
#define TARGET_RATIO 0.9

/* Times in a second that a script can be copied: the copy is shorter than a frame. */
#define TARGET_LOOKS 60

typedef struct
{
  DeskDocument *document;
  DeskView *view;
} Script;

typedef struct
{
  Script plain;  /* nobody asks what is odd about it */
  Script looked; /* the margin asks */
} Desk;

static DeskDocument *
make_document (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GString) text = g_string_new ("[Anchor]\n\nThe ferry sails again.\n\n[Report]\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = NULL;
  BulImportOptions options = { "UTF-8", FALSE };

  for (guint i = 0; i < N_LINES; i++)
    {
      script_maker_append_line (text, rand);
      g_string_append (text, i % 100 == 0 ? "[Oh/Resident: \"I could not sleep.]\n" : "\n");
    }
  bytes = g_bytes_new (text->str, text->len);
  import = bul_importers_read (bytes, NULL, &options, &error);
  if (import == NULL)
    g_error ("%s", error->message);
  return desk_document_new (bul_record_copy (import->stories->pdata[0]));
}

static Script
make_script (void)
{
  Script script = { make_document (), g_object_ref_sink (DESK_VIEW (desk_view_new ())) };
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  desk_view_set_document (script.view, script.document, NULL);
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (script.view));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, N_LINES / 2, 0);
  gtk_text_buffer_place_cursor (buffer, &iter);
  return script;
}

/* A letter in the midst of the script, as the keyboard gives it. */
static void
press_keys (Script *script)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (script->view));

  for (guint i = 0; i < N_KEYS; i++)
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, "a", 1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
    }
}

static void
press_looked (gpointer data)
{
  Desk *desk = data;

  press_keys (&desk->looked);
}

static void
press_plain (gpointer data)
{
  Desk *desk = data;

  press_keys (&desk->plain);
}

/* What stands in the way of keys before another thread looks: the copy. */
static void
copy (gpointer data)
{
  Desk *desk = data;

  bul_record_free (bul_record_copy (desk_document_get_story (desk->looked.document)));
}

static void
look (gpointer data)
{
  Desk *desk = data;

  g_ptr_array_unref (bul_checker_find (desk_document_get_story (desk->looked.document)));
}

int
main (int argc, char **argv)
{
  Desk desk;
  BenchSeconds keys;
  BenchSeconds looks;
  DeskFindings *findings;
  gboolean fast;

  gtk_init ();
  desk.plain = make_script ();
  desk.looked = make_script ();
  findings = desk_document_get_findings (desk.looked.document);
  desk_findings_get_open (findings);
  keys = bench_compare (press_looked, press_plain, &desk, N_ROUNDS);
  looks = bench_compare (copy, look, &desk, N_ROUNDS);
  g_print ("%u lines, %u findings\n", N_LINES, desk_findings_get_open (findings)->len);
  g_print ("  a key with findings %.3f ms, without %.3f ms; a look %.1f ms, its copy %.1f ms\n",
           keys.ours * 1e3 / N_KEYS, keys.plain * 1e3 / N_KEYS, looks.plain * 1e3,
           looks.ours * 1e3);
  fast = bench_judge ("ratio", keys.plain / keys.ours, "", TARGET_RATIO);
  fast &= bench_judge ("copies", 1 / looks.ours, " a second", TARGET_LOOKS);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
