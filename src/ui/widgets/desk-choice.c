/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"

#define HIGHEST 360
#define WIDEST 28 /* characters of what is chosen */

struct _DeskChoice
{
  AdwBin parent_instance;

  char *title;
  GtkMenuButton *button;
  GtkLabel *title_label;
  GtkLabel *chosen_label;
  GtkPopover *popover;
  GtkListBox *list;
  GPtrArray *options; /* of DeskChoiceOption */
  char *key;
  char *label; /* of the key that is chosen */
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChoice, desk_choice, ADW_TYPE_BIN)

static void
option_free (gpointer data)
{
  DeskChoiceOption *option = data;

  g_free (option->key);
  g_free (option->label);
  g_free (option);
}

GPtrArray *
desk_choice_options_new (void)
{
  return g_ptr_array_new_with_free_func (option_free);
}

void
desk_choice_options_add (GPtrArray *options, const char *key, const char *label)
{
  DeskChoiceOption *option = g_new (DeskChoiceOption, 1);

  option->key = g_strdup (key);
  option->label = g_strdup (label);
  g_ptr_array_add (options, option);
}

static const DeskChoiceOption *
find_option (DeskChoice *self, const char *key)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const DeskChoiceOption *option = self->options->pdata[i];

      if (g_strcmp0 (option->key, key) == 0)
        return option;
    }
  return NULL;
}

static void
show_chosen (DeskChoice *self)
{
  const DeskChoiceOption *option = find_option (self, self->key);
  const char *label = option == NULL ? self->label : option->label;
  g_autofree char *words
      = g_strdup_printf ("%s: %s", self->title == NULL ? "" : self->title, label);

  gtk_label_set_text (self->title_label, self->title == NULL ? "" : self->title);
  gtk_label_set_text (self->chosen_label, label == NULL ? "" : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* The sign of what is chosen is seen, and said as well. */
static void
mark_rows (DeskChoice *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const DeskChoiceOption *option = self->options->pdata[i];
      GtkWidget *sign = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
      gboolean is_chosen = g_strcmp0 (option->key, self->key) == 0;

      gtk_widget_set_opacity (sign, is_chosen ? 1 : 0);
      gtk_accessible_update_state (
          GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
          is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (is_chosen)
        gtk_list_box_select_row (self->list, row);
    }
}

static void
add_row (DeskChoice *self, const DeskChoiceOption *option)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (option->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  option->label, -1);
  gtk_list_box_append (self->list, row);
}

static void
activated_cb (DeskChoice *self, GtkListBoxRow *row)
{
  const DeskChoiceOption *option = self->options->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *key = g_strdup (option->key);
  gboolean is_other = g_strcmp0 (key, self->key) != 0;

  gtk_popover_popdown (self->popover);
  desk_choice_choose (self, key, NULL);
  if (is_other)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* The arrows go on from what is chosen. */
static void
opened_cb (DeskChoice *self)
{
  GtkListBoxRow *row;

  mark_rows (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
desk_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskChoice *self = DESK_CHOICE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      show_chosen (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_choice_finalize (GObject *object)
{
  DeskChoice *self = DESK_CHOICE (object);

  g_free (self->title);
  g_free (self->key);
  g_free (self->label);
  g_ptr_array_unref (self->options);

  G_OBJECT_CLASS (desk_choice_parent_class)->finalize (object);
}

static void
desk_choice_class_init (DeskChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = desk_choice_set_property;
  object_class->finalize = desk_choice_finalize;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_popover (DeskChoice *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choices");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "propagate-natural-width", TRUE, "max-content-height", HIGHEST, "child", self->list,
                NULL);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_popover_set_child (self->popover, scroller);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (opened_cb), self);
  return GTK_WIDGET (self->popover);
}

static void
desk_choice_init (DeskChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->options = desk_choice_options_new ();
  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  self->chosen_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "choice-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen_label), "choice-chosen");
  gtk_label_set_ellipsize (self->chosen_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->chosen_label, WIDEST);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chosen_label));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
desk_choice_take_options (DeskChoice *self, GPtrArray *options)
{
  GtkListBoxRow *row;

  g_return_if_fail (DESK_IS_CHOICE (self) && options != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_unref (self->options);
  self->options = options;
  if (find_option (self, self->key) == NULL)
    desk_choice_options_add (self->options, self->key, self->label);
  for (guint i = 0; i < self->options->len; i++)
    add_row (self, self->options->pdata[i]);
  mark_rows (self);
  show_chosen (self);
}

void
desk_choice_choose (DeskChoice *self, const char *key, const char *label)
{
  const DeskChoiceOption *option;
  char *chosen_key;
  char *chosen_label;

  g_return_if_fail (DESK_IS_CHOICE (self));

  option = find_option (self, key);
  if (option == NULL)
    {
      desk_choice_options_add (self->options, key, label);
      option = self->options->pdata[self->options->len - 1];
      add_row (self, option);
    }
  chosen_key = g_strdup (option->key);
  chosen_label = g_strdup (option->label);
  g_free (self->key);
  g_free (self->label);
  self->key = chosen_key;
  self->label = chosen_label;
  mark_rows (self);
  show_chosen (self);
}

const char *
desk_choice_get_chosen (DeskChoice *self)
{
  g_return_val_if_fail (DESK_IS_CHOICE (self), NULL);

  return self->key;
}
