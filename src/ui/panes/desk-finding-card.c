/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-finding-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-finding-codes.h"
#include "bul-mojibake.h"
#include "desk-label.h"

/* So much of a line before and after the place that is meant, in characters. */
#define BEFORE 28
#define AFTER 60

struct _DeskFindingCard
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *severity;
  GtkLabel *place;
  GtkLabel *message;
  GtkLabel *words;
  GtkLabel *meaning;
  GtkLabel *remedy;
  GtkButton *repair;
  GtkButton *dismiss;

  char *code;
  char *block;
  char *repaired; /* how the line must have read; NULL: there is nothing to repair */
  BulRange range;
  gboolean dismissed;
};

enum
{
  DISMISS,
  REPAIR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFindingCard, desk_finding_card, GTK_TYPE_LIST_BOX_ROW)

/* Each has a sign and a word of its own: the colour is not needed. */
static const struct
{
  const char *word;
  const char *icon;
  const char *css_class;
} looks[] = {
  /* something to do */
  [BUL_SEVERITY_ERROR] = { NC_ ("finding", "Error"), "dialog-error-symbolic", "err" },
  [BUL_SEVERITY_WARNING] = { NC_ ("finding", "Warning"), "bd-finding-symbolic", "warn" },
  /* nothing to do */
  [BUL_SEVERITY_NOTE] = { NC_ ("finding", "Note"), "dialog-information-symbolic", "plain" },
};

static void
dismiss_clicked_cb (DeskFindingCard *self)
{
  g_signal_emit (self, signals[DISMISS], 0);
}

static void
repair_clicked_cb (DeskFindingCard *self)
{
  g_signal_emit (self, signals[REPAIR], 0);
}

static const BulBlock *
find_block (const BulStory *story, const BulFinding *finding)
{
  guint position;
  const BulScript *script
      = finding->block == NULL ? NULL : bul_story_find_block (story, finding->block, &position);

  return script == NULL ? NULL : script->blocks->pdata[position];
}

/* The words that are meant, with some of those around them. */
static char *
dup_words (const BulStory *story, const BulFinding *finding)
{
  const BulBlock *block = find_block (story, finding);
  const char *text;
  guint start;
  g_autofree char *slice = NULL;
  g_auto (GStrv) rows = NULL;
  g_autofree char *row = NULL;

  if (block == NULL)
    return g_strdup ("");
  text = block->text;
  start = finding->range.start <= BEFORE ? 0 : finding->range.start - BEFORE;
  slice = bul_chars_slice (text, start, finding->range.start + AFTER);
  rows = g_strsplit (slice, "\u2028", -1);
  row = g_strjoinv (" / ", rows);
  return g_strconcat (start > 0 ? "…" : "", row,
                      bul_chars_count (text) > finding->range.start + AFTER ? "…" : "", NULL);
}

static void
show_severity (DeskFindingCard *self, BulSeverity severity)
{
  const char *css_classes[] = { "finding-sign", looks[severity].css_class, NULL };

  gtk_image_set_from_icon_name (self->icon, looks[severity].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), css_classes);
  gtk_label_set_label (self->severity, g_dpgettext2 (NULL, "finding", looks[severity].word));
  gtk_widget_set_css_classes (GTK_WIDGET (self->severity), css_classes);
}

static void
show_place (DeskFindingCard *self, const BulFinding *finding, guint number)
{
  g_autofree char *line = finding->number == 0 ? g_strdup (_ ("whole story"))
                                               : g_strdup_printf (_ ("line %u"), finding->number);
  g_autofree char *numbered
      = number == 0 ? g_strdup (line) : g_strdup_printf ("%u · %s", number, line);

  gtk_label_set_label (self->place, numbered);
}

/* What was decoded wrongly may be put right, and is shown first. */
static void
show_remedy (DeskFindingCard *self, const BulStory *story, const BulFinding *finding)
{
  const BulBlock *block = find_block (story, finding);
  g_autofree char *words = NULL;

  g_clear_pointer (&self->repaired, g_free);
  if (block != NULL && g_str_equal (finding->code, "wrong-decoding"))
    self->repaired = bul_mojibake_repair (block->text, strlen (block->text), NULL);
  if (self->repaired != NULL)
    words = g_strdup_printf (_ ("It must have read: “%s”"), self->repaired);
  desk_label_set_text (self->remedy,
                       words != NULL ? words : _ (bul_finding_codes_find (finding->code)->remedy));
  gtk_widget_set_visible (GTK_WIDGET (self->repair), words != NULL && !finding->dismissed);
}

static void
show_dismissed (DeskFindingCard *self, gboolean dismissed)
{
  self->dismissed = dismissed;
  gtk_button_set_label (self->dismiss, dismissed ? _ ("Show Again") : _ ("Dismiss"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->dismiss),
                               dismissed ? NULL : _ ("Leave it as it is (Delete)"));
  if (dismissed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dismissed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dismissed");
}

static void
name_for_screen_reader (DeskFindingCard *self)
{
  g_autofree char *name
      = g_strdup_printf ("%s, %s. %s %s %s", gtk_label_get_label (self->severity),
                         gtk_label_get_label (self->place), gtk_label_get_label (self->message),
                         gtk_label_get_label (self->meaning), gtk_label_get_label (self->remedy));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->words), -1);
}

static void
set_string (char **place, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*place);
  *place = copy;
}

static void
desk_finding_card_finalize (GObject *object)
{
  DeskFindingCard *self = DESK_FINDING_CARD (object);

  g_free (self->code);
  g_free (self->block);
  g_free (self->repaired);

  G_OBJECT_CLASS (desk_finding_card_parent_class)->finalize (object);
}

static void
desk_finding_card_class_init (DeskFindingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_finding_card_finalize;

  signals[DISMISS] = g_signal_new ("dismiss", DESK_TYPE_FINDING_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REPAIR] = g_signal_new ("repair", DESK_TYPE_FINDING_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-finding-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, severity);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, place);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, message);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, words);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, meaning);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, remedy);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, repair);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingCard, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
}

static void
desk_finding_card_init (DeskFindingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_finding_card_new (void)
{
  return g_object_new (DESK_TYPE_FINDING_CARD, NULL);
}

void
desk_finding_card_show (DeskFindingCard *self,
                        const BulStory *story,
                        const BulFinding *finding,
                        guint number)
{
  const BulFindingCode *row = bul_finding_codes_find (finding->code);
  g_autofree char *words = dup_words (story, finding);

  g_return_if_fail (DESK_IS_FINDING_CARD (self) && row != NULL);

  set_string (&self->code, finding->code);
  set_string (&self->block, finding->block);
  self->range = finding->range;
  show_severity (self, row->severity);
  show_place (self, finding, number);
  /* Some say what it is about, such as the number that is missing. */
  desk_label_set_text (self->message, g_strcmp0 (finding->message, row->message) == 0
                                          ? _ (row->message)
                                          : finding->message);
  desk_label_set_text (self->words, words);
  desk_label_set_text (self->meaning, _ (row->meaning));
  gtk_widget_set_visible (GTK_WIDGET (self->meaning),
                          gtk_widget_has_css_class (GTK_WIDGET (self), "current"));
  show_remedy (self, story, finding);
  show_dismissed (self, finding->dismissed);
  name_for_screen_reader (self);
}

const char *
desk_finding_card_get_code (DeskFindingCard *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CARD (self), NULL);

  return self->code;
}

const char *
desk_finding_card_get_block (DeskFindingCard *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CARD (self), NULL);

  return self->block;
}

BulRange
desk_finding_card_get_range (DeskFindingCard *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CARD (self), ((BulRange){ 0, 0 }));

  return self->range;
}

void
desk_finding_card_set_current (DeskFindingCard *self, gboolean current)
{
  g_return_if_fail (DESK_IS_FINDING_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->meaning), current);
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

gboolean
desk_finding_card_get_dismissed (DeskFindingCard *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CARD (self), FALSE);

  return self->dismissed;
}

const char *
desk_finding_card_get_repaired (DeskFindingCard *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CARD (self), NULL);

  return self->repaired;
}
