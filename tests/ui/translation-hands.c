/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translation-hands.h"

#include "bul-counterpart.h"
#include "bul-flow.h"

DeskTranslation *
get_desk (Fixture *fixture)
{
  return fixture->window->translation;
}

const BulStory *
get_story (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture));
}

static BulStory *
read_korean (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("TEST_SAMPLES"), "ferry-returns-2026-03-18.ko.txt", NULL);
  BulImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_flow_read_file (path, &options, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

/* The English sample, with the Korean one in it. */
void
open_both (Fixture *fixture)
{
  g_autoptr (BulStory) korean = read_korean ();
  g_autoptr (GError) error = NULL;

  open_sample (fixture);
  bul_counterpart_take (get_history (fixture), korean, NULL, &error);
  g_assert_no_error (error);
}

void
open_desk (Fixture *fixture)
{
  open_both (fixture);
  press (fixture, "win.toggle-translation");
  wait_until (desk_window_is_on_desk (fixture->window, "translation"));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_desk (fixture))));
  g_assert_true (desk_translation_has_pairs (get_desk (fixture)));
  g_assert_cmpuint (get_story (fixture)->links->len, >, 10);
}

BulBlock *
get_block (Fixture *fixture, BulLanguage language, guint line)
{
  return bul_pairs_get_script (get_story (fixture), language)->blocks->pdata[line];
}

const BulLink *
get_pair (Fixture *fixture, guint number)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (get_story (fixture));

  g_assert_cmpuint (number, <, links->len);
  return links->pdata[number];
}

const BulSegment *
get_segment (const BulLink *link, BulLanguage language)
{
  for (guint i = 0; i < link->segments->len; i++)
    if (((const BulSegment *) link->segments->pdata[i])->language == language)
      return link->segments->pdata[i];
  return NULL;
}

const BulLink *
get_active (Fixture *fixture)
{
  return bul_pairs_find (get_story (fixture), desk_translation_get_active (get_desk (fixture)));
}

void
put_caret (Fixture *fixture, BulLanguage language, const BulLink *link, guint further)
{
  DeskView *view = desk_translation_get_side (get_desk (fixture), language);
  DeskBuffer *buffer = desk_view_get_buffer (view);
  const BulSpan *span = &get_segment (link, language)->span;
  GtkTextIter iter;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (desk_buffer_get_iter_at_place (buffer, span->on, span->start + further,
                                                DESK_AFTER_STRUCK, &iter));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}
