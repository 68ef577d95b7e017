/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-begun.h"

/* So many letters before an edit are more than a few. */
#define FEW 12

/* Lines of a story that has but a few words. */
#define MOST_LINES 8

/* A syllable of Hangul holds about as many sounds. */
#define LETTERS_PER_SYLLABLE 3

typedef struct
{
  guint hangul;
  guint latin;
} Letters;

static void
count (Letters *letters, const char *text)
{
  for (const char *p = text == NULL ? "" : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HANGUL)
        letters->hangul++;
      else if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN)
        letters->latin++;
    }
}

static guint
total (const Letters *letters)
{
  return letters->hangul + letters->latin;
}

/* What @edit put in. */
static void
count_new (Letters *letters, const BulEdit *edit)
{
  if (edit->kind == BUL_EDIT_TEXT)
    count (letters, edit->inserted);
  else
    for (guint i = 0; i < edit->things->len; i++)
      count (letters, ((const BulBlock *) edit->things->pdata[i])->text);
}

BulEdit *
bul_begun_follow (const BulStory *story, const BulEdit *edit)
{
  const BulScript *script;
  const char *language;
  Letters letters = { 0 };
  Letters fresh = { 0 };

  if (edit->kind != BUL_EDIT_TEXT
      && (edit->kind != BUL_EDIT_ADD || g_strcmp0 (edit->field, "blocks") != 0))
    return NULL;
  if (story->scripts->len != 1 || story->sources->len > 0)
    return NULL;
  script = story->scripts->pdata[0];
  count_new (&fresh, edit);
  if (total (&fresh) == 0 || (script->blocks->len > MOST_LINES && edit->kind == BUL_EDIT_TEXT))
    return NULL;
  for (guint i = 0; i < script->blocks->len; i++)
    count (&letters, ((const BulBlock *) script->blocks->pdata[i])->text);
  if (total (&letters) - MIN (total (&fresh), total (&letters)) >= FEW)
    return NULL;
  language = letters.hangul * LETTERS_PER_SYLLABLE >= letters.latin ? "ko" : "en";
  return g_strcmp0 (script->language, language) == 0
             ? NULL
             : bul_edit_new_set (script->key, "language", script->language, language);
}
