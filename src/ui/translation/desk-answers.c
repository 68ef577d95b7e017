/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-answers.h"

#include <glib/gi18n.h>

#include "desk-box.h"
#include "desk-link-signs.h"

/* What is shown holds no more, whatever comes next. */
#define UNKNOWN -2

struct _DeskAnswers
{
  GtkBox parent_instance;

  DeskAnswersKeys get_keys;
  gpointer data;
  int shown; /* a DeskLinkLook, -1 for no pair, or UNKNOWN */
};

G_DEFINE_FINAL_TYPE (DeskAnswers, desk_answers, GTK_TYPE_BOX)

#define MOST 3

typedef struct
{
  const char *action;
  const char *words;
} Answer;

/* What is nearest at hand comes first. A stale pair is asked about in words of its own. */
static const Answer answers[][MOST] = {
  [DESK_LINK_CONFIRMED]
  = { { "win.unlink-pair", N_ ("Unlink") }, { "win.split-pair", N_ ("Split at Caret") } },
  [DESK_LINK_AUTOMATIC]
  = { { "win.accept", N_ ("Confirm") }, { "win.unlink-pair", N_ ("Unlink") } },
  [DESK_LINK_DOUBTFUL] = { { "win.accept", N_ ("Confirm") },
                           { "win.unlink-pair", N_ ("Unlink") },
                           { "win.take-from-next", N_ ("Take Next Sentence") } },
  [DESK_LINK_STALE] = { { "win.unlink-pair", N_ ("Unlink") } },
  [DESK_LINK_ALONE]
  = { { "win.accept", N_ ("So Intended") }, { "win.join-pairs", N_ ("Join with Next") } },
  [DESK_LINK_ALONE_CONFIRMED] = { { "win.join-pairs", N_ ("Join with Next") } },
};

static void
desk_answers_class_init (DeskAnswersClass *klass)
{
}

static void
desk_answers_init (DeskAnswers *self)
{
  self->shown = -1;
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

char *
desk_answers_dup_key (const char *key)
{
  static const struct
  {
    const char *name;
    const char *words;
  } names[] = {
    { "<Control>", "Ctrl+" }, { "<Alt>", "Alt+" },          { "<Shift>", "Shift+" },
    { "Return", "Enter" },    { "Page_Down", "Page Down" }, { "Page_Up", "Page Up" },
  };
  g_autoptr (GString) words = g_string_new (key);
  gsize last;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (words, names[i].name, names[i].words, 0);
  last = words->len - 1;
  if (words->len > 1 && words->str[last - 1] == '+')
    words->str[last] = g_ascii_toupper (words->str[last]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
make_answer (DeskAnswers *self, const Answer *answer)
{
  const char *const *keys = self->get_keys (answer->action, self->data);
  g_autofree char *key = keys[0] == NULL ? NULL : desk_answers_dup_key (keys[0]);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (_ (answer->words));

  gtk_box_append (GTK_BOX (box), words);
  if (key != NULL)
    {
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "desk-key");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), cap);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), answer->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (answer->words), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  key == NULL ? "" : key, -1);
  return button;
}

void
desk_answers_set_keys (DeskAnswers *self, DeskAnswersKeys get_keys, gpointer data)
{
  g_return_if_fail (DESK_IS_ANSWERS (self));

  self->get_keys = get_keys;
  self->data = data;
  self->shown = UNKNOWN;
}

void
desk_answers_show (DeskAnswers *self, const BulLink *link)
{
  int look = link == NULL ? -1 : (int) desk_link_signs_get_look (link);

  g_return_if_fail (DESK_IS_ANSWERS (self));

  if (look == self->shown || self->get_keys == NULL)
    return;
  self->shown = look;
  desk_box_clear (GTK_BOX (self));
  for (guint i = 0; look >= 0 && i < MOST && answers[look][i].action != NULL; i++)
    gtk_box_append (GTK_BOX (self), make_answer (self, &answers[look][i]));
}

char *
desk_answers_dup_reason (const BulLink *link)
{
  switch (desk_link_signs_get_look (link))
    {
    case DESK_LINK_DOUBTFUL:
      return g_strdup (_ ("little of one side is heard in the other"));
    case DESK_LINK_ALONE:
      return g_strdup (desk_link_signs_has (link, BUL_LANGUAGE_KOREAN)
                           ? _ ("nothing in the English answers it")
                           : _ ("nothing in the Korean answers it"));
    case DESK_LINK_CONFIRMED:
    case DESK_LINK_ALONE_CONFIRMED:
      /* Translators: who said so. */
      return link->by == NULL ? NULL : g_strdup_printf (_ ("by %s"), link->by);
    default:
      return NULL;
    }
}
