/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-tagged.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-span.h"
#include "bul-store-vocabulary.h"
#include "bul-tags.h"
#include "cli-json.h"

char *
cli_tagged_dup_names (const BulVocabulary *vocabulary, const char *code)
{
  g_autofree char *korean = bul_tags_dup_name_in (vocabulary, code, "ko");
  g_autofree char *english = bul_tags_dup_name_in (vocabulary, code, "en");
  g_autofree char *both = strcmp (korean, english) == 0
                              ? g_strdup (korean)
                              : g_strdup_printf ("%s · %s", korean, english);

  return cli_printable (both);
}

static void
add_names (JsonBuilder *builder, const BulVocabulary *vocabulary, const char *code)
{
  g_autofree char *korean = bul_tags_dup_name_in (vocabulary, code, "ko");
  g_autofree char *english = bul_tags_dup_name_in (vocabulary, code, "en");

  cli_json_string (builder, "code", code);
  cli_json_string (builder, "ko", korean);
  cli_json_string (builder, "en", english);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
cli_tagged_print_saved (const CliOptions *options,
                        const BulStory *story,
                        BulTagDeed deed,
                        const char *code)
{
  guint revision = bul_story_get_revision_number (story);

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", story->uid);
      cli_json_string (builder, "deed", bul_enum_to_word (bul_tag_deed_words, deed));
      cli_json_string (builder, "code", code);
      cli_json_number (builder, "revision", revision);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  g_print ("%.8s: %s %s, saved as revision %u.\n", story->uid, code,
           deed == BUL_TAG_DEED_ADD ? "is on the words" : "was taken from the words", revision);
}

/* --- many */

static void
print_result_json (const CliOptions *options,
                   const BulFlowTagResult *result,
                   const char *deed,
                   const char *code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "receipt");
  if (result->receipt == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, result->receipt);
  cli_json_string (builder, "deed", deed);
  cli_json_string (builder, "code", code);
  cli_json_number (builder, "stories", result->n_changed + result->n_same + result->refusals->len);
  cli_json_number (builder, "changed", result->n_changed);
  cli_json_number (builder, "same", result->n_same);
  json_builder_set_member_name (builder, "refused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->refusals->len; i++)
    {
      const BulStoreRefusal *refusal = result->refusals->pdata[i];

      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", refusal->uid);
      cli_json_string (builder, "message", refusal->error->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_flag (builder, "cancelled", result->cancelled);
  add_flag (builder, "dry_run", options->dry_run);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

void
cli_tagged_print_result (const CliOptions *options,
                         const BulFlowTagResult *result,
                         const char *deed,
                         const char *code)
{
  if (options->json)
    {
      print_result_json (options, result, deed, code);
      return;
    }
  for (guint i = 0; i < result->refusals->len; i++)
    g_print ("%s\n", ((BulStoreRefusal *) result->refusals->pdata[i])->error->message);
  if (code != NULL)
    g_print ("%s: ", code);
  g_print (options->dry_run ? "%u of %u stories would be changed, %u need no change."
                            : "%u of %u stories changed, %u need no change.",
           result->n_changed, result->n_changed + result->n_same + result->refusals->len,
           result->n_same);
  if (result->cancelled)
    g_print (" It was stopped before the end.");
  if (options->dry_run)
    g_print (" Nothing was changed.");
  if (strcmp (deed, "undo") != 0 && result->receipt > 0)
    g_print (" Receipt %" G_GINT64_FORMAT ".", result->receipt);
  g_print ("\n");
}

void
cli_tagged_print_receipt (const CliOptions *options, const BulStoreReceipt *receipt)
{
  const char *deed = bul_enum_to_word (bul_tag_deed_words, receipt->deed);

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_json_number (builder, "receipt", receipt->number);
      cli_json_string (builder, "deed", deed);
      cli_json_string (builder, "code", receipt->code);
      cli_json_string (builder, "into", receipt->into);
      cli_json_string (builder, "by", receipt->by);
      cli_json_string (builder, "at", receipt->at);
      cli_json_number (builder, "stories", receipt->n_stories);
      cli_json_string (builder, "undone_at", receipt->undone_at);
      json_builder_end_object (builder);
      cli_json_print (builder);
    }
  else
    {
      g_autofree char *by = cli_printable (receipt->by == NULL ? "" : receipt->by);

      g_print ("%-4" G_GINT64_FORMAT " %s  %-6s %s%s%s  %u stor%s  %s%s\n", receipt->number,
               receipt->at, deed, receipt->code, receipt->into == NULL ? "" : " → ",
               receipt->into == NULL ? "" : receipt->into, receipt->n_stories,
               receipt->n_stories == 1 ? "y" : "ies", by,
               receipt->undone_at == NULL ? "" : "  undone");
    }
}

/* --- what there is */

static void
print_tag_json (const BulStory *story, const BulTag *tag, const BulVocabulary *vocabulary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "tag", tag->key);
  add_names (builder, vocabulary, tag->code);
  cli_json_string (builder, "by", tag->by);
  cli_json_string (builder, "at", tag->at);
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tag->spans->len; i++)
    {
      const BulSpan *span = tag->spans->pdata[i];

      json_builder_begin_object (builder);
      cli_json_string (builder, "key", span->on);
      cli_json_number (builder, "start", span->start);
      cli_json_number (builder, "end", span->end);
      cli_json_words (builder, "quote", span->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

void
cli_tagged_print_story (const CliOptions *options,
                        const BulStory *story,
                        const BulVocabulary *vocabulary)
{
  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];
      g_autofree char *names = cli_tagged_dup_names (vocabulary, tag->code);

      if (options->json)
        {
          print_tag_json (story, tag, vocabulary);
          continue;
        }
      g_print ("%-24s %s", tag->code, names);
      for (guint j = 0; j < tag->spans->len; j++)
        {
          g_autofree char *quote = cli_printable (((BulSpan *) tag->spans->pdata[j])->quote);

          g_print ("  “%s”", quote);
        }
      g_print ("\n");
    }
}

static void
print_share (const CliOptions *options,
             const BulVocabulary *vocabulary,
             const BulFlowTagShare *share,
             guint n)
{
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_names (builder, vocabulary, share->code);
      cli_json_number (builder, "stories", share->n);
      cli_json_number (builder, "of", n);
      cli_json_string (builder, "share", share->all ? "all" : "some");
      json_builder_end_object (builder);
      cli_json_print (builder);
    }
  else
    {
      g_autofree char *names = cli_tagged_dup_names (vocabulary, share->code);

      g_print ("%-24s %s  %s %u of %u\n", share->code, names, share->all ? "all" : "some", share->n,
               n);
    }
}

void
cli_tagged_print_shares (const CliOptions *options,
                         const GPtrArray *shares,
                         guint n,
                         const BulVocabulary *vocabulary)
{
  for (guint i = 0; i < shares->len; i++)
    print_share (options, vocabulary, shares->pdata[i], n);
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer counts)
{
  const char *x = *(const char *const *) a;
  const char *y = *(const char *const *) b;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, x));
  guint m = GPOINTER_TO_UINT (g_hash_table_lookup (counts, y));

  return n != m ? (n < m ? 1 : -1) : strcmp (x, y);
}

gboolean
cli_tagged_print_usage (const CliOptions *options,
                        BulStore *store,
                        const BulVocabulary *vocabulary,
                        GError **error)
{
  g_autoptr (GHashTable) counts = bul_store_count_tags (store, error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer used;

  if (counts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &used, NULL))
    g_ptr_array_add (codes, used);
  g_ptr_array_sort_with_data (codes, compare_codes, counts);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = codes->pdata[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code));

      if (options->json)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          json_builder_begin_object (builder);
          add_names (builder, vocabulary, code);
          cli_json_number (builder, "stories", n);
          json_builder_end_object (builder);
          cli_json_print (builder);
        }
      else
        {
          g_autofree char *names = cli_tagged_dup_names (vocabulary, code);

          g_print ("%-24s %s  %u\n", code, names, n);
        }
    }
  return TRUE;
}
