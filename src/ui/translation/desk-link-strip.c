/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-link-strip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-beside.h"
#include "desk-link-paint.h"
#include "desk-link-signs.h"
#include "desk-pair-facts.h"
#include "desk-text-scale.h"

#define WIDTH 72
#define LEAST_DISTANCE 24 /* between the middles of two discs */
#define REACH 12          /* a press so far from the middle of a disc is meant for it */

/* The lines of one side of a pair. */
typedef struct
{
  guint first;
  guint last;
  gboolean has_words;
} Lines;

typedef struct
{
  char *key;
  const BulLink *link; /* valid until the next edit */
  Lines lines[2];
  gboolean is_unwritten; /* its one sentence stands beside a line to be written */
} Pair;

typedef struct
{
  guint pair;
  float x;
  float y;
} Disc;

struct _DeskLinkStrip
{
  GtkWidget parent_instance;

  DeskView *views[2];
  DeskDocument *document;
  GArray *pairs;         /* of Pair */
  GArray *discs;         /* of Disc, as painted last */
  GHashTable *differing; /* keys of pairs, as a set */
  char *active;
};

enum
{
  PRESSED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskLinkStrip, desk_link_strip, GTK_TYPE_WIDGET)

static void
pair_clear (gpointer data)
{
  g_free (((Pair *) data)->key);
}

/* --- where pairs are */

/* The lines of @view that are seen. */
static void
get_seen (DeskView *view, guint *first, guint *last)
{
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view), &iter, seen.y, NULL);
  *first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view), &iter, seen.y + seen.height, NULL);
  *last = gtk_text_iter_get_line (&iter);
}

static gboolean
is_shown (DeskLinkStrip *self, guint side)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->views[side]));
}

/* From the top of the first row of letters to the bottom of the last, in coordinates of the strip.
 */
static gboolean
find_span (DeskView *view, const BulSpan *span, float *top, float *bottom)
{
  DeskBuffer *buffer = desk_view_get_buffer (view);
  GtkTextIter iter;
  GdkRectangle first;
  GdkRectangle last;
  int y;

  if (span->orphan || span->on == NULL
      || !desk_buffer_get_iter_at_place (buffer, span->on, span->start, DESK_AFTER_STRUCK, &iter))
    return FALSE;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &first);
  if (!desk_buffer_get_iter_at_place (buffer, span->on, span->end, DESK_BEFORE_STRUCK, &iter))
    return FALSE;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &last);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, 0, first.y,
                                         NULL, &y);
  *top = y;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, 0,
                                         last.y + last.height, NULL, &y);
  *bottom = y;
  return TRUE;
}

static DeskLinkSide
find_side (DeskLinkStrip *self, const BulLink *link, guint side)
{
  DeskLinkSide found = { 0 };

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      float top;
      float bottom;

      if (segment->language != BUL_LANGUAGE_KOREAN + side
          || !find_span (self->views[side], &segment->span, &top, &bottom))
        continue;
      found.top = found.is_there ? MIN (found.top, top) : top;
      found.bottom = found.is_there ? MAX (found.bottom, bottom) : bottom;
      found.is_there = TRUE;
    }
  return found;
}

/* --- painting */

static gboolean
is_seen (const Pair *pair, const guint first[2], const guint last[2])
{
  for (guint side = 0; side < 2; side++)
    if (pair->lines[side].has_words && pair->lines[side].first <= last[side]
        && pair->lines[side].last >= first[side])
      return TRUE;
  return FALSE;
}

/* Sentences that share a row of letters would have their discs upon each other. */
static float
find_disc_y (DeskLinkStrip *self, const DeskLinkPlace *place)
{
  float y = desk_link_place_get_middle (place);
  const Disc *last
      = self->discs->len == 0 ? NULL : &g_array_index (self->discs, Disc, self->discs->len - 1);
  float least = LEAST_DISTANCE * place->scale;

  return last != NULL && y > last->y - least && y < last->y + least ? last->y + least : y;
}

static DeskLinkAccent
get_accent (DeskLinkStrip *self, const Pair *pair)
{
  DeskLinkAccent accent = DESK_LINK_PLAIN;

  if (g_strcmp0 (pair->key, self->active) == 0)
    accent |= DESK_LINK_ACTIVE;
  /* What changed is looked at first; whether the facts are the same is asked again then. */
  if (pair->link->state != BUL_LINK_STALE && g_hash_table_contains (self->differing, pair->key))
    accent |= DESK_LINK_DIFFERS;
  if (pair->is_unwritten && desk_link_signs_get_look (pair->link) == DESK_LINK_ALONE)
    accent |= DESK_LINK_UNWRITTEN;
  return accent;
}

static void
paint_pair (DeskLinkStrip *self, GtkSnapshot *snapshot, guint number)
{
  const Pair *pair = &g_array_index (self->pairs, Pair, number);
  DeskLinkPlace place = { .width = gtk_widget_get_width (GTK_WIDGET (self)),
                          .scale = desk_text_scale_of_signs (GTK_WIDGET (self)) };
  Disc disc = { .pair = number, .x = place.width / 2.f };

  for (guint side = 0; side < 2; side++)
    if (is_shown (self, side))
      place.sides[side] = find_side (self, pair->link, side);
  if (!place.sides[0].is_there && !place.sides[1].is_there)
    return;
  disc.y = find_disc_y (self, &place);
  place.disc = disc.y;
  g_array_append_val (self->discs, disc);
  desk_link_paint (GTK_WIDGET (self), snapshot, &place, pair->link, get_accent (self, pair));
}

static void
desk_link_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskLinkStrip *self = DESK_LINK_STRIP (widget);
  guint first[2] = { 0, 0 };
  guint last[2] = { 0, 0 };

  g_array_set_size (self->discs, 0);
  if (self->document == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    {
      if (desk_view_get_buffer (self->views[side]) == NULL)
        return;
      if (is_shown (self, side))
        get_seen (self->views[side], &first[side], &last[side]);
      else
        first[side] = G_MAXUINT;
    }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->pairs->len; i++)
    if (is_seen (&g_array_index (self->pairs, Pair, i), first, last))
      paint_pair (self, snapshot, i);
  gtk_snapshot_pop (snapshot);
}

static void
desk_link_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? (int) (WIDTH * desk_text_scale_of_signs (widget))
                            : 0;
}

/* --- hands */

static const Pair *
find_at (DeskLinkStrip *self, double x, double y)
{
  float scale = desk_text_scale_of_signs (GTK_WIDGET (self));

  for (guint i = 0; i < self->discs->len; i++)
    {
      const Disc *disc = &g_array_index (self->discs, Disc, i);

      if (ABS (disc->y - y) <= REACH * scale && ABS (disc->x - x) <= (WIDTH / 2 - 8) * scale)
        return &g_array_index (self->pairs, Pair, disc->pair);
    }
  return NULL;
}

static void
pressed_cb (DeskLinkStrip *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const Pair *pair = find_at (self, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  g_autofree char *key = pair == NULL ? NULL : g_strdup (pair->key);

  if (key == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[MENU], 0, key, x, y);
  else if (button == GDK_BUTTON_PRIMARY)
    g_signal_emit (self, signals[PRESSED], 0, key);
}

static gboolean
query_tooltip_cb (DeskLinkStrip *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const Pair *pair = by_keyboard ? NULL : find_at (self, x, y);
  g_autofree char *state
      = pair == NULL
            ? NULL
            : desk_link_signs_dup_words (desk_document_get_story (self->document), pair->link);
  g_autofree char *facts
      = pair == NULL ? NULL : desk_pair_facts_dup_words (self->document, pair->key);
  g_autofree char *words
      = facts == NULL ? g_strdup (state) : g_strconcat (state, "\n", facts, NULL);

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
desk_link_strip_dispose (GObject *object)
{
  DeskLinkStrip *self = DESK_LINK_STRIP (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (desk_link_strip_parent_class)->dispose (object);
}

static void
desk_link_strip_finalize (GObject *object)
{
  DeskLinkStrip *self = DESK_LINK_STRIP (object);

  g_array_unref (self->pairs);
  g_array_unref (self->discs);
  g_hash_table_unref (self->differing);
  g_free (self->active);
  G_OBJECT_CLASS (desk_link_strip_parent_class)->finalize (object);
}

static void
desk_link_strip_class_init (DeskLinkStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_link_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_link_strip_finalize;
  widget_class->snapshot = desk_link_strip_snapshot;
  widget_class->measure = desk_link_strip_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "links");

  signals[PRESSED] = g_signal_new ("pressed", DESK_TYPE_LINK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MENU] = g_signal_new ("menu", DESK_TYPE_LINK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
desk_link_strip_init (DeskLinkStrip *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, pair_clear);
  self->discs = g_array_new (FALSE, FALSE, sizeof (Disc));
  self->differing = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pairs of sentences"), -1);
}

void
desk_link_strip_set_views (DeskLinkStrip *self, DeskView *korean, DeskView *english)
{
  g_return_if_fail (DESK_IS_LINK_STRIP (self) && DESK_IS_VIEW (korean) && DESK_IS_VIEW (english));

  self->views[0] = korean;
  self->views[1] = english;
}

void
desk_link_strip_set_document (DeskLinkStrip *self, DeskDocument *document)
{
  g_return_if_fail (DESK_IS_LINK_STRIP (self));

  g_set_object (&self->document, document);
  desk_link_strip_refresh (self);
}

/* Key of each block, borrowed: its line in its own script. */
static GHashTable *
number_lines (const BulStory *story)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const GPtrArray *blocks = ((const BulScript *) story->scripts->pdata[i])->blocks;

      for (guint j = 0; j < blocks->len; j++)
        g_hash_table_insert (lines, ((BulBlock *) blocks->pdata[j])->key, GUINT_TO_POINTER (j));
    }
  return lines;
}

static void
add_pair (DeskLinkStrip *self, GHashTable *numbers, GHashTable *unwritten, const BulLink *link)
{
  Pair pair = { .key = g_strdup (link->key), .link = link };

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      Lines *lines = &pair.lines[segment->language - BUL_LANGUAGE_KOREAN];
      gpointer number;
      guint line;

      if (segment->span.orphan || segment->span.on == NULL
          || !g_hash_table_lookup_extended (numbers, segment->span.on, NULL, &number))
        continue;
      line = GPOINTER_TO_UINT (number);
      pair.is_unwritten |= g_hash_table_contains (unwritten, segment->span.on);
      lines->first = lines->has_words ? MIN (lines->first, line) : line;
      lines->last = MAX (lines->last, line);
      lines->has_words = TRUE;
    }
  g_array_append_val (self->pairs, pair);
}

void
desk_link_strip_refresh (DeskLinkStrip *self)
{
  const BulStory *story;
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GHashTable) unwritten = NULL;
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (DESK_IS_LINK_STRIP (self));

  g_array_set_size (self->pairs, 0);
  g_array_set_size (self->discs, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->document == NULL)
    return;
  story = desk_document_get_story (self->document);
  numbers = number_lines (story);
  unwritten = bul_beside_list_unwritten (story);
  links = bul_pairs_list (story);
  for (guint i = 0; i < links->len; i++)
    add_pair (self, numbers, unwritten, links->pdata[i]);
}

void
desk_link_strip_set_differing (DeskLinkStrip *self, GHashTable *links)
{
  g_return_if_fail (DESK_IS_LINK_STRIP (self) && links != NULL);

  g_hash_table_unref (self->differing);
  self->differing = links;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
desk_link_strip_set_active (DeskLinkStrip *self, const char *key, const char *words)
{
  g_return_if_fail (DESK_IS_LINK_STRIP (self));

  g_free (self->active);
  self->active = g_strdup (key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words == NULL ? "" : words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
desk_link_strip_find (DeskLinkStrip *self, const char *key, double *x, double *y)
{
  g_return_val_if_fail (DESK_IS_LINK_STRIP (self), FALSE);

  for (guint i = 0; i < self->discs->len; i++)
    {
      const Disc *disc = &g_array_index (self->discs, Disc, i);

      if (g_strcmp0 (g_array_index (self->pairs, Pair, disc->pair).key, key) != 0)
        continue;
      *x = disc->x;
      *y = disc->y;
      return TRUE;
    }
  return FALSE;
}
