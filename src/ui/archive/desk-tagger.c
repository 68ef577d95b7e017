/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tagger.h"

#include <glib/gi18n.h>

#include "desk-box.h"
#include "desk-entry.h"
#include "desk-overtype.h"
#include "desk-typed.h"

/* That stand in a line of a row. */
#define TITLE_LETTERS 28

struct _DeskTagger
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkEntry *entry;
  GtkScrolledWindow *scroller;
  GtkBox *rows;
  GtkLabel *sentence;
  GtkButton *apply;

  DeskTyped *typed;
  DeskTagChoice *choice; /* NULL until it was opened */
  char *last;            /* code, or NULL */
  gboolean is_showing;
  gboolean was_composing;
};

enum
{
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTagger, desk_tagger, GTK_TYPE_POPOVER)

static DeskTagRow *
get_row (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "row");
}

/* What some have is a stroke, what all have a tick. */
static void
show_row (DeskTagger *self, GtkWidget *check)
{
  const DeskTagRow *row = get_row (check);
  guint n = desk_tag_choice_get_n (self->choice);
  gboolean is_as_it_was = row->wanted == DESK_TAG_AS_IT_IS;
  g_autofree char *count = desk_tag_choice_dup_count (self->choice, row);
  /* Translators: read aloud: a tag, and how many of the stories have it. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s"), row->title, count);

  self->is_showing = TRUE;
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check),
                                     is_as_it_was && row->n_before > 0 && row->n_before < n);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               row->wanted == DESK_TAG_ALL || (is_as_it_was && row->n_before == n));
  self->is_showing = FALSE;
  gtk_label_set_text (g_object_get_data (G_OBJECT (check), "count"), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/* What Enter does comes before what will happen then. */
static char *
dup_hint (DeskTagger *self)
{
  g_autofree char *typed = g_strstrip (desk_typed_dup_text (self->typed));
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  if (*typed != '\0' && first != NULL)
    /* Translators: %s is a tag. */
    return g_strdup_printf (_ ("Enter ticks %s."), get_row (first)->name);
  return g_strdup (_ ("Tick what all are to have. Nothing is done yet."));
}

static void
show_sentence (DeskTagger *self)
{
  g_autofree char *sentence = desk_tag_choice_dup_sentence (self->choice);
  g_autofree char *hint = sentence == NULL ? dup_hint (self) : NULL;

  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), sentence != NULL);
}

static void
toggled_cb (DeskTagger *self, GtkWidget *check)
{
  if (self->is_showing)
    return;
  desk_tag_choice_turn (self->choice, get_row (check));
  show_row (self, check);
  show_sentence (self);
}

static GtkWidget *
make_row (DeskTagger *self, DeskTagRow *row)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (row->title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_LETTERS);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim");
  gtk_widget_add_css_class (count, "small");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_widget_add_css_class (check, "tag-row");
  g_object_set_data (G_OBJECT (check), "row", row);
  g_object_set_data (G_OBJECT (check), "count", count);
  show_row (self, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

/* Where a word was typed, the row that Enter ticks is seen to be it. */
static void
show_rows (DeskTagger *self)
{
  g_autofree char *typed = g_strstrip (desk_typed_dup_text (self->typed));
  g_autoptr (GPtrArray) rows = desk_tag_choice_list (self->choice, typed, self->last);

  desk_box_clear (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = make_row (self, rows->pdata[i]);

      if (i == 0 && *typed != '\0')
        gtk_widget_add_css_class (row, "next");
      gtk_box_append (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), rows->len > 0);
}

static void
changed_cb (DeskTagger *self)
{
  if (self->choice == NULL)
    return;
  show_rows (self);
  show_sentence (self);
}

static void
composed_cb (gpointer data)
{
  changed_cb (data);
}

/* All are to have the first row's. */
static void
tick_first (DeskTagger *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  DeskTagRow *row = first == NULL ? NULL : get_row (first);

  if (row == NULL || !row->can_add)
    return;
  row->wanted
      = row->n_before < desk_tag_choice_get_n (self->choice) ? DESK_TAG_ALL : DESK_TAG_AS_IT_IS;
  desk_entry_set_text (self->entry, "");
  show_rows (self);
  show_sentence (self);
}

static void
apply_cb (DeskTagger *self)
{
  g_autoptr (DeskTagDeed) deed
      = self->choice == NULL ? NULL : desk_tag_choice_make_deed (self->choice);

  if (deed == NULL)
    return;
  g_signal_emit (self, signals[DECIDED], 0, deed);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter that ended a syllable did that and no more. */
static void
activated_cb (DeskTagger *self)
{
  if (!self->was_composing)
    desk_tagger_yes (self);
}

static gboolean
is_return (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

/* Keys are seen before the input method. */
static gboolean
key_cb (DeskTagger *self, guint keyval, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (is_return (keyval))
    self->was_composing = desk_typed_is_composing (self->typed);
  if (is_return (keyval) && (state & MODIFIERS) == GDK_CONTROL_MASK)
    {
      desk_tagger_yes (self);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Down || (state & MODIFIERS) != 0 || desk_typed_is_composing (self->typed)
      || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
desk_tagger_dispose (GObject *object)
{
  DeskTagger *self = DESK_TAGGER (object);

  g_clear_pointer (&self->typed, desk_typed_free);

  G_OBJECT_CLASS (desk_tagger_parent_class)->dispose (object);
}

static void
desk_tagger_finalize (GObject *object)
{
  DeskTagger *self = DESK_TAGGER (object);

  desk_tag_choice_free (self->choice);
  g_free (self->last);

  G_OBJECT_CLASS (desk_tagger_parent_class)->finalize (object);
}

static void
desk_tagger_class_init (DeskTaggerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_tagger_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_tagger_finalize;
  signals[DECIDED] = g_signal_new ("decided", DESK_TYPE_TAGGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, DESK_TYPE_TAG_DEED);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-tagger.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskTagger, apply);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
desk_tagger_init (DeskTagger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_overtype_add (GTK_WIDGET (self->entry));
  self->typed = desk_typed_new (GTK_EDITABLE (self->entry), composed_cb, self);
}

static void
yes_cb (gpointer data)
{
  DeskTagger *self = data;
  g_autofree char *typed = desk_typed_dup_text (self->typed);

  if (*g_strstrip (typed) != '\0')
    tick_first (self);
  else
    apply_cb (self);
}

void
desk_tagger_yes (DeskTagger *self)
{
  g_return_if_fail (DESK_IS_TAGGER (self));

  if (self->choice != NULL)
    desk_typed_commit (self->typed, yes_cb, self);
}

void
desk_tagger_open (DeskTagger *self, DeskTagSet *set, const char *last)
{
  g_autofree char *heading = NULL;
  g_autofree char *apply = NULL;
  guint n;

  g_return_if_fail (DESK_IS_TAGGER (self) && set != NULL);

  n = set->uids->len;
  desk_box_clear (self->rows);
  desk_tag_choice_free (self->choice);
  self->choice = desk_tag_choice_new (set);
  g_free (self->last);
  self->last = g_strdup (last);
  desk_entry_set_text (self->entry, "");
  heading = g_strdup_printf (ngettext ("Tags of %u story", "Tags of %u stories", n), n);
  apply = g_strdup_printf (_ ("_Apply to %u"), n);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_button_set_label (self->apply, apply);
  show_rows (self);
  show_sentence (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
