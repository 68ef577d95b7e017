/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-archive.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "desk-archive-resources.h"
#include "desk-archive-views.h"
#include "desk-asker.h"
#include "desk-chips.h"
#include "desk-glance.h"
#include "desk-hits.h"
#include "desk-preparing.h"
#include "desk-query-entry.h"

/* Milliseconds until what was found before is dimmed, for there is nothing else yet. */
#define PATIENCE 150

/* Rows that Page Down goes on. */
#define PAGE 8

struct _DeskArchive
{
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkDropDown *order;
  DeskArchiveViews *views;
  DeskChips *chips;
  GtkLabel *count;
  DeskHits *hits;
  GtkWidget *understood;
  DeskPeople *people;
  DeskStatistics *statistics;
  GtkMenuButton *save;
  DeskPreparing *preparing;
  DeskSelectionBar *bar;

  DeskFacets *facets; /* NULL until it is joined */
  DeskGlance *glance; /* the same */
  DeskQueryEntry *query;
  gboolean has_name; /* in it, of a person */
  DeskAsker *asker;
  guint patience_id;
  gboolean is_stale;
  gboolean wants_open; /* the first, as soon as it is found */
  gboolean was_composing;
};

enum
{
  OPENED,
  LEFT,
  UNREADY,
  DAMAGED,
  VIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskArchive, desk_archive, ADW_TYPE_BIN)

static void
show_count (DeskArchive *self)
{
  guint n = desk_asker_get_n (self->asker);
  g_autofree char *words = NULL;

  if (!desk_asker_is_counted (self->asker))
    return;
  words = g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
  gtk_label_set_text (self->count, words);
}

static gboolean
dim_cb (gpointer data)
{
  DeskArchive *self = data;

  self->patience_id = 0;
  desk_hits_set_old (self->hits, TRUE);
  gtk_label_set_text (self->count, _ ("Looking…"));
  return G_SOURCE_REMOVE;
}

static void
stop_dimming (DeskArchive *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  desk_hits_set_old (self->hits, FALSE);
}

static gboolean
is_same (const DeskQuestion *a, const DeskQuestion *b)
{
  return a != NULL && g_str_equal (a->text, b->text) && a->flags == b->flags
         && a->order == b->order;
}

/* What is looked for is counted as well while that is in sight. */
static void
count (DeskArchive *self)
{
  const DeskQuestion *question = desk_asker_get_question (self->asker);

  if (desk_archive_shows_statistics (self) && question != NULL)
    desk_statistics_ask (self->statistics, desk_asker_get_finder (self->asker), question);
}

static void
ask (DeskArchive *self, gboolean again)
{
  g_autofree char *text = desk_query_entry_dup_text (self->query);
  g_autoptr (DeskQuestion) question = desk_question_new (
      text, desk_query_entry_get_flags (self->query), gtk_drop_down_get_selected (self->order));
  g_autoptr (BulQuery) query = NULL;

  if (!again && is_same (desk_asker_get_question (self->asker), question))
    return;
  query = bul_query_new (text, question->flags);
  desk_chips_show (self->chips, query);
  self->is_stale = FALSE;
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, dim_cb, self);
  desk_asker_ask (self->asker, question);
  if (again)
    desk_statistics_stop (self->statistics);
  count (self);
}

static void
find_people (DeskArchive *self)
{
  g_autofree char *text = desk_query_entry_dup_text (self->query);

  desk_people_find (self->people, text,
                    (desk_query_entry_get_flags (self->query) & BUL_QUERY_COMPOSING) != 0);
}

static void
changed_cb (DeskArchive *self)
{
  /* Before everything is there. */
  if (self->asker == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (desk_archive_shows_people (self))
    find_people (self);
  else
    ask (self, FALSE);
}

/* What waits for what was typed to be found can go on; not while a syllable is still to come. */
static void
settle (DeskArchive *self)
{
  if (!desk_query_entry_is_composing (self->query))
    desk_selection_bar_settle (self->bar);
}

/* A name is not what stories are found by: each of both has words of its own. */
static void
turn_words (DeskArchive *self)
{
  gboolean shows_people = desk_archive_shows_people (self);

  if (shows_people == self->has_name)
    return;
  self->has_name = shows_people;
  /* They go and come at once: nothing is looked for in between, and what was found stays. */
  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  desk_query_entry_swap (self->query);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
}

static void
composed_cb (gpointer data)
{
  DeskArchive *self = data;

  changed_cb (self);
  if (self->asker != NULL)
    settle (self);
}

void
desk_archive_ask_again (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  self->is_stale = TRUE;
  if (desk_archive_shows_people (self))
    return;
  desk_hits_keep_chosen (self->hits);
  ask (self, TRUE);
}

static void
find (DeskArchive *self)
{
  if (desk_archive_shows_people (self))
    find_people (self);
  else if (self->is_stale && desk_found_list_get_n_ticked (desk_hits_get_list (self->hits)) == 0)
    desk_archive_ask_again (self);
  else
    ask (self, FALSE);
}

static void
turn_cb (gpointer data)
{
  DeskArchive *self = data;

  turn_words (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    find (self);
  count (self);
}

static void
view_changed_cb (DeskArchive *self)
{
  gboolean shows_people = desk_archive_shows_people (self);

  gtk_widget_set_visible (self->understood, !shows_people);
  g_object_set (self->entry, "placeholder-text",
                shows_people ? _ ("A name, in either language")
                             : _ ("Words, names, programme:…, date:2025-05"),
                NULL);
  desk_query_entry_commit (self->query, turn_cb, self);
  g_signal_emit (self, signals[VIEWED], 0);
}

static void
toggled_cb (DeskArchive *self, guint field, const char *value)
{
  desk_query_entry_toggle (self->query, field, value);
}

static void
dated_cb (DeskArchive *self, const char *value)
{
  desk_query_entry_set_part (self->query, BUL_QUERY_DATE, value);
}

static void
removed_cb (DeskArchive *self, guint start, guint end)
{
  desk_query_entry_remove (self->query, start, end);
}

static void
glance (DeskArchive *self)
{
  if (self->glance != NULL)
    desk_glance_at (self->glance, desk_asker_get_finder (self->asker),
                    desk_asker_get_question (self->asker), desk_hits_get_chosen (self->hits));
}

static void
opened_cb (DeskArchive *self, DeskFound *found)
{
  const DeskDetail *detail = desk_found_get_detail (found);
  const BulSearchPlace *place;
  guint n;

  if (detail == NULL || detail->row == NULL)
    return;
  n = detail->places == NULL ? 0 : detail->places->len;
  place = n == 0 ? NULL : detail->places->pdata[0];
  g_signal_emit (self, signals[OPENED], 0, detail->row->uid, place == NULL ? NULL : place->block,
                 place == NULL ? 0 : place->range.start);
}

static void
found_cb (DeskArchive *self)
{
  stop_dimming (self);
  desk_hits_show (self->hits, self->asker);
  glance (self);
  if (!desk_asker_is_ready (self->asker))
    g_signal_emit (self, signals[UNREADY], 0);
  if (self->wants_open)
    desk_hits_open_chosen (self->hits);
  self->wants_open = FALSE;
}

static void
counted_cb (DeskArchive *self)
{
  show_count (self);
  if (self->facets != NULL)
    desk_facets_show (self->facets, desk_asker_get_question (self->asker)->text,
                      desk_asker_get_facets (self->asker));
  settle (self);
}

static void
failed_cb (DeskArchive *self, const GError *error)
{
  gboolean is_damaged = g_error_matches (error, BUL_ERROR, BUL_ERROR_DAMAGED);

  stop_dimming (self);
  self->wants_open = FALSE;
  gtk_label_set_text (self->count, "");
  desk_hits_show_failed (self->hits,
                         is_damaged ? _ ("What stories are found by is damaged, and is made anew. "
                                         "The stories themselves are safe.")
                                    : error->message);
  if (is_damaged)
    g_signal_emit (self, signals[DAMAGED], 0);
}

/* Enter that ended a syllable did that and no more. What is not found yet is opened when it is. */
static void
entry_activated_cb (DeskArchive *self)
{
  if (self->was_composing)
    return;
  if (desk_archive_shows_people (self))
    desk_people_open_chosen (self->people);
  if (!desk_archive_views_is_chosen (self->views, "stories"))
    return;
  if (desk_asker_is_waiting (self->asker))
    self->wants_open = TRUE;
  else
    desk_hits_open_chosen (self->hits);
}

static void
move (DeskArchive *self, int by)
{
  if (desk_archive_shows_people (self))
    desk_people_move (self->people, by);
  else if (desk_archive_shows_statistics (self))
    desk_statistics_move (self->statistics, by);
  else
    desk_hits_move (self->hits, by);
}

static const struct
{
  guint keyval;
  int by;
} moves[] = {
  { GDK_KEY_Down, 1 },        { GDK_KEY_KP_Down, 1 },        { GDK_KEY_Up, -1 },
  { GDK_KEY_KP_Up, -1 },      { GDK_KEY_Page_Down, PAGE },   { GDK_KEY_KP_Page_Down, PAGE },
  { GDK_KEY_Page_Up, -PAGE }, { GDK_KEY_KP_Page_Up, -PAGE },
};

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)

/* The hands stay in the entry while the eyes go through the list. Keys are seen before the input
 * method, which may take Escape for the end of typing Hangul. */
static gboolean
entry_key_cb (DeskArchive *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    self->was_composing = desk_query_entry_is_composing (self->query);
  if ((state & MODIFIERS) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval && !desk_query_entry_is_composing (self->query))
      {
        move (self, moves[i].by);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_cb (DeskArchive *self, guint keyval, guint code, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (state & MODIFIERS) != 0
      || desk_selection_bar_is_open (self->bar))
    return GDK_EVENT_PROPAGATE;
  if (desk_archive_shows_people (self) && desk_people_go_back (self->people))
    return GDK_EVENT_STOP;
  g_signal_emit (self, signals[LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
desk_archive_map (GtkWidget *widget)
{
  DeskArchive *self = DESK_ARCHIVE (widget);

  GTK_WIDGET_CLASS (desk_archive_parent_class)->map (widget);
  find (self);
}

static void
desk_archive_dispose (GObject *object)
{
  DeskArchive *self = DESK_ARCHIVE (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->glance, desk_glance_free);
  g_clear_pointer (&self->query, desk_query_entry_free);
  if (self->asker != NULL)
    desk_asker_set_finder (self->asker, NULL);
  g_clear_object (&self->asker);
  g_clear_object (&self->facets);

  G_OBJECT_CLASS (desk_archive_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-archive.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, order);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, views);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, chips);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, count);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, hits);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, understood);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, people);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, statistics);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, save);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, preparing);
  gtk_widget_class_bind_template_child (widget_class, DeskArchive, bar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, glance);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_archive_ask_again);
}

static void
desk_archive_class_init (DeskArchiveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_archive_dispose;
  widget_class->map = desk_archive_map;
  g_type_ensure (DESK_TYPE_ARCHIVE_VIEWS);
  g_type_ensure (DESK_TYPE_CHIPS);
  g_type_ensure (DESK_TYPE_HITS);
  g_type_ensure (DESK_TYPE_PREPARING);
  g_type_ensure (DESK_TYPE_STATISTICS);
  g_type_ensure (DESK_TYPE_SELECTION_BAR);
  bind_template (widget_class);
  signals[OPENED] = g_signal_new ("opened", DESK_TYPE_ARCHIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_ARCHIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[UNREADY] = g_signal_new ("unready", DESK_TYPE_ARCHIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[VIEWED] = g_signal_new ("viewed", DESK_TYPE_ARCHIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[DAMAGED] = g_signal_new ("damaged", DESK_TYPE_ARCHIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
init_views (DeskArchive *self)
{
  const struct
  {
    const char *view;
    gpointer widget;
  } rows[] = {
    { "stories", self->order }, { "stories", self->hits },          { "stories", self->bar },
    { "people", self->people }, { "statistics", self->statistics }, { "statistics", self->save },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    desk_archive_views_add (self->views, rows[i].view, rows[i].widget);
}

static void
desk_archive_init (DeskArchive *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_statistics_join (self->statistics, self->save);
  self->query = desk_query_entry_new (self->entry, composed_cb, self);
  init_views (self);
  self->asker = desk_asker_new (desk_hits_get_list (self->hits));
  desk_selection_bar_join (self->bar, desk_hits_get_list (self->hits), self->asker);
  desk_preparing_join (self->preparing, self->asker);
  g_signal_connect_object (self->bar, "left", G_CALLBACK (desk_archive_focus_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asker, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asker, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asker, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

void
desk_archive_ensure (void)
{
  desk_archive_get_resource ();
  desk_people_ensure ();
  g_type_ensure (DESK_TYPE_ARCHIVE);
  g_type_ensure (DESK_TYPE_FACETS);
  g_type_ensure (DESK_TYPE_PREVIEW);
}

void
desk_archive_join (DeskArchive *self, DeskFacets *facets, DeskPreview *preview)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  g_set_object (&self->facets, facets);
  self->glance = desk_glance_new (preview);
  g_signal_connect_object (facets, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facets, "dated", G_CALLBACK (dated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "opened", G_CALLBACK (desk_hits_open_chosen), self->hits,
                           G_CONNECT_SWAPPED);
}

void
desk_archive_set_finder (DeskArchive *self, DeskFinder *finder)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  if (self->glance != NULL)
    desk_glance_stop (self->glance);
  desk_statistics_stop (self->statistics);
  desk_asker_set_finder (self->asker, finder);
}

void
desk_archive_focus (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_query_entry_focus (self->query);
}

void
desk_archive_find (DeskArchive *self, const char *text)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self) && text != NULL);

  desk_archive_show_stories (self);
  turn_words (self);
  desk_query_entry_set_text (self->query, text);
  desk_archive_focus (self);
}

void
desk_archive_refresh (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  self->is_stale = TRUE;
  desk_found_list_refresh (desk_hits_get_list (self->hits));
  desk_statistics_refresh (self->statistics);
}

void
desk_archive_set_preparing (DeskArchive *self, guint n_left)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_preparing_set_left (self->preparing, n_left);
}

void
desk_archive_set_read_only (DeskArchive *self, gboolean read_only)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_preparing_set_read_only (self->preparing, read_only);
}

void
desk_archive_undo (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_query_entry_undo (self->query);
}

void
desk_archive_redo (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_query_entry_redo (self->query);
}

DeskPeople *
desk_archive_get_people (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  return self->people;
}

void
desk_archive_show_stories (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_archive_views_choose (self->views, "stories");
}

void
desk_archive_show_people (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_archive_views_choose (self->views, "people");
}

gboolean
desk_archive_shows_people (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), FALSE);

  return desk_archive_views_is_chosen (self->views, "people");
}

DeskStatistics *
desk_archive_get_statistics (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  return self->statistics;
}

gboolean
desk_archive_shows_statistics (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), FALSE);

  return desk_archive_views_is_chosen (self->views, "statistics");
}

void
desk_archive_focus_list (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_hits_focus (self->hits);
}

void
desk_archive_commit (DeskArchive *self, DeskTypedChanged done, gpointer data)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_query_entry_commit (self->query, done, data);
}

char *
desk_archive_dup_query (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  return desk_query_entry_dup_text (self->query);
}

const char *
desk_archive_get_chosen (DeskArchive *self)
{
  DeskFound *chosen;

  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  chosen = desk_asker_is_waiting (self->asker) ? NULL : desk_hits_get_chosen (self->hits);
  return chosen == NULL ? NULL : desk_found_get_uid (chosen);
}

void
desk_archive_choose_next (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_hits_move (self->hits, 1);
}

void
desk_archive_tag (DeskArchive *self, const char *last)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_selection_bar_tag (self->bar, last);
  desk_archive_focus_list (self);
  settle (self);
}

void
desk_archive_export (DeskArchive *self)
{
  g_return_if_fail (DESK_IS_ARCHIVE (self));

  desk_selection_bar_export (self->bar);
  settle (self);
}

DeskSelectionBar *
desk_archive_get_bar (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  return self->bar;
}

DeskFoundList *
desk_archive_get_list (DeskArchive *self)
{
  g_return_val_if_fail (DESK_IS_ARCHIVE (self), NULL);

  return desk_hits_get_list (self->hits);
}
