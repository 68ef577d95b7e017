/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-library-tags.h"
#include "desk-story-row.h"
#include "desk-window-private.h"

/* Stories that are named where they were left as they are. */
#define MOST_NAMED 3

typedef enum
{
  WHAT_DO,
  WHAT_UNDO, /* what was done last */
  WHAT_REDO, /* what was undone last */
} What;

typedef struct
{
  What what;
  DeskTagDeed *deed; /* NULL: of what is undone or done again there is a receipt */
} Job;

struct _DeskWindowTags
{
  DeskLibrary *library;
  GPtrArray *done;           /* of DeskTagged: what can be taken back, the last one last */
  GPtrArray *undone;         /* of DeskTagged: what can be done again, the last one last */
  GQueue jobs;               /* of Job, one after another */
  DeskTagged *turning;       /* what is being taken back or done again, or NULL */
  GCancellable *cancellable; /* of what is under way, or NULL */
  GCancellable *loading;     /* of the vocabulary, or NULL */
  gboolean is_running;
  gboolean is_moved; /* what is under way is of the file that the library was before */
  char *last_code;   /* of the tag that was given last, or NULL */
  char *last_name;
};

static Job *
job_new (What what, DeskTagDeed *deed)
{
  Job *job = g_new0 (Job, 1);

  job->what = what;
  job->deed = deed == NULL ? NULL : desk_tag_deed_ref (deed);
  return job;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->deed, desk_tag_deed_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Closing the window does not leave half of the stories tagged. */
static void
begin_run (void)
{
  g_application_hold (g_application_get_default ());
}

static void
end_run (void)
{
  g_application_release (g_application_get_default ());
}

static void
tagged_alone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  desk_tagged_free (desk_library_tag_finish (DESK_LIBRARY (source), result));
  end_run ();
}

/* What was decided is done all the same. */
static void
finish_jobs (DeskWindowTags *self)
{
  while (!g_queue_is_empty (&self->jobs))
    {
      g_autoptr (Job) job = g_queue_pop_head (&self->jobs);

      if (job->what != WHAT_DO)
        continue;
      begin_run ();
      desk_library_tag_async (self->library, job->deed, NULL, NULL, tagged_alone_cb, NULL);
    }
}

void
desk_window_tags_free (DeskWindowTags *self)
{
  if (self == NULL)
    return;
  finish_jobs (self);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->turning, desk_tagged_free);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_object_unref (self->library);
  g_free (self->last_code);
  g_free (self->last_name);
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

/* What the toast of it offers to do with it. */
typedef enum
{
  OFFER_NOTHING,
  OFFER_UNDO,
  OFFER_REDO,
} Offer;

static void
show_toast (DeskWindow *self, const char *words, Offer offer)
{
  AdwToast *toast = desk_window_make_toast (words);

  if (offer != OFFER_NOTHING)
    {
      adw_toast_set_button_label (toast, offer == OFFER_UNDO ? _ ("_Undo") : _ ("_Redo"));
      adw_toast_set_action_name (toast, offer == OFFER_UNDO ? "win.undo-tags" : "win.redo-tags");
    }
  desk_window_show_toast (self, toast);
}

/* --- what is done */

static void
progress_cb (guint n_done, guint n, gpointer data)
{
  DeskWindow *self = data;

  /* It may be closed by now. */
  if (self->tags != NULL)
    desk_selection_bar_show_progress (desk_archive_get_bar (self->archive), _ ("Changing tags"),
                                      n_done, n);
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

static void go_on (DeskWindow *self);

/* @n: stories; more than one take time that is shown. */
static DeskTagProgress
start (DeskWindow *self, guint n)
{
  DeskWindowTags *tags = self->tags;

  if (self->document != NULL && desk_document_get_modified (self->document))
    desk_window_save (self);
  tags->is_running = TRUE;
  g_clear_object (&tags->cancellable);
  tags->cancellable = g_cancellable_new ();
  begin_run ();
  return n > 1 ? progress_cb : NULL;
}

static void
end (DeskWindow *self, const char *words, Offer offer)
{
  self->tags->is_running = FALSE;
  self->tags->is_moved = FALSE;
  show_toast (self, words, offer);
  desk_selection_bar_count_again (desk_archive_get_bar (self->archive));
  go_on (self);
}

/* @words: (transfer full): how much was turned. */
static char *
dup_turned (DeskWindow *self, const DeskTagged *turned, char *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, words);
  add_rest (self, turned, parts);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (". ", (char **) parts->pdata);
}

/* What was turned goes @to the other side; what was stopped to @rest, for another time. What went
 * on since goes nowhere. Returns: whether it is on the other side. */
static gboolean
put_turned (DeskWindowTags *tags, const DeskTagged *turned, GPtrArray *to, GPtrArray *rest)
{
  g_autoptr (DeskTagged) wanted = g_steal_pointer (&tags->turning);
  gboolean is_stopped = turned->error != NULL || turned->cancelled;
  GPtrArray *place = is_stopped ? rest : to;

  if (tags->is_moved || (!is_stopped && count_changed (turned) == 0))
    return FALSE;
  g_ptr_array_add (place, g_steal_pointer (&wanted));
  return place == to;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (DeskTagged) undone = desk_library_tag_finish (DESK_LIBRARY (source), result);
  g_autofree char *words = NULL;
  guint n = count_changed (undone);
  gboolean can_redo;

  end_run ();
  if (self->tags == NULL)
    return;
  can_redo = put_turned (self->tags, undone, self->tags->undone, self->tags->done);
  words = dup_turned (
      self, undone,
      g_strdup_printf (ngettext ("Tags taken back in %u story", "Tags taken back in %u stories", n),
                       n));
  end (self, words, can_redo ? OFFER_REDO : OFFER_NOTHING);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (DeskTagged) redone = desk_library_tag_finish (DESK_LIBRARY (source), result);
  g_autofree char *words = NULL;
  guint n = count_changed (redone);
  gboolean can_undo;

  end_run ();
  if (self->tags == NULL)
    return;
  can_undo = put_turned (self->tags, redone, self->tags->done,
                         n > 0 ? self->tags->done : self->tags->undone);
  words = dup_turned (
      self, redone,
      g_strdup_printf (
          ngettext ("Tags changed again in %u story", "Tags changed again in %u stories", n), n));
  end (self, words, can_undo ? OFFER_UNDO : OFFER_NOTHING);
}

typedef void (*TurnFunc) (DeskLibrary *library,
                          const DeskTagged *tagged,
                          DeskTagProgress progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* The last of @from. */
static void
turn_last (DeskWindow *self, GPtrArray *from, TurnFunc turn, GAsyncReadyCallback callback)
{
  DeskWindowTags *tags = self->tags;
  DeskTagProgress progress;

  tags->turning = g_ptr_array_steal_index (from, from->len - 1);
  progress = start (self, desk_tag_deed_get_uids (tags->turning->deed)->len);
  turn (self->library, tags->turning, progress, tags->cancellable, callback, g_object_ref (self));
}

static void
undo_last (DeskWindow *self)
{
  if (self->tags->done->len == 0)
    desk_window_toast (self, "%s", _ ("No tags were changed from this window."));
  else
    turn_last (self, self->tags->done, desk_library_untag_async, undone_cb);
}

static void
redo_last (DeskWindow *self)
{
  if (self->tags->undone->len == 0)
    desk_window_toast (self, "%s", _ ("No tags were taken back in this window."));
  else
    turn_last (self, self->tags->undone, desk_library_retag_async, redone_cb);
}

static gboolean
is_next (DeskWindowTags *tags, What what)
{
  Job *job = g_queue_peek_head (&tags->jobs);

  return job != NULL && job->what == what;
}

/* Who takes back what changed nothing, and does that again, means that. */
static void
drop_turns (DeskWindowTags *tags)
{
  if (!is_next (tags, WHAT_UNDO))
    return;
  job_free (g_queue_pop_head (&tags->jobs));
  if (is_next (tags, WHAT_REDO))
    job_free (g_queue_pop_head (&tags->jobs));
}

/* After a new deed, what was undone before it is not done again. */
static void
tagged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (DeskTagged) tagged = desk_library_tag_finish (DESK_LIBRARY (source), result);
  g_autofree char *words = NULL;
  gboolean can_undo;

  end_run ();
  if (self->tags == NULL)
    return;
  can_undo = tagged->receipts->len > 0 && !self->tags->is_moved;
  words = dup_words (self, tagged);
  if (can_undo)
    {
      g_ptr_array_add (self->tags->done, g_steal_pointer (&tagged));
      g_ptr_array_set_size (self->tags->undone, 0);
    }
  else
    drop_turns (self->tags);
  end (self, words, can_undo ? OFFER_UNDO : OFFER_NOTHING);
}

static void
go_on (DeskWindow *self)
{
  DeskWindowTags *tags = self->tags;

  while (!tags->is_running && !g_queue_is_empty (&tags->jobs))
    {
      g_autoptr (Job) job = g_queue_pop_head (&tags->jobs);

      if (job->what == WHAT_UNDO)
        undo_last (self);
      else if (job->what == WHAT_REDO)
        redo_last (self);
      else
        {
          DeskTagProgress progress = start (self, desk_tag_deed_get_uids (job->deed)->len);

          desk_library_tag_async (self->library, job->deed, progress, tags->cancellable, tagged_cb,
                                  g_object_ref (self));
        }
    }
}

/* One after another: a deed that began in the midst of another would meet half of it. */
static void
run (DeskWindow *self, DeskTagDeed *deed)
{
  remember_last (self->tags, deed);
  g_queue_push_tail (&self->tags->jobs, job_new (WHAT_DO, deed));
  go_on (self);
}

gboolean
desk_window_is_tagging (DeskWindow *self)
{
  return self->tags != NULL && (self->tags->is_running || !g_queue_is_empty (&self->tags->jobs));
}

void
desk_window_undo_tags (DeskWindow *self)
{
  g_queue_push_tail (&self->tags->jobs, job_new (WHAT_UNDO, NULL));
  go_on (self);
}

void
desk_window_redo_tags (DeskWindow *self)
{
  g_queue_push_tail (&self->tags->jobs, job_new (WHAT_REDO, NULL));
  go_on (self);
}

gboolean
desk_window_has_tag_undo (DeskWindow *self)
{
  return self->tags != NULL && (self->tags->is_running || self->tags->done->len > 0);
}

gboolean
desk_window_has_tag_redo (DeskWindow *self)
{
  return self->tags != NULL && (self->tags->is_running || self->tags->undone->len > 0);
}

/* The list of what was found is not in sight, or a search is being named before it. */
static gboolean
is_elsewhere (DeskWindow *self)
{
  return desk_archive_shows_statistics (self->archive)
         || desk_saved_list_is_open (desk_facets_get_saved (self->facets));
}

void
desk_window_tag_found (DeskWindow *self)
{
  if (is_elsewhere (self))
    return;
  desk_archive_tag (self->archive, self->tags->last_code);
}

void
desk_window_tag_next (DeskWindow *self)
{
  DeskSelectionBar *bar = desk_archive_get_bar (self->archive);
  const char *uid = desk_archive_get_chosen (self->archive);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autoptr (DeskTagDeed) deed = NULL;

  if (is_elsewhere (self))
    return;
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
  if (self->facets != NULL)
    desk_facets_set_vocabulary (self->facets, vocabulary);
}

void
desk_window_load_vocabulary (DeskWindow *self)
{
  DeskFinder *finder = desk_library_get_finder (self->library);

  g_cancellable_cancel (self->tags->loading);
  g_clear_object (&self->tags->loading);
  if (finder == NULL)
    return;
  self->tags->loading = g_cancellable_new ();
  desk_finder_load_vocabulary_async (finder, self->tags->loading, vocabulary_loaded_cb,
                                     g_object_ref (self));
}

/* Others may have changed it. Before the first script is on the screen it has time. */
static void
listed_cb (DeskWindow *self)
{
  if (self->is_listed && self->later_id == 0)
    desk_window_load_vocabulary (self);
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

static void
redo_tags (GtkWidget *widget, const char *name, GVariant *parameter)
{
  desk_window_redo_tags (DESK_WINDOW (widget));
}

/* Receipts are of the file that they were given in. */
static void
moved_cb (DeskWindow *self)
{
  g_cancellable_cancel (self->tags->cancellable);
  g_queue_clear_full (&self->tags->jobs, (GDestroyNotify) job_free);
  g_ptr_array_set_size (self->tags->done, 0);
  g_ptr_array_set_size (self->tags->undone, 0);
  self->tags->is_moved = self->tags->is_running;
}

void
desk_window_tags_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo-tags", NULL, undo_tags);
  gtk_widget_class_install_action (widget_class, "win.redo-tags", NULL, redo_tags);
}

void
desk_window_tags_init (DeskWindow *self)
{
  self->tags = g_new0 (DeskWindowTags, 1);
  self->tags->library = g_object_ref (self->library);
  g_queue_init (&self->tags->jobs);
  self->tags->done = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_tagged_free);
  self->tags->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_tagged_free);
  g_signal_connect_object (self->library, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
desk_window_join_tags (DeskWindow *self)
{
  DeskSelectionBar *bar = desk_archive_get_bar (self->archive);

  g_signal_connect_object (bar, "decided", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  listed_cb (self);
}
