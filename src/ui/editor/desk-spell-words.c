/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-spell-words.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-parts.h"
#include "desk-token.h"

/* Letters of what may be short for something: KBS, UNHCR. */
#define MAX_SHORT 5

/* The first syllables of a Korean word can be a name. */
#define MIN_NAME 2

#define APOSTROPHE 0x2019

typedef struct
{
  const gunichar *chars;
  guint n_chars;
  DeskTongue tongue;
  GHashTable *names;
  const GArray *skipped; /* of BulRange */
  GPtrArray *words;
} Reader;

void
desk_spell_word_free (DeskSpellWord *self)
{
  g_free (self->word);
  g_free (self);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == APOSTROPHE;
}

/* An apostrophe is part of a word between letters only: the others are quotes. */
static gboolean
is_part (const Reader *reader, guint at)
{
  const gunichar *chars = reader->chars;

  if (is_letter (chars[at]))
    return TRUE;
  return is_apostrophe (chars[at]) && at > 0 && at + 1 < reader->n_chars
         && is_letter (chars[at - 1]) && is_letter (chars[at + 1]);
}

/* Addresses of any kind, figures with what is glued to them, file names. */
static gboolean
is_no_prose (const Reader *reader, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      gunichar c = reader->chars[i];

      if (g_unichar_isdigit (c) || c == '@' || c == '#' || c == '_' || c == '\\')
        return TRUE;
      if (c == ':' && i + 2 < end && reader->chars[i + 1] == '/' && reader->chars[i + 2] == '/')
        return TRUE;
      /* U.S. and www.name.kr, but not the end of a sentence. */
      if (c == '.' && i > start && i + 1 < end && is_letter (reader->chars[i - 1])
          && is_letter (reader->chars[i + 1]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_short_for (const Reader *reader, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (!g_unichar_isupper (reader->chars[i]))
      return FALSE;
  return end - start <= MAX_SHORT;
}

static gboolean
is_skipped (const Reader *reader, guint at)
{
  for (guint i = 0; i < reader->skipped->len; i++)
    {
      BulRange range = g_array_index (reader->skipped, BulRange, i);

      if (at >= range.start && at < range.end)
        return TRUE;
    }
  return FALSE;
}

static char *
slice (const gunichar *chars, guint start, guint end)
{
  GString *out = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_unichar (out, chars[i] == APOSTROPHE ? '\'' : chars[i]);
  return g_string_free (out, FALSE);
}

static char *
fold (const char *word)
{
  g_autofree char *bare
      = g_strndup (word, g_str_has_suffix (word, "'s") ? strlen (word) - 2 : strlen (word));

  return g_utf8_casefold (bare, -1);
}

/* A particle follows a Korean name without a space. */
static gboolean
is_name (const Reader *reader, const char *word)
{
  g_autofree char *folded = fold (word);
  guint n_chars = bul_chars_count (folded);

  if (g_hash_table_contains (reader->names, folded))
    return TRUE;
  if (reader->tongue != DESK_TONGUE_KOREAN)
    return FALSE;
  for (guint n = MIN_NAME; n < n_chars; n++)
    {
      g_autofree char *start = bul_chars_slice (folded, 0, n);

      if (g_hash_table_contains (reader->names, start))
        return TRUE;
    }
  return FALSE;
}

static void
take_word (Reader *reader, guint start, guint end)
{
  g_autofree char *word = slice (reader->chars, start, end);
  DeskSpellWord *found;

  if (end - start < 2 || is_short_for (reader, start, end) || is_skipped (reader, start)
      || desk_token_has_hangul (word) != (reader->tongue == DESK_TONGUE_KOREAN)
      || is_name (reader, word))
    return;
  found = g_new0 (DeskSpellWord, 1);
  found->range = (BulRange){ start, end };
  found->tongue = reader->tongue;
  found->word = g_steal_pointer (&word);
  g_ptr_array_add (reader->words, found);
}

/* What stands between two spaces. */
static void
read_piece (Reader *reader, guint start, guint end)
{
  guint at = start;

  if (is_no_prose (reader, start, end))
    return;
  while (at < end)
    {
      guint from = at;

      while (at < end && is_part (reader, at))
        at++;
      if (at > from)
        take_word (reader, from, at);
      else
        at++;
    }
}

static void
read_line (Reader *reader)
{
  guint start = 0;

  for (guint i = 0; i < reader->n_chars; i++)
    if (g_unichar_isspace (reader->chars[i]))
      {
        read_piece (reader, start, i);
        start = i + 1;
      }
  read_piece (reader, start, reader->n_chars);
}

static GArray *
list_skipped (const BulBlock *block)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  const BulRange ranges[] = { parts->marker, parts->reporter, parts->broadcaster, parts->place };
  GArray *skipped = g_array_new (FALSE, FALSE, sizeof (BulRange));

  g_array_append_vals (skipped, ranges, G_N_ELEMENTS (ranges));
  for (guint i = 0; parts->speakers != NULL && i < parts->speakers->len; i++)
    g_array_append_val (skipped, g_array_index (parts->speakers, BulPartsSpeaker, i).name);
  return skipped;
}

static void
add_names (GHashTable *names, const char *text)
{
  g_autofree gunichar *chars = NULL;
  glong n_chars;
  guint start = 0;

  if (text == NULL)
    return;
  chars = g_utf8_to_ucs4_fast (text, -1, &n_chars);
  for (glong i = 0; i <= n_chars; i++)
    {
      g_autofree char *word = NULL;

      if (i < n_chars && (is_letter (chars[i]) || is_apostrophe (chars[i])))
        continue;
      if (i - start > 1)
        {
          word = slice (chars, start, i);
          g_hash_table_add (names, fold (word));
        }
      start = i + 1;
    }
}

GHashTable *
desk_spell_words_list_names (const BulStory *story)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      for (guint j = 0; j < speaker->names->len; j++)
        add_names (names, ((const BulSpeakerName *) speaker->names->pdata[j])->name);
    }
  return names;
}

GPtrArray *
desk_spell_words_find (const BulBlock *block, GHashTable *names)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_spell_word_free);
  g_autofree gunichar *chars = NULL;
  g_autoptr (GArray) skipped = NULL;
  glong n_chars;
  Reader reader = { .names = names, .words = words };

  if (!bul_block_kind_is_read (block->kind) && block->kind != BUL_BLOCK_HEADLINE)
    return words;
  chars = g_utf8_to_ucs4_fast (block->text, -1, &n_chars);
  skipped = list_skipped (block);
  reader.chars = chars;
  reader.n_chars = n_chars;
  reader.skipped = skipped;
  reader.tongue = desk_token_has_hangul (block->text) ? DESK_TONGUE_KOREAN : DESK_TONGUE_ENGLISH;
  read_line (&reader);
  return words;
}
