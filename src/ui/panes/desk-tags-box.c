/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tags-box.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-normal.h"
#include "bul-tags.h"
#include "bul-vocabulary.h"
#include "desk-entry.h"
#include "desk-label.h"
#include "desk-word-tags.h"

/* More would push the notes out of sight. */
#define MOST_SUGGESTIONS 6

struct _DeskTagsBox
{
  GtkBox parent_instance;

  GtkFlowBox *tags;
  GtkLabel *none;
  DeskWordTags *word_tags;
  GtkLabel *words;
  GtkEntry *entry;
  GtkFlowBox *suggestions;
  GtkLabel *refusal;

  char **codes;              /* of the tags that are shown */
  BulVocabulary *vocabulary; /* NULL: the starter */
};

enum
{
  ADD,
  TAKE,
  GO_TO_WORDS,
  TAKE_FROM_WORDS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTagsBox, desk_tags_box, GTK_TYPE_BOX)

/* Tags are shown in the language of the window. */
static const char *
get_language (void)
{
  /* Translators: the code of your language, as the vocabulary of tags has it: en or ko. */
  return C_ ("vocabulary", "en");
}

static const BulVocabulary *
get_vocabulary (DeskTagsBox *self)
{
  return self->vocabulary != NULL ? self->vocabulary : bul_vocabulary_get_starter ();
}

static void
clear (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

/* The button has the focus, not the cell that the box puts around it. */
static void
append (GtkFlowBox *box, GtkWidget *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_flow_box_append (box, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
take_clicked_cb (GtkWidget *button, DeskTagsBox *self)
{
  g_signal_emit (self, signals[TAKE], 0, g_object_get_data (G_OBJECT (button), "code"));
}

static GtkWidget *
make_tag (DeskTagsBox *self, const char *code)
{
  g_autofree char *name = bul_tags_dup_name_in (get_vocabulary (self), code, get_language ());
  g_autofree char *spoken = g_strdup_printf (_ ("Take the tag “%s” away"), name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("bd-tag-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "tag-chip");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (take_clicked_cb), self);
  return button;
}

static void
suggestion_clicked_cb (GtkWidget *button, DeskTagsBox *self)
{
  g_signal_emit (self, signals[ADD], 0, gtk_button_get_label (GTK_BUTTON (button)));
  desk_tags_box_focus (self);
}

static gboolean
has_tag (DeskTagsBox *self, const char *code)
{
  return self->codes != NULL && g_strv_contains ((const char *const *) self->codes, code);
}

static gboolean
begins_with (const char *name, const char *folded)
{
  g_autofree char *other = bul_fold (name == NULL ? "" : name, -1);

  return g_str_has_prefix (other, folded);
}

static void
suggest (DeskTagsBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *folded = bul_fold (typed, -1);
  const GPtrArray *concepts = bul_vocabulary_get_concepts (get_vocabulary (self));
  guint n_shown = 0;

  clear (self->suggestions);
  for (guint i = 0; *folded != '\0' && i < concepts->len && n_shown < MOST_SUGGESTIONS; i++)
    {
      const BulConcept *concept = concepts->pdata[i];
      GtkWidget *button;

      if (has_tag (self, concept->code) || !bul_concept_is_current (concept)
          || (!begins_with (concept->english, folded) && !begins_with (concept->korean, folded)))
        continue;
      button = gtk_button_new_with_label (bul_concept_get_name (concept, get_language ()));
      gtk_widget_add_css_class (button, "quiet");
      g_signal_connect (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self);
      append (self->suggestions, button);
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), n_shown > 0);
}

static void
entry_changed_cb (DeskTagsBox *self)
{
  desk_label_set_text (self->refusal, NULL);
  suggest (self);
}

static void
entry_activated_cb (DeskTagsBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*typed != '\0')
    g_signal_emit (self, signals[ADD], 0, typed);
}

static void
word_go_cb (DeskTagsBox *self, const char *code)
{
  g_signal_emit (self, signals[GO_TO_WORDS], 0, code);
}

static void
word_take_cb (DeskTagsBox *self, const char *code)
{
  g_signal_emit (self, signals[TAKE_FROM_WORDS], 0, code);
}

static void
desk_tags_box_finalize (GObject *object)
{
  DeskTagsBox *self = DESK_TAGS_BOX (object);

  g_strfreev (self->codes);
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);

  G_OBJECT_CLASS (desk_tags_box_parent_class)->finalize (object);
}

static void
desk_tags_box_class_init (DeskTagsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_tags_box_finalize;

  signals[ADD] = g_signal_new ("add", DESK_TYPE_TAGS_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TAKE] = g_signal_new ("take", DESK_TYPE_TAGS_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GO_TO_WORDS] = g_signal_new ("go-to-words", DESK_TYPE_TAGS_BOX, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TAKE_FROM_WORDS] = g_signal_new ("take-from-words", DESK_TYPE_TAGS_BOX, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DESK_TYPE_WORD_TAGS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-tags-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, tags);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, none);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, word_tags);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, words);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, suggestions);
  gtk_widget_class_bind_template_child (widget_class, DeskTagsBox, refusal);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_take_cb);
}

static void
desk_tags_box_init (DeskTagsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char **
list_codes (const BulStory *story)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      if (tag->spans->len == 0 && tag->code != NULL)
        g_strv_builder_add (builder, tag->code);
    }
  return g_strv_builder_end (builder);
}

void
desk_tags_box_show (DeskTagsBox *self, const BulStory *story)
{
  g_auto (GStrv) codes = list_codes (story);

  g_return_if_fail (DESK_IS_TAGS_BOX (self));

  desk_word_tags_show (self->word_tags, story, get_vocabulary (self));
  if (self->codes != NULL
      && g_strv_equal ((const char *const *) codes, (const char *const *) self->codes))
    return;
  clear (self->tags);
  for (guint i = 0; codes[i] != NULL; i++)
    append (self->tags, make_tag (self, codes[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->tags), codes[0] != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->none), codes[0] == NULL);
  g_strfreev (self->codes);
  self->codes = g_steal_pointer (&codes);
  suggest (self);
}

void
desk_tags_box_set_vocabulary (DeskTagsBox *self, const BulVocabulary *vocabulary)
{
  g_return_if_fail (DESK_IS_TAGS_BOX (self) && vocabulary != NULL);

  /* Nobody loses the keys, or a press, where nothing is called otherwise. */
  if (bul_vocabulary_equal (get_vocabulary (self), vocabulary))
    return;
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);
  self->vocabulary = bul_vocabulary_copy (vocabulary);
  if (self->codes == NULL)
    return;
  clear (self->tags);
  for (guint i = 0; self->codes[i] != NULL; i++)
    append (self->tags, make_tag (self, self->codes[i]));
  suggest (self);
}

char *
desk_tags_box_dup_code (DeskTagsBox *self, const char *word)
{
  const BulConcept *concept;

  g_return_val_if_fail (DESK_IS_TAGS_BOX (self) && word != NULL, NULL);

  concept = bul_vocabulary_look_up (get_vocabulary (self), word);
  return concept != NULL ? g_strdup (concept->code) : bul_tags_dup_code (word);
}

void
desk_tags_box_tell (DeskTagsBox *self, const char *words)
{
  g_return_if_fail (DESK_IS_TAGS_BOX (self));

  if (words == NULL)
    desk_entry_set_text (self->entry, "");
  desk_label_set_text (self->refusal, words);
}

void
desk_tags_box_focus (DeskTagsBox *self)
{
  g_return_if_fail (DESK_IS_TAGS_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
desk_tags_box_set_words (DeskTagsBox *self, const char *words)
{
  g_autofree char *told = NULL;

  g_return_if_fail (DESK_IS_TAGS_BOX (self));

  /* Translators: %s is words of the story. */
  told = words == NULL ? NULL : g_strdup_printf (_ ("A tag for “%s”"), words);
  desk_label_set_text (self->words, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  told != NULL ? told : _ ("Add a tag"), -1);
}
