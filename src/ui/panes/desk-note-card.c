/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-note-card.h"

#include <glib/gi18n.h>

#include "bul-notes.h"
#include "desk-box.h"
#include "desk-entry.h"
#include "desk-label.h"
#include "desk-wording.h"

struct _DeskNoteCard
{
  GtkListBoxRow parent_instance;

  GtkLabel *tag;
  GtkLabel *place;
  GtkLabel *words;
  GtkLabel *note;
  GtkLabel *people;
  GtkBox *replies;
  GtkEntry *reply;
  GtkButton *settle;

  char *key;
  gboolean is_current;
  gboolean is_resolved;
};

enum
{
  REPLY,
  SETTLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskNoteCard, desk_note_card, GTK_TYPE_LIST_BOX_ROW)

static void
reply_activated_cb (DeskNoteCard *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->reply));

  if (*typed != '\0')
    g_signal_emit (self, signals[REPLY], 0, typed);
}

static void
settle_clicked_cb (DeskNoteCard *self)
{
  g_signal_emit (self, signals[SETTLE], 0);
}

static char *
describe_person (const char *by, const char *at)
{
  g_autofree char *when = desk_wording_dup_when (at);

  if (by == NULL || *by == '\0')
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", by, when);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  desk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_reply (DeskNoteCard *self, const BulReply *reply)
{
  g_autofree char *people = describe_person (reply->by, reply->at);
  g_autofree char *exact = desk_wording_dup_exact_time (reply->at);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *who = make_label (people, "small");

  gtk_widget_add_css_class (who, "dim");
  gtk_widget_set_tooltip_text (who, exact);
  gtk_box_append (GTK_BOX (box), make_label (reply->text, "body"));
  gtk_box_append (GTK_BOX (box), who);
  gtk_widget_add_css_class (box, "reply");
  gtk_box_append (self->replies, box);
}

static void
show_replies (DeskNoteCard *self, const GPtrArray *replies)
{
  desk_box_clear (self->replies);
  for (guint i = 0; i < replies->len; i++)
    append_reply (self, replies->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->replies), replies->len > 0);
}

/* An orphan says what it was about. */
static void
show_words (DeskNoteCard *self, const BulStory *story, const BulAnnotation *note)
{
  const BulSpan *span = bul_notes_get_span (note);
  const BulSpan *first = note->spans->len == 0 ? NULL : note->spans->pdata[0];
  g_autofree char *place = span == NULL ? NULL : desk_wording_dup_place (story, span->on);
  g_autofree char *words = NULL;

  if (first == NULL)
    place = g_strdup (_ ("whole story"));
  else if (span == NULL)
    place = g_strdup (_ ("its words are gone"));
  if (first != NULL)
    words = g_strdup_printf ("“%s”", span == NULL ? first->quote : span->quote);
  desk_label_set_text (self->place, place);
  desk_label_set_text (self->words, words);
}

static void
show_state (DeskNoteCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reply), self->is_current && !self->is_resolved);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                               self->is_current, -1);
  gtk_button_set_label (self->settle,
                        self->is_resolved ? _ ("Open Again") : C_ ("note", "Resolve"));
  if (self->is_resolved)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dismissed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dismissed");
}

static void
name_for_screen_reader (DeskNoteCard *self, const BulAnnotation *note)
{
  guint n_replies = note->replies->len;
  g_autofree char *replies
      = n_replies == 0
            ? g_strdup ("")
            : g_strdup_printf (ngettext (", %u reply", ", %u replies", n_replies), n_replies);
  /* Translators: a note for a screen reader: N1, open. What it says. Who, when, 2 replies */
  g_autofree char *name = g_strdup_printf (
      _ ("%s, %s. %s %s%s"), gtk_label_get_label (self->tag),
      self->is_resolved ? C_ ("note", "resolved") : C_ ("note", "open"),
      gtk_label_get_label (self->note), gtk_label_get_label (self->people), replies);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->words), -1);
}

static void
desk_note_card_finalize (GObject *object)
{
  g_free (DESK_NOTE_CARD (object)->key);

  G_OBJECT_CLASS (desk_note_card_parent_class)->finalize (object);
}

static void
desk_note_card_class_init (DeskNoteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_note_card_finalize;

  signals[REPLY] = g_signal_new ("reply", DESK_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLE] = g_signal_new ("settle", DESK_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, tag);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, place);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, words);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, note);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, people);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, replies);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, reply);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteCard, settle);
  gtk_widget_class_bind_template_callback (widget_class, reply_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_clicked_cb);
}

static void
desk_note_card_init (DeskNoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_note_card_new (void)
{
  return g_object_new (DESK_TYPE_NOTE_CARD, NULL);
}

void
desk_note_card_show (DeskNoteCard *self, const BulStory *story, const BulAnnotation *note)
{
  g_autofree char *tag = g_strdup_printf ("N%s", note->key + 1);
  g_autofree char *people = describe_person (note->by, note->at);
  g_autofree char *exact = desk_wording_dup_exact_time (note->at);

  g_return_if_fail (DESK_IS_NOTE_CARD (self));

  if (g_strcmp0 (self->key, note->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (note->key);
    }
  self->is_resolved = note->state == BUL_ANNOTATION_RESOLVED;
  gtk_label_set_label (self->tag, tag);
  show_words (self, story, note);
  desk_label_set_text (self->note, note->note);
  desk_label_set_text (self->people, people);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->people), exact);
  show_replies (self, note->replies);
  show_state (self);
  name_for_screen_reader (self, note);
}

void
desk_note_card_set_current (DeskNoteCard *self, gboolean current)
{
  g_return_if_fail (DESK_IS_NOTE_CARD (self));

  self->is_current = current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  show_state (self);
}

const char *
desk_note_card_get_draft (DeskNoteCard *self)
{
  g_return_val_if_fail (DESK_IS_NOTE_CARD (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->reply));
}

void
desk_note_card_set_draft (DeskNoteCard *self, const char *text)
{
  g_return_if_fail (DESK_IS_NOTE_CARD (self) && text != NULL);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->reply)), text) != 0)
    desk_entry_set_text (self->reply, text);
}

const char *
desk_note_card_get_key (DeskNoteCard *self)
{
  g_return_val_if_fail (DESK_IS_NOTE_CARD (self), NULL);

  return self->key;
}
