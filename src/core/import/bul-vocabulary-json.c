/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bul-error.h"
#include "bul-vocabulary-reader-private.h"

/* The parser goes down by calling itself. */
#define DEEPEST 32

/* --- what is hostile */

static gboolean
refuse_line (GError **error, guint line, const char *message)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               "Line %u: This is no JSON: %s. Nothing was changed.", line, message);
  return FALSE;
}

static gboolean
refuse_depth (GError **error)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_HOSTILE,
               "Brackets stand in brackets more than %d deep. No vocabulary has that, and it can "
               "harm the program that reads it. Nothing was changed.",
               DEEPEST);
  return FALSE;
}

/* Of what RFC 8259 has outside strings: brackets, what is between them, numbers, true, false and
 * null. */
static gboolean
is_sign (char c)
{
  return g_ascii_isalnum (c) || g_ascii_isspace (c)
         || (c != '\0' && strchr ("{}[],:+-.", c) != NULL);
}

/* Passes what the parser can be given: one value, not too deep. The parser knows more than JSON has
 * (comments, assignments, value after value) and loses the first of two values. */
static gboolean
check (const char *text, gsize length, GError **error)
{
  guint depth = 0;
  guint line = 1;
  gboolean in_string = FALSE;
  gboolean has_ended = FALSE;

  for (const char *p = text; p < text + length; p++)
    {
      if (*p == '\n')
        line++;
      if (in_string)
        {
          if (*p == '\\' && p + 1 < text + length && p[1] != '\n')
            p++;
          else if (*p == '"')
            in_string = FALSE;
        }
      else if (has_ended && !g_ascii_isspace (*p))
        return refuse_line (error, line, "more stands behind its end");
      else if (*p == '"')
        in_string = TRUE;
      else if (!is_sign (*p))
        return refuse_line (error, line, "a sign stands outside quotes that JSON has only in them");
      else if ((*p == '{' || *p == '[') && ++depth > DEEPEST)
        return refuse_depth (error);
      else if ((*p == '}' || *p == ']') && depth > 0)
        has_ended = --depth == 0;
    }
  return TRUE;
}

/* --- members, whatever they are */

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

typedef void (*StringFunc) (BulVocabularyReader *self, BulConcept *concept, const char *value);

/* A string, or each of a list of them. */
static void
for_each_string (BulVocabularyReader *self,
                 BulConcept *concept,
                 JsonObject *object,
                 const char *name,
                 StringFunc func)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *value = get_string (object, name);
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (value != NULL)
    func (self, concept, value);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        func (self, concept, json_node_get_string (element));
    }
}

static void
add_words_of (BulVocabularyReader *self,
              BulConcept *concept,
              BulVocabularyWords what,
              const char *language,
              JsonNode *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    bul_vocabulary_reader_add_words (self, concept, what, language, json_node_get_string (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element)
              && json_node_get_value_type (element) == G_TYPE_STRING)
            bul_vocabulary_reader_add_words (self, concept, what, language,
                                             json_node_get_string (element));
        }
    }
}

/* Words by their language: {"en-GB": "…"}; or words alone. */
static void
add_words (BulVocabularyReader *self,
           BulConcept *concept,
           JsonObject *object,
           const char *name,
           BulVocabularyWords what)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonObjectIter iter;
  const char *language;
  JsonNode *words;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      add_words_of (self, concept, what, NULL, node);
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &words))
    add_words_of (self, concept, what, language, words);
}

/* --- concepts */

/* Ours, and how NewsCodes name the same. */
static const struct
{
  const char *name;
  BulVocabularyWords what;
  const char *language; /* %NULL: told in the file */
} words_members[] = {
  /* ours */
  { "ko", BUL_VOCABULARY_NAME, "ko" },
  { "en", BUL_VOCABULARY_NAME, "en" },
  { "also_ko", BUL_VOCABULARY_OTHER_NAME, "ko" },
  { "also_en", BUL_VOCABULARY_OTHER_NAME, "en" },
  /* of SKOS */
  { "prefLabel", BUL_VOCABULARY_NAME, NULL },
  { "altLabel", BUL_VOCABULARY_OTHER_NAME, NULL },
  { "definition", BUL_VOCABULARY_NOTE, NULL },
  { "note", BUL_VOCABULARY_NOTE, NULL },
};

static const struct
{
  const char *name;
  StringFunc func;
} code_members[] = {
  { "parents", bul_vocabulary_reader_add_parent },
  { "broader", bul_vocabulary_reader_add_parent },
  { "match", bul_vocabulary_reader_set_match },
  { "exactMatch", bul_vocabulary_reader_set_match },
  { "merged_into", bul_vocabulary_reader_set_merged },
  { "isReplacedBy", bul_vocabulary_reader_set_merged },
};

/* True, or the day on which it was. */
static gboolean
is_retired (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "retired");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? json_node_get_boolean (node)
                                                           : get_string (object, "retired") != NULL;
}

static void
read_concept (BulVocabularyReader *self, JsonObject *object)
{
  static const char *const names[] = { "code", "qcode", "uri", "id" };
  BulConcept *concept = NULL;

  for (guint i = 0; concept == NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *name = get_string (object, names[i]);

      concept = name == NULL ? NULL : bul_vocabulary_reader_get (self, name);
    }
  if (concept == NULL)
    {
      self->n_passed_over++;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words_members); i++)
    if (words_members[i].language == NULL)
      add_words (self, concept, object, words_members[i].name, words_members[i].what);
    else if (json_object_has_member (object, words_members[i].name))
      add_words_of (self, concept, words_members[i].what, words_members[i].language,
                    json_object_get_member (object, words_members[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (code_members); i++)
    for_each_string (self, concept, object, code_members[i].name, code_members[i].func);
  concept->retired = is_retired (object);
}

static void
read_list (BulVocabularyReader *self, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read_concept (self, json_node_get_object (element));
      else
        self->n_passed_over++;
    }
}

/* {"01000000": "arts"} */
static void
read_pairs (BulVocabularyReader *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *words;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &words))
    {
      BulConcept *concept
          = JSON_NODE_HOLDS_VALUE (words) && json_node_get_value_type (words) == G_TYPE_STRING
                ? bul_vocabulary_reader_get (self, name)
                : NULL;

      if (concept != NULL)
        bul_vocabulary_reader_add_words (self, concept, BUL_VOCABULARY_NAME, NULL,
                                         json_node_get_string (words));
      else
        self->n_passed_over++;
    }
}

static void
read_root (BulVocabularyReader *self, JsonNode *root)
{
  static const char *const lists[] = { "concepts", "conceptSet" };
  JsonObject *object;

  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      read_list (self, json_node_get_array (root));
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return;
  object = json_node_get_object (root);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *list = json_object_get_member (object, lists[i]);

      if (list != NULL && JSON_NODE_HOLDS_ARRAY (list))
        {
          read_list (self, json_node_get_array (list));
          return;
        }
    }
  read_pairs (self, object);
}

gboolean
bul_vocabulary_reader_read_json (BulVocabularyReader *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) failed = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check (text, length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &failed))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "This is no JSON: %s. Nothing was changed.",
                   failed->message);
      return FALSE;
    }
  if (json_parser_get_root (parser) != NULL)
    read_root (self, json_parser_get_root (parser));
  return TRUE;
}
