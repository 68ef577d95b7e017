/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-nsml.h"

#include <string.h>

#include "bul-declared.h"
#include "bul-file-head.h"
#include "bul-given-lines.h"
#include "bul-import-text.h"
#include "bul-markup.h"
#include "bul-normal.h"

/* A field, a line of the body or a cue. */
typedef struct
{
  char *name; /* a field's; of a line or cue: the id of the cue it stands for or is part of */
  char *text;
  gboolean is_cue;
  gboolean is_used;
} Item;

typedef struct
{
  BulImport *import;
  GPtrArray *fields; /* of Item */
  GPtrArray *body;
  GPtrArray *cues;

  GString *text;
  char *name;        /* of the field or cue that is open */
  GPtrArray *target; /* where the text goes; NULL: nowhere */
  gboolean in_paragraph;
  guint n_instructions; /* of `pi` and `cc` that are open */
  guint n_before;       /* as many were open before the paragraph */
} Reader;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->name);
  g_free (item->text);
  g_free (item);
}

static void
clear (Reader *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->body, g_ptr_array_unref);
  g_clear_pointer (&self->cues, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
}

static void
start (Reader *self)
{
  clear (self);
  self->fields = g_ptr_array_new_with_free_func (item_free);
  self->body = g_ptr_array_new_with_free_func (item_free);
  self->cues = g_ptr_array_new_with_free_func (item_free);
  self->target = NULL;
  self->in_paragraph = FALSE;
  self->n_instructions = 0;
  g_string_truncate (self->text, 0);
}

/* Digits that stand between paragraphs come from the transfer, not from a hand. */
static gboolean
is_stray (const Reader *self)
{
  return self->target == self->body && !self->in_paragraph && self->n_instructions == 0
         && self->text->str[strspn (self->text->str, " \t\r\n0123456789")] == '\0';
}

/* Ends the line of text that was collected. */
static void
flush (Reader *self)
{
  Item *item;

  if (self->target != NULL && !is_stray (self) && self->text->len > 0)
    {
      item = g_new0 (Item, 1);
      item->name = g_strdup (self->name);
      item->text = g_strdup (self->text->str);
      item->is_cue = self->n_instructions > 0 || self->target == self->cues;
      g_ptr_array_add (self->target, item);
    }
  g_string_truncate (self->text, 0);
}

/* What follows belongs to @target, under @name. */
static void
turn_to (Reader *self, GPtrArray *target, char *name)
{
  flush (self);
  self->target = target;
  g_free (self->name);
  self->name = name;
}

static void
start_field (Reader *self, const BulMarkupPiece *tag)
{
  turn_to (self, self->fields, bul_markup_dup_attribute (tag, "id"));
}

static void
end_field (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  turn_to (self, NULL, NULL);
}

static void
start_body (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  turn_to (self, self->body, NULL);
}

static void
start_paragraph (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  turn_to (self, self->body, NULL);
  self->in_paragraph = TRUE;
  self->n_before = self->n_instructions;
}

static void
end_paragraph (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  flush (self);
  self->in_paragraph = FALSE;
  self->n_instructions = MIN (self->n_instructions, self->n_before);
}

static void
start_instruction (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  flush (self);
  self->n_instructions++;
}

static void
end_instruction (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  flush (self);
  if (self->n_instructions > 0)
    self->n_instructions--;
}

/* The place of a cue, which stands behind the line that it is anchored in. */
static void
start_anchor (Reader *self, const BulMarkupPiece *tag)
{
  Item *item;

  if (self->target != self->body)
    return;
  item = g_new0 (Item, 1);
  item->name = bul_markup_dup_attribute (tag, "idref");
  flush (self);
  g_ptr_array_add (self->body, item);
}

static void
start_cue (Reader *self, const BulMarkupPiece *tag)
{
  turn_to (self, self->cues, bul_markup_dup_attribute (tag, "id"));
}

static void
break_line (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  flush (self);
}

static void
add_blank (Reader *self, const BulMarkupPiece *tag G_GNUC_UNUSED)
{
  g_string_append_c (self->text, ' ');
}

typedef void (*TagFunc) (Reader *self, const BulMarkupPiece *tag);

/* Tags that are not here, such as those of bold letters, part nothing. */
static const struct
{
  const char *name;
  TagFunc start;
  TagFunc end;
} tags[] = {
  /* the frame */
  { "head", end_field, end_field },
  { "fields", end_field, end_field },
  { "f", start_field, end_field },
  { "body", start_body, end_field },
  { "aeset", end_field, end_field },
  /* the body */
  { "p", start_paragraph, end_paragraph },
  { "pi", start_instruction, end_instruction },
  { "cc", start_instruction, end_instruction },
  { "a", start_anchor, NULL },
  { "br", break_line, NULL },
  { "tab", add_blank, NULL },
  /* the cues */
  { "ae", start_cue, end_field },
  { "ap", break_line, break_line },
  { "mc", break_line, break_line },
};

static void
read_tag (Reader *self, const BulMarkupPiece *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i].name, tag->name) == 0)
      {
        TagFunc func = tag->kind == BUL_MARKUP_START ? tags[i].start : tags[i].end;

        if (func != NULL)
          func (self, tag);
        return;
      }
}

static gboolean
says_same (const char *a, const char *b)
{
  g_autofree char *one = bul_fold (a, -1);
  g_autofree char *other = bul_fold (b, -1);

  return strcmp (g_strstrip (one), g_strstrip (other)) == 0;
}

static const char *
find_field (const Reader *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Item *item = self->fields->pdata[i];

      if (g_strcmp0 (item->name, name) == 0)
        return item->text;
    }
  return NULL;
}

static gboolean
body_says (const Reader *self, const char *title)
{
  for (guint i = 0; i < self->body->len; i++)
    {
      const Item *item = self->body->pdata[i];

      if (item->text != NULL && !item->is_cue && says_same (item->text, title))
        return TRUE;
    }
  return FALSE;
}

/* Seconds since 1970, as the system counts; %NULL for no time. */
static char *
dup_time (const char *value)
{
  guint64 seconds = 0;
  g_autoptr (GDateTime) at = NULL;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT32, &seconds, NULL))
    return NULL;
  at = g_date_time_new_from_unix_utc ((gint64) seconds);
  return g_date_time_format (at, "%Y-%m-%dT%H:%M:%S");
}

static const struct
{
  const char *field;
  BulStampKind kind;
} times[] = {
  { "modify-date", BUL_STAMP_MODIFIED },
  { "air-date", BUL_STAMP_AIRED },
};

static void
add_field (BulGivenLines *lines, const Item *field)
{
  g_autofree char *value = g_strstrip (g_strdup (field->text));
  g_autofree char *at = dup_time (value);
  g_autofree char *text = g_strdup_printf ("%s: %s", field->name, value);

  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (times); i++)
    if (strcmp (times[i].field, field->name) == 0)
      {
        bul_given_lines_add_stamp (lines, text, times[i].kind, at, "UTC", value);
        return;
      }
  bul_given_lines_add (lines, text, BUL_BLOCK_HEADER, BUL_SECTION_HEAD);
}

static void
add_head (const Reader *self, BulGivenLines *lines, const char *title)
{
  if (title != NULL && !body_says (self, title))
    bul_given_lines_add (lines, title, BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Item *field = self->fields->pdata[i];

      if (field->name != NULL && strcmp (field->name, "title") != 0
          && field->text[strspn (field->text, " \t\r\n")] != '\0')
        add_field (lines, field);
    }
}

/* The lines of cue @id, or of all that are nowhere anchored for %NULL. */
static void
add_cues (const Reader *self, BulGivenLines *lines, const char *id)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      Item *cue = self->cues->pdata[i];

      if (cue->is_used || (id != NULL && g_strcmp0 (cue->name, id) != 0))
        continue;
      bul_given_lines_add (lines, cue->text, BUL_BLOCK_CUE, BUL_SECTION_NONE);
      cue->is_used = TRUE;
    }
}

static void
add_body (const Reader *self, BulGivenLines *lines, const char *title)
{
  for (guint i = 0; i < self->body->len; i++)
    {
      const Item *item = self->body->pdata[i];

      if (item->text == NULL && item->name != NULL)
        add_cues (self, lines, item->name);
      else if (item->text != NULL && item->is_cue)
        bul_given_lines_add (lines, item->text, BUL_BLOCK_CUE, BUL_SECTION_NONE);
      else if (item->text != NULL && title != NULL && says_same (item->text, title))
        {
          bul_given_lines_add (lines, item->text, BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD);
          title = NULL;
        }
      else if (item->text != NULL)
        bul_given_lines_add (lines, item->text, 0, BUL_SECTION_NONE);
    }
  add_cues (self, lines, NULL);
}

/* A day that the system names is the bulletin's; a time is a stamp, for its day hangs on where one
 * is. */
static char *
dup_bulletin_date (const Reader *self)
{
  const char *value = find_field (self, "air-date");
  g_autofree char *day = g_strstrip (g_strdup (value == NULL ? "" : value));
  g_autofree char *noon = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) at = strlen (day) == 10 ? g_date_time_new_from_iso8601 (noon, NULL) : NULL;

  return at == NULL ? NULL : g_date_time_format (at, "%Y-%m-%d");
}

static void
finish (Reader *self)
{
  g_autoptr (BulGivenLines) lines = bul_given_lines_new ();
  const char *title = find_field (self, "title");
  BulStory *story;

  flush (self);
  if (title != NULL && title[strspn (title, " \t\r\n")] == '\0')
    title = NULL;
  add_head (self, lines, title);
  add_body (self, lines, title);
  story = bul_given_lines_read (lines, self->import);
  story->bulletin_date = dup_bulletin_date (self);
}

static void
read_pieces (Reader *self, const char *text, gsize length)
{
  BulMarkup markup;
  BulMarkupPiece piece;

  bul_markup_start (&markup, text, length);
  while (bul_markup_next (&markup, &piece))
    {
      gboolean is_tag = piece.kind == BUL_MARKUP_START || piece.kind == BUL_MARKUP_END;

      if (piece.kind == BUL_MARKUP_TEXT)
        bul_markup_unescape (self->text, piece.start, piece.length);
      else if (is_tag && strcmp (piece.name, "nsml") != 0)
        read_tag (self, &piece);
      else if (piece.kind == BUL_MARKUP_START && self->fields->len + self->body->len > 0)
        {
          finish (self);
          start (self);
        }
    }
  finish (self);
}

gboolean
bul_import_nsml_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  g_autofree char *root = bul_file_head_dup_root (head);

  return root != NULL && g_ascii_strcasecmp (root, "nsml") == 0;
}

gboolean
bul_import_nsml (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_declared_decode (import->source->bytes, encoding, error);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { .import = import, .text = text };

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  start (&self);
  read_pieces (&self, decoded->text, decoded->length);
  clear (&self);
  return TRUE;
}
