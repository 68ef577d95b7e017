/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-buffer-private.h"

#include <string.h>

#include "bul-annotation.h"
#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "desk-bridge.h"
#include "desk-striker.h"
#include "desk-style.h"

/* Hands that rested so long begin a step of their own. */
#define REST (3 * G_USEC_PER_SEC)

G_DEFINE_TYPE (DeskBuffer, desk_buffer, GTK_TYPE_TEXT_BUFFER)

static BulHistory *
get_history (DeskBuffer *self)
{
  return desk_document_get_history (self->document);
}

static void
set_last_edit (DeskBuffer *self, const GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (self->last_edit == NULL)
    self->last_edit = gtk_text_buffer_create_mark (buffer, NULL, iter, FALSE);
  else
    gtk_text_buffer_move_mark (buffer, self->last_edit, iter);
}

/* What comes from elsewhere goes in beside a caret or a selection that ends there, and pushes
 * neither along. */
static void
insert_beside_caret (DeskBuffer *self, GtkTextIter *start, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextMark *marks[] = {
    gtk_text_buffer_get_insert (buffer),
    gtk_text_buffer_get_selection_bound (buffer),
  };
  int at = gtk_text_iter_get_offset (start);
  gboolean stays[G_N_ELEMENTS (marks)];
  GtkTextIter first;
  GtkTextIter last;
  GtkTextIter place;

  gtk_text_buffer_get_selection_bounds (buffer, &first, &last);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &place, marks[i]);
      stays[i] = gtk_text_iter_equal (&place, start) && gtk_text_iter_equal (&place, &last);
    }
  gtk_text_buffer_insert (buffer, start, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, at);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (stays[i])
      gtk_text_buffer_move_mark (buffer, marks[i], &place);
}

/* Where hands did it GTK has told of it already; telling again would make a screen reader say it
 * twice. */
static void
apply_change (DeskBuffer *self, const DeskChange *change)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextBufferClass *parent = GTK_TEXT_BUFFER_CLASS (desk_buffer_parent_class);
  GtkTextIter start;
  GtkTextIter end;

  desk_buffer_find_iter (self, change->start, DESK_AFTER_STRUCK, &start);
  desk_buffer_find_iter (self, change->end, DESK_BEFORE_STRUCK, &end);
  /* Nothing goes, and words are struck at the place. */
  if (gtk_text_iter_compare (&end, &start) < 0)
    end = start;
  self->playing = TRUE;
  if (!gtk_text_iter_equal (&start, &end))
    {
      if (self->typing)
        parent->delete_range (buffer, &start, &end);
      else
        gtk_text_buffer_delete (buffer, &start, &end);
    }
  if (*change->text != '\0')
    {
      if (self->typing)
        parent->insert_text (buffer, &start, change->text, strlen (change->text));
      else
        insert_beside_caret (self, &start, change->text);
    }
  set_last_edit (self, &start);
  self->n_edits++;
  self->playing = FALSE;
}

static void
load (DeskBuffer *self)
{
  const BulScript *script = desk_buffer_get_script (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, block->text);
      desk_buffer_make_fresh (self, block->key);
    }
  g_free (self->loaded);
  self->loaded = script == NULL ? NULL : g_strdup (script->key);
  self->playing = TRUE;
  desk_struck_clear (self->struck);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), text->str, text->len);
  self->playing = FALSE;
  self->corrections_changed = TRUE;
}

/* A script that comes or goes beside the one that is shown is none of its business. */
static gboolean
is_loaded (DeskBuffer *self, const BulEdit *edit)
{
  const BulScript *script = desk_buffer_get_script (self);
  const char *other = edit->things->len == 0 ? NULL : bul_record_get_key (edit->things->pdata[0]);

  return script != NULL && g_strcmp0 (script->key, self->loaded) == 0
         && g_strcmp0 (script->key, other) != 0;
}

static void
make_stale (DeskBuffer *self, const char *block)
{
  if (block != NULL)
    desk_buffer_make_stale (self, block);
}

static void
make_stale_cb (gpointer block, gpointer self)
{
  make_stale (self, block);
}

static void
make_all_stale (DeskBuffer *self)
{
  const BulScript *script = desk_buffer_get_script (self);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    make_stale (self, ((BulBlock *) script->blocks->pdata[i])->key);
}

/* Somebody looked at a change. One of a line that went is told of somewhere else. */
static void
note_review (DeskBuffer *self, const BulChange *review)
{
  make_stale (self, review->block);
  self->gaps_changed = TRUE;
}

/* A notice that is public is told of under their heading. */
static void
note_notice (DeskBuffer *self)
{
  const BulScript *script = desk_buffer_get_script (self);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    if (((const BulBlock *) script->blocks->pdata[i])->kind == BUL_BLOCK_NOTICES)
      make_stale (self, ((const BulBlock *) script->blocks->pdata[i])->key);
}

static void
note_stale (DeskBuffer *self, const BulEdit *edit)
{
  if ((edit->on != NULL && strchr ("nc", edit->on[0]) != NULL)
      || g_strcmp0 (edit->field, "notices") == 0)
    note_notice (self);
  switch (edit->kind)
    {
    case BUL_EDIT_SPLIT:
    case BUL_EDIT_TEXT:
    case BUL_EDIT_JOIN:
      make_stale (self, edit->on);
      break;
    case BUL_EDIT_SET:
      if (edit->on != NULL && edit->on[0] == 'b')
        make_stale (self, edit->on);
      if (edit->on != NULL && strchr ("cat", edit->on[0]) != NULL)
        self->corrections_changed = TRUE;
      return;
    case BUL_EDIT_ADD:
    case BUL_EDIT_REMOVE:
      if (g_strcmp0 (edit->field, "corrections") == 0 || g_strcmp0 (edit->field, "annotations") == 0
          || g_strcmp0 (edit->field, "tags") == 0)
        self->corrections_changed = TRUE;
      if (g_strcmp0 (edit->field, "changes") == 0 && edit->things->len > 0)
        note_review (self, edit->things->pdata[0]);
      if (g_strcmp0 (edit->field, "blocks") != 0)
        return;
      break;
    }
  if (edit->things->len > 0)
    make_stale (self, bul_record_get_key (edit->things->pdata[0]));
}

static void
unstrike (DeskBuffer *self, const char *block, guint line)
{
  if (desk_struck_get (self->struck, block) == NULL)
    return;
  self->playing = TRUE;
  desk_striker_unstrike (GTK_TEXT_BUFFER (self), self->struck, block, line);
  self->playing = FALSE;
  make_stale (self, block);
}

static void
unstrike_line (DeskBuffer *self, const BulScript *script, guint index, guint line)
{
  if (index < script->blocks->len)
    unstrike (self, ((BulBlock *) script->blocks->pdata[index])->key, line);
}

/* Lines are about to be parted, joined, added or removed: what is struck in them and beside them is
 * found anew afterwards. @script has the edit already, the buffer not yet. */
static void
unstrike_around (DeskBuffer *self, const BulScript *script, const BulEdit *edit)
{
  const char *thing = edit->things->len == 0 ? NULL : bul_record_get_key (edit->things->pdata[0]);
  int line;

  if (edit->kind == BUL_EDIT_SPLIT || edit->kind == BUL_EDIT_JOIN)
    {
      line = edit->on == NULL ? -1 : bul_script_find_block (script, edit->on);
      if (line < 0)
        return;
      if (edit->kind == BUL_EDIT_JOIN && thing != NULL)
        unstrike (self, thing, line + 1);
      unstrike (self, edit->on, line);
      self->gaps_changed = TRUE;
    }
  else if (edit->kind != BUL_EDIT_SET && g_strcmp0 (edit->on, script->key) == 0
           && g_strcmp0 (edit->field, "blocks") == 0)
    {
      gboolean added = edit->kind == BUL_EDIT_ADD;

      unstrike_line (self, script, edit->at + (added ? 1 : 0), edit->at + (added ? 0 : 1));
      if (!added && thing != NULL)
        unstrike (self, thing, edit->at);
      if (edit->at > 0)
        {
          unstrike_line (self, script, edit->at - 1, edit->at - 1);
          /* It may have got a line end that it had not, as the last one. */
          make_stale (self, ((BulBlock *) script->blocks->pdata[edit->at - 1])->key);
        }
      self->gaps_changed = TRUE;
    }
}

static guint
count_chars (const char *text)
{
  return text == NULL ? 0 : bul_chars_count (text);
}

static void
edited_cb (DeskBuffer *self, const BulEdit *edit)
{
  const BulScript *script = desk_buffer_get_script (self);
  DeskChange change = { 0 };

  if (g_strcmp0 (edit->field, "scripts") == 0)
    {
      if (!is_loaded (self, edit))
        load (self);
      return;
    }
  if (script == NULL)
    return;
  note_stale (self, edit);
  if (edit->kind != BUL_EDIT_TEXT)
    unstrike_around (self, script, edit);
  if (desk_bridge_translate (script, edit, &change))
    apply_change (self, &change);
  if (edit->kind == BUL_EDIT_TEXT)
    desk_struck_edit (self->struck, edit->on, edit->at, count_chars (edit->removed),
                      count_chars (edit->inserted));
  g_free (change.text);
}

static void
note_corrected (DeskBuffer *self, const GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BulSpan *span = spans->pdata[i];

      if (span->on == NULL)
        continue;
      make_stale (self, span->on);
      g_hash_table_add (self->corrected, g_strdup (span->on));
    }
}

/* Adds to what is stale the blocks that had a passage with a correction, a note or a tag and those
 * that have one now. */
static void
refresh_corrected (DeskBuffer *self)
{
  const BulStory *story = desk_document_get_story (self->document);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->corrected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    make_stale (self, key);
  g_hash_table_remove_all (self->corrected);
  for (guint i = 0; i < story->corrections->len; i++)
    note_corrected (self, ((const BulCorrection *) story->corrections->pdata[i])->spans);
  for (guint i = 0; i < story->annotations->len; i++)
    note_corrected (self, ((const BulAnnotation *) story->annotations->pdata[i])->spans);
  for (guint i = 0; i < story->tags->len; i++)
    note_corrected (self, ((const BulTag *) story->tags->pdata[i])->spans);
}

/* Lines that went are told of elsewhere, or no longer. The first line tells of what went before it.
 */
static void
note_gaps (DeskBuffer *self)
{
  const BulScript *script = desk_buffer_get_script (self);

  desk_struck_foreach_block (self->struck, make_stale_cb, self);
  desk_changes_foreach_gap (desk_document_get_changes (self->document), make_stale_cb, self);
  desk_changes_foreach_recut (desk_document_get_changes (self->document), make_stale_cb, self);
  if (script != NULL && script->blocks->len > 0)
    make_stale (self, ((BulBlock *) script->blocks->pdata[0])->key);
}

/* An edit moves the caret without a word. */
void
desk_buffer_note_caret (DeskBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  self->caret = gtk_text_iter_get_offset (&caret);
  self->moved_from = G_MAXUINT;
}

static void
changed_cb (DeskBuffer *self)
{
  if (self->corrections_changed)
    refresh_corrected (self);
  self->corrections_changed = FALSE;
  if (self->gaps_changed)
    note_gaps (self);
  self->gaps_changed = FALSE;
  desk_buffer_refresh_looks (self);
  desk_buffer_note_caret (self);
}

/* What hands do between the begin and the end of an action of GTK is one step, such as a paste over
 * a selection. The step begins with its first edit, for many actions have none. */
static void
begin_typing (DeskBuffer *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->typed_at > REST)
    bul_history_break (get_history (self));
  self->typed_at = now;
  self->typing = TRUE;
  if (self->n_actions > 0 && !self->in_step)
    {
      bul_history_begin (get_history (self), NULL);
      self->in_step = TRUE;
    }
}

/* The iterators must be good for who asked for the edit, whatever became of it. */
static void
end_typing (DeskBuffer *self, GtkTextMark *mark, GtkTextIter *iter)
{
  self->typing = FALSE;
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, mark);
  gtk_text_buffer_delete_mark (GTK_TEXT_BUFFER (self), mark);
}

static void
refuse (const GError *error)
{
  g_debug ("The text stays as it is: %s", error->message);
  gdk_display_beep (gdk_display_get_default ());
}

static void
desk_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *pos, const char *text, int length)
{
  DeskBuffer *self = DESK_BUFFER (buffer);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextMark *mark;

  if (self->playing || self->document == NULL)
    {
      GTK_TEXT_BUFFER_CLASS (desk_buffer_parent_class)->insert_text (buffer, pos, text, length);
      return;
    }
  copy = g_strndup (text, length);
  mark = gtk_text_buffer_create_mark (buffer, NULL, pos, FALSE);
  begin_typing (self);
  if (!desk_bridge_insert (get_history (self), self->script, desk_buffer_find_place (self, pos),
                           copy, &error))
    refuse (error);
  end_typing (self, mark, pos);
}

static void
desk_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  DeskBuffer *self = DESK_BUFFER (buffer);
  g_autoptr (GError) error = NULL;
  GtkTextMark *mark;

  if (self->playing || self->document == NULL)
    {
      GTK_TEXT_BUFFER_CLASS (desk_buffer_parent_class)->delete_range (buffer, start, end);
      return;
    }
  mark = gtk_text_buffer_create_mark (buffer, NULL, start, TRUE);
  begin_typing (self);
  if (!desk_bridge_delete (get_history (self), self->script, desk_buffer_find_place (self, start),
                           desk_buffer_find_place (self, end), &error))
    refuse (error);
  end_typing (self, mark, start);
  *end = *start;
}

static void
desk_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  DESK_BUFFER (buffer)->n_actions++;
}

static void
desk_buffer_end_user_action (GtkTextBuffer *buffer)
{
  DeskBuffer *self = DESK_BUFFER (buffer);

  if (--self->n_actions > 0 || !self->in_step)
    return;
  self->in_step = FALSE;
  bul_history_end (get_history (self));
}

static gboolean
is_last_edit (DeskBuffer *self, const GtkTextIter *iter)
{
  GtkTextIter last;

  return desk_buffer_get_last_edit (self, &last) && gtk_text_iter_equal (iter, &last);
}

/* Behind what is struck; or, where the caret comes from there, before it. */
static void
find_beside_words (DeskBuffer *self, guint line_start, DeskStruckGroup group, GtkTextIter *to)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  gboolean comes_back = self->caret == line_start + group.end;

  gtk_text_buffer_get_iter_at_offset (buffer, to,
                                      line_start + (comes_back ? group.start : group.end));
  if (comes_back && !gtk_text_iter_backward_cursor_position (to))
    gtk_text_buffer_get_iter_at_offset (buffer, to, line_start + group.end);
}

/* Where the words above end; or, where the caret comes from them and does not go to the end of its
 * line, the line after. */
static void
find_beside_lines (DeskBuffer *self,
                   const GtkTextIter *location,
                   guint line_start,
                   DeskStruckGroup group,
                   GtkTextIter *to)
{
  guint words_end = line_start + group.start;
  gboolean goes_on = self->caret >= line_start && self->caret <= words_end
                     && (self->caret == words_end || !gtk_text_iter_ends_line (location));

  *to = *location;
  if (!goes_on || !gtk_text_iter_forward_line (to))
    gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), to, words_end);
}

/* The caret never stands before or among words that are struck, but behind them, and before lines
 * that are: there is one place for what is typed there. From there it goes on beyond them. */
static gboolean
step_over_struck (DeskBuffer *self, const GtkTextIter *location, GtkTextMark *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const BulBlock *block = desk_buffer_get_block_at_line (self, gtk_text_iter_get_line (location));
  guint offset = gtk_text_iter_get_offset (location);
  guint line_start = offset - gtk_text_iter_get_line_offset (location);
  DeskStruckGroup group;
  GtkTextIter to;

  if (self->caret_is_free || block == NULL
      || !desk_struck_find (self->struck, block->key, offset - line_start, &group))
    return FALSE;
  if (offset == self->moved_from)
    gtk_text_buffer_get_iter_at_offset (buffer, &to, self->moved_to);
  else if (group.is_below)
    find_beside_lines (self, location, line_start, group, &to);
  else
    find_beside_words (self, line_start, group, &to);
  gtk_text_buffer_move_mark (buffer, mark, &to);
  /* There too something may have been struck. The other end of the selection comes here too. */
  gtk_text_buffer_get_iter_at_mark (buffer, &to, mark);
  self->moved_from = offset;
  self->moved_to = gtk_text_iter_get_offset (&to);
  return TRUE;
}

static void
desk_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark)
{
  DeskBuffer *self = DESK_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (desk_buffer_parent_class)->mark_set (buffer, location, mark);
  if (self->document == NULL || self->playing)
    return;
  if ((mark == gtk_text_buffer_get_insert (buffer)
       || mark == gtk_text_buffer_get_selection_bound (buffer))
      && step_over_struck (self, location, mark))
    return;
  if (mark != gtk_text_buffer_get_insert (buffer))
    return;
  desk_buffer_look_ahead (self);
  self->caret = gtk_text_iter_get_offset (location);
  if (!self->typing && self->n_actions == 0 && !is_last_edit (self, location))
    bul_history_break (get_history (self));
}

static void
desk_buffer_dispose (GObject *object)
{
  desk_buffer_close (DESK_BUFFER (object));
  G_OBJECT_CLASS (desk_buffer_parent_class)->dispose (object);
}

static void
desk_buffer_finalize (GObject *object)
{
  DeskBuffer *self = DESK_BUFFER (object);

  g_free (self->script);
  g_free (self->loaded);
  desk_struck_free (self->struck);
  g_hash_table_unref (self->stale);
  g_hash_table_unref (self->corrected);
  G_OBJECT_CLASS (desk_buffer_parent_class)->finalize (object);
}

static void
desk_buffer_class_init (DeskBufferClass *class)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = desk_buffer_dispose;
  G_OBJECT_CLASS (class)->finalize = desk_buffer_finalize;
  buffer_class->insert_text = desk_buffer_insert_text;
  buffer_class->delete_range = desk_buffer_delete_range;
  buffer_class->begin_user_action = desk_buffer_begin_user_action;
  buffer_class->end_user_action = desk_buffer_end_user_action;
  buffer_class->mark_set = desk_buffer_mark_set;
}

static void
desk_buffer_init (DeskBuffer *self)
{
  self->struck = desk_struck_new ();
  self->shows_struck = TRUE;
  self->moved_from = G_MAXUINT;
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->corrected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskBuffer *
desk_buffer_new (DeskDocument *document, const char *script)
{
  g_autoptr (GtkTextTagTable) table = desk_style_table_new ();
  DeskBuffer *self;
  GtkTextIter start;

  g_return_val_if_fail (DESK_IS_DOCUMENT (document), NULL);

  self = g_object_new (DESK_TYPE_BUFFER, "tag-table", table, "enable-undo", FALSE, NULL);
  self->document = g_object_ref (document);
  self->script = g_strdup (script);
  desk_style_table_set_palette (table, desk_palette_get ());
  load (self);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  changed_cb (self);
  g_signal_connect_swapped (get_history (self), "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (get_history (self), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (desk_document_get_changes (document), "rebased",
                            G_CALLBACK (make_all_stale), self);
  return self;
}

void
desk_buffer_close (DeskBuffer *self)
{
  g_return_if_fail (DESK_IS_BUFFER (self));

  if (self->document == NULL)
    return;
  if (self->in_step)
    bul_history_end (get_history (self));
  self->in_step = FALSE;
  g_clear_handle_id (&self->looks_idle, g_source_remove);
  g_clear_handle_id (&self->ahead_idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (get_history (self), self);
  g_signal_handlers_disconnect_by_data (desk_document_get_changes (self->document), self);
  g_clear_object (&self->document);
}

DeskDocument *
desk_buffer_get_document (DeskBuffer *self)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), NULL);

  return self->document;
}

const BulScript *
desk_buffer_get_script (DeskBuffer *self)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), NULL);

  if (self->document == NULL)
    return NULL;
  return desk_bridge_find_script (desk_document_get_story (self->document), self->script);
}

const BulBlock *
desk_buffer_get_block_at_line (DeskBuffer *self, guint line)
{
  const BulScript *script = desk_buffer_get_script (self);

  return script == NULL || line >= script->blocks->len ? NULL : script->blocks->pdata[line];
}

gboolean
desk_buffer_get_shows_struck (DeskBuffer *self)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), FALSE);

  return self->shows_struck;
}

void
desk_buffer_set_shows_struck (DeskBuffer *self, gboolean shows)
{
  g_return_if_fail (DESK_IS_BUFFER (self));

  if (self->shows_struck == shows)
    return;
  self->shows_struck = shows;
  if (self->document == NULL)
    return;
  if (shows)
    make_all_stale (self);
  else
    desk_struck_foreach_block (self->struck, make_stale_cb, self);
  changed_cb (self);
}

void
desk_buffer_set_caret_free (DeskBuffer *self, gboolean is_free)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret;

  g_return_if_fail (DESK_IS_BUFFER (self));

  if (self->caret_is_free == is_free)
    return;
  self->caret_is_free = is_free;
  if (is_free)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  self->caret = G_MAXUINT;
  self->moved_from = G_MAXUINT;
  gtk_text_buffer_place_cursor (buffer, &caret);
}

gboolean
desk_buffer_get_last_edit (DeskBuffer *self, GtkTextIter *iter)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), FALSE);

  if (self->last_edit == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, self->last_edit);
  return TRUE;
}

guint
desk_buffer_count_edits (DeskBuffer *self)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), 0);

  return self->n_edits;
}
