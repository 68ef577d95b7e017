/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-hands.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-mover.h"
#include "bul-span.h"
#include "desk-style.h"

BulStory *
hands_make_story (const char *const *lines)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (script->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, lines[i]));
    }
  g_ptr_array_add (story->scripts, script);
  return story;
}

const char *const hands_ferry[] = {
  "The ferry sails again.",         "It carried 1,027 passengers and 3.5 tons of freight.",
  "단포항에서 첫 배가 떠났습니다.", "",
  "Two rows\u2028of one block 🚢.",  NULL,
};

static char *
join_blocks (DeskBuffer *buffer)
{
  const BulScript *script = desk_buffer_get_script (buffer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, ((const BulBlock *) script->blocks->pdata[i])->text);
    }
  return g_string_free (text, FALSE);
}

char *
hands_get_text (DeskBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  return gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
}

/* The text without what wears the looks of words that went. */
static char *
get_kept_text (DeskBuffer *buffer)
{
  GtkTextTag *struck = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_DELETED);
  GString *text = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      if (!gtk_text_iter_has_tag (&iter, struck))
        g_string_append_unichar (text, gtk_text_iter_get_char (&iter));
      gtk_text_iter_forward_char (&iter);
    }
  return g_string_free (text, FALSE);
}

void
hands_assert_true_to_story (DeskBuffer *buffer)
{
  g_autofree char *text = get_kept_text (buffer);
  g_autofree char *blocks = join_blocks (buffer);

  g_assert_cmpstr (text, ==, blocks);
}

void
hands_assert_text (DeskBuffer *buffer, const char *expected)
{
  g_autofree char *text = hands_get_text (buffer);

  g_assert_cmpstr (text, ==, expected);
  hands_assert_true_to_story (buffer);
}

void
hands_insert (DeskBuffer *buffer, guint at, const char *text)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, at);
  gtk_text_buffer_insert_interactive (GTK_TEXT_BUFFER (buffer), &iter, text, -1, TRUE);
}

void
hands_erase (DeskBuffer *buffer, guint start, guint end)
{
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &first, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &last, end);
  gtk_text_buffer_delete_interactive (GTK_TEXT_BUFFER (buffer), &first, &last, TRUE);
}

/* Takes out, then puts in, as one action of the toolkit, such as a paste over a selection. */
void
hands_replace (DeskBuffer *buffer, guint start, guint end, const char *text)
{
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  if (end > start)
    hands_erase (buffer, start, end);
  if (*text != '\0')
    hands_insert (buffer, start, text);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
}

static const char *const snippets[] = {
  "a",
  "word ",
  " ",
  "가",
  "떠났습니다. ",
  "🚢",
  "\n",
  "\n\n",
  "1\n2\n3",
  "x\r\ny",
  "\u2029",
  "e\u0301",
  "\u1112\u1161\u11ab",
  "\u2028",
  "[Report]",
  "[Kim/Mayor: \"Yes.\"]",
  "\n[Anchor]\n",
  "\x02",
  "공지·정정",
  "1,027",
};

static void
raise_correction (HandsDesk *desk)
{
  BulHistory *history = desk_document_get_history (desk->document);
  const BulStory *story = bul_history_get_story (history);
  const GPtrArray *blocks = desk_buffer_get_script (desk->buffers[0])->blocks;
  const BulBlock *block = blocks->pdata[g_rand_int_range (desk->rand, 0, blocks->len)];
  guint n_chars = bul_chars_count (block->text);
  guint start = g_rand_int_range (desk->rand, 0, n_chars + 1);
  guint end = MIN (n_chars, start + 4);
  g_autofree char *quote = bul_chars_slice (block->text, start, end);
  BulCorrection *correction;

  if (start == end || story->corrections->len > 20)
    return;
  correction = bul_record_new (&bul_correction_type);
  correction->key = bul_keys_make (bul_history_get_keys (history), 'c');
  correction->error_class = BUL_CLASS_OTHER;
  correction->state = BUL_CORRECTION_DRAFT;
  correction->reads = BUL_READS_NOW;
  g_free (correction->now);
  correction->now = g_strdup (quote);
  g_ptr_array_add (correction->spans, bul_span_new (block->key, start, end, quote));
  g_assert_true (
      bul_history_add (history, NULL, "corrections", story->corrections->len, correction, NULL));
}

static void
move_line (HandsDesk *desk)
{
  const BulScript *script = desk_buffer_get_script (desk->buffers[0]);
  gint32 n_lines = (gint32) script->blocks->len;

  if (n_lines > 0)
    g_assert_true (bul_mover_move (desk_document_get_history (desk->document), script->key,
                                   (guint) g_rand_int_range (desk->rand, 0, n_lines),
                                   (guint) g_rand_int_range (desk->rand, 0, n_lines), NULL));
}

void
hands_do_something (HandsDesk *desk)
{
  BulHistory *history = desk_document_get_history (desk->document);
  DeskBuffer *buffer = desk->buffers[g_rand_boolean (desk->rand)];
  guint n_chars = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer));
  guint start = g_rand_int_range (desk->rand, 0, n_chars + 1);
  guint length = g_rand_int_range (desk->rand, 0, g_rand_int_range (desk->rand, 1, 40));
  guint end = MIN (n_chars, start + length);
  const char *text = snippets[g_rand_int_range (desk->rand, 0, G_N_ELEMENTS (snippets))];

  switch (g_rand_int_range (desk->rand, 0, 13))
    {
    case 0:
    case 1:
      hands_erase (buffer, start, end);
      break;
    case 2:
      hands_replace (buffer, start, end, text);
      break;
    case 3:
      bul_history_undo (history);
      break;
    case 4:
      bul_history_redo (history);
      break;
    case 5:
      bul_history_break (history);
      break;
    case 6:
      raise_correction (desk);
      break;
    case 7:
      move_line (desk);
      break;
    default:
      hands_insert (buffer, start, text);
    }
}

/* What is far from the caret is styled soon after. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Whatever was styled piece by piece must look as if it were styled at once. */
void
hands_assert_styled (DeskBuffer *buffer)
{
  g_autoptr (DeskBuffer) fresh
      = desk_buffer_new (desk_buffer_get_document (buffer), desk_buffer_get_script (buffer)->key);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer));
  GtkTextTagTable *fresh_table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (fresh));
  g_autofree char *text = NULL;
  g_autofree char *fresh_text = NULL;
  GtkTextIter a;
  GtkTextIter b;

  desk_buffer_set_shows_struck (fresh, desk_buffer_get_shows_struck (buffer));
  settle ();
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &a);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fresh), &b);
  text = hands_get_text (buffer);
  fresh_text = hands_get_text (fresh);
  g_assert_cmpstr (text, ==, fresh_text);
  do
    for (guint style = 0; style < N_DESK_STYLES; style++)
      {
        gboolean is_so = gtk_text_iter_has_tag (&a, desk_style_table_get_tag (table, style));
        gboolean is_fresh
            = gtk_text_iter_has_tag (&b, desk_style_table_get_tag (fresh_table, style));

        if (is_so != is_fresh)
          g_test_message ("style %u at %d:%d of “%s”", style, gtk_text_iter_get_line (&a),
                          gtk_text_iter_get_line_offset (&a), text);
        g_assert_cmpint (is_so, ==, is_fresh);
      }
  while (gtk_text_iter_forward_char (&a) && gtk_text_iter_forward_char (&b));
}
