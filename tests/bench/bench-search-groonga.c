/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <groonga.h>
#include <string.h>

#include "bench-search.h"

/* The texts in a table without keys, and its index of pairs of characters. */
static const char *const commands[] = {
  "table_create Story TABLE_NO_KEY",
  "column_create Story text COLUMN_SCALAR Text",
  "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram"
  " --normalizer NormalizerAuto",
};
static const char index_command[]
    = "column_create Terms story_text COLUMN_INDEX|WITH_POSITION Story text";

static char *
send (grn_ctx *context, const char *command)
{
  char *answer = NULL;
  unsigned int length = 0;
  int flags = 0;

  grn_ctx_send (context, command, (unsigned int) strlen (command), 0);
  grn_ctx_recv (context, &answer, &length, &flags);
  if (context->rc != GRN_SUCCESS)
    g_error ("%s: %s", command, context->errbuf);
  return g_strndup (answer, length);
}

static void
load (grn_ctx *context, const GPtrArray *texts)
{
  grn_obj *table = grn_ctx_get (context, "Story", -1);
  grn_obj *column = grn_ctx_get (context, "Story.text", -1);
  grn_obj value;

  GRN_TEXT_INIT (&value, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      grn_id id = grn_table_add (context, table, NULL, 0, NULL);

      GRN_TEXT_SETS (context, &value, texts->pdata[i]);
      grn_obj_set_value (context, column, id, &value, GRN_OBJ_SET);
    }
  GRN_OBJ_FIN (context, &value);
}

static grn_ctx *
create (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  grn_ctx *context = NULL;

  grn_init ();
  context = grn_ctx_open (0);
  if (grn_db_create (context, path, NULL) == NULL)
    g_error ("%s: %s", path, context->errbuf);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_free (send (context, commands[i]));
  return context;
}

/* Of all of them at once. */
static gpointer
build_at_once (const char *folder, const GPtrArray *texts)
{
  grn_ctx *context = create (folder, "at-once.db");

  load (context, texts);
  g_free (send (context, index_command));
  return context;
}

/* While they come in, as a library has it. */
static gpointer
build_one_by_one (const char *folder, const GPtrArray *texts)
{
  grn_ctx *context = create (folder, "one-by-one.db");

  g_free (send (context, index_command));
  load (context, texts);
  return context;
}

/* [[0,…],[[[N],… */
static guint
find (gpointer self, const char *term)
{
  g_autofree char *command
      = g_strdup_printf ("select Story --match_columns text --query '\"%s\"' --output_columns _id"
                         " --sort_keys -_id --limit 50",
                         term);
  g_autofree char *answer = send (self, command);
  const char *n = strstr (answer, "[[[");

  return (guint) g_ascii_strtoull (n == NULL ? answer + strspn (answer, "[") : n + 3, NULL, 10);
}

static void
close_database (gpointer self)
{
  grn_obj_close (self, grn_ctx_db (self));
  grn_ctx_close (self);
  grn_fin ();
}

const BenchSearchPeer bench_search_groonga_at_once
    = { "Groonga, built at once", 3, FALSE, TRUE, build_at_once, find, close_database, NULL };
const BenchSearchPeer bench_search_groonga_one_by_one
    = { "Groonga, one by one", 3, FALSE, TRUE, build_one_by_one, find, close_database, NULL };
