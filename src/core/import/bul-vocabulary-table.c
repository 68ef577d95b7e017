/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-vocabulary-reader-private.h"

/* Several values of a cell. */
#define BETWEEN '|'

#define MOST_COLUMNS 64

/* The columns that are understood; the others are left out. */
typedef enum
{
  CODE,
  PARENTS,
  KOREAN,
  ENGLISH,
  OTHER_KOREAN,
  OTHER_ENGLISH,
  NOTE,
  MATCH,
  RETIRED,
  MERGED,
  N_COLUMNS
} Column;

static const char *const columns[N_COLUMNS]
    = { "code",    "parents", "ko",    "en",      "also_ko",
        "also_en", "note",    "match", "retired", "merged_into" };

/* --- cells */

/* Reads a cell at *@at and moves on behind it. What stands in quotes may hold anything, a quote
 * twice. */
static char *
read_cell (const char **at, char separator)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *p = *at;

  if (*p == '"')
    for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
      {
        g_string_append_c (out, *p);
        p += *p == '"' ? 1 : 0;
      }
  p += *p == '"' ? 1 : 0;
  while (*p != '\0' && *p != separator && *p != '\n' && *p != '\r')
    g_string_append_c (out, *p++);
  *at = p;
  /* So a spreadsheet is kept from taking it for a formula. */
  if (out->len > 1 && out->str[0] == '\'' && strchr ("=+-@", out->str[1]) != NULL)
    g_string_erase (out, 0, 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer full) (element-type utf8): the cells of the next row; *@at moves on to the one
 * behind. */
static GPtrArray *
read_row (const char **at, char separator)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_autofree char *cell = read_cell (at, separator);

      if (cells->len < MOST_COLUMNS)
        g_ptr_array_add (cells, g_steal_pointer (&cell));
      if (**at != separator || **at == '\0')
        break;
      (*at)++;
    }
  while (**at == '\r' || **at == '\n')
    (*at)++;
  return cells;
}

/* --- rows */

static void
find_columns (const GPtrArray *head, int *places)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      places[i] = -1;
      for (guint j = 0; j < head->len; j++)
        if (g_ascii_strcasecmp (head->pdata[j], columns[i]) == 0)
          places[i] = (int) j;
    }
}

static const char *
get_cell (const GPtrArray *cells, const int *places, Column column)
{
  int place = places[column];

  return place < 0 || (guint) place >= cells->len ? "" : cells->pdata[place];
}

static void
add_words (BulVocabularyReader *self,
           BulConcept *concept,
           BulVocabularyWords what,
           const char *language,
           const char *cell)
{
  const char between[] = { BETWEEN, '\0' };
  g_auto (GStrv) values = g_strsplit (cell, between, -1);

  for (guint i = 0; values[i] != NULL; i++)
    bul_vocabulary_reader_add_words (self, concept, what, language, values[i]);
}

static void
add_parents (BulVocabularyReader *self, BulConcept *concept, const char *cell)
{
  const char between[] = { BETWEEN, '\0' };
  g_auto (GStrv) values = g_strsplit (cell, between, -1);

  for (guint i = 0; values[i] != NULL; i++)
    if (*g_strstrip (values[i]) != '\0')
      bul_vocabulary_reader_add_parent (self, concept, values[i]);
}

static void
read_concept (BulVocabularyReader *self, const GPtrArray *cells, const int *places)
{
  const char *code = get_cell (cells, places, CODE);
  BulConcept *concept = *code == '\0' ? NULL : bul_vocabulary_reader_get (self, code);

  if (concept == NULL)
    {
      self->n_passed_over++;
      return;
    }
  bul_vocabulary_reader_add_words (self, concept, BUL_VOCABULARY_NAME, "ko",
                                   get_cell (cells, places, KOREAN));
  bul_vocabulary_reader_add_words (self, concept, BUL_VOCABULARY_NAME, "en",
                                   get_cell (cells, places, ENGLISH));
  add_words (self, concept, BUL_VOCABULARY_OTHER_NAME, "ko",
             get_cell (cells, places, OTHER_KOREAN));
  add_words (self, concept, BUL_VOCABULARY_OTHER_NAME, "en",
             get_cell (cells, places, OTHER_ENGLISH));
  bul_vocabulary_reader_add_words (self, concept, BUL_VOCABULARY_NOTE, NULL,
                                   get_cell (cells, places, NOTE));
  add_parents (self, concept, get_cell (cells, places, PARENTS));
  if (*get_cell (cells, places, MATCH) != '\0')
    bul_vocabulary_reader_set_match (self, concept, get_cell (cells, places, MATCH));
  if (*get_cell (cells, places, MERGED) != '\0')
    bul_vocabulary_reader_set_merged (self, concept, get_cell (cells, places, MERGED));
  concept->retired = g_ascii_strcasecmp (get_cell (cells, places, RETIRED), "true") == 0;
}

gboolean
bul_vocabulary_reader_read_table (BulVocabularyReader *self, GBytes *bytes, GError **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_strndup (length == 0 ? "" : g_bytes_get_data (bytes, NULL), length);
  const char *at = text;
  char separator = memchr (text, '\t', strcspn (text, "\r\n")) != NULL ? '\t' : ',';
  g_autoptr (GPtrArray) head = read_row (&at, separator);
  int places[N_COLUMNS];

  find_columns (head, places);
  if (places[CODE] < 0 || (places[KOREAN] < 0 && places[ENGLISH] < 0))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID,
                           "The first line of the table has to name its columns: code, and ko or "
                           "en. Nothing was changed.");
      return FALSE;
    }
  while (*at != '\0' && self->concepts->len <= BUL_VOCABULARY_MOST)
    {
      g_autoptr (GPtrArray) cells = read_row (&at, separator);

      read_concept (self, cells, places);
    }
  return TRUE;
}
