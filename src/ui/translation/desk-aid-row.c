/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-aid-row.h"

#include <glib/gi18n.h>

struct _DeskAidRow
{
  GtkButton parent_instance;

  GtkLabel *key;
  GtkLabel *share;
  GtkLabel *upper;
  GtkLabel *lower;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (DeskAidRow, desk_aid_row, GTK_TYPE_BUTTON)

static void
desk_aid_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_AID_ROW);
  G_OBJECT_CLASS (desk_aid_row_parent_class)->dispose (object);
}

static void
desk_aid_row_class_init (DeskAidRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_aid_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/translation/desk-aid-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAidRow, key);
  gtk_widget_class_bind_template_child (widget_class, DeskAidRow, share);
  gtk_widget_class_bind_template_child (widget_class, DeskAidRow, upper);
  gtk_widget_class_bind_template_child (widget_class, DeskAidRow, lower);
  gtk_widget_class_bind_template_child (widget_class, DeskAidRow, note);
}

static void
desk_aid_row_init (DeskAidRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Below the least that is shown there is nothing; the figure alone says little. */
static const char *
get_likeness (guint percent)
{
  if (percent == 100)
    /* Translators: how much a sentence of the memory is like the one that is translated. */
    return _ ("the same words");
  if (percent >= 95)
    return _ ("nearly the same");
  if (percent >= 75)
    return _ ("much the same");
  return _ ("alike in part");
}

/* What has to be put right once it is taken over. */
static char *
dup_warning (const BulFlowMatch *match)
{
  if (match->numbers_differ && match->names_differ)
    return g_strdup (_ ("⚠ Numbers and names differ"));
  if (match->numbers_differ)
    return g_strdup (_ ("⚠ Numbers differ"));
  return match->names_differ ? g_strdup (_ ("⚠ Names differ")) : NULL;
}

/* Where it comes from, and who said so when. */
static char *
dup_origin (const BulMemoryEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (entry->origin != NULL)
    g_strv_builder_add (builder, entry->origin);
  if (entry->by != NULL)
    g_strv_builder_add (builder, entry->by);
  if (entry->at != NULL && g_utf8_strlen (entry->at, -1) >= 10)
    {
      g_autofree char *day = g_strndup (entry->at, 10);

      g_strv_builder_add (builder, day);
    }
  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

static void
set_key (DeskAidRow *self, guint digit, const char *action, guint number)
{
  g_autofree char *key = digit == 0 ? NULL : g_strdup_printf ("Ctrl+%u", digit);

  gtk_label_set_label (self->key, key == NULL ? "" : key);
  gtk_widget_set_visible (GTK_WIDGET (self->key), key != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "u", number);
}

static void
set_name (DeskAidRow *self, const char *name, const char *tooltip)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

GtkWidget *
desk_aid_row_new_for_match (const BulFlowMatch *match, BulLanguage language, guint number)
{
  DeskAidRow *self = g_object_new (DESK_TYPE_AID_ROW, NULL);
  BulLanguage other = language == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  const char *was = bul_memory_entry_get_words (match->entry, language);
  const char *now = bul_memory_entry_get_words (match->entry, other);
  g_autofree char *share = g_strdup_printf (_ ("%u %%"), match->percent);
  g_autofree char *warning = dup_warning (match);
  g_autofree char *origin = dup_origin (match->entry);
  g_autofree char *note
      = g_strjoin (" · ", get_likeness (match->percent), warning == NULL ? origin : warning,
                   warning == NULL ? NULL : origin, NULL);
  g_autofree char *name = g_strjoin (". ", share, note, was, now, NULL);

  set_key (self, number, "win.insert-match", number);
  gtk_label_set_label (self->share, share);
  gtk_label_set_label (self->upper, was);
  gtk_label_set_label (self->lower, now);
  gtk_label_set_label (self->note, note);
  set_name (self, name, _ ("Put it into the translation"));
  return GTK_WIDGET (self);
}

void
desk_aid_row_set_chosen (DeskAidRow *self, gboolean chosen)
{
  g_return_if_fail (DESK_IS_AID_ROW (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen ? _ ("Chosen") : _ ("Put it into the translation"), -1);
}

static const char *
get_term_note (const BulFlowPairTerm *term)
{
  if (term->is_kept)
    return _ ("✓ kept");
  if (term->is_stray)
    /* Translators: a term of the translation that nothing in the original is. */
    return _ ("⚠ only in the translation");
  /* Translators: a term that the translation says otherwise. */
  return _ ("⚠ otherwise in the text");
}

GtkWidget *
desk_aid_row_new_for_term (const BulFlowPairTerm *term, guint number, gboolean has_other)
{
  DeskAidRow *self = g_object_new (DESK_TYPE_AID_ROW, NULL);
  guint digit = number > DESK_AID_TERMS ? 0 : DESK_AID_MATCHES + number;
  const char *note = !has_other ? "" : get_term_note (term);
  g_autofree char *both = g_strjoin (" → ", term->words, term->answer, NULL);
  g_autofree char *name = *note == '\0' ? g_strdup (both) : g_strjoin (". ", both, note, NULL);

  set_key (self, digit, "win.insert-term", number);
  gtk_widget_set_visible (GTK_WIDGET (self->share), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->upper), FALSE);
  gtk_label_set_label (self->lower, both);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  set_name (self, name, _ ("Put it in at the caret of the translation"));
  return GTK_WIDGET (self);
}
