/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-diff.h"
#include "bul-pairs.h"
#include "bul-store-journal.h"
#include "cli-command.h"
#include "cli-comparison.h"
#include "cli-journals.h"
#include "cli-json.h"
#include "cli-pairs.h"

static const struct
{
  BulLanguage language;
  BulLanguage other;
  const char *name;
} sides[] = {
  { BUL_LANGUAGE_KOREAN, BUL_LANGUAGE_ENGLISH, "Korean" },
  { BUL_LANGUAGE_ENGLISH, BUL_LANGUAGE_KOREAN, "English" },
};

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static void
add_change (JsonBuilder *builder, const BulLink *link, BulLanguage language)
{
  g_autofree char *now = bul_link_dup_words (link, language);
  const char *was = or_empty (bul_link_get_checked (link, language));
  g_autoptr (GArray) runs = bul_diff_words (was, or_empty (now));

  json_builder_begin_object (builder);
  cli_json_string (builder, "language", bul_language_words[language]);
  cli_json_string (builder, "was", was);
  cli_json_string (builder, "now", or_empty (now));
  cli_comparison_add_runs (builder, runs);
  json_builder_end_object (builder);
}

static void
print_json (const BulStory *story, const BulLink *link, guint number)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_pairs_add (builder, story, link, number);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (bul_link_is_changed (link, sides[i].language))
      add_change (builder, link, sides[i].language);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_words (const char *words)
{
  g_autofree char *shown = cli_printable (or_empty (words));

  g_print ("      %s\n", shown);
}

static void
print_change (const BulLink *link, BulLanguage language)
{
  g_autofree char *now = bul_link_dup_words (link, language);
  const char *was = or_empty (bul_link_get_checked (link, language));
  g_autoptr (GArray) runs = bul_diff_words (was, or_empty (now));
  g_autofree char *marked = cli_comparison_mark (was, or_empty (now), runs);

  print_words (marked);
}

static void
print_link (const BulStory *story G_GNUC_UNUSED, const BulLink *link, guint number)
{
  g_autofree char *by = cli_printable (or_empty (link->by));

  g_print ("%4u  confirmed in revision %u by %s", number, link->revision, by);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (bul_link_is_changed (link, sides[i].language))
      g_print ("; %s changed", sides[i].name);
  g_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *words = bul_link_dup_words (link, sides[i].language);

      if (bul_link_is_changed (link, sides[i].language))
        print_change (link, sides[i].language);
      else
        print_words (words);
    }
}

static guint
print_story (const CliOptions *options, const BulStory *story)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  g_autofree char *headline = cli_printable (or_empty (bul_story_get_headline (story)));
  guint n_stale = 0;

  for (guint i = 0; i < links->len; i++)
    {
      if (((BulLink *) links->pdata[i])->state != BUL_LINK_STALE)
        continue;
      if (n_stale++ == 0 && !options->json)
        g_print ("%s  %s\n", story->uid, headline);
      (options->json ? print_json : print_link) (story, links->pdata[i], i + 1);
    }
  return n_stale;
}

/* What was typed and is in no revision may have made more of them stale. @uids: %NULL for all */
static void
tell_journals (BulStore *store, GStrv uids)
{
  g_autoptr (GPtrArray) journals
      = uids == NULL ? bul_store_load_journals (store, NULL, NULL) : NULL;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; uids != NULL && uids[i] != NULL; i++)
    {
      g_autofree char *uid = bul_store_resolve (store, uids[i], NULL);

      if (uid != NULL)
        cli_journals_tell (store, uid);
    }
  for (guint i = 0; journals != NULL && i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];

      if (g_hash_table_add (told, journal->story))
        cli_journals_tell (store, journal->story);
    }
}

CliStatus
cli_stale (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  g_auto (GStrv) found
      = store == NULL || options->arguments[0] != NULL ? NULL : bul_store_find_stale (store, error);
  GStrv uids = options->arguments[0] != NULL ? options->arguments : found;
  guint n_stale = 0;

  if (store == NULL || uids == NULL)
    return CLI_IO;
  for (guint i = 0; uids[i] != NULL; i++)
    {
      g_autoptr (BulStory) story = cli_load_story (store, uids[i], error);

      if (story == NULL)
        return CLI_IO;
      n_stale += print_story (options, story);
    }
  if (!options->json)
    g_print ("Stale pairs: %u.\n", n_stale);
  tell_journals (store, options->arguments[0] == NULL ? NULL : uids);
  return CLI_DONE;
}
