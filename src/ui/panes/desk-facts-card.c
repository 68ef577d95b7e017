/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-facts-card.h"

#include <glib/gi18n.h>

#include "bul-facts.h"
#include "bul-source.h"
#include "desk-entry.h"
#include "desk-label.h"
#include "desk-wording.h"

struct _DeskFactsCard
{
  GtkBox parent_instance;

  GtkEntry *headline;
  GtkEntry *slug;
  GtkEntry *programme;
  GtkEntry *date;
  GtkWidget *likely_row;
  GtkLabel *likely;
  GtkDropDown *language;
  GtkLabel *house;
  GtkLabel *reporter;
  GtkLabel *source;
  GtkLabel *refusal;

  char *uid; /* of the story that is shown */
  char *shown[N_DESK_FACTS];
  char *likely_date; /* for a person to confirm, or NULL */
  gboolean is_showing;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFactsCard, desk_facts_card, GTK_TYPE_BOX)

/* In the order of the list; a language that is not among them has the last place. */
static const char *const languages[] = { NULL, "ko", "en" };

static GtkEntry *
get_entry (DeskFactsCard *self, DeskFact fact)
{
  GtkEntry *const entries[N_DESK_FACTS] = {
    [DESK_FACT_HEADLINE] = self->headline,
    [DESK_FACT_SLUG] = self->slug,
    [DESK_FACT_PROGRAMME] = self->programme,
    [DESK_FACT_DATE] = self->date,
  };

  return entries[fact];
}

static void
say (DeskFactsCard *self, DeskFact fact, const char *value)
{
  if (g_strcmp0 (value, self->shown[fact]) != 0)
    g_signal_emit (self, signals[SAID], 0, (guint) fact, value);
}

static void
say_entry (DeskFactsCard *self, GtkWidget *entry)
{
  for (DeskFact fact = 0; fact < N_DESK_FACTS; fact++)
    if (get_entry (self, fact) != NULL && GTK_WIDGET (get_entry (self, fact)) == entry)
      {
        const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

        say (self, fact, *text == '\0' ? NULL : text);
      }
}

static void
entry_activated_cb (DeskFactsCard *self, GtkEntry *entry)
{
  say_entry (self, GTK_WIDGET (entry));
}

static void
entry_left_cb (DeskFactsCard *self, GtkEventController *controller)
{
  say_entry (self, gtk_event_controller_get_widget (controller));
}

static void
language_chosen_cb (DeskFactsCard *self)
{
  guint chosen = gtk_drop_down_get_selected (self->language);

  if (!self->is_showing && chosen < G_N_ELEMENTS (languages))
    say (self, DESK_FACT_LANGUAGE, languages[chosen]);
}

static void
confirm_clicked_cb (DeskFactsCard *self)
{
  if (self->likely_date != NULL)
    say (self, DESK_FACT_DATE, self->likely_date);
}

static void
keep (char **place, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*place);
  *place = copy;
}

/* Hands that are at work in the entry are not disturbed. */
static void
show_entry (DeskFactsCard *self, DeskFact fact, const char *value, gboolean is_other)
{
  GtkEntry *entry = get_entry (self, fact);
  GtkWidget *typed = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  if (!is_other && g_strcmp0 (value, self->shown[fact]) == 0 && gtk_widget_has_focus (typed))
    return;
  keep (&self->shown[fact], value);
  desk_entry_set_text (entry, value == NULL ? "" : value);
}

static void
show_likely_date (DeskFactsCard *self, const BulStory *story)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->likely_date, g_free);
  if (story->bulletin_date == NULL)
    self->likely_date = bul_facts_dup_likely_date (story);
  gtk_widget_set_visible (self->likely_row, self->likely_date != NULL);
  if (self->likely_date == NULL)
    return;
  /* Translators: %s is a day such as 2025-06-12, for a person to confirm. */
  words = g_strdup_printf (_ ("The page says %s."), self->likely_date);
  desk_label_set_text (self->likely, words);
}

static void
show_language (DeskFactsCard *self, const char *language)
{
  const char *const names[] = { _ ("Not known"), _ ("Korean"), _ ("English"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  guint chosen = 0;

  if (gtk_drop_down_get_model (self->language) != NULL
      && g_strcmp0 (language, self->shown[DESK_FACT_LANGUAGE]) == 0)
    return;
  keep (&self->shown[DESK_FACT_LANGUAGE], language);
  while (chosen < G_N_ELEMENTS (languages) && g_strcmp0 (languages[chosen], language) != 0)
    chosen++;
  if (chosen == G_N_ELEMENTS (languages))
    gtk_string_list_append (list, language);
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->language, chosen);
  self->is_showing = FALSE;
}

static char *
dup_reporters (const BulStory *story, const char *language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];
      const BulSpeakerName *name = bul_speaker_get_name (speaker, language);

      if (speaker->role == BUL_SPEAKER_REPORTER && name != NULL && name->name != NULL
          && *name->name != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name->name);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dup_sources (const BulStory *story)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < story->sources->len; i++)
    {
      const BulSource *source = story->sources->pdata[i];

      g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? ", " : "",
                              source->path == NULL ? "" : source->path,
                              source->path == NULL || source->encoding == NULL ? "" : " · ",
                              source->encoding == NULL ? "" : source->encoding);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
show_told (GtkLabel *label, const char *words)
{
  gboolean is_told = words != NULL && *words != '\0';

  desk_label_set_text (label, is_told ? words : _ ("Not known"));
  if (is_told)
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim");
}

static void
desk_facts_card_finalize (GObject *object)
{
  DeskFactsCard *self = DESK_FACTS_CARD (object);

  g_free (self->uid);
  g_free (self->likely_date);
  for (DeskFact fact = 0; fact < N_DESK_FACTS; fact++)
    g_free (self->shown[fact]);

  G_OBJECT_CLASS (desk_facts_card_parent_class)->finalize (object);
}

static void
desk_facts_card_class_init (DeskFactsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_facts_card_finalize;

  signals[SAID] = g_signal_new ("said", DESK_TYPE_FACTS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-facts-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, slug);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, programme);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, date);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, likely_row);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, likely);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, language);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, house);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, reporter);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, source);
  gtk_widget_class_bind_template_child (widget_class, DeskFactsCard, refusal);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
desk_facts_card_init (DeskFactsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_facts_card_show (DeskFactsCard *self, const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);
  const char *language = script == NULL ? NULL : script->language;
  g_autofree char *reporters = dup_reporters (story, language);
  g_autofree char *sources = dup_sources (story);
  gboolean is_other;

  g_return_if_fail (DESK_IS_FACTS_CARD (self));

  is_other = g_strcmp0 (self->uid, story->uid) != 0;
  keep (&self->uid, story->uid);
  if (is_other)
    desk_facts_card_tell (self, NULL);
  show_entry (self, DESK_FACT_HEADLINE, bul_story_get_headline (story), is_other);
  show_entry (self, DESK_FACT_SLUG, story->slug, is_other);
  show_entry (self, DESK_FACT_PROGRAMME, story->programme, is_other);
  show_entry (self, DESK_FACT_DATE, story->bulletin_date, is_other);
  show_likely_date (self, story);
  show_language (self, language);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), script != NULL);
  show_told (self->house, bul_facts_get_house (story));
  show_told (self->reporter, reporters);
  show_told (self->source, sources);
}

void
desk_facts_card_tell (DeskFactsCard *self, const char *words)
{
  g_return_if_fail (DESK_IS_FACTS_CARD (self));

  desk_label_set_text (self->refusal, words);
}
