/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-word-tags.h"

#include <glib/gi18n.h>

#include "bul-span.h"
#include "bul-tag.h"

/* A tag and where it stands. */
typedef struct
{
  const char *code;
  const char *quote; /* of its first words */
  guint n;
} Row;

struct _DeskWordTags
{
  GtkBox parent_instance;

  GtkFlowBox *tags;
  char *shown; /* what the chips say, so that they are not made anew for nothing */
};

enum
{
  GO,
  TAKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWordTags, desk_word_tags, GTK_TYPE_BOX)

static void
desk_word_tags_finalize (GObject *object)
{
  g_free (DESK_WORD_TAGS (object)->shown);

  G_OBJECT_CLASS (desk_word_tags_parent_class)->finalize (object);
}

static void
desk_word_tags_class_init (DeskWordTagsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_word_tags_finalize;

  signals[GO] = g_signal_new ("go", DESK_TYPE_WORD_TAGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TAKE] = g_signal_new ("take", DESK_TYPE_WORD_TAGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-word-tags.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWordTags, tags);
}

static void
desk_word_tags_init (DeskWordTags *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- the chips */

static const char *
get_code (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "code");
}

static void
go_clicked_cb (DeskWordTags *self, GtkWidget *button)
{
  g_signal_emit (self, signals[GO], 0, get_code (button));
}

/* The button goes with its tag. */
static void
take_clicked_cb (DeskWordTags *self, GtkWidget *button)
{
  g_autofree char *code = g_strdup (get_code (button));

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
  g_signal_emit (self, signals[TAKE], 0, code);
}

static void
append_button (DeskWordTags *self,
               GtkBox *chip,
               GtkWidget *child,
               const char *spoken,
               const char *code,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "tag-chip");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (chip, button);
}

static GtkWidget *
make_label (const char *name, guint n)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *words = n > 1 ? g_strdup_printf ("%s %u", name, n) : g_strdup (name);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("bd-tag-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  return content;
}

static void
append_chip (DeskWordTags *self, const Row *row, const char *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *go
      = g_strdup_printf (ngettext ("“%s”, on %u place in the script. Go there.",
                                   "“%s”, on %u places in the script. Go to the next.", row->n),
                         name, row->n);
  g_autofree char *take = g_strdup_printf (_ ("Take the tag “%s” from the words"), name);

  gtk_widget_add_css_class (chip, "linked");
  append_button (self, GTK_BOX (chip), make_label (name, row->n), go, row->code,
                 G_CALLBACK (go_clicked_cb));
  append_button (self, GTK_BOX (chip), gtk_image_new_from_icon_name ("window-close-symbolic"), take,
                 row->code, G_CALLBACK (take_clicked_cb));
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_flow_box_append (self->tags, chip);
  /* The buttons have the focus, not the cell around them. */
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
}

static Row *
find_row (GArray *rows, const char *code)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (g_array_index (rows, Row, i).code, code))
      return &g_array_index (rows, Row, i);
  return NULL;
}

static GArray *
list_rows (const BulStory *story)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];
      const BulSpan *span = tag->spans->len == 0 ? NULL : tag->spans->pdata[0];
      Row *there = tag->code == NULL ? NULL : find_row (rows, tag->code);

      if (span == NULL || tag->code == NULL)
        continue;
      if (there != NULL)
        there->n++;
      else
        g_array_append_vals (rows, &(Row){ tag->code, span->quote, 1 }, 1);
    }
  return rows;
}

static char *
dup_name (const Row *row, const BulVocabulary *names)
{
  const BulConcept *concept = bul_vocabulary_resolve (names, row->code);

  /* Translators: the code of your language, as the vocabulary of tags has it: en or ko. */
  return g_strdup (concept == NULL ? row->quote
                                   : bul_concept_get_name (concept, C_ ("vocabulary", "en")));
}

void
desk_word_tags_show (DeskWordTags *self, const BulStory *story, const BulVocabulary *names)
{
  g_autoptr (GArray) rows = list_rows (story);
  g_autoptr (GPtrArray) called = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkWidget *child;

  g_return_if_fail (DESK_IS_WORD_TAGS (self));

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      g_ptr_array_add (called, dup_name (row, names));
      g_string_append_printf (shown, "%s\n%s\n%u\n", row->code, (char *) called->pdata[i], row->n);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    gtk_flow_box_remove (self->tags, child);
  for (guint i = 0; i < rows->len; i++)
    append_chip (self, &g_array_index (rows, Row, i), called->pdata[i]);
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&shown), FALSE);
}
