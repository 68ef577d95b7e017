/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow-terms.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"

#define MOST_SHOWN 50

/* --- list */

static void
print_source (const CliOptions *options, const BulTermSource *source)
{
  g_autofree char *name = cli_printable (source->source);
  g_autofree char *by = cli_printable (source->by == NULL ? "" : source->by);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%6u  %s, by %s\n", source->n_terms, name, by);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "source", source->source);
  cli_json_number (builder, "terms", source->n_terms);
  cli_json_string (builder, "by", source->by);
  cli_json_string (builder, "at", source->at);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static CliStatus
list (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) sources = bul_store_list_term_sources (store, error);

  if (sources == NULL)
    return CLI_IO;
  for (guint i = 0; i < sources->len; i++)
    print_source (options, sources->pdata[i]);
  return CLI_DONE;
}

/* --- find */

static void
print_term (const CliOptions *options, const BulTerm *term)
{
  g_autofree char *korean = cli_printable (term->korean);
  g_autofree char *english = cli_printable (term->english);
  g_autofree char *source = cli_printable (term->source);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!options->json)
    {
      g_print ("%4" G_GINT64_FORMAT "  %s = %s  (%s)\n", term->number, korean, english, source);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_number (builder, "number", term->number);
  cli_json_words (builder, "ko", term->korean);
  cli_json_words (builder, "en", term->english);
  cli_json_string (builder, "source", term->source);
  cli_json_string (builder, "by", term->by);
  cli_json_string (builder, "at", term->at);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static CliStatus
find (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *words = g_strjoinv (" ", options->arguments + 1);
  guint most = options->limit > 0 ? (guint) options->limit : MOST_SHOWN;
  g_autoptr (GPtrArray) terms = bul_store_find_terms (store, words, most, error);

  if (terms == NULL)
    return CLI_IO;
  for (guint i = 0; i < terms->len; i++)
    print_term (options, terms->pdata[i]);
  return CLI_DONE;
}

/* --- import */

static CliStatus
import (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulFlowTermsTaken) taken = bul_flow_terms_import (
      store, options->arguments[1], options->encoding, options->name, by, error);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *shown = NULL;

  if (taken == NULL)
    return cli_status_of (*error);
  if (!options->json)
    {
      shown = cli_printable (taken->source);
      g_print ("%s: %u new, %u already there.\n", shown, taken->n_new, taken->n_there);
      cli_text_print_findings (taken->findings);
      return CLI_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cli_json_string (builder, "path", options->arguments[1]);
  cli_json_string (builder, "source", taken->source);
  cli_json_number (builder, "new", taken->n_new);
  cli_json_number (builder, "there", taken->n_there);
  cli_json_findings (builder, taken->findings);
  json_builder_end_object (builder);
  cli_json_print (builder);
  return CLI_DONE;
}

/* --- forget, recall */

typedef gboolean (*DeedOnOne) (BulStore *store, gint64 number, GError **error);
typedef gboolean (*DeedOnAll) (BulStore *store, const char *source, guint *n, GError **error);

/* A number is a term's; anything else is the name of a dictionary. */
static CliStatus
run_deed (const CliOptions *options,
          BulStore *store,
          DeedOnOne on_one,
          DeedOnAll on_all,
          const char *done,
          GError **error)
{
  const char *which = options->arguments[1];
  guint64 number;
  guint n = 1;
  gboolean is_one = g_ascii_string_to_unsigned (which, 10, 1, G_MAXINT64, &number, NULL);

  if (is_one ? !on_one (store, (gint64) number, error) : !on_all (store, which, &n, error))
    return cli_status_of (*error);
  if (!options->json)
    g_print ("%u %s.\n", n, done);
  return CLI_DONE;
}

static CliStatus
forget (const CliOptions *options, BulStore *store, GError **error)
{
  return run_deed (options, store, bul_store_forget_term, bul_store_forget_terms,
                   "forgotten; “terms recall” brings back what was", error);
}

static CliStatus
recall (const CliOptions *options, BulStore *store, GError **error)
{
  return run_deed (options, store, bul_store_recall_term, bul_store_recall_terms, "brought back",
                   error);
}

/* --- the command */

static const struct
{
  const char *name;
  BulStoreMode mode;
  guint least; /* so many words have to follow, and at most so many */
  guint most;
  CliStatus (*run) (const CliOptions *options, BulStore *store, GError **error);
} deeds[] = {
  { "list", BUL_STORE_READ_ONLY, 0, 0, list },
  { "find", BUL_STORE_READ_ONLY, 1, G_MAXUINT, find },
  /* what changes them */
  { "import", BUL_STORE_READ_WRITE, 1, 1, import },
  { "forget", BUL_STORE_READ_WRITE, 1, 1, forget },
  { "recall", BUL_STORE_READ_WRITE, 1, 1, recall },
};

CliStatus
cli_terms (const CliOptions *options, GError **error)
{
  guint n = g_strv_length (options->arguments) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (BulStore) store = NULL;

      if (strcmp (deeds[i].name, options->arguments[0]) != 0)
        continue;
      if (n < deeds[i].least || n > deeds[i].most)
        return cli_words_error (error, "terms", deeds[i].name, deeds[i].least, deeds[i].most, n);
      store = cli_open_library (options, deeds[i].mode, error);
      return store == NULL ? CLI_IO : deeds[i].run (options, store, error);
    }
  return cli_usage_error (error,
                          "“terms” does one of list, find, import, forget and recall, not “%s”.",
                          options->arguments[0]);
}
