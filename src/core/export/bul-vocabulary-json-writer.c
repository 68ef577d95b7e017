/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "bul-vocabulary-writer-private.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_list (JsonBuilder *builder, const char *name, GStrv values)
{
  if (values == NULL || values[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/* What is not said is not there. */
static void
add_concept (JsonBuilder *builder, const BulConcept *concept)
{
  json_builder_begin_object (builder);
  add_string (builder, "code", concept->code);
  add_string (builder, "ko", concept->korean);
  add_string (builder, "en", concept->english);
  add_list (builder, "also_ko", concept->other_korean);
  add_list (builder, "also_en", concept->other_english);
  add_list (builder, "parents", concept->parents);
  add_string (builder, "note", concept->note);
  add_string (builder, "match", concept->match);
  if (concept->retired)
    {
      json_builder_set_member_name (builder, "retired");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_string (builder, "merged_into", concept->merged_into);
  json_builder_end_object (builder);
}

GBytes *
bul_vocabulary_write_json (const BulVocabulary *vocabulary)
{
  const GPtrArray *concepts = bul_vocabulary_get_concepts (vocabulary);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *out = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "concepts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < concepts->len; i++)
    add_concept (builder, concepts->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, out);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
