/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-note-draft.h"

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-range.h"
#include "desk-entry.h"
#include "desk-label.h"

struct _DeskNoteDraft
{
  GtkBox parent_instance;

  GtkLabel *words;
  GtkEntry *entry;
  GtkLabel *refusal;

  char *uid;   /* of the story that it is about; NULL: nothing is being written */
  char *block; /* NULL: about the whole story */
  BulRange range;
  char *quote;
};

enum
{
  ADD,
  DROP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskNoteDraft, desk_note_draft, GTK_TYPE_BOX)

static void
add_cb (DeskNoteDraft *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*typed != '\0')
    g_signal_emit (self, signals[ADD], 0, typed);
}

static void
drop_cb (DeskNoteDraft *self)
{
  desk_note_draft_tell (self, NULL);
  g_signal_emit (self, signals[DROP], 0);
}

static void
forget (DeskNoteDraft *self)
{
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->block, g_free);
  g_clear_pointer (&self->quote, g_free);
}

static void
desk_note_draft_finalize (GObject *object)
{
  forget (DESK_NOTE_DRAFT (object));

  G_OBJECT_CLASS (desk_note_draft_parent_class)->finalize (object);
}

static void
desk_note_draft_class_init (DeskNoteDraftClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_note_draft_finalize;

  signals[ADD] = g_signal_new ("add", DESK_TYPE_NOTE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROP] = g_signal_new ("drop", DESK_TYPE_NOTE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-note-draft.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNoteDraft, words);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteDraft, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskNoteDraft, refusal);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
desk_note_draft_init (DeskNoteDraft *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_quote (const BulStory *story, const BulPassage *passage)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, passage->block, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];

  return block == NULL ? NULL
                       : bul_chars_slice (block->text, passage->at, passage->at + passage->n_chars);
}

void
desk_note_draft_begin (DeskNoteDraft *self, const BulStory *story, const BulPassage *passage)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_NOTE_DRAFT (self));

  forget (self);
  self->uid = g_strdup (story->uid);
  if (passage != NULL)
    {
      self->block = g_strdup (passage->block);
      self->range = (BulRange){ passage->at, passage->at + passage->n_chars };
      self->quote = dup_quote (story, passage);
    }
  words = passage == NULL ? g_strdup (_ ("About the whole story"))
                          : g_strdup_printf ("“%s”", self->quote);
  desk_label_set_text (self->words, words);
  desk_label_set_text (self->refusal, NULL);
  desk_note_draft_show (self, story);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
desk_note_draft_show (DeskNoteDraft *self, const BulStory *story)
{
  g_return_if_fail (DESK_IS_NOTE_DRAFT (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->uid != NULL && g_str_equal (self->uid, story->uid));
}

gboolean
desk_note_draft_get_passage (DeskNoteDraft *self, BulPassage *passage)
{
  g_return_val_if_fail (DESK_IS_NOTE_DRAFT (self), FALSE);

  *passage = (BulPassage){ self->block, self->range.start, self->range.end - self->range.start };
  return self->block != NULL;
}

const char *
desk_note_draft_get_quote (DeskNoteDraft *self)
{
  g_return_val_if_fail (DESK_IS_NOTE_DRAFT (self), NULL);

  return self->quote;
}

void
desk_note_draft_tell (DeskNoteDraft *self, const char *words)
{
  g_return_if_fail (DESK_IS_NOTE_DRAFT (self));

  desk_label_set_text (self->refusal, words);
  if (words != NULL)
    return;
  forget (self);
  desk_entry_set_text (self->entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
