/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-replace.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-journals.h"
#include "cli-json.h"

/* So many characters on each side of a place are shown. */
#define CONTEXT 24

/* An expression that is none is the caller's slip. */
static BulFinder *
make_finder (const CliOptions *options, GError **error)
{
  BulPatternFlags flags = (options->word ? BUL_PATTERN_WORD : 0)
                          | (options->regex ? BUL_PATTERN_REGEX : 0)
                          | (options->same_case ? BUL_PATTERN_CASE : 0)
                          | (options->particles ? BUL_PATTERN_PARTICLES : 0);
  g_autoptr (GError) wrong = NULL;
  g_autoptr (BulPattern) pattern = bul_pattern_new (options->find, flags, &wrong);

  if (pattern != NULL && bul_pattern_check_replacement (pattern, options->with, &wrong))
    return bul_finder_new (g_steal_pointer (&pattern));
  cli_usage_error (error, "%s", wrong->message);
  return NULL;
}

static void
print_json (const char *uid, const BulReplacement *replacement, guint revision)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_string (builder, "script", replacement->script);
  cli_json_string (builder, "key", replacement->block);
  cli_json_number (builder, "block", replacement->number);
  cli_json_number (builder, "start", replacement->range.start);
  cli_json_number (builder, "end", replacement->range.end);
  cli_json_words (builder, "was", replacement->before);
  cli_json_words (builder, "now", replacement->after);
  json_builder_set_member_name (builder, "as_spoken");
  json_builder_add_boolean_value (builder, replacement->in_quote);
  json_builder_set_member_name (builder, "revision");
  if (revision == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, revision);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulReplacement *replacement)
{
  g_autofree char *left = bul_replacement_dup_left (replacement, CONTEXT);
  g_autofree char *right = bul_replacement_dup_right (replacement, CONTEXT);
  g_autofree char *words_left = cli_printable (left);
  g_autofree char *words_right = cli_printable (right);
  g_autofree char *was = cli_printable (replacement->before);
  g_autofree char *now = cli_printable (replacement->after);

  g_print ("  line %-4u “%s” → “%s”  %s[%s]%s%s\n", replacement->number, was, now, words_left, now,
           words_right, replacement->in_quote ? "  (soundbite: somebody's words)" : "");
}

static void
tell (const CliOptions *options, const char *uid, const GPtrArray *replacements, guint revision)
{
  for (guint i = 0; i < replacements->len; i++)
    {
      if (options->json)
        print_json (uid, replacements->pdata[i], revision);
      else
        print_text (replacements->pdata[i]);
    }
  if (options->json)
    return;
  if (revision == 0)
    g_print ("%.8s: %u to be replaced. Nothing was changed.\n", uid, replacements->len);
  else
    g_print ("%.8s: %u replaced, saved as revision %u.\n", uid, replacements->len, revision);
}

CliStatus
cli_replace (const CliOptions *options, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFinder) finder = NULL;
  g_autoptr (GPtrArray) replacements = NULL;
  g_autofree char *uid = NULL;
  guint revision = 0;

  if (options->arguments[1] != NULL)
    return cli_usage_error (error, "“replace” takes one story at a time.");
  if (options->find == NULL || options->with == NULL)
    return cli_usage_error (error, "“replace” needs --find TEXT and --with TEXT.");
  finder = make_finder (options, error);
  if (finder == NULL)
    return CLI_USAGE;
  store = cli_open_library (options, options->dry_run ? BUL_STORE_READ_ONLY : BUL_STORE_READ_WRITE,
                            error);
  uid = store == NULL ? NULL : bul_store_resolve (store, options->arguments[0], error);
  if (uid == NULL)
    return CLI_IO;
  replacements = options->dry_run
                     ? bul_flow_list_replacements (store, uid, finder, options->with, error)
                     : bul_flow_replace (store, uid, finder, options->with, by, &revision, error);
  if (replacements == NULL)
    return CLI_REFUSED;
  tell (options, uid, replacements, revision);
  cli_journals_tell (store, uid);
  return CLI_DONE;
}
