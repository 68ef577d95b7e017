/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-find-bar.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-error.h"
#include "desk-find-steps.h"
#include "desk-label.h"
#include "desk-replace-list.h"
#include "desk-typed.h"

struct _DeskFindBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *word;
  GtkToggleButton *particles;
  GtkToggleButton *regex;
  GtkToggleButton *match_case;
  GtkLabel *problem;
  GtkRevealer *replace_revealer;
  GtkEditable *with;
  GtkWidget *list_button;
  DeskReplaceList *list;

  DeskDocument *document;
  DeskView *view; /* weak */
  DeskSearch *search;
  GSignalGroup *carets; /* of the view's buffer */
  DeskTyped *words;     /* in the entry */
  DeskTyped *with_words;
  char *sought;          /* what the search was last told to look for */
  BulPatternFlags flags; /* and how */
  DeskFindSteps *steps;
  GSettings *settings;       /* that remember the options, or NULL */
  BulPatternFlags preferred; /* while the bar offers words of its own: what a person has chosen */
  gboolean is_offering;
  gboolean wants_list; /* of what is to be replaced, once all places are found */
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFindBar, desk_find_bar, ADW_TYPE_BIN)

static gboolean
is_open (DeskFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

gboolean
desk_find_bar_is_open (DeskFindBar *self)
{
  g_return_val_if_fail (DESK_IS_FIND_BAR (self), FALSE);

  return is_open (self);
}

static BulPatternFlags
get_flags (DeskFindBar *self)
{
  return (gtk_toggle_button_get_active (self->word) ? BUL_PATTERN_WORD : 0)
         | (gtk_toggle_button_get_active (self->regex) ? BUL_PATTERN_REGEX : 0)
         | (gtk_toggle_button_get_active (self->match_case) ? BUL_PATTERN_CASE : 0)
         | (gtk_toggle_button_get_active (self->particles) ? BUL_PATTERN_PARTICLES : 0);
}

static void
set_flags (DeskFindBar *self, BulPatternFlags flags)
{
  gtk_toggle_button_set_active (self->word, (flags & BUL_PATTERN_WORD) != 0);
  gtk_toggle_button_set_active (self->regex, (flags & BUL_PATTERN_REGEX) != 0);
  gtk_toggle_button_set_active (self->match_case, (flags & BUL_PATTERN_CASE) != 0);
  gtk_toggle_button_set_active (self->particles, (flags & BUL_PATTERN_PARTICLES) != 0);
}

static void
bind_option (DeskFindBar *self, const char *key, GtkToggleButton *option)
{
  /* Kept for the next window; others that are open go on as they are. */
  g_settings_bind (self->settings, key, option, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

static void
bind_options (DeskFindBar *self)
{
  bind_option (self, "find-word", self->word);
  bind_option (self, "find-regex", self->regex);
  bind_option (self, "find-case", self->match_case);
  bind_option (self, "find-particles", self->particles);
}

/* The options are what the words ask for, which nobody has chosen and nothing remembers. */
static void
begin_offer (DeskFindBar *self)
{
  GtkToggleButton *options[] = { self->word, self->regex, self->match_case, self->particles };

  if (self->is_offering)
    return;
  self->is_offering = TRUE;
  self->preferred = get_flags (self);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_settings_unbind (options[i], "active");
}

static void
end_offer (DeskFindBar *self)
{
  if (!self->is_offering)
    return;
  self->is_offering = FALSE;
  set_flags (self, self->preferred);
  if (self->settings != NULL)
    bind_options (self);
}

static void
show_problem (DeskFindBar *self, const char *words)
{
  desk_label_set_text (self->problem, words);
  if (words == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

/* A number that may still grow says so. */
static char *
dup_count (DeskFindBar *self)
{
  guint n_hits = desk_search_get_n_hits (self->search);
  const char *more = desk_search_is_done (self->search) ? "" : "…";
  DeskHit hit;
  guint number = desk_find_steps_get_current (self->steps, &hit)
                     ? desk_search_get_number (self->search, &hit)
                     : 0;
  g_autofree char *count = NULL;

  if (self->sought == NULL || desk_search_get_finder (self->search) == NULL
      || desk_search_get_error (self->search) != NULL)
    return g_strdup ("");
  if (n_hits == 0)
    return g_strdup (desk_search_is_done (self->search) ? _ ("Not found") : _ ("Looking…"));
  if (number == 0)
    count = g_strdup_printf (ngettext ("%u match", "%u matches", n_hits), n_hits);
  else
    /* Translators: the third of twelve places. */
    count = g_strdup_printf (_ ("%u of %u"), number, n_hits);
  return g_strconcat (count, more, NULL);
}

static void
show_count (DeskFindBar *self)
{
  g_autofree char *words = dup_count (self);
  gboolean has_hits = desk_search_get_n_hits (self->search) > 0;
  DeskHit hit;

  if (!is_open (self))
    return;
  desk_search_set_current (self->search,
                           desk_find_steps_get_current (self->steps, &hit) ? &hit : NULL);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_sensitive (self->next, has_hits);
  gtk_widget_set_sensitive (self->previous, has_hits);
  gtk_widget_set_sensitive (self->list_button, has_hits);
}

static gboolean
has_keys (GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (part);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static gboolean
has_focus_inside (DeskFindBar *self)
{
  return has_keys (GTK_WIDGET (self));
}

static const char *
word_of_error (const GError *error)
{
  return g_error_matches (error, BUL_ERROR, BUL_ERROR_REFUSED)
             ? _ ("This expression takes too long. Make it simpler: a repetition within a "
                  "repetition takes most.")
             : _ ("This is not a regular expression yet.");
}

static void
show_list (DeskFindBar *self)
{
  g_autofree char *with = desk_typed_dup_text (self->with_words);

  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  desk_replace_list_start (self->list, self->view, self->search, with);
}

/* Where nothing was found yet the list waits for it. */
static void
show_wanted_list (DeskFindBar *self)
{
  if (!self->wants_list)
    return;
  if (desk_search_get_n_hits (self->search) > 0)
    {
      self->wants_list = FALSE;
      show_list (self);
      desk_replace_list_grab_focus (self->list);
    }
  else if (desk_search_is_done (self->search))
    self->wants_list = FALSE;
}

static void
search_changed_cb (DeskFindBar *self)
{
  const GError *error = desk_search_get_error (self->search);

  if (error != NULL)
    show_problem (self, word_of_error (error));
  desk_find_steps_go_on (self->steps, !has_focus_inside (self));
  show_count (self);
  show_wanted_list (self);
  desk_replace_list_refresh (self->list);
}

/* Looks for what stands in the entry, if that is another than before. The first place is shown
 * where no step from the caret is meant: GTK may lose what is selected right after nothing was. */
static void
look (DeskFindBar *self, gboolean shows_first)
{
  g_autofree char *text = desk_typed_dup_text (self->words);
  g_autoptr (GError) error = NULL;
  BulPattern *pattern = NULL;

  if (!is_open (self) || (g_strcmp0 (text, self->sought) == 0 && self->flags == get_flags (self)))
    return;
  g_free (self->sought);
  self->sought = g_strdup (text);
  self->flags = get_flags (self);
  show_problem (self, NULL);
  if (*text != '\0')
    pattern = bul_pattern_new (text, self->flags, &error);
  if (error != NULL)
    show_problem (self, word_of_error (error));
  if (shows_first)
    desk_find_steps_wait (self->steps);
  else
    desk_find_steps_stop (self->steps);
  desk_search_set_finder (self->search, pattern == NULL ? NULL : bul_finder_new (pattern));
}

static void
look_cb (DeskFindBar *self)
{
  look (self, TRUE);
}

static void
option_toggled_cb (DeskFindBar *self)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->with),
                                  gtk_toggle_button_get_active (self->regex)
                                      ? _ ("Replace with (\\1: the first group)")
                                      : _ ("Replace with"));
  look (self, TRUE);
}

static void
forget_search (DeskFindBar *self)
{
  g_clear_pointer (&self->sought, g_free);
  desk_find_steps_stop (self->steps);
  self->wants_list = FALSE;
  desk_search_set_finder (self->search, NULL);
}

static void
close_list (DeskFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  desk_replace_list_stop (self->list);
}

static void
close_bar (DeskFindBar *self)
{
  close_list (self);
  forget_search (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_revealer_set_reveal_child (self->replace_revealer, FALSE);
  desk_find_steps_forget (self->steps);
  end_offer (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* The words that were found may be typed over; where there are none, all is as it was before. Hands
 * that are in the script already stay where they are. */
void
desk_find_bar_close (DeskFindBar *self)
{
  DeskHit hit;

  g_return_if_fail (DESK_IS_FIND_BAR (self));

  if (!is_open (self))
    return;
  if (has_focus_inside (self) && desk_find_steps_get_current (self->steps, &hit))
    desk_find_steps_select (self->steps, &hit);
  else if (has_focus_inside (self))
    desk_find_steps_go_back (self->steps);
  close_bar (self);
}

/* Tab leads from what is looked for to what is to stand there, and back, past all buttons between.
 */
static gboolean
go_to_other_entry (DeskFindBar *self, guint keyval)
{
  GtkWidget *entries[] = { GTK_WIDGET (self->entry), GTK_WIDGET (self->with) };
  gboolean is_forward = keyval == GDK_KEY_Tab;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
      || !gtk_revealer_get_reveal_child (self->replace_revealer)
      || !has_keys (entries[is_forward ? 0 : 1]))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (entries[is_forward ? 1 : 0]);
  return GDK_EVENT_STOP;
}

/* In the list Escape goes back to what is to be replaced with; else the bar is closed. It is asked
 * before the input method, which may take Escape in an entry for the end of typing Hangul. */
static gboolean
key_pressed_cb (DeskFindBar *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape && is_open (self))
    return go_to_other_entry (self, keyval);
  if (keyval != GDK_KEY_Escape || !is_open (self))
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    {
      close_list (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->with));
      return GDK_EVENT_STOP;
    }
  desk_find_bar_close (self);
  return GDK_EVENT_STOP;
}

static void
list_cb (DeskFindBar *self)
{
  self->wants_list = TRUE;
  show_wanted_list (self);
}

static void
with_changed_cb (DeskFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    show_list (self);
}

static void
replaced_cb (DeskFindBar *self, guint n_places)
{
  close_bar (self);
  g_signal_emit (self, signals[REPLACED], 0, n_places);
}

/* Yes: what is ticked is replaced. Without the list it is shown first. */
static gboolean
yes_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  DeskFindBar *self = DESK_FIND_BAR (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    desk_replace_list_apply (self->list);
  else if (gtk_revealer_get_reveal_child (self->replace_revealer))
    list_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
previous_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  desk_find_bar_previous (DESK_FIND_BAR (data));
  return GDK_EVENT_STOP;
}

static void
add_key (
    GtkWidget *widget, guint keyval, GdkModifierType modifiers, GtkShortcutFunc func, gpointer data)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                        gtk_callback_action_new (func, data, NULL)));
  gtk_widget_add_controller (widget, controller);
}

static void
add_keys (DeskFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_key (GTK_WIDGET (self->entry), GDK_KEY_Return, GDK_SHIFT_MASK, previous_cb, self);
  add_key (GTK_WIDGET (self->entry), GDK_KEY_KP_Enter, GDK_SHIFT_MASK, previous_cb, self);
  add_key (GTK_WIDGET (self), GDK_KEY_Return, GDK_CONTROL_MASK, yes_cb, NULL);
  add_key (GTK_WIDGET (self), GDK_KEY_KP_Enter, GDK_CONTROL_MASK, yes_cb, NULL);
}

/* Another story, or none: what is looked for stays, the place it was looked for from does not. */
static void
set_document (DeskFindBar *self, DeskDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  desk_find_steps_forget (self->steps);
  desk_find_steps_wait_no_more (self->steps);
  close_list (self);
  g_signal_group_set_target (self->carets, desk_find_steps_get_buffer (self->steps));
  desk_search_set_buffer (self->search, desk_find_steps_get_buffer (self->steps));
  if (document == NULL && is_open (self))
    close_bar (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
desk_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, DESK_FIND_BAR (object)->document);
      break;
    case PROP_VIEW:
      g_value_set_object (value, DESK_FIND_BAR (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskFindBar *self = DESK_FIND_BAR (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      g_set_weak_pointer (&self->view, g_value_get_object (value));
      desk_find_steps_set_view (self->steps, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_find_bar_dispose (GObject *object)
{
  DeskFindBar *self = DESK_FIND_BAR (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  g_clear_object (&self->carets);
  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->words, desk_typed_free);
  g_clear_pointer (&self->with_words, desk_typed_free);
  g_clear_pointer (&self->sought, g_free);
  g_clear_pointer (&self->steps, desk_find_steps_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (desk_find_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, word);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, particles);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, regex);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, match_case);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, replace_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, with);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, option_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, with_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_find_bar_close);
  gtk_widget_class_bind_template_callback (widget_class, replaced_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_find_bar_next);
  gtk_widget_class_bind_template_callback (widget_class, desk_find_bar_previous);
}

static void
desk_find_bar_class_init (DeskFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_find_bar_dispose;
  object_class->get_property = desk_find_bar_get_property;
  object_class->set_property = desk_find_bar_set_property;

  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DESK_TYPE_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLOSED] = g_signal_new ("closed", DESK_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REPLACED] = g_signal_new ("replaced", DESK_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (DESK_TYPE_REPLACE_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_find_bar_init (DeskFindBar *self)
{
  self->search = desk_search_new ();
  self->steps = desk_find_steps_new (self->search);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  self->words = desk_typed_new (self->entry, (DeskTypedChanged) look_cb, self);
  self->with_words = desk_typed_new (self->with, (DeskTypedChanged) with_changed_cb, self);
  self->carets = g_signal_group_new (DESK_TYPE_BUFFER);
  g_signal_group_connect_swapped (self->carets, "notify::cursor-position", G_CALLBACK (show_count),
                                  self);
  add_keys (self);
}

void
desk_find_bar_remember (DeskFindBar *self, GSettings *settings)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self) && G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  bind_options (self);
}

/* What is selected within one line, or NULL. */
static char *
dup_selected (DeskFindBar *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_find_steps_get_buffer (self->steps));
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return NULL;
  return desk_buffer_dup_text (DESK_BUFFER (buffer), &start, &end);
}

/* Shows the bar, and looks for what was looked for last. */
static void
open_bar (DeskFindBar *self, gboolean shows_first)
{
  if (!is_open (self))
    desk_find_steps_begin_at_caret (self->steps);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  look (self, shows_first);
}

static gboolean
take_selected (DeskFindBar *self)
{
  g_autofree char *selected = has_focus_inside (self) ? NULL : dup_selected (self);
  g_autofree char *literal = NULL;

  if (!is_open (self) || !has_focus_inside (self))
    desk_find_steps_begin_at_caret (self->steps);
  if (selected == NULL)
    return FALSE;
  literal = get_flags (self) & BUL_PATTERN_REGEX ? g_regex_escape_string (selected, -1) : NULL;
  gtk_editable_set_text (self->entry, literal != NULL ? literal : selected);
  return TRUE;
}

void
desk_find_bar_find (DeskFindBar *self)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));

  if (desk_find_steps_get_buffer (self->steps) == NULL)
    return;
  end_offer (self);
  take_selected (self);
  open_bar (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
desk_find_bar_replace (DeskFindBar *self)
{
  gboolean is_known;

  g_return_if_fail (DESK_IS_FIND_BAR (self));

  if (desk_find_steps_get_buffer (self->steps) == NULL)
    return;
  end_offer (self);
  is_known = is_open (self);
  is_known |= take_selected (self);
  open_bar (self, TRUE);
  gtk_revealer_set_reveal_child (self->replace_revealer, TRUE);
  /* What was looked for some time ago is not what is to be replaced now. */
  if (is_known && *gtk_editable_get_text (self->entry) != '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->with));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
desk_find_bar_offer (DeskFindBar *self, const char *was, const char *now)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));
  g_return_if_fail (was != NULL && now != NULL);

  if (desk_find_steps_get_buffer (self->steps) == NULL)
    return;
  desk_find_steps_begin_at_caret (self->steps);
  begin_offer (self);
  set_flags (self, BUL_PATTERN_WORD | BUL_PATTERN_CASE | BUL_PATTERN_PARTICLES);
  gtk_editable_set_text (self->entry, was);
  gtk_editable_set_text (self->with, now);
  open_bar (self, TRUE);
  gtk_revealer_set_reveal_child (self->replace_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->with));
  list_cb (self);
}

static void
go (DeskFindBar *self, int by)
{
  g_autofree char *text = desk_typed_dup_text (self->words);

  if (desk_find_steps_get_buffer (self->steps) == NULL)
    return;
  if (*text == '\0')
    {
      desk_find_bar_find (self);
      return;
    }
  open_bar (self, is_open (self));
  desk_find_steps_add (self->steps, by, !has_focus_inside (self));
}

void
desk_find_bar_next (DeskFindBar *self)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));

  go (self, 1);
}

void
desk_find_bar_previous (DeskFindBar *self)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));

  go (self, -1);
}

gboolean
desk_find_bar_yes (DeskFindBar *self)
{
  g_return_val_if_fail (DESK_IS_FIND_BAR (self), FALSE);

  return has_focus_inside (self) && yes_cb (GTK_WIDGET (self), NULL, NULL);
}
