/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-speakers.h"
#include "desk-speakers-pane.h"
#include "desk-window-private.h"

/* So many speakers have a key of their own: Alt with the number. */
#define N_KEYS 9

/* What waits until the syllable that is being composed is in the text. */
typedef struct
{
  DeskWindow *window;
  DeskRenameMode mode; /* 0: the lines are given a speaker */
  char *speaker;
  guint number;
} Deed;

static void
deed_free (Deed *self)
{
  g_object_unref (self->window);
  g_free (self->speaker);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static const BulStory *
get_story (DeskWindow *self)
{
  return self->document == NULL ? NULL : desk_document_get_story (self->document);
}

static DeskSpeakersPane *
get_pane (DeskWindow *self)
{
  return DESK_SPEAKERS_PANE (self->speakers_pane);
}

/* Keys of the lines that are selected, or of the one with the caret. */
static GStrv
list_lines (DeskWindow *self)
{
  DeskBuffer *buffer = desk_view_get_buffer (desk_window_get_view (self));
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  /* The end of the line above is no part of the next. */
  if (!gtk_text_iter_equal (&start, &end) && gtk_text_iter_get_line_offset (&end) == 0)
    gtk_text_iter_backward_char (&end);
  for (int line = gtk_text_iter_get_line (&start); line <= gtk_text_iter_get_line (&end); line++)
    {
      const BulBlock *block = desk_buffer_get_block_at_line (buffer, (guint) line);

      if (block != NULL && bul_block_kind_is_read (block->kind))
        g_strv_builder_add (keys, block->key);
    }
  return g_strv_builder_end (keys);
}

static char *
describe_given (DeskWindow *self, const BulSpeaker *speaker, guint n_lines)
{
  const BulScript *script
      = desk_buffer_get_script (desk_view_get_buffer (desk_window_get_view (self)));
  const BulSpeakerName *as
      = speaker == NULL || script == NULL ? NULL : bul_speaker_get_name (speaker, script->language);

  if (speaker == NULL)
    return g_strdup_printf (
        ngettext ("Nobody is heard in %u line now.", "Nobody is heard in %u lines now.", n_lines),
        n_lines);
  if (as == NULL || *as->name == '\0')
    return g_strdup_printf (
        ngettext ("Speaker %u is heard in %u line.", "Speaker %u is heard in %u lines.", n_lines),
        speaker->number, n_lines);
  return g_strdup_printf (ngettext ("Speaker %u, %s, is heard in %u line.",
                                    "Speaker %u, %s, is heard in %u lines.", n_lines),
                          speaker->number, as->name, n_lines);
}

/* @number 0 is nobody. */
static void
give (DeskWindow *self, guint number)
{
  const BulSpeaker *speaker = number == 0 ? NULL : bul_speakers_find (get_story (self), number);
  g_auto (GStrv) lines = list_lines (self);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (number != 0 && speaker == NULL)
    {
      desk_window_toast (self, _ ("There is no speaker %u."), number);
      return;
    }
  if (lines[0] == NULL)
    {
      desk_window_toast (self, _ ("Nobody is heard in this line."));
      return;
    }
  words = describe_given (self, speaker, g_strv_length (lines));
  if (bul_speakers_give (desk_document_get_history (self->document), (const char *const *) lines,
                         speaker == NULL ? NULL : speaker->key, &error))
    desk_window_toast_undo (self, "%s", words);
  else
    desk_window_toast (self, "%s", error->message);
}

/* Where the popover comes from: the card of the speaker, or the words in the text. */
static GdkRectangle
place_popover (DeskWindow *self, const char *speaker, gboolean in_pane)
{
  GtkWidget *parent = in_pane ? self->speakers_pane : desk_window_get_area (self);
  GtkWidget *card = in_pane ? desk_speakers_pane_find_card (get_pane (self), speaker) : NULL;
  GtkWidget *popover = GTK_WIDGET (self->rename);
  GdkRectangle area = { 0, 0, gtk_widget_get_width (parent), 1 };
  graphene_rect_t bounds;

  if (gtk_widget_get_parent (popover) != parent)
    {
      g_object_ref (popover);
      gtk_widget_unparent (popover);
      gtk_widget_set_parent (popover, parent);
      g_object_unref (popover);
    }
  gtk_popover_set_position (GTK_POPOVER (popover), in_pane ? GTK_POS_LEFT : GTK_POS_BOTTOM);
  if (!in_pane)
    return desk_window_get_words_area (self);
  if (card != NULL && gtk_widget_compute_bounds (card, parent, &bounds))
    area = (GdkRectangle){ bounds.origin.x, MAX (bounds.origin.y, 0), bounds.size.width,
                           bounds.size.height };
  return area;
}

static void
open_rename (DeskWindow *self, DeskRenameMode mode, const char *speaker, gboolean in_pane)
{
  const BulScript *script
      = desk_buffer_get_script (desk_view_get_buffer (desk_window_get_view (self)));
  GdkRectangle area = place_popover (self, speaker, in_pane);

  self->is_rename_in_pane = in_pane;
  desk_rename_open (self->rename, mode, self->document, speaker,
                    script == NULL ? NULL : script->language, &area);
}

/* F2: the speaker of the card with the focus, or whose name the caret is in, or of its line. */
void
desk_window_rename_speaker (DeskWindow *self)
{
  const char *focused = desk_speakers_pane_get_focused (get_pane (self));
  g_autofree char *card = g_strdup (focused);
  g_autofree char *block = NULL;
  guint offset = 0;
  BulNamedAt at = { NULL, FALSE };

  if (self->document == NULL || gtk_widget_get_visible (GTK_WIDGET (self->rename)))
    return;
  if (card != NULL && bul_story_find_speaker (get_story (self), card) != NULL)
    {
      open_rename (self, DESK_RENAME_NAME, card, TRUE);
      return;
    }
  if (desk_view_get_caret (desk_window_get_view (self), &block, &offset))
    at = bul_named_find_at (get_story (self), block, offset);
  if (at.speaker == NULL)
    desk_window_toast (self, _ ("Nobody is heard in this line."));
  else
    open_rename (self, at.is_title ? DESK_RENAME_TITLE : DESK_RENAME_NAME, at.speaker, FALSE);
}

static void
committed_cb (DeskView *view, gpointer data)
{
  g_autoptr (Deed) deed = data;
  const BulStory *story = get_story (deed->window);

  if (story == NULL)
    return;
  if (deed->mode == 0)
    give (deed->window, deed->number);
  else if (bul_story_find_speaker (story, deed->speaker) != NULL)
    open_rename (deed->window, deed->mode, deed->speaker, TRUE);
}

/* What can be asked of one speaker, who is named by the number or by the key. */
static const struct
{
  const char *action;
  const char *parameter;
  DeskRenameMode mode;
} deeds[] = {
  { "win.give-speaker", "u", 0 },
  { "win.name-speaker", "s", DESK_RENAME_NAME },
  { "win.hide-speaker", "s", DESK_RENAME_HIDE },
  { "win.merge-speaker", "s", DESK_RENAME_MERGE },
};

static void
run_deed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed;

  if (desk_window_is_on_desk (DESK_WINDOW (widget), "register")
      && g_str_equal (name, deeds[0].action))
    desk_register_sort_by (DESK_WINDOW (widget)->register_desk, g_variant_get_uint32 (parameter));
  /* Nobody is named in a line that is not seen. */
  if (!desk_window_is_on_desk (DESK_WINDOW (widget), "script")
      && !desk_window_is_on_desk (DESK_WINDOW (widget), "translation"))
    return;
  deed = g_new0 (Deed, 1);
  deed->window = DESK_WINDOW (g_object_ref (widget));
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (strcmp (deeds[i].action, name) == 0)
      deed->mode = deeds[i].mode;
  if (deed->mode == 0)
    deed->number = g_variant_get_uint32 (parameter);
  else
    deed->speaker = g_variant_dup_string (parameter, NULL);
  desk_window_commit (deed->window, committed_cb, deed);
}

void
desk_window_speakers_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, deeds[i].parameter, run_deed);
}

/* Before the text, whose input method would have the key else. */
static void
add_keys (DeskWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint number = 0; number <= N_KEYS; number++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_0 + number, GDK_ALT_MASK),
                                         gtk_named_action_new ("win.give-speaker"), "u", number));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
done_cb (DeskWindow *self, const char *words)
{
  desk_window_toast_undo (self, "%s", words);
}

/* Back to where it was opened: the card, while there is one, or the text. */
static void
closed_cb (DeskWindow *self)
{
  const char *speaker = desk_rename_get_speaker (self->rename);
  const BulStory *story = get_story (self);
  GtkWidget *card
      = self->is_rename_in_pane && story != NULL && bul_story_find_speaker (story, speaker) != NULL
            ? desk_speakers_pane_find_card (get_pane (self), speaker)
            : NULL;

  gtk_widget_grab_focus (card != NULL ? card : GTK_WIDGET (desk_window_get_view (self)));
}

void
desk_window_speakers_init (DeskWindow *self)
{
  self->rename = DESK_RENAME (desk_rename_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->rename), self->script_area);
  desk_window_help_add_key (GTK_WIDGET (self->rename));
  g_signal_connect_swapped (self->rename, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->rename, "closed", G_CALLBACK (closed_cb), self);
  add_keys (self);
}
