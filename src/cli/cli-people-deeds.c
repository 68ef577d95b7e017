/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-enum.h"
#include "bul-flow-person.h"
#include "bul-flow.h"
#include "cli-people.h"

#define MOST_RECEIPTS 50

static char *
dup_author (const CliPeople *self)
{
  return self->options->by != NULL ? g_strdup (self->options->by) : bul_flow_dup_author ();
}

static CliStatus
tell (const CliPeople *self, gint64 receipt, const char *uid)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (receipt == 0)
    return CLI_REFUSED;
  json_builder_begin_object (builder);
  cli_json_number (builder, "receipt", receipt);
  if (uid != NULL)
    cli_json_string (builder, "uid", uid);
  json_builder_end_object (builder);
  if (self->options->json)
    cli_json_print (builder);
  else
    g_print ("%s%sDone. “bulletin people undo %" G_GINT64_FORMAT "” takes it back.\n",
             uid == NULL ? "" : uid, uid == NULL ? "" : "\n", receipt);
  return CLI_DONE;
}

static gboolean
is_korean (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

static BulFlowNaming
make_naming (const CliOptions *options)
{
  return (BulFlowNaming){
    .korean = options->korean,
    .english = options->english,
    .also = options->also,
    .family = options->family,
    .note = options->note,
  };
}

CliStatus
cli_people_new (const CliPeople *self, GError **error)
{
  BulFlowNaming naming = make_naming (self->options);
  g_autofree char *by = dup_author (self);
  g_autofree char *uid = NULL;
  gint64 receipt;

  if (self->arguments[0] != NULL && is_korean (self->arguments[0]))
    naming.korean = self->arguments[0];
  else if (self->arguments[0] != NULL)
    naming.english = self->arguments[0];
  receipt = bul_flow_person_new (self->store, self->people, &naming, by, &uid, error);
  return tell (self, receipt, uid);
}

CliStatus
cli_people_rename (const CliPeople *self, GError **error)
{
  const BulFlowPerson *person = bul_flow_people_find (self->people, self->arguments[0], error);
  BulFlowNaming naming = make_naming (self->options);
  g_autofree char *by = dup_author (self);

  if (person == NULL)
    return CLI_REFUSED;
  return tell (self, bul_flow_person_rename (self->store, person, &naming, by, error), NULL);
}

typedef gint64 (*Deed) (BulStore *store,
                        const BulFlowPerson *one,
                        const BulFlowPerson *other,
                        const char *by,
                        GError **error);

static CliStatus
do_with_two (const CliPeople *self, Deed deed, GError **error)
{
  const BulFlowPerson *one = bul_flow_people_find (self->people, self->arguments[0], error);
  const BulFlowPerson *other
      = one == NULL ? NULL : bul_flow_people_find (self->people, self->arguments[1], error);
  g_autofree char *by = dup_author (self);

  if (other == NULL)
    return CLI_REFUSED;
  return tell (self, deed (self->store, one, other, by, error), NULL);
}

CliStatus
cli_people_merge (const CliPeople *self, GError **error)
{
  return do_with_two (self, bul_flow_person_merge, error);
}

CliStatus
cli_people_apart (const CliPeople *self, GError **error)
{
  return do_with_two (self, bul_flow_person_keep_apart, error);
}

CliStatus
cli_people_link (const CliPeople *self, GError **error)
{
  g_autofree char *uid = bul_store_resolve (self->store, self->arguments[0], error);
  guint64 number = 0;
  const BulFlowPerson *person = NULL;
  g_autofree char *by = dup_author (self);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint revision;

  if (!g_ascii_string_to_unsigned (self->arguments[1], 10, 1, G_MAXUINT, &number, NULL))
    return cli_usage_error (error, "“%s” is no number of a speaker.", self->arguments[1]);
  if (self->arguments[2] != NULL)
    person = uid == NULL ? NULL : bul_flow_people_find (self->people, self->arguments[2], error);
  if (uid == NULL || (self->arguments[2] != NULL && person == NULL))
    return CLI_REFUSED;
  revision = bul_flow_person_link (self->store, uid, (guint) number, person, by, error);
  if (revision == 0)
    return CLI_REFUSED;
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", uid);
  cli_json_number (builder, "revision", revision);
  json_builder_end_object (builder);
  if (self->options->json)
    cli_json_print (builder);
  else
    g_print ("%.8s: speaker %u is %s, in revision %u.\n", uid, (guint) number,
             person == NULL ? "nobody’s" : "linked", revision);
  return CLI_DONE;
}

static CliStatus
turn (const CliPeople *self,
      gboolean (*run) (BulStore *store, gint64 receipt, GError **error),
      const char *words,
      GError **error)
{
  guint64 receipt = 0;

  if (!g_ascii_string_to_unsigned (self->arguments[0], 10, 1, G_MAXINT64, &receipt, NULL))
    return cli_usage_error (error, "“%s” is no receipt; “bulletin people receipts” lists them.",
                            self->arguments[0]);
  if (!run (self->store, (gint64) receipt, error))
    return CLI_REFUSED;
  if (!self->options->json)
    g_print ("%s\n", words);
  return CLI_DONE;
}

CliStatus
cli_people_undo (const CliPeople *self, GError **error)
{
  return turn (self, bul_store_undo_persons, "It is as it was before.", error);
}

CliStatus
cli_people_redo (const CliPeople *self, GError **error)
{
  return turn (self, bul_store_redo_persons, "It is done again.", error);
}

static void
print_receipt (const CliOptions *options, const BulPersonDeed *deed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *what = bul_enum_to_word (bul_person_deed_words, deed->what);
  g_autofree char *by = cli_printable (deed->by == NULL ? "–" : deed->by);
  g_autofree char *names = cli_printable (deed->names == NULL ? "–" : deed->names);

  json_builder_begin_object (builder);
  cli_json_number (builder, "receipt", deed->receipt);
  cli_json_string (builder, "what", what);
  cli_json_string (builder, "names", deed->names);
  cli_json_string (builder, "by", deed->by);
  cli_json_string (builder, "at", deed->at);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, deed->undone);
  json_builder_end_object (builder);
  if (options->json)
    cli_json_print (builder);
  else
    g_print ("%6" G_GINT64_FORMAT "  %s  %-6s  %s  (%s)%s\n", deed->receipt,
             deed->at == NULL ? "–" : deed->at, what, names, by, deed->undone ? "  (undone)" : "");
}

CliStatus
cli_people_receipts (const CliPeople *self, GError **error)
{
  guint most = self->options->limit > 0 ? (guint) self->options->limit : MOST_RECEIPTS;
  g_autoptr (GPtrArray) deeds = bul_store_list_person_deeds (self->store, most, error);

  if (deeds == NULL)
    return CLI_IO;
  for (guint i = 0; i < deeds->len; i++)
    print_receipt (self->options, deeds->pdata[i]);
  return CLI_DONE;
}
