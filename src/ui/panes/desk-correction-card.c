/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-correction-card.h"

#include <glib/gi18n.h>

#include "bul-amender.h"
#include "bul-notice.h"
#include "bul-span.h"
#include "desk-label.h"
#include "desk-late-menu.h"
#include "desk-notice-text.h"
#include "desk-state-pill.h"
#include "desk-wording.h"

/* Words of more characters, wrong and right together, stand one below the other. */
#define MAX_ROW_CHARS 26

/* One for each use. */
typedef struct
{
  char *text; /* NULL: there is none */
  gboolean by_hand;
} Text;

typedef struct
{
  Text korean[3];
  Text english[3];
} Texts;

struct _DeskCorrectionCard
{
  GtkListBoxRow parent_instance;

  GtkLabel *tag;
  GtkLabel *error_class;
  DeskStatePill *state;
  GtkMenuButton *more;
  GMenuModel *deeds;
  GtkBox *words;
  GtkLabel *was;
  GtkLabel *now;
  GtkLabel *reason;
  GtkLabel *place;
  GtkLabel *people;
  GtkWidget *buttons;
  GtkToggleButton *page;
  GtkToggleButton *on_air;
  GtkButton *move;
  GtkWidget *texts;
  DeskNoticeText *korean;
  DeskNoticeText *english;

  char *uid; /* of the story */
  char *key;
  char *notice_key;
  gboolean is_wordable;
  BulNoticeUse use; /* of the texts that are shown */
  Texts notice;
};

enum
{
  WORDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskCorrectionCard, desk_correction_card, GTK_TYPE_LIST_BOX_ROW)

static void
clear_texts (Texts *texts)
{
  for (guint use = 0; use < G_N_ELEMENTS (texts->korean); use++)
    {
      g_clear_pointer (&texts->korean[use].text, g_free);
      g_clear_pointer (&texts->english[use].text, g_free);
    }
}

static Text
take_text (const BulNotice *notice, const char *language, BulNoticeUse use)
{
  const BulNoticeText *text = bul_notice_get_text (notice, language, use);

  return text == NULL ? (Text){ 0 } : (Text){ g_strdup (text->text), text->by_hand };
}

static void
take_texts (DeskCorrectionCard *self, const BulStory *story, const BulNotice *notice)
{
  clear_texts (&self->notice);
  g_free (self->notice_key);
  self->notice_key = g_strdup (notice == NULL ? NULL : notice->key);
  self->is_wordable = notice != NULL && bul_amender_can_word (story, notice);
  for (BulNoticeUse use = BUL_USE_PAGE; notice != NULL && use <= BUL_USE_ON_AIR; use++)
    {
      self->notice.korean[use] = take_text (notice, "ko", use);
      self->notice.english[use] = take_text (notice, "en", use);
    }
}

static void
show_text (DeskCorrectionCard *self, DeskNoticeText *where, const Text *text)
{
  desk_notice_text_set_editable (where, self->is_wordable);
  desk_notice_text_set_by_hand (where, text->by_hand);
  desk_notice_text_set_text (where, text->text);
}

static void
show_texts (DeskCorrectionCard *self)
{
  gboolean is_on_air = gtk_toggle_button_get_active (self->on_air);

  self->use = is_on_air ? BUL_USE_ON_AIR : BUL_USE_PAGE;
  gtk_widget_set_visible (self->texts, is_on_air || gtk_toggle_button_get_active (self->page));
  desk_notice_text_set_title (self->korean, is_on_air ? _ ("On air · Korean") : _ ("공지·정정"));
  desk_notice_text_set_title (self->english,
                              is_on_air ? _ ("On air · English") : _ ("Notice in English"));
  show_text (self, self->korean, &self->notice.korean[self->use]);
  show_text (self, self->english, &self->notice.english[self->use]);
}

static void
korean_worded_cb (DeskCorrectionCard *self, const char *words)
{
  g_signal_emit (self, signals[WORDED], 0, self->notice_key, "ko", self->use, words);
}

static void
english_worded_cb (DeskCorrectionCard *self, const char *words)
{
  g_signal_emit (self, signals[WORDED], 0, self->notice_key, "en", self->use, words);
}

/* What was typed belongs to what is shown now. */
static void
forget_typed (DeskCorrectionCard *self)
{
  desk_notice_text_forget (self->korean);
  desk_notice_text_forget (self->english);
}

/* One of the two at most; the one that is open closes again. */
static void
toggled_cb (GtkToggleButton *button, DeskCorrectionCard *self)
{
  GtkToggleButton *other = button == self->page ? self->on_air : self->page;

  desk_correction_card_settle (self);
  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (other, FALSE);
  show_texts (self);
}

static void
show_words (DeskCorrectionCard *self, const BulCorrection *correction)
{
  const char *was = correction->was == NULL ? "" : correction->was;
  const char *now = correction->now == NULL ? "" : correction->now;
  gboolean is_long = g_utf8_strlen (was, -1) + g_utf8_strlen (now, -1) > MAX_ROW_CHARS;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words),
                                  is_long ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  desk_label_set_text (self->was, was);
  desk_label_set_text (self->now, now);
}

static char *
describe_place (const BulStory *story, const BulCorrection *correction)
{
  const BulSpan *span = correction->spans->len > 0 ? correction->spans->pdata[0] : NULL;
  g_autofree char *place
      = span == NULL || span->on == NULL ? g_strdup ("") : desk_wording_dup_place (story, span->on);
  const char *today = "";

  if (correction->reads == BUL_READS_WAS)
    today = _ ("still reads as it was");
  else if (correction->reads == BUL_READS_CHANGED)
    today = _ ("edited again since");
  else if (correction->reads == BUL_READS_GONE)
    today = _ ("no longer in the script");

  return g_strdup_printf ("%s%s%s", place, *place != '\0' && *today != '\0' ? " · " : "", today);
}

static char *
describe_people (const BulCorrection *correction)
{
  g_autofree char *raised = desk_wording_dup_time (correction->at);
  g_autofree char *approved = desk_wording_dup_time (correction->approved_at);

  if (correction->approved_by == NULL)
    return g_strdup_printf ("%s %s", correction->by == NULL ? "" : correction->by, raised);
  return g_strdup_printf ("%s %s  ✓ %s %s", correction->by == NULL ? "" : correction->by, raised,
                          correction->approved_by, approved);
}

static void
name_for_screen_reader (DeskCorrectionCard *self, const BulCorrection *correction)
{
  /* Translators: a correction for a screen reader: C1, Number, Draft. Was 27, is right: 28. */
  g_autofree char *name = g_strdup_printf (
      _ ("%s, %s, %s. Was %s, is right: %s. %s"), gtk_label_get_label (self->tag),
      gtk_label_get_label (self->error_class), desk_state_pill_get_words (self->state),
      correction->was, correction->now, correction->reason);

  /* Translators: a button with a menu, for a screen reader; %s is C1. */
  g_autofree char *more
      = g_strdup_printf (_ ("Change or withdraw %s"), gtk_label_get_label (self->tag));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
}

/* The next step, and no other: what is approved is published. */
static void
show_move (DeskCorrectionCard *self, const BulCorrection *correction)
{
  const char *words = desk_wording_for_next_state (correction->state, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->move), words != NULL);
  if (words == NULL)
    return;
  gtk_button_set_label (self->move, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->move), "suggested-action");
  /* An action that has no target yet would be another. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->move), "s", correction->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->move), "win.move-correction");
}

/* What the menu offers is known by the state; the window does it, and can take it back. */
static void
show_deeds (DeskCorrectionCard *self, const BulCorrection *correction)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "correction.amend",
                                 bul_amender_can_amend (correction));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "correction.withdraw",
                                 correction->state != BUL_CORRECTION_WITHDRAWN);
}

static void
amend (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.amend-correction", "s",
                              DESK_CORRECTION_CARD (widget)->key);
}

static void
withdraw (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.withdraw-correction", "s",
                              DESK_CORRECTION_CARD (widget)->key);
}

static void
desk_correction_card_finalize (GObject *object)
{
  DeskCorrectionCard *self = DESK_CORRECTION_CARD (object);

  g_free (self->uid);
  g_free (self->key);
  g_free (self->notice_key);
  clear_texts (&self->notice);

  G_OBJECT_CLASS (desk_correction_card_parent_class)->finalize (object);
}

static void
desk_correction_card_class_init (DeskCorrectionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_correction_card_finalize;

  signals[WORDED]
      = g_signal_new ("worded", DESK_TYPE_CORRECTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "correction.amend", NULL, amend);
  gtk_widget_class_install_action (widget_class, "correction.withdraw", NULL, withdraw);

  g_type_ensure (DESK_TYPE_NOTICE_TEXT);
  g_type_ensure (DESK_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-correction-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, tag);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, error_class);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, state);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, more);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, deeds);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, words);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, was);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, now);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, place);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, people);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, page);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, on_air);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, move);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, texts);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskCorrectionCard, english);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, korean_worded_cb);
  gtk_widget_class_bind_template_callback (widget_class, english_worded_cb);
}

static void
desk_correction_card_init (DeskCorrectionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_late_menu_set (self->more, self->deeds);
}

GtkWidget *
desk_correction_card_new (void)
{
  return g_object_new (DESK_TYPE_CORRECTION_CARD, NULL);
}

void
desk_correction_card_show (DeskCorrectionCard *self,
                           const BulStory *story,
                           const BulCorrection *correction)
{
  const BulNotice *notice = bul_amender_find_notice (story, correction->key);
  g_autofree char *tag = desk_wording_dup_tag (correction->key);
  g_autofree char *place = describe_place (story, correction);
  g_autofree char *people = describe_people (correction);

  g_return_if_fail (DESK_IS_CORRECTION_CARD (self));

  if (g_strcmp0 (self->key, correction->key) != 0 || g_strcmp0 (self->uid, story->uid) != 0)
    {
      forget_typed (self);
      g_free (self->uid);
      self->uid = g_strdup (story->uid);
      g_free (self->key);
      self->key = g_strdup (correction->key);
    }
  gtk_label_set_label (self->tag, tag);
  gtk_label_set_label (self->error_class, desk_wording_for_class (correction->error_class));
  desk_state_pill_show (self->state, correction->state);
  show_words (self, correction);
  desk_label_set_text (self->reason, correction->reason);
  desk_label_set_text (self->place, place);
  desk_label_set_text (self->people, people);
  name_for_screen_reader (self, correction);

  show_move (self, correction);
  show_deeds (self, correction);
  gtk_widget_set_visible (GTK_WIDGET (self->page), notice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->on_air), notice != NULL);
  gtk_widget_set_visible (self->buttons,
                          notice != NULL || gtk_widget_get_visible (GTK_WIDGET (self->move)));
  take_texts (self, story, notice);
  show_texts (self);
}

void
desk_correction_card_settle (DeskCorrectionCard *self)
{
  g_return_if_fail (DESK_IS_CORRECTION_CARD (self));

  desk_notice_text_settle (self->korean);
  desk_notice_text_settle (self->english);
}

const char *
desk_correction_card_get_story (DeskCorrectionCard *self)
{
  g_return_val_if_fail (DESK_IS_CORRECTION_CARD (self), NULL);

  return self->uid;
}

const char *
desk_correction_card_get_key (DeskCorrectionCard *self)
{
  g_return_val_if_fail (DESK_IS_CORRECTION_CARD (self), NULL);

  return self->key;
}
