/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-picker.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-entry.h"
#include "desk-label.h"
#include "desk-overtype.h"
#include "desk-person-row.h"
#include "desk-typed.h"

/* That are offered; who is none of them is typed. */
#define MOST_ROWS 6

struct _DeskPersonPicker
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkLabel *told;
  GtkEntry *entry;
  GtkListBox *rows;
  GtkLabel *hint;
  GtkWidget *question; /* all that goes once nobody is asked for */
  GtkButton *close;

  DeskTyped *typed;
  DeskPeopleReader *reader;
  GCancellable *listing;  /* NULL: what is shown is the answer */
  DeskPeopleFound *found; /* whom the rows belong to, or NULL */
  char *asked;            /* what they answer to */
  gboolean is_wanted;     /* the first row is to be taken once it is there */
  gboolean was_composing;
};

enum
{
  CHOSEN,
  PASSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPersonPicker, desk_person_picker, GTK_TYPE_POPOVER)

static void
stop_listing (DeskPersonPicker *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

/* --- who is offered */

static GtkListBoxRow *
append_row (DeskPersonPicker *self, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (self->rows, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
append_person (DeskPersonPicker *self, const BulFlowPerson *person)
{
  GtkWidget *child = g_object_new (DESK_TYPE_PERSON_ROW, NULL);

  g_object_set_data (G_OBJECT (append_row (self, child)), "person", (gpointer) person);
  desk_person_row_show (child, person);
}

static void
append_new (DeskPersonPicker *self)
{
  /* Translators: %s is a name. */
  g_autofree char *words = g_strdup_printf (_ ("A new person, “%s”"), self->asked);
  GtkWidget *label = gtk_label_new (words);
  GtkListBoxRow *row;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  row = append_row (self, label);
  gtk_widget_add_css_class (GTK_WIDGET (row), "new-person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Nobody gets a second record by chance. */
static gboolean
can_be_new (DeskPersonPicker *self)
{
  return *self->asked != '\0' && !bul_flow_people_has_name (self->found->people, self->asked);
}

static void
show_rows (DeskPersonPicker *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < self->found->found->len && i < MOST_ROWS; i++)
    append_person (self, self->found->found->pdata[i]);
  if (can_be_new (self))
    append_new (self);
  gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
  desk_label_set_text (self->hint, gtk_list_box_get_row_at_index (self->rows, 0) == NULL
                                       ? _ ("Nobody is called so. Type a name.")
                                       : _ ("Enter takes the one that is marked and goes on to the "
                                            "next name. Ctrl+Alt+Enter leaves this one as it is."));
}

/* @found: (transfer full) */
static void
take_found (DeskPersonPicker *self, DeskPeopleFound *found)
{
  g_clear_pointer (&self->found, desk_people_found_free);
  self->found = found;
  bul_flow_people_put_first (found->found, self->asked);
  show_rows (self);
}

static void
choose (DeskPersonPicker *self, GtkListBoxRow *row)
{
  g_autoptr (BulFlowPeople) people = NULL;
  g_autofree char *name = g_strdup (self->asked);
  const BulFlowPerson *person;

  if (row == NULL)
    return;
  /* What follows may fill the rows anew. */
  people = bul_flow_people_ref (self->found->people);
  person = g_object_get_data (G_OBJECT (row), "person");
  stop_listing (self);
  g_signal_emit (self, signals[CHOSEN], 0, person == NULL ? NULL : people, person, name);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskPersonPicker) self = data;
  g_autoptr (GError) error = NULL;
  DeskPeopleFound *found
      = desk_people_reader_list_finish (DESK_PEOPLE_READER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->listing);
  if (found == NULL)
    {
      desk_label_set_text (self->hint, error->message);
      return;
    }
  take_found (self, found);
  if (self->is_wanted)
    {
      self->is_wanted = FALSE;
      choose (self, gtk_list_box_get_row_at_index (self->rows, 0));
    }
}

/* The syllable that is being composed counts before it is finished. */
static void
ask (DeskPersonPicker *self)
{
  g_autofree char *typed = desk_typed_dup_text (self->typed);
  g_autofree char *name = bul_flow_people_dup_name (typed);
  g_autoptr (DeskPeopleQuestion) question = NULL;

  if (self->reader == NULL)
    return;
  stop_listing (self);
  self->is_wanted = FALSE;
  g_free (self->asked);
  self->asked = g_steal_pointer (&name);
  question = desk_people_question_new (self->asked, desk_typed_is_composing (self->typed),
                                       DESK_PEOPLE_MOST_HEARD);
  self->listing = g_cancellable_new ();
  desk_people_reader_list_async (self->reader, question, self->listing, listed_cb,
                                 g_object_ref (self));
}

static void
changed_cb (DeskPersonPicker *self)
{
  ask (self);
}

static void
composed_cb (gpointer data)
{
  ask (data);
}

/* --- keys */

static void
yes_cb (gpointer data)
{
  DeskPersonPicker *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  /* The rows may answer to what was typed before. */
  if (self->listing != NULL
      && (row == NULL || g_object_get_data (G_OBJECT (row), "certain") == NULL))
    self->is_wanted = TRUE;
  else
    choose (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->rows, 0));
}

void
desk_person_picker_yes (DeskPersonPicker *self)
{
  g_return_if_fail (DESK_IS_PERSON_PICKER (self));

  if (!gtk_widget_get_visible (self->question))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    desk_typed_commit (self->typed, yes_cb, self);
}

/* Enter that ended a syllable did that and no more. */
static void
activated_cb (DeskPersonPicker *self)
{
  if (!self->was_composing)
    desk_person_picker_yes (self);
}

static void
row_activated_cb (DeskPersonPicker *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
pass_cb (DeskPersonPicker *self)
{
  stop_listing (self);
  g_signal_emit (self, signals[PASSED], 0);
}

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

static gboolean
is_return (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}

/* Up and down choose while the entry keeps the keys. */
static void
move (DeskPersonPicker *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row == NULL ? 0 : gtk_list_box_row_get_index (row) + by;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, MAX (index, 0));

  if (next != NULL)
    gtk_list_box_select_row (self->rows, next);
}

/* Keys are seen before the input method. */
static gboolean
key_cb (DeskPersonPicker *self, guint keyval, guint code, GdkModifierType state)
{
  GdkModifierType held = state & MODIFIERS;

  if (!gtk_widget_get_visible (self->question))
    return GDK_EVENT_PROPAGATE;
  if (is_return (keyval))
    self->was_composing = desk_typed_is_composing (self->typed);
  if (is_return (keyval) && held == GDK_CONTROL_MASK)
    desk_person_picker_yes (self);
  else if (is_return (keyval) && held == (GDK_CONTROL_MASK | GDK_ALT_MASK))
    pass_cb (self);
  else if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_Up) && held == 0
           && !desk_typed_is_composing (self->typed))
    move (self, keyval == GDK_KEY_Down ? 1 : -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
close_cb (DeskPersonPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (DeskPersonPicker *self)
{
  stop_listing (self);
  self->is_wanted = FALSE;
}

/* --- its making */

static void
desk_person_picker_dispose (GObject *object)
{
  DeskPersonPicker *self = DESK_PERSON_PICKER (object);

  stop_listing (self);
  g_clear_pointer (&self->typed, desk_typed_free);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (desk_person_picker_parent_class)->dispose (object);
}

static void
desk_person_picker_finalize (GObject *object)
{
  DeskPersonPicker *self = DESK_PERSON_PICKER (object);

  g_clear_pointer (&self->found, desk_people_found_free);
  g_free (self->asked);

  G_OBJECT_CLASS (desk_person_picker_parent_class)->finalize (object);
}

static void
desk_person_picker_class_init (DeskPersonPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_person_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_person_picker_finalize;

  signals[CHOSEN]
      = g_signal_new ("chosen", DESK_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_STRING);
  signals[PASSED] = g_signal_new ("passed", DESK_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-person-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, told);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, question);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonPicker, close);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pass_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
desk_person_picker_init (DeskPersonPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_overtype_add (GTK_WIDGET (self->entry));
  self->typed = desk_typed_new (GTK_EDITABLE (self->entry), composed_cb, self);
}

GtkWidget *
desk_person_picker_new (void)
{
  return g_object_new (DESK_TYPE_PERSON_PICKER, NULL);
}

/* The one whose name it is, before all others are looked through. */
static void
show_known (DeskPersonPicker *self, BulFlowPeople *people)
{
  const BulFlowPerson *person = bul_flow_people_find_name (people, self->asked);
  DeskPeopleFound *found = g_new0 (DeskPeopleFound, 1);
  GtkListBoxRow *row;

  found->people = bul_flow_people_ref (people);
  found->found = g_ptr_array_new ();
  if (person != NULL)
    g_ptr_array_add (found->found, (gpointer) person);
  take_found (self, found);
  row = gtk_list_box_get_row_at_index (self->rows, 0);
  if (person != NULL)
    g_object_set_data (G_OBJECT (row), "certain", row);
}

void
desk_person_picker_open (DeskPersonPicker *self,
                         DeskPeopleReader *reader,
                         BulFlowPeople *people,
                         const char *name,
                         const GdkRectangle *area,
                         const char *told)
{
  /* Translators: %s is a name as it stands in a script. */
  g_autofree char *heading = g_strdup_printf (_ ("Who is “%s”?"), name);

  g_return_if_fail (DESK_IS_PERSON_PICKER (self) && reader != NULL && people != NULL);

  g_set_object (&self->reader, reader);
  gtk_widget_set_visible (self->question, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->close), FALSE);
  gtk_label_set_text (self->heading, heading);
  desk_label_set_text (self->told, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  desk_entry_set_text (self->entry, name);
  ask (self);
  show_known (self, people);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
  else
    gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
desk_person_picker_end (DeskPersonPicker *self, const char *words, const char *told)
{
  g_return_if_fail (DESK_IS_PERSON_PICKER (self));

  stop_listing (self);
  gtk_label_set_text (self->heading, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  desk_label_set_text (self->told, told);
  gtk_widget_set_visible (self->question, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->close), TRUE);
  desk_label_set_text (self->hint, _ ("No other name of anybody who is known is without a tag."));
  gtk_widget_grab_focus (GTK_WIDGET (self->close));
}
