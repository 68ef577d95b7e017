/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-status.h"

#include <glib/gi18n.h>

#include "desk-fold.h"
#include "desk-paces.h"
#include "desk-ribbon.h"
#include "desk-settings.h"
#include "desk-state-pill.h"
#include "desk-wording.h"

/* Narrower windows show the whole, the selection and whether all is safe; section heads have their
 * times in the margin. */
#define NARROW_WIDTH 745
#define NARROW_RANK 2

/* The times of the row, in its order. */
typedef enum
{
  TIME_LEAD,
  TIME_REPORT,
  TIME_LIVE,
  TIME_TALK,
  TIME_TAIL,
  TIME_TOTAL,
  TIME_SELECTION,
  TIME_CARET,
  N_TIMES,
} Time;

static const struct
{
  const char *name; /* where no section has it */
  BulSection section;
  guint rank;
} times[N_TIMES] = {
  /* parts */
  [TIME_LEAD] = { NULL, BUL_SECTION_LEAD, 3 },
  [TIME_REPORT] = { NULL, BUL_SECTION_REPORT, 3 },
  [TIME_LIVE] = { NULL, BUL_SECTION_LIVE, 3 },
  [TIME_TALK] = { NULL, BUL_SECTION_TALK, 3 },
  [TIME_TAIL] = { NULL, BUL_SECTION_TAIL, 3 },
  /* what is asked for all the time */
  [TIME_TOTAL] = { N_ ("Total"), BUL_SECTION_NONE, 0 },
  [TIME_SELECTION] = { N_ ("Selection"), BUL_SECTION_NONE, 1 },
  [TIME_CARET] = { N_ ("To caret"), BUL_SECTION_NONE, 2 },
};

struct _DeskStatus
{
  GtkBox parent_instance;

  DeskRibbon *ribbon;
  DeskFold *row;
  GtkLabel *times[N_TIMES];
  GtkLabel *language;
  GtkLabel *rate;
  DeskStatePill *state;
  GtkWidget *save;
  GtkImage *save_icon;
  GtkLabel *save_words;

  DeskDocument *document;
  DeskView *view;
  GSettings *settings; /* NULL where the schema is not installed */
  GSignalGroup *signals;
  GSignalGroup *time_signals;
  GSignalGroup *buffer_signals;
  guint refresh_id;
  gboolean is_edited; /* since the ribbon was drawn */
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_VIEW,
};

G_DEFINE_FINAL_TYPE (DeskStatus, desk_status, GTK_TYPE_BOX)

static const char *
name_of (Time which)
{
  return times[which].name != NULL ? _ (times[which].name)
                                   : desk_wording_for_section (times[which].section);
}

/* No time is not shown, but for the whole. */
static void
show_time (DeskStatus *self, Time which, BulSeconds seconds)
{
  GtkLabel *label = self->times[which];
  gboolean is_shown = which == TIME_TOTAL || bul_seconds_sum (seconds) > 0;
  g_autofree char *clock = bul_seconds_dup_clock (bul_seconds_sum (seconds));
  g_autofree char *bites = bul_seconds_dup_clock (seconds.bites);
  g_autofree char *words = g_markup_printf_escaped ("%s <b>%s</b>", name_of (which), clock);
  g_autofree char *apart = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), is_shown);
  if (!is_shown || g_strcmp0 (gtk_label_get_label (label), words) == 0)
    return;
  gtk_label_set_markup (label, words);
  /* Translators: after a time, such as “Report 1:00”. */
  apart = seconds.bites > 0 ? g_strdup_printf (_ ("Of which soundbites %s"), bites) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), apart);
}

static void
show_rate (DeskStatus *self, DeskReadTime *read_time, const BulStory *story)
{
  const BulPaces *paces = desk_read_time_get_paces (read_time);
  BulSpoken spoken = bul_read_time_get_language (desk_read_time_get_time (read_time));
  const char *presenter = bul_paces_get_presenter (paces, story);
  BulPace pace
      = presenter == NULL ? bul_paces_get_usual (paces) : bul_paces_get_pace (paces, presenter);
  const char *language = desk_wording_for_language (spoken == BUL_SPOKEN_KOREAN ? "ko" : "en");
  g_autofree char *who
      = presenter == NULL ? g_strdup (language) : g_strdup_printf ("%s · %s", language, presenter);
  g_autofree char *words = g_strdup_printf (spoken == BUL_SPOKEN_KOREAN ? _ ("· %u syllables/min")
                                                                        : _ ("· %u words/min"),
                                            bul_pace_get (pace, spoken));

  gtk_label_set_label (self->language, who);
  gtk_label_set_label (self->rate, words);
}

static DeskRibbonVoice
voice_of (const BulBlock *block)
{
  if (block->kind == BUL_BLOCK_BITE)
    return DESK_RIBBON_BITE;
  return block->section == BUL_SECTION_LEAD ? DESK_RIBBON_LEAD : DESK_RIBBON_NARRATION;
}

static void
show_ribbon (DeskStatus *self, BulReadTime *time, const BulScript *script)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (DeskRibbonRun));

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      DeskRibbonRun run = { bul_seconds_sum (bul_read_time_get_block (time, i)),
                            voice_of (script->blocks->pdata[i]) };

      if (run.seconds > 0)
        g_array_append_val (runs, run);
    }
  desk_ribbon_set_runs (self->ribbon, runs);
}

static BulReadPlace
get_place (DeskBuffer *buffer, const GtkTextIter *iter)
{
  BulReadPlace place = { (guint) gtk_text_iter_get_line (iter), 0 };
  const char *block;

  desk_buffer_get_place (buffer, iter, &block, &place.offset);
  return place;
}

/* What is selected, and what is before the caret. */
static void
show_places (DeskStatus *self, BulReadTime *time)
{
  DeskBuffer *buffer = desk_view_get_buffer (self->view);
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  const BulReadPlace top = { 0, 0 };
  GtkTextIter caret;
  GtkTextIter start;
  GtkTextIter end;
  BulSeconds before_caret;
  BulSeconds before_start;
  BulSeconds selected;
  double selection;
  g_autofree char *at = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *words = NULL;

  gtk_text_buffer_get_iter_at_mark (text, &caret, gtk_text_buffer_get_insert (text));
  gtk_text_buffer_get_selection_bounds (text, &start, &end);
  before_caret = bul_read_time_get_between (time, top, get_place (buffer, &caret));
  before_start = bul_read_time_get_between (time, top, get_place (buffer, &start));
  selected = bul_read_time_get_between (time, get_place (buffer, &start), get_place (buffer, &end));
  selection = bul_seconds_sum (before_start);
  show_time (self, TIME_CARET, before_caret);
  show_time (self, TIME_SELECTION, selected);
  desk_ribbon_set_selection (self->ribbon, selection, selection + bul_seconds_sum (selected));

  at = bul_seconds_dup_clock (bul_seconds_sum (before_caret));
  whole = bul_seconds_dup_clock (bul_seconds_sum (bul_read_time_get_total (time)));
  /* Translators: the caret's place in the script, as times: 0:34 of 1:12. */
  words = g_strdup_printf (_ ("Caret at %s of %s"), at, whole);
  desk_ribbon_set_caret (self->ribbon, bul_seconds_sum (before_caret), words);
}

static void
refresh (DeskStatus *self)
{
  const BulStory *story = desk_document_get_story (self->document);
  DeskReadTime *read_time = desk_document_get_read_time (self->document);
  BulReadTime *time = desk_read_time_get_time (read_time);

  if (!desk_read_time_is_ready (read_time))
    return;
  if (self->is_edited)
    {
      for (Time i = 0; i < TIME_TOTAL; i++)
        show_time (self, i, bul_read_time_get_section (time, times[i].section));
      show_time (self, TIME_TOTAL, bul_read_time_get_total (time));
      show_rate (self, read_time, story);
      show_ribbon (self, time, bul_story_get_script (story));
    }
  self->is_edited = FALSE;
  if (self->view != NULL && desk_view_get_document (self->view) == self->document)
    show_places (self, time);
}

static gboolean
refresh_cb (gpointer data)
{
  DeskStatus *self = data;

  self->refresh_id = 0;
  if (self->document != NULL)
    refresh (self);
  return G_SOURCE_REMOVE;
}

/* Many signs come with one key press; the figures are wanted once, when it is done. */
static void
ask_refresh (DeskStatus *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, refresh_cb, self, NULL);
}

static void
read_time_changed_cb (DeskStatus *self)
{
  self->is_edited = TRUE;
  ask_refresh (self);
}

static void
use_paces (DeskStatus *self)
{
  if (self->document != NULL)
    desk_read_time_set_paces (desk_document_get_read_time (self->document),
                              desk_paces_new (self->settings));
}

static void
ribbon_pressed_cb (DeskStatus *self, double seconds)
{
  const BulScript *script;
  BulReadTime *time;
  BulReadPlace place;

  if (self->document == NULL || self->view == NULL)
    return;
  script = bul_story_get_script (desk_document_get_story (self->document));
  time = desk_read_time_get_time (desk_document_get_read_time (self->document));
  if (!bul_read_time_find_place (time, seconds, &place))
    return;
  desk_view_show_place (self->view, ((BulBlock *) script->blocks->pdata[place.block])->key,
                        place.offset);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static char *
describe_save (DeskSaveState state, const char *detail)
{
  switch (state)
    {
    case DESK_SAVE_UNSAVED:
      return g_strdup (_ ("Unsaved edits"));
    case DESK_SAVE_SAVING:
      return g_strdup (_ ("Saving…"));
    case DESK_SAVE_FAILED:
      return g_strdup (_ ("Not saved"));
    case DESK_SAVE_SAVED:
    default:
      return detail == NULL ? g_strdup (_ ("Saved")) : g_strdup_printf (_ ("Saved %s"), detail);
    }
}

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  /* nothing to worry about */
  [DESK_SAVE_SAVED] = { "object-select-symbolic", "save-ok" },
  [DESK_SAVE_UNSAVED] = { "document-edit-symbolic", "dim" },
  [DESK_SAVE_SAVING] = { "document-save-symbolic", "dim" },
  /* something to do */
  [DESK_SAVE_FAILED] = { "dialog-error-symbolic", "error-words" },
};

static void
show_save (DeskStatus *self)
{
  DeskSaveState state;
  const char *css_classes[2] = { NULL, NULL };
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->save, self->document != NULL);
  if (self->document == NULL)
    return;

  state = desk_document_get_save_state (self->document);
  css_classes[0] = looks[state].css_class;
  words = describe_save (state, desk_document_get_save_detail (self->document));
  gtk_widget_set_css_classes (GTK_WIDGET (self->save_icon), css_classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->save_words), css_classes);
  gtk_image_set_from_icon_name (self->save_icon, looks[state].icon);
  gtk_label_set_label (self->save_words, words);
}

static void
show_state (DeskStatus *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->state), self->document != NULL);
  if (self->document != NULL)
    desk_state_pill_show_story (self->state, desk_document_get_story (self->document)->state);
}

static void
save_state_changed_cb (DeskStatus *self)
{
  show_save (self);
}

static void
buffer_changed_cb (DeskStatus *self)
{
  g_signal_group_set_target (self->buffer_signals,
                             gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  ask_refresh (self);
}

static void
set_document (DeskStatus *self, DeskDocument *document)
{
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  g_signal_group_set_target (self->time_signals,
                             document == NULL ? NULL : desk_document_get_read_time (document));
  gtk_widget_set_visible (GTK_WIDGET (self->ribbon), document != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->row), document != NULL);
  use_paces (self);
  show_state (self);
  show_save (self);
}

static void
set_view (DeskStatus *self, DeskView *view)
{
  if (!g_set_object (&self->view, view) || view == NULL)
    return;
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  buffer_changed_cb (self);
}

static void
desk_status_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskStatus *self = DESK_STATUS (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_status_dispose (GObject *object)
{
  DeskStatus *self = DESK_STATUS (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->time_signals);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (desk_status_parent_class)->dispose (object);
}

static void
desk_status_class_init (DeskStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_status_dispose;
  object_class->set_property = desk_status_set_property;
  g_object_class_install_property (
      object_class, PROP_DOCUMENT,
      g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT, flags));
  g_object_class_install_property (object_class, PROP_VIEW,
                                   g_param_spec_object ("view", NULL, NULL, DESK_TYPE_VIEW, flags));

  g_type_ensure (DESK_TYPE_RIBBON);
  g_type_ensure (DESK_TYPE_FOLD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-status.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, ribbon);
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, row);
  gtk_widget_class_bind_template_callback (widget_class, ribbon_pressed_cb);
}

static void
add_times (DeskStatus *self)
{
  for (Time i = 0; i < N_TIMES; i++)
    {
      self->times[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_set_visible (GTK_WIDGET (self->times[i]), FALSE);
      desk_fold_append (self->row, GTK_WIDGET (self->times[i]), times[i].rank);
    }
}

/* A long name of who presents is cut, and where it is close the rate goes before the language. */
static void
add_rate (DeskStatus *self)
{
  self->language = GTK_LABEL (gtk_label_new (NULL));
  self->rate = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->language, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->language, 24);
  gtk_label_set_width_chars (self->language, 7);
  gtk_label_set_xalign (self->language, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->language), "dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->rate), "dim");
  desk_fold_append_end (self->row, GTK_WIDGET (self->language), 4);
  desk_fold_append_joined (self->row, GTK_WIDGET (self->rate), 5);
}

/* Whether it was aired decides what a change means: it is shown at any width. */
static void
add_state (DeskStatus *self)
{
  self->state = DESK_STATE_PILL (desk_state_pill_new ());
  desk_fold_append_end (self->row, GTK_WIDGET (self->state), 0);
}

static void
add_save (DeskStatus *self)
{
  self->save = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->save_icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 14, NULL);
  self->save_words
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self->save), GTK_WIDGET (self->save_icon));
  gtk_box_append (GTK_BOX (self->save), GTK_WIDGET (self->save_words));
  desk_fold_append_end (self->row, self->save, 0);
}

static void
desk_status_init (DeskStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_times (self);
  add_rate (self);
  add_state (self);
  add_save (self);
  desk_fold_set_narrow (self->row, NARROW_WIDTH, NARROW_RANK);

  self->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "notify::save-state",
                                  G_CALLBACK (save_state_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (show_state), self);
  self->time_signals = g_signal_group_new (DESK_TYPE_READ_TIME);
  g_signal_group_connect_swapped (self->time_signals, "changed", G_CALLBACK (read_time_changed_cb),
                                  self);
  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "mark-set", G_CALLBACK (ask_refresh), self);
  self->settings = desk_settings_new ();
  desk_paces_watch (self->settings, G_CALLBACK (use_paces), self);
}
