/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-decode.h"
#include "bul-exporter.h"
#include "bul-file-head.h"
#include "bul-import-html.h"
#include "bul-importers.h"
#include "bul-lines.h"
#include "bul-normal.h"
#include "fuzz-story.h"
#include "fuzz.h"

/*
 * Any bytes as a script. No word is lost and none is made up: the blocks of the stories, one after
 * the other, are the lines of the text that are not blank. Written as text and read again, each
 * line is what it was.
 */

#define NAME "script.txt"

/* Longer lines become several blocks. */
#define LONGEST_LINE (64u * 1024)

/* Where the comparing stands in the text. */
typedef struct
{
  BulLines lines;
  guint number;
  const char *rest; /* of the line, without blanks around it */
  gsize left;
  gboolean is_long;
} Cursor;

/* To the next words, unless it stands before some. */
static gboolean
move_on (Cursor *cursor)
{
  const char *start;
  gsize length;

  while (cursor->left == 0 && bul_lines_next (&cursor->lines, &start, &length))
    {
      cursor->number++;
      cursor->rest = bul_chars_trim (start, length, &cursor->left);
      cursor->is_long = cursor->left > LONGEST_LINE;
    }
  return cursor->left > 0;
}

static void
match_piece (Cursor *cursor, const char *piece, gsize length)
{
  g_assert_true (move_on (cursor));
  g_assert_cmpmem (piece, length, cursor->rest, MIN (length, cursor->left));
  cursor->rest += length;
  cursor->left -= length;
  g_assert_true (cursor->left == 0 || cursor->is_long);
  cursor->rest = bul_chars_trim (cursor->rest, cursor->left, &cursor->left);
}

/* U+2028 stands between the lines of one block. */
static void
match_block (Cursor *cursor, const BulBlock *block)
{
  g_auto (GStrv) pieces = g_strsplit (block->text, "\xe2\x80\xa8", -1);

  g_assert_true (move_on (cursor));
  g_assert_cmpuint (block->line, ==, cursor->number);
  for (guint i = 0; pieces[i] != NULL; i++)
    match_piece (cursor, pieces[i], strlen (pieces[i]));
  g_assert_cmpuint (block->last_line, ==, cursor->number);
}

static void
check_lines (const BulImport *import, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulDecoded) decoded = bul_decode (bytes, NULL, &error);
  g_autofree char *text = NULL;
  Cursor cursor = { 0 };

  g_assert_no_error (error);
  text = bul_normal_form (decoded->text, (gssize) decoded->length);
  bul_lines_start (&cursor.lines, text, strlen (text));
  for (guint i = 0; i < import->stories->len; i++)
    {
      const BulScript *script = bul_story_get_script (import->stories->pdata[i]);

      for (guint j = 0; j < script->blocks->len; j++)
        match_block (&cursor, script->blocks->pdata[j]);
    }
  g_assert_false (move_on (&cursor));
}

static void
compare_kinds (const BulStory *story, const BulStory *again)
{
  const BulScript *before = bul_story_get_script (story);
  const BulScript *after = bul_story_get_script (again);

  g_assert_cmpuint (before->blocks->len, ==, after->blocks->len);
  for (guint i = 0; i < before->blocks->len; i++)
    {
      const BulBlock *a = before->blocks->pdata[i];
      const BulBlock *b = after->blocks->pdata[i];

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpstr (bul_block_kind_words[a->kind], ==, bul_block_kind_words[b->kind]);
      g_assert_cmpstr (bul_section_words[a->section], ==, bul_section_words[b->section]);
    }
}

/* What begins like HTML, XML or a PDF is not read as a script; `<앵커>` is. */
static gboolean
may_be_foreign (const guint8 *data, gsize size)
{
  gsize i = 0;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  while (i < size && (g_ascii_isspace ((char) data[i]) || data[i] == '\0'))
    i++;
  return (i + 1 < size && data[i] == '<' && data[i + 1] < 0x80) || (i < size && data[i] == '%');
}

/* A page may begin behind other lines. */
static gboolean
is_page (GBytes *bytes)
{
  g_autofree char *head = bul_file_head_dup (bytes);

  return bul_import_html_probe (head, NAME);
}

/* A story of a page with several is read as if it stood alone, so only one alone must be the same.
 */
static void
check_as_text (const BulImport *import)
{
  static const BulImportOptions as_utf8 = { .encoding = "UTF-8" };
  const BulStory *story = import->stories->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (BulImport) again = NULL;

  if (import->stories->len != 1)
    return;
  text = bul_export_text.write (story, &error);
  g_assert_no_error (error);
  /* The blanks before it are gone. */
  if (may_be_foreign (g_bytes_get_data (text, NULL), g_bytes_get_size (text)) || is_page (text))
    return;
  again = bul_importers_read (text, "again.txt", &as_utf8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->stories->len, ==, 1);
  compare_kinds (story, again->stories->pdata[0]);
}

void
fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = NULL;

  if (may_be_foreign (data, size) || is_page (bytes))
    return;
  import = bul_importers_read (bytes, NAME, NULL, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL || import->is_xml)
    return;
  g_assert_cmpuint (import->stories->len, >, 0);
  for (guint i = 0; i < import->stories->len; i++)
    fuzz_story_check (import->stories->pdata[i]);
  check_lines (import, bytes);
  check_as_text (import);
}
