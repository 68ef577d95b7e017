/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-people.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-flow-duplicates.h"

/* So many are listed where nothing else is said. */
#define USUAL_LIMIT 50

static guint
get_limit (const CliOptions *options)
{
  return options->limit > 0 ? (guint) options->limit : USUAL_LIMIT;
}

static void
add_names (JsonBuilder *builder, const BulFlowPerson *person)
{
  const char *others = person->record == NULL ? NULL : person->record->others;
  g_auto (GStrv) names = g_strsplit (others == NULL ? "" : others, "\n", -1);

  json_builder_set_member_name (builder, "others");
  json_builder_begin_array (builder);
  for (guint i = 0; names[i] != NULL; i++)
    json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

/* How many stories, where the library can tell. */
static guint
count_stories (BulStore *store, const BulFlowPerson *person)
{
  int n = bul_flow_people_count_stories (store, person, NULL);

  return n < 0 ? person->n_stories : (guint) n;
}

static void
add_person (JsonBuilder *builder, BulStore *store, const BulFlowPerson *person)
{
  const BulPerson *record = person->record;

  cli_json_string (builder, "uid", record == NULL ? NULL : record->uid);
  cli_json_string (builder, "name", person->name);
  cli_json_string (builder, "other", *person->other == '\0' ? NULL : person->other);
  if (record != NULL)
    {
      cli_json_string (builder, "korean", record->korean);
      cli_json_string (builder, "english", record->english);
      cli_json_string (builder, "family", record->family);
      cli_json_string (builder, "note", record->note);
      add_names (builder, person);
    }
  cli_json_number (builder, "bites", person->n_bites);
  cli_json_number (builder, "stories", count_stories (store, person));
  cli_json_string (builder, "first", *person->first == '\0' ? NULL : person->first);
  cli_json_string (builder, "last", *person->last == '\0' ? NULL : person->last);
}

static void
print_json (BulStore *store, const BulFlowPerson *person)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_person (builder, store, person);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

/* “강태윤 · Kang Tae-yoon”, as a terminal shows it. */
static char *
dup_shown (const BulFlowPerson *person)
{
  g_autofree char *both
      = g_strconcat (person->name, *person->other == '\0' ? "" : " · ", person->other, NULL);

  return cli_printable (both);
}

static void
print_text (BulStore *store, const BulFlowPerson *person)
{
  g_autofree char *shown = dup_shown (person);
  g_autofree char *first = cli_printable (*person->first == '\0' ? "–" : person->first);
  g_autofree char *last = cli_printable (*person->last == '\0' ? "–" : person->last);

  g_print ("%-8.8s  %6u  %7u  %-10s  %-10s  %s\n",
           person->record == NULL ? "–       " : person->record->uid, person->n_bites,
           count_stories (store, person), first, last, shown);
}

static CliStatus
list (const CliPeople *self, const char *query)
{
  g_autoptr (GPtrArray) found = bul_flow_people_list (self->people, query);
  guint n = MIN (found->len, get_limit (self->options));

  if (!self->options->json && n > 0)
    g_print ("%-8s  %6s  %7s  %-10s  %-10s  %s\n", "record", "bites", "stories", "first", "last",
             "name");
  for (guint i = 0; i < n; i++)
    if (self->options->json)
      print_json (self->store, found->pdata[i]);
    else
      print_text (self->store, found->pdata[i]);
  if (!self->options->json)
    g_print ("%u of %u people.\n", n, found->len);
  return CLI_DONE;
}

static void
print_bite (const BulFlowBite *bite)
{
  g_autofree char *headline = cli_printable (bite->headline == NULL ? "" : bite->headline);
  g_autofree char *title = cli_printable (bite->title == NULL ? "–" : bite->title);
  g_autofree char *words = cli_printable (bite->words);
  g_autofree char *day = cli_printable (*bite->day == '\0' ? "–" : bite->day);

  g_print ("%.8s  %-10s  %s\n  as %s: “%s”\n", bite->uid, day, headline, title, words);
}

static void
add_bite (JsonBuilder *builder, const BulFlowBite *bite)
{
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", bite->uid);
  cli_json_string (builder, "headline", bite->headline);
  cli_json_string (builder, "programme", bite->programme);
  cli_json_string (builder, "date", *bite->day == '\0' ? NULL : bite->day);
  cli_json_number (builder, "speaker", bite->speaker);
  cli_json_string (builder, "language", bite->language);
  cli_json_string (builder, "block", bite->block);
  cli_json_string (builder, "title", bite->title);
  cli_json_words (builder, "words", bite->words);
  json_builder_end_object (builder);
}

static void
add_title (JsonBuilder *builder, const BulFlowTitle *title)
{
  json_builder_begin_object (builder);
  cli_json_string (builder, "title", title->title);
  cli_json_string (builder, "language", title->language);
  cli_json_string (builder, "first", *title->first == '\0' ? NULL : title->first);
  cli_json_string (builder, "last", *title->last == '\0' ? NULL : title->last);
  cli_json_number (builder, "bites", title->n_bites);
  json_builder_end_object (builder);
}

static void
show_json (const CliPeople *self,
           const BulFlowPerson *person,
           const GPtrArray *bites,
           const GArray *titles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_person (builder, self->store, person);
  json_builder_set_member_name (builder, "titles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < titles->len; i++)
    add_title (builder, &g_array_index (titles, BulFlowTitle, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "soundbites");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bites->len; i++)
    add_bite (builder, bites->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_title (const BulFlowTitle *title)
{
  g_autofree char *shown = cli_printable (title->title);

  g_print ("  %-10s – %-10s  %s\n", title->first, title->last, shown);
}

static void
print_named (const char *what, const char *value)
{
  g_autofree char *shown = cli_printable (value == NULL ? "" : value);

  if (value != NULL)
    g_print ("%s: %s\n", what, shown);
}

static void
print_record (const BulPerson *record)
{
  g_autofree char *others = g_strdup (record->others);

  g_print ("Record: %s\n", record->uid);
  print_named ("Family name", record->family);
  print_named ("Also seen", others == NULL ? NULL : g_strdelimit (others, "\n", ';'));
  print_named ("Note", record->note);
}

static CliStatus
show (const CliPeople *self, GError **error)
{
  const BulFlowPerson *person = bul_flow_people_find (self->people, self->arguments[0], error);
  g_autoptr (GPtrArray) bites
      = person == NULL ? NULL : bul_flow_people_list_bites (self->store, person, error);
  g_autoptr (GArray) titles = NULL;
  g_autofree char *shown = NULL;
  guint n_stories;

  if (person == NULL)
    return CLI_REFUSED;
  if (bites == NULL)
    return CLI_IO;
  titles = bul_flow_people_list_titles (bites);
  if (self->options->json)
    {
      show_json (self, person, bites, titles);
      return CLI_DONE;
    }
  shown = dup_shown (person);
  n_stories = count_stories (self->store, person);
  g_print ("%s: %u soundbite%s in %u stor%s\n", shown, bites->len, bites->len == 1 ? "" : "s",
           n_stories, n_stories == 1 ? "y" : "ies");
  if (person->record != NULL)
    print_record (person->record);
  for (guint i = 0; i < titles->len; i++)
    print_title (&g_array_index (titles, BulFlowTitle, i));
  for (guint i = 0; i < bites->len; i++)
    print_bite (bites->pdata[i]);
  return CLI_DONE;
}

static void
add_one (JsonBuilder *builder, const char *member, BulStore *store, const BulFlowPerson *person)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  add_person (builder, store, person);
  json_builder_end_object (builder);
}

static void
print_duplicate (const CliOptions *options, BulStore *store, const BulFlowDuplicate *pair)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) reasons = g_string_new (NULL);
  g_autofree char *one = dup_shown (pair->one);
  g_autofree char *other = dup_shown (pair->other);

  json_builder_begin_object (builder);
  add_one (builder, "one", store, pair->one);
  add_one (builder, "other", store, pair->other);
  cli_json_number (builder, "score", (int) (pair->score * 100 + 0.5));
  json_builder_set_member_name (builder, "alike");
  json_builder_begin_array (builder);
  for (guint i = 1; bul_alike_words[i] != BUL_ENUM_END; i++)
    if ((pair->reasons & (1u << i)) != 0)
      {
        json_builder_add_string_value (builder, bul_alike_words[i]);
        g_string_append_printf (reasons, " %s", bul_alike_words[i]);
      }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (options->json)
    cli_json_print (builder);
  else
    g_print ("%3.0f %%  %s = %s ?  (%s)\n", pair->score * 100, one, other, reasons->str + 1);
}

static CliStatus
duplicates (const CliPeople *self, GError **error)
{
  g_autoptr (GPtrArray) found = bul_flow_duplicates_find (self->store, self->people, NULL, error);

  if (found == NULL)
    return CLI_IO;
  for (guint i = 0; i < MIN (found->len, get_limit (self->options)); i++)
    print_duplicate (self->options, self->store, found->pdata[i]);
  if (!self->options->json && found->len == 0)
    g_print ("Nobody seems to be there twice.\n");
  return CLI_DONE;
}

/* What can be asked beside a list. A person who is called as a verb is found by “show”. */
static const struct
{
  const char *verb;
  const char *arguments;
  guint least;
  guint most;
  BulStoreMode mode;
  CliStatus (*run) (const CliPeople *self, GError **error);
} verbs[] = {
  { "show", "PERSON", 1, 1, BUL_STORE_READ_ONLY, show },
  { "duplicates", "", 0, 0, BUL_STORE_READ_ONLY, duplicates },
  { "receipts", "", 0, 0, BUL_STORE_READ_ONLY, cli_people_receipts },
  { "new", "[NAME]", 0, 1, BUL_STORE_READ_WRITE, cli_people_new },
  { "rename", "PERSON", 1, 1, BUL_STORE_READ_WRITE, cli_people_rename },
  { "merge", "PERSON INTO", 2, 2, BUL_STORE_READ_WRITE, cli_people_merge },
  { "apart", "PERSON PERSON", 2, 2, BUL_STORE_READ_WRITE, cli_people_apart },
  { "link", "UID SPEAKER [PERSON]", 2, 3, BUL_STORE_READ_WRITE, cli_people_link },
  { "undo", "RECEIPT", 1, 1, BUL_STORE_READ_WRITE, cli_people_undo },
  { "redo", "RECEIPT", 1, 1, BUL_STORE_READ_WRITE, cli_people_redo },
};

/* The row of the verb, or how many there are. */
static guint
find_verb (const char *word)
{
  guint i = 0;

  while (word != NULL && i < G_N_ELEMENTS (verbs) && strcmp (verbs[i].verb, word) != 0)
    i++;
  return word == NULL ? G_N_ELEMENTS (verbs) : i;
}

CliStatus
cli_people (const CliOptions *options, GError **error)
{
  const char *const *words = (const char *const *) options->arguments;
  guint i = find_verb (words[0]);
  guint n = g_strv_length (options->arguments);
  gboolean is_verb = i < G_N_ELEMENTS (verbs);
  g_autofree char *query = is_verb ? NULL : g_strjoinv (" ", options->arguments);
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulFlowPeople) people = NULL;
  CliPeople self = { .options = options };

  if (is_verb && (n - 1 < verbs[i].least || n - 1 > verbs[i].most))
    return cli_usage_error (error, "“people %s” takes %s.", verbs[i].verb,
                            verbs[i].most == 0 ? "nothing more" : verbs[i].arguments);
  store = cli_open_library (options, is_verb ? verbs[i].mode : BUL_STORE_READ_ONLY, error);
  people = store == NULL ? NULL : bul_flow_people_new (store, NULL, error);
  if (people == NULL)
    return CLI_IO;
  self.arguments = is_verb ? words + 1 : words;
  self.store = store;
  self.people = people;
  return is_verb ? verbs[i].run (&self, error) : list (&self, query);
}
