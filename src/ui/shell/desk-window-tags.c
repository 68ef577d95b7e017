/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-library-tags.h"
#include "desk-story-row.h"
#include "desk-window-private.h"

/* Stories that are named where they were left as they are. */
#define MOST_NAMED 3

struct _DeskWindowTags
{
  GPtrArray *done;           /* of DeskTagged: what can be taken back, the last one last */
  GCancellable *cancellable; /* of what is under way, or NULL */
  GCancellable *closing;     /* nobody wants to know any more */
  guint n_running;
  guint n_unwanted; /* undos that wait for what is under way */
  char *last_code;  /* of the tag that was given last, or NULL */
  char *last_name;
  AdwToast *toast; /* that tells of the last deed, or NULL */
};

void
desk_window_tags_free (DeskWindowTags *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->closing);
  g_object_unref (self->closing);
  g_ptr_array_unref (self->done);
  g_free (self->last_code);
  g_free (self->last_name);
  g_clear_weak_pointer (&self->toast);
  g_free (self);
}

/* --- what is told of it */

static char *
dup_headline (DeskWindow *self, const char *uid)
{
  GListModel *rows = desk_library_get_rows (self->library);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DeskStoryRow) row = g_list_model_get_item (rows, i);
      const char *headline = desk_story_row_get_headline (row);

      if (g_str_equal (desk_story_row_get_uid (row), uid))
        return g_strdup (headline == NULL ? _ ("No headline") : headline);
    }
  return g_strndup (uid, 8);
}

static char *
dup_refused (DeskWindow *self, const GPtrArray *refused)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < MIN (refused->len, MOST_NAMED); i++)
    {
      g_autofree char *headline = dup_headline (self, refused->pdata[i]);

      g_ptr_array_add (names, g_strdup_printf (_ ("“%s”"), headline));
    }
  if (refused->len > MOST_NAMED)
    g_ptr_array_add (names, g_strdup ("…"));
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  return g_strdup_printf (
      ngettext ("%u story was left as it is, for it is being worked at or went on since: %s",
                "%u stories were left as they are, for they are being worked at or went on since: "
                "%s",
                refused->len),
      refused->len, joined);
}

static char *
dup_change (const DeskTagChange *change, guint n)
{
  return g_strdup_printf (change->deed == BUL_TAG_DEED_ADD
                              /* Translators: %s is a tag. */
                              ? ngettext ("%s added to %u story", "%s added to %u stories", n)
                              : ngettext ("%s taken from %u story", "%s taken from %u stories", n),
                          change->name, n);
}

static guint
count_changed (const DeskTagged *tagged)
{
  guint n = 0;

  for (guint i = 0; i < tagged->counts->len; i++)
    n += g_array_index (tagged->counts, guint, i);
  return n;
}

static void
add_rest (DeskWindow *self, const DeskTagged *tagged, GPtrArray *parts)
{
  if (tagged->cancelled)
    g_ptr_array_add (parts, g_strdup (_ ("It was stopped")));
  if (tagged->refused->len > 0)
    g_ptr_array_add (parts, dup_refused (self, tagged->refused));
  if (tagged->error != NULL)
    g_ptr_array_add (parts, g_strdup (tagged->error->message));
}

static char *
dup_words (DeskWindow *self, const DeskTagged *tagged)
{
  const GPtrArray *changes = desk_tag_deed_get_changes (tagged->deed);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tagged->counts->len; i++)
    {
      guint n = g_array_index (tagged->counts, guint, i);

      if (n > 0)
        g_ptr_array_add (parts, dup_change (changes->pdata[i], n));
    }
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("No tags were changed")));
  add_rest (self, tagged, parts);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (". ", (char **) parts->pdata);
}

/* One tells of the last deed: those before it are not waited for. */
static void
show_toast (DeskWindow *self, const char *words, gboolean can_undo)
{
  DeskWindowTags *tags = self->tags;
  /* libadwaita 1.2 takes a title for markup. */
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (tags->toast != NULL)
    adw_toast_dismiss (tags->toast);
  g_set_weak_pointer (&tags->toast, toast);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-tags");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- what is done */

static void
progress_cb (guint n_done, guint n, gpointer data)
{
  DeskWindow *self = data;

  /* It may be closed by now. */
  if (self->tags != NULL)
    desk_selection_bar_show_progress (desk_archive_get_bar (self->archive), n_done, n);
}

static void
remember_last (DeskWindowTags *tags, const DeskTagDeed *deed)
{
  const DeskTagChange *given = desk_tag_deed_get_given (deed);

  if (given == NULL)
    return;
  g_free (tags->last_code);
  tags->last_code = g_strdup (given->code);
  g_free (tags->last_name);
  tags->last_name = g_strdup (given->name);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (DeskTagged) undone = desk_library_tag_finish (DESK_LIBRARY (source), result);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  guint n = count_changed (undone);

  if (self->tags == NULL)
    return;
  g_ptr_array_add (
      parts, g_strdup_printf (
                 ngettext ("Tags taken back in %u story", "Tags taken back in %u stories", n), n));
  add_rest (self, undone, parts);
  g_ptr_array_add (parts, NULL);
  words = g_strjoinv (". ", (char **) parts->pdata);
  show_toast (self, words, FALSE);
  desk_selection_bar_count_again (desk_archive_get_bar (self->archive));
}

static void
undo_last (DeskWindow *self)
{
  GPtrArray *done = self->tags->done;
  g_autoptr (DeskTagged) last = NULL;

  if (done->len == 0)
    {
      desk_window_toast (self, "%s", _ ("No tags were changed from this window."));
      return;
    }
  last = g_ptr_array_steal_index (done, done->len - 1);
  if (self->document != NULL && desk_document_get_modified (self->document))
    desk_window_save (self);
  desk_library_untag_async (self->library, last, progress_cb, NULL, undone_cb, g_object_ref (self));
}

static void
tagged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (DeskTagged) tagged = desk_library_tag_finish (DESK_LIBRARY (source), result);
  g_autofree char *words = NULL;
  gboolean can_undo = tagged->receipts->len > 0;

  if (self->tags == NULL)
    return;
  self->tags->n_running--;
  words = dup_words (self, tagged);
  show_toast (self, words, can_undo);
  desk_selection_bar_count_again (desk_archive_get_bar (self->archive));
  if (can_undo)
    g_ptr_array_add (self->tags->done, g_steal_pointer (&tagged));
  for (; self->tags->n_running == 0 && self->tags->n_unwanted > 0; self->tags->n_unwanted--)
    undo_last (self);
}

/* Edits of the story that is shown are in a revision before the tags are. */
static void
run (DeskWindow *self, DeskTagDeed *deed)
{
  if (self->document != NULL && desk_document_get_modified (self->document))
    desk_window_save (self);
  remember_last (self->tags, deed);
  if (self->tags->n_running++ == 0)
    {
      g_clear_object (&self->tags->cancellable);
      self->tags->cancellable = g_cancellable_new ();
    }
  desk_library_tag_async (self->library, deed,
                          desk_tag_deed_get_uids (deed)->len > 1 ? progress_cb : NULL,
                          self->tags->cancellable, tagged_cb, g_object_ref (self));
}

/* What is under way is what is meant. */
void
desk_window_undo_tags (DeskWindow *self)
{
  if (self->tags->n_running > 0)
    self->tags->n_unwanted++;
  else
    undo_last (self);
}

gboolean
desk_window_has_tag_undo (DeskWindow *self)
{
  return self->tags != NULL && (self->tags->n_running > 0 || self->tags->done->len > 0);
}

void
desk_window_tag_found (DeskWindow *self)
{
  desk_archive_tag (self->archive, self->tags->last_code);
}

void
desk_window_tag_next (DeskWindow *self)
{
  DeskSelectionBar *bar = desk_archive_get_bar (self->archive);
  const char *uid = desk_archive_get_chosen (self->archive);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autoptr (DeskTagDeed) deed = NULL;

  if (desk_selection_bar_is_open (bar))
    {
      desk_selection_bar_yes (bar);
      return;
    }
  if (self->tags->last_code == NULL)
    {
      desk_window_toast (self, "%s",
                         _ ("Tag some stories first, with Ctrl+D. Ctrl+Enter then puts the same "
                            "tag on one after the other."));
      return;
    }
  if (uid == NULL)
    return;
  g_ptr_array_add (uids, (gpointer) uid);
  deed = desk_tag_deed_new (uids);
  desk_tag_deed_add (deed, BUL_TAG_DEED_ADD, self->tags->last_code, self->tags->last_name);
  run (self, deed);
  desk_archive_choose_next (self->archive);
}

/* --- what they are called */

static void
vocabulary_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (BulVocabulary) vocabulary
      = desk_finder_load_vocabulary_finish (DESK_FINDER (source), result, NULL);

  if (vocabulary == NULL || self->tags == NULL)
    return;
  desk_notes_pane_set_vocabulary (self->notes_pane, vocabulary);
  desk_facets_set_vocabulary (self->facets, vocabulary);
}

/* Others may have changed it. */
static void
listed_cb (DeskWindow *self)
{
  DeskFinder *finder = desk_library_get_finder (self->library);

  if (finder != NULL)
    desk_finder_load_vocabulary_async (finder, self->tags->closing, vocabulary_loaded_cb,
                                       g_object_ref (self));
}

static void
stopped_cb (DeskWindow *self)
{
  g_cancellable_cancel (self->tags->cancellable);
}

static void
undo_tags (GtkWidget *widget, const char *name, GVariant *parameter)
{
  desk_window_undo_tags (DESK_WINDOW (widget));
}

/* Receipts are of the file that they were given in. */
static void
moved_cb (DeskWindow *self)
{
  g_ptr_array_set_size (self->tags->done, 0);
}

void
desk_window_tags_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo-tags", NULL, undo_tags);
}

void
desk_window_tags_init (DeskWindow *self)
{
  DeskSelectionBar *bar = desk_archive_get_bar (self->archive);

  self->tags = g_new0 (DeskWindowTags, 1);
  self->tags->closing = g_cancellable_new ();
  self->tags->done = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_tagged_free);
  g_signal_connect_object (bar, "decided", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
}
