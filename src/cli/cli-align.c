/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bul-error.h"
#include "bul-flow-align.h"
#include "bul-flow-pair.h"
#include "cli-command.h"

/* A pair below this is worth a look. */
#define DOUBTFUL 0.6

/* --- JSON */

/* Made by hand, so that a share reads 0.97 and not 0.96999999999999997. */
static void
append_sentences (GString *json, const GStrv sentences)
{
  g_string_append_c (json, '[');
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), sentences[i]);
      g_autofree char *quoted = json_to_string (node, FALSE);

      g_string_append_printf (json, "%s%s", i > 0 ? "," : "", quoted);
    }
  g_string_append_c (json, ']');
}

/* The numbers of sentences, from @base. */
static char *
dup_numbers (const GArray *members, guint base, const char *separator)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? separator : "",
                            base + g_array_index (members, guint, i));
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static char *
dup_share (double confidence)
{
  char share[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (share, sizeof share, "%.4f", confidence));
}

static void
append_link (GString *json, const BulAlignedLink *link)
{
  g_autofree char *korean = dup_numbers (link->korean, 0, ",");
  g_autofree char *english = dup_numbers (link->english, 0, ",");
  g_autofree char *share = dup_share (link->confidence);

  g_string_append_printf (json, "{\"ko\":[%s],\"en\":[%s],\"confidence\":%s}", korean, english,
                          share);
}

static void
print_json (const BulFlowAlignment *alignment)
{
  g_autoptr (GString) json = g_string_new ("{\"ko\":");

  append_sentences (json, alignment->korean);
  g_string_append (json, ",\"en\":");
  append_sentences (json, alignment->english);
  g_string_append (json, ",\"links\":[");
  for (guint i = 0; i < alignment->links->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_link (json, alignment->links->pdata[i]);
    }
  g_string_append (json, "]}\n");
  g_print ("%s", json->str);
}

/* --- a table */

/* A field of a table ends at a tab, a row at a line end: neither may be within. */
static char *
dup_field (const GStrv sentences, const GArray *members)
{
  g_autoptr (GString) field = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (field, "%s%s", i > 0 ? " " : "",
                            sentences[g_array_index (members, guint, i)]);
  return g_strdelimit (g_string_free (g_steal_pointer (&field), FALSE), "\t\r\n", ' ');
}

static void
print_row (const BulFlowAlignment *alignment, const BulAlignedLink *link)
{
  g_autofree char *korean = dup_field (alignment->korean, link->korean);
  g_autofree char *english = dup_field (alignment->english, link->english);
  g_autofree char *k_numbers = dup_numbers (link->korean, 0, ",");
  g_autofree char *e_numbers = dup_numbers (link->english, 0, ",");
  g_autofree char *share = dup_share (link->confidence);

  g_print ("%s\t%s\t%s\t%s\t%s\n", k_numbers, e_numbers, share, korean, english);
}

static void
print_table (const BulFlowAlignment *alignment)
{
  g_print ("ko\ten\tconfidence\tkorean\tenglish\n");
  for (guint i = 0; i < alignment->links->len; i++)
    print_row (alignment, alignment->links->pdata[i]);
}

/* --- for people */

static void
print_sentences (const GStrv sentences, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      g_autofree char *sentence = g_strdup (sentences[g_array_index (members, guint, i)]);
      g_autofree char *shown = cli_printable (g_strdelimit (sentence, "\t", ' '));

      g_print ("    %s\n", shown);
    }
}

static void
print_link (const BulFlowAlignment *alignment, const BulAlignedLink *link)
{
  g_autofree char *korean = dup_numbers (link->korean, 1, "+");
  g_autofree char *english = dup_numbers (link->english, 1, "+");

  if (link->english->len == 0)
    g_print ("%s left out", korean);
  else if (link->korean->len == 0)
    g_print ("%s added", english);
  else
    g_print ("%s = %s", korean, english);
  g_print ("  %.0f %%\n", link->confidence * 100);
  print_sentences (alignment->korean, link->korean);
  print_sentences (alignment->english, link->english);
}

static void
print_pairs (const BulFlowAlignment *alignment)
{
  guint n_left_out = 0;
  guint n_added = 0;
  guint n_doubtful = 0;

  for (guint i = 0; i < alignment->links->len; i++)
    {
      const BulAlignedLink *link = alignment->links->pdata[i];

      print_link (alignment, link);
      n_left_out += link->english->len == 0;
      n_added += link->korean->len == 0;
      n_doubtful += link->confidence < DOUBTFUL;
    }
  g_print ("Pairs: %u, left out: %u, added: %u, doubtful: %u.\n",
           alignment->links->len - n_left_out - n_added, n_left_out, n_added, n_doubtful);
}

/* --- for translators */

static gboolean
print_file (const BulFlowAlignment *alignment, const char *format, GError **error)
{
  g_autoptr (GBytes) bytes = bul_flow_align_export (alignment, format, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  g_print ("%.*s", (int) length, text);
  return TRUE;
}

/* --- the command */

/* Each form in which pairs are told; the first is for people. */
typedef enum
{
  FORM_PEOPLE,
  FORM_JSON,
  FORM_TABLE,
  FORM_FILE,
} Form;

/* FALSE where more than one was asked for. @format: (out): of a file. */
static gboolean
choose_form (const CliOptions *options, Form *form, const char **format, GError **error)
{
  const struct
  {
    gboolean asked;
    Form form;
    const char *format;
  } forms[] = {
    { options->json, FORM_JSON, NULL },         { options->tsv, FORM_TABLE, NULL },
    { options->tmx, FORM_FILE, "tmx" },         { options->xliff, FORM_FILE, "xliff2" },
    { options->xliff12, FORM_FILE, "xliff12" },
  };

  *form = FORM_PEOPLE;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (!forms[i].asked)
        continue;
      if (*form != FORM_PEOPLE)
        {
          cli_usage_error (error,
                           "Say one of --json, --tsv, --tmx, --xliff and --xliff12, not two.");
          return FALSE;
        }
      *form = forms[i].form;
      *format = forms[i].format;
    }
  return TRUE;
}

static gboolean
check_files (const CliOptions *options, GError **error)
{
  const char *const *files = (const char *const *) options->arguments;

  if (g_strv_length (options->arguments) != 2)
    cli_usage_error (error, "“align” takes two files, the Korean and the English one.");
  else if (strcmp (files[0], "-") == 0 && strcmp (files[1], "-") == 0)
    cli_usage_error (error, "Only one of the two texts can be standard input.");
  else
    return TRUE;
  return FALSE;
}

/* What a library knows is asked where one is named: without, the same texts always give the same.
 */
static GPtrArray *
read_lexicons (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = NULL;

  if (options->library != NULL)
    {
      store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
      if (store == NULL)
        return NULL;
    }
  return bul_flow_pair_read_lexicons (store, options->dictionary, error);
}

/* Texts in the wrong order were given so by who called. */
static CliStatus
tell_failure (GError **error)
{
  g_autoptr (GError) refused = NULL;

  if (!g_error_matches (*error, BUL_ERROR, BUL_ERROR_REFUSED))
    return CLI_IO;
  refused = g_steal_pointer (error);
  return cli_usage_error (error, "%s", refused->message);
}

CliStatus
cli_align (const CliOptions *options, GError **error)
{
  g_autoptr (BulFlowAlignment) alignment = NULL;
  g_autoptr (GPtrArray) lexicons = NULL;
  BulFlowCut cut = options->lines ? BUL_FLOW_CUT_LINES : BUL_FLOW_CUT_SENTENCES;
  const char *format = NULL;
  Form form;

  if (!check_files (options, error) || !choose_form (options, &form, &format, error))
    return CLI_USAGE;
  lexicons = read_lexicons (options, error);
  if (lexicons == NULL)
    return CLI_IO;
  alignment = bul_flow_align_files (options->arguments[0], options->arguments[1], cut,
                                    options->encoding, lexicons, error);
  if (alignment == NULL)
    return tell_failure (error);
  if (form == FORM_JSON)
    print_json (alignment);
  else if (form == FORM_TABLE)
    print_table (alignment);
  else if (form == FORM_FILE)
    return print_file (alignment, format, error) ? CLI_DONE : cli_status_of (*error);
  else
    print_pairs (alignment);
  return CLI_DONE;
}
