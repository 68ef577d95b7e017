/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-aired.h"
#include "bul-reviewer.h"
#include "desk-window-private.h"
#include "desk-wording.h"

static GArray *
list_items (DeskWindow *self)
{
  return desk_review_list (desk_view_get_buffer (desk_window_get_view (self)));
}

/* Where in the text somebody is. */
typedef struct
{
  guint line;
  guint start;
  guint end;
} Place;

/* The changes, and the place among them; %NULL while there is no text. */
static GArray *
look (DeskWindow *self, Place *place)
{
  if (self->document == NULL
      || !desk_view_get_bounds (desk_window_get_view (self), &place->line, &place->start,
                                &place->end))
    return NULL;
  return list_items (self);
}

static const DeskReviewItem *
get_item (const GArray *items, guint i)
{
  return &g_array_index (items, DeskReviewItem, i);
}

static void
tell_none (DeskWindow *self)
{
  desk_window_toast (self, _ ("No change is left to review."));
}

/* What comes after @n of the changes, around the end. */
static void
show_item (DeskWindow *self, const GArray *items, guint n)
{
  if (items->len == 0)
    tell_none (self);
  else
    desk_view_show_change (desk_window_get_view (self), get_item (items, n % items->len));
}

void
desk_window_next_change (DeskWindow *self)
{
  Place at;
  g_autoptr (GArray) items = look (self, &at);

  if (items != NULL)
    show_item (self, items, desk_review_count_to (items, at.line, at.start));
}

void
desk_window_previous_change (DeskWindow *self)
{
  Place at;
  g_autoptr (GArray) items = look (self, &at);
  guint n;

  if (items == NULL)
    return;
  n = desk_review_count_to (items, at.line, at.start);
  while (n > 0 && get_item (items, n - 1)->line == at.line
         && get_item (items, n - 1)->start == at.start)
    n--;
  show_item (self, items, n + items->len - 1);
}

/* The change at the caret, or -1 after the next one was shown: nobody says yes to what was not
 * seen. */
static int
find_item (DeskWindow *self, const GArray *items, const Place *at)
{
  int found = desk_review_find (items, at->line, at->start, at->end);

  if (found < 0)
    show_item (self, items, desk_review_count_to (items, at->line, at->start));
  return found;
}

static guint
get_base_number (DeskWindow *self)
{
  const BulStory *base = desk_changes_get_base (desk_document_get_changes (self->document));

  return base == NULL ? 0 : bul_story_get_revision_number (base);
}

static void
show_next (DeskWindow *self, guint n)
{
  g_autoptr (GArray) items = list_items (self);

  if (items->len == 0)
    desk_window_toast (self, _ ("All changes are reviewed."));
  else
    show_item (self, items, n);
}

void
desk_window_accept_change (DeskWindow *self)
{
  Place at;
  g_autoptr (GArray) items = look (self, &at);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int found = items == NULL ? -1 : find_item (self, items, &at);

  if (found < 0)
    return;
  g_ptr_array_add (changes, get_item (items, found)->change);
  if (bul_reviewer_accept (desk_document_get_history (self->document), get_base_number (self),
                           changes, desk_library_get_author (self->library), &error))
    show_next (self, found);
  else
    desk_window_toast (self, "%s", error->message);
}

void
desk_window_reject_change (DeskWindow *self)
{
  Place at;
  g_autoptr (GArray) items = look (self, &at);
  g_autoptr (GError) error = NULL;
  int found = items == NULL ? -1 : find_item (self, items, &at);

  if (found < 0)
    return;
  if (bul_reviewer_reject (desk_document_get_history (self->document),
                           desk_changes_get_base (desk_document_get_changes (self->document)),
                           get_item (items, found)->change, desk_library_get_author (self->library),
                           &error))
    show_next (self, found);
  else
    desk_window_toast (self, "%s", error->message);
}

void
desk_window_accept_changes_to_here (DeskWindow *self)
{
  Place at;
  g_autoptr (GArray) items = look (self, &at);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n;

  if (items == NULL)
    return;
  n = desk_review_count_to (items, at.line, at.end);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (changes, get_item (items, i)->change);
  if (n == 0)
    desk_window_toast (self, _ ("No change above here is left to review."));
  else if (!bul_reviewer_accept (desk_document_get_history (self->document), get_base_number (self),
                                 changes, desk_library_get_author (self->library), &error))
    desk_window_toast (self, "%s", error->message);
  else
    desk_window_toast_undo (self,
                            ngettext ("%u change is accepted.", "%u changes are accepted.", n), n);
}

void
desk_window_give_reason (DeskWindow *self)
{
  g_autoptr (GArray) items = NULL;
  Place at;
  int found;

  if (self->document == NULL
      || !desk_view_get_bounds (desk_window_get_view (self), &at.line, &at.start, &at.end))
    return;
  items = desk_review_list_unreasoned (desk_view_get_buffer (desk_window_get_view (self)));
  if (items->len == 0)
    {
      desk_window_toast (self, _ ("Every change has its reason."));
      return;
    }
  found = desk_review_find (items, at.line, at.start, at.end);
  if (found < 0)
    show_item (self, items, desk_review_count_to (items, at.line, at.start));
  desk_window_raise_correction (self);
}

static void
show_struck (DeskView *view, gpointer data)
{
  desk_view_set_shows_struck (view, *(gboolean *) data);
}

void
desk_window_show_struck (DeskWindow *self, gboolean shows)
{
  desk_window_foreach_view (self, show_struck, &shows);
}

void
desk_window_toggle_struck (DeskWindow *self)
{
  gboolean shows = !desk_view_get_shows_struck (self->script);

  desk_window_show_struck (self, shows);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "shows-struck", shows);
  desk_window_toast (self, "%s",
                     shows ? _ ("Struck words are shown.") : _ ("Struck words are hidden."));
}

static void
aired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (self, _ ("Locked as aired. Changes from now on need a reason."));
  else
    desk_window_show_failed_save (self, error);
}

static void
response_cb (DeskWindow *self, const char *response)
{
  if (g_str_equal (response, "lock") && self->document != NULL)
    desk_library_air_async (self->library, self->document, aired_cb, g_object_ref (self));
}

static GtkWidget *
make_question (DeskWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Lock as aired?"),
      _ ("What aired is kept as it is. Later changes will ask for a reason."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "lock",
                                    _ ("_Lock"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lock",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "lock");
  return dialog;
}

/* Whoever only meant to see whether it is locked must not begin a second airing by Enter. */
static GtkWidget *
make_question_again (DeskWindow *self, const BulRevision *aired)
{
  g_autofree char *when = desk_wording_dup_when (aired->at);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Aired again?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is a time. */
                                  _ ("The story is locked as it aired, since %s, and that is kept. "
                                     "Only if it was aired once more as it reads now: changes are "
                                     "counted from here then."),
                                  when);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "lock",
                                    _ ("_Aired Again"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

static void
add_to_body (GtkWidget *dialog, char *words)
{
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s\n\n%s",
                                  adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), words);
  g_free (words);
}

static void
ask (DeskWindow *self, guint n_unreviewed)
{
  const BulRevision *aired = bul_aired_get_revision (desk_document_get_story (self->document));
  GtkWidget *dialog = aired == NULL ? make_question (self) : make_question_again (self, aired);
  g_autoptr (GPtrArray) changes = desk_changes_list (desk_document_get_changes (self->document));
  guint n_unreasoned = aired == NULL ? 0 : bul_tracked_count_unreasoned (changes);

  if (n_unreviewed > 0)
    add_to_body (dialog, g_strdup_printf (ngettext ("%u change was not reviewed.",
                                                    "%u changes were not reviewed.", n_unreviewed),
                                          n_unreviewed));
  if (n_unreasoned > 0)
    add_to_body (dialog,
                 g_strdup_printf (ngettext ("%u change has no reason, and will not be asked "
                                            "for one any more.",
                                            "%u changes have no reason, and will not be "
                                            "asked for one any more.",
                                            n_unreasoned),
                                  n_unreasoned));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_as_aired (const BulStory *story, DeskDocument *document)
{
  const BulRevision *aired = bul_aired_get_revision (story);

  return aired != NULL && aired->number == bul_story_get_revision_number (story)
         && !desk_document_get_modified (document);
}

/* The first press shows what nobody looked at; the second locks all the same. */
void
desk_window_lock_aired (DeskWindow *self)
{
  g_autoptr (GArray) items = NULL;

  if (self->document == NULL)
    return;
  if (is_as_aired (desk_document_get_story (self->document), self->document))
    {
      desk_window_toast (self, _ ("This is what was aired already."));
      return;
    }
  items = list_items (self);
  if (items->len > 0 && self->warned_of != items->len)
    {
      self->warned_of = items->len;
      show_item (self, items, 0);
      desk_window_toast (self,
                         ngettext ("%u change is not reviewed. It is selected.",
                                   "%u changes are not reviewed. The first is selected.",
                                   items->len),
                         items->len);
      return;
    }
  self->warned_of = 0;
  ask (self, items->len);
}

void
desk_window_watch_lock (DeskWindow *self)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  gboolean was_aired = self->seen_state > BUL_STORY_READY;

  self->seen_state = story == NULL ? 0 : story->state;
  if (was_aired && story != NULL && story->state <= BUL_STORY_READY
      && bul_aired_get_revision (story) != NULL)
    desk_window_toast (self, "%s",
                       _ ("The story counts as aired no more. What was aired is kept."));
}
