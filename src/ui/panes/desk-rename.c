/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rename.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-speakers.h"
#include "desk-box.h"
#include "desk-label.h"
#include "desk-named-place.h"
#include "desk-overtype.h"
#include "desk-wording.h"

/* A Return that ends the composing of a syllable comes after its commit within this time. */
#define COMPOSED_MICROSECONDS (50 * 1000)

struct _DeskRename
{
  GtkPopover parent_instance;

  GtkLabel *number;
  GtkLabel *heading;
  GtkStack *pages;
  GtkEditable *name;
  GtkEditable *job;
  GtkCheckButton *anonymous;
  GtkWidget *one_person;
  GtkWidget *two_people;
  GtkListBox *whom;
  GtkBox *checks;
  GtkLabel *hint;
  GtkWidget *all;
  GtkButton *go;

  DeskDocument *document;
  DeskRenameMode mode;
  char *speaker;
  char *language;
  char *into;        /* with whom the speaker is merged */
  GStrv others;      /* by the rows of whom */
  GPtrArray *places; /* by the checks */
  const char *back;  /* the page that Escape leads to, or NULL: it closes */
  gboolean apart;
  char *kept; /* about whom the fields hold what was typed and not done, or NULL */
  gint64 composed_at;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRename, desk_rename, GTK_TYPE_POPOVER)

static const BulStory *
get_story (DeskRename *self)
{
  return desk_document_get_story (self->document);
}

static const BulSpeaker *
find_speaker (DeskRename *self, const char *key)
{
  return key == NULL ? NULL : bul_story_find_speaker (get_story (self), key);
}

static guint
get_number (DeskRename *self, const char *key)
{
  const BulSpeaker *speaker = find_speaker (self, key);

  return speaker == NULL ? 0 : speaker->number;
}

/* What the language of the script calls a speaker; empty where it does not. */
static const char *
get_name (DeskRename *self, const char *key)
{
  const BulSpeaker *speaker = find_speaker (self, key);
  const BulSpeakerName *as
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, self->language);

  return as == NULL || g_strcmp0 (as->language, self->language) != 0 ? "" : as->name;
}

static const char *
get_title (DeskRename *self, const char *key)
{
  const BulSpeaker *speaker = find_speaker (self, key);
  const BulSpeakerName *as
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, self->language);

  return as == NULL || g_strcmp0 (as->language, self->language) != 0 || as->title == NULL
             ? ""
             : as->title;
}

static BulNaming
make_naming (DeskRename *self)
{
  return (BulNaming){
    .speaker = self->speaker,
    .language = self->language,
    .name = gtk_editable_get_text (self->name),
    .title = gtk_editable_get_text (self->job),
    .anonymous = gtk_check_button_get_active (self->anonymous),
    .apart = self->apart,
  };
}

static void
show_hint (DeskRename *self, const char *hint, gboolean is_error)
{
  gtk_label_set_label (self->hint, hint);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error-words");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error-words");
}

static void
show_page (DeskRename *self, const char *page, const char *back, const char *heading)
{
  gboolean is_places = g_str_equal (page, "places");
  gboolean goes = is_places || g_str_equal (page, "name");

  gtk_stack_set_visible_child_name (self->pages, page);
  self->back = back;
  desk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_widget_set_visible (self->all, is_places);
  gtk_widget_set_visible (GTK_WIDGET (self->go), goes);
  gtk_button_set_label (self->go, self->mode == DESK_RENAME_MERGE ? _ ("Merge") : _ ("Change"));
}

/* What is missing still, for people; or what Enter will do. */
static void
changed_cb (DeskRename *self)
{
  BulNaming naming;
  gboolean is_empty;

  if (self->document == NULL)
    return;
  naming = make_naming (self);
  is_empty = *naming.name == '\0' && *naming.title == '\0';
  self->apart = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), !is_empty);
  if (is_empty)
    show_hint (self, _ ("Type a name or a title, then press Enter."), FALSE);
  else if (naming.anonymous)
    show_hint (self, _ ("Earlier revisions, the source and exported XML keep the name."), FALSE);
  else
    show_hint (self, _ ("It changes wherever the text says who is heard."), FALSE);
}

/* A word stands in the place of the name, and is gone with it, unless another was typed. */
static void
anonymous_toggled_cb (DeskRename *self)
{
  gboolean is_anonymous = gtk_check_button_get_active (self->anonymous);
  const char *disguise = bul_named_get_disguise (self->language);
  const char *name = gtk_editable_get_text (self->name);

  if (self->document == NULL || find_speaker (self, self->speaker) == NULL)
    return;
  if (is_anonymous && strcmp (name, get_name (self, self->speaker)) == 0)
    gtk_editable_set_text (self->name, disguise);
  else if (!is_anonymous && strcmp (name, disguise) == 0)
    gtk_editable_set_text (self->name, find_speaker (self, self->speaker)->anonymous
                                           ? ""
                                           : get_name (self, self->speaker));
  changed_cb (self);
}

static void
show_name_page (DeskRename *self)
{
  self->mode = DESK_RENAME_NAME;
  show_page (self, "name", NULL, _ ("Rename Speaker"));
  changed_cb (self);
}

static void
clear_checks (DeskRename *self)
{
  desk_box_clear (self->checks);
  g_clear_pointer (&self->places, g_ptr_array_unref);
}

static GPtrArray *
dup_chosen (DeskRename *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks));

  for (guint i = 0; i < self->places->len && check != NULL; i++)
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (chosen, self->places->pdata[i]);
      check = gtk_widget_get_next_sibling (check);
    }
  return chosen;
}

static char *
describe_deed (DeskRename *self, guint n_places)
{
  guint number = get_number (self, self->speaker);

  if (self->mode == DESK_RENAME_MERGE)
    return g_strdup_printf (_ ("Speaker %u is merged into speaker %u."), number,
                            get_number (self, self->into));
  if (gtk_check_button_get_active (self->anonymous))
    return g_strdup_printf (_ ("Speaker %u is anonymous now."), number);
  return g_strdup_printf (ngettext ("Renamed in %u place.", "Renamed in %u places.", n_places),
                          n_places);
}

static void
apply (DeskRename *self)
{
  BulHistory *history = desk_document_get_history (self->document);
  BulNaming naming = make_naming (self);
  g_autoptr (GPtrArray) chosen = dup_chosen (self);
  g_autofree char *words = describe_deed (self, chosen->len);
  g_autoptr (GError) error = NULL;
  gboolean done = self->mode == DESK_RENAME_MERGE
                      ? bul_speakers_merge (history, self->speaker, self->into, chosen, &error)
                      : bul_speakers_rename (history, &naming, chosen, &error);

  if (!done)
    {
      show_hint (self, error->message, TRUE);
      return;
    }
  /* Closing keeps what is in the fields; what was done is not to be offered again. */
  g_clear_object (&self->document);
  g_clear_pointer (&self->kept, g_free);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[DONE], 0, words);
}

static gboolean
is_open_question (DeskRename *self, const BulNamedPlace *place)
{
  return self->mode == DESK_RENAME_MERGE || !bul_named_place_is_head (place);
}

static gboolean
has_questions (DeskRename *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (is_open_question (self, self->places->pdata[i]))
      return TRUE;
  return FALSE;
}

static char *
describe_change (DeskRename *self)
{
  const char *name = get_name (self, self->speaker);
  g_autofree char *new_name = bul_named_dup_words (gtk_editable_get_text (self->name));
  g_autofree char *new_title = bul_named_dup_words (gtk_editable_get_text (self->job));

  if (self->mode == DESK_RENAME_MERGE)
    return g_strdup_printf (_ ("Speaker %u becomes speaker %u, %s"),
                            get_number (self, self->speaker), get_number (self, self->into),
                            get_name (self, self->into));
  if (strcmp (name, new_name) != 0)
    return g_strdup_printf ("%s → %s", *name == '\0' ? _ ("Not named") : name, new_name);
  return g_strdup_printf ("%s → %s", get_title (self, self->speaker), new_title);
}

/* @places: (transfer full) */
static void
take_places (DeskRename *self, GPtrArray *places)
{
  clear_checks (self);
  self->places = places;
  for (guint i = 0; i < places->len; i++)
    {
      const BulNamedPlace *place = places->pdata[i];
      GtkWidget *check = desk_named_place_new (get_story (self), place);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), bul_named_place_is_head (place));
      gtk_widget_set_sensitive (check, is_open_question (self, place));
      gtk_box_append (self->checks, check);
    }
}

static void
focus_first_check (DeskRename *self)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks));

  while (check != NULL && !gtk_widget_get_sensitive (check))
    check = gtk_widget_get_next_sibling (check);
  gtk_widget_grab_focus (check == NULL ? GTK_WIDGET (self->go) : check);
}

static void
show_places_page (DeskRename *self, const char *back)
{
  g_autofree char *heading = describe_change (self);

  show_page (self, "places", back, heading);
  gtk_widget_set_visible (self->all, has_questions (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), TRUE);
  show_hint (self,
             self->mode == DESK_RENAME_MERGE ? _ ("What is not ticked stays as it is in the text.")
                                             : _ ("Tick the sentences that mean this speaker."),
             FALSE);
  focus_first_check (self);
}

static void
show_merge (DeskRename *self, const char *into, const char *back)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = bul_speakers_list_merged (get_story (self), self->speaker, into, &error);

  if (places == NULL)
    {
      show_hint (self, error->message, TRUE);
      return;
    }
  self->mode = DESK_RENAME_MERGE;
  g_free (self->into);
  self->into = g_strdup (into);
  take_places (self, places);
  show_places_page (self, back);
}

static void
show_twin_page (DeskRename *self, const BulSpeaker *twin)
{
  g_autofree char *heading
      = g_strdup_printf (_ ("Speaker %u is called “%s” already. Are they one person?"),
                         twin->number, gtk_editable_get_text (self->name));

  g_free (self->into);
  self->into = g_strdup (twin->key);
  show_page (self, "twin", "name", heading);
  show_hint (self, "", FALSE);
  gtk_widget_grab_focus (self->one_person);
}

static void
go_on (DeskRename *self)
{
  BulNaming naming = make_naming (self);
  const BulSpeaker *twin
      = self->apart ? NULL : bul_speakers_find_namesake (get_story (self), &naming);
  g_autoptr (GError) error = NULL;
  GPtrArray *places;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->go)))
    return;
  if (twin != NULL)
    {
      show_twin_page (self, twin);
      return;
    }
  places = bul_named_list (get_story (self), &naming, &error);
  if (places == NULL)
    {
      show_hint (self, error->message, TRUE);
      return;
    }
  take_places (self, places);
  if (has_questions (self))
    show_places_page (self, "name");
  else
    apply (self);
}

static void
go_clicked_cb (DeskRename *self)
{
  if (self->document == NULL)
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "places") == 0)
    apply (self);
  else
    go_on (self);
}

static void
one_person_cb (DeskRename *self)
{
  g_autofree char *into = g_strdup (self->into);

  show_merge (self, into, "name");
}

static void
two_people_cb (DeskRename *self)
{
  self->apart = TRUE;
  go_on (self);
}

/* The first click ticks what is not, the next none. */
static void
all_clicked_cb (DeskRename *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->checks));
  gboolean is_full = TRUE;

  for (GtkWidget *check = first; check != NULL; check = gtk_widget_get_next_sibling (check))
    is_full &= gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  for (GtkWidget *check = first; check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_widget_get_sensitive (check))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_full);
}

static char *
describe_other (DeskRename *self, const BulSpeaker *speaker)
{
  const char *name = get_name (self, speaker->key);
  const char *title = get_title (self, speaker->key);

  if (*name == '\0' && speaker->role != BUL_SPEAKER_NEWSMAKER)
    name = desk_wording_for_role (speaker->role);
  return g_strdup_printf ("%s%s%s", name, *name != '\0' && *title != '\0' ? " · " : "", title);
}

static void
add_other (DeskRename *self, const BulSpeaker *speaker)
{
  g_autofree char *number = g_strdup_printf ("%u", speaker->number);
  g_autofree char *words = describe_other (self, speaker);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *chip = gtk_label_new (number);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->whom, box);
}

static void
focus_first_row (DeskRename *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->whom, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_whom_page (DeskRename *self)
{
  const BulStory *story = get_story (self);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->whom, 0)) != NULL)
    gtk_list_box_remove (self->whom, GTK_WIDGET (row));
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      if (strcmp (speaker->key, self->speaker) == 0)
        continue;
      add_other (self, speaker);
      g_strv_builder_add (keys, speaker->key);
    }
  g_strfreev (self->others);
  self->others = g_strv_builder_end (keys);
  show_page (self, "whom", NULL, _ ("Merge This Speaker into Which?"));
  show_hint (self, _ ("Choose by the number, or with Enter."), FALSE);
}

static void
whom_activated_cb (DeskRename *self, GtkListBoxRow *row)
{
  if (self->document != NULL)
    show_merge (self, self->others[gtk_list_box_row_get_index (row)], "whom");
}

static gboolean
choose_by_number (DeskRename *self, guint digit)
{
  for (guint i = 0; self->others[i] != NULL; i++)
    if (get_number (self, self->others[i]) == digit)
      {
        show_merge (self, self->others[i], "whom");
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* Escape goes back one page and throws nothing away. */
static gboolean
go_back (DeskRename *self)
{
  if (self->back == NULL)
    return GDK_EVENT_PROPAGATE;
  if (g_str_equal (self->back, "whom"))
    {
      show_whom_page (self);
      focus_first_row (self);
      return GDK_EVENT_STOP;
    }
  show_name_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GDK_EVENT_STOP;
}

static gboolean
is_return (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

static gboolean
is_check (GtkWidget *widget)
{
  return widget != NULL && GTK_IS_CHECK_BUTTON (widget);
}

/* Before the check buttons, which take Enter for a tick. */
static gboolean
key_pressed_cb (DeskRename *self, guint keyval, guint keycode, GdkModifierType state)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (self->document == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    return go_back (self);
  if (g_strcmp0 (page, "whom") == 0 && g_unichar_isdigit (c))
    return choose_by_number (self, (guint) g_unichar_digit_value (c));
  if (!is_return (keyval)
      || !is_check (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    return GDK_EVENT_PROPAGATE;
  go_clicked_cb (self);
  return GDK_EVENT_STOP;
}

/* Return that commits a syllable does only that; it never moves on as well. */
static void
entered_cb (DeskRename *self)
{
  if (self->document != NULL
      && g_get_monotonic_time () - self->composed_at >= COMPOSED_MICROSECONDS)
    go_on (self);
}

static void
preedit_changed_cb (DeskRename *self, const char *preedit)
{
  if (*preedit == '\0')
    self->composed_at = g_get_monotonic_time ();
}

static char *
make_kept (DeskRename *self)
{
  return g_strdup_printf ("%s\n%s", get_story (self)->uid, self->speaker);
}

static void
desk_rename_closed (GtkPopover *popover)
{
  DeskRename *self = DESK_RENAME (popover);

  if (self->document != NULL && self->mode != DESK_RENAME_MERGE)
    {
      g_free (self->kept);
      self->kept = make_kept (self);
    }
  g_clear_object (&self->document);
  clear_checks (self);
}

static void
desk_rename_dispose (GObject *object)
{
  DeskRename *self = DESK_RENAME (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_rename_parent_class)->dispose (object);
}

static void
desk_rename_finalize (GObject *object)
{
  DeskRename *self = DESK_RENAME (object);

  g_free (self->speaker);
  g_free (self->language);
  g_free (self->into);
  g_free (self->kept);
  g_strfreev (self->others);

  G_OBJECT_CLASS (desk_rename_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskRename, number);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, name);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, job);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, anonymous);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, one_person);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, two_people);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, whom);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, checks);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, all);
  gtk_widget_class_bind_template_child (widget_class, DeskRename, go);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, anonymous_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, one_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, two_people_cb);
  gtk_widget_class_bind_template_callback (widget_class, whom_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
desk_rename_class_init (DeskRenameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_rename_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_rename_finalize;
  GTK_POPOVER_CLASS (klass)->closed = desk_rename_closed;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-rename.ui");
  bind_children (widget_class);
}

static void
desk_rename_init (DeskRename *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  desk_overtype_add (GTK_WIDGET (self->name));
  desk_overtype_add (GTK_WIDGET (self->job));
  g_signal_connect_swapped (gtk_editable_get_delegate (self->name), "preedit-changed",
                            G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_swapped (gtk_editable_get_delegate (self->job), "preedit-changed",
                            G_CALLBACK (preedit_changed_cb), self);
}

GtkWidget *
desk_rename_new (void)
{
  return g_object_new (DESK_TYPE_RENAME, NULL);
}

static void
fill (DeskRename *self)
{
  g_autofree char *kept = make_kept (self);

  if (g_strcmp0 (kept, self->kept) == 0)
    return;
  gtk_check_button_set_active (self->anonymous, find_speaker (self, self->speaker)->anonymous);
  gtk_editable_set_text (self->name, get_name (self, self->speaker));
  gtk_editable_set_text (self->job, get_title (self, self->speaker));
}

static void
open_page (DeskRename *self, DeskRenameMode mode)
{
  if (mode == DESK_RENAME_MERGE)
    {
      self->mode = mode;
      show_whom_page (self);
      return;
    }
  fill (self);
  if (mode == DESK_RENAME_HIDE)
    gtk_check_button_set_active (self->anonymous, TRUE);
  show_name_page (self);
}

void
desk_rename_open (DeskRename *self,
                  DeskRenameMode mode,
                  DeskDocument *document,
                  const char *speaker,
                  const char *language,
                  const GdkRectangle *area)
{
  g_autofree char *number = NULL;

  g_return_if_fail (DESK_IS_RENAME (self));
  g_return_if_fail (bul_story_find_speaker (desk_document_get_story (document), speaker) != NULL);

  g_set_object (&self->document, document);
  g_free (self->speaker);
  self->speaker = g_strdup (speaker);
  g_free (self->language);
  self->language = g_strdup (language);
  self->apart = FALSE;
  number = g_strdup_printf ("%u", get_number (self, speaker));
  gtk_label_set_label (self->number, number);
  open_page (self, mode);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  if (mode == DESK_RENAME_MERGE)
    focus_first_row (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (mode == DESK_RENAME_TITLE ? self->job : self->name));
}

const char *
desk_rename_get_speaker (DeskRename *self)
{
  g_return_val_if_fail (DESK_IS_RENAME (self), NULL);

  return self->speaker;
}
