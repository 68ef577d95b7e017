/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-flow-conflict.h"
#include "desk-compare.h"
#include "desk-window-private.h"
#include "desk-wording.h"

/* Edits that are in no revision, beside the story in the library. */
typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
  BulJournal *journal; /* NULL: those of the document itself */
} Conflict;

static void
conflict_free (gpointer data)
{
  Conflict *conflict = data;

  g_object_unref (conflict->document);
  g_clear_pointer (&conflict->journal, bul_record_free);
  g_free (conflict);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = desk_library_settle_finish (DESK_LIBRARY (source), result, &error);

  if (uid == NULL)
    {
      desk_window_show_card (self, _ ("The two versions are both still there"), error->message,
                             _ ("Compare"), "win.compare-versions");
      return;
    }
  desk_window_hide_card (self);
  desk_window_show_story (self, uid);
}

static void
response_cb (Conflict *conflict, const char *response)
{
  DeskLibrary *library = conflict->window->library;
  gboolean take = g_str_equal (response, "mine");

  if (g_str_equal (response, "later"))
    return;
  if (conflict->journal != NULL)
    desk_library_settle_async (library, conflict->document, conflict->journal, take, settled_cb,
                               g_object_ref (conflict->window));
  else
    desk_library_settle_own_async (library, conflict->document, take, settled_cb,
                                   g_object_ref (conflict->window));
}

/* @journal: (nullable): %NULL of the document itself. */
static void
present (DeskWindow *self,
         const BulJournal *journal,
         const BulStory *theirs,
         const BulStory *mine,
         const char *mine_name)
{
  Conflict *conflict = g_new (Conflict, 1);
  GtkWidget *dialog
      = desk_compare_new (GTK_WINDOW (self), theirs, _ ("In the library"), mine, mine_name);

  conflict->window = self;
  conflict->document = g_object_ref (self->document);
  conflict->journal = journal == NULL ? NULL : bul_record_copy (journal);
  g_object_set_data_full (G_OBJECT (dialog), "conflict", conflict, conflict_free);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Which of the two is right?"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Keep Both for Now"),
                                    "theirs", _ ("_Drop the Unsaved Edits"), "mine",
                                    _ ("_Take the Unsaved Edits"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "theirs",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "mine",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "later");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), conflict);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) theirs
      = desk_library_load_stored_finish (DESK_LIBRARY (source), result, &error);
  const BulStory *mine = self->document == NULL ? NULL : desk_document_get_story (self->document);

  if (theirs == NULL)
    desk_window_toast (self, _ ("The library cannot be read: %s"), error->message);
  /* Another story is shown by now. */
  else if (mine != NULL && g_str_equal (mine->uid, theirs->uid))
    present (self, NULL, theirs, mine, _ ("In this window"));
}

static void
compare_journal (DeskWindow *self, const BulJournal *journal)
{
  const BulStory *story = desk_document_get_story (self->document);
  g_autofree char *time = desk_wording_dup_time (journal->at);
  g_autofree char *mine = g_strdup_printf (_ ("Unsaved edits of %s"), time);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) version = bul_flow_make_version (story, journal, NULL, &error);

  if (version == NULL)
    desk_window_toast (self, _ ("These edits cannot be shown: %s"), error->message);
  else
    present (self, journal, story, version, mine);
}

static gboolean
is_overtaken (DeskWindow *self)
{
  const BulStory *story = desk_document_get_story (self->document);

  return desk_document_get_modified (self->document)
         && (desk_window_get_listed_revision (self, story->uid)
                 > bul_story_get_revision_number (story)
             || g_error_matches (desk_library_get_failure (self->document), BUL_ERROR,
                                 BUL_ERROR_CONFLICT));
}

/* What is in this window beside what someone else has saved meanwhile; or else edits that were left
 * behind. */
void
desk_window_compare_versions (DeskWindow *self)
{
  const GPtrArray *conflicts
      = self->document == NULL ? NULL : desk_document_get_conflicts (self->document);

  if (conflicts == NULL)
    return;
  if (is_overtaken (self))
    desk_library_load_stored_async (self->library, self->document, stored_cb, g_object_ref (self));
  else if (conflicts->len > 0)
    compare_journal (self, conflicts->pdata[0]);
}

/* What was found beside the last revision when the story was opened. */
void
desk_window_tell_opened (DeskWindow *self)
{
  const BulJournal *restored = desk_document_get_restored (self->document);
  const BulJournal *live = desk_document_get_live (self->document);

  if (desk_document_get_conflicts (self->document)->len > 0)
    desk_window_show_card (self, _ ("There are edits of this story that are in no revision"),
                           _ ("Someone else had saved it before them. Both versions are kept."),
                           _ ("Compare"), "win.compare-versions");
  if (restored != NULL)
    {
      g_autofree char *time = desk_wording_dup_time (restored->at);

      desk_window_toast (self, _ ("What was typed until %s is here again."), time);
    }
  else if (live != NULL)
    desk_window_toast (self, _ ("Another window is writing in this story."));
}

/* The story that is shown has a newer revision by someone else: it takes its place where nothing
 * would be lost, and the caret stays where it was. */
static void
followed_cb (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  guint newest = story == NULL ? 0 : desk_window_get_listed_revision (self, story->uid);

  if (story == NULL || newest <= bul_story_get_revision_number (story))
    return;
  if (desk_document_get_modified (self->document)
      || desk_document_get_composing (self->document) != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (BUL_ERROR, BUL_ERROR_CONFLICT, "");

      desk_window_show_failed_save (self, error);
      return;
    }
  desk_window_keep_place (self);
  desk_window_show_story (self, story->uid);
}

void
desk_window_follow (DeskWindow *self)
{
  g_signal_connect_object (self->library, "followed", G_CALLBACK (followed_cb), self,
                           G_CONNECT_SWAPPED);
}
