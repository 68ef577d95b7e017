/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-importers.h"
#include "fuzz.h"
#include "script-editor.h"
#include "script-maker.h"

/*
 * A script, a byte FF that no script in UTF-8 has, and what hands do to it. After each deed every
 * line is read as it would be with the whole; undone, the story is what it was.
 */

#define MOST_DEEDS 8

/* The bytes behind the mark, taken one by one. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Tape;

static guint
take (Tape *tape)
{
  return tape->at < tape->end ? *tape->at++ : 0;
}

static guint
choose (gpointer data, guint n)
{
  Tape *tape = data;
  guint number = take (tape);

  if (n > 256)
    number = number << 8 | take (tape);
  return number % n;
}

static char *
write_words (gpointer data)
{
  Tape *tape = data;
  guint n = take (tape);

  if (n < 0xf0)
    return g_strdup (script_maker_get_piece (n));
  /* As many characters of ASCII as may be. */
  return g_strdup_printf ("%c%c", ' ' + take (tape) % 95, ' ' + take (tape) % 95);
}

static BulStory *
read_story (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BulImport) import = bul_importers_read (bytes, "script.txt", NULL, NULL);

  if (import == NULL || import->is_xml)
    return NULL;
  return bul_record_copy (import->stories->pdata[0]);
}

static void
edit (BulHistory *history, Tape *tape)
{
  ScriptEditor editor = { choose, write_words, tape };
  g_autoptr (BulStory) before = bul_record_copy (bul_history_get_story (history));

  script_editor_assert_read_whole (before);
  for (guint i = 0; i < MOST_DEEDS && tape->at < tape->end; i++)
    {
      script_editor_edit (&editor, history);
      script_editor_assert_read_whole (bul_history_get_story (history));
    }
  while (bul_history_undo (history))
    ;
  g_assert_true (bul_record_equal (before, bul_history_get_story (history)));
}

void
fuzz_one (const guint8 *data, gsize size)
{
  const guint8 *mark = size == 0 ? NULL : memchr (data, 0xff, size);
  g_autoptr (BulHistory) history = NULL;
  BulStory *story;
  Tape tape;

  if (mark == NULL)
    return;
  story = read_story (data, (gsize) (mark - data));
  if (story == NULL)
    return;
  tape = (Tape){ mark + 1, data + size };
  history = bul_history_new (story);
  edit (history, &tape);
}
