/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-topics.h"

#include <string.h>

#include "bul-finding-codes.h"
#include "cli-json.h"

#define WIDTH 78

/* Breaks @text between words; every row begins with @indent blanks. */
static void
print_wrapped (guint indent, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = g_utf8_strlen (words[i], -1);

      if (column > 0 && column + 1 + width > WIDTH)
        {
          g_print ("\n");
          column = 0;
        }
      if (column == 0)
        g_print ("%*s%s", (int) indent, "", words[i]);
      else
        g_print (" %s", words[i]);
      column += width + (column == 0 ? indent : 1);
    }
  g_print ("\n");
}

static void
print_finding (const BulFindingCode *row)
{
  g_autofree char *remedy = g_strdup_printf ("To do: %s", row->remedy);

  g_print ("\n%s, %s\n", row->code, bul_enum_to_word (bul_severity_words, row->severity));
  print_wrapped (2, row->message);
  print_wrapped (2, row->meaning);
  print_wrapped (2, remedy);
}

static void
print_finding_as_json (const BulFindingCode *row)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "code", row->code);
  cli_json_string (builder, "severity", bul_enum_to_word (bul_severity_words, row->severity));
  cli_json_string (builder, "message", row->message);
  cli_json_string (builder, "meaning", row->meaning);
  cli_json_string (builder, "remedy", row->remedy);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_findings (const CliOptions *options)
{
  if (!options->json)
    g_print ("What may be noticed in a script, and what to do. Nothing is refused or changed for\n"
             "it. An error: words are lost, or are not what was said. A warning: what was\n"
             "understood may be wrong. A note: good to know.\n");
  for (guint i = 0; i < bul_n_finding_codes; i++)
    if (options->json)
      print_finding_as_json (&bul_finding_codes[i]);
    else
      print_finding (&bul_finding_codes[i]);
}

const CliTopic cli_topics[] = {
  { "findings", "What may be noticed in a script, and what to do", print_findings },
};

const guint cli_n_topics = G_N_ELEMENTS (cli_topics);

const CliTopic *
cli_topics_find (const char *name)
{
  for (guint i = 0; i < cli_n_topics; i++)
    if (strcmp (cli_topics[i].name, name) == 0)
      return &cli_topics[i];
  return NULL;
}
