/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-facets.h"

#include <glib/gi18n.h>

#include "bul-enum.h"
#include "bul-search-facets.h"
#include "bul-tags.h"
#include "bul-vocabulary.h"
#include "desk-months.h"
#include "desk-query-text.h"
#include "desk-wording.h"

/* So many values of a field are shown before the others are asked for, and then. */
#define FEW 5
#define MANY 200

/* What is shown of a field, in this order. */
static const struct
{
  BulQueryField field;
  const char *title;
  const char *all; /* %u is how many; NULL where there are never many */
} fields[] = {
  { BUL_QUERY_PROGRAMME, N_ ("Programme"), N_ ("All %u programmes…") },
  { BUL_QUERY_DATE, N_ ("Month"), NULL },
  { BUL_QUERY_SPEAKER, N_ ("Speaker"), N_ ("All %u speakers…") },
  { BUL_QUERY_TAG, N_ ("Tag"), N_ ("All %u tags…") },
  { BUL_QUERY_HAS, N_ ("Correction"), NULL },
  { BUL_QUERY_STATE, N_ ("State"), NULL },
  { BUL_QUERY_LANGUAGE, N_ ("Language"), NULL },
};

typedef struct
{
  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *more;
  gboolean is_open;
} Group;

struct _DeskFacets
{
  AdwBin parent_instance;

  GtkWidget *groups;
  DeskSavedList *saved;
  DeskMonths *months;
  GtkLabel *first_month;
  GtkLabel *last_month;

  Group group[G_N_ELEMENTS (fields)];
  char *text;
  GPtrArray *facets;
  BulVocabulary *vocabulary; /* NULL: the starter */
  gboolean is_showing;
};

enum
{
  TOGGLED,
  DATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFacets, desk_facets, ADW_TYPE_BIN)

static const BulVocabulary *
get_vocabulary (DeskFacets *self)
{
  return self->vocabulary != NULL ? self->vocabulary : bul_vocabulary_get_starter ();
}

static char *
dup_label (DeskFacets *self, BulQueryField field, const char *value)
{
  guint state;

  switch (field)
    {
    case BUL_QUERY_TAG:
      return bul_tags_dup_name_in (get_vocabulary (self), value, C_ ("vocabulary", "en"));
    case BUL_QUERY_LANGUAGE:
      return g_strdup (desk_wording_for_language (value));
    case BUL_QUERY_STATE:
      return g_strdup (bul_enum_from_word (bul_story_state_words, value, &state)
                           ? desk_wording_for_story_state (state)
                           : value);
    case BUL_QUERY_HAS:
      return g_strdup (g_str_equal (value, "correction") ? _ ("With corrections") : value);
    default:
      return g_strdup (value);
    }
}

static void
toggled_cb (DeskFacets *self, GtkWidget *check)
{
  BulQueryField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "field"));
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (check), "value"));

  if (!self->is_showing)
    g_signal_emit (self, signals[TOGGLED], 0, (guint) field, value);
}

static GtkWidget *
make_row (DeskFacets *self, BulQueryField field)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "small");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), row);
  gtk_widget_add_css_class (check, "facet");
  g_object_set_data (G_OBJECT (check), "field", GUINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (check), "label", label);
  g_object_set_data (G_OBJECT (check), "count", count);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

static void
fill_row (DeskFacets *self, GtkWidget *check, const BulSearchFacet *facet)
{
  g_autofree char *label = dup_label (self, facet->field, facet->value);
  g_autofree char *count = g_strdup_printf ("%u", facet->n);
  /* Translators: read aloud: what stories are sorted by, and how many there are. */
  g_autofree char *name
      = g_strdup_printf (ngettext ("%s: %u story", "%s: %u stories", facet->n), label, facet->n);

  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (facet->value), g_free);
  gtk_label_set_text (g_object_get_data (G_OBJECT (check), "label"), label);
  gtk_label_set_text (g_object_get_data (G_OBJECT (check), "count"), count);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               desk_query_text_has (self->text, facet->field, facet->value));
}

/* What is asked for comes first, so that it is seen. */
static GPtrArray *
list_facets (DeskFacets *self, BulQueryField field)
{
  GPtrArray *listed = g_ptr_array_new ();
  guint n_asked = 0;

  for (guint i = 0; i < self->facets->len; i++)
    {
      BulSearchFacet *facet = self->facets->pdata[i];

      if (facet->field != field)
        continue;
      if (desk_query_text_has (self->text, field, facet->value))
        g_ptr_array_insert (listed, (int) n_asked++, facet);
      else
        g_ptr_array_add (listed, facet);
    }
  return listed;
}

static void
trim_rows (GtkWidget *rows, guint n)
{
  guint i = 0;
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (i++ >= n)
        gtk_box_remove (GTK_BOX (rows), row);
    }
}

static GtkWidget *
find_row (GtkWidget *rows, const char *value)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "value"), value) == 0)
      return row;
  return NULL;
}

/* The value that has the focus, in a group. */
static char *
dup_focused (DeskFacets *self, const Group *group)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_get_parent (focus) == group->rows
             ? g_strdup (g_object_get_data (G_OBJECT (focus), "value"))
             : NULL;
}

static void
show_more (Group *group, guint n, const char *all)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (group->more, n > FEW);
  if (n <= FEW || all == NULL)
    return;
  words = group->is_open ? g_strdup (_ ("Fewer")) : g_strdup_printf (_ (all), n);
  gtk_button_set_label (GTK_BUTTON (group->more), words);
}

/* Of which only those that most have were told. */
static guint
count_values (const GPtrArray *facets)
{
  return facets->len == 0 ? 0 : ((const BulSearchFacet *) facets->pdata[0])->n_values;
}

static void
show_group (DeskFacets *self, guint i)
{
  Group *group = &self->group[i];
  g_autoptr (GPtrArray) facets = list_facets (self, fields[i].field);
  guint n = MIN (facets->len, group->is_open || fields[i].all == NULL ? MANY : FEW);
  g_autofree char *focused = dup_focused (self, group);
  GtkWidget *row = gtk_widget_get_first_child (group->rows);

  for (guint j = 0; j < n; j++)
    {
      if (row == NULL)
        {
          row = make_row (self, fields[i].field);
          gtk_box_append (GTK_BOX (group->rows), row);
        }
      fill_row (self, row, facets->pdata[j]);
      row = gtk_widget_get_next_sibling (row);
    }
  trim_rows (group->rows, n);
  show_more (group, fields[i].all == NULL ? 0 : count_values (facets), fields[i].all);
  gtk_widget_set_visible (group->box, facets->len > 0);
  if (focused != NULL && find_row (group->rows, focused) != NULL)
    gtk_widget_grab_focus (find_row (group->rows, focused));
}

static void
show_chosen (DeskFacets *self)
{
  g_autoptr (BulQuery) query = bul_query_new (self->text, 0);
  g_autoptr (GArray) parts = bul_query_list_parts (query);

  desk_months_set_chosen (self->months, 0, 0);
  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryPart *part = &g_array_index (parts, BulQueryPart, i);

      if (part->node->type == BUL_QUERY_FIELD && part->node->field == BUL_QUERY_DATE
          && !part->negated)
        desk_months_set_chosen (self->months, part->node->first_day, part->node->last_day);
    }
}

static void
show_months (DeskFacets *self, guint i)
{
  guint n;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  desk_months_set (self->months, self->facets);
  show_chosen (self);
  n = desk_months_get_n_bars (self->months);
  gtk_widget_set_visible (self->group[i].box, n > 0);
  if (n == 0)
    return;
  first = desk_months_dup_value (self->months, 0);
  last = desk_months_dup_value (self->months, n - 1);
  gtk_label_set_text (self->first_month, first);
  gtk_label_set_text (self->last_month, n > 1 ? last : "");
}

static void
refresh (DeskFacets *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].field == BUL_QUERY_DATE)
        show_months (self, i);
      else
        show_group (self, i);
    }
  self->is_showing = FALSE;
}

void
desk_facets_show (DeskFacets *self, const char *text, GPtrArray *facets)
{
  g_return_if_fail (DESK_IS_FACETS (self) && text != NULL && facets != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  g_ptr_array_ref (facets);
  g_ptr_array_unref (self->facets);
  self->facets = facets;
  refresh (self);
}

void
desk_facets_set_vocabulary (DeskFacets *self, const BulVocabulary *vocabulary)
{
  g_return_if_fail (DESK_IS_FACETS (self) && vocabulary != NULL);

  /* Nobody loses the keys where nothing is called otherwise. */
  if (bul_vocabulary_equal (get_vocabulary (self), vocabulary))
    return;
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);
  self->vocabulary = bul_vocabulary_copy (vocabulary);
  if (self->text != NULL)
    refresh (self);
}

DeskSavedList *
desk_facets_get_saved (DeskFacets *self)
{
  g_return_val_if_fail (DESK_IS_FACETS (self), NULL);

  return self->saved;
}

static void
more_cb (DeskFacets *self, GtkWidget *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->group[i].more == button)
      self->group[i].is_open = !self->group[i].is_open;
  refresh (self);
}

static void
chosen_cb (DeskFacets *self, const char *value)
{
  g_signal_emit (self, signals[DATED], 0, value);
}

static void
add_months (DeskFacets *self, GtkBox *box)
{
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->months = g_object_new (DESK_TYPE_MONTHS, NULL);
  self->first_month = GTK_LABEL (gtk_label_new (NULL));
  self->last_month = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->first_month), TRUE);
  gtk_label_set_xalign (self->first_month, 0);
  gtk_widget_add_css_class (ends, "dim");
  gtk_widget_add_css_class (ends, "small");
  gtk_widget_add_css_class (ends, "numeric");
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (self->first_month));
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (self->last_month));
  gtk_box_append (box, GTK_WIDGET (self->months));
  gtk_box_append (box, ends);
  g_signal_connect_swapped (self->months, "chosen", G_CALLBACK (chosen_cb), self);
}

static void
add_group (DeskFacets *self, guint i)
{
  Group *group = &self->group[i];
  GtkWidget *title = gtk_label_new (_ (fields[i].title));

  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  group->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  group->more = gtk_button_new_with_label ("");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "group");
  gtk_widget_add_css_class (group->more, "flat");
  gtk_widget_add_css_class (group->more, "facet-more");
  gtk_widget_set_halign (group->more, GTK_ALIGN_START);
  gtk_widget_set_visible (group->more, FALSE);
  gtk_widget_set_visible (group->box, FALSE);
  gtk_box_append (GTK_BOX (group->box), title);
  if (fields[i].field == BUL_QUERY_DATE)
    add_months (self, GTK_BOX (group->box));
  gtk_box_append (GTK_BOX (group->box), group->rows);
  gtk_box_append (GTK_BOX (group->box), group->more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (fields[i].title), -1);
  g_signal_connect_swapped (group->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (self->groups), group->box);
}

static void
desk_facets_finalize (GObject *object)
{
  DeskFacets *self = DESK_FACETS (object);

  g_free (self->text);
  g_ptr_array_unref (self->facets);
  g_clear_pointer (&self->vocabulary, bul_vocabulary_free);

  G_OBJECT_CLASS (desk_facets_parent_class)->finalize (object);
}

static void
desk_facets_class_init (DeskFacetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_facets_finalize;
  g_type_ensure (DESK_TYPE_SAVED_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-facets.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFacets, groups);
  gtk_widget_class_bind_template_child (widget_class, DeskFacets, saved);
  signals[TOGGLED] = g_signal_new ("toggled", DESK_TYPE_FACETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[DATED] = g_signal_new ("dated", DESK_TYPE_FACETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_facets_init (DeskFacets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  self->facets = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_group (self, i);
}
