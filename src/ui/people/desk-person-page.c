/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-page.h"

#include <glib/gi18n.h>

#include "bul-flow-person.h"
#include "desk-alike-card.h"
#include "desk-bite-row.h"
#include "desk-box.h"
#include "desk-label.h"
#include "desk-people-model.h"
#include "desk-people-words.h"
#include "desk-rows.h"
#include "desk-wording.h"

/* So many suggestions and titles are shown; nobody reads more. */
#define MOST_ALIKE 5
#define MOST_TITLES 30

struct _DeskPersonPage
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *names;
  GtkLabel *title;
  GtkLabel *bites;
  GtkLabel *stories;
  GtkLabel *heard;
  GtkWidget *edit;
  GtkWidget *alike_card;
  GtkBox *alike; /* of DeskAlikeCard */
  GtkWidget *titles_card;
  GtkListBox *titles;
  GtkLabel *korean;
  GtkLabel *english;
  GtkLabel *others;
  GtkLabel *note;
  GtkStack *said;
  GtkListView *view;

  GtkNoSelection *model; /* each is opened by a click: there is nothing to select */
  DeskPersonKnown *known;
  GPtrArray *pairs; /* NULL while nobody knows */
  guint current;    /* of the suggestions */
};

enum
{
  EDIT,
  MERGE,
  OPENED,
  SHOWN,
  JUDGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPersonPage, desk_person_page, ADW_TYPE_BIN)

static DeskAlikeCard *
get_card (DeskPersonPage *self, guint number)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->alike));

  for (guint i = 0; card != NULL && i < number; i++)
    card = gtk_widget_get_next_sibling (card);
  return card == NULL ? NULL : DESK_ALIKE_CARD (card);
}

static void
show_current (DeskPersonPage *self)
{
  for (guint i = 0; get_card (self, i) != NULL; i++)
    desk_alike_card_set_current (get_card (self, i), i == self->current);
}

static void
judged_cb (DeskPersonPage *self, gboolean same, DeskAlikeCard *card)
{
  g_signal_emit (self, signals[JUDGED], 0, desk_alike_card_get_other (card), same);
}

static void
shown_cb (DeskPersonPage *self, DeskAlikeCard *card)
{
  g_signal_emit (self, signals[SHOWN], 0,
                 bul_flow_person_get_id (desk_alike_card_get_other (card)));
}

static void
edit_cb (DeskPersonPage *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
merge_cb (DeskPersonPage *self)
{
  g_signal_emit (self, signals[MERGE], 0);
}

static void
activated_cb (DeskPersonPage *self, guint position)
{
  const BulFlowBite *bite
      = position < self->known->bites->len ? self->known->bites->pdata[position] : NULL;

  if (bite != NULL)
    g_signal_emit (self, signals[OPENED], 0, bite->uid, bite->block);
}

static void
remove_alike (DeskPersonPage *self)
{
  desk_box_clear (self->alike);
  gtk_widget_set_visible (self->alike_card, FALSE);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->current = 0;
}

static void
desk_person_page_dispose (GObject *object)
{
  DeskPersonPage *self = DESK_PERSON_PAGE (object);

  if (self->alike != NULL)
    remove_alike (self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->known, desk_person_known_free);

  G_OBJECT_CLASS (desk_person_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, names);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, title);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, bites);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, stories);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, heard);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, edit);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, alike_card);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, alike);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, titles_card);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, titles);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, english);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, others);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, note);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, said);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPage, view);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
desk_person_page_class_init (DeskPersonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_person_page_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
  signals[EDIT] = g_signal_new ("edit", DESK_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[MERGE] = g_signal_new ("merge", DESK_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SHOWN] = g_signal_new ("shown", DESK_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[JUDGED] = g_signal_new ("judged", DESK_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
desk_person_page_init (DeskPersonPage *self)
{
  g_autoptr (GtkListItemFactory) factory
      = desk_people_factory_new (DESK_TYPE_BITE_ROW, desk_bite_row_show);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = gtk_no_selection_new (NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
}

static GtkWidget *
make_title_row (const BulFlowTitle *title)
{
  g_autofree char *days = desk_people_dup_days (title->first, title->last);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *when = gtk_label_new (days);

  desk_label_set_text (GTK_LABEL (words), title->title);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_wrap (GTK_LABEL (when), TRUE);
  gtk_widget_add_css_class (words, "body");
  gtk_widget_add_css_class (when, "small");
  gtk_widget_add_css_class (when, "dim");
  gtk_widget_add_css_class (when, "numeric");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), when);
  return row;
}

static void
show_titles (DeskPersonPage *self)
{
  const GArray *titles = self->known->titles;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->titles))) != NULL)
    gtk_list_box_remove (self->titles, row);
  for (guint i = 0; i < MIN (titles->len, MOST_TITLES); i++)
    {
      gtk_list_box_append (self->titles, make_title_row (&g_array_index (titles, BulFlowTitle, i)));
      gtk_widget_set_can_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->titles, (int) i)),
                                FALSE);
    }
  gtk_widget_set_visible (self->titles_card, titles->len > 0);
  desk_label_set_text (self->title,
                       titles->len == 0 ? "" : g_array_index (titles, BulFlowTitle, 0).title);
}

/* @format: a name in a language. */
static void
show_name (GtkLabel *label, const char *what, const char *name)
{
  g_autofree char *words = name == NULL ? NULL : g_strdup_printf ("%s: %s", what, name);

  desk_label_set_text (label, words);
}

static void
show_names (DeskPersonPage *self)
{
  const BulPerson *record = self->known->record;
  g_autofree char *others
      = record->others == NULL ? NULL : g_strdelimit (g_strdup (record->others), "\n", ',');
  g_auto (GStrv) pieces = g_strsplit (others == NULL ? "" : others, ",", -1);
  g_autofree char *joined = g_strjoinv (", ", pieces);

  show_name (self->korean, _ ("Korean"), record->korean);
  show_name (self->english, _ ("English"), record->english);
  show_name (self->others, _ ("Also seen"), others == NULL ? NULL : joined);
  show_name (self->note, _ ("Note"), record->note);
}

static void
show_head (DeskPersonPage *self)
{
  const BulFlowPerson *person = self->known->person;
  guint n = self->known->n_stories;
  g_autofree char *family = desk_people_dup_family (person);
  g_autofree char *names = desk_people_dup_names (person);
  g_autofree char *bites = desk_people_dup_bites (self->known->bites->len);
  g_autofree char *stories = g_strdup_printf (ngettext ("in %u story", "in %u stories", n), n);
  g_autofree char *day = desk_wording_dup_day (person->first);
  g_autofree char *heard = *day == '\0' ? NULL : g_strdup_printf (_ ("first heard %s"), day);

  adw_avatar_set_text (self->avatar, family);
  desk_label_set_text (self->names, names);
  gtk_label_set_label (self->bites, bites);
  gtk_label_set_label (self->stories, stories);
  gtk_widget_set_visible (GTK_WIDGET (self->stories), n > 0);
  gtk_label_set_label (self->heard, heard == NULL ? "" : heard);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, names, -1);
}

static void
show_bites (DeskPersonPage *self)
{
  GPtrArray *bites = self->known->bites;
  g_autoptr (DeskPeopleModel) model = desk_people_model_new (bites, NULL);

  desk_rows_set_model (self->view, G_LIST_MODEL (model));
  gtk_stack_set_visible_child_name (self->said, bites->len == 0 ? "nothing" : "bites");
}

/* The same soundbites in the same order: nothing moves. */
static gboolean
has_same_bites (const DeskPersonKnown *a, const DeskPersonKnown *b)
{
  if (a->bites->len != b->bites->len)
    return FALSE;
  for (guint i = 0; i < a->bites->len; i++)
    {
      const BulFlowBite *x = a->bites->pdata[i];
      const BulFlowBite *y = b->bites->pdata[i];

      if (g_strcmp0 (x->uid, y->uid) != 0 || g_strcmp0 (x->block, y->block) != 0
          || g_strcmp0 (x->words, y->words) != 0 || g_strcmp0 (x->title, y->title) != 0
          || g_strcmp0 (x->headline, y->headline) != 0)
        return FALSE;
    }
  return TRUE;
}

void
desk_person_page_show (DeskPersonPage *self, DeskPersonKnown *known)
{
  g_autoptr (DeskPersonKnown) before = NULL;
  gboolean is_same;

  g_return_if_fail (DESK_IS_PERSON_PAGE (self) && known != NULL);

  before = self->known;
  is_same = before != NULL && g_strcmp0 (before->person->name, known->person->name) == 0
            && has_same_bites (before, known);
  remove_alike (self);
  self->known = known;
  if (is_same)
    {
      /* What the titles borrow from goes with it. */
      g_ptr_array_unref (known->bites);
      g_array_unref (known->titles);
      known->bites = g_ptr_array_ref (before->bites);
      known->titles = g_array_ref (before->titles);
    }
  show_head (self);
  show_titles (self);
  show_names (self);
  if (!is_same)
    show_bites (self);
}

const DeskPersonKnown *
desk_person_page_get_known (DeskPersonPage *self)
{
  g_return_val_if_fail (DESK_IS_PERSON_PAGE (self), NULL);

  return self->known;
}

static void
add_card (DeskPersonPage *self, const BulFlowDuplicate *pair, const BulFlowPerson *other)
{
  GtkWidget *card = desk_alike_card_new (pair, other);

  g_signal_connect_object (card, "judged", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->alike, card);
}

void
desk_person_page_show_alike (DeskPersonPage *self, GPtrArray *pairs)
{
  guint n = 0;

  g_return_if_fail (DESK_IS_PERSON_PAGE (self) && pairs != NULL && self->known != NULL);

  if (self->pairs == pairs)
    return;
  remove_alike (self);
  self->pairs = g_ptr_array_ref (pairs);
  for (guint i = 0; i < pairs->len && n < MOST_ALIKE; i++)
    {
      const BulFlowDuplicate *pair = pairs->pdata[i];

      if (pair->one != self->known->person && pair->other != self->known->person)
        continue;
      add_card (self, pair, pair->one == self->known->person ? pair->other : pair->one);
      n++;
    }
  gtk_widget_set_visible (self->alike_card, n > 0);
  show_current (self);
}

const BulFlowPerson *
desk_person_page_get_alike (DeskPersonPage *self)
{
  DeskAlikeCard *card;

  g_return_val_if_fail (DESK_IS_PERSON_PAGE (self), NULL);

  card = get_card (self, self->current);
  return card == NULL ? NULL : desk_alike_card_get_other (card);
}

void
desk_person_page_move_alike (DeskPersonPage *self, int by)
{
  int to;

  g_return_if_fail (DESK_IS_PERSON_PAGE (self));

  to = (int) self->current + by;
  if (to >= 0 && get_card (self, (guint) to) != NULL)
    self->current = (guint) to;
  show_current (self);
}

GtkWidget *
desk_person_page_get_edit (DeskPersonPage *self)
{
  g_return_val_if_fail (DESK_IS_PERSON_PAGE (self), NULL);

  return self->edit;
}

void
desk_person_page_focus (DeskPersonPage *self)
{
  g_return_if_fail (DESK_IS_PERSON_PAGE (self));

  gtk_widget_grab_focus (
      self->known != NULL && self->known->bites->len > 0 ? GTK_WIDGET (self->view) : self->edit);
}
