/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-people-private.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "desk-pair-row.h"
#include "desk-people-model.h"
#include "desk-people-resources.h"
#include "desk-person-row.h"
#include "desk-rows.h"

/* Milliseconds until it is said that something is being read. */
#define PATIENCE 150

enum
{
  DEED,
  OPENED,
  CHOSEN,
  TOLD,
  LISTED,
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPeople, desk_people, ADW_TYPE_BIN)

void
desk_people_tell (DeskPeople *self, const char *words)
{
  g_signal_emit (self, signals[TOLD], 0, words);
}

void
desk_people_stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

gboolean
desk_people_is_over (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

gconstpointer
desk_people_get_chosen (GtkSingleSelection *selection)
{
  DeskPeopleItem *item = gtk_single_selection_get_selected_item (selection);

  return item == NULL ? NULL : desk_people_item_get (item);
}

/* --- what is shown */

static void
stop_waiting (DeskPeople *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static gboolean
wait_cb (gpointer data)
{
  DeskPeople *self = data;

  self->patience_id = 0;
  gtk_stack_set_visible_child_name (self->pages, "loading");
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
start_waiting (DeskPeople *self)
{
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, wait_cb, self);
}

void
desk_people_show_count (DeskPeople *self)
{
  guint n = self->found == NULL ? 0 : self->found->len;
  guint n_all = self->people == NULL ? 0 : bul_flow_people_count (self->people);
  guint n_pairs = self->couples == NULL ? 0 : self->couples->len;
  g_autofree char *all = g_strdup_printf (ngettext ("%u person", "%u people", n_all), n_all);
  /* Translators: of so many people the name fits. */
  g_autofree char *some = g_strdup_printf (_ ("%u of %s"), n, all);
  g_autofree char *pairs = g_strdup_printf (
      ngettext ("%u likely duplicate", "%u likely duplicates", n_pairs), n_pairs);
  g_autofree char *hint = g_strdup_printf (
      "%s · %s", pairs, _ ("Ctrl+Enter: one person · Ctrl+Alt+Enter: not the same"));
  const char *words = n == n_all ? all : some;

  if (self->mode == DESK_PEOPLE_DOUBLES)
    words = n_pairs > 0 ? hint : pairs;
  else if (self->mode == DESK_PEOPLE_PERSON || self->people == NULL)
    words = "";
  gtk_label_set_label (self->count, words);
  gtk_button_set_label (self->doubles, pairs);
  gtk_widget_set_visible (GTK_WIDGET (self->doubles),
                          self->mode == DESK_PEOPLE_LIST && n_pairs > 0);
}

static void
show_nothing (DeskPeople *self)
{
  gboolean is_empty = bul_flow_people_count (self->people) == 0;
  g_autofree char *escaped = g_markup_escape_text (self->question->text, -1);
  g_autofree char *words = g_strdup_printf (_ ("No name has “%s” in it."), escaped);

  adw_status_page_set_title (self->nothing,
                             is_empty ? _ ("Nobody is heard yet") : _ ("Nobody found"));
  adw_status_page_set_description (
      self->nothing,
      is_empty ? _ ("Whoever is heard in a story of the library is listed here.") : words);
}

/* The page that fits what is known. */
void
desk_people_show_page (DeskPeople *self)
{
  const char *name = "person";

  if (self->mode == DESK_PEOPLE_DOUBLES)
    name = self->couples != NULL && self->couples->len == 0 ? "alone" : "doubles";
  if (self->mode == DESK_PEOPLE_LIST && self->found == NULL)
    return;
  if (self->mode == DESK_PEOPLE_LIST && self->found->len == 0)
    show_nothing (self);
  if (self->mode == DESK_PEOPLE_LIST)
    name = self->found->len == 0 ? "nothing" : "list";
  stop_waiting (self);
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->back, self->mode != DESK_PEOPLE_LIST);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->mode == DESK_PEOPLE_LIST);
  gtk_widget_set_visible (self->add, self->mode == DESK_PEOPLE_LIST);
  desk_people_show_count (self);
}

static void
fail (DeskPeople *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  stop_waiting (self);
  self->is_pending = FALSE;
  self->wants_open = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

/* --- the list */

static gboolean
is_called (const BulFlowPerson *person, const char *name)
{
  return g_str_equal (person->name, name) || g_str_equal (person->other, name);
}

/* Who was chosen before, or is called just as was typed; or the first. */
static guint
find_best (DeskPeople *self)
{
  const char *text = self->question->text;

  for (guint i = 0; self->again != NULL && i < self->found->len; i++)
    if (g_str_equal (bul_flow_person_get_id (self->found->pdata[i]), self->again))
      return i;
  for (guint i = 0; *text != '\0' && i < self->found->len; i++)
    if (is_called (self->found->pdata[i], text))
      return i;
  return 0;
}

static void
scroll_to (GtkListView *view, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPeople) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPeopleFound) found
      = desk_people_reader_list_finish (DESK_PEOPLE_READER (source), result, &error);
  g_autoptr (DeskPeopleModel) model = NULL;
  guint position;

  if (desk_people_is_over (result))
    return;
  self->is_listing = FALSE;
  if (found == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->people, bul_flow_people_unref);
  self->people = bul_flow_people_ref (found->people);
  self->found = g_ptr_array_ref (found->found);
  model = desk_people_model_new (self->found, self->people);
  position = find_best (self);
  desk_rows_set_model (self->view, G_LIST_MODEL (model));
  if (self->found->len > 0)
    {
      gtk_single_selection_set_selected (self->selection, position);
      scroll_to (self->view, position);
    }
  g_clear_pointer (&self->again, g_free);
  if (self->mode != DESK_PEOPLE_PERSON)
    desk_people_show_page (self);
  desk_people_compare (self, self->people);
  if (self->wants_open)
    desk_people_open_chosen (self);
  self->wants_open = FALSE;
}

static void
list (DeskPeople *self)
{
  if (self->reader == NULL || self->question == NULL)
    return;
  desk_people_stop (&self->listing);
  self->is_listing = TRUE;
  if (self->mode == DESK_PEOPLE_LIST)
    start_waiting (self);
  desk_people_reader_list_async (self->reader, self->question, self->listing, listed_cb,
                                 g_object_ref (self));
}

static void
set_question (DeskPeople *self, const char *text, gboolean composing)
{
  DeskPeopleQuestion *question
      = desk_people_question_new (text, composing, gtk_drop_down_get_selected (self->order));

  desk_people_question_free (self->question);
  self->question = question;
}

void
desk_people_find (DeskPeople *self, const char *text, gboolean composing)
{
  g_return_if_fail (DESK_IS_PEOPLE (self) && text != NULL);

  if (self->question != NULL && g_str_equal (self->question->text, text)
      && self->question->composing == composing)
    {
      if (self->people == NULL && !self->is_listing)
        list (self);
      return;
    }
  set_question (self, text, composing);
  g_clear_pointer (&self->again, g_free);
  self->mode = DESK_PEOPLE_LIST;
  list (self);
}

static void
order_cb (DeskPeople *self)
{
  g_autofree char *text = NULL;

  if (self->question == NULL)
    return;
  text = g_strdup (self->question->text);
  set_question (self, text, self->question->composing);
  list (self);
}

/* --- the page of a person */

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPeople) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPersonKnown) known
      = desk_people_reader_show_finish (DESK_PEOPLE_READER (source), result, &error);
  gboolean was_shown = self->mode == DESK_PEOPLE_PERSON;

  if (desk_people_is_over (result))
    return;
  if (known == NULL && !g_error_matches (error, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    {
      fail (self, error);
      return;
    }
  if (known == NULL)
    {
      g_clear_pointer (&self->shown, g_free);
      self->mode = self->mode == DESK_PEOPLE_PERSON ? DESK_PEOPLE_LIST : self->mode;
      self->is_pending = FALSE;
      desk_people_show_page (self);
      desk_people_tell (self, error->message);
      return;
    }
  self->was_doubles = was_shown ? self->was_doubles : self->mode == DESK_PEOPLE_DOUBLES;
  self->mode = DESK_PEOPLE_PERSON;
  g_free (self->shown);
  self->shown = g_strdup (bul_flow_person_get_id (known->person));
  g_free (self->shown_name);
  self->shown_name = g_strdup (known->person->name);
  desk_person_page_show (self->page, g_steal_pointer (&known));
  desk_people_show_page (self);
  desk_people_compare (self, desk_person_page_get_known (self->page)->people);
  if (!was_shown)
    {
      desk_person_page_focus (self->page);
      g_signal_emit (self, signals[SHOWN], 0);
    }
}

static void
show (DeskPeople *self)
{
  if (self->reader == NULL || self->shown == NULL)
    return;
  desk_people_stop (&self->showing);
  start_waiting (self);
  desk_people_reader_show_async (self->reader, self->shown, self->shown_name, self->showing,
                                 shown_cb, g_object_ref (self));
}

void
desk_people_show_person (DeskPeople *self, const char *id)
{
  char *wanted;

  g_return_if_fail (DESK_IS_PEOPLE (self) && id != NULL);

  wanted = g_strdup (id);
  g_free (self->shown);
  g_clear_pointer (&self->shown_name, g_free);
  self->shown = wanted;
  show (self);
}

void
desk_people_open_chosen (DeskPeople *self)
{
  const BulFlowPerson *person;

  g_return_if_fail (DESK_IS_PEOPLE (self));

  if (self->is_listing && self->mode == DESK_PEOPLE_LIST)
    {
      self->wants_open = TRUE;
      return;
    }
  person = desk_people_get_chosen (self->selection);
  if (person != NULL)
    desk_people_show_person (self, bul_flow_person_get_id (person));
}

static void
activated_cb (DeskPeople *self, guint position)
{
  if (position < self->found->len)
    desk_people_show_person (self, bul_flow_person_get_id (self->found->pdata[position]));
}

static void
other_shown_cb (DeskPeople *self, const char *id)
{
  desk_people_show_person (self, id);
}

static void
bite_opened_cb (DeskPeople *self, const char *uid, const char *block)
{
  g_signal_emit (self, signals[OPENED], 0, uid, block);
}

static void
move_in (GtkSingleSelection *selection, GtkListView *view, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint selected = gtk_single_selection_get_selected (selection);
  int from = selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected;

  if (n == 0)
    return;
  gtk_single_selection_set_selected (selection, (guint) CLAMP (from + by, 0, n - 1));
  scroll_to (view, gtk_single_selection_get_selected (selection));
}

void
desk_people_move (DeskPeople *self, int by)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  if (self->mode == DESK_PEOPLE_LIST)
    move_in (self->selection, self->view, by);
  else if (self->mode == DESK_PEOPLE_DOUBLES)
    move_in (self->pair_selection, self->pairs, by);
}

static void
go_on (DeskPeople *self, int by)
{
  if (self->mode == DESK_PEOPLE_PERSON)
    desk_person_page_move_alike (self->page, by);
  else
    desk_people_move (self, by);
}

void
desk_people_next (DeskPeople *self)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  go_on (self, 1);
}

void
desk_people_previous (DeskPeople *self)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  go_on (self, -1);
}

void
desk_people_done (DeskPeople *self, gboolean well)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  if (!well)
    self->is_pending = FALSE;
}

void
desk_people_refresh (DeskPeople *self)
{
  const BulFlowPerson *chosen;

  g_return_if_fail (DESK_IS_PEOPLE (self));

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->question == NULL || self->is_stale)
    return;
  chosen = desk_people_get_chosen (self->selection);
  /* Who is chosen while an answer is under way was so for the question before. */
  if (chosen != NULL && !self->is_listing)
    {
      g_free (self->again);
      self->again = g_strdup (bul_flow_person_get_id (chosen));
    }
  if (self->mode == DESK_PEOPLE_PERSON)
    show (self);
  list (self);
}

static void
again_cb (DeskPeople *self)
{
  desk_people_refresh (self);
}

static void
doubles_cb (DeskPeople *self)
{
  self->mode = DESK_PEOPLE_DOUBLES;
  desk_people_show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pairs));
  g_signal_emit (self, signals[SHOWN], 0);
}

gboolean
desk_people_go_back (DeskPeople *self)
{
  g_return_val_if_fail (DESK_IS_PEOPLE (self), FALSE);

  if (self->mode == DESK_PEOPLE_LIST && desk_people_is_choosing (self))
    {
      desk_people_give_up (self);
      return TRUE;
    }
  if (self->mode == DESK_PEOPLE_LIST)
    return FALSE;
  desk_people_stop (&self->showing);
  self->mode = self->mode == DESK_PEOPLE_PERSON && self->was_doubles ? DESK_PEOPLE_DOUBLES
                                                                     : DESK_PEOPLE_LIST;
  desk_people_show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->mode == DESK_PEOPLE_LIST ? self->view : self->pairs));
  return TRUE;
}

static void
back_cb (DeskPeople *self)
{
  desk_people_go_back (self);
}

gboolean
desk_people_focus (DeskPeople *self)
{
  g_return_val_if_fail (DESK_IS_PEOPLE (self), FALSE);

  if (self->mode == DESK_PEOPLE_PERSON)
    desk_person_page_focus (self->page);
  else if (self->mode == DESK_PEOPLE_DOUBLES)
    gtk_widget_grab_focus (GTK_WIDGET (self->pairs));
  return self->mode != DESK_PEOPLE_LIST;
}

guint
desk_people_get_n (DeskPeople *self)
{
  g_return_val_if_fail (DESK_IS_PEOPLE (self), 0);

  return self->found == NULL ? 0 : self->found->len;
}

const BulFlowPerson *
desk_people_get_person (DeskPeople *self)
{
  const DeskPersonKnown *known;

  g_return_val_if_fail (DESK_IS_PEOPLE (self), NULL);

  known = desk_person_page_get_known (self->page);
  if (self->mode == DESK_PEOPLE_PERSON)
    return known->person;
  return self->mode == DESK_PEOPLE_LIST ? desk_people_get_chosen (self->selection) : NULL;
}

/* --- its making */

static void
forget (DeskPeople *self)
{
  desk_people_stop (&self->listing);
  desk_people_stop (&self->showing);
  desk_people_stop (&self->comparing);
  self->is_listing = self->is_pending = FALSE;
  g_clear_pointer (&self->couples, g_ptr_array_unref);
  g_clear_pointer (&self->compared, bul_flow_people_unref);
}

void
desk_people_set_reader (DeskPeople *self, DeskPeopleReader *reader)
{
  g_return_if_fail (DESK_IS_PEOPLE (self));

  forget (self);
  g_set_object (&self->reader, reader);
}

/* What was written while nobody looked. */
static void
desk_people_map (GtkWidget *widget)
{
  DeskPeople *self = DESK_PEOPLE (widget);

  GTK_WIDGET_CLASS (desk_people_parent_class)->map (widget);
  if (self->is_stale)
    desk_people_refresh (self);
}

static void
desk_people_dispose (GObject *object)
{
  DeskPeople *self = DESK_PEOPLE (object);

  stop_waiting (self);
  forget (self);
  g_clear_object (&self->reader);
  if (self->form != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->form));
  self->form = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->pair_selection);

  G_OBJECT_CLASS (desk_people_parent_class)->dispose (object);
}

static void
desk_people_finalize (GObject *object)
{
  DeskPeople *self = DESK_PEOPLE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  bul_flow_people_unref (self->people);
  desk_people_question_free (self->question);
  g_free (self->shown);
  g_free (self->shown_name);
  g_free (self->again);
  g_free (self->merging);
  g_object_unref (self->listing);
  g_object_unref (self->showing);
  g_object_unref (self->comparing);

  G_OBJECT_CLASS (desk_people_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-people.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, back);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, count);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, doubles);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, order);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, add);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, choosing);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, whom);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, view);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, nothing);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, pairs);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, page);
  gtk_widget_class_bind_template_child (widget_class, DeskPeople, failed);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, doubles_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  desk_people_bind_doubles (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, bite_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
add_signals (void)
{
  signals[DEED] = g_signal_new ("deed", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[TOLD] = g_signal_new ("told", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LISTED] = g_signal_new ("listed", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[SHOWN] = g_signal_new ("shown", DESK_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
desk_people_class_init (DeskPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_people_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_people_finalize;
  GTK_WIDGET_CLASS (klass)->map = desk_people_map;
  g_type_ensure (DESK_TYPE_PERSON_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
  desk_people_bind_deeds (GTK_WIDGET_CLASS (klass));
  add_signals ();
}

static GtkSingleSelection *
init_view (GtkListView *view, GType row, DeskPeopleShow show_row)
{
  g_autoptr (GtkListItemFactory) factory = desk_people_factory_new (row, show_row);
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return selection;
}

static void
desk_people_init (DeskPeople *self)
{
  self->listing = g_cancellable_new ();
  self->showing = g_cancellable_new ();
  self->comparing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = init_view (self->view, DESK_TYPE_PERSON_ROW, desk_person_row_show);
  self->pair_selection = init_view (self->pairs, DESK_TYPE_PAIR_ROW, desk_pair_row_show);
  desk_people_deeds_init (self);
}

void
desk_people_ensure (void)
{
  desk_people_get_resource ();
  g_type_ensure (DESK_TYPE_PEOPLE);
}
