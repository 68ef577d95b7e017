/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-journals.h"

#include "bul-store-journal.h"
#include "cli-command.h"
#include "cli-json.h"

void
cli_journals_foreach (const BulFlowOpened *opened, CliJournalFunc func, gpointer data)
{
  if (opened->live != NULL)
    func (opened->live, "open", data);
  if (opened->restored != NULL)
    func (opened->restored, "unsaved", data);
  for (guint i = 0; i < opened->conflicts->len; i++)
    func (opened->conflicts->pdata[i], "conflict", data);
}

/* Most stories have none, and need not be opened to know it. */
static BulFlowOpened *
open_if_any (BulStore *store, const char *uid)
{
  g_autoptr (GPtrArray) journals = bul_store_load_journals (store, uid, NULL);

  return journals == NULL || journals->len == 0 ? NULL : bul_flow_open_story (store, uid, NULL);
}

void
cli_journals_add_members (JsonBuilder *builder, const BulJournal *journal, const char *state)
{
  cli_json_string (builder, "id", journal->uuid);
  cli_json_string (builder, "state", state);
  cli_json_string (builder, "by", journal->by);
  cli_json_string (builder, "at", journal->at);
  cli_json_number (builder, "base_revision", journal->base_revision);
  cli_json_number (builder, "steps", journal->steps->len);
  json_builder_set_member_name (builder, "damaged");
  json_builder_add_boolean_value (builder, journal->damaged);
}

static void
add_journal (const BulJournal *journal, const char *state, gpointer builder)
{
  json_builder_begin_object (builder);
  cli_journals_add_members (builder, journal, state);
  json_builder_end_object (builder);
}

void
cli_journals_add (JsonBuilder *builder, BulStore *store, const char *uid)
{
  g_autoptr (BulFlowOpened) opened = open_if_any (store, uid);

  json_builder_set_member_name (builder, "journals");
  json_builder_begin_array (builder);
  if (opened != NULL)
    cli_journals_foreach (opened, add_journal, builder);
  json_builder_end_array (builder);
}

static const char *
describe (const char *state)
{
  if (g_str_equal (state, "open"))
    return "are open in a window";
  return g_str_equal (state, "unsaved") ? "were not saved" : "are kept beside a newer revision";
}

static void
tell_journal (const BulJournal *journal, const char *state, gpointer data G_GNUC_UNUSED)
{
  g_autofree char *by = cli_printable (journal->by == NULL ? "someone" : journal->by);

  g_printerr ("bulletin: %.8s: edits by %s of %s, on revision %u, %s; they are in no revision. "
              "“bulletin conflicts %.8s” shows them.\n",
              journal->story, by, journal->at == NULL ? "–" : journal->at, journal->base_revision,
              describe (state), journal->story);
}

void
cli_journals_tell (BulStore *store, const char *uid)
{
  g_autoptr (BulFlowOpened) opened = open_if_any (store, uid);

  if (opened != NULL)
    cli_journals_foreach (opened, tell_journal, NULL);
}
