/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-flow.h"
#include "desk-prompter.h"
#include "shell-fixture.h"
#include "unit.h"

/* A frame of a screen that shows 60 in a second, in microseconds, and when the first is drawn. */
#define FRAME (G_USEC_PER_SEC / 60)
#define FIRST G_USEC_PER_SEC

/* A prompter in a window of its own, with a story that nobody saves. */
typedef struct
{
  DeskDocument *document;
  GtkWidget *window;
  DeskPrompter *prompter;
  DeskPrompterText *text;
} Page;

static BulStory *
read_sample (const char *name)
{
  static const BulImportOptions options = { NULL, FALSE };
  g_autofree char *path = g_build_filename (g_getenv ("TEST_SAMPLES"), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_flow_read_file (path, &options, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static void
open_page (Page *page, gconstpointer sample)
{
  page->document = desk_document_new (read_sample (sample));
  page->prompter = DESK_PROMPTER (desk_prompter_new ());
  page->text = desk_prompter_get_text (page->prompter);
  page->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (page->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (page->window), GTK_WIDGET (page->prompter));
  g_object_set (page->prompter, "document", page->document, NULL);
  gtk_window_present (GTK_WINDOW (page->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (page->text)) > 0);
}

static void
close_page (Page *page, gconstpointer sample)
{
  gtk_window_destroy (GTK_WINDOW (page->window));
  g_object_add_weak_pointer (G_OBJECT (page->document), (gpointer *) &page->document);
  g_object_unref (page->document);
  /* The prompter held it no longer than it was shown. */
  g_assert_null (page->document);
}

/* Does what the key is bound to. */
static void
press_key (Page *page, const char *key)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (page->prompter));

  g_assert_nonnull (trigger);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (shortcuts) && j < g_list_model_get_n_items (shortcuts);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                       GTK_WIDGET (page->prompter),
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_error ("%s is bound to nothing", key);
}

static void
draw_frames (Page *page, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    desk_prompter_text_tick (page->text, FIRST + (gint64) (first + i) * FRAME);
}

static char *
dup_place (Page *page, guint *offset)
{
  char *block = NULL;

  g_assert_true (desk_prompter_text_get_place (page->text, &block, offset));
  return block;
}

static const BulScript *
get_script (Page *page)
{
  return bul_story_get_script (desk_document_get_story (page->document));
}

static const BulBlock *
find_block (Page *page, const char *key)
{
  const BulScript *script = get_script (page);
  int position = bul_script_find_block (script, key);

  return position < 0 ? NULL : script->blocks->pdata[position];
}

/* So many characters from the place at the mark, and @before ahead of it. */
static char *
dup_around_mark (Page *page, guint before, guint count)
{
  guint offset;
  g_autofree char *key = dup_place (page, &offset);
  const BulBlock *block = find_block (page, key);

  g_assert_nonnull (block);
  before = MIN (before, offset);
  return bul_chars_slice (block->text, offset - before, offset + count);
}

/* The three words at the mark. */
static char *
dup_words_at_mark (Page *page)
{
  return dup_around_mark (page, 0, 12);
}

/* A place within a row is told from how far the row has come, and rows break elsewhere after an
 * edit: it may be told some characters later than it is. */
static void
assert_words_at_mark (Page *page, const char *expected)
{
  g_autofree char *words = dup_around_mark (page, 3, 15);

  g_assert_nonnull (strstr (words, expected));
}

/* What is left after n frames is what was there before, less the time that they took. */
static void
test_frames (Page *page, gconstpointer sample)
{
  double total = desk_prompter_text_get_total (page->text);
  double before = desk_prompter_text_get_y (page->text);

  g_assert_cmpfloat (total, >, 60);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), total, 1e-6);
  press_key (page, "F5");
  g_assert_true (desk_prompter_text_get_running (page->text));
  draw_frames (page, 0, 1);
  g_assert_cmpfloat (desk_prompter_text_get_y (page->text), ==, before);
  draw_frames (page, 1, 600);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), total - 10, 1e-3);
  g_assert_cmpfloat (desk_prompter_text_get_y (page->text), >, before + 100);

  before = desk_prompter_text_get_y (page->text);
  press_key (page, "space");
  g_assert_false (desk_prompter_text_get_running (page->text));
  draw_frames (page, 601, 60);
  g_assert_cmpfloat (desk_prompter_text_get_y (page->text), ==, before);
}

/* Twice as fast, half the time, but for the soundbites. */
static void
test_speed (Page *page, gconstpointer sample)
{
  double total = desk_prompter_text_get_total (page->text);
  double bites;

  g_assert_cmpint (desk_prompter_text_get_speed (page->text), ==, 100);
  press_key (page, "Page_Up");
  g_assert_cmpint (desk_prompter_text_get_speed (page->text), ==, 105);
  press_key (page, "Page_Down");
  press_key (page, "KP_Page_Down");
  g_assert_cmpint (desk_prompter_text_get_speed (page->text), ==, 95);

  desk_prompter_text_set_speed (page->text, 200);
  bites = 2 * desk_prompter_text_get_total (page->text) - total;
  g_assert_cmpfloat (bites, >, 5);
  g_assert_cmpfloat (bites, <, total / 2);
  desk_prompter_text_set_speed (page->text, 1000);
  g_assert_cmpint (desk_prompter_text_get_speed (page->text), ==, DESK_PROMPTER_SPEED_MOST);
  desk_prompter_text_set_speed (page->text, 0);
  g_assert_cmpint (desk_prompter_text_get_speed (page->text), ==, DESK_PROMPTER_SPEED_LEAST);
}

static void
test_end (Page *page, gconstpointer sample)
{
  double total = desk_prompter_text_get_total (page->text);

  press_key (page, "End");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), 0, 1e-6);
  press_key (page, "Home");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), total, 1e-6);

  /* What has rolled to its end stops. */
  press_key (page, "F5");
  draw_frames (page, 0, 60 * (total + 1));
  g_assert_false (desk_prompter_text_get_running (page->text));
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), 0, 1e-6);
}

static void
test_parts (Page *page, gconstpointer sample)
{
  double start = desk_prompter_text_get_y (page->text);
  double report;

  g_assert_cmpint (desk_prompter_text_get_section (page->text), ==, BUL_SECTION_LEAD);
  press_key (page, "Right");
  g_assert_cmpint (desk_prompter_text_get_section (page->text), ==, BUL_SECTION_REPORT);
  report = desk_prompter_text_get_y (page->text);
  press_key (page, "Down");
  press_key (page, "Down");
  press_key (page, "Left");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), report, 1e-6);
  press_key (page, "Left");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), start, 1e-6);
  press_key (page, "Down");
  press_key (page, "Up");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), start, 1e-6);
  press_key (page, "Right");
  press_key (page, "Right");
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), 0, 1e-6);
}

/* Another size lays the words out anew around those at the mark. */
static void
test_size (Page *page, gconstpointer sample)
{
  g_autofree char *words = NULL;

  press_key (page, "Right");
  desk_prompter_text_move (page->text, 4.3);
  words = dup_words_at_mark (page);
  press_key (page, "<Control>plus");
  g_assert_cmpint (desk_prompter_text_get_size (page->text), ==, 60);
  assert_words_at_mark (page, words);
  for (guint i = 0; i < 30; i++)
    press_key (page, "<Control>plus");
  g_assert_cmpint (desk_prompter_text_get_size (page->text), ==, DESK_PROMPTER_SIZE_MOST);
  assert_words_at_mark (page, words);
  for (guint i = 0; i < 30; i++)
    press_key (page, "<Control>minus");
  g_assert_cmpint (desk_prompter_text_get_size (page->text), ==, DESK_PROMPTER_SIZE_LEAST);
  press_key (page, "<Control>0");
  g_assert_cmpint (desk_prompter_text_get_size (page->text), ==, DESK_PROMPTER_SIZE_USUAL);
  assert_words_at_mark (page, words);
}

/* The key of the block that is @distance lines from the one at the mark. */
static const char *
key_near_mark (Page *page, int distance)
{
  guint offset;
  g_autofree char *key = dup_place (page, &offset);
  const BulScript *script = get_script (page);
  int position = bul_script_find_block (script, key) + distance;

  return ((const BulBlock *) script->blocks->pdata[position])->key;
}

static BulHistory *
history_of (Page *page)
{
  return desk_document_get_history (page->document);
}

static void
insert_above (Page *page)
{
  bul_history_replace (history_of (page), key_near_mark (page, -2), 0, 0,
                       "Somebody had a great deal more to say about this than was thought. ", NULL);
}

static void
insert_below (Page *page)
{
  bul_history_replace (history_of (page), key_near_mark (page, 1), 0, 0, "Now ", NULL);
}

static void
insert_before (Page *page)
{
  bul_history_replace (history_of (page), key_near_mark (page, 0), 0, 0,
                       "Early this morning, before anybody had expected it, ", NULL);
}

static void
insert_behind (Page *page)
{
  const BulBlock *block = find_block (page, key_near_mark (page, 0));

  bul_history_replace (history_of (page), block->key, bul_chars_count (block->text), 0,
                       " And more.", NULL);
}

static void
erase_before (Page *page)
{
  bul_history_replace (history_of (page), key_near_mark (page, 0), 0, 10, "", NULL);
}

static void
split_before (Page *page)
{
  bul_history_split (history_of (page), key_near_mark (page, 0), 10, NULL);
}

static void
split_behind (Page *page)
{
  const BulBlock *block = find_block (page, key_near_mark (page, 0));

  bul_history_split (history_of (page), block->key, bul_chars_count (block->text) - 8, NULL);
}

static void
join_above (Page *page)
{
  bul_history_join (history_of (page), key_near_mark (page, -1), NULL);
}

static void
join_below (Page *page)
{
  bul_history_join (history_of (page), key_near_mark (page, 0), NULL);
}

static void
take_out_above (Page *page)
{
  const BulScript *script = get_script (page);
  int position = bul_script_find_block (script, key_near_mark (page, -1));

  bul_history_remove (history_of (page), script->key, "blocks", position, NULL);
}

/* Rows: what another window does while somebody reads. The words at the mark stay there, and are
 * there again when it is taken back. */
static const struct
{
  const char *what;
  void (*edit) (Page *page);
} edits[] = {
  /* elsewhere */
  { "words above", insert_above },
  { "words below", insert_below },
  { "a line above is gone", take_out_above },
  /* in the same line */
  { "words before", insert_before },
  { "words behind", insert_behind },
  { "words before are gone", erase_before },
  { "a split before", split_before },
  { "a split behind", split_behind },
  { "joined with the line above", join_above },
  { "joined with the line below", join_below },
};

/* Some way into the report, to where there are words enough before and behind. */
static void
go_into_report (Page *page)
{
  const BulBlock *block;
  guint offset;

  press_key (page, "Right");
  press_key (page, "Down");
  do
    {
      g_autofree char *key = NULL;

      desk_prompter_text_move (page->text, 0.37);
      key = dup_place (page, &offset);
      block = find_block (page, key);
    }
  while (offset < 15 || offset + 20 > bul_chars_count (block->text)
         || find_block (page, key_near_mark (page, -1))->kind != BUL_BLOCK_PARAGRAPH);
}

static void
test_edits (Page *page, gconstpointer sample)
{
  g_autofree char *words = NULL;

  go_into_report (page);
  words = dup_words_at_mark (page);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_test_message ("%s", edits[i].what);
      edits[i].edit (page);
      g_assert_true (desk_document_get_modified (page->document));
      assert_words_at_mark (page, words);
      while (bul_history_undo (history_of (page)))
        ;
      assert_words_at_mark (page, words);
    }
}

/* The picture itself does not move where nothing above the mark changes. */
static void
test_edits_below_move_nothing (Page *page, gconstpointer sample)
{
  double y;

  go_into_report (page);
  y = desk_prompter_text_get_y (page->text);
  insert_below (page);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), y, 1e-6);
  insert_behind (page);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), y, 1e-6);
}

/* While it rolls, edits neither stop it nor take time from it. */
static void
test_edits_while_running (Page *page, gconstpointer sample)
{
  double before;

  go_into_report (page);
  press_key (page, "F5");
  draw_frames (page, 0, 60);
  insert_above (page);
  before = desk_prompter_text_get_left (page->text);
  draw_frames (page, 60, 30);
  g_assert_true (desk_prompter_text_get_running (page->text));
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_left (page->text), before - 0.5, 1e-2);
}

/* The line at the mark is taken out: the one below it is read next. */
static void
test_line_goes (Page *page, gconstpointer sample)
{
  const BulScript *script = get_script (page);
  g_autofree char *below = NULL;
  g_autofree char *found = NULL;
  g_autofree char *here = NULL;
  guint offset;

  go_into_report (page);
  here = dup_place (page, &offset);
  below = g_strdup (key_near_mark (page, 1));
  g_assert_true (bul_history_remove (history_of (page), script->key, "blocks",
                                     bul_script_find_block (script, here), NULL));
  found = dup_place (page, &offset);
  g_assert_cmpstr (found, ==, below);
}

/* All that is read goes while it rolls, and comes back. */
static void
test_nothing_is_left (Page *page, gconstpointer sample)
{
  static const char *keys[]
      = { "Down", "Up", "Right", "Left", "End", "Home", "F5", "<Control>plus" };
  const BulScript *script = get_script (page);
  double total = desk_prompter_text_get_total (page->text);
  char *block = NULL;
  guint offset;

  press_key (page, "F5");
  draw_frames (page, 0, 60);
  while (script->blocks->len > 1)
    g_assert_true (bul_history_remove (history_of (page), script->key, "blocks", 1, NULL));
  draw_frames (page, 60, 2);
  g_assert_true (desk_prompter_text_is_empty (page->text));
  g_assert_false (desk_prompter_text_get_running (page->text));
  g_assert_cmpfloat (desk_prompter_text_get_left (page->text), ==, 0);
  g_assert_false (desk_prompter_text_get_place (page->text, &block, &offset));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press_key (page, keys[i]);
  draw_frames (page, 62, 2);

  while (bul_history_undo (history_of (page)))
    ;
  g_assert_false (desk_prompter_text_is_empty (page->text));
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_total (page->text), total, 1e-6);
}

/* Typing at the very start of what is read is seen there. */
static void
test_start_stays (Page *page, gconstpointer sample)
{
  double y = desk_prompter_text_get_y (page->text);
  g_autofree char *key = NULL;
  guint offset;

  key = dup_place (page, &offset);
  bul_history_replace (history_of (page), key, 0, 0, "Good evening, this is the news. ", NULL);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_y (page->text), y, 1e-6);
}

static BulEdit *
make_syllable (const char *block, guint at)
{
  BulEdit *edit = bul_edit_new (BUL_EDIT_TEXT, block, at);

  edit->inserted = g_strdup ("한");
  return edit;
}

static void
test_syllable (Page *page, gconstpointer sample)
{
  g_autofree char *key = NULL;
  double total = desk_prompter_text_get_total (page->text);
  guint before;
  guint offset;

  go_into_report (page);
  key = dup_place (page, &before);
  desk_document_set_composing (page->document, make_syllable (key, 0));
  g_free (key);
  key = dup_place (page, &offset);
  g_assert_cmpuint (offset, ==, before + 1);
  desk_document_set_composing (page->document, NULL);
  g_assert_true (bul_history_replace (history_of (page), key, 0, 0, "한", NULL));
  g_assert_cmpfloat (desk_prompter_text_get_total (page->text), >, total);
  g_free (key);
  key = dup_place (page, &offset);
  g_assert_cmpuint (offset, ==, before + 1);
}

static cairo_surface_t *
draw (Page *page)
{
  GtkWidget *widget = GTK_WIDGET (page->prompter);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  /* What was set on the labels finds its room first. */
  gtk_test_widget_wait_for_draw (widget);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
get_brightness (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + x * 4];
}

/* How much of the picture is not as it is in the other, column for column or turned round. */
static double
compare_pictures (cairo_surface_t *a, cairo_surface_t *b, gboolean is_turned)
{
  int width = cairo_image_surface_get_width (a);
  /* Without the controls at the foot. */
  int height = cairo_image_surface_get_height (a) * 0.7;
  guint n_other = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_other += ABS ((int) get_brightness (a, x, y)
                      - (int) get_brightness (b, is_turned ? width - 1 - x : x, y))
                 > 128;
  return n_other / ((double) width * height);
}

/* How many points of the picture have the colour of what was changed. */
static guint
count_changed (Page *page)
{
  cairo_surface_t *surface = draw (page);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const guchar *point = cairo_image_surface_get_data (surface)
                              + y * cairo_image_surface_get_stride (surface) + x * 4;

        n += point[2] > 0xe0 && point[0] < 0x90;
      }
  cairo_surface_destroy (surface);
  return n;
}

static void
save (Page *page, gboolean is_aired)
{
  BulHistory *history = history_of (page);
  g_autoptr (BulStory) saved = is_aired ? bul_history_make_aired_revision (history, "Jae", NULL)
                                        : bul_history_make_revision (history, "Jae", NULL);

  bul_history_saved (history, saved);
}

static void
type_at_start (Page *page, const char *words)
{
  guint offset;
  g_autofree char *key = dup_place (page, &offset);

  g_assert_true (bul_history_replace (history_of (page), key, 0, 0, words, NULL));
}

/* Until it was aired the words are told from those that came in, then from those that were aired.
 */
static void
test_changes (Page *page, gconstpointer sample)
{
  save (page, FALSE);
  g_assert_cmpuint (count_changed (page), ==, 0);
  type_at_start (page, "Tonight ");
  g_assert_cmpuint (count_changed (page), >, 500);
  g_assert_true (bul_history_undo (history_of (page)));
  g_assert_cmpuint (count_changed (page), ==, 0);
  type_at_start (page, "Tonight ");
  save (page, FALSE);
  g_assert_cmpuint (count_changed (page), >, 500);
  save (page, TRUE);
  g_assert_cmpuint (count_changed (page), ==, 0);
  type_at_start (page, "Here ");
  g_assert_cmpuint (count_changed (page), >, 500);
}

/* What was typed before the prompter came is as much a change. */
static void
test_changes_before (Page *page, gconstpointer sample)
{
  save (page, FALSE);
  g_object_set (page->prompter, "document", NULL, NULL);
  bul_history_replace (history_of (page), "b5", 0, 0, "Tonight ", NULL);
  g_object_set (page->prompter, "document", page->document, NULL);
  g_assert_cmpuint (count_changed (page), >, 500);
}

static void
test_mirror (Page *page, gconstpointer sample)
{
  cairo_surface_t *plain;
  cairo_surface_t *mirrored;
  cairo_surface_t *again;

  plain = draw (page);
  press_key (page, "<Control>m");
  g_assert_true (desk_prompter_get_mirrored (page->prompter));
  mirrored = draw (page);
  press_key (page, "<Control>m");
  again = draw (page);

  g_assert_cmpfloat (compare_pictures (plain, again, FALSE), ==, 0);
  g_assert_cmpfloat (compare_pictures (plain, mirrored, FALSE), >, 0.05);
  g_assert_cmpfloat (compare_pictures (plain, mirrored, TRUE), <, 0.005);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (mirrored);
  cairo_surface_destroy (again);
}

static void
test_accessible (Page *page, gconstpointer sample)
{
  GtkWidget *progress = find (page->prompter, GTK_TYPE_PROGRESS_BAR, 0);
  g_autofree char *total = NULL;
  g_autofree char *value = NULL;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (page->text), GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Words to read");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (page->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "This morning the ferry between Dalmok Port and Haeran Island sailed for the first time in "
      "11 weeks.");
  press_key (page, "End");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (page->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "This is Seo Min-ji reporting for KBS News from Haeran Island.");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (progress), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  total = bul_seconds_dup_clock (desk_prompter_text_get_total (page->text));
  value = g_strdup_printf ("0:00 to go of %s", total);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (progress),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value);
  for (guint i = 0; has (page->prompter, GTK_TYPE_BUTTON, i); i++)
    g_assert_true (gtk_test_accessible_has_property (find (page->prompter, GTK_TYPE_BUTTON, i),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_test_accessible_assert_property (find (page->prompter, GTK_TYPE_BUTTON, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Run");
  press_key (page, "Home");
  press_key (page, "F5");
  gtk_test_accessible_assert_property (find (page->prompter, GTK_TYPE_BUTTON, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Stop");
}

static void
test_settings (Page *page, gconstpointer sample)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.bulletindesk.BulletinDesk");
  g_autoptr (GtkWidget) other = g_object_ref_sink (desk_prompter_new ());

  desk_prompter_set_settings (page->prompter, settings);
  press_key (page, "<Control>plus");
  press_key (page, "<Control>m");
  press_key (page, "Page_Up");
  g_assert_cmpint (g_settings_get_int (settings, "prompter-size"), ==, 60);
  g_assert_cmpint (g_settings_get_int (settings, "prompter-speed"), ==, 105);

  desk_prompter_set_settings (DESK_PROMPTER (other), settings);
  g_object_set (other, "document", page->document, NULL);
  g_assert_true (desk_prompter_get_mirrored (DESK_PROMPTER (other)));
  g_assert_cmpint (desk_prompter_text_get_size (desk_prompter_get_text (DESK_PROMPTER (other))), ==,
                   60);
  g_assert_cmpint (desk_prompter_text_get_speed (desk_prompter_get_text (DESK_PROMPTER (other))),
                   ==, 105);
  for (guint i = 0; i < 3; i++)
    g_settings_reset (settings,
                      (const char *[]){ "prompter-size", "prompter-mirror", "prompter-speed" }[i]);
}

/* At its usual speed it takes what the rest of the desk says that the script takes. */
static void
test_read_time (Page *page, gconstpointer sample)
{
  DeskReadTime *time = desk_document_get_read_time (page->document);
  double total = bul_seconds_sum (bul_read_time_get_total (desk_read_time_get_time (time)));

  g_assert_cmpfloat (total, >, 45);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_total (page->text), total, 1e-6);

  /* Whoever reads reads slower than was thought. */
  desk_read_time_set_paces (time, bul_paces_new ((BulPace){ 100, 50 }));
  total = bul_seconds_sum (bul_read_time_get_total (desk_read_time_get_time (time)));
  g_assert_cmpfloat (total, >, 90);
  g_assert_cmpfloat_with_epsilon (desk_prompter_text_get_total (page->text), total, 1e-6);
}

#define ENGLISH "ferry-returns-2026-03-18.txt"
#define KOREAN "ferry-returns-2026-03-18.ko.txt"

static void
add_page (const char *path, const char *sample, void (*test) (Page *page, gconstpointer sample))
{
  g_test_add (path, Page, sample, open_page, test, close_page);
}

UNIT (prompter)
{
  gtk_test_init (&argc, &argv, NULL);
  add_page ("/prompter/frames", ENGLISH, test_frames);
  add_page ("/prompter/speed", ENGLISH, test_speed);
  add_page ("/prompter/end", ENGLISH, test_end);
  add_page ("/prompter/parts", ENGLISH, test_parts);
  add_page ("/prompter/size", ENGLISH, test_size);
  add_page ("/prompter/size/korean", KOREAN, test_size);
  add_page ("/prompter/edits", ENGLISH, test_edits);
  add_page ("/prompter/edits/korean", KOREAN, test_edits);
  add_page ("/prompter/edits/below", ENGLISH, test_edits_below_move_nothing);
  add_page ("/prompter/edits/running", ENGLISH, test_edits_while_running);
  add_page ("/prompter/edits/line-goes", ENGLISH, test_line_goes);
  add_page ("/prompter/edits/nothing-left", ENGLISH, test_nothing_is_left);
  add_page ("/prompter/edits/start", ENGLISH, test_start_stays);
  add_page ("/prompter/syllable", ENGLISH, test_syllable);
  add_page ("/prompter/changes", ENGLISH, test_changes);
  add_page ("/prompter/changes/before", ENGLISH, test_changes_before);
  add_page ("/prompter/mirror", ENGLISH, test_mirror);
  add_page ("/prompter/accessible", ENGLISH, test_accessible);
  add_page ("/prompter/settings", ENGLISH, test_settings);
  add_page ("/prompter/read-time", ENGLISH, test_read_time);
  add_page ("/prompter/read-time/korean", KOREAN, test_read_time);
  return g_test_run ();
}
