/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-file.h"
#include "bul-flow-learn.h"
#include "bul-flow-memory.h"
#include "bul-flow.h"
#include "cli-command.h"
#include "cli-json.h"

/* What is less alike is of no help. */
#define LEAST_PERCENT 50
#define MOST_SHOWN 50

static void
print_json (const BulMemoryEntry *entry, const BulFlowMatch *match)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_number (builder, "number", entry->number);
  if (match != NULL)
    {
      cli_json_number (builder, "percent", match->percent);
      json_builder_set_member_name (builder, "numbers_differ");
      json_builder_add_boolean_value (builder, match->numbers_differ);
      json_builder_set_member_name (builder, "names_differ");
      json_builder_add_boolean_value (builder, match->names_differ);
    }
  cli_json_words (builder, "ko", entry->korean);
  cli_json_words (builder, "en", entry->english);
  cli_json_string (builder, "story", entry->story);
  if (entry->story != NULL)
    cli_json_number (builder, "revision", entry->revision);
  cli_json_string (builder, "by", entry->by);
  cli_json_string (builder, "at", entry->at);
  cli_json_string (builder, "origin", entry->origin);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_entry (const BulMemoryEntry *entry, const BulFlowMatch *match)
{
  g_autofree char *korean = cli_printable (entry->korean);
  g_autofree char *english = cli_printable (entry->english);
  g_autofree char *by = cli_printable (entry->by == NULL ? "" : entry->by);
  g_autofree char *from = cli_printable (entry->story != NULL    ? entry->story
                                         : entry->origin != NULL ? entry->origin
                                                                 : "");

  g_print ("%4" G_GINT64_FORMAT "  ", entry->number);
  if (match != NULL)
    g_print ("%u %%%s%s, ", match->percent, match->numbers_differ ? ", other numbers" : "",
             match->names_differ ? ", other names" : "");
  g_print ("%s, by %s\n      %s\n      %s\n", from, by, korean, english);
}

static void
print (const CliOptions *options, const BulMemoryEntry *entry, const BulFlowMatch *match)
{
  (options->json ? print_json : print_entry) (entry, match);
}

static guint
get_limit (const CliOptions *options)
{
  return options->limit > 0 ? (guint) options->limit : MOST_SHOWN;
}

static CliStatus
list (const CliOptions *options, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = bul_store_list_memory (store, get_limit (options), error);

  if (entries == NULL)
    return CLI_IO;
  for (guint i = 0; i < entries->len; i++)
    print (options, entries->pdata[i], NULL);
  return CLI_DONE;
}

static gboolean
has_hangul (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

static CliStatus
find (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *words = g_strjoinv (" ", options->arguments + 1);
  BulLanguage language = has_hangul (words) ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH;
  g_autoptr (GPtrArray) matches
      = bul_flow_memory_find (store, language, words, LEAST_PERCENT, get_limit (options), error);

  if (matches == NULL)
    return CLI_IO;
  for (guint i = 0; i < matches->len; i++)
    {
      const BulFlowMatch *match = matches->pdata[i];

      print (options, match->entry, match);
    }
  return CLI_DONE;
}

static CliStatus
import (const CliOptions *options, BulStore *store, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BulFlowMemoryTaken taken;

  if (!bul_flow_memory_import (store, options->arguments[1], by, &taken, error))
    return cli_status_of (*error);
  bul_flow_learn_all (store, NULL);
  if (!options->json)
    {
      g_print ("%u new, %u already there, %u passed over: one language is missing.\n", taken.n_new,
               taken.n_there, taken.n_passed);
      if (taken.n_unsure > 0)
        g_print ("%u passed over: nobody has confirmed them.\n", taken.n_unsure);
      return CLI_DONE;
    }
  json_builder_begin_object (builder);
  cli_json_string (builder, "path", options->arguments[1]);
  cli_json_number (builder, "new", taken.n_new);
  cli_json_number (builder, "there", taken.n_there);
  cli_json_number (builder, "passed_over", taken.n_passed);
  cli_json_number (builder, "unconfirmed", taken.n_unsure);
  json_builder_end_object (builder);
  cli_json_print (builder);
  return CLI_DONE;
}

static CliStatus export(const CliOptions *options, BulStore *store, GError **error)
{
  const char *path = options->output == NULL ? "-" : options->output;
  g_autoptr (GBytes) bytes = bul_flow_memory_export (store, error);

  return bytes != NULL && bul_file_write (path, bytes, error) ? CLI_DONE : CLI_IO;
}

static CliStatus
run_on_entry (const CliOptions *options,
              BulStore *store,
              gboolean (*deed) (BulStore *, gint64, GError **),
              const char *done,
              GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (options->arguments[1], 10, 1, G_MAXINT64, &number, NULL))
    return cli_usage_error (error, "“%s” is no number of an entry.", options->arguments[1]);
  if (!deed (store, (gint64) number, error))
    return cli_status_of (*error);
  bul_flow_learn_all (store, NULL);
  if (!options->json)
    g_print ("Entry %s is %s.\n", options->arguments[1], done);
  return CLI_DONE;
}

static CliStatus
forget (const CliOptions *options, BulStore *store, GError **error)
{
  return run_on_entry (options, store, bul_store_forget_memory,
                       "found no more; “memory recall” brings it back", error);
}

static CliStatus
recall (const CliOptions *options, BulStore *store, GError **error)
{
  return run_on_entry (options, store, bul_store_recall_memory, "as it was before", error);
}

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
  { "export", BUL_STORE_READ_ONLY, 0, 0, export },
  /* what changes it */
  { "import", BUL_STORE_READ_WRITE, 1, 1, import },
  { "forget", BUL_STORE_READ_WRITE, 1, 1, forget },
  { "recall", BUL_STORE_READ_WRITE, 1, 1, recall },
};

CliStatus
cli_memory (const CliOptions *options, GError **error)
{
  guint n = g_strv_length (options->arguments) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (BulStore) store = NULL;

      if (strcmp (deeds[i].name, options->arguments[0]) != 0)
        continue;
      if (n < deeds[i].least || n > deeds[i].most)
        return cli_words_error (error, "memory", deeds[i].name, deeds[i].least, deeds[i].most, n);
      store = cli_open_library (options, deeds[i].mode, error);
      return store == NULL ? CLI_IO : deeds[i].run (options, store, error);
    }
  return cli_usage_error (
      error, "“memory” does one of list, find, import, export, forget and recall, not “%s”.",
      options->arguments[0]);
}
