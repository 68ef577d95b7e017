/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-form.h"

#include <glib/gi18n.h>

#include "desk-entry.h"
#include "desk-label.h"
#include "desk-overtype.h"
#include "desk-typed.h"

#define N_FIELDS 5

struct _DeskPersonForm
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkEntry *korean;
  GtkEntry *english;
  GtkEntry *also;
  GtkEntry *family;
  GtkEntry *note;
  GtkLabel *hint;
  GtkWidget *done;

  DeskTyped *typed[N_FIELDS];
  char *before[N_FIELDS]; /* what stood in the fields */
  BulFlowPeople *people;
  const BulFlowPerson *person; /* NULL: somebody new */
  gboolean was_composing;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPersonForm, desk_person_form, GTK_TYPE_POPOVER)

static GtkEntry *
get_field (DeskPersonForm *self, guint i)
{
  GtkEntry *fields[N_FIELDS]
      = { self->korean, self->english, self->also, self->family, self->note };

  return fields[i];
}

/* What was typed; %NULL where the field stands as it was. */
static char *
dup_changed (DeskPersonForm *self, guint i)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (get_field (self, i)));

  return g_str_equal (text, self->before[i]) ? NULL : g_strdup (text);
}

static void
done_cb (DeskPersonForm *self)
{
  g_autoptr (DeskPeopleDeed) deed
      = desk_people_deed_new (self->person == NULL ? DESK_PEOPLE_NEW : DESK_PEOPLE_RENAME,
                              self->people, self->person, NULL);
  char **names[N_FIELDS]
      = { &deed->korean, &deed->english, &deed->also, &deed->family, &deed->note };
  gboolean any = FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      *names[i] = dup_changed (self, i);
      any = any || *names[i] != NULL;
    }
  if (!any && self->person == NULL)
    {
      desk_label_set_text (self->hint, _ ("A person has a name: type a Korean or an English one."));
      gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error-words");
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  if (any)
    g_signal_emit (self, signals[DONE], 0, deed);
}

/* Enter that ended a syllable did that and no more. */
static void
entered_cb (DeskPersonForm *self)
{
  if (!self->was_composing)
    done_cb (self);
}

static gboolean
key_pressed_cb (DeskPersonForm *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  self->was_composing = FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    self->was_composing = self->was_composing || desk_typed_is_composing (self->typed[i]);
  return GDK_EVENT_PROPAGATE;
}

static void
typed_cb (gpointer data)
{
}

static void
desk_person_form_dispose (GObject *object)
{
  DeskPersonForm *self = DESK_PERSON_FORM (object);

  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->typed[i], desk_typed_free);

  G_OBJECT_CLASS (desk_person_form_parent_class)->dispose (object);
}

static void
desk_person_form_finalize (GObject *object)
{
  DeskPersonForm *self = DESK_PERSON_FORM (object);

  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->before[i]);
  bul_flow_people_unref (self->people);

  G_OBJECT_CLASS (desk_person_form_parent_class)->finalize (object);
}

static void
desk_person_form_class_init (DeskPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_person_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_person_form_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/people/desk-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, english);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, also);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, family);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, note);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonForm, done);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  signals[DONE] = g_signal_new ("done", DESK_TYPE_PERSON_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_person_form_init (DeskPersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      desk_overtype_add (GTK_WIDGET (get_field (self, i)));
      self->typed[i] = desk_typed_new (GTK_EDITABLE (get_field (self, i)), typed_cb, self);
      self->before[i] = g_strdup ("");
    }
}

GtkWidget *
desk_person_form_new (void)
{
  return g_object_new (DESK_TYPE_PERSON_FORM, NULL);
}

/* What is typed of somebody new goes where its letters belong. */
static void
put_typed (DeskPersonForm *self, const char *typed)
{
  gboolean is_korean = FALSE;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      is_korean = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (is_korean ? self->korean : self->english), typed);
}

void
desk_person_form_open (DeskPersonForm *self,
                       BulFlowPeople *people,
                       const BulFlowPerson *person,
                       const BulPerson *record,
                       const char *typed)
{
  const char *texts[N_FIELDS] = { NULL };
  g_autofree char *heading = person == NULL
                                 ? g_strdup (_ ("A New Person"))
                                 : g_strdup_printf (_ ("What %s Is Called"), person->name);

  g_return_if_fail (DESK_IS_PERSON_FORM (self) && (person == NULL || record != NULL));

  g_clear_pointer (&self->people, bul_flow_people_unref);
  self->people = people == NULL ? NULL : bul_flow_people_ref (people);
  self->person = person;
  if (record != NULL)
    {
      texts[0] = record->korean;
      texts[1] = record->english;
      texts[3] = record->family;
      texts[4] = record->note;
    }
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_free (self->before[i]);
      self->before[i] = g_strdup (texts[i] == NULL ? "" : texts[i]);
      desk_entry_set_text (get_field (self, i), self->before[i]);
    }
  if (typed != NULL)
    put_typed (self, typed);
  desk_label_set_text (self->heading, heading);
  desk_label_set_text (self->hint, _ ("No story is changed. Ctrl+Z takes it back."));
  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->korean));
}
