/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-translation-private.h"

#include <adwaita.h>

#include "desk-link-signs.h"
#include "desk-pair-rows.h"
#include "desk-pairs.h"
#include "desk-stale.h"
#include "desk-translation-resources.h"

/* Milliseconds without a key until the pairs follow what was typed. */
#define REST 600

/* Below this width there is room for one column. */
#define TWO_COLUMNS 900

enum
{
  PROP_DOCUMENT = 1,
  PROP_SHOWS_AIDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  REFUSED,
  TURNED,
  MEMORY_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTranslation, desk_translation, GTK_TYPE_BOX)

const BulLink *
desk_translation_find_active (DeskTranslation *self)
{
  return self->document == NULL || self->active == NULL
             ? NULL
             : bul_pairs_find (desk_document_get_story (self->document), self->active);
}

gboolean
desk_translation_is_beside_caret (DeskTranslation *self)
{
  const BulLink *link = desk_translation_find_active (self);

  return link != NULL && link->state != BUL_LINK_REJECTED
         && !desk_link_signs_has (link, self->current);
}

void
desk_translation_refuse (DeskTranslation *self, const char *words)
{
  g_signal_emit (self, signals[REFUSED], 0, words);
}

/* --- what is shown */

static void
show_bands (DeskTranslation *self)
{
  const BulStory *story = desk_document_get_story (self->document);
  GArray *bands[] = { desk_bands_new (), desk_bands_new () };

  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      if (link->state == BUL_LINK_STALE)
        for (guint side = 0; side < 2; side++)
          desk_stale_add_bands (link, BUL_LANGUAGE_KOREAN + side, bands[side]);
      for (guint j = 0; g_strcmp0 (link->key, self->active) == 0 && j < link->segments->len; j++)
        {
          const BulSegment *segment = link->segments->pdata[j];

          if (!segment->span.orphan && segment->span.on != NULL)
            desk_bands_add (bands[segment->language - BUL_LANGUAGE_KOREAN], DESK_BAND_CURRENT,
                            segment->span.on, (BulRange){ segment->span.start, segment->span.end });
        }
    }
  /* What is marked within the current words is painted over them. */
  for (guint side = 0; side < 2; side++)
    g_array_sort (bands[side], desk_bands_compare);
  desk_view_set_bands (self->korean, bands[0]);
  desk_view_set_bands (self->english, bands[1]);
}

static void
levelled_cb (gpointer data)
{
  DeskTranslation *self = data;

  gtk_widget_queue_draw (GTK_WIDGET (self->strip));
}

static gboolean
shows_pairs (DeskTranslation *self)
{
  return self->document != NULL && desk_pairs_has_both (self->document);
}

static void
hide_texts (DeskTranslation *self)
{
  g_clear_pointer (&self->level, desk_level_free);
  desk_link_strip_set_document (self->strip, NULL);
  desk_aids_set_pair (self->aids, NULL, NULL, BUL_LANGUAGE_KOREAN);
  desk_view_set_document (self->korean, NULL, NULL);
  desk_view_set_document (self->english, NULL, NULL);
  g_clear_pointer (&self->active, g_free);
}

static gboolean
shows_scripts (DeskTranslation *self, const BulScript *korean, const BulScript *english)
{
  DeskBuffer *buffers[] = {
    desk_view_get_buffer (self->korean),
    desk_view_get_buffer (self->english),
  };

  return buffers[0] != NULL && buffers[1] != NULL
         && desk_buffer_get_document (buffers[0]) == self->document
         && desk_buffer_get_script (buffers[0]) == korean
         && desk_buffer_get_script (buffers[1]) == english;
}

static guint
count_edits (DeskTranslation *self)
{
  return desk_buffer_count_edits (desk_view_get_buffer (self->korean))
         + desk_buffer_count_edits (desk_view_get_buffer (self->english));
}

/* The caret's pair, in the text that has the focus or had it last. */
static void
find_active (DeskTranslation *self)
{
  g_autofree char *block = NULL;
  g_autofree char *key = NULL;
  guint offset;

  if (desk_view_get_caret (desk_translation_get_view (self), &block, &offset))
    key = desk_pairs_find_at (self->document, block, offset);
  if (key == NULL && block != NULL)
    key = desk_pairs_find_beside (self->document, block);
  desk_translation_set_active (self, key);
}

static void
caret_moved_cb (DeskTranslation *self, GParamSpec *pspec, DeskBuffer *buffer)
{
  if (self->document != NULL && buffer == desk_view_get_buffer (desk_translation_get_view (self)))
    find_active (self);
}

static void
show_texts (DeskTranslation *self, const BulScript *korean, const BulScript *english)
{
  hide_texts (self);
  desk_view_set_document (self->korean, self->document, korean->key);
  desk_view_set_document (self->english, self->document, english->key);
  self->n_edits = count_edits (self);
  g_signal_connect_object (desk_view_get_buffer (self->korean), "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_view_get_buffer (self->english), "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  self->level = desk_level_new (GTK_TEXT_VIEW (self->korean), GTK_TEXT_VIEW (self->english),
                                levelled_cb, self);
}

void
desk_translation_refresh (DeskTranslation *self)
{
  const BulStory *story;
  const BulScript *korean;
  const BulScript *english;

  if (!shows_pairs (self))
    {
      hide_texts (self);
      gtk_stack_set_visible_child_name (self->pages, self->document == NULL ? "none" : "missing");
      return;
    }
  story = desk_document_get_story (self->document);
  korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  if (!shows_scripts (self, korean, english))
    show_texts (self, korean, english);
  gtk_stack_set_visible_child_name (self->pages, "pairs");
  desk_link_strip_set_document (self->strip, self->document);
  desk_level_set_rows (self->level, desk_pair_rows_new (story, korean, english));
  desk_translation_show_progress (self);
  desk_translation_show_facts (self);
  desk_translation_show_heads (self);
  if (desk_translation_is_beside_caret (self))
    desk_translation_set_active (self, self->active);
  else
    find_active (self);
}

/* --- following what happens */

static gboolean
follow_cb (gpointer data)
{
  DeskTranslation *self = data;

  /* A syllable that is being composed is still typed. */
  if (desk_document_get_composing (self->document) != NULL)
    return G_SOURCE_CONTINUE;
  self->follow_id = 0;
  self->n_edits = count_edits (self);
  desk_pairs_follow (self->document);
  return G_SOURCE_REMOVE;
}

void
desk_translation_queue_follow (DeskTranslation *self)
{
  g_clear_handle_id (&self->follow_id, g_source_remove);
  self->follow_id = g_timeout_add (REST, follow_cb, self);
}

void
desk_translation_follow_now (DeskTranslation *self)
{
  if (self->follow_id == 0 || desk_document_get_composing (self->document) != NULL)
    return;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  follow_cb (self);
}

static void
changed_cb (DeskTranslation *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      /* What it points at may be gone; it is read anew when it can be seen. */
      desk_link_strip_set_document (self->strip, NULL);
      return;
    }
  desk_translation_refresh (self);
  if (shows_pairs (self) && count_edits (self) != self->n_edits)
    desk_translation_queue_follow (self);
}

static void
findings_changed_cb (DeskTranslation *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && shows_pairs (self))
    desk_translation_show_facts (self);
}

/* --- hands */

void
desk_translation_turn_to (DeskTranslation *self, BulLanguage language)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (self->current == language)
    return;
  self->current = language;
  desk_translation_show_columns (self);
  g_signal_emit (self, signals[TURNED], 0);
}

static void
focused (DeskTranslation *self, BulLanguage language)
{
  if (self->current == language)
    return;
  desk_translation_turn_to (self, language);
  if (self->document != NULL)
    find_active (self);
}

static void
korean_focused_cb (DeskTranslation *self)
{
  focused (self, BUL_LANGUAGE_KOREAN);
}

static void
english_focused_cb (DeskTranslation *self)
{
  focused (self, BUL_LANGUAGE_ENGLISH);
}

static void
watch_focus (DeskTranslation *self, DeskView *view, GCallback focused_cb)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", focused_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                           "notify::page-size", G_CALLBACK (desk_translation_note_room), self,
                           G_CONNECT_SWAPPED);
}

void
desk_translation_set_active (DeskTranslation *self, const char *key)
{
  if (g_strcmp0 (self->active, key) != 0)
    {
      g_free (self->active);
      self->active = g_strdup (key);
    }
  show_bands (self);
  desk_translation_show_pair (self);
}

static void
place_caret (DeskView *view, const char *block, guint offset, gboolean shows)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (view));
  GtkTextIter iter;

  if (!desk_buffer_get_iter_at_place (desk_view_get_buffer (view), block, offset, DESK_AFTER_STRUCK,
                                      &iter))
    return;
  gtk_text_buffer_place_cursor (buffer, &iter);
  if (shows)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0.2,
                                  FALSE, 0, 0);
}

/* Where the words are to be typed that a pair has not yet. Returns: whether there is such a place.
 */
static gboolean
go_to_room (DeskTranslation *self, const char *key)
{
  guint offset;
  g_autofree char *block = desk_pairs_find_room (self->document, key, self->current, &offset);

  if (block != NULL)
    place_caret (desk_translation_get_view (self), block, offset, TRUE);
  return block != NULL;
}

/* The text without the focus first: it is scrolled along. */
void
desk_translation_go_to (DeskTranslation *self, const char *key)
{
  const BulLink *link = bul_pairs_find (desk_document_get_story (self->document), key);
  g_autoptr (BulRecord) copy = link == NULL ? NULL : bul_record_copy (link);
  BulLanguage order[] = {
    self->current == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN,
    self->current,
  };
  gboolean shown = go_to_room (self, key);

  for (guint n = G_N_ELEMENTS (order); copy != NULL && n > 0; n--)
    for (guint i = 0; i < ((BulLink *) copy)->segments->len; i++)
      {
        const BulSegment *segment = ((BulLink *) copy)->segments->pdata[i];

        if (segment->language != order[n - 1] || segment->span.orphan || segment->span.on == NULL)
          continue;
        place_caret (desk_translation_get_side (self, segment->language), segment->span.on,
                     segment->span.start, !shown);
        shown = TRUE;
        break;
      }
  desk_translation_set_active (self, key);
}

static void
disc_pressed_cb (DeskTranslation *self, const char *key)
{
  desk_translation_press (self, key);
}

static void
menu_cb (DeskTranslation *self, const char *key, double x, double y)
{
  desk_translation_open_menu (self, key, x, y);
}

/* --- the widget */

static gboolean
narrow_cb (gpointer data)
{
  DeskTranslation *self = data;

  self->narrow_id = 0;
  desk_translation_show_columns (self);
  return G_SOURCE_REMOVE;
}

/* A box with a layout of its own never asks the widget that it is: one child needs none. */
static void
desk_translation_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (DESK_TRANSLATION (widget)->pages), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static GtkSizeRequestMode
desk_translation_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (DESK_TRANSLATION (widget)->pages));
}

/* Not while the desk is being given its place: what is shown is measured again. */
static void
desk_translation_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DeskTranslation *self = DESK_TRANSLATION (widget);
  gboolean is_narrow = width < TWO_COLUMNS;

  if (self->is_narrow != is_narrow)
    {
      self->is_narrow = is_narrow;
      if (self->narrow_id == 0)
        self->narrow_id = g_idle_add (narrow_cb, self);
    }
  gtk_widget_allocate (GTK_WIDGET (self->pages), width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Sentences of which nobody ever asked are paired when they are first seen. */
static void
come_into_sight (DeskTranslation *self)
{
  if (shows_pairs (self) && desk_document_get_story (self->document)->links->len == 0)
    desk_pairs_pair (self->document);
  desk_translation_refresh (self);
}

static void
desk_translation_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_translation_parent_class)->map (widget);
  come_into_sight (DESK_TRANSLATION (widget));
}

static void
set_shows_aids (DeskTranslation *self, gboolean shows)
{
  if (self->shows_aids == shows)
    return;
  self->shows_aids = shows;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_AIDS]);
}

static void
desk_translation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, DESK_TRANSLATION (object)->document);
      break;
    case PROP_SHOWS_AIDS:
      g_value_set_boolean (value, DESK_TRANSLATION (object)->shows_aids);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_translation_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      desk_translation_set_document (DESK_TRANSLATION (object), g_value_get_object (value));
      break;
    case PROP_SHOWS_AIDS:
      set_shows_aids (DESK_TRANSLATION (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_translation_dispose (GObject *object)
{
  DeskTranslation *self = DESK_TRANSLATION (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_pointer (&self->level, desk_level_free);
  g_clear_object (&self->signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_TRANSLATION);
  G_OBJECT_CLASS (desk_translation_parent_class)->dispose (object);
}

static void
desk_translation_finalize (GObject *object)
{
  DeskTranslation *self = DESK_TRANSLATION (object);

  g_free (self->author);
  g_free (self->active);
  G_OBJECT_CLASS (desk_translation_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, stale);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, doubtful);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, suggestion);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, suggestion_card);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, accept);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, paste);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, differing);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, hints);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, korean_head);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, english_head);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, korean_facts);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, english_facts);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, korean_time);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, english_time);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, korean_scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, english_scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, english);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, strip);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, gap);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, pair);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, aids);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, answers);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, counterpart);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, question_row);
  gtk_widget_class_bind_template_child (widget_class, DeskTranslation, question);
  gtk_widget_class_bind_template_callback (widget_class, disc_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_translation_edit_stale);
}

static void
desk_translation_class_init (DeskTranslationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_translation_dispose;
  object_class->finalize = desk_translation_finalize;
  object_class->get_property = desk_translation_get_property;
  object_class->set_property = desk_translation_set_property;
  widget_class->measure = desk_translation_measure;
  widget_class->get_request_mode = desk_translation_get_request_mode;
  widget_class->size_allocate = desk_translation_size_allocate;
  widget_class->map = desk_translation_map;

  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWS_AIDS]
      = g_param_spec_boolean ("shows-aids", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REFUSED] = g_signal_new ("refused", DESK_TYPE_TRANSLATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[TURNED] = g_signal_new ("turned", DESK_TYPE_TRANSLATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  signals[MEMORY_WANTED] = g_signal_new ("memory-wanted", DESK_TYPE_TRANSLATION, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_AIDS);
  g_type_ensure (DESK_TYPE_ANSWERS);
  g_type_ensure (DESK_TYPE_VIEW);
  g_type_ensure (DESK_TYPE_LINK_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/translation/desk-translation.ui");
  bind_children (widget_class);
}

static void
desk_translation_init (DeskTranslation *self)
{
  self->shows_aids = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);

  self->current = BUL_LANGUAGE_ENGLISH;
  self->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
  self->finding_signals = g_signal_group_new (DESK_TYPE_FINDINGS);
  g_signal_group_connect_swapped (self->finding_signals, "changed",
                                  G_CALLBACK (findings_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "lexicons-changed",
                                  G_CALLBACK (desk_translation_show_aids), self);
  desk_translation_add_hints (self);
  desk_translation_aids_init (self);
  desk_link_strip_set_views (self->strip, self->korean, self->english);
  watch_focus (self, self->korean, G_CALLBACK (korean_focused_cb));
  watch_focus (self, self->english, G_CALLBACK (english_focused_cb));
}

void
desk_translation_ensure (void)
{
  /* The linker drops the resource of a static library that nobody names. */
  desk_translation_get_resource ();
  g_type_ensure (DESK_TYPE_FOLD);
  g_type_ensure (DESK_TYPE_TRANSLATION);
}

GtkWidget *
desk_translation_new (void)
{
  desk_translation_ensure ();
  return g_object_new (DESK_TYPE_TRANSLATION, NULL);
}

void
desk_translation_set_document (DeskTranslation *self, DeskDocument *document)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  if (self->document == document)
    return;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  hide_texts (self);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  g_signal_group_set_target (self->finding_signals,
                             document == NULL ? NULL : desk_document_get_findings (document));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    come_into_sight (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

DeskDocument *
desk_translation_get_document (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  return self->document;
}

void
desk_translation_set_author (DeskTranslation *self, const char *author)
{
  g_return_if_fail (DESK_IS_TRANSLATION (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

gboolean
desk_translation_has_pairs (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), FALSE);

  return shows_pairs (self);
}

DeskView *
desk_translation_get_side (DeskTranslation *self, BulLanguage language)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  return language == BUL_LANGUAGE_KOREAN ? self->korean : self->english;
}

DeskView *
desk_translation_get_view (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  return desk_translation_get_side (self, self->current);
}

GtkWidget *
desk_translation_get_focus (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  if (shows_pairs (self))
    return GTK_WIDGET (desk_translation_get_view (self));
  if (self->document == NULL)
    return gtk_stack_get_visible_child (self->pages);
  return gtk_widget_get_visible (self->suggestion_card) ? self->accept : self->paste;
}

const char *
desk_translation_get_active (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), NULL);

  return self->active;
}
