/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-choices.h"

#include <glib/gi18n.h>

#include "desk-choice.h"
#include "desk-wording.h"
#include "desk-wrap.h"

typedef enum
{
  PERIOD,
  PROGRAMME,
  CLASS,
  STATE,
  BY,
  N_CHOICES,
} Which;

static const char *const titles[N_CHOICES] = {
  [PERIOD] = N_ ("Air date"), [PROGRAMME] = N_ ("Programme"),  [CLASS] = N_ ("Class"),
  [STATE] = N_ ("State"),     [BY] = NC_ ("correction", "By"),
};

struct _DeskRegisterChoices
{
  GtkWidget parent_instance;

  DeskChoice *choices[N_CHOICES];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRegisterChoices, desk_register_choices, GTK_TYPE_WIDGET)

static void
chosen_cb (DeskRegisterChoices *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
desk_register_choices_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_register_choices_parent_class)->dispose (object);
}

static void
desk_register_choices_class_init (DeskRegisterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_register_choices_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_REGISTER_CHOICES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static const char *
get_word_for_all (Which which)
{
  return which == BY ? _ ("anyone") : C_ ("filter", "all");
}

static GPtrArray *
make_options (Which which)
{
  GPtrArray *options = desk_choice_options_new ();

  desk_choice_options_add (options, NULL, get_word_for_all (which));
  return options;
}

static void
add_number (GPtrArray *options, guint number, const char *label)
{
  g_autofree char *key = g_strdup_printf ("%u", number);

  desk_choice_options_add (options, key, label);
}

static GPtrArray *
list_classes (void)
{
  GPtrArray *options = make_options (CLASS);

  for (guint i = 1; i <= BUL_CLASS_OTHER; i++)
    add_number (options, i, desk_wording_for_class (i));
  add_number (options, DESK_REGISTER_NOTICES, _ ("Notice alone"));
  return options;
}

static GPtrArray *
list_states (void)
{
  GPtrArray *options = make_options (STATE);

  add_number (options, DESK_REGISTER_OPEN, C_ ("filter", "open"));
  for (guint i = BUL_CORRECTION_DRAFT; i <= BUL_CORRECTION_WITHDRAWN; i++)
    add_number (options, i, desk_wording_for_correction_state (i));
  return options;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static const char *
get_programme (const BulRegisterRow *row)
{
  return row->programme;
}

static const char *
get_by (const BulRegisterRow *row)
{
  return row->by;
}

/* Each that there is once, by the alphabet. */
static GPtrArray *
list_words (const GPtrArray *rows, Which which, const char *(*get) (const BulRegisterRow *row))
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GPtrArray *options = make_options (which);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *word = get (rows->pdata[i]);

      if (word != NULL && *word != '\0' && g_hash_table_add (seen, (gpointer) word))
        g_ptr_array_add (words, (gpointer) word);
    }
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    desk_choice_options_add (options, words->pdata[i], words->pdata[i]);
  return options;
}

static void
desk_register_choices_init (DeskRegisterChoices *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), desk_wrap_new (6, 6));
  for (guint i = 0; i < N_CHOICES; i++)
    {
      const char *title = i == BY ? g_dpgettext2 (NULL, "correction", titles[i]) : _ (titles[i]);

      self->choices[i] = g_object_new (DESK_TYPE_CHOICE, "title", title, NULL);
      desk_choice_take_options (self->choices[i], make_options (i));
      gtk_widget_set_parent (GTK_WIDGET (self->choices[i]), GTK_WIDGET (self));
      g_signal_connect_swapped (self->choices[i], "chosen", G_CALLBACK (chosen_cb), self);
    }
  desk_choice_take_options (self->choices[CLASS], list_classes ());
  desk_choice_take_options (self->choices[STATE], list_states ());
}

void
desk_register_choices_show (DeskRegisterChoices *self, const GPtrArray *rows, const char *today)
{
  g_return_if_fail (DESK_IS_REGISTER_CHOICES (self) && rows != NULL && today != NULL);

  desk_choice_take_options (self->choices[PERIOD], desk_register_filter_list_periods (today));
  desk_choice_take_options (self->choices[PROGRAMME], list_words (rows, PROGRAMME, get_programme));
  desk_choice_take_options (self->choices[BY], list_words (rows, BY, get_by));
}

static guint
read_number (DeskRegisterChoices *self, Which which)
{
  const char *key = desk_choice_get_chosen (self->choices[which]);

  return key == NULL ? 0 : (guint) g_ascii_strtoull (key, NULL, 10);
}

static void
set_word (char **word, DeskRegisterChoices *self, Which which)
{
  g_free (*word);
  *word = g_strdup (desk_choice_get_chosen (self->choices[which]));
}

void
desk_register_choices_read (DeskRegisterChoices *self, DeskRegisterFilter *filter)
{
  g_return_if_fail (DESK_IS_REGISTER_CHOICES (self) && filter != NULL);

  set_word (&filter->period, self, PERIOD);
  set_word (&filter->programme, self, PROGRAMME);
  set_word (&filter->by, self, BY);
  filter->error_class = read_number (self, CLASS);
  filter->state = read_number (self, STATE);
}

void
desk_register_choices_clear (DeskRegisterChoices *self)
{
  g_return_if_fail (DESK_IS_REGISTER_CHOICES (self));

  for (guint i = 0; i < N_CHOICES; i++)
    desk_choice_choose (self->choices[i], NULL, get_word_for_all (i));
}

void
desk_register_choices_choose (DeskRegisterChoices *self, const char *month, guint error_class)
{
  g_autofree char *period = NULL;
  g_autofree char *number = NULL;

  g_return_if_fail (DESK_IS_REGISTER_CHOICES (self) && month != NULL);

  period = desk_register_filter_dup_month (month);
  number = g_strdup_printf ("%u", error_class == 0 ? DESK_REGISTER_NOTICES : error_class);
  if (period != NULL)
    desk_choice_choose (self->choices[PERIOD], period, month);
  desk_choice_choose (self->choices[CLASS], number, NULL);
}
