/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-speller.h"

#include "desk-marks.h"

/* Milliseconds without a change before lines are looked at again. */
#define REST 400

/* Microseconds that a slice may take: a frame has eight times as much. */
#define SLICE 2000

/* So many lines are asked for at once. */
#define BATCH 100

struct _DeskSpeller
{
  GObject parent_instance;

  GtkTextView *view; /* not owned; NULL: nothing is seen */
  DeskDictionary *dictionary;
  DeskBuffer *buffer;
  gboolean checks[N_DESK_TONGUES];
  GHashTable *names; /* NULL: to be listed anew */
  GHashTable *found; /* of each line that was looked at, by key: array of BulRange, or NULL */
  GHashTable *stale; /* key of a line: whether it was edited since, or is to be judged anew */
  guint next_line;   /* the first that may have to be looked at */
  guint slice_id;
  guint rest_id;
  gboolean waits;      /* for an answer of the dictionary */
  gboolean was_edited; /* lines may hold marks of what they read before */
  char *edited;        /* key of the line that the step under way has edited last */
  char *held;          /* key of the line where a word is being typed, or NULL */
  BulRange held_range;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSpeller, desk_speller, G_TYPE_OBJECT)

/* What a slice meets that nobody asked for yet. */
typedef struct
{
  GPtrArray *words[N_DESK_TONGUES];
  guint n_lines;
} Missing;

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

static gboolean
are_same (const GArray *a, const GArray *b)
{
  if (count (a) != count (b))
    return FALSE;
  for (guint i = 0; i < count (a); i++)
    if (g_array_index (a, BulRange, i).start != g_array_index (b, BulRange, i).start
        || g_array_index (a, BulRange, i).end != g_array_index (b, BulRange, i).end)
      return FALSE;
  return TRUE;
}

static const BulStory *
get_story (DeskSpeller *self)
{
  return desk_document_get_story (desk_buffer_get_document (self->buffer));
}

static GHashTable *
get_names (DeskSpeller *self)
{
  if (self->names == NULL)
    self->names = desk_spell_words_list_names (get_story (self));
  return self->names;
}

static guint
count_lines (DeskSpeller *self)
{
  const BulScript *script = self->buffer == NULL ? NULL : desk_buffer_get_script (self->buffer);

  return script == NULL ? 0 : script->blocks->len;
}

/* What is struck in the middle of the word is no part of it. */
static void
mark (DeskSpeller *self, guint line, BulRange range)
{
  GtkTextTag *struck = desk_marks_get_tag (self->buffer, DESK_STYLE_DELETED);
  GtkTextIter at;
  GtkTextIter end;

  desk_marks_find_bounds (self->buffer, line, range, &at, &end);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      gboolean is_struck = gtk_text_iter_has_tag (&at, struck);
      GtkTextIter next = at;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, struck)
          || gtk_text_iter_compare (&next, &end) > 0)
        next = end;
      if (!is_struck)
        gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self->buffer),
                                   desk_marks_get_tag (self->buffer, DESK_STYLE_MISSPELT), &at,
                                   &next);
      at = next;
    }
}

static gboolean
is_held (DeskSpeller *self, const BulBlock *block, BulRange range)
{
  return g_strcmp0 (self->held, block->key) == 0 && range.start <= self->held_range.end
         && range.end >= self->held_range.start;
}

static gboolean
contains (const GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) words, word, g_str_equal, NULL);
}

/* Returns: whether all words are known; @ranges has those that are wrong, NULL for none. */
static gboolean
judge (DeskSpeller *self, const BulBlock *block, GArray **ranges, Missing *missing)
{
  g_autoptr (GPtrArray) words = desk_spell_words_find (block, get_names (self));
  gboolean is_known = TRUE;

  for (guint i = 0; i < words->len; i++)
    {
      const DeskSpellWord *word = words->pdata[i];
      DeskWord verdict;

      if (!self->checks[word->tongue]
          || desk_dictionary_ignores (self->dictionary, get_story (self)->uid, word->word))
        continue;
      verdict = desk_dictionary_look (self->dictionary, word->tongue, word->word);
      if (verdict == DESK_WORD_UNKNOWN)
        {
          is_known = FALSE;
          if (!contains (missing->words[word->tongue], word->word))
            g_ptr_array_add (missing->words[word->tongue], g_strdup (word->word));
        }
      else if (verdict == DESK_WORD_WRONG && !is_held (self, block, word->range))
        {
          if (*ranges == NULL)
            *ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
          g_array_append_val (*ranges, word->range);
        }
    }
  return is_known;
}

static void
show (DeskSpeller *self, guint line, const GArray *ranges)
{
  if (self->was_edited)
    desk_marks_clear_line (self->buffer, DESK_STYLE_MISSPELT, line);
  for (guint i = 0; i < count (ranges); i++)
    mark (self, line, g_array_index (ranges, BulRange, i));
}

/* A line with words that are asked for is looked at again when they are known. */
static void
look (DeskSpeller *self, guint line, const BulBlock *block, Missing *missing, gboolean *has_changed)
{
  gpointer stale = NULL;
  gboolean is_seen = g_hash_table_contains (self->found, block->key);
  GArray *before = g_hash_table_lookup (self->found, block->key);
  GArray *ranges = NULL;

  if (!judge (self, block, &ranges, missing))
    {
      missing->n_lines++;
      unref_ranges (ranges);
      return;
    }
  stale = g_hash_table_lookup (self->stale, block->key);
  *has_changed |= !are_same (before, ranges);
  if (!is_seen || GPOINTER_TO_INT (stale) || !are_same (before, ranges))
    show (self, line, ranges);
  g_hash_table_insert (self->found, g_strdup (block->key), ranges);
  g_hash_table_remove (self->stale, block->key);
}

static gboolean
is_known (DeskSpeller *self, const BulBlock *block)
{
  return g_hash_table_contains (self->found, block->key)
         && !g_hash_table_contains (self->stale, block->key);
}

static void
look_at_line (DeskSpeller *self, guint line, Missing *missing, gboolean *has_changed)
{
  const BulBlock *block = desk_buffer_get_block_at_line (self->buffer, line);

  if (block != NULL && !is_known (self, block))
    look (self, line, block, missing, has_changed);
}

static void
look_at_visible (DeskSpeller *self, Missing *missing, gboolean *has_changed)
{
  GdkRectangle area;
  GtkTextIter first;
  GtkTextIter last;

  if (self->view == NULL || gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return;
  gtk_text_view_get_visible_rect (self->view, &area);
  gtk_text_view_get_line_at_y (self->view, &first, area.y, NULL);
  gtk_text_view_get_line_at_y (self->view, &last, area.y + area.height, NULL);
  for (int line = gtk_text_iter_get_line (&first); line <= gtk_text_iter_get_line (&last); line++)
    look_at_line (self, (guint) line, missing, has_changed);
}

/* Returns: whether there is more to look at. */
static gboolean
look_at_others (DeskSpeller *self, Missing *missing, gboolean *has_changed)
{
  guint n_lines = count_lines (self);
  gint64 end = g_get_monotonic_time () + SLICE;

  for (guint line = self->next_line; line < n_lines; line++)
    {
      if (missing->n_lines >= BATCH || g_get_monotonic_time () > end)
        return TRUE;
      look_at_line (self, line, missing, has_changed);
      if (missing->n_lines == 0)
        self->next_line = line + 1;
    }
  return FALSE;
}

static void
ask_for (DeskSpeller *self, Missing *missing)
{
  for (guint i = 0; i < N_DESK_TONGUES; i++)
    if (missing->words[i]->len > 0)
      desk_dictionary_ask (self->dictionary, i, missing->words[i]);
}

static gboolean
slice_cb (gpointer data)
{
  g_autoptr (DeskSpeller) self = g_object_ref (data);
  Missing missing = { 0 };
  gboolean has_changed = FALSE;
  gboolean has_more = FALSE;

  for (guint i = 0; i < N_DESK_TONGUES; i++)
    missing.words[i] = g_ptr_array_new_with_free_func (g_free);
  look_at_visible (self, &missing, &has_changed);
  if (missing.n_lines == 0)
    has_more = look_at_others (self, &missing, &has_changed);
  self->waits = missing.n_lines > 0;
  ask_for (self, &missing);
  for (guint i = 0; i < N_DESK_TONGUES; i++)
    g_ptr_array_unref (missing.words[i]);
  if (self->waits || !has_more)
    self->slice_id = 0;
  if (has_changed)
    g_signal_emit (self, signals[CHANGED], 0);
  return self->slice_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* After what is painted and what keys do. While hands type nothing is looked at. */
static void
queue_slice (DeskSpeller *self)
{
  if (self->buffer == NULL || self->slice_id != 0 || self->rest_id != 0 || self->waits)
    return;
  self->slice_id = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
}

static void
answered_cb (DeskSpeller *self)
{
  if (!self->waits)
    return;
  self->waits = FALSE;
  queue_slice (self);
}

static gboolean
rested_cb (gpointer data)
{
  DeskSpeller *self = data;

  self->rest_id = 0;
  queue_slice (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (DeskSpeller *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rested_cb, self);
}

static void
make_stale (DeskSpeller *self, const char *key, gboolean was_edited)
{
  if (key == NULL || !g_hash_table_contains (self->found, key))
    return;
  if (was_edited || !g_hash_table_contains (self->stale, key))
    g_hash_table_insert (self->stale, g_strdup (key), GINT_TO_POINTER (was_edited));
}

/* The marks stay until the lines are judged anew. */
static void
judge_anew (DeskSpeller *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    make_stale (self, key, FALSE);
  self->was_edited = TRUE;
  self->next_line = 0;
  queue_slice (self);
}

static void
let_go (DeskSpeller *self)
{
  /* Its mark may be gone. */
  make_stale (self, self->held, TRUE);
  g_clear_pointer (&self->held, g_free);
  self->was_edited = TRUE;
  self->next_line = 0;
  queue_slice (self);
}

/* The line with the caret, and the caret in its text. */
static const BulBlock *
find_caret (DeskSpeller *self, guint *line, guint *offset)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter caret;
  const char *key;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  *line = gtk_text_iter_get_line (&caret);
  if (!desk_buffer_get_place (self->buffer, &caret, &key, offset))
    return NULL;
  return desk_buffer_get_block_at_line (self->buffer, *line);
}

/* The word at the caret is being typed: it has no mark until the caret has left it. */
static void
hold (DeskSpeller *self)
{
  guint line;
  guint offset;
  const BulBlock *block = find_caret (self, &line, &offset);
  DeskSpellWord *word = block == NULL ? NULL : desk_speller_find_word (self, block, offset);
  GtkTextIter start;
  GtkTextIter end;

  if (block == NULL)
    return;
  if (self->held != NULL && g_strcmp0 (self->held, block->key) != 0)
    let_go (self);
  g_free (self->held);
  self->held = g_strdup (block->key);
  self->held_range = word == NULL ? (BulRange){ offset, offset } : word->range;
  desk_marks_find_bounds (self->buffer, line, self->held_range, &start, &end);
  if (gtk_text_iter_compare (&start, &end) < 0)
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self->buffer),
                                desk_marks_get_tag (self->buffer, DESK_STYLE_MISSPELT), &start,
                                &end);
  if (word != NULL)
    desk_spell_word_free (word);
}

static void
caret_moved_cb (DeskSpeller *self)
{
  guint line;
  guint offset;
  const BulBlock *block;

  if (self->held == NULL)
    return;
  block = find_caret (self, &line, &offset);
  if (block != NULL && g_str_equal (block->key, self->held) && offset >= self->held_range.start
      && offset <= self->held_range.end)
    return;
  let_go (self);
}

/* A block that comes by an edit is not known yet; one that goes is forgotten. */
static void
edited_cb (DeskSpeller *self, const BulEdit *edit)
{
  gboolean is_text
      = edit->kind == BUL_EDIT_TEXT || edit->kind == BUL_EDIT_SPLIT || edit->kind == BUL_EDIT_JOIN;
  const char *thing = edit->things->len == 0 ? NULL : bul_record_get_key (edit->things->pdata[0]);

  if (g_strcmp0 (edit->field, "scripts") == 0)
    {
      g_hash_table_remove_all (self->found);
      g_hash_table_remove_all (self->stale);
    }
  else if (g_strcmp0 (edit->field, "speakers") == 0 || (edit->on != NULL && edit->on[0] == 'p'))
    {
      g_clear_pointer (&self->names, g_hash_table_unref);
      judge_anew (self);
    }
  else if (edit->kind == BUL_EDIT_SET && edit->on != NULL && edit->on[0] == 'b')
    {
      make_stale (self, edit->on, TRUE);
    }
  else if (!is_text && g_strcmp0 (edit->field, "blocks") != 0)
    {
      return;
    }
  if (is_text)
    {
      make_stale (self, edit->on, TRUE);
      g_free (self->edited);
      self->edited = g_strdup (edit->on);
    }
  if (thing != NULL)
    {
      g_hash_table_remove (self->found, thing);
      g_hash_table_remove (self->stale, thing);
    }
  self->was_edited = TRUE;
  self->next_line = 0;
  wait_for_rest (self);
}

static void
changed_cb (DeskSpeller *self)
{
  g_autofree char *edited = g_steal_pointer (&self->edited);
  guint line;
  guint offset;
  const BulBlock *block = edited == NULL ? NULL : find_caret (self, &line, &offset);

  if (block != NULL && g_str_equal (block->key, edited))
    hold (self);
}

static void
composing_cb (DeskSpeller *self)
{
  if (desk_document_get_composing (desk_buffer_get_document (self->buffer)) == NULL)
    return;
  hold (self);
  wait_for_rest (self);
}

static void
leave_buffer (DeskSpeller *self)
{
  DeskDocument *document = self->buffer == NULL ? NULL : desk_buffer_get_document (self->buffer);

  if (document != NULL)
    {
      g_signal_handlers_disconnect_by_data (desk_document_get_history (document), self);
      g_signal_handlers_disconnect_by_data (document, self);
    }
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
}

static void
forget_all (DeskSpeller *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_hash_table_remove_all (self->found);
  g_hash_table_remove_all (self->stale);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->edited, g_free);
  g_clear_pointer (&self->held, g_free);
  self->next_line = 0;
  self->waits = FALSE;
}

static void
desk_speller_dispose (GObject *object)
{
  DeskSpeller *self = DESK_SPELLER (object);

  forget_all (self);
  leave_buffer (self);
  if (self->dictionary != NULL)
    g_signal_handlers_disconnect_by_data (self->dictionary, self);
  g_clear_object (&self->dictionary);

  G_OBJECT_CLASS (desk_speller_parent_class)->dispose (object);
}

static void
desk_speller_finalize (GObject *object)
{
  DeskSpeller *self = DESK_SPELLER (object);

  g_hash_table_unref (self->found);
  g_hash_table_unref (self->stale);

  G_OBJECT_CLASS (desk_speller_parent_class)->finalize (object);
}

static void
desk_speller_class_init (DeskSpellerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_speller_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_speller_finalize;

  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_SPELLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_speller_init (DeskSpeller *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_ranges);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskSpeller *
desk_speller_new (GtkTextView *view, DeskDictionary *dictionary)
{
  DeskSpeller *self = g_object_new (DESK_TYPE_SPELLER, NULL);

  self->view = view;
  self->dictionary = g_object_ref (dictionary);
  g_signal_connect_swapped (dictionary, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect_swapped (dictionary, "changed", G_CALLBACK (judge_anew), self);
  return self;
}

void
desk_speller_set_buffer (DeskSpeller *self, DeskBuffer *buffer)
{
  DeskDocument *document;

  g_return_if_fail (DESK_IS_SPELLER (self));

  if (self->buffer == buffer)
    return;
  leave_buffer (self);
  forget_all (self);
  self->was_edited = FALSE;
  if (buffer == NULL)
    return;
  self->buffer = g_object_ref (buffer);
  document = desk_buffer_get_document (buffer);
  g_signal_connect_swapped (desk_document_get_history (document), "edited", G_CALLBACK (edited_cb),
                            self);
  g_signal_connect_swapped (desk_document_get_history (document), "changed",
                            G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (document, "composing", G_CALLBACK (composing_cb), self);
  g_signal_connect_swapped (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self);
  queue_slice (self);
}

void
desk_speller_set_checks (DeskSpeller *self, DeskTongue tongue, gboolean checks)
{
  g_return_if_fail (DESK_IS_SPELLER (self) && tongue < N_DESK_TONGUES);

  if (self->checks[tongue] == checks)
    return;
  self->checks[tongue] = checks;
  judge_anew (self);
}

gboolean
desk_speller_get_checks (DeskSpeller *self, DeskTongue tongue)
{
  g_return_val_if_fail (DESK_IS_SPELLER (self) && tongue < N_DESK_TONGUES, FALSE);

  return self->checks[tongue];
}

DeskDictionary *
desk_speller_get_dictionary (DeskSpeller *self)
{
  g_return_val_if_fail (DESK_IS_SPELLER (self), NULL);

  return self->dictionary;
}

gboolean
desk_speller_is_done (DeskSpeller *self)
{
  g_return_val_if_fail (DESK_IS_SPELLER (self), TRUE);

  return self->slice_id == 0 && self->rest_id == 0 && !self->waits;
}

guint
desk_speller_get_n_in_block (DeskSpeller *self, const char *block)
{
  g_return_val_if_fail (DESK_IS_SPELLER (self) && block != NULL, 0);

  return count (g_hash_table_lookup (self->found, block));
}

static const GArray *
get_ranges (DeskSpeller *self, guint line, const char **key)
{
  const BulBlock *block = desk_buffer_get_block_at_line (self->buffer, line);

  *key = block == NULL ? NULL : block->key;
  return block == NULL ? NULL : g_hash_table_lookup (self->found, block->key);
}

/* The whole script, and the caret's line at both ends of it. */
gboolean
desk_speller_get_next (
    DeskSpeller *self, guint line, guint offset, const char **block, BulRange *range)
{
  guint n_lines;

  g_return_val_if_fail (DESK_IS_SPELLER (self), FALSE);

  n_lines = count_lines (self);
  for (guint i = 0; n_lines > 0 && i <= n_lines; i++)
    {
      const GArray *ranges = get_ranges (self, (line + i) % n_lines, block);

      for (guint j = 0; j < count (ranges); j++)
        {
          *range = g_array_index (ranges, BulRange, j);
          if (i > 0 || range->start > offset)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
desk_speller_get_previous (
    DeskSpeller *self, guint line, guint offset, const char **block, BulRange *range)
{
  guint n_lines;

  g_return_val_if_fail (DESK_IS_SPELLER (self), FALSE);

  n_lines = count_lines (self);
  for (guint i = 0; n_lines > 0 && i <= n_lines; i++)
    {
      const GArray *ranges = get_ranges (self, (line + n_lines - i) % n_lines, block);

      for (guint j = count (ranges); j > 0; j--)
        {
          *range = g_array_index (ranges, BulRange, j - 1);
          if (i > 0 || range->start < offset)
            return TRUE;
        }
    }
  return FALSE;
}

GPtrArray *
desk_speller_list_words (DeskSpeller *self, const BulBlock *block)
{
  g_return_val_if_fail (DESK_IS_SPELLER (self) && block != NULL, NULL);

  return desk_spell_words_find (block, get_names (self));
}

DeskSpellWord *
desk_speller_find_word (DeskSpeller *self, const BulBlock *block, guint offset)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (DESK_IS_SPELLER (self) && block != NULL, NULL);

  words = desk_spell_words_find (block, get_names (self));
  for (guint i = 0; i < words->len; i++)
    {
      const DeskSpellWord *word = words->pdata[i];

      if (offset >= word->range.start && offset <= word->range.end)
        return g_ptr_array_steal_index (words, i);
    }
  return NULL;
}
