/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "bul-speakers.h"
#include "cli-command.h"
#include "cli-json.h"

typedef struct
{
  const CliOptions *options;
  BulHistory *history;
  const BulStory *story;
  GPtrArray *places; /* all that were found, or NULL */
  GPtrArray *chosen; /* of them, those that change */
} Deed;

static void
deed_clear (Deed *self)
{
  g_clear_object (&self->history);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deed, deed_clear)

static const BulSpeaker *
find_speaker (const BulStory *story, int number, GError **error)
{
  const BulSpeaker *speaker = bul_speakers_find (story, (guint) number);

  if (speaker == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "There is no speaker %d. Nothing was changed. “bulletin speakers” lists them.",
                 number);
  return speaker;
}

/* Which of the places change: the heads, unless --text says otherwise. */
static void
choose (Deed *self)
{
  const char *text = self->options->text == NULL ? "heads" : self->options->text;

  self->chosen = g_ptr_array_new ();
  for (guint i = 0; i < self->places->len; i++)
    if (strcmp (text, "all") == 0
        || (strcmp (text, "heads") == 0 && bul_named_place_is_head (self->places->pdata[i])))
      g_ptr_array_add (self->chosen, self->places->pdata[i]);
}

static BulNaming
make_naming (const Deed *self, const BulSpeaker *speaker)
{
  const BulScript *script = bul_story_get_script (self->story);
  const char *language = script == NULL ? NULL : script->language;
  const BulSpeakerName *as = bul_speaker_get_name (speaker, language);
  BulNaming naming = { .speaker = speaker->key, .language = language, .name = "", .title = "" };

  if (as != NULL && g_strcmp0 (as->language, language) == 0)
    {
      naming.name = as->name;
      naming.title = as->title == NULL ? "" : as->title;
    }
  if (self->options->name != NULL)
    naming.name = self->options->name;
  if (self->options->title != NULL)
    naming.title = self->options->title;
  naming.apart = self->options->apart;
  return naming;
}

/* What @naming borrows of the record is gone once that is named anew. */
static gboolean
carry_out (Deed *self, const BulNaming *naming, GError **error)
{
  g_autofree char *speaker = g_strdup (naming->speaker);
  g_autofree char *name = g_strdup (naming->name);
  g_autofree char *title = g_strdup (naming->title);
  BulNaming own = *naming;

  own.speaker = speaker;
  own.name = name;
  own.title = title;
  self->places = bul_named_list (self->story, &own, error);
  if (self->places == NULL)
    return FALSE;
  choose (self);
  return bul_speakers_rename (self->history, &own, self->chosen, error);
}

static gboolean
rename_speaker (Deed *self, GError **error)
{
  const BulSpeaker *speaker = find_speaker (self->story, self->options->rename, error);
  BulNaming naming;

  if (speaker == NULL)
    return FALSE;
  naming = make_naming (self, speaker);
  return carry_out (self, &naming, error);
}

static gboolean
make_anonymous (Deed *self, GError **error)
{
  const BulSpeaker *speaker = find_speaker (self->story, self->options->anonymous, error);
  BulNaming naming;

  if (speaker == NULL)
    return FALSE;
  naming = make_naming (self, speaker);
  naming.anonymous = TRUE;
  if (self->options->name == NULL)
    naming.name = bul_named_get_disguise (naming.language);
  return carry_out (self, &naming, error);
}

static gboolean
merge (Deed *self, GError **error)
{
  const BulSpeaker *from = find_speaker (self->story, self->options->merge, error);
  const BulSpeaker *into
      = from == NULL ? NULL : find_speaker (self->story, self->options->into, error);

  if (into == NULL)
    return FALSE;
  self->places = bul_speakers_list_merged (self->story, from->key, into->key, error);
  if (self->places == NULL)
    return FALSE;
  choose (self);
  return bul_speakers_merge (self->history, from->key, into->key, self->chosen, error);
}

static gboolean
give (Deed *self, GError **error)
{
  const BulSpeaker *speaker = find_speaker (self->story, self->options->give, error);
  const BulScript *script = bul_story_get_script (self->story);
  const char *blocks[2] = { NULL, NULL };

  if (speaker == NULL)
    return FALSE;
  if (script == NULL || self->options->block > (int) script->blocks->len)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "There is no block %d. Nothing was changed.", self->options->block);
      return FALSE;
    }
  blocks[0] = ((const BulBlock *) script->blocks->pdata[self->options->block - 1])->key;
  return bul_speakers_give (self->history, blocks, speaker->key, error);
}

/* What can be asked, and what its revision is called. */
static const struct
{
  gsize option;
  gboolean (*run) (Deed *self, GError **error);
  const char *summary;
} deeds[] = {
  { G_STRUCT_OFFSET (CliOptions, rename), rename_speaker, "Speaker renamed" },
  { G_STRUCT_OFFSET (CliOptions, merge), merge, "Speakers merged" },
  { G_STRUCT_OFFSET (CliOptions, anonymous), make_anonymous, "Speaker made anonymous" },
  { G_STRUCT_OFFSET (CliOptions, give), give, "Speaker given" },
};

static gboolean
is_asked (const CliOptions *options, guint i)
{
  return *(const int *) ((const guint8 *) options + deeds[i].option) != 0;
}

static gboolean
check_said (const CliOptions *options, GError **error)
{
  static const char *const wheres[] = { "heads", "all", "none", NULL };
  guint n_asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    n_asked += is_asked (options, i);
  if (options->arguments[0] == NULL || options->arguments[1] != NULL)
    cli_usage_error (error, "“speakers” takes one story at a time.");
  else if (n_asked > 1)
    cli_usage_error (error, "“speakers” does one of --rename, --merge, --anonymous and --give.");
  else if (options->rename != 0 && options->name == NULL && options->title == NULL)
    cli_usage_error (error, "--rename needs --name NAME or --title TITLE.");
  else if ((options->merge != 0) != (options->into != 0))
    cli_usage_error (error, "--merge N needs --into N, and the other way round.");
  else if ((options->give != 0) != (options->block != 0))
    cli_usage_error (error, "--give N needs --block N, and the other way round.");
  else if (options->text != NULL && !g_strv_contains (wheres, options->text))
    cli_usage_error (error, "“%s” is no value for --text; see “bulletin speakers --help”.",
                     options->text);
  else if (g_strcmp0 (options->text, "none") == 0 && options->merge == 0)
    cli_usage_error (error, "--text none goes with --merge only.");
  else
    return TRUE;
  return FALSE;
}

static void
count_heard (const BulStory *story, const char *speaker, guint *n_bites, guint *n_lines)
{
  const BulScript *script = bul_story_get_script (story);

  *n_bites = 0;
  *n_lines = 0;
  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->speakers == NULL
          || !g_strv_contains ((const char *const *) block->speakers, speaker))
        continue;
      *n_bites += block->kind == BUL_BLOCK_BITE;
      *n_lines += block->kind != BUL_BLOCK_BITE;
    }
}

static void
print_speaker (const BulStory *story, const BulSpeaker *speaker)
{
  guint n_bites;
  guint n_lines;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *as = speaker->names->pdata[i];
      gboolean is_titled = as->title != NULL && *as->title != '\0';

      g_string_append_printf (names, "%s%s%s%s", i > 0 ? " · " : "", as->name,
                              is_titled && *as->name != '\0' ? ", " : "",
                              is_titled ? as->title : "");
    }
  shown = cli_printable (names->str);
  count_heard (story, speaker->key, &n_bites, &n_lines);
  g_print ("%4u  %-10s %s%s  %u soundbites, %u lines\n", speaker->number,
           bul_enum_to_word (bul_speaker_role_words, speaker->role), shown,
           speaker->anonymous ? " (anonymous)" : "", n_bites, n_lines);
}

static void
add_names (JsonBuilder *builder, const BulSpeaker *speaker)
{
  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);
  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *as = speaker->names->pdata[i];

      json_builder_begin_object (builder);
      cli_json_string (builder, "language", as->language);
      cli_json_string (builder, "name", as->name);
      cli_json_string (builder, "title", as->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_speaker_json (const BulStory *story, const BulSpeaker *speaker)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_bites;
  guint n_lines;

  count_heard (story, speaker->key, &n_bites, &n_lines);
  json_builder_begin_object (builder);
  cli_json_number (builder, "number", speaker->number);
  cli_json_string (builder, "role", bul_enum_to_word (bul_speaker_role_words, speaker->role));
  json_builder_set_member_name (builder, "anonymous");
  json_builder_add_boolean_value (builder, speaker->anonymous);
  add_names (builder, speaker);
  cli_json_number (builder, "bites", n_bites);
  cli_json_number (builder, "lines", n_lines);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
list (const Deed *self)
{
  for (guint i = 0; i < self->story->speakers->len; i++)
    if (self->options->json)
      print_speaker_json (self->story, self->story->speakers->pdata[i]);
    else
      print_speaker (self->story, self->story->speakers->pdata[i]);
}

static void
print_left (const BulNamedPlace *place)
{
  g_autofree char *was = cli_printable (place->was);
  g_autofree char *now = cli_printable (place->now);

  g_print ("  left in block %u%s: “%s”, not “%s”\n", place->number,
           place->sort == BUL_NAMED_QUOTE ? ", as spoken" : "", was, now);
}

static void
add_left (JsonBuilder *builder, const BulNamedPlace *place)
{
  json_builder_begin_object (builder);
  cli_json_number (builder, "block", place->number);
  cli_json_words (builder, "was", place->was);
  cli_json_words (builder, "now", place->now);
  json_builder_end_object (builder);
}

static gboolean
is_left (const Deed *self, const BulNamedPlace *place)
{
  return !g_ptr_array_find (self->chosen, place, NULL);
}

static void
tell (const Deed *self)
{
  guint n_places = self->chosen == NULL ? 0 : self->chosen->len;
  guint revision = bul_story_get_revision_number (self->story);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!self->options->json)
    g_print ("%.8s: the text changed in %u places, saved as revision %u.\n", self->story->uid,
             n_places, revision);
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", self->story->uid);
  cli_json_number (builder, "revision", revision);
  cli_json_number (builder, "changed", n_places);
  json_builder_set_member_name (builder, "left");
  json_builder_begin_array (builder);
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    if (is_left (self, self->places->pdata[i]))
      {
        add_left (builder, self->places->pdata[i]);
        if (!self->options->json)
          print_left (self->places->pdata[i]);
      }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (self->options->json)
    cli_json_print (builder);
}

static CliStatus
run (Deed *self, BulStore *store, guint i, GError **error)
{
  g_autofree char *by
      = self->options->by != NULL ? g_strdup (self->options->by) : bul_flow_dup_author ();

  if (!deeds[i].run (self, error))
    return CLI_REFUSED;
  if (!bul_history_is_modified (self->history))
    {
      g_print ("%.8s: it is so already.\n", self->story->uid);
      return CLI_DONE;
    }
  if (!bul_flow_save (store, self->history, by, deeds[i].summary, error))
    return CLI_REFUSED;
  tell (self);
  return CLI_DONE;
}

CliStatus
cli_speakers (const CliOptions *options, GError **error)
{
  g_autoptr (BulStore) store = NULL;
  g_auto (Deed) deed = { .options = options };
  guint asked = 0;
  BulStory *story;

  if (!check_said (options, error))
    return CLI_USAGE;
  while (asked < G_N_ELEMENTS (deeds) && !is_asked (options, asked))
    asked++;
  store = cli_open_library (
      options, asked < G_N_ELEMENTS (deeds) ? BUL_STORE_READ_WRITE : BUL_STORE_READ_ONLY, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  deed.history = bul_history_new (story);
  deed.story = story;
  if (asked < G_N_ELEMENTS (deeds))
    return run (&deed, store, asked, error);
  list (&deed);
  return CLI_DONE;
}
