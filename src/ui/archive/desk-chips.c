/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chips.h"

#include <glib/gi18n.h>

#include "bul-enum.h"
#include "bul-tags.h"
#include "desk-wording.h"
#include "desk-wrap.h"

struct _DeskChips
{
  GtkWidget parent_instance;
};

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChips, desk_chips, GTK_TYPE_WIDGET)

static const char *const kinds[] = {
  [BUL_QUERY_SPEAKER] = N_ ("speaker"),     [BUL_QUERY_TAG] = N_ ("tag"),
  [BUL_QUERY_PROGRAMME] = N_ ("programme"), [BUL_QUERY_LANGUAGE] = N_ ("language"),
  [BUL_QUERY_STATE] = N_ ("state"),         [BUL_QUERY_HAS] = N_ ("has"),
  [BUL_QUERY_DATE] = N_ ("date"),
};

const char *
desk_chips_get_kind (const BulQueryPart *part)
{
  switch (part->node->type)
    {
    case BUL_QUERY_FIELD:
      return _ (kinds[part->node->field]);
    case BUL_QUERY_PHRASE:
      return _ ("exactly");
    case BUL_QUERY_NONE:
      /* Translators: of a part of a query that says nothing. */
      return _ ("left out");
    default:
      return _ ("text");
    }
}

static const char *
get_state (const char *typed)
{
  for (guint state = 0; bul_story_state_words[state] != BUL_ENUM_END; state++)
    if (bul_story_state_words[state] != NULL
        && bul_query_field_matches (BUL_QUERY_STATE, typed, bul_story_state_words[state]))
      return desk_wording_for_story_state (state);
  return typed;
}

static const char *
get_language (const char *typed)
{
  static const char *const languages[] = { "ko", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (bul_query_field_matches (BUL_QUERY_LANGUAGE, typed, languages[i]))
      return desk_wording_for_language (languages[i]);
  return typed;
}

static const char *
get_words (const BulQueryNode *node)
{
  if (node->type != BUL_QUERY_FIELD)
    return node->text;
  switch (node->field)
    {
    case BUL_QUERY_STATE:
      return get_state (node->text);
    case BUL_QUERY_LANGUAGE:
      return get_language (node->text);
    case BUL_QUERY_HAS:
      return bul_query_field_matches (BUL_QUERY_HAS, node->text, "correction") ? _ ("corrections")
                                                                               : node->text;
    default:
      return node->text;
    }
}

char *
desk_chips_dup_words (const BulQueryPart *part)
{
  const BulQueryNode *node = part->node;
  gboolean is_tag = node->type == BUL_QUERY_FIELD && node->field == BUL_QUERY_TAG;
  g_autofree char *words = is_tag ? bul_tags_dup_name (node->text, C_ ("vocabulary", "en"))
                                  : g_strdup (get_words (node));

  /* Translators: stories that have nothing of this. */
  return part->negated ? g_strdup_printf (_ ("not %s"), words) : g_strdup (words);
}

static void
close_cb (DeskChips *self, GtkWidget *button)
{
  guint start = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "start"));
  guint end = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "end"));

  g_signal_emit (self, signals[REMOVED], 0, start, end);
}

static GtkWidget *
make_button (DeskChips *self, const BulQueryPart *part, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: takes a part out of a query. */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), words);

  g_object_set_data (G_OBJECT (button), "start", GUINT_TO_POINTER (part->node->range.start));
  g_object_set_data (G_OBJECT (button), "end", GUINT_TO_POINTER (part->node->range.end));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_cb), self);
  return button;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_chip (DeskChips *self, const BulQueryPart *part)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *words = desk_chips_dup_words (part);

  gtk_widget_add_css_class (chip, "chipq");
  if (part->node->type == BUL_QUERY_NONE)
    gtk_widget_add_css_class (chip, "none");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  /* Translators: between two things of which stories that are looked for have one. */
  if (part->is_other)
    gtk_box_append (GTK_BOX (chip), make_label (C_ ("query", "or"), "kind"));
  gtk_box_append (GTK_BOX (chip), make_label (desk_chips_get_kind (part), "kind"));
  gtk_box_append (GTK_BOX (chip), make_label (words, "words"));
  gtk_box_append (GTK_BOX (chip), make_button (self, part, words));
  return chip;
}

void
desk_chips_show (DeskChips *self, const BulQuery *query)
{
  g_autoptr (GArray) parts = NULL;
  GtkWidget *child;

  g_return_if_fail (DESK_IS_CHIPS (self) && query != NULL);

  parts = bul_query_list_parts (query);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < parts->len; i++)
    gtk_widget_set_parent (make_chip (self, &g_array_index (parts, BulQueryPart, i)),
                           GTK_WIDGET (self));
}

static void
desk_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_chips_parent_class)->dispose (object);
}

static void
desk_chips_class_init (DeskChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_chips_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[REMOVED] = g_signal_new ("removed", DESK_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
desk_chips_init (DeskChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), desk_wrap_new (6, 4));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is looked for"), -1);
}
