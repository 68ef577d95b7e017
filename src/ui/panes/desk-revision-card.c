/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-revision-card.h"

#include <glib/gi18n.h>

#include "bul-correction.h"
#include "bul-edit.h"
#include "bul-enum.h"
#include "bul-flow-revision.h"
#include "desk-label.h"
#include "desk-summary.h"
#include "desk-wording.h"

struct _DeskRevisionCard
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *summary;
  GtkWidget *aired;
  GtkLabel *people;
  GtkWidget *buttons;

  guint shown;
  gboolean is_current;
  gboolean is_now;
};

enum
{
  COMPARE,
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRevisionCard, desk_revision_card, GTK_TYPE_LIST_BOX_ROW)

static void
compare_clicked_cb (DeskRevisionCard *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static void
restore_clicked_cb (DeskRevisionCard *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

/* More corrections than these are not told one by one. */
#define MOST_TOLD 3

/* Of a correction that was raised or moved on; NULL: of none. */
static char *
dup_deed (const BulEdit *edit)
{
  g_autofree char *tag = NULL;
  guint state;

  if (edit->kind == BUL_EDIT_ADD && g_strcmp0 (edit->field, "corrections") == 0)
    {
      const BulCorrection *correction = edit->things->pdata[0];

      tag = desk_wording_dup_tag (correction->key);
      return g_strdup_printf ("%s %s", tag, correction->now);
    }
  if (edit->kind != BUL_EDIT_SET || edit->on == NULL || edit->on[0] != 'c'
      || g_strcmp0 (edit->field, "state") != 0
      || !bul_enum_from_word (bul_correction_state_words, edit->inserted, &state))
    return NULL;
  tag = desk_wording_dup_tag (edit->on);
  return g_strdup_printf ("%s %s", tag, desk_wording_for_correction_state (state));
}

/* Returns: (nullable): what became of which corrections. */
static char *
describe_corrections (const BulRevision *revision)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < revision->edits->len; i++)
    {
      g_autofree char *deed = dup_deed (revision->edits->pdata[i]);

      if (deed == NULL)
        continue;
      if (n++ == MOST_TOLD)
        {
          g_string_append (told, " …");
          break;
        }
      g_string_append_printf (told, "%s%s", n == 1 ? "" : " · ", deed);
    }
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&told), FALSE);
}

/* What its author said of it, or else how much it changed. */
static char *
describe (const BulRevision *revision)
{
  char *said = desk_summary_dup_words (revision->summary);
  BulFlowSize size;

  if (said == NULL)
    said = describe_corrections (revision);
  if (said != NULL)
    return said;
  if (revision->number == 1)
    return g_strdup (_ ("As it came"));
  size = bul_flow_measure_revision (revision);
  if (size.n_lines > 0)
    return g_strdup_printf (ngettext ("%u line changed", "%u lines changed", size.n_lines),
                            size.n_lines);
  if (size.n_records > 0)
    return g_strdup_printf (ngettext ("%u thing noted", "%u things noted", size.n_records),
                            size.n_records);
  return g_strdup (revision->edits->len > 0 ? _ ("Facts changed") : _ ("Nothing changed"));
}

static char *
describe_people (const BulRevision *revision)
{
  g_autofree char *when = desk_wording_dup_when (revision->at);

  if (revision->by == NULL || *revision->by == '\0')
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", when, revision->by);
}

/* The pill says already that it went on air; the line says when. */
static char *
describe_what (const BulRevision *revision)
{
  g_autofree char *when = NULL;

  if (!revision->aired || revision->aired_at == NULL)
    return describe (revision);
  when = desk_wording_dup_when (revision->aired_at);
  /* Translators: what went on air, and when: %s is such as “Today 22:46”. */
  return g_strdup_printf (_ ("On air: %s"), when);
}

static void
show_exact_time (DeskRevisionCard *self, const BulRevision *revision)
{
  g_autofree char *saved = desk_wording_dup_exact_time (revision->at);
  g_autofree char *aired
      = revision->aired_at == NULL ? NULL : desk_wording_dup_exact_time (revision->aired_at);
  g_autofree char *words = NULL;

  if (aired == NULL)
    words = g_strdup_printf (_ ("Saved %s"), saved);
  else
    words = g_strdup_printf (_ ("Saved %s, aired %s"), saved, aired);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->people), words);
}

static void
show_buttons (DeskRevisionCard *self)
{
  gtk_widget_set_visible (self->buttons, self->is_current && !self->is_now);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                               self->is_current, -1);
}

static void
name_for_screen_reader (DeskRevisionCard *self, const BulRevision *revision)
{
  g_autofree char *name
      = g_strdup_printf ("%s%s%s, %s, %s", gtk_label_get_label (self->number),
                         revision->aired ? ", " : "", revision->aired ? _ ("As aired") : "",
                         gtk_label_get_label (self->summary), gtk_label_get_label (self->people));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
desk_revision_card_class_init (DeskRevisionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[COMPARE] = g_signal_new ("compare", DESK_TYPE_REVISION_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTORE] = g_signal_new ("restore", DESK_TYPE_REVISION_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-revision-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRevisionCard, number);
  gtk_widget_class_bind_template_child (widget_class, DeskRevisionCard, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskRevisionCard, aired);
  gtk_widget_class_bind_template_child (widget_class, DeskRevisionCard, people);
  gtk_widget_class_bind_template_child (widget_class, DeskRevisionCard, buttons);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
desk_revision_card_init (DeskRevisionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_revision_card_new (void)
{
  return g_object_new (DESK_TYPE_REVISION_CARD, NULL);
}

void
desk_revision_card_show (DeskRevisionCard *self, const BulRevision *revision, gboolean is_now)
{
  /* Translators: the number of a revision. */
  g_autofree char *number = g_strdup_printf (_ ("r%u"), revision->number);
  g_autofree char *summary = describe_what (revision);
  g_autofree char *people = describe_people (revision);

  g_return_if_fail (DESK_IS_REVISION_CARD (self));

  self->shown = revision->number;
  self->is_now = is_now;
  gtk_label_set_label (self->number, number);
  desk_label_set_text (self->summary, summary);
  desk_label_set_text (self->people, people);
  gtk_widget_set_visible (self->aired, revision->aired);
  show_exact_time (self, revision);
  show_buttons (self);
  name_for_screen_reader (self, revision);
}

void
desk_revision_card_set_current (DeskRevisionCard *self, gboolean current)
{
  g_return_if_fail (DESK_IS_REVISION_CARD (self));

  self->is_current = current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  show_buttons (self);
}

guint
desk_revision_card_get_number (DeskRevisionCard *self)
{
  g_return_val_if_fail (DESK_IS_REVISION_CARD (self), 0);

  return self->shown;
}
