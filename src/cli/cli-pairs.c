/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-pairs.h"
#include "bul-enum.h"
#include "bul-flow-pair.h"
#include "bul-flow-parity.h"
#include "bul-pairs.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

static const BulLanguage languages[] = { BUL_LANGUAGE_KOREAN, BUL_LANGUAGE_ENGLISH };

/* --- JSON */

static void
add_sentences (JsonBuilder *builder, const BulLink *link, BulLanguage language)
{
  json_builder_set_member_name (builder, bul_language_words[language]);
  json_builder_begin_array (builder);
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->language != language)
        continue;
      json_builder_begin_object (builder);
      cli_json_string (builder, "block", segment->span.on);
      cli_json_number (builder, "start", segment->span.start);
      cli_json_number (builder, "end", segment->span.end);
      json_builder_set_member_name (builder, "orphan");
      json_builder_add_boolean_value (builder, segment->span.orphan);
      cli_json_words (builder, "text", segment->span.quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_changed (JsonBuilder *builder, const BulLink *link)
{
  json_builder_set_member_name (builder, "changed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (languages) && link->state == BUL_LINK_STALE; i++)
    if (bul_link_is_changed (link, languages[i]))
      json_builder_add_string_value (builder, bul_language_words[languages[i]]);
  json_builder_end_array (builder);
}

void
cli_pairs_add (JsonBuilder *builder, const BulStory *story, const BulLink *link, guint number)
{
  cli_json_string (builder, "uid", story->uid);
  cli_json_number (builder, "number", number);
  cli_json_string (builder, "link", link->key);
  cli_json_string (builder, "state", bul_enum_to_word (bul_link_state_words, link->state));
  json_builder_set_member_name (builder, "confidence");
  if (link->confidence == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, bul_link_get_confidence (link));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    add_sentences (builder, link, languages[i]);
  if (link->revision == 0)
    cli_json_string (builder, "revision", NULL);
  else
    cli_json_number (builder, "revision", link->revision);
  cli_json_string (builder, "by", link->by);
  cli_json_string (builder, "at", link->at);
  add_changed (builder, link);
}

static void
add_place (JsonBuilder *builder, const char *member, const BulFlowPlace *place)
{
  json_builder_set_member_name (builder, member);
  if (place->block == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_json_string (builder, "block", place->block);
  cli_json_number (builder, "start", place->range.start);
  cli_json_number (builder, "end", place->range.end);
  cli_json_words (builder, "text", place->text);
  json_builder_end_object (builder);
}

/* Those that agree are left out: there is nothing to do. */
static void
add_facts (JsonBuilder *builder, const GPtrArray *facts)
{
  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->len; i++)
    {
      const BulFlowFact *fact = facts->pdata[i];
      gboolean is_korean = fact->side == BUL_LANGUAGE_KOREAN;

      if (fact->agrees)
        continue;
      json_builder_begin_object (builder);
      cli_json_string (builder, "kind", bul_enum_to_word (bul_fact_kind_words, fact->kind));
      cli_json_string (builder, "side", bul_language_words[fact->side]);
      cli_json_words (builder, "text", is_korean ? fact->korean.text : fact->english.text);
      cli_json_string (builder, "code", fact->code);
      cli_json_words (builder, "message", fact->message);
      add_place (builder, "ko", &fact->korean);
      add_place (builder, "en", &fact->english);
      cli_json_string (builder, "proposal", fact->proposal);
      cli_json_string (builder, "wanted", fact->wanted);
      json_builder_set_member_name (builder, "dismissed");
      json_builder_add_boolean_value (builder, fact->dismissed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const BulStory *story, const BulLink *link, guint number, const GPtrArray *lexicons)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) facts = bul_flow_parity_of (story, link, lexicons);

  json_builder_begin_object (builder);
  cli_pairs_add (builder, story, link, number);
  add_facts (builder, facts);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

/* --- a table */

/* A field ends at a tab, a row at a line end: neither may be within. */
static char *
dup_field (const BulLink *link, BulLanguage language)
{
  g_autofree char *words = bul_link_dup_words (link, language);
  g_auto (GStrv) lines = g_strsplit (words == NULL ? "" : words, "\xe2\x80\xa8", -1);

  return g_strdelimit (g_strjoinv (" ", lines), "\t\r\n", ' ');
}

static void
print_row (const BulStory *story G_GNUC_UNUSED,
           const BulLink *link,
           guint number,
           const GPtrArray *lexicons G_GNUC_UNUSED)
{
  g_autofree char *korean = dup_field (link, BUL_LANGUAGE_KOREAN);
  g_autofree char *english = dup_field (link, BUL_LANGUAGE_ENGLISH);

  g_print ("%u\t%s\t%s\t%s\t%s\n", number, bul_enum_to_word (bul_link_state_words, link->state),
           link->confidence == NULL ? "" : link->confidence, korean, english);
}

/* --- for people */

static const char *
describe_sides (const BulLink *link)
{
  guint n_korean = bul_link_count (link, BUL_LANGUAGE_KOREAN);
  guint n_english = bul_link_count (link, BUL_LANGUAGE_ENGLISH);

  if (n_korean == 0 && n_english == 0)
    return ", has lost its words";
  if (n_english == 0)
    return ", left out";
  return n_korean == 0 ? ", added" : "";
}

static void
print_side (const BulLink *link, BulLanguage language)
{
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      g_autofree char *shown = cli_printable (segment->span.quote);

      if (segment->language == language)
        g_print ("    %s%s\n", shown, segment->span.orphan ? "  (gone)" : "");
    }
}

static void
print_facts (const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const BulFlowFact *fact = facts->pdata[i];
      g_autofree char *shown = cli_printable (fact->message);

      if (bul_flow_fact_is_open (fact))
        g_print ("    ! %s (%s)\n", shown, fact->code);
    }
}

static void
print_pair (const BulStory *story, const BulLink *link, guint number, const GPtrArray *lexicons)
{
  g_autoptr (GPtrArray) facts = bul_flow_parity_of (story, link, lexicons);

  g_print ("%u  %s%s", number, bul_enum_to_word (bul_link_state_words, link->state),
           describe_sides (link));
  if (link->state == BUL_LINK_AUTOMATIC)
    g_print (", %.0f %%%s", bul_link_get_confidence (link) * 100,
             bul_pairs_is_doubtful (link) ? ", doubtful" : "");
  g_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    print_side (link, languages[i]);
  print_facts (facts);
}

static guint
count_open (const BulStory *story, const GPtrArray *lexicons)
{
  g_autoptr (GPtrArray) facts = bul_flow_parity (story, lexicons);
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    n += bul_flow_fact_is_open (facts->pdata[i]);
  return n;
}

static void
print_count (const BulStory *story, const GPtrArray *lexicons)
{
  BulPairsCount count = bul_pairs_count (story);
  guint n_open = count_open (story, lexicons);

  g_print ("Pairs: %u, confirmed: %u, stale: %u, doubtful: %u.\n", count.n_links, count.n_confirmed,
           count.n_stale, count.n_doubtful);
  if (n_open > 0)
    g_print ("Facts that differ: %u.\n", n_open);
}

CliStatus
cli_pairs (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulStory) story = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) lexicons = NULL;

  if (options->arguments[1] != NULL)
    return cli_usage_error (error, "“pairs” takes one story at a time.");
  if (options->json && options->tsv)
    return cli_usage_error (error, "Say --json or --tsv, not both.");
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  lexicons = bul_flow_pair_read_lexicons (store, NULL, error);
  if (lexicons == NULL)
    return CLI_IO;
  links = bul_pairs_list (story);
  if (options->tsv)
    g_print ("number\tstate\tconfidence\tkorean\tenglish\n");
  for (guint i = 0; i < links->len; i++)
    (options->json  ? print_json
     : options->tsv ? print_row
                    : print_pair) (story, links->pdata[i], i + 1, lexicons);
  if (!options->json && !options->tsv)
    print_count (story, lexicons);
  cli_journals_tell (store, story->uid);
  return CLI_DONE;
}
