/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search.h"

#include "desk-marks.h"

/* Microseconds that a slice may take: a frame has four times as much. */
#define SLICE 4000

struct _DeskSearch
{
  GObject parent_instance;

  DeskBuffer *buffer;
  BulFinder *finder;
  GHashTable *found; /* of each line that was looked at, by key: array of BulRange, or NULL */
  GHashTable *stale; /* keys of lines that were edited since */
  guint n_hits;
  guint next_line; /* the first that may have to be looked at */
  guint slice_id;
  gboolean is_marked;   /* lines may hold marks of what they read before */
  gboolean has_current; /* one of them is marked as the one that is shown */
  GError *error;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSearch, desk_search, G_TYPE_OBJECT)

static guint
count (const GArray *ranges)
{
  return ranges == NULL ? 0 : ranges->len;
}

static void
unref_ranges (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static void
mark (DeskSearch *self, guint line, const GArray *ranges)
{
  GtkTextTag *tag = desk_marks_get_tag (self->buffer, DESK_STYLE_HIT);
  GtkTextIter start;
  GtkTextIter end;

  for (guint i = 0; i < ranges->len; i++)
    {
      desk_marks_find_bounds (self->buffer, line, g_array_index (ranges, BulRange, i), &start,
                              &end);
      gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self->buffer), tag, &start, &end);
    }
}

static void
unmark_all (DeskSearch *self, DeskStyle style)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, desk_marks_get_tag (self->buffer, style), &start, &end);
}

static GArray *
ranges_from_matches (const GArray *matches)
{
  GArray *ranges;

  if (matches->len == 0)
    return NULL;
  ranges = g_array_sized_new (FALSE, FALSE, sizeof (BulRange), matches->len);
  for (guint i = 0; i < matches->len; i++)
    {
      const BulPatternMatch *match = &g_array_index (matches, BulPatternMatch, i);
      BulRange range = { match->start, match->end };

      g_array_append_val (ranges, range);
    }
  return ranges;
}

/* Looks at one line. FALSE: it was given up. */
static gboolean
look (DeskSearch *self, guint line, const BulBlock *block)
{
  g_autoptr (GArray) matches = bul_finder_look (self->finder, block, NULL, &self->error);
  GArray *ranges;

  if (matches == NULL)
    return FALSE;
  ranges = ranges_from_matches (matches);
  self->n_hits -= count (g_hash_table_lookup (self->found, block->key));
  self->n_hits += count (ranges);
  g_hash_table_insert (self->found, g_strdup (block->key), ranges);
  g_hash_table_remove (self->stale, block->key);
  if (self->is_marked)
    desk_marks_clear_line (self->buffer, DESK_STYLE_HIT, line);
  if (ranges != NULL)
    mark (self, line, ranges);
  return TRUE;
}

static gboolean
is_known (DeskSearch *self, const BulBlock *block)
{
  return g_hash_table_contains (self->found, block->key)
         && !g_hash_table_contains (self->stale, block->key);
}

static guint
count_lines (DeskSearch *self)
{
  const BulScript *script = self->buffer == NULL ? NULL : desk_buffer_get_script (self->buffer);

  return script == NULL ? 0 : script->blocks->len;
}

/* Returns: whether there is more to look at. */
static gboolean
run_slice (DeskSearch *self)
{
  guint n_lines = count_lines (self);
  gint64 end = g_get_monotonic_time () + SLICE;

  while (self->next_line < n_lines)
    {
      const BulBlock *block = desk_buffer_get_block_at_line (self->buffer, self->next_line);

      if (!is_known (self, block))
        {
          if (g_get_monotonic_time () > end)
            return TRUE;
          if (!look (self, self->next_line, block))
            return FALSE;
        }
      self->next_line++;
    }
  self->is_marked = TRUE;
  bul_finder_rest (self->finder);
  return FALSE;
}

static gboolean
slice_cb (gpointer data)
{
  g_autoptr (DeskSearch) self = g_object_ref (data);
  gboolean has_more = run_slice (self);

  if (!has_more)
    self->slice_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
queue_slice (DeskSearch *self)
{
  if (self->finder != NULL && self->buffer != NULL && self->error == NULL && self->slice_id == 0)
    self->slice_id = g_idle_add (slice_cb, self);
}

static void
forget_all (DeskSearch *self)
{
  g_hash_table_remove_all (self->found);
  g_hash_table_remove_all (self->stale);
  g_clear_error (&self->error);
  g_clear_handle_id (&self->slice_id, g_source_remove);
  self->n_hits = 0;
  self->next_line = 0;
}

/* What is short is found at once: nothing flickers. */
static void
start (DeskSearch *self)
{
  if (self->finder != NULL && self->buffer != NULL)
    {
      bul_finder_rest (self->finder);
      if (run_slice (self))
        queue_slice (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
make_stale (DeskSearch *self, const char *key)
{
  if (key != NULL && g_hash_table_contains (self->found, key))
    g_hash_table_add (self->stale, g_strdup (key));
}

static void
forget_line (DeskSearch *self, const char *key)
{
  self->n_hits -= count (g_hash_table_lookup (self->found, key));
  g_hash_table_remove (self->found, key);
  g_hash_table_remove (self->stale, key);
}

/* A block that comes by an edit is not known yet; one that goes is forgotten. */
static void
edited_cb (DeskSearch *self, const BulEdit *edit)
{
  gboolean is_text
      = edit->kind == BUL_EDIT_TEXT || edit->kind == BUL_EDIT_SPLIT || edit->kind == BUL_EDIT_JOIN;

  if (g_strcmp0 (edit->field, "scripts") == 0)
    {
      forget_all (self);
    }
  else if (!is_text && g_strcmp0 (edit->field, "blocks") != 0)
    {
      return;
    }
  else
    {
      if (is_text)
        make_stale (self, edit->on);
      if (edit->things->len > 0)
        forget_line (self, bul_record_get_key (edit->things->pdata[0]));
    }
  self->is_marked = TRUE;
  self->next_line = 0;
  queue_slice (self);
}

static void
leave_buffer (DeskSearch *self)
{
  DeskDocument *document = self->buffer == NULL ? NULL : desk_buffer_get_document (self->buffer);

  if (document != NULL)
    g_signal_handlers_disconnect_by_data (desk_document_get_history (document), self);
  g_clear_object (&self->buffer);
}

static void
desk_search_dispose (GObject *object)
{
  DeskSearch *self = DESK_SEARCH (object);

  g_clear_handle_id (&self->slice_id, g_source_remove);
  leave_buffer (self);

  G_OBJECT_CLASS (desk_search_parent_class)->dispose (object);
}

static void
desk_search_finalize (GObject *object)
{
  DeskSearch *self = DESK_SEARCH (object);

  g_clear_pointer (&self->finder, bul_finder_free);
  g_clear_error (&self->error);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->stale);

  G_OBJECT_CLASS (desk_search_parent_class)->finalize (object);
}

static void
desk_search_class_init (DeskSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_search_finalize;

  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_search_init (DeskSearch *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_ranges);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskSearch *
desk_search_new (void)
{
  return g_object_new (DESK_TYPE_SEARCH, NULL);
}

void
desk_search_set_buffer (DeskSearch *self, DeskBuffer *buffer)
{
  g_return_if_fail (DESK_IS_SEARCH (self));

  if (self->buffer == buffer)
    return;
  leave_buffer (self);
  forget_all (self);
  self->is_marked = FALSE;
  self->has_current = FALSE;
  if (buffer != NULL)
    {
      self->buffer = g_object_ref (buffer);
      g_signal_connect_swapped (desk_document_get_history (desk_buffer_get_document (buffer)),
                                "edited", G_CALLBACK (edited_cb), self);
    }
  start (self);
}

void
desk_search_set_finder (DeskSearch *self, BulFinder *finder)
{
  g_return_if_fail (DESK_IS_SEARCH (self));

  g_clear_pointer (&self->finder, bul_finder_free);
  self->finder = finder;
  if (self->buffer != NULL && (self->n_hits > 0 || self->is_marked))
    unmark_all (self, DESK_STYLE_HIT);
  self->is_marked = FALSE;
  forget_all (self);
  start (self);
}

BulFinder *
desk_search_get_finder (DeskSearch *self)
{
  g_return_val_if_fail (DESK_IS_SEARCH (self), NULL);

  return self->finder;
}

gboolean
desk_search_is_done (DeskSearch *self)
{
  g_return_val_if_fail (DESK_IS_SEARCH (self), TRUE);

  return self->slice_id == 0;
}

const GError *
desk_search_get_error (DeskSearch *self)
{
  g_return_val_if_fail (DESK_IS_SEARCH (self), NULL);

  return self->error;
}

guint
desk_search_get_n_hits (DeskSearch *self)
{
  g_return_val_if_fail (DESK_IS_SEARCH (self), 0);

  return self->n_hits;
}

static const GArray *
get_ranges (DeskSearch *self, guint line)
{
  const BulBlock *block
      = self->buffer == NULL ? NULL : desk_buffer_get_block_at_line (self->buffer, line);

  return block == NULL ? NULL : g_hash_table_lookup (self->found, block->key);
}

guint
desk_search_get_n_hits_in_line (DeskSearch *self, guint line)
{
  g_return_val_if_fail (DESK_IS_SEARCH (self), 0);

  return count (get_ranges (self, line));
}

/* The first of a line from @offset on. */
static gboolean
find_in_line (DeskSearch *self, guint line, guint offset, DeskHit *hit)
{
  const GArray *ranges = get_ranges (self, line);

  for (guint i = 0; i < count (ranges); i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);

      if (range.start < offset)
        continue;
      *hit = (DeskHit){ line, range };
      return TRUE;
    }
  return FALSE;
}

/* The last of a line before @offset. */
static gboolean
find_back_in_line (DeskSearch *self, guint line, guint offset, DeskHit *hit)
{
  const GArray *ranges = get_ranges (self, line);

  for (guint i = count (ranges); i > 0; i--)
    {
      BulRange range = g_array_index (ranges, BulRange, i - 1);

      if (range.start >= offset)
        continue;
      *hit = (DeskHit){ line, range };
      return TRUE;
    }
  return FALSE;
}

gboolean
desk_search_get_next (DeskSearch *self, guint line, guint offset, DeskHit *hit)
{
  guint n_lines;

  g_return_val_if_fail (DESK_IS_SEARCH (self) && hit != NULL, FALSE);

  n_lines = count_lines (self);
  if (n_lines == 0 || self->n_hits == 0)
    return FALSE;
  if (find_in_line (self, line, offset, hit))
    return TRUE;
  for (guint i = 1; i <= n_lines; i++)
    if (find_in_line (self, (line + i) % n_lines, 0, hit))
      return TRUE;
  return FALSE;
}

gboolean
desk_search_get_previous (DeskSearch *self, guint line, guint offset, DeskHit *hit)
{
  guint n_lines;

  g_return_val_if_fail (DESK_IS_SEARCH (self) && hit != NULL, FALSE);

  n_lines = count_lines (self);
  if (n_lines == 0 || self->n_hits == 0)
    return FALSE;
  if (find_back_in_line (self, line, offset, hit))
    return TRUE;
  for (guint i = 1; i <= n_lines; i++)
    if (find_back_in_line (self, (line + n_lines - i) % n_lines, G_MAXUINT, hit))
      return TRUE;
  return FALSE;
}

gboolean
desk_search_get_at (DeskSearch *self, guint line, guint offset, DeskHit *hit)
{
  DeskHit found;

  g_return_val_if_fail (DESK_IS_SEARCH (self) && hit != NULL, FALSE);

  if (!find_in_line (self, line, offset, &found) || found.range.start != offset)
    return FALSE;
  *hit = found;
  return TRUE;
}

void
desk_search_set_current (DeskSearch *self, const DeskHit *hit)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DESK_IS_SEARCH (self));

  if (self->buffer == NULL)
    return;
  if (self->has_current)
    unmark_all (self, DESK_STYLE_CURRENT_HIT);
  self->has_current = hit != NULL;
  if (hit == NULL)
    return;
  desk_marks_find_bounds (self->buffer, hit->line, hit->range, &start, &end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self->buffer),
                             desk_marks_get_tag (self->buffer, DESK_STYLE_CURRENT_HIT), &start,
                             &end);
}

guint
desk_search_get_number (DeskSearch *self, const DeskHit *hit)
{
  const GArray *ranges;
  guint number = 0;

  g_return_val_if_fail (DESK_IS_SEARCH (self) && hit != NULL, 0);

  ranges = get_ranges (self, hit->line);
  for (guint i = 0; i < count (ranges); i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);

      if (range.start == hit->range.start && range.end == hit->range.end)
        number = i + 1;
    }
  if (number == 0)
    return 0;
  for (guint line = 0; line < hit->line; line++)
    number += count (get_ranges (self, line));
  return number;
}
