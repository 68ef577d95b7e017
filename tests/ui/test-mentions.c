/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-person.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "desk-person-picker.h"
#include "desk-word-tags.h"
#include "shell-fixture.h"
#include "unit.h"

static const char script[] = "뱃길 다시 열려\n입력 2025.06.12 (22:46)\n\n[앵커]\n\n강태윤은 오순희 "
                             "씨와 문선재를 만났습니다.\n\n"
                             "[리포트]\n\n[강태윤/연안안전청 부청장: \"두 번 검사했습니다.\"]\n\n"
                             "[오순희/주민: \"강태윤이 옳습니다.\"]\n";

static const BulStory *
get_story (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture));
}

static DeskPersonPicker *
get_picker (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_PERSON_PICKER, 0);
}

static void
open_script (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (script, strlen (script));
  g_autoptr (BulImport) import = bul_importers_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  wait_until (fixture->window->is_listed);
  store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (bul_flow_keep (store, import, "Jae", NULL, NULL, &error));
  wait_until (count_rows (fixture) == 1);
  desk_window_show_story (fixture->window, ((BulStory *) import->stories->pdata[0])->uid);
  wait_until (desk_window_get_document (fixture->window) != NULL);
}

/* The heading of the popover tells which name it is about. */
static gboolean
asks_about (Fixture *fixture, const char *name)
{
  DeskPersonPicker *picker = get_picker (fixture);
  GtkWidget *entry = find (picker, GTK_TYPE_ENTRY, 0);

  return gtk_widget_get_mapped (GTK_WIDGET (picker)) && gtk_widget_get_mapped (entry)
         && strcmp (gtk_editable_get_text (GTK_EDITABLE (entry)), name) == 0;
}

static void
say_yes (Fixture *fixture)
{
  g_signal_emit_by_name (find (get_picker (fixture), GTK_TYPE_ENTRY, 0), "activate");
}

static gboolean
is_over (Fixture *fixture)
{
  DeskPersonPicker *picker = get_picker (fixture);

  return gtk_widget_get_mapped (GTK_WIDGET (picker))
         && !gtk_widget_get_mapped (find (picker, GTK_TYPE_ENTRY, 0));
}

static char *
dup_quotes (const BulStory *story)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      g_assert_nonnull (bul_person_read_code (tag->code));
      g_string_append_printf (out, "%s|", ((BulSpan *) tag->spans->pdata[0])->quote);
    }
  return g_string_free (out, FALSE);
}

/* One key asks, and one more a name tags it and goes on; each is one undo. */
static void
test_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quotes = NULL;

  open_script (fixture);
  press (fixture, "win.tag-person");
  wait_until (asks_about (fixture, "강태윤"));
  say_yes (fixture);
  wait_until (asks_about (fixture, "오순희"));
  say_yes (fixture);
  wait_until (asks_about (fixture, "강태윤"));
  say_yes (fixture);
  wait_until (is_over (fixture));
  quotes = dup_quotes (get_story (fixture));
  g_assert_cmpstr (quotes, ==, "강태윤|오순희|강태윤|");

  desk_person_picker_yes (get_picker (fixture));
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (get_picker (fixture))));
  wait_until (has (fixture->window, DESK_TYPE_WORD_TAGS, 0));
  press (fixture, "win.undo");
  wait_until (get_story (fixture)->tags->len == 2);
}

/* A name that is selected may be anybody's: it becomes a person of the library, and is saved. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) span = NULL;
  g_autofree char *quotes = NULL;
  const BulBlock *block;
  const char *at;

  open_script (fixture);
  block = bul_story_get_script (get_story (fixture))->blocks->pdata[3];
  at = strstr (block->text, "문선재");
  g_assert_nonnull (at);
  span = (BulRecord *) bul_span_new (
      block->key, (guint) g_utf8_strlen (block->text, at - block->text),
      (guint) g_utf8_strlen (block->text, at - block->text) + 4, "문선재를");
  desk_view_show_span (fixture->window->script, (BulSpan *) span);
  press (fixture, "win.tag-person");
  wait_until (asks_about (fixture, "문선재"));
  wait_until (has (get_picker (fixture), GTK_TYPE_LIST_BOX_ROW, 0));
  say_yes (fixture);
  wait_until (get_story (fixture)->tags->len == 1);
  wait_until (asks_about (fixture, "강태윤"));
  quotes = dup_quotes (get_story (fixture));
  g_assert_cmpstr (quotes, ==, "문선재|");
  gtk_popover_popdown (GTK_POPOVER (get_picker (fixture)));

  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
}

UNIT (mentions)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/mentions/down", Fixture, NULL, set_up, test_down, tear_down);
  g_test_add ("/mentions/new", Fixture, NULL, set_up, test_new, tear_down);

  return run_with_application ();
}
