/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-presenters.h"

#include <glib/gi18n.h>

#include "desk-paces.h"
#include "desk-rate-row.h"

struct _DeskPresenters
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings;
  GPtrArray *presenters; /* of DeskPresenter */
  GPtrArray *rows;       /* of AdwExpanderRow, borrowed */
};

G_DEFINE_FINAL_TYPE (DeskPresenters, desk_presenters, ADW_TYPE_PREFERENCES_GROUP)

/* One row and the presenter it is about, who is known by the place in the list. */
typedef struct
{
  DeskPresenters *list;
  AdwExpanderRow *row;
  GtkWidget *name;
  GtkWidget *ko;
  GtkWidget *en;
} Row;

static DeskPresenter *
find_presenter (Row *row, guint *position)
{
  if (!g_ptr_array_find (row->list->rows, row->row, position))
    return NULL;
  return row->list->presenters->pdata[*position];
}

static void
store (DeskPresenters *self)
{
  desk_paces_store_presenters (self->settings, self->presenters);
}

static void
show_presenter (Row *row, const DeskPresenter *presenter)
{
  g_autofree char *title = g_markup_escape_text (presenter->name, -1);
  /* Translators: how fast a presenter reads Korean and English. */
  g_autofree char *subtitle = g_strdup_printf (_ ("%u syllables · %u words a minute"),
                                               presenter->pace.ko, presenter->pace.en);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), title);
  adw_expander_row_set_subtitle (row->row, subtitle);
}

static void
rate_changed_cb (Row *row)
{
  guint position;
  DeskPresenter *presenter = find_presenter (row, &position);

  if (presenter == NULL)
    return;
  presenter->pace.ko = desk_rate_row_get_rate (DESK_RATE_ROW (row->ko));
  presenter->pace.en = desk_rate_row_get_rate (DESK_RATE_ROW (row->en));
  show_presenter (row, presenter);
  store (row->list);
}

static gboolean
is_taken (DeskPresenters *self, const char *name)
{
  for (guint i = 0; i < self->presenters->len; i++)
    if (g_str_equal (((DeskPresenter *) self->presenters->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* Two of one name could not be told apart in a script, nor could nobody. */
static void
renamed_cb (Row *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->name))));
  guint position;
  DeskPresenter *presenter = find_presenter (row, &position);

  if (presenter == NULL || g_str_equal (presenter->name, name))
    return;
  if (*name == '\0' || is_taken (row->list, name))
    {
      gtk_widget_add_css_class (row->name, "error");
      gtk_editable_set_text (GTK_EDITABLE (row->name), presenter->name);
      return;
    }
  gtk_widget_remove_css_class (row->name, "error");
  desk_paces_rename (row->list->settings, presenter->name, name);
  g_free (presenter->name);
  presenter->name = g_steal_pointer (&name);
  show_presenter (row, presenter);
  store (row->list);
}

/* The row goes, and @row with it. */
static void
remove_cb (Row *row)
{
  DeskPresenters *list = row->list;
  guint position;
  DeskPresenter *presenter = find_presenter (row, &position);

  if (presenter == NULL)
    return;
  desk_paces_rename (list->settings, presenter->name, NULL);
  g_ptr_array_remove_index (list->presenters, position);
  g_ptr_array_remove_index (list->rows, position);
  store (list);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (list), GTK_WIDGET (row->row));
}

static GtkWidget *
make_remove_row (Row *row)
{
  GtkWidget *remove = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (remove), button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (remove), _ ("Remove from the list"));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (remove), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), row);
  return remove;
}

static GtkWidget *
make_rate_row (Row *row, BulSpoken language, guint rate)
{
  GtkWidget *widget = desk_rate_row_new (language, rate);

  g_signal_connect_swapped (widget, "notify::rate", G_CALLBACK (rate_changed_cb), row);
  return widget;
}

static void
add_row (DeskPresenters *self, const DeskPresenter *presenter)
{
  Row *row = g_new0 (Row, 1);

  row->list = self;
  row->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  row->name = adw_entry_row_new ();
  g_object_set_data_full (G_OBJECT (row->row), "row", row, g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->name), _ ("Name"));
  gtk_editable_set_text (GTK_EDITABLE (row->name), presenter->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row->name), TRUE);
  g_signal_connect_swapped (row->name, "apply", G_CALLBACK (renamed_cb), row);
  row->ko = make_rate_row (row, BUL_SPOKEN_KOREAN, presenter->pace.ko);
  row->en = make_rate_row (row, BUL_SPOKEN_ENGLISH, presenter->pace.en);
  adw_expander_row_add_row (row->row, row->name);
  adw_expander_row_add_row (row->row, row->ko);
  adw_expander_row_add_row (row->row, row->en);
  adw_expander_row_add_row (row->row, make_remove_row (row));
  show_presenter (row, presenter);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->row));
  g_ptr_array_add (self->rows, row->row);
}

static char *
make_name (DeskPresenters *self)
{
  char *name = g_strdup (_ ("New Presenter"));

  for (guint i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", _ ("New Presenter"), i);
    }
  return name;
}

static void
add_cb (DeskPresenters *self)
{
  g_autofree char *name = make_name (self);
  BulPace usual = { g_settings_get_uint (self->settings, "rate-ko"),
                    g_settings_get_uint (self->settings, "rate-en") };
  DeskPresenter *presenter = desk_presenter_new (name, usual);
  Row *row;

  g_ptr_array_add (self->presenters, presenter);
  add_row (self, presenter);
  store (self);
  row = g_object_get_data (self->rows->pdata[self->rows->len - 1], "row");
  adw_expander_row_set_expanded (row->row, TRUE);
  gtk_widget_grab_focus (row->name);
}

static void
desk_presenters_dispose (GObject *object)
{
  DeskPresenters *self = DESK_PRESENTERS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->presenters, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_presenters_parent_class)->dispose (object);
}

static void
desk_presenters_class_init (DeskPresentersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_presenters_dispose;
}

static void
desk_presenters_init (DeskPresenters *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add"));

  self->rows = g_ptr_array_new ();
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Add a Presenter"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Presenters"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Whoever is named here reads at a rate of their own, in every script that names them."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
}

void
desk_presenters_set_settings (DeskPresenters *self, GSettings *settings)
{
  g_return_if_fail (DESK_IS_PRESENTERS (self) && self->presenters == NULL);

  self->settings = g_object_ref (settings);
  self->presenters = desk_paces_list_presenters (settings);
  for (guint i = 0; i < self->presenters->len; i++)
    add_row (self, self->presenters->pdata[i]);
}
