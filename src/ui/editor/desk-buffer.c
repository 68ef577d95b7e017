/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-buffer.h"

#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-span.h"
#include "desk-bridge.h"
#include "desk-painter.h"
#include "desk-style.h"

/* Hands that rested so long begin a step of their own. */
#define REST (3 * G_USEC_PER_SEC)

struct _DeskBuffer
{
  GtkTextBuffer parent_instance;

  DeskDocument *document;
  char *script; /* NULL: the original */

  gboolean playing;    /* what happens to the text now comes from the history */
  gboolean typing;     /* an insertion or deletion by hands is on its way through the history */
  guint n_actions;     /* user actions that are open */
  gboolean in_step;    /* the open user action has begun a step of the history */
  gint64 typed_at;     /* monotonic */
  guint last_edit;     /* offset where the last edit ended */
  gboolean was_edited; /* whether there was any */

  GHashTable *stale;     /* keys of blocks whose line is to be styled anew */
  GHashTable *corrected; /* keys of blocks with spans of corrections */
  gboolean corrections_changed;
};

G_DEFINE_TYPE (DeskBuffer, desk_buffer, GTK_TYPE_TEXT_BUFFER)

static BulHistory *
get_history (DeskBuffer *self)
{
  return desk_document_get_history (self->document);
}

static DeskPlace
place_of_iter (const GtkTextIter *iter)
{
  return (DeskPlace){ gtk_text_iter_get_line (iter), gtk_text_iter_get_line_offset (iter) };
}

static void
iter_at_place (DeskBuffer *self, DeskPlace place, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), iter, place.line);
  if (place.offset != DESK_LINE_END)
    gtk_text_iter_forward_chars (iter, place.offset);
  else if (!gtk_text_iter_ends_line (iter))
    gtk_text_iter_forward_to_line_end (iter);
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

  iter_at_place (self, change->start, &start);
  iter_at_place (self, change->end, &end);
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
        gtk_text_buffer_insert (buffer, &start, change->text, -1);
    }
  self->playing = FALSE;
  self->last_edit = gtk_text_iter_get_offset (&start);
  self->was_edited = TRUE;
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
      g_hash_table_add (self->stale, g_strdup (block->key));
    }
  self->playing = TRUE;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), text->str, text->len);
  self->playing = FALSE;
  self->corrections_changed = TRUE;
}

static void
make_stale (DeskBuffer *self, const char *block)
{
  if (block != NULL && !g_hash_table_contains (self->stale, block))
    g_hash_table_add (self->stale, g_strdup (block));
}

static void
note_stale (DeskBuffer *self, const BulEdit *edit)
{
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
      if (edit->on != NULL && edit->on[0] == 'c')
        self->corrections_changed = TRUE;
      return;
    case BUL_EDIT_ADD:
    case BUL_EDIT_REMOVE:
      if (g_strcmp0 (edit->field, "corrections") == 0)
        self->corrections_changed = TRUE;
      if (g_strcmp0 (edit->field, "blocks") != 0)
        return;
      break;
    }
  if (edit->things->len > 0)
    make_stale (self, bul_record_get_key (edit->things->pdata[0]));
}

static void
edited_cb (DeskBuffer *self, const BulEdit *edit)
{
  const BulScript *script = desk_buffer_get_script (self);
  DeskChange change = { 0 };

  if (g_strcmp0 (edit->field, "scripts") == 0)
    {
      load (self);
      return;
    }
  if (script == NULL)
    return;
  note_stale (self, edit);
  if (desk_bridge_translate (script, edit, &change))
    apply_change (self, &change);
  g_free (change.text);
}

/* Adds to what is stale the blocks that had a corrected passage and those that have one now. */
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
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      for (guint j = 0; j < correction->spans->len; j++)
        {
          const BulSpan *span = correction->spans->pdata[j];

          if (span->on == NULL)
            continue;
          make_stale (self, span->on);
          g_hash_table_add (self->corrected, g_strdup (span->on));
        }
    }
}

static void
style_stale_lines (DeskBuffer *self)
{
  const BulStory *story = desk_document_get_story (self->document);
  const BulScript *script = desk_buffer_get_script (self);
  guint n_left = g_hash_table_size (self->stale);

  for (guint i = 0; script != NULL && n_left > 0 && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (!g_hash_table_contains (self->stale, block->key))
        continue;
      desk_painter_style_line (GTK_TEXT_BUFFER (self), i, story, block);
      n_left--;
    }
  g_hash_table_remove_all (self->stale);
}

static void
changed_cb (DeskBuffer *self)
{
  if (self->corrections_changed)
    refresh_corrected (self);
  self->corrections_changed = FALSE;
  if (g_hash_table_size (self->stale) > 0)
    style_stale_lines (self);
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
  if (!desk_bridge_insert (get_history (self), self->script, place_of_iter (pos), copy, &error))
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
  if (!desk_bridge_delete (get_history (self), self->script, place_of_iter (start),
                           place_of_iter (end), &error))
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

static void
desk_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark)
{
  DeskBuffer *self = DESK_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (desk_buffer_parent_class)->mark_set (buffer, location, mark);
  if (self->document != NULL && mark == gtk_text_buffer_get_insert (buffer) && !self->playing
      && !self->typing && self->n_actions == 0
      && (guint) gtk_text_iter_get_offset (location) != self->last_edit)
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
  changed_cb (self);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  g_signal_connect_swapped (get_history (self), "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (get_history (self), "changed", G_CALLBACK (changed_cb), self);
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
  g_signal_handlers_disconnect_by_data (get_history (self), self);
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
desk_buffer_get_place (DeskBuffer *self, const GtkTextIter *iter, const char **block, guint *offset)
{
  const BulBlock *found = desk_buffer_get_block_at_line (self, gtk_text_iter_get_line (iter));

  if (found == NULL)
    return FALSE;
  *block = found->key;
  *offset = gtk_text_iter_get_line_offset (iter);
  return TRUE;
}

gboolean
desk_buffer_get_iter_at_place (DeskBuffer *self, const char *block, guint offset, GtkTextIter *iter)
{
  const BulScript *script = desk_buffer_get_script (self);
  int line = script == NULL || block == NULL ? -1 : bul_script_find_block (script, block);
  const BulBlock *found = line < 0 ? NULL : script->blocks->pdata[line];

  if (found == NULL)
    return FALSE;
  iter_at_place (self, (DeskPlace){ line, MIN (offset, bul_chars_count (found->text)) }, iter);
  return TRUE;
}

GtkTextIter
desk_buffer_get_iter_in_line (const GtkTextIter *line, guint offset)
{
  GtkTextIter iter = *line;
  GtkTextIter end = *line;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_iter_forward_chars (&iter, offset);
  return gtk_text_iter_compare (&iter, &end) > 0 ? end : iter;
}

gboolean
desk_buffer_get_last_edit (DeskBuffer *self, GtkTextIter *iter)
{
  g_return_val_if_fail (DESK_IS_BUFFER (self), FALSE);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter, self->last_edit);
  return self->was_edited;
}
