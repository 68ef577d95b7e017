/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-search-facets.h"
#include "bul-store-vocabulary.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-ready.h"
#include "cli-saved.h"

/* Hits that are shown where nothing else is said. */
#define USUAL_LIMIT 50

/* Places of one story that are shown, and so many characters on each side of them. */
#define MOST_PLACES 3
#define MOST_PLACES_JSON 100
#define CONTEXT 24

/* What is found in part is told apart from what is found. */
static void
warn (const char *message)
{
  g_printerr ("bulletin: %s\n", message);
}

/* The words around a place, with what was cut off as …. */
static char *
dup_around (const BulSearchPlace *place, const char *open, const char *close)
{
  guint n = bul_chars_count (place->text);
  guint start = place->range.start < CONTEXT ? 0 : place->range.start - CONTEXT;
  guint end = MIN (place->range.end + CONTEXT, n);
  g_autofree char *left = bul_chars_slice (place->text, start, place->range.start);
  g_autofree char *words = bul_chars_slice (place->text, place->range.start, place->range.end);
  g_autofree char *right = bul_chars_slice (place->text, place->range.end, end);

  return g_strconcat (start > 0 ? "…" : "", left, open, words, close, right, end < n ? "…" : "",
                      NULL);
}

static void
add_place (JsonBuilder *builder, const BulSearchPlace *place)
{
  g_autofree char *around = dup_around (place, "", "");

  json_builder_begin_object (builder);
  cli_json_string (builder, "script", place->script);
  cli_json_string (builder, "key", place->block);
  cli_json_number (builder, "block", place->number);
  cli_json_number (builder, "start", place->range.start);
  cli_json_number (builder, "end", place->range.end);
  cli_json_words (builder, "snippet", around);
  json_builder_end_object (builder);
}

static void
print_json (const BulStoreRow *row, const GPtrArray *places)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_row (builder, row);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    add_place (builder, places->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulStoreRow *row, const GPtrArray *places)
{
  const char *date = row->bulletin_date != NULL ? row->bulletin_date : row->page_date;
  g_autofree char *headline = cli_printable (row->headline == NULL ? "" : row->headline);
  g_autofree char *programme = cli_printable (row->programme == NULL ? "–" : row->programme);

  g_print ("%.8s  %-10s  %-9s  %s\n", row->uid, date == NULL ? "–" : date, programme, headline);
  for (guint i = 0; i < places->len; i++)
    {
      const BulSearchPlace *place = places->pdata[i];
      g_autofree char *around = dup_around (place, "[", "]");
      g_autofree char *shown = cli_printable (around);

      g_print ("  line %-4u %s\n", place->number, shown);
    }
}

static gboolean
print_hit (const CliOptions *options, BulSearch *search, gint64 docid, GError **error)
{
  g_autoptr (GError) failed = NULL;
  BulStoreRow *row = bul_search_load_row (search, docid, &failed);
  g_autoptr (GPtrArray) places
      = row == NULL ? NULL
                    : bul_search_list_places (
                        search, docid, options->json ? MOST_PLACES_JSON : MOST_PLACES, &failed);

  if (places != NULL && options->json)
    print_json (row, places);
  else if (places != NULL)
    print_text (row, places);
  bul_store_row_free (row);
  /* It was saved again since it was found. */
  if (places != NULL || g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static CliStatus
print_hits (const CliOptions *options, BulSearch *search, GError **error)
{
  guint limit = options->limit > 0 ? (guint) options->limit : USUAL_LIMIT;
  g_autoptr (GArray) hits = options->best
                                ? bul_search_list_best (search, limit, NULL, error)
                                : bul_search_list_newest (search, G_MAXINT64, limit, NULL, error);

  if (hits == NULL)
    return CLI_IO;
  for (guint i = 0; i < hits->len; i++)
    if (!print_hit (options, search, g_array_index (hits, BulSearchHit, i).docid, error))
      return CLI_IO;
  return CLI_DONE;
}

/* Facets come field by field. */
static void
add_facets (JsonBuilder *builder, const GPtrArray *facets)
{
  json_builder_set_member_name (builder, "by");
  json_builder_begin_object (builder);
  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];
      const BulSearchFacet *last = i == 0 ? NULL : facets->pdata[i - 1];

      if (last == NULL || last->field != facet->field)
        {
          if (last != NULL)
            json_builder_end_object (builder);
          json_builder_set_member_name (builder, bul_query_field_get_name (facet->field));
          json_builder_begin_object (builder);
        }
      cli_json_number (builder, facet->value, facet->n);
    }
  if (facets->len > 0)
    json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* What the codes of tags are called. */
static void
add_labels (JsonBuilder *builder, const GPtrArray *facets, const BulVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];
      const BulConcept *concept
          = facet->field == BUL_QUERY_TAG ? bul_vocabulary_find (vocabulary, facet->value) : NULL;

      if (concept != NULL)
        g_ptr_array_add (known, (gpointer) concept);
    }
  if (known->len == 0)
    return;
  json_builder_set_member_name (builder, "labels");
  json_builder_begin_object (builder);
  for (guint i = 0; i < known->len; i++)
    {
      const BulConcept *concept = known->pdata[i];

      json_builder_set_member_name (builder, concept->code);
      json_builder_begin_object (builder);
      cli_json_string (builder, "ko", concept->korean);
      cli_json_string (builder, "en", concept->english);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static CliStatus
print_facets (BulStore *store, BulSearch *search, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_tag_names (store, error);
  g_autoptr (GPtrArray) counted = NULL;
  guint n;

  if (vocabulary != NULL && bul_search_facets_refresh (facets, store, NULL, error))
    counted = bul_search_facets_count (facets, search, 0, NULL, &n, error);
  if (counted == NULL)
    return CLI_IO;
  json_builder_begin_object (builder);
  cli_json_number (builder, "count", n);
  add_facets (builder, counted);
  add_labels (builder, counted, vocabulary);
  json_builder_end_object (builder);
  cli_json_print (builder);
  return CLI_DONE;
}

static CliStatus
print_count (BulSearch *search, GError **error)
{
  guint n;

  if (!bul_search_count (search, NULL, &n, error))
    return CLI_IO;
  g_print ("%u\n", n);
  return CLI_DONE;
}

/* What makes no sense is left out, and said. */
static void
tell_left_out (const BulQuery *query, const char *text)
{
  g_autoptr (GArray) parts = bul_query_list_parts (query);

  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryNode *node = g_array_index (parts, BulQueryPart, i).node;
      g_autofree char *typed = bul_chars_slice (text, node->range.start, node->range.end);
      g_autofree char *shown = cli_printable (typed);
      g_autofree char *message
          = g_strdup_printf ("“%s” says nothing that can be looked for, and was left out.", shown);

      if (node->type == BUL_QUERY_NONE)
        warn (message);
    }
}

static CliStatus
find (const CliOptions *options, BulStore *store, const BulQuery *query, GError **error)
{
  g_autoptr (BulSearch) search = bul_search_new (store, query, error);

  if (search == NULL)
    return CLI_IO;
  if (!options->count)
    return print_hits (options, search, error);
  return options->json ? print_facets (store, search, error) : print_count (search, error);
}

CliStatus
cli_find (const CliOptions *options, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (BulQuery) query = NULL;
  g_autoptr (BulStore) store = NULL;
  CliStatus status;

  if (cli_saved_is_meant (options))
    return cli_saved_run (options, error);
  if (options->saved == NULL && options->arguments[0] == NULL)
    return cli_usage_error (error, "“find” needs words to look for, or --saved NAME.");
  text = cli_saved_dup_query (options, error);
  if (text == NULL)
    return CLI_IO;
  query = bul_query_new (text, 0);
  store = cli_ready_open (options, error);
  if (store == NULL)
    return CLI_IO;
  tell_left_out (query, text);
  status = find (options, store, query, error);
  if (status == CLI_DONE || !bul_search_is_damaged (store))
    return status;
  g_clear_error (error);
  g_clear_pointer (&store, bul_store_close);
  store = cli_ready_open_anew (options, error);
  return store == NULL ? CLI_IO : find (options, store, query, error);
}
