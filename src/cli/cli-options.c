/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-options.h"

#include <string.h>

#include "cli-commands.h"
#include "cli-topics.h"

typedef enum
{
  OPTION_WORDS,
  OPTION_NUMBER,
  OPTION_FLAG,
} OptionType;

typedef struct
{
  const char *name;
  char letter;
  OptionType type;
  gsize offset;
  const char *value; /* as shown in the usage */
  const char *summary;
} Option;

#define OPTION(member) G_STRUCT_OFFSET (CliOptions, member)

static const Option options_table[] = {
  { "library", 0, OPTION_WORDS, OPTION (library), "FILE", "The library (default: your own)" },
  { "json", 0, OPTION_FLAG, OPTION (json), NULL, "One JSON object a line" },
  { "tsv", 0, OPTION_FLAG, OPTION (tsv), NULL, "A table, its columns apart by tabs" },
  { "tmx", 0, OPTION_FLAG, OPTION (tmx), NULL, "TMX 1.4, for translators" },
  { "xliff", 0, OPTION_FLAG, OPTION (xliff), NULL, "XLIFF 2.1, for translators" },
  { "xliff12", 0, OPTION_FLAG, OPTION (xliff12), NULL, "XLIFF 1.2, for older programs" },
  /* reading */
  { "encoding", 0, OPTION_WORDS, OPTION (encoding), "NAME", "Read bytes as this, such as CP949" },
  { "lines", 0, OPTION_FLAG, OPTION (lines), NULL, "Pair lines instead of sentences" },
  { "repair", 0, OPTION_FLAG, OPTION (repair), NULL,
    "Read lines that were decoded wrongly as what they must have been" },
  { "changed", 0, OPTION_FLAG, OPTION (changed), NULL,
    "Take XML that was changed elsewhere as it reads now, without its history" },
  /* correcting */
  { "was", 0, OPTION_WORDS, OPTION (was), "TEXT", "The words that are wrong" },
  { "now", 0, OPTION_WORDS, OPTION (now), "TEXT", "The words that are right" },
  { "class", 0, OPTION_WORDS, OPTION (error_class), "CLASS",
    "figure, name, title, date, place, quote, fact, translation, wording or other" },
  { "weight", 0, OPTION_WORDS, OPTION (weight), "WEIGHT", "meaning (default) or slip" },
  { "found-by", 0, OPTION_WORDS, OPTION (found_by), "WHO",
    "newsroom (default), viewer, party or court" },
  { "reason", 0, OPTION_WORDS, OPTION (reason), "TEXT", "Why it was wrong" },
  { "by", 0, OPTION_WORDS, OPTION (by), "NAME", "Who does it (default: $BULLETIN_AUTHOR, or you)" },
  { "block", 0, OPTION_NUMBER, OPTION (block), "N", "Only in this block, as “show” counts them" },
  /* naming */
  { "rename", 0, OPTION_NUMBER, OPTION (rename), "N", "Give this speaker another name or title" },
  { "name", 0, OPTION_WORDS, OPTION (name), "TEXT", "The name" },
  { "title", 0, OPTION_WORDS, OPTION (title), "TEXT", "The title; empty for none" },
  { "merge", 0, OPTION_NUMBER, OPTION (merge), "N", "Make all that this speaker says another's" },
  { "into", 0, OPTION_NUMBER, OPTION (into), "N", "Whose it is to be" },
  { "anonymous", 0, OPTION_NUMBER, OPTION (anonymous), "N",
    "Name this speaker nowhere; --name says what stands there instead" },
  { "give", 0, OPTION_NUMBER, OPTION (give), "N", "Make this the speaker of --block" },
  { "text", 0, OPTION_WORDS, OPTION (text), "heads|all|none",
    "Where the text follows: who is heard (default), sentences too, nowhere" },
  { "apart", 0, OPTION_FLAG, OPTION (apart), NULL,
    "Another speaker of that name is another person" },
  /* the register */
  { "state", 0, OPTION_WORDS, OPTION (state), "STATE", "draft, approved, published or withdrawn" },
  { "programme", 0, OPTION_WORDS, OPTION (programme), "NAME", "Only of this programme" },
  { "since", 0, OPTION_WORDS, OPTION (since), "DATE", "Aired on this day or later: 2026-03-18" },
  { "until", 0, OPTION_WORDS, OPTION (until), "DATE", "Aired on this day or earlier" },
  { "late", 0, OPTION_FLAG, OPTION (late), NULL, "Only what was due before today" },
  { "csv", 0, OPTION_WORDS, OPTION (csv), "FILE",
    "Write a table for spreadsheets; - is the output" },
  { "xlsx", 0, OPTION_WORDS, OPTION (xlsx), "FILE", "The same as a workbook" },
  /* statistics */
  { "svg", 0, OPTION_WORDS, OPTION (svg), "FILE", "Draw the first chart; - is the output" },
  { "png", 0, OPTION_WORDS, OPTION (png), "FILE", "The same as a picture of pixels" },
  { "chart", 0, OPTION_WORDS, OPTION (chart), "NAME",
    "stories, programmes, speakers, tags or corrections" },
  /* people */
  { "korean", 0, OPTION_WORDS, OPTION (korean), "NAME", "The Korean name; empty for none" },
  { "english", 0, OPTION_WORDS, OPTION (english), "NAME", "The English name; empty for none" },
  { "also", 0, OPTION_WORDS, OPTION (also), "NAME", "Another name or spelling that stories have" },
  { "family", 0, OPTION_WORDS, OPTION (family), "NAME", "The family name" },
  { "note", 0, OPTION_WORDS, OPTION (note), "TEXT", "What tells it from others" },
  /* pairing */
  { "confirm", 0, OPTION_WORDS, OPTION (confirm), "LIST",
    "Say of pairs that they are right: numbers such as 1,3-5, “all”, or “stale”" },
  { "least", 0, OPTION_WORDS, OPTION (least), "SHARE",
    "Only pairs at least as sure as this, such as 0.9" },
  { "unlink", 0, OPTION_NUMBER, OPTION (unlink), "N", "Take this pair apart" },
  { "join", 0, OPTION_NUMBER, OPTION (join), "N", "Make one of this pair and the next" },
  { "split", 0, OPTION_WORDS, OPTION (split), "N:K:E",
    "Part pair N behind its first K Korean and E English sentences" },
  { "left-out", 0, OPTION_NUMBER, OPTION (left_out), "N",
    "The Korean of this pair is not in the English" },
  { "added", 0, OPTION_NUMBER, OPTION (added), "N",
    "The English of this pair is not in the Korean" },
  { "dictionary", 0, OPTION_WORDS, OPTION (dictionary), "FILE",
    "Ask this dictionary too: Korean, tab, English; or TBX" },
  /* replacing */
  { "find", 0, OPTION_WORDS, OPTION (find), "TEXT", "The words to look for" },
  { "with", 0, OPTION_WORDS, OPTION (with), "TEXT",
    "What is to come for them; after --regex \\1 is the first group" },
  { "word", 0, OPTION_FLAG, OPTION (word), NULL, "Whole words and whole numbers only" },
  { "regex", 0, OPTION_FLAG, OPTION (regex), NULL, "What to find is a regular expression" },
  { "case", 0, OPTION_FLAG, OPTION (same_case), NULL, "Tell capital letters from small ones" },
  { "particles", 0, OPTION_FLAG, OPTION (particles), NULL,
    "Give Korean particles the form that fits; with --word, whatever particle follows" },
  { "dry-run", 0, OPTION_FLAG, OPTION (dry_run), NULL, "Only show what would be changed" },
  /* tagging */
  { "match", 0, OPTION_WORDS, OPTION (match), "CODE",
    "The same in another vocabulary, such as medtop:11000000" },
  { "parent", 0, OPTION_WORDS, OPTION (parent), "CODE", "What it is below" },
  /* finding */
  { "limit", 0, OPTION_NUMBER, OPTION (limit), "N", "At most so many (default: 50)" },
  { "best", 0, OPTION_FLAG, OPTION (best), NULL,
    "Those first that are most about it, of the newest 20,000" },
  { "count", 0, OPTION_FLAG, OPTION (count), NULL,
    "Only how many there are; as JSON also by programme and the like" },
  { "saved", 0, OPTION_WORDS, OPTION (saved), "NAME",
    "The query that was saved under this name, with what else is typed" },
  { "save", 0, OPTION_WORDS, OPTION (save), "NAME", "Save the query under this name" },
  { "forget", 0, OPTION_WORDS, OPTION (forget), "NAME", "Forget the query of this name" },
  { "list-saved", 0, OPTION_FLAG, OPTION (list_saved), NULL,
    "List saved queries, and how many stories that they find are new" },
  /* airing */
  { "at", 0, OPTION_WORDS, OPTION (at), "TIME",
    "When it was aired, with the offset: 2026-03-18T21:04:00+09:00" },
  { "as-aired", 0, OPTION_FLAG, OPTION (as_aired), NULL, "The story as it was aired" },
  /* reading aloud */
  { "times", 0, OPTION_FLAG, OPTION (times), NULL, "How long it takes on air, part by part" },
  { "rate-ko", 0, OPTION_NUMBER, OPTION (rate_ko), "N", "Syllables a minute (default: 360)" },
  { "rate-en", 0, OPTION_NUMBER, OPTION (rate_en), "N", "Words a minute (default: 160)" },
  /* settling */
  { "take", 0, OPTION_WORDS, OPTION (take), "ID", "Make these edits the next revision" },
  { "drop", 0, OPTION_WORDS, OPTION (drop), "ID", "Give these edits up" },
  /* telling */
  { "lang", 0, OPTION_WORDS, OPTION (language), "ko|en", "Language of the notice" },
  { "use", 0, OPTION_WORDS, OPTION (use), "page|on-air", "Where the notice goes (default: page)" },
  { "query", 0, OPTION_WORDS, OPTION (query), "QUERY",
    "All stories that it finds; “export” puts them into a folder with a manifest" },
  { "format", 0, OPTION_WORDS, OPTION (format), "FORMAT",
    "xml (default), text; of pairs tmx, xliff12, xliff2, csv or html; of --query csv or xlsx; of a"
    " vocabulary skos (default), turtle, json or csv" },
  { "large", 0, OPTION_FLAG, OPTION (large), NULL, "Large type" },
  { "paper", 0, OPTION_WORDS, OPTION (paper), "a4|letter", "Size of the sheets (default: a4)" },
  { "output", 'o', OPTION_WORDS, OPTION (output), "FILE|DIR", "Where to write (default: here)" },
};

static gboolean
takes_option (const CliCommand *command, const Option *option)
{
  g_auto (GStrv) names = g_strsplit (command->options, " ", -1);

  return g_strv_contains ((const char *const *) names, option->name);
}

/* @argument starts with a hyphen. @value: (out): what stands after “=”, or %NULL. */
static const Option *
find_option (const char *argument, const char **value)
{
  const char *name = argument + (argument[1] == '-' ? 2 : 1);
  gsize length = strcspn (name, "=");

  *value = name[length] == '=' ? name + length + 1 : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (options_table); i++)
    {
      const Option *option = &options_table[i];

      if (argument[1] == '-' && strncmp (option->name, name, length) == 0
          && option->name[length] == '\0')
        return option;
      if (argument[1] != '-' && option->letter != 0 && name[0] == option->letter && length == 1)
        return option;
    }
  return NULL;
}

static gboolean
set_number (int *place, const char *name, const char *value, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL))
    {
      cli_usage_error (error, "--%s takes a number from 1, not “%s”.", name, value);
      return FALSE;
    }
  *place = (int) number;
  return TRUE;
}

/* Reads one option at argv[*i]; moves on over its value. */
static gboolean
read_option (CliOptions *options, char **argv, guint *i, GPtrArray *seen, GError **error)
{
  const char *value;
  const Option *option = find_option (argv[*i], &value);
  gpointer place;

  if (option == NULL)
    {
      cli_usage_error (error, "There is no option “%s”.", argv[*i]);
      return FALSE;
    }
  place = (guint8 *) options + option->offset;
  g_ptr_array_add (seen, (gpointer) option);
  if (option->type == OPTION_FLAG)
    {
      *(gboolean *) place = TRUE;
      return TRUE;
    }
  if (value == NULL)
    value = argv[*i + 1] == NULL ? NULL : argv[++*i];
  if (value == NULL)
    {
      cli_usage_error (error, "--%s needs a value.", option->name);
      return FALSE;
    }
  if (!g_utf8_validate (value, -1, NULL) && option->offset != OPTION (library)
      && option->offset != OPTION (output))
    {
      cli_usage_error (error, "The value of --%s is not UTF-8.", option->name);
      return FALSE;
    }
  if (option->type == OPTION_NUMBER)
    return set_number (place, option->name, value, error);
  g_free (*(char **) place);
  *(char **) place = g_strdup (value);
  return TRUE;
}

static gboolean
check_options (const CliCommand *command, const GPtrArray *seen, GError **error)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const Option *option = seen->pdata[i];

      if (option->offset != OPTION (library) && !takes_option (command, option))
        {
          cli_usage_error (error, "“%s” takes no --%s.", command->name, option->name);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
cli_options_read (char **argv,
                  CliOptions *options,
                  const CliCommand **command,
                  gboolean *help,
                  gboolean *version,
                  GError **error)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  gboolean only_files = FALSE;

  for (guint i = 0; argv[i] != NULL; i++)
    {
      const char *argument = argv[i];

      if (only_files || argument[0] != '-' || argument[1] == '\0')
        {
          if (*command != NULL || only_files)
            g_strv_builder_add (rest, argument);
          else if ((*command = cli_commands_find (argument)) == NULL)
            {
              cli_usage_error (error, "There is no command “%s”.", argument);
              return FALSE;
            }
        }
      else if (strcmp (argument, "--") == 0)
        only_files = TRUE;
      else if (strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0)
        *help = TRUE;
      else if (strcmp (argument, "--version") == 0)
        *version = TRUE;
      else if (!read_option (options, argv, &i, seen, error))
        return FALSE;
    }
  options->arguments = g_strv_builder_end (rest);
  return *command == NULL || check_options (*command, seen, error);
}

void
cli_options_clear (CliOptions *options)
{
  g_clear_pointer (&options->arguments, g_strfreev);
  for (guint i = 0; i < G_N_ELEMENTS (options_table); i++)
    if (options_table[i].type == OPTION_WORDS)
      g_clear_pointer ((char **) ((guint8 *) options + options_table[i].offset), g_free);
}

static void
print_option (const Option *option)
{
  g_autofree char *name = g_strdup_printf ("%s--%s%s%s", option->letter != 0 ? "-o, " : "",
                                           option->name, option->value != NULL ? " " : "",
                                           option->value != NULL ? option->value : "");

  g_print ("  %-24s %s\n", name, option->summary);
}

static void
print_program_help (void)
{
  g_print ("Usage: bulletin [--library FILE] COMMAND …\n\n"
           "Reads, corrects, keeps and exports scripts of broadcast bulletins.\n\nCommands:\n");
  for (guint i = 0; i < cli_n_commands; i++)
    g_print ("  %-9s %-12s %s\n", cli_commands[i].name, cli_commands[i].arguments,
             cli_commands[i].summary);
  g_print ("\nTopics of “bulletin help TOPIC”:\n");
  for (guint i = 0; i < cli_n_topics; i++)
    g_print ("  %-9s          %s\n", cli_topics[i].name, cli_topics[i].summary);
  g_print (
      "\n“bulletin COMMAND --help” tells a command's options. “-” is standard input.\n\n"
      "Ends with 0 done (also when reading had findings), 1 findings of validate, fsck, salvage,\n"
      "2 usage, 3 input or output, 4 damaged library, 5 refused and nothing changed,\n"
      "130 an import ended by Ctrl+C.\n");
}

void
cli_options_print_help (const CliCommand *command)
{
  if (command == NULL)
    {
      print_program_help ();
      return;
    }
  g_print ("Usage: bulletin %s [OPTION…] %s\n\n%s.\n\nOptions:\n", command->name,
           command->arguments, command->summary);
  for (guint i = 0; i < G_N_ELEMENTS (options_table); i++)
    if (takes_option (command, &options_table[i]))
      print_option (&options_table[i]);
}
