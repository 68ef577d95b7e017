/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-given-lines.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-normal.h"

struct _BulGivenLines
{
  GArray *lines;     /* of BulGivenLine */
  GPtrArray *texts;  /* which they point into */
  GPtrArray *stamps; /* of BulStamp; instead of a block's key the line's number */
};

BulGivenLines *
bul_given_lines_new (void)
{
  BulGivenLines *self = g_new0 (BulGivenLines, 1);

  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (BulGivenLine), 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->stamps = bul_records_new ();
  return self;
}

void
bul_given_lines_free (BulGivenLines *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->stamps);
  g_free (self);
}

/* What parts words in a file with tags: its own line ends too, and the blank that holds them
 * together only in a browser's window. */
static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xa0 || c == 0x2028
         || c == 0x2029;
}

static GString *
collapse (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_space (c))
        space = TRUE;
      else
        {
          if (space && line->len > 0)
            g_string_append_c (line, ' ');
          space = FALSE;
          g_string_append_unichar (line, c);
        }
    }
  return line;
}

guint
bul_given_lines_add (BulGivenLines *self, const char *text, BulBlockKind kind, BulSection section)
{
  g_autoptr (GString) plain = collapse (text);
  BulGivenLine line = { .number = self->lines->len + 1, .kind = kind, .section = section };
  char *normal = bul_normal_form (plain->str, (gssize) plain->len);

  line.text = bul_chars_trim (normal, strlen (normal), &line.length);
  g_ptr_array_add (self->texts, normal);
  if (line.length == 0)
    return 0;
  g_array_append_val (self->lines, line);
  return line.number;
}

void
bul_given_lines_add_stamp (BulGivenLines *self,
                           const char *text,
                           BulStampKind kind,
                           const char *at,
                           const char *zone,
                           const char *printed)
{
  guint number = bul_given_lines_add (self, text, BUL_BLOCK_STAMP, BUL_SECTION_HEAD);

  bul_given_lines_make_stamp (self, number, kind, at, zone, printed);
}

void
bul_given_lines_make_stamp (BulGivenLines *self,
                            guint number,
                            BulStampKind kind,
                            const char *at,
                            const char *zone,
                            const char *printed)
{
  BulStamp *stamp = bul_record_new (&bul_stamp_type);

  if (number > 0)
    bul_given_lines_get (self, number)->kind = BUL_BLOCK_STAMP;
  stamp->kind = kind;
  stamp->at = g_strdup (at);
  stamp->zone = g_strdup (zone);
  stamp->block = g_strdup_printf ("%u", number);
  g_free (stamp->printed);
  stamp->printed = g_strdup (printed);
  g_ptr_array_add (self->stamps, stamp);
}

guint
bul_given_lines_get_length (const BulGivenLines *self)
{
  return self->lines->len;
}

BulGivenLine *
bul_given_lines_get (BulGivenLines *self, guint number)
{
  g_return_val_if_fail (number >= 1 && number <= self->lines->len, NULL);

  return &g_array_index (self->lines, BulGivenLine, number - 1);
}

static const BulBlock *
find_block (const BulStory *story, guint line)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->line == line)
        return block;
    }
  return NULL;
}

static void
add_stamps (const BulGivenLines *self, BulStory *story, guint first, guint end)
{
  for (guint i = 0; i < self->stamps->len; i++)
    {
      const BulStamp *of_line = self->stamps->pdata[i];
      guint line = (guint) g_ascii_strtoull (of_line->block, NULL, 10);
      const BulBlock *block = line == 0 ? NULL : find_block (story, line);
      BulStamp *stamp;

      if (line != 0 && (line < first || line >= end))
        continue;
      stamp = bul_record_copy (of_line);
      g_free (stamp->block);
      stamp->block = block == NULL ? NULL : g_strdup (block->key);
      g_ptr_array_add (story->stamps, stamp);
    }
}

BulStory *
bul_given_lines_read_some (const BulGivenLines *self, BulImport *import, guint first, guint end)
{
  guint n_before = import->stories->len;
  const BulGivenLine *lines = (const BulGivenLine *) (gpointer) self->lines->data;
  BulStory *story;

  bul_import_lines (import, lines + (first - 1), end - first);
  story = import->stories->pdata[n_before];
  add_stamps (self, story, first, end);
  return story;
}

BulStory *
bul_given_lines_read (const BulGivenLines *self, BulImport *import)
{
  return bul_given_lines_read_some (self, import, 1, self->lines->len + 1);
}
