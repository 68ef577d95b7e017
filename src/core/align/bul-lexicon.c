/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-lexicon.h"

#include <gio/gio.h>
#include <string.h>

#include "bul-align-resources.h"
#include "bul-lines.h"
#include "bul-stem.h"
#include "bul-words.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */
#define NEWS "/org/bulletindesk/align/news.tsv"

/* How surely a word of a gloss of several words answers. */
#define PART_OF_PHRASE 0.65f

struct _BulLexicon
{
  GHashTable *entries; /* Korean key to GArray of BulGloss */
  GStringChunk *stems;
  GHashTable *known;   /* those in @stems */
  BulTermIndex *terms; /* or NULL */
};

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

BulLexicon *
bul_lexicon_new (void)
{
  BulLexicon *self = g_new0 (BulLexicon, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  self->stems = g_string_chunk_new (16 * 1024);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
bul_lexicon_free (BulLexicon *self)
{
  if (self == NULL)
    return;
  bul_term_index_free (self->terms);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->entries);
  g_string_chunk_free (self->stems);
  g_free (self);
}

const BulLexicon *
bul_lexicon_get_news (void)
{
  static BulLexicon *news;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (bul_align_resources_get_resource (), NEWS,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      news = bul_lexicon_new ();
      g_assert (bytes != NULL);
      bul_lexicon_add_table (news, g_bytes_get_data (bytes, NULL));
      g_once_init_leave (&ready, 1);
    }
  return news;
}

/* A headword as it stands in a sentence before its endings. */
static char *
make_key (const char *korean)
{
  static const char *const endings[]
      = { "스럽다", "시키다", "롭다", "하다", "되다", "받다", "당하다", "적인" };
  gsize length = strlen (korean);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (korean, endings[i]) && length >= strlen (endings[i]) + 2 * SYLLABLE)
      return g_strndup (korean, length - strlen (endings[i]));
  if (g_str_has_suffix (korean, "다") && length >= 3 * SYLLABLE)
    return g_strndup (korean, length - SYLLABLE);
  return g_strdup (korean);
}

static void
add_gloss (BulLexicon *self, const char *key, const char *stem, float weight)
{
  GArray *glosses = g_hash_table_lookup (self->entries, key);
  BulGloss gloss = { g_string_chunk_insert_const (self->stems, stem), weight };

  g_hash_table_add (self->known, (gpointer) gloss.stem);
  if (glosses == NULL)
    {
      glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));
      g_hash_table_insert (self->entries, g_strdup (key), glosses);
    }
  for (guint i = 0; i < glosses->len; i++)
    {
      BulGloss *known = &g_array_index (glosses, BulGloss, i);

      if (known->stem == gloss.stem)
        {
          known->weight = MAX (known->weight, weight);
          return;
        }
    }
  g_array_append_val (glosses, gloss);
}

void
bul_lexicon_teach (BulLexicon *self, const char *key, const char *stem, float weight)
{
  add_gloss (self, key, stem, weight);
}

void
bul_lexicon_add (BulLexicon *self, const char *korean, const char *english, float weight)
{
  g_autoptr (GArray) words = bul_words_read (english, "en");
  g_autofree char *key = make_key (korean);

  for (guint i = 0; i < words->len; i++)
    {
      const BulWord *word = &g_array_index (words, BulWord, i);

      if (word->kind == BUL_WORD_PLAIN && word->stem != NULL)
        add_gloss (self, key, word->stem, words->len == 1 ? weight : weight * PART_OF_PHRASE);
    }
}

void
bul_lexicon_add_term (BulLexicon *self, const char *korean, const char *english)
{
  g_auto (GStrv) words = g_strsplit (korean, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[1] == NULL || strlen (words[i]) >= 2 * SYLLABLE)
      bul_lexicon_add (self, words[i], english, words[1] == NULL ? 1 : PART_OF_PHRASE);
  if (self->terms == NULL)
    self->terms = bul_term_index_new ();
  bul_term_index_add (self->terms, korean, english);
}

const BulTermIndex *
bul_lexicon_get_terms (const BulLexicon *self)
{
  return self->terms;
}

/* Whether the row was one, and is taken. */
static gboolean
add_row (BulLexicon *self, char *row)
{
  g_auto (GStrv) fields = g_strsplit (g_strchomp (row), "\t", 4);
  g_auto (GStrv) glosses = NULL;
  double weight;

  if (row[0] == '#' || fields[0] == NULL || fields[1] == NULL || *fields[0] == '\0'
      || !g_utf8_validate (row, -1, NULL))
    return FALSE;
  weight = fields[2] == NULL ? 0.9 : g_ascii_strtod (fields[2], NULL);
  glosses = g_strsplit_set (fields[1], ",;", -1);
  for (guint i = 0; glosses[i] != NULL; i++)
    bul_lexicon_add (self, fields[0], glosses[i], (float) CLAMP (weight, 0.05, 1));
  return TRUE;
}

guint
bul_lexicon_add_table (BulLexicon *self, const char *text)
{
  BulLines lines;
  const char *start;
  gsize length;
  guint count = 0;

  bul_lines_start (&lines, text, strlen (text));
  while (bul_lines_next (&lines, &start, &length))
    {
      g_autofree char *row = g_strndup (start, length);

      count += add_row (self, row) ? 1 : 0;
    }
  return count;
}

static gboolean
take (const BulLexicon *self, const char *key, gsize length, float factor, GArray *glosses)
{
  char buffer[64];
  const GArray *found;

  if (length == 0 || length >= sizeof buffer)
    return FALSE;
  memcpy (buffer, key, length);
  buffer[length] = '\0';
  found = g_hash_table_lookup (self->entries, buffer);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      BulGloss gloss = g_array_index (found, BulGloss, i);

      gloss.weight *= factor;
      g_array_append_val (glosses, gloss);
    }
  return found != NULL;
}

/* What is left of a compound behind its first part: 대통령|선거. */
static void
look_up_rest (const BulLexicon *self, const char *rest, GArray *glosses)
{
  gsize length = strlen (rest);
  g_autofree char *stem = NULL;

  if (length < 2 * SYLLABLE)
    return;
  stem = bul_stem_korean (rest);
  if (take (self, rest, length, 0.85f, glosses) || take (self, stem, strlen (stem), 0.85f, glosses))
    return;
  for (gsize n = length - SYLLABLE; n >= 2 * SYLLABLE; n -= SYLLABLE)
    if (take (self, rest, n, 0.7f, glosses))
      return;
}

static gboolean
look_up_beginnings (const BulLexicon *self, const char *word, GArray *glosses)
{
  gsize length = strlen (word);
  gboolean found = FALSE;

  for (gsize n = length - SYLLABLE; n >= 2 * SYLLABLE && n < length; n -= SYLLABLE)
    {
      const char *rest = word + n;
      float factor = bul_stem_is_particle (rest)   ? 0.95f
                     : n >= 3 * SYLLABLE || !found ? 0.8f
                                                   : 0.6f;

      if (!take (self, word, n, factor, glosses))
        continue;
      if (!found)
        look_up_rest (self, rest, glosses);
      found = TRUE;
    }
  return found;
}

/* A verb whose stem and ending share a syllable: 터뜨렸습니다 by 터뜨리. */
static gboolean
look_up_verb (const BulLexicon *self, const char *word, GArray *glosses)
{
  gsize length = strlen (word);
  char buffer[64];

  for (gsize at = length - SYLLABLE; at >= SYLLABLE && at < length; at -= SYLLABLE)
    {
      gunichar stems[2];
      guint n = bul_stem_part_verb (g_utf8_get_char (word + at), word + at + SYLLABLE, stems);

      if (at + SYLLABLE >= sizeof buffer)
        continue;
      memcpy (buffer, word, at);
      for (guint i = 0; i < n; i++)
        if (take (self, buffer, at + (gsize) g_unichar_to_utf8 (stems[i], buffer + at), 0.9f,
                  glosses))
          return TRUE;
    }
  return FALSE;
}

void
bul_lexicon_look_up (const BulLexicon *self, const char *word, const char *stem, GArray *glosses)
{
  gsize length = strlen (word);
  gboolean whole = take (self, word, length, 1, glosses);

  if (strcmp (word, stem) != 0)
    whole |= take (self, stem, strlen (stem), 1, glosses);
  if (length == 2 * SYLLABLE && !whole)
    look_up_verb (self, word, glosses);
  if (length < 3 * SYLLABLE || length > 20 * SYLLABLE)
    return;
  if (look_up_beginnings (self, word, glosses) || whole || look_up_verb (self, word, glosses))
    return;
  for (gsize n = length - SYLLABLE; n >= 2 * SYLLABLE; n -= SYLLABLE)
    for (gsize at = SYLLABLE; at + n <= length; at += SYLLABLE)
      if (take (self, word + at, n, 0.6f, glosses))
        return;
}

guint
bul_lexicon_get_fingerprint (const BulLexicon *self)
{
  GHashTableIter iter;
  gpointer key;
  gpointer found;
  guint fingerprint = 0;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, &found))
    {
      const GArray *glosses = found;

      for (guint i = 0; i < glosses->len; i++)
        {
          const BulGloss *gloss = &g_array_index (glosses, BulGloss, i);

          fingerprint += (g_str_hash (key) * 31 + g_str_hash (gloss->stem)) * 2654435761u
                         + (guint) (gloss->weight * 1000);
        }
    }
  return fingerprint;
}

gboolean
bul_lexicon_has_stem (const BulLexicon *self, const char *stem)
{
  return g_hash_table_contains (self->known, stem);
}

gboolean
bul_lexicon_has_word (const BulLexicon *self, const char *word)
{
  return g_hash_table_contains (self->entries, word);
}
