/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-raise.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-amender.h"
#include "bul-chars.h"
#include "bul-span.h"
#include "desk-label.h"
#include "desk-overtype.h"
#include "desk-previews.h"
#include "desk-wording.h"

#define N_CLASSES BUL_CLASS_OTHER
#define N_COLUMNS 5

/* Of the previews, in pixels: as high as they are, and as low as one can still be read. */
#define PREVIEWS_HEIGHT 216
#define PREVIEWS_LEAST 72

/* Of the popover around its child: the arrow and the edges. */
#define CHROME 56

/* A Return that ends the composing of a syllable comes after its commit within this time. */
#define COMPOSED_MICROSECONDS (50 * 1000)

/* What was typed about some words and not raised yet. */
typedef struct
{
  char *now;
  char *reason;
  BulClass error_class;
  BulWeight weight;
  guint found_by; /* row of the list */
  char *own[DESK_PREVIEWS_N_TEXTS];
} Typed;

struct _DeskRaise
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *was_label;
  GtkEditable *now;
  GtkWidget *spoken;
  GtkGrid *classes;
  GtkToggleButton *class_buttons[N_CLASSES + 1]; /* by BulClass */
  GtkEditable *reason;
  GtkDropDown *found_by;
  GtkToggleButton *meaning;
  GtkToggleButton *slip;
  GtkScrolledWindow *scroller;
  DeskPreviews *previews;
  GtkLabel *hint;
  GtkButton *raise;

  DeskDocument *document;
  char *amended; /* key of the correction that is changed; NULL: one is raised */
  char *block;
  guint at;
  guint n_chars;
  char *was;
  char *typed;      /* what the words read when it opened */
  gboolean is_done; /* hands put the words right already */
  char *by;
  GHashTable *kept; /* of Typed, by the words they are about */
  gint64 composed_at;
  gboolean is_filling;
};

enum
{
  RAISED,
  AMENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRaise, desk_raise, GTK_TYPE_POPOVER)

static void
typed_free (Typed *typed)
{
  g_free (typed->now);
  g_free (typed->reason);
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    g_free (typed->own[i]);
  g_free (typed);
}

static BulClass
get_class (DeskRaise *self)
{
  for (guint i = 1; i <= N_CLASSES; i++)
    if (gtk_toggle_button_get_active (self->class_buttons[i]))
      return i;
  return 0;
}

static BulWeight
get_weight (DeskRaise *self)
{
  return gtk_toggle_button_get_active (self->meaning) ? BUL_WEIGHT_MEANING : BUL_WEIGHT_SLIP;
}

/* The words stay the same thing while others are typed before them: their place is no part of it.
 */
static char *
make_kept_key (DeskRaise *self)
{
  const BulStory *story = desk_document_get_story (self->document);

  return g_strdup_printf ("%s\n%s\n%s", story->uid, self->block, self->was);
}

static void
keep_typed (DeskRaise *self)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->now = g_strdup (gtk_editable_get_text (self->now));
  typed->reason = g_strdup (gtk_editable_get_text (self->reason));
  typed->error_class = get_class (self);
  typed->weight = get_weight (self);
  typed->found_by = gtk_drop_down_get_selected (self->found_by);
  desk_previews_settle (self->previews);
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    typed->own[i] = g_strdup (desk_previews_get_own (self->previews, i));
  g_hash_table_replace (self->kept, make_kept_key (self), typed);
}

/* What is missing still, for people; NULL where the correction can be raised. */
static const char *
get_hindrance (DeskRaise *self)
{
  const char *now = gtk_editable_get_text (self->now);

  if (*now == '\0')
    return _ ("Type the right words, then press Enter.");
  if (strcmp (now, self->was) == 0)
    return _ ("The right words are the same as the wrong ones.");
  if (get_class (self) == 0)
    return _ ("Choose the class of the error by its digit.");
  if (*gtk_editable_get_text (self->reason) == '\0')
    return _ ("Say why, then press Enter.");
  return NULL;
}

static void
show_hint (DeskRaise *self, const char *hint, gboolean is_error)
{
  gtk_label_set_label (self->hint, hint == NULL ? "" : hint);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error-words");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error-words");
}

static const char *
get_language (DeskRaise *self, const BulStory *story)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, self->block, &position);

  return script == NULL || script->language == NULL ? "en" : script->language;
}

static void
write_previews (DeskRaise *self)
{
  const BulStory *story = desk_document_get_story (self->document);
  g_autoptr (BulRecord) record = bul_record_new (&bul_correction_type);
  BulCorrection *correction = (BulCorrection *) record;
  const char *now = gtk_editable_get_text (self->now);

  correction->error_class = get_class (self);
  correction->weight = get_weight (self);
  correction->was = g_strdup (self->was);
  correction->now = g_strdup (*now == '\0' ? "…" : now);
  desk_previews_write (self->previews, story, correction);
}

static void
changed_cb (DeskRaise *self)
{
  const char *hindrance;

  if (self->document == NULL || self->is_filling)
    return;

  hindrance = get_hindrance (self);
  show_hint (self, hindrance, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->raise), hindrance == NULL);
  write_previews (self);
}

static void
fill (DeskRaise *self, const Typed *typed)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->now, self->is_done ? self->typed : typed == NULL ? "" : typed->now);
  gtk_editable_set_text (self->reason, typed == NULL ? "" : typed->reason);
  for (guint i = 1; i <= N_CLASSES; i++)
    gtk_toggle_button_set_active (self->class_buttons[i], typed != NULL && typed->error_class == i);
  gtk_toggle_button_set_active (
      typed != NULL && typed->weight == BUL_WEIGHT_SLIP ? self->slip : self->meaning, TRUE);
  gtk_drop_down_set_selected (self->found_by, typed == NULL ? 0 : typed->found_by);
  self->is_filling = FALSE;
  changed_cb (self);
}

/* Goes to what is missing, in the order in which it is asked. */
static void
focus_hindrance (DeskRaise *self)
{
  const char *now = gtk_editable_get_text (self->now);

  if (*now == '\0' || strcmp (now, self->was) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->now));
  else if (get_class (self) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->class_buttons[1]));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/* Words that hands put right already may be put right once more here. */
static char *
raise_in_step (DeskRaise *self, const BulCorrectionDraft *draft, GError **error)
{
  BulHistory *history = desk_document_get_history (self->document);
  BulCorrectionDraft own = *draft;
  g_autofree char *key = NULL;

  if (self->is_done && strcmp (draft->now, self->typed) != 0)
    {
      own.passage.n_chars = bul_chars_count (draft->now);
      if (!bul_history_replace (history, self->block, self->at, self->n_chars, draft->now, error))
        return NULL;
    }
  key = bul_corrector_raise (history, &own, error);
  if (key == NULL || !desk_previews_apply (self->previews, history, key, error))
    return NULL;
  return g_steal_pointer (&key);
}

static char *
raise_draft (DeskRaise *self, const BulCorrectionDraft *draft, GError **error)
{
  BulHistory *history = desk_document_get_history (self->document);
  char *key;

  bul_history_begin (history, "Raise a correction");
  key = raise_in_step (self, draft, error);
  if (key == NULL)
    bul_history_abandon (history);
  else
    bul_history_end (history);
  return key;
}

/* Closing keeps what is in the fields; what is done is not to be offered again. */
static void
finish (DeskRaise *self, guint signal, const char *key)
{
  g_clear_object (&self->document);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[signal], 0, key);
}

static void
raise_correction (DeskRaise *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept_key = make_kept_key (self);
  g_autofree char *key = NULL;
  BulCorrectionDraft draft = {
    .passage = { self->block, self->at, self->n_chars },
    .was = self->was,
    .now = gtk_editable_get_text (self->now),
    .error_class = get_class (self),
    .weight = get_weight (self),
    .found_by = BUL_FOUND_NEWSROOM + gtk_drop_down_get_selected (self->found_by),
    .reason = gtk_editable_get_text (self->reason),
    .by = self->by,
  };

  key = raise_draft (self, &draft, &error);
  if (key == NULL)
    {
      show_hint (self, error->message, TRUE);
      return;
    }
  g_hash_table_remove (self->kept, kept_key);
  finish (self, RAISED, key);
}

static gboolean
amend_in_step (DeskRaise *self, const char *key, const BulAmendment *amendment, GError **error)
{
  BulHistory *history = desk_document_get_history (self->document);
  gboolean done;

  bul_history_begin (history, "Amend a correction");
  done = bul_amender_amend (history, key, amendment, error)
         && desk_previews_apply (self->previews, history, key, error);
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done;
}

static void
amend_correction (DeskRaise *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = g_strdup (self->amended);
  BulAmendment amendment = {
    .error_class = get_class (self),
    .weight = get_weight (self),
    .found_by = BUL_FOUND_NEWSROOM + gtk_drop_down_get_selected (self->found_by),
    .reason = gtk_editable_get_text (self->reason),
  };

  if (amend_in_step (self, key, &amendment, &error))
    finish (self, AMENDED, key);
  else
    show_hint (self, error->message, TRUE);
}

static void
go_on (DeskRaise *self)
{
  desk_previews_settle (self->previews);
  if (get_hindrance (self) != NULL)
    focus_hindrance (self);
  else if (self->amended != NULL)
    amend_correction (self);
  else
    raise_correction (self);
}

/* Return that commits a syllable does only that; it never moves on as well. */
static gboolean
has_just_composed (DeskRaise *self)
{
  return g_get_monotonic_time () - self->composed_at < COMPOSED_MICROSECONDS;
}

static void
preedit_changed_cb (DeskRaise *self, const char *preedit)
{
  if (*preedit == '\0')
    self->composed_at = g_get_monotonic_time ();
}

static void
now_activated_cb (DeskRaise *self)
{
  BulClass error_class = get_class (self);

  if (!has_just_composed (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->class_buttons[error_class == 0 ? 1 : error_class]));
}

static void
reason_activated_cb (DeskRaise *self)
{
  if (self->document != NULL && !has_just_composed (self))
    go_on (self);
}

/* A slip of the speaker is no error of ours: the words stay as they were spoken, and a note says
 * what was meant. */
static void
note_instead_cb (DeskRaise *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-note", NULL);
}

/* Who made it says what sort of error it is. */
static void
answer (DeskRaise *self, BulClass error_class)
{
  gtk_toggle_button_set_active (self->class_buttons[error_class], TRUE);
  focus_hindrance (self);
}

static void
transcript_cb (DeskRaise *self)
{
  answer (self, BUL_CLASS_QUOTE);
}

static void
translation_cb (DeskRaise *self)
{
  answer (self, BUL_CLASS_TRANSLATION);
}

static void
raise_clicked_cb (DeskRaise *self)
{
  if (self->document != NULL)
    go_on (self);
}

static void
class_clicked_cb (DeskRaise *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static gboolean
class_key_pressed_cb (DeskRaise *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  guint error_class = digit == 0 ? BUL_CLASS_OTHER : digit;

  if (!g_unichar_isdigit (gdk_keyval_to_unicode (keyval))
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_toggle_button_set_active (self->class_buttons[error_class], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  return GDK_EVENT_STOP;
}

static void
desk_raise_closed (GtkPopover *popover)
{
  DeskRaise *self = DESK_RAISE (popover);

  if (self->document != NULL && self->amended == NULL)
    keep_typed (self);
  g_clear_object (&self->document);
}

static GtkToggleButton *
make_class_button (DeskRaise *self, BulClass error_class)
{
  const char *name = desk_wording_for_class (error_class);
  g_autofree char *digit = g_strdup_printf ("%u", error_class % 10);
  g_autofree char *spoken = g_strdup_printf ("%s %s", digit, name);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *key = gtk_label_new (digit);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (button, "digit");
  gtk_widget_add_css_class (key, "n");
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (class_clicked_cb), self);
  return GTK_TOGGLE_BUTTON (button);
}

/* As the digits lie on the keyboard: 1 to 5 above 6 to 0. */
static void
make_class_buttons (DeskRaise *self)
{
  for (guint i = 1; i <= N_CLASSES; i++)
    {
      self->class_buttons[i] = make_class_button (self, i);
      if (i > 1)
        gtk_toggle_button_set_group (self->class_buttons[i], self->class_buttons[1]);
      gtk_grid_attach (self->classes, GTK_WIDGET (self->class_buttons[i]), (i - 1) % N_COLUMNS,
                       (i - 1) / N_COLUMNS, 1, 1);
    }
}

static void
make_found_by (DeskRaise *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (BulFoundBy i = BUL_FOUND_NEWSROOM; i <= BUL_FOUND_COURT; i++)
    gtk_string_list_append (names, desk_wording_for_found_by (i));
  gtk_drop_down_set_model (self->found_by, G_LIST_MODEL (names));
}

static void
desk_raise_finalize (GObject *object)
{
  DeskRaise *self = DESK_RAISE (object);

  g_free (self->amended);
  g_free (self->block);
  g_free (self->typed);
  g_free (self->was);
  g_free (self->by);
  g_hash_table_unref (self->kept);

  G_OBJECT_CLASS (desk_raise_parent_class)->finalize (object);
}

static void
desk_raise_dispose (GObject *object)
{
  DeskRaise *self = DESK_RAISE (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (desk_raise_parent_class)->dispose (object);
}

static void
desk_raise_class_init (DeskRaiseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_raise_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_raise_finalize;
  GTK_POPOVER_CLASS (klass)->closed = desk_raise_closed;

  signals[RAISED] = g_signal_new ("raised", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AMENDED] = g_signal_new ("amended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DESK_TYPE_PREVIEWS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-raise.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, heading);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, place);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, was_label);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, now);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, spoken);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, classes);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, found_by);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, meaning);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, slip);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, previews);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskRaise, raise);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_instead_cb);
  gtk_widget_class_bind_template_callback (widget_class, transcript_cb);
  gtk_widget_class_bind_template_callback (widget_class, translation_cb);
  gtk_widget_class_bind_template_callback (widget_class, raise_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_key_pressed_cb);
}

static void
desk_raise_init (DeskRaise *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) typed_free);
  make_class_buttons (self);
  make_found_by (self);
  desk_overtype_add (GTK_WIDGET (self->now));
  desk_overtype_add (GTK_WIDGET (self->reason));
  g_signal_connect_swapped (gtk_editable_get_delegate (self->now), "preedit-changed",
                            G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_swapped (gtk_editable_get_delegate (self->reason), "preedit-changed",
                            G_CALLBACK (preedit_changed_cb), self);
}

GtkWidget *
desk_raise_new (void)
{
  return g_object_new (DESK_TYPE_RAISE, NULL);
}

gboolean
desk_raise_yes (DeskRaise *self)
{
  g_return_val_if_fail (DESK_IS_RAISE (self), FALSE);

  if (self->document == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  go_on (self);
  return TRUE;
}

/* The words that were aired are wrong however often it is said otherwise: when a correction is
 * changed they stay, and so do the right ones. */
static void
show_deed (DeskRaise *self, const char *amended)
{
  g_autofree char *tag = amended == NULL ? NULL : desk_wording_dup_tag (amended);
  /* Translators: %s is the correction: C1. */
  g_autofree char *heading = amended == NULL ? g_strdup (_ ("Raise a correction"))
                                             : g_strdup_printf (_ ("Change %s"), tag);

  g_free (self->amended);
  self->amended = g_strdup (amended);
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_button_set_label (self->raise,
                        amended == NULL ? _ ("Raise correction") : _ ("Change correction"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->now), amended == NULL);
}

/* @block: (nullable); @was: (transfer full); @typed: (transfer full) */
static void
show_words (DeskRaise *self, DeskDocument *document, const char *block, char *was, char *typed)
{
  g_autofree char *place = desk_wording_dup_place (desk_document_get_story (document), block);

  g_set_object (&self->document, document);
  g_free (self->block);
  self->block = g_strdup (block);
  g_free (self->was);
  self->was = was;
  g_free (self->typed);
  self->typed = typed;
  gtk_label_set_label (self->place, place);
  desk_label_set_text (self->was_label, self->was);
}

/* What is below the words in the window is all the room there is: the previews, which scroll, get
 * what the rest leaves of it. */
static void
fit_previews (DeskRaise *self, const GdkRectangle *area)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  double bottom;
  int natural;
  int over;

  gtk_scrolled_window_set_min_content_height (self->scroller, PREVIEWS_HEIGHT);
  /* What is not seen yet has no height, but what is in it has. */
  gtk_widget_measure (gtk_popover_get_child (GTK_POPOVER (self)), GTK_ORIENTATION_VERTICAL, -1,
                      NULL, &natural, NULL, NULL);
  if (root == NULL
      || !gtk_widget_translate_coordinates (gtk_widget_get_parent (GTK_WIDGET (self)), root, 0,
                                            area->y + area->height, NULL, &bottom))
    return;
  over = natural + CHROME - (gtk_widget_get_height (root) - (int) bottom);
  if (over > 0)
    gtk_scrolled_window_set_min_content_height (self->scroller,
                                                MAX (PREVIEWS_LEAST, PREVIEWS_HEIGHT - over));
}

static void
pop_up (DeskRaise *self, const GdkRectangle *area, const char *by)
{
  g_free (self->by);
  self->by = g_strdup (by);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  fit_previews (self, area);
  gtk_popover_popup (GTK_POPOVER (self));
}

void
desk_raise_open (DeskRaise *self,
                 DeskDocument *document,
                 const BulPassage *passage,
                 const char *was,
                 const GdkRectangle *area,
                 const char *by)
{
  const BulBlock *block = bul_story_find (desk_document_get_story (document), passage->block);
  g_autofree char *kept_key = NULL;
  const Typed *kept;
  char *typed;

  g_return_if_fail (DESK_IS_RAISE (self));
  g_return_if_fail (block != NULL);

  typed = bul_chars_slice (block->text, passage->at, passage->at + passage->n_chars);
  show_deed (self, NULL);
  gtk_widget_set_visible (self->spoken, block->kind == BUL_BLOCK_BITE);
  show_words (self, document, block->key, g_strdup (was != NULL ? was : typed), typed);
  self->at = passage->at;
  self->n_chars = passage->n_chars;
  self->is_done = was != NULL;
  kept_key = make_kept_key (self);
  kept = g_hash_table_lookup (self->kept, kept_key);
  desk_previews_begin (self->previews, get_language (self, desk_document_get_story (document)),
                       kept == NULL ? NULL : kept->own);
  fill (self, kept);

  pop_up (self, area, by);
  if (self->is_done)
    focus_hindrance (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->now));
}

void
desk_raise_amend (DeskRaise *self,
                  DeskDocument *document,
                  const char *key,
                  const GdkRectangle *area,
                  const char *by)
{
  const BulCorrection *correction = bul_story_find (desk_document_get_story (document), key);
  const BulSpan *span;
  Typed typed;

  g_return_if_fail (DESK_IS_RAISE (self));
  g_return_if_fail (correction != NULL && bul_amender_can_amend (correction));

  span = correction->spans->len == 0 ? NULL : correction->spans->pdata[0];
  typed = (Typed){ .now = correction->now,
                   .reason = correction->reason,
                   .error_class = correction->error_class,
                   .weight = correction->weight,
                   .found_by
                   = correction->found_by == 0 ? 0 : correction->found_by - BUL_FOUND_NEWSROOM };
  gtk_widget_set_visible (self->spoken, FALSE);
  show_deed (self, key);
  self->is_done = FALSE;
  show_words (self, document, span == NULL || span->on == NULL ? "" : span->on,
              g_strdup (correction->was), NULL);
  desk_previews_begin_with (self->previews, get_language (self, desk_document_get_story (document)),
                            desk_document_get_story (document), key);
  fill (self, &typed);

  pop_up (self, area, by);
  gtk_widget_grab_focus (GTK_WIDGET (self->class_buttons[MAX (correction->error_class, 1)]));
}
