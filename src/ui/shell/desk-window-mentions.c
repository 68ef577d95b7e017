/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-flow-mentions.h"
#include "bul-person.h"
#include "bul-tags.h"
#include "desk-person-picker.h"
#include "desk-token.h"
#include "desk-window-private.h"

/* A name that is asked about, and what was said of those before it. */
struct _DeskWindowMentions
{
  DeskPersonPicker *picker;
  DeskDocument *document; /* in which it stands, or NULL */
  char *block;
  guint at;
  guint n_chars;
  char *quote;
  gboolean is_selected;  /* by who asked, so that it may be anybody's name */
  BulFlowPeople *people; /* as they were when the first was asked for, or NULL */
  GCancellable *asking;
  char *told; /* what was done last, or NULL */
  guint n_tagged;
};

/* Somebody is to have a record before the words can say so. */
typedef struct
{
  DeskWindow *window;
  DeskPeopleDeed *deed;
  char *name;
} Asked;

static void
asked_free (Asked *self)
{
  desk_people_deed_unref (self->deed);
  g_object_unref (self->window);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
stop_asking (DeskWindowMentions *mentions)
{
  g_cancellable_cancel (mentions->asking);
  g_clear_object (&mentions->asking);
}

static void
forget_people (DeskWindowMentions *mentions)
{
  g_clear_pointer (&mentions->people, bul_flow_people_unref);
}

static void
keep_passage (DeskWindowMentions *mentions, const BulPassage *passage)
{
  const BulBlock *block
      = bul_story_find (desk_document_get_story (mentions->document), passage->block);
  g_autofree char *key = g_strdup (passage->block);

  g_free (mentions->block);
  mentions->block = g_steal_pointer (&key);
  mentions->at = passage->at;
  mentions->n_chars = passage->n_chars;
  g_free (mentions->quote);
  mentions->quote = bul_chars_slice (block->text, passage->at, passage->at + passage->n_chars);
}

static BulPassage
get_passage (const DeskWindowMentions *mentions)
{
  return (BulPassage){ mentions->block, mentions->at, mentions->n_chars };
}

/* --- one name after the other */

static void
ask_who (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  g_autoptr (BulRecord) span = (BulRecord *) bul_span_new (
      mentions->block, mentions->at, mentions->at + mentions->n_chars, mentions->quote);
  GdkRectangle area;

  desk_view_show_span (desk_window_get_view (self), (BulSpan *) span);
  desk_window_attach (self, GTK_WIDGET (mentions->picker));
  area = desk_window_get_words_area (self);
  desk_person_picker_open (mentions->picker, desk_library_get_people (self->library),
                           mentions->people, mentions->quote, &area, mentions->told);
}

/* Hands that say yes to one name after the other may say it once too often: the popover stays and
 * takes that key, and the last name is selected no more, lest something be typed over it. */
static void
end (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  g_autofree char *words = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (mentions->picker)))
    {
      desk_window_toast (self, "%s",
                         _ ("No name of anybody who is known is without a tag. Select the name of "
                            "somebody else to tag it."));
      return;
    }
  desk_view_show_place (desk_window_get_view (self), mentions->block,
                        mentions->at + mentions->n_chars);
  words = g_strdup_printf (
      ngettext ("%u name is tagged.", "%u names are tagged.", mentions->n_tagged),
      mentions->n_tagged);
  desk_person_picker_end (mentions->picker, words, mentions->told);
}

static void
go_on (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  const BulStory *story = desk_document_get_story (mentions->document);
  BulPassage passage = get_passage (mentions);
  BulPassage next;

  if (bul_flow_mentions_find_next (mentions->people, story, &passage, &next))
    {
      keep_passage (mentions, &next);
      ask_who (self);
    }
  else
    end (self);
}

/* Whether the words are a name that is to be asked about: anybody's where they are selected; where
 * the caret alone is there, of somebody who is known. */
static gboolean
is_name (const DeskWindowMentions *mentions, const BulStory *story, const BulPassage *name)
{
  const BulBlock *block = bul_story_find (story, name->block);
  g_autofree char *words = bul_chars_slice (block->text, name->at, name->at + name->n_chars);
  g_autofree char *spaced = bul_flow_people_dup_name (words);

  return !bul_flow_mentions_is_told (story, name)
         && (mentions->is_selected || bul_flow_people_has_name (mentions->people, spaced));
}

/* Else the next one is meant. */
static void
begin (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  const BulStory *story = desk_document_get_story (mentions->document);
  BulPassage passage = get_passage (mentions);
  BulPassage name;

  if (mentions->n_chars == 0
      || !bul_flow_mentions_find_at (mentions->people, story, &passage, &name)
      || !is_name (mentions, story, &name))
    {
      go_on (self);
      return;
    }
  keep_passage (mentions, &name);
  ask_who (self);
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPeopleFound) found
      = desk_people_reader_list_finish (DESK_PEOPLE_READER (source), result, &error);
  DeskWindowMentions *mentions = self->mentions;

  if (mentions == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&mentions->asking);
  if (found == NULL)
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  forget_people (mentions);
  mentions->people = bul_flow_people_ref (found->people);
  if (mentions->document != self->document
      || bul_story_find (desk_document_get_story (mentions->document), mentions->block) == NULL)
    return;
  if (mentions->told == NULL)
    begin (self);
  else
    go_on (self);
}

static void
ask_people (DeskWindow *self)
{
  DeskPeopleReader *reader = desk_library_get_people (self->library);
  g_autoptr (DeskPeopleQuestion) all = desk_people_question_new ("", FALSE, DESK_PEOPLE_MOST_HEARD);

  stop_asking (self->mentions);
  if (reader == NULL)
    return;
  self->mentions->asking = g_cancellable_new ();
  desk_people_reader_list_async (reader, all, self->mentions->asking, people_cb,
                                 g_object_ref (self));
}

/* --- what is said */

/* The words may be others by now: somebody typed, or undid. */
static gboolean
still_stands (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  const BulBlock *block
      = mentions->document == NULL || mentions->document != self->document
            ? NULL
            : bul_story_find (desk_document_get_story (mentions->document), mentions->block);
  g_autofree char *words = block == NULL ? NULL
                                         : bul_chars_slice (block->text, mentions->at,
                                                            mentions->at + mentions->n_chars);

  return g_strcmp0 (words, mentions->quote) == 0;
}

static void
tag (DeskWindow *self, const char *uid, const char *name)
{
  DeskWindowMentions *mentions = self->mentions;
  g_autofree char *code = bul_person_dup_code (uid);
  g_autoptr (GError) error = NULL;
  BulPassage passage = get_passage (mentions);

  if (!still_stands (self))
    {
      gtk_popover_popdown (GTK_POPOVER (mentions->picker));
      desk_window_toast (self, "%s", _ ("These words are no longer there. Nothing was changed."));
      return;
    }
  if (!bul_tags_add_code (desk_document_get_history (mentions->document), code, &passage,
                          desk_library_get_author (self->library), &error))
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  mentions->n_tagged++;
  g_free (mentions->told);
  /* Translators: the name as it stands in the script, and as the person is called. */
  mentions->told = g_strdup_printf (_ ("“%s” is tagged as %s."), mentions->quote, name);
  if (mentions->people == NULL)
    ask_people (self);
  else
    go_on (self);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  DeskWindow *self = asked->window;

  if (self->mentions == NULL)
    return;
  if (!desk_library_decide_finish (DESK_LIBRARY (source), result, NULL, &error))
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  /* There is one more. */
  forget_people (self->mentions);
  tag (self, asked->deed->uid, asked->name);
}

/* Where less of the words was typed as the name of somebody new, the rest is no part of it. */
static void
shorten (DeskWindowMentions *mentions, const char *name)
{
  if (!g_str_has_prefix (mentions->quote, name))
    return;
  mentions->n_chars = bul_chars_count (name);
  g_free (mentions->quote);
  mentions->quote = g_strdup (name);
}

static DeskPeopleDeed *
make_new (const char *name)
{
  DeskPeopleDeed *deed = desk_people_deed_new (DESK_PEOPLE_NEW, NULL, NULL, NULL);

  if (desk_token_has_hangul (name))
    deed->korean = g_strdup (name);
  else
    deed->english = g_strdup (name);
  return deed;
}

/* Words point at records alone. */
static void
chosen_cb (DeskWindow *self, BulFlowPeople *people, const BulFlowPerson *person, const char *name)
{
  Asked *asked;

  if (person != NULL && person->record != NULL)
    {
      tag (self, person->record->uid, person->name);
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->window = g_object_ref (self);
  asked->name = g_strdup (person == NULL ? name : person->name);
  if (person == NULL)
    shorten (self->mentions, name);
  asked->deed = person == NULL ? make_new (name)
                               : desk_people_deed_new (DESK_PEOPLE_RECORD, people, person, NULL);
  desk_library_decide_async (self->library, asked->deed, recorded_cb, asked);
}

static void
passed_cb (DeskWindow *self)
{
  g_clear_pointer (&self->mentions->told, g_free);
  if (still_stands (self) && self->mentions->people != NULL)
    go_on (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self->mentions->picker));
}

static void
closed_cb (DeskWindow *self)
{
  desk_window_focus_desk (self);
}

void
desk_window_tag_person (DeskWindow *self)
{
  DeskWindowMentions *mentions = self->mentions;
  DeskView *view = desk_window_get_view (self);
  g_autofree char *block = NULL;
  BulPassage passage;
  guint offset;
  guint line;
  guint start;
  guint end;

  if (self->document == NULL || gtk_widget_get_visible (GTK_WIDGET (mentions->picker))
      || !desk_view_get_caret (view, &block, &offset))
    return;
  if (!desk_view_get_selection (view, &passage))
    passage = (BulPassage){ block, offset, 0 };
  g_set_object (&mentions->document, self->document);
  keep_passage (mentions, &passage);
  mentions->is_selected = desk_view_get_bounds (view, &line, &start, &end) && start != end;
  mentions->n_tagged = 0;
  g_clear_pointer (&mentions->told, g_free);
  ask_people (self);
}

/* The popover is no child of the view itself: keys that it leaves alone must not become text. */
void
desk_window_mentions_init (DeskWindow *self)
{
  DeskWindowMentions *mentions = g_new0 (DeskWindowMentions, 1);

  mentions->picker = DESK_PERSON_PICKER (desk_person_picker_new ());
  self->mentions = mentions;
  gtk_widget_set_parent (GTK_WIDGET (mentions->picker), self->script_area);
  desk_window_help_add_key (GTK_WIDGET (mentions->picker));
  g_signal_connect_swapped (mentions->picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (mentions->picker, "passed", G_CALLBACK (passed_cb), self);
  g_signal_connect_swapped (mentions->picker, "closed", G_CALLBACK (closed_cb), self);
}

void
desk_window_mentions_dispose (DeskWindow *self)
{
  DeskWindowMentions *mentions = g_steal_pointer (&self->mentions);

  if (mentions == NULL)
    return;
  stop_asking (mentions);
  forget_people (mentions);
  g_clear_object (&mentions->document);
  g_free (mentions->block);
  g_free (mentions->quote);
  g_free (mentions->told);
  gtk_widget_unparent (GTK_WIDGET (mentions->picker));
  g_free (mentions);
}
