/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "desk-window-private.h"

/* More words than these are no query. */
#define MOST_LETTERS 120

static void
opened_cb (DeskWindow *self, const char *uid, const char *block, guint offset)
{
  desk_window_show_place (self, uid, block, offset);
}

void
desk_window_leave_archive (DeskWindow *self)
{
  if (desk_window_is_on_desk (self, "archive") || desk_window_is_on_desk (self, "register"))
    desk_window_show_desk (self, "script");
}

static void
unready_cb (DeskWindow *self)
{
  desk_library_prepare (self->library, DESK_PREPARE_REST);
}

static void
damaged_cb (DeskWindow *self)
{
  desk_library_prepare (self->library, DESK_PREPARE_ANEW);
}

/* What was made ready is found at the end; meanwhile the list stays as it is. */
static void
preparing_cb (DeskWindow *self, guint n_left)
{
  desk_archive_set_preparing (self->archive, n_left);
  if (n_left == 0 && desk_window_is_on_desk (self, "archive"))
    desk_archive_ask_again (self->archive);
}

static void
troubled_cb (DeskWindow *self)
{
  DeskTroubleWhen when;
  const GError *error = desk_library_get_trouble (self->library, &when);

  desk_archive_set_read_only (self->archive,
                              g_error_matches (error, BUL_ERROR, BUL_ERROR_READ_ONLY));
}

static void
listed_cb (DeskWindow *self)
{
  desk_archive_refresh (self->archive);
}

static void
moved_cb (DeskWindow *self)
{
  if (desk_window_is_on_desk (self, "archive"))
    desk_archive_ask_again (self->archive);
}

void
desk_window_join_archive (DeskWindow *self)
{
  desk_archive_join (self->archive, self->facets, self->preview);
  desk_archive_set_finder (self->archive, desk_library_get_finder (self->library));
  g_signal_connect_object (self->archive, "viewed", G_CALLBACK (desk_window_follow_desk), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->archive, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->archive, "left", G_CALLBACK (desk_window_leave_archive), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->archive, "unready", G_CALLBACK (unready_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->archive, "damaged", G_CALLBACK (damaged_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "preparing", G_CALLBACK (preparing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "troubled", G_CALLBACK (troubled_cb), self,
                           G_CONNECT_SWAPPED);
  troubled_cb (self);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  desk_window_join_people (self);
  desk_window_join_tags (self);
  desk_window_join_collection (self);
  desk_window_join_saved (self);
}

void
desk_window_find_in_archive (DeskWindow *self)
{
  self->is_for_script = FALSE;
  desk_archive_focus (self->archive);
}

/* People have a key of their own, and this one leads back from them. */
void
desk_window_search_archive_for (DeskWindow *self, const char *words)
{
  g_autofree char *kept = g_strdup (words);

  desk_window_need_desk (self, "archive");
  if (desk_archive_shows_people (self->archive))
    desk_archive_show_stories (self->archive);
  desk_window_show_desk (self, "archive");
  if (kept != NULL)
    desk_archive_find (self->archive, kept);
  desk_window_find_in_archive (self);
}

void
desk_window_search_archive (DeskWindow *self)
{
  desk_window_search_archive_for (self, desk_window_get_story_search (self));
}

GtkWidget *
desk_window_focus_archive (DeskWindow *self)
{
  if (!desk_archive_shows_people (self->archive)
      || !desk_people_focus (desk_archive_get_people (self->archive)))
    desk_archive_focus (self->archive);
  return NULL;
}

void
desk_window_undo_in_archive (DeskWindow *self)
{
  if (desk_window_asks_entry (self, "text.undo")
      || desk_selection_bar_is_open (desk_archive_get_bar (self->archive)))
    return;
  if (desk_window_has_tag_undo (self))
    desk_window_undo_tags (self);
  else
    desk_archive_undo (self->archive);
}

void
desk_window_redo_in_archive (DeskWindow *self)
{
  if (desk_window_asks_entry (self, "text.redo")
      || desk_selection_bar_is_open (desk_archive_get_bar (self->archive)))
    return;
  if (desk_window_has_tag_redo (self))
    desk_window_redo_tags (self);
  else
    desk_archive_redo (self->archive);
}

/* The words that are selected in one line, as they stand there. */
static char *
dup_selected (DeskWindow *self)
{
  DeskBuffer *buffer = desk_view_get_buffer (desk_window_get_view (self));
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (buffer == NULL
      || !gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return NULL;
  text = desk_buffer_dup_text (buffer, &start, &end);
  g_strstrip (text);
  return *text == '\0' || g_utf8_strlen (text, -1) > MOST_LETTERS ? NULL : g_steal_pointer (&text);
}

/* Several words are looked for as they stand. */
void
desk_window_find_words (DeskWindow *self, const char *words)
{
  g_autofree char *query = strpbrk (words, " :()|-") != NULL && strchr (words, '"') == NULL
                               ? g_strdup_printf ("\"%s\"", words)
                               : g_strdup (words);

  desk_window_show_desk (self, "archive");
  desk_archive_find (self->archive, query);
}

void
desk_window_find_in_library (DeskWindow *self)
{
  g_autofree char *words
      = desk_window_is_on_desk (self, "script") || desk_window_is_on_desk (self, "translation")
            ? dup_selected (self)
            : NULL;

  if (words != NULL)
    desk_window_find_words (self, words);
  else
    desk_window_show_desk (self, "archive");
}
