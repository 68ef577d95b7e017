/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-importers.h"
#include "desk-view.h"
#include "script-maker.h"
#include "stage.h"

#define N_LINES 5000
#define N_KEYS 25
#define N_OPENINGS 7

/* What a key, and an opening, may cost as often as in a bare view. */
#define MOST_OF_KEY 2.5
#define MOST_OF_OPENING 3.0

/* Milliseconds in which a view of that length has laid out everything, or has looked for findings
 * after a key. */
#define LONG_REST 3000
#define SHORT_REST 60

typedef struct
{
  GBytes *bytes;
  Stage ours;
  Stage bare;
} Desk;

typedef struct
{
  GtkTextView *view;
  const char *text; /* NULL: Backspace */
} Key;

static GBytes *
make_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  GString *text = g_string_new ("[Anchor]\n\nThe ferry sails again.\n\n[Report]\n\n");

  for (guint i = 0; i < N_LINES; i++)
    {
      script_maker_append_line (text, rand);
      g_string_append (text, i % 100 == 0 ? "[Oh/Resident: \"I could not sleep.]\n" : "\n");
    }
  return g_string_free_to_bytes (text);
}

static DeskDocument *
read_document (GBytes *bytes)
{
  BulImportOptions options = { "UTF-8", FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, NULL, &options, &error);

  if (import == NULL)
    g_error ("%s", error->message);
  return desk_document_new (g_ptr_array_steal_index (import->stories, 0));
}

/* A story on air, so that every key is a change that is tracked; the findings are asked for. */
static void
open_ours (gpointer data)
{
  Desk *desk = data;
  g_autoptr (DeskDocument) document = read_document (desk->bytes);

  desk_view_set_document (DESK_VIEW (desk->ours.view), document, NULL);
}

static void
open_bare (gpointer data)
{
  Desk *desk = data;
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  gsize size;
  const char *text = g_bytes_get_data (desk->bytes, &size);

  gtk_text_buffer_set_text (buffer, text, size);
  gtk_text_view_set_buffer (desk->bare.view, buffer);
}

static void
close_both (Desk *desk)
{
  g_autoptr (GtkTextBuffer) empty = gtk_text_buffer_new (NULL);

  desk_view_set_document (DESK_VIEW (desk->ours.view), NULL, NULL);
  gtk_text_view_set_buffer (desk->bare.view, empty);
  stage_rest (SHORT_REST);
}

static gboolean
report (const char *what, GArray *ours, GArray *bare, double most)
{
  StageTime of_ours = stage_find_median (ours);
  StageTime of_bare = stage_find_median (bare);
  gboolean reached;

  g_print ("%s: %.2f ms (%.2f ms of the processor), in a bare view %.2f ms (%.2f ms): %.2f and "
           "%.2f times\n",
           what, of_ours.wall * 1e3, of_ours.cpu * 1e3, of_bare.wall * 1e3, of_bare.cpu * 1e3,
           of_ours.wall / of_bare.wall, of_ours.cpu / of_bare.cpu);
  reached = bench_judge ("speed by the clock", of_bare.wall / of_ours.wall, "", 1 / most);
  return bench_judge ("speed of the processor", of_bare.cpu / of_ours.cpu, "", 1 / most) && reached;
}

static gboolean
compare_openings (Desk *desk)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (StageTime));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (StageTime));

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      StageTime time;

      close_both (desk);
      time = stage_time (&desk->bare, open_bare, desk);
      g_array_append_val (bare, time);
      close_both (desk);
      time = stage_time (&desk->ours, open_ours, desk);
      g_array_append_val (ours, time);
    }
  return report ("opening", ours, bare, MOST_OF_OPENING);
}

static void
press_key (gpointer data)
{
  const Key *key = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (key->view);

  if (key->text == NULL)
    {
      g_signal_emit_by_name (key->view, "backspace");
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, key->text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
put_caret (const Stage *stage, guint line, guint offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (stage->view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (stage->view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.5);
}

static void
time_key (const Stage *stage, const char *text, GArray *times)
{
  Key key = { stage->view, text };
  StageTime time = stage_time (stage, press_key, &key);

  g_array_append_val (times, time);
  stage_rest (SHORT_REST);
}

/* A letter, or a line end, that comes and goes again where the caret is. */
static gboolean
compare_keys (Desk *desk, const char *text, const char *where, guint line, guint offset)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (StageTime));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (StageTime));
  g_autoptr (GArray) ours_back = g_array_new (FALSE, FALSE, sizeof (StageTime));
  g_autoptr (GArray) bare_back = g_array_new (FALSE, FALSE, sizeof (StageTime));
  g_autofree char *typed = g_strdup_printf ("%s %s", *text == '\n' ? "Enter" : "a letter", where);
  g_autofree char *erased = g_strdup_printf ("Backspace after %s", typed);
  gboolean reached;

  put_caret (&desk->ours, line, offset);
  put_caret (&desk->bare, line, offset);
  stage_rest (LONG_REST / 4);
  for (guint i = 0; i < N_KEYS; i++)
    {
      time_key (&desk->bare, text, bare);
      time_key (&desk->ours, text, ours);
      time_key (&desk->bare, NULL, bare_back);
      time_key (&desk->ours, NULL, ours_back);
    }
  reached = report (typed, ours, bare, MOST_OF_KEY);
  return report (erased, ours_back, bare_back, MOST_OF_KEY) && reached;
}

/* A correction of the first word of a line, and a word that came by hands. */
static void
correct_line (DeskDocument *document, guint line)
{
  BulHistory *history = desk_document_get_history (document);
  const BulScript *script = bul_story_get_script (desk_document_get_story (document));
  const BulBlock *block = script->blocks->pdata[line];
  g_autofree char *word = bul_chars_slice (block->text, 0, 3);
  BulCorrectionDraft draft = { .passage = { block->key, 0, 3 }, .was = word, .now = "Other" };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  draft.error_class = BUL_CLASS_OTHER;
  draft.weight = BUL_WEIGHT_SLIP;
  draft.reason = "It was another.";
  draft.by = "Min";
  key = bul_corrector_raise (history, &draft, &error);
  if (key == NULL || !bul_history_replace (history, block->key, 8, 4, "words", &error))
    g_error ("%s", error->message);
}

static void
air (DeskDocument *document)
{
  BulHistory *history = desk_document_get_history (document);
  g_autoptr (BulStory) aired
      = bul_history_make_aired_revision (history, "Min", "2026-03-18T21:04:00+09:00");

  bul_history_saved (history, aired);
}

/* The bare view gets the text that ours shows, with what is struck. */
static void
show_same (Desk *desk)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (desk->ours.view);
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (desk->bare.view), text, -1);
}

int
main (int argc, char **argv)
{
  Desk desk = { 0 };
  DeskDocument *document;
  gboolean fast;

  adw_init ();
  desk.bytes = make_bytes ();
  desk.ours = stage_new (desk_view_new ());
  desk.bare = stage_new (stage_make_bare_view ());
  fast = compare_openings (&desk);

  open_ours (&desk);
  document = desk_view_get_document (DESK_VIEW (desk.ours.view));
  desk_findings_get_open (desk_document_get_findings (document));
  air (document);
  correct_line (document, N_LINES / 2 + 40);
  show_same (&desk);
  stage_rest (LONG_REST);
  g_print ("%d lines\n",
           gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (desk.bare.view)));
  fast &= compare_keys (&desk, "a", "in the midst", N_LINES / 2, 4);
  fast &= compare_keys (&desk, "a", "at the start", 1, 4);
  fast &= compare_keys (&desk, "a", "in a line that is corrected", N_LINES / 2 + 40, 2);
  fast &= compare_keys (&desk, "\n", "in the midst", N_LINES / 2, 4);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
