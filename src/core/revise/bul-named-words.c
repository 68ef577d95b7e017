/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-named-words-private.h"

#include <string.h>

#include "bul-chars.h"

/* One part of a name is asked about only where it is as long as this. */
#define SHORTEST_PART 3

/* The sentences of one block. */
typedef struct
{
  GPtrArray *places;
  const BulBlock *block;
  BulRange label; /* who is heard, and not said in a sentence */
  BulRange quote;
} Sentences;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* Latin words stand between other signs; behind Hangul there may be a particle. */
static gboolean
is_whole (const char *text, const char *found, gsize length)
{
  gunichar first = g_utf8_get_char (found);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (found + length));
  gunichar before = found == text ? ' ' : g_utf8_get_char (g_utf8_prev_char (found));
  gunichar after = g_utf8_get_char (found + length);

  if (is_letter (before) && is_letter (first) && is_hangul (before) == is_hangul (first))
    return FALSE;
  return !is_letter (last) || is_hangul (last) || !is_letter (after) || is_hangul (after);
}

static gboolean
overlaps (const BulRange *range, guint at, guint end)
{
  return at < range->end && end > range->start;
}

static gboolean
is_free (const Sentences *self, guint at, guint end)
{
  if (overlaps (&self->label, at, end))
    return FALSE;
  for (guint i = 0; i < self->places->len; i++)
    {
      const BulNamedPlace *place = self->places->pdata[i];
      BulRange taken = { place->at, place->at + bul_chars_count (place->was) };

      if (overlaps (&taken, at, end))
        return FALSE;
    }
  return TRUE;
}

/* Small and capital letters of the Latin alphabet are the same here. */
static const char *
find_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_strncasecmp (at, words, length) == 0)
      return at;
  return NULL;
}

static void
look_for (Sentences *self, const char *was, const char *now)
{
  const char *text = self->block->text;
  gsize length = strlen (was);

  if (*was == '\0' || *now == '\0' || strcmp (was, now) == 0)
    return;
  for (const char *found = text; (found = find_words (found, was)) != NULL; found += length)
    {
      guint at = bul_chars_from_byte (text, (gsize) (found - text));
      g_autofree char *words = g_strndup (found, length);
      g_autofree char *dressed = bul_named_dress (now, words, was);
      guint end = at + bul_chars_count (words);

      if (is_whole (text, found, length) && is_free (self, at, end))
        bul_named_add (self->places,
                       overlaps (&self->quote, at, end) ? BUL_NAMED_QUOTE : BUL_NAMED_WORDS,
                       self->block, at, words, dressed);
    }
}

/* “Kang” of “Kang Tae-yoon”, where it is that which changes. */
static void
look_for_parts (Sentences *self, const char *was, const char *now)
{
  g_auto (GStrv) parts = g_strsplit (was, " ", -1);
  g_auto (GStrv) others = g_strsplit (now, " ", -1);

  if (g_strv_length (parts) < 2 || g_strv_length (parts) != g_strv_length (others))
    return;
  for (guint i = 0; parts[i] != NULL; i++)
    if (strlen (parts[i]) >= SHORTEST_PART)
      look_for (self, parts[i], others[i]);
}

void
bul_named_words (GPtrArray *places,
                 const BulBlock *block,
                 const BulParts *parts,
                 const BulNamedNames *names)
{
  Sentences sentences = { .places = places, .block = block };

  if (block->kind == BUL_BLOCK_BITE || block->kind == BUL_BLOCK_TURN)
    sentences.label = bul_range_is_empty (parts->attribution) ? parts->marker : parts->attribution;
  if (block->kind == BUL_BLOCK_BITE)
    sentences.quote = sentences.label.start > parts->quote.start
                          ? (BulRange){ 0, sentences.label.start }
                          : (BulRange){ sentences.label.end, G_MAXUINT };
  look_for (&sentences, names->name_was, names->name);
  look_for_parts (&sentences, names->name_was, names->name);
  look_for (&sentences, names->title_was, names->title);
}
