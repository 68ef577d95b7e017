/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-speakers.h"
#include "desk-window-private.h"

/* What a person at this window decided on people, or asked about a speaker, on its way. */
typedef struct
{
  DeskWindow *window;
  DeskPeopleDeed *deed;   /* or NULL */
  DeskDocument *document; /* whose speaker it is about, or NULL */
  char *speaker;          /* key, or NULL */
  gint64 receipt;
  DeskTurn turn; /* of the receipt */
  char *path;    /* of the library that was asked */
  void (*run) (DeskWindow *self, const char *speaker);
} Asked;

static void
asked_free (Asked *self)
{
  g_clear_pointer (&self->deed, desk_people_deed_unref);
  g_clear_object (&self->document);
  g_free (self->speaker);
  g_free (self->path);
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static DeskPeople *
get_people (DeskWindow *self)
{
  return desk_archive_get_people (self->archive);
}

static Asked *
asked_new (DeskWindow *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (self);
  asked->path = g_strdup (desk_library_get_path (self->library));
  return asked;
}

void
desk_window_show_people (DeskWindow *self)
{
  self->is_for_script = FALSE;
  desk_window_need_desk (self, "archive");
  desk_archive_show_people (self->archive);
  desk_window_show_desk (self, "archive");
  desk_archive_focus (self->archive);
}

/* --- what is decided, taken back and done again */

/* What each turn says, and the button that makes it. */
static const struct
{
  const char *nothing;
  const char *done;
  const char *label;
  const char *action;
} turns[] = {
  [DESK_TURN_UNDO] = { N_ ("Nothing was decided on people in this window."),
                       N_ ("It is as it was before."), N_ ("_Undo"), "win.undo-people" },
  [DESK_TURN_REDO] = { N_ ("Nothing on people was taken back in this window."),
                       N_ ("It is decided again."), N_ ("_Redo"), "win.redo-people" },
};

static GArray *
get_receipts (DeskWindow *self, DeskTurn turn)
{
  return turn == DESK_TURN_UNDO ? self->receipts : self->undone_receipts;
}

static void turned_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
turn_receipt (DeskWindow *self, DeskTurn turn, gint64 receipt)
{
  Asked *asked = asked_new (self);

  asked->receipt = receipt;
  asked->turn = turn;
  self->n_deciding++;
  (turn == DESK_TURN_UNDO ? desk_library_undecide_async
                          : desk_library_redecide_async) (self->library, receipt, turned_cb, asked);
}

static void
turn_last (DeskWindow *self, DeskTurn turn)
{
  GArray *receipts = get_receipts (self, turn);

  if (receipts->len == 0)
    desk_window_toast (self, "%s", _ (turns[turn].nothing));
  else
    turn_receipt (self, turn, g_array_index (receipts, gint64, receipts->len - 1));
}

/* Takes the first of what waits, where it is @turn. */
static gboolean
take_turn (DeskWindow *self, DeskTurn turn)
{
  if (self->turns->len == 0 || g_array_index (self->turns, DeskTurn, 0) != turn)
    return FALSE;
  g_array_remove_index (self->turns, 0);
  return TRUE;
}

/* What was on its way is done, or is not: who wanted to take it back meanwhile, or to do it again,
 * does so now. */
static void
settle (DeskWindow *self)
{
  self->n_deciding--;
  while (self->n_deciding == 0 && self->turns->len > 0)
    {
      DeskTurn turn = g_array_index (self->turns, DeskTurn, 0);

      g_array_remove_index (self->turns, 0);
      turn_last (self, turn);
    }
}

/* @at: (out): where it is, if it is there */
static gboolean
find_receipt (GArray *receipts, gint64 receipt, guint *at)
{
  for (*at = 0; *at < receipts->len; (*at)++)
    if (g_array_index (receipts, gint64, *at) == receipt)
      return TRUE;
  return FALSE;
}

/* The receipt goes from where it was to the other side. */
static void
move_receipt (GArray *from, GArray *to, gint64 receipt)
{
  guint at;

  if (!find_receipt (from, receipt, &at))
    return;
  g_array_remove_index (from, at);
  g_array_append_val (to, receipt);
}

/* With a button that makes @turn of the receipt. */
static void
tell (DeskWindow *self, const char *words, DeskTurn turn, gint64 receipt)
{
  AdwToast *toast = desk_window_make_toast (words);

  adw_toast_set_button_label (toast, _ (turns[turn].label));
  adw_toast_set_action_name (toast, turns[turn].action);
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (receipt));
  desk_window_show_toast (self, toast);
}

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  DeskWindow *self = asked->window;
  g_autoptr (GError) error = NULL;
  gboolean well = desk_library_decide_finish (DESK_LIBRARY (source), result, NULL, &error);
  DeskTurn back = asked->turn == DESK_TURN_UNDO ? DESK_TURN_REDO : DESK_TURN_UNDO;

  /* It may be closed by now. */
  if (self->library == NULL)
    return;
  if (!well)
    desk_window_toast (self, "%s", error->message);
  else
    {
      move_receipt (get_receipts (self, asked->turn), get_receipts (self, back), asked->receipt);
      tell (self, _ (turns[asked->turn].done), back, asked->receipt);
    }
  settle (self);
}

/* From a toast: nothing where the receipt is of another library, or was turned by a key already. */
static void
turn_told (DeskWindow *self, DeskTurn turn, gint64 receipt)
{
  guint at;

  if (find_receipt (get_receipts (self, turn), receipt, &at))
    turn_receipt (self, turn, receipt);
}

static void
undo_people (GtkWidget *widget, const char *name, GVariant *receipt)
{
  turn_told (DESK_WINDOW (widget), DESK_TURN_UNDO, g_variant_get_int64 (receipt));
}

static void
redo_people (GtkWidget *widget, const char *name, GVariant *receipt)
{
  turn_told (DESK_WINDOW (widget), DESK_TURN_REDO, g_variant_get_int64 (receipt));
}

/* In an entry it is about what was typed there. */
static void
turn_by_key (DeskWindow *self, DeskTurn turn, const char *in_entry)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, in_entry, NULL);
  else if (self->n_deciding > 0)
    g_array_append_val (self->turns, turn);
  else
    turn_last (self, turn);
}

void
desk_window_undo_people (DeskWindow *self)
{
  turn_by_key (self, DESK_TURN_UNDO, "text.undo");
}

void
desk_window_redo_people (DeskWindow *self)
{
  turn_by_key (self, DESK_TURN_REDO, "text.redo");
}

/* Receipts are of the file that they were given in. */
static gboolean
is_moved (const Asked *asked)
{
  return g_strcmp0 (asked->path, desk_library_get_path (asked->window->library)) != 0;
}

static void
tell_decided (DeskWindow *self, const DeskPeopleDeed *deed, gint64 receipt)
{
  g_autofree char *words = desk_people_deed_dup_words (deed);

  tell (self, words, DESK_TURN_UNDO, receipt);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  DeskWindow *self = asked->window;
  g_autoptr (GError) error = NULL;
  gint64 receipt = 0;
  gboolean well = desk_library_decide_finish (DESK_LIBRARY (source), result, &receipt, &error);

  /* It may be closed by now. */
  if (self->library == NULL)
    return;
  desk_people_done (get_people (self), well);
  if (!well)
    desk_window_toast (self, "%s", error->message);
  if (receipt != 0 && !is_moved (asked))
    {
      g_array_append_val (self->receipts, receipt);
      /* After a new deed, what was undone before it is not done again. */
      g_array_set_size (self->undone_receipts, 0);
      tell_decided (self, asked->deed, receipt);
    }
  /* Who takes back what changed nothing, and does it again, means that, and nothing before it. */
  else if (take_turn (self, DESK_TURN_UNDO))
    take_turn (self, DESK_TURN_REDO);
  settle (self);
}

static void
deed_cb (DeskWindow *self, DeskPeopleDeed *deed)
{
  Asked *asked = asked_new (self);

  asked->deed = desk_people_deed_ref (deed);
  self->n_deciding++;
  desk_library_decide_async (self->library, deed, decided_cb, asked);
}

/* --- from a person to the story, and back */

static void
opened_cb (DeskWindow *self, const char *uid, const char *block)
{
  g_free (self->story_of_person);
  self->story_of_person = g_strdup (uid);
  desk_window_show_place (self, uid, block, 0);
}

/* Escape leads from the story back to the page on which it was opened. */
static gboolean
script_key_cb (DeskWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_from_there
      = self->document != NULL
        && g_strcmp0 (self->story_of_person, desk_document_get_story (self->document)->uid) == 0;

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !is_from_there)
    return GDK_EVENT_PROPAGATE;
  g_clear_pointer (&self->story_of_person, g_free);
  desk_window_show_desk (self, "archive");
  return GDK_EVENT_STOP;
}

static void
told_cb (DeskWindow *self, const char *words)
{
  desk_window_toast (self, "%s", words);
}

static void
listed_cb (DeskWindow *self)
{
  desk_archive_focus (self->archive);
}

static void
changed_cb (DeskWindow *self)
{
  desk_people_refresh (get_people (self));
}

static void
moved_cb (DeskWindow *self)
{
  g_array_set_size (self->receipts, 0);
  g_array_set_size (self->undone_receipts, 0);
  g_array_set_size (self->turns, 0);
  changed_cb (self);
}

/* --- who a speaker is */

static const BulSpeaker *
find_speaker (DeskDocument *document, const char *key)
{
  return document == NULL ? NULL : bul_story_find_speaker (desk_document_get_story (document), key);
}

static const char *
get_name (const BulSpeaker *speaker)
{
  const BulSpeakerName *name = bul_speaker_get_name (speaker, NULL);

  return name == NULL ? "" : name->name;
}

/* @uid: of a person, or NULL for nobody. */
static void
set_person (DeskWindow *self, DeskDocument *document, const char *key, const char *uid)
{
  const BulSpeaker *speaker = find_speaker (document, key);
  g_autofree char *name = speaker == NULL ? NULL : g_strdup (get_name (speaker));
  g_autoptr (GError) error = NULL;

  if (speaker == NULL)
    return;
  if (!bul_history_set_in_step (desk_document_get_history (document), "Say who a speaker is", key,
                                "person", uid, &error))
    desk_window_toast (self, "%s", error->message);
  else if (uid == NULL)
    desk_window_toast_undo (self, _ ("%s points at no person now."), name);
  else
    desk_window_toast_undo (self, _ ("It is said who %s is. Save the story to keep it."), name);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;

  if (desk_library_decide_finish (DESK_LIBRARY (source), result, NULL, &error))
    set_person (asked->window, asked->document, asked->speaker, asked->deed->uid);
  else
    desk_window_toast (asked->window, "%s", error->message);
}

static void
stop_linking (DeskWindow *self)
{
  g_clear_pointer (&self->linking, g_free);
  g_clear_object (&self->linking_in);
}

/* Somebody without a record gets one, for a story points at records alone. */
static void
chosen_cb (DeskWindow *self, BulFlowPeople *people, const BulFlowPerson *person)
{
  Asked *asked;

  desk_window_show_desk (self, "script");
  /* Nobody saves what is said in a story that was closed meanwhile. */
  if (person != NULL && self->document != self->linking_in)
    desk_window_toast (self, "%s",
                       _ ("That story is not open here any more. Nothing was changed."));
  else if (person != NULL && find_speaker (self->linking_in, self->linking) != NULL)
    {
      asked = asked_new (self);
      asked->document = g_object_ref (self->linking_in);
      asked->speaker = g_strdup (self->linking);
      asked->deed = desk_people_deed_new (DESK_PEOPLE_RECORD, people, person, NULL);
      desk_library_decide_async (self->library, asked->deed, recorded_cb, asked);
    }
  stop_linking (self);
}

static void
show_person (DeskWindow *self, const char *key)
{
  const BulSpeaker *speaker = find_speaker (self->document, key);

  desk_window_show_people (self);
  desk_people_show_person (get_people (self),
                           speaker->person != NULL ? speaker->person : get_name (speaker));
}

static void
link_person (DeskWindow *self, const char *key)
{
  const BulSpeaker *speaker = find_speaker (self->document, key);
  g_autofree char *words = g_strdup_printf (_ ("Who is speaker %u, %s? Choose a person."),
                                            speaker->number, get_name (speaker));

  stop_linking (self);
  self->linking = g_strdup (key);
  self->linking_in = g_object_ref (self->document);
  desk_window_show_people (self);
  desk_people_choose (get_people (self), words);
}

static void
unlink_person (DeskWindow *self, const char *key)
{
  set_person (self, self->document, key, NULL);
}

static const struct
{
  const char *action;
  void (*run) (DeskWindow *self, const char *speaker);
} deeds[] = {
  { "win.show-person", show_person },
  { "win.link-person", link_person },
  { "win.unlink-person", unlink_person },
};

static void
committed_cb (DeskView *view, gpointer data)
{
  g_autoptr (Asked) asked = data;

  if (find_speaker (asked->window->document, asked->speaker) != NULL)
    asked->run (asked->window, asked->speaker);
}

static void
run_deed (GtkWidget *widget, const char *name, GVariant *speaker)
{
  Asked *asked = asked_new (DESK_WINDOW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (strcmp (deeds[i].action, name) == 0)
      asked->run = deeds[i].run;
  asked->speaker = g_variant_dup_string (speaker, NULL);
  desk_window_commit (asked->window, committed_cb, asked);
}

void
desk_window_people_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo-people", "x", undo_people);
  gtk_widget_class_install_action (widget_class, "win.redo-people", "x", redo_people);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, "s", run_deed);
}

/* --- its making */

void
desk_window_people_init (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->receipts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->undone_receipts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->turns = g_array_new (FALSE, FALSE, sizeof (DeskTurn));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (script_key_cb), self);
  gtk_widget_add_controller (self->script_area, keys);
  desk_window_mentions_init (self);
}

void
desk_window_join_people (DeskWindow *self)
{
  DeskPeople *people = get_people (self);
  const struct
  {
    gpointer source;
    const char *signal;
    GCallback callback;
  } rows[] = {
    { people, "deed", G_CALLBACK (deed_cb) },
    { people, "opened", G_CALLBACK (opened_cb) },
    { people, "chosen", G_CALLBACK (chosen_cb) },
    { people, "told", G_CALLBACK (told_cb) },
    { people, "listed", G_CALLBACK (listed_cb) },
    /* what others write is seen as soon as the list of stories is */
    { self->library, "listed", G_CALLBACK (changed_cb) },
    { self->library, "people-changed", G_CALLBACK (changed_cb) },
    { self->library, "moved", G_CALLBACK (moved_cb) },
  };

  desk_people_set_reader (people, desk_library_get_people (self->library));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i].source, rows[i].signal, rows[i].callback, self,
                             G_CONNECT_SWAPPED);
}

void
desk_window_people_dispose (DeskWindow *self)
{
  desk_window_mentions_dispose (self);
  stop_linking (self);
  g_clear_pointer (&self->story_of_person, g_free);
  g_clear_pointer (&self->receipts, g_array_unref);
  g_clear_pointer (&self->undone_receipts, g_array_unref);
  g_clear_pointer (&self->turns, g_array_unref);
}

void
desk_window_yes_to_people (DeskWindow *self)
{
  desk_people_say_yes (get_people (self));
}

void
desk_window_no_to_people (DeskWindow *self)
{
  desk_people_say_no (get_people (self));
}

void
desk_window_next_of_people (DeskWindow *self)
{
  desk_people_next (get_people (self));
}

void
desk_window_previous_of_people (DeskWindow *self)
{
  desk_people_previous (get_people (self));
}

void
desk_window_edit_person (DeskWindow *self)
{
  desk_people_edit (get_people (self));
}
