/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "desk-caption.h"
#include "desk-composer.h"
#include "desk-flags.h"
#include "desk-hands.h"
#include "desk-margin.h"
#include "desk-style.h"
#include "desk-text-scale.h"
#include "desk-token.h"

#define COLUMN_WIDTH 640
#define LEFT_MARGIN 60
#define RIGHT_MARGIN 52
#define TOP_MARGIN 18
#define BOTTOM_MARGIN 120
/* Of the height: the last line too can be brought up to where a popover has room below it. */
#define BOTTOM_SHARE 0.8

typedef struct
{
  DeskViewDone done;
  gpointer data;
} Waiting;

enum
{
  CURRENT_BLOCK_CHANGED,
  CORRECTION_PRESSED,
  FINDING_PRESSED,
  NOTE_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (DeskView, desk_view, GTK_TYPE_TEXT_VIEW)

void
desk_view_find_caret (DeskView *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

static const BulBlock *
find_current (DeskView *self)
{
  GtkTextIter caret;

  if (self->buffer == NULL)
    return NULL;
  desk_view_find_caret (self, &caret);
  return desk_buffer_get_block_at_line (self->buffer, gtk_text_iter_get_line (&caret));
}

DeskFindings *
desk_view_get_findings (DeskView *self)
{
  return desk_document_get_findings (desk_buffer_get_document (self->buffer));
}

/* What the margins show of the caret's line, in words. */
static void
describe_current (DeskView *self)
{
  const BulBlock *block = find_current (self);
  g_autofree char *caption
      = block == NULL ? NULL
                      : desk_caption_dup (desk_buffer_get_document (self->buffer), block,
                                          desk_speller_get_n_in_block (self->speller, block->key));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  caption == NULL ? "" : caption, -1);
}

/* They are painted, and take no room in the text. */
static void
findings_changed_cb (DeskView *self)
{
  describe_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
misspelt_changed_cb (DeskView *self)
{
  describe_current (self);
}

static void
refresh_current (DeskView *self)
{
  const BulBlock *block = find_current (self);
  const char *key = block == NULL ? NULL : block->key;

  if (g_strcmp0 (self->current_block, key) == 0)
    return;
  g_free (self->current_block);
  self->current_block = g_strdup (key);
  describe_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURRENT_BLOCK_CHANGED], 0);
}

static void
document_changed_cb (DeskView *self)
{
  refresh_current (self);
  describe_current (self);
  /* Lines of another height must be laid out before they are painted, or the scrollbar is caught by
   * surprise; GTK does so when it allocates, and else not until it paints. To ask for that alone is
   * not enough: where a parent is being allocated it is forgotten, and nothing is painted. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
palette_changed_cb (DeskView *self)
{
  if (self->buffer != NULL)
    desk_style_table_set_palette (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer)),
                                  desk_palette_get ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The column grows with the letters, so that a line keeps its number of words. */
static int
column_width (DeskView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.0;
  return MAX (COLUMN_WIDTH, COLUMN_WIDTH * size / 16);
}

static gboolean
set_bottom_margin_cb (gpointer data)
{
  DeskView *self = data;

  self->bottom_id = 0;
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), self->bottom_margin);
  return G_SOURCE_REMOVE;
}

/* Not while the view is being given its place: that would have it measured again at once, and
 * nobody sees the end of the script yet. */
static void
ask_bottom_margin (DeskView *self, int margin)
{
  if (self->bottom_margin == margin)
    return;
  self->bottom_margin = margin;
  if (self->bottom_id == 0)
    self->bottom_id = g_idle_add (set_bottom_margin_cb, self);
}

static void
desk_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int side = (width - column_width (DESK_VIEW (widget))) / 2;
  float scale = desk_text_scale_of_signs (widget);
  int left = MAX ((int) (LEFT_MARGIN * scale), side);
  int right = MAX ((int) (RIGHT_MARGIN * scale), side);

  ask_bottom_margin (DESK_VIEW (widget), MAX (BOTTOM_MARGIN, height * BOTTOM_SHARE));
  if (gtk_text_view_get_left_margin (view) != left)
    gtk_text_view_set_left_margin (view, left);
  if (gtk_text_view_get_right_margin (view) != right)
    gtk_text_view_set_right_margin (view, right);
  GTK_WIDGET_CLASS (desk_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
desk_view_backspace (GtkTextView *view)
{
  DeskView *self = DESK_VIEW (view);

  if (self->buffer == NULL || !desk_hands_backspace (view, self->buffer))
    GTK_TEXT_VIEW_CLASS (desk_view_parent_class)->backspace (view);
}

static void
desk_view_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  DeskView *self = DESK_VIEW (view);

  if (self->buffer != NULL)
    desk_hands_begin_delete (self->buffer, count);
  GTK_TEXT_VIEW_CLASS (desk_view_parent_class)->delete_from_cursor (view, type, count);
  if (self->buffer != NULL)
    desk_hands_end_delete (self->buffer);
}

static void
desk_view_copy_clipboard (GtkTextView *view)
{
  DeskView *self = DESK_VIEW (view);

  if (self->buffer == NULL || !desk_hands_copy (view, self->buffer, FALSE))
    GTK_TEXT_VIEW_CLASS (desk_view_parent_class)->copy_clipboard (view);
}

static void
desk_view_cut_clipboard (GtkTextView *view)
{
  DeskView *self = DESK_VIEW (view);

  if (self->buffer == NULL || !desk_hands_copy (view, self->buffer, TRUE))
    GTK_TEXT_VIEW_CLASS (desk_view_parent_class)->cut_clipboard (view);
}

static gboolean
paint_again_cb (gpointer data)
{
  DeskView *self = data;

  self->again_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What is asked for while painting is forgotten when that is done. */
static void
ask_to_paint_again (DeskView *self)
{
  if (self->again_id == 0)
    self->again_id = g_idle_add_full (GDK_PRIORITY_REDRAW, paint_again_cb, self, NULL);
}

static void
desk_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  DeskView *self = DESK_VIEW (view);
  DeskMargin margin = {
    .view = view,
    .buffer = self->buffer,
    .left = gtk_text_view_get_left_margin (view),
    .right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view),
    .bands = self->bands,
    .scale = desk_text_scale_of_signs (GTK_WIDGET (view)),
  };

  if (self->buffer == NULL)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    self->painted = desk_margin_snapshot_below (&margin, snapshot);
  else if (desk_margin_snapshot_above (&margin, snapshot) != self->painted)
    ask_to_paint_again (self);
}

void
desk_view_place_caret (DeskView *self, const GtkTextIter *iter)
{
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), iter);
}

void
desk_view_scroll_to_caret (DeskView *self)
{
  GtkTextMark *caret = gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), caret, 0.1, FALSE, 0, 0);
}

static void
next_block_cb (DeskView *self, gpointer data)
{
  GtkTextIter caret;

  if (self->buffer == NULL)
    return;
  desk_view_find_caret (self, &caret);
  if (!gtk_text_iter_forward_line (&caret) && gtk_text_iter_get_line_offset (&caret) == 0)
    return;
  desk_view_place_caret (self, &caret);
  desk_view_scroll_to_caret (self);
}

static void
previous_block_cb (DeskView *self, gpointer data)
{
  GtkTextIter caret;

  if (self->buffer == NULL)
    return;
  desk_view_find_caret (self, &caret);
  gtk_text_iter_backward_line (&caret);
  desk_view_place_caret (self, &caret);
  desk_view_scroll_to_caret (self);
}

/* What is done may itself ask for more. */
static void
run_waiting (DeskView *self)
{
  g_autoptr (GArray) waiting = self->waiting;

  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  for (guint i = 0; i < waiting->len; i++)
    {
      const Waiting *next = &g_array_index (waiting, Waiting, i);

      next->done (self, next->data);
    }
}

static void
composed_cb (gpointer data)
{
  g_autoptr (DeskView) self = g_object_ref (data);

  run_waiting (self);
}

static gboolean
go_by_block (GtkWidget *widget, GVariant *args, gpointer data)
{
  desk_view_commit (
      DESK_VIEW (widget),
      g_variant_get_uint32 (args) == GTK_DIR_TAB_FORWARD ? next_block_cb : previous_block_cb, NULL);
  return GDK_EVENT_STOP;
}

/* The syllable is not in the buffer, but it is typed: the document is told of it. Words that are
 * selected give way to it. */
static void
preedit_changed_cb (DeskView *self, const char *preedit)
{
  GtkTextIter start;
  GtkTextIter end;
  const BulBlock *line;
  const char *block;
  guint offset;
  guint offset_end;
  BulEdit *edit = NULL;

  if (self->buffer == NULL)
    return;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  if (preedit != NULL && *preedit != '\0'
      && gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end)
      && desk_buffer_get_place (self->buffer, &end, &block, &offset_end)
      && desk_buffer_get_place (self->buffer, &start, &block, &offset))
    {
      line = desk_buffer_get_block_at_line (self->buffer, gtk_text_iter_get_line (&start));
      edit = bul_edit_new (BUL_EDIT_TEXT, block, offset);
      g_free (edit->removed);
      edit->removed = bul_chars_slice (line->text, offset, offset_end);
      g_free (edit->inserted);
      edit->inserted = g_strdup (preedit);
    }
  desk_document_set_composing (desk_buffer_get_document (self->buffer), edit);
}

static void
forget_document (DeskView *self)
{
  desk_view_forget_selection (self);
  if (self->buffer == NULL)
    return;
  desk_speller_set_buffer (self->speller, NULL);
  g_signal_handlers_disconnect_by_data (desk_view_get_findings (self), self);
  g_signal_handlers_disconnect_by_data (desk_buffer_get_document (self->buffer), self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  if (self->composer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self->composer);
  desk_buffer_close (self->buffer);
  g_clear_object (&self->buffer);
}

static void
desk_view_dispose (GObject *object)
{
  DeskView *self = DESK_VIEW (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  g_clear_handle_id (&self->bottom_id, g_source_remove);
  g_clear_handle_id (&self->again_id, g_source_remove);
  if (self->waiting != NULL)
    run_waiting (self);
  g_clear_pointer (&self->waiting, g_array_unref);
  forget_document (self);
  desk_view_spelling_dispose (self);
  g_clear_object (&self->deeds_menu);
  g_clear_pointer (&self->composer, desk_composer_free);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->current_block, g_free);
  G_OBJECT_CLASS (desk_view_parent_class)->dispose (object);
}

/* The least a script needs to be read; the sizes of the tags are made for it. In points, so that it
 * grows with the text size of the desktop. Any other style sheet of the program goes before. */
static void
add_style (void)
{
  static const char style[] = "textview.script { font: 12pt Cantarell, \"Noto Sans CJK KR\"; }"
                              "textview.script, textview.script > text {"
                              "  color: inherit; background: none; }";
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
desk_view_class_init (DeskViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = desk_view_dispose;
  widget_class->size_allocate = desk_view_size_allocate;
  view_class->snapshot_layer = desk_view_snapshot_layer;
  view_class->backspace = desk_view_backspace;
  view_class->delete_from_cursor = desk_view_delete_from_cursor;
  view_class->copy_clipboard = desk_view_copy_clipboard;
  view_class->cut_clipboard = desk_view_cut_clipboard;

  signals[CURRENT_BLOCK_CHANGED]
      = g_signal_new ("current-block-changed", DESK_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[CORRECTION_PRESSED]
      = g_signal_new ("correction-pressed", DESK_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINDING_PRESSED] = g_signal_new ("finding-pressed", DESK_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[NOTE_PRESSED] = g_signal_new ("note-pressed", DESK_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  desk_view_menu_class_init (widget_class);
  add_style ();
}

static void
add_key (GtkEventController *controller, guint key, GdkModifierType modifiers, GtkDirectionType way)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
      gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (go_by_block, NULL, NULL),
      "u", way);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Asked before the text view, which takes Tab for itself whatever it is told. */
static void
add_keys (DeskView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_KP_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  add_key (controller, GDK_KEY_KP_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
query_tooltip_cb (DeskView *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = NULL;
  DeskFlag flag;

  if (by_keyboard || self->buffer == NULL
      || !desk_flags_find (GTK_TEXT_VIEW (self), self->buffer, x, y, &flag))
    return FALSE;
  words = desk_flags_dup_words (&flag);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* Before the text view, which would put the caret there. */
static void
pressed_cb (DeskView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  DeskFlag flag;

  if (self->buffer == NULL || !desk_flags_find (GTK_TEXT_VIEW (self), self->buffer, x, y, &flag))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (flag.finding != NULL)
    g_signal_emit (self, signals[FINDING_PRESSED], 0, flag.number);
  else if (flag.note != NULL)
    g_signal_emit (self, signals[NOTE_PRESSED], 0, flag.note->key);
  else
    g_signal_emit (self, signals[CORRECTION_PRESSED], 0, flag.correction->key);
}

static void
add_flags (DeskView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
desk_view_init (DeskView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  self->bands = desk_bands_new ();
  self->composer = desk_composer_new (view, composed_cb, self);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "script");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  add_keys (self);
  add_flags (self);
  desk_view_spelling_init (self);
  desk_view_menu_init (self);
  desk_view_selection_init (self);
  g_signal_connect_swapped (self->speller, "changed", G_CALLBACK (misspelt_changed_cb), self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Script"), -1);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (palette_changed_cb), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (palette_changed_cb),
                            self);
}

GtkWidget *
desk_view_new (void)
{
  return g_object_new (DESK_TYPE_VIEW, NULL);
}

/* GTK 4.8 keeps lines that it laid out, for the caret say, before it measured them, even when the
 * buffer that they belong to is gone, and then looks into them. All that it keeps goes where its
 * tabs are set. */
static void
forget_lines (GtkTextView *view)
{
  PangoTabArray *tabs = gtk_text_view_get_tabs (view);

  gtk_text_view_set_tabs (view, tabs);
  g_clear_pointer (&tabs, pango_tab_array_free);
}

/* A view without a buffer is not to be trusted in GTK 4.8. */
static void
show_buffer (DeskView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean shown = self->buffer != NULL;
  g_autoptr (GtkTextBuffer) buffer
      = shown ? g_object_ref (GTK_TEXT_BUFFER (self->buffer)) : gtk_text_buffer_new (NULL);

  forget_lines (view);
  gtk_text_view_set_buffer (view, buffer);
  gtk_text_view_set_editable (view, shown);
  gtk_text_view_set_cursor_visible (view, shown);
}

void
desk_view_set_document (DeskView *self, DeskDocument *document, const char *script)
{
  g_return_if_fail (DESK_IS_VIEW (self));
  g_return_if_fail (document == NULL || DESK_IS_DOCUMENT (document));

  forget_document (self);
  if (document != NULL)
    {
      self->buffer = desk_buffer_new (document, script);
      desk_buffer_set_shows_struck (self->buffer, !self->hides_struck);
    }
  show_buffer (self);
  if (document != NULL)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
      g_signal_connect_swapped (desk_view_get_findings (self), "changed",
                                G_CALLBACK (findings_changed_cb), self);
      g_signal_connect_swapped (self->buffer, "notify::cursor-position",
                                G_CALLBACK (refresh_current), self);
      g_signal_connect_data (self->buffer, "end-user-action", G_CALLBACK (desk_composer_note_typed),
                             self->composer, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      desk_speller_set_buffer (self->speller, self->buffer);
    }
  palette_changed_cb (self);
  refresh_current (self);
}

gboolean
desk_view_get_shows_struck (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  return !self->hides_struck;
}

void
desk_view_set_shows_struck (DeskView *self, gboolean shows)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  self->hides_struck = !shows;
  if (self->buffer != NULL)
    desk_buffer_set_shows_struck (self->buffer, shows);
}

DeskDocument *
desk_view_get_document (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), NULL);

  return self->buffer == NULL ? NULL : desk_buffer_get_document (self->buffer);
}

DeskBuffer *
desk_view_get_buffer (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), NULL);

  return self->buffer;
}

void
desk_view_set_bands (DeskView *self, GArray *bands)
{
  g_return_if_fail (DESK_IS_VIEW (self) && bands != NULL);

  if (desk_bands_are_equal (self->bands, bands))
    {
      g_array_unref (bands);
      return;
    }
  g_array_unref (self->bands);
  self->bands = bands;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const GArray *
desk_view_get_bands (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), NULL);

  return self->bands;
}

void
desk_view_commit (DeskView *self, DeskViewDone done, gpointer data)
{
  Waiting waiting = { done, data };

  g_return_if_fail (DESK_IS_VIEW (self) && done != NULL);

  if (self->composer != NULL && !desk_composer_commit (self->composer))
    g_array_append_val (self->waiting, waiting);
  else
    done (self, data);
}
