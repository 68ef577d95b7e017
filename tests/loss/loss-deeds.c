/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loss-deeds.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "bul-error.h"
#include "bul-finding.h"
#include "bul-flow-counterpart.h"
#include "bul-flow-duplicates.h"
#include "bul-flow-import.h"
#include "bul-flow-learn.h"
#include "bul-flow-memory.h"
#include "bul-flow-open.h"
#include "bul-flow-pair.h"
#include "bul-flow-person.h"
#include "bul-flow-statistics.h"
#include "bul-flow-tag.h"
#include "bul-flow-terms.h"
#include "bul-flow-vocabulary.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "bul-pairing.h"
#include "bul-register.h"
#include "bul-store-memory.h"
#include "bul-store-saved.h"
#include "bul-store-tags.h"

#define SUBJECT "local:tides"

static const char *const english
    = " date 2026-03-18 News 9\n\nThe ferry sails again\n\n[Anchor]\n\nThe ferry carried 57 "
      "people.\n\n"
      "[Report]\n\nIt cost 27 won.\n\n[Oh Sun-hee/Danpo resident: \"We have waited.\"]\n\n"
      "[Oh Sunhee/Danpo resident: \"It was long.\"]\n";
static const char *const korean = " date 2026-03-18 뉴스9\n\n여객선 다시 뜬다\n\n[앵커]\n\n"
                                  "여객선에 57명이 탔습니다.\n\n[기자]\n\n27원이 들었습니다.\n";
static const char *const tmx
    = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header creationtool=\"x\" "
      "creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"ko\" "
      "datatype=\"plaintext\"/><body><tu><tuv xml:lang=\"ko\"><seg>비가 옵니다.</seg></tuv>"
      "<tuv xml:lang=\"en\"><seg>It rains.</seg></tuv></tu></body></tmx>\n";

static const char *const terms = "부두\tpier\n등대\tlighthouse\n";
static const char *const subjects = "code,parent,ko,en\n" SUBJECT ",,물때표,Tide tables\n";

/* --- what is done once */

static void
put (const char *folder, const char *name, const char *words)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
}

static void
put_archive (const char *folder, const char *words)
{
  g_autofree char *path = g_build_filename (folder, "scripts.zip", NULL);
  struct archive *writer = archive_write_new ();
  struct archive_entry *header = archive_entry_new ();

  g_assert_cmpint (archive_write_set_format_zip (writer), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  archive_entry_set_pathname (header, "one.txt");
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_size (header, (la_int64_t) strlen (words));
  g_assert_cmpint (archive_write_header (writer, header), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (writer, words, strlen (words)), >, 0);
  archive_entry_free (header);
  g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
}

void
loss_deeds_write_files (const char *folder)
{
  put (folder, "pairs.tmx", tmx);
  put (folder, "terms.tsv", terms);
  put (folder, "subjects.csv", subjects);
  put_archive (folder, "[Anchor]\n\nThe gulls left.\n");
}

static char *
keep (BulStore *store, const char *script)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (script, strlen (script));
  g_autoptr (BulImport) import = bul_importers_read (bytes, "news.txt", NULL, NULL);
  g_auto (GStrv) uids = NULL;

  g_assert_true (bul_flow_keep (store, import, "Min", &uids, NULL, NULL));
  return g_strdup (uids[0]);
}

char *
loss_deeds_prepare (BulStore *store)
{
  g_free (keep (store, english));
  return keep (store, korean);
}

/* --- what is found and counted */

static gboolean
find (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (BulQuery) query = bul_query_new ("ferry OR 여객선 -tag:x", BUL_QUERY_TYPING);
  g_autoptr (BulSearch) search = bul_search_new (desk->store, query, error);
  g_autoptr (GArray) hits
      = search == NULL ? NULL : bul_search_list_newest (search, G_MAXINT64, 9, NULL, error);
  guint n = 0;

  return hits != NULL && bul_search_count (search, NULL, &n, error);
}

static gboolean
count (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (BulQuery) query = bul_query_new ("", 0);
  g_autoptr (BulSearch) search = bul_search_new (desk->store, query, error);
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulFlowStatistics) counted = NULL;
  g_autoptr (GPtrArray) charts = NULL;

  if (search == NULL)
    return FALSE;
  counted = bul_flow_statistics_new (desk->store, facets, search, NULL, error);
  if (counted == NULL)
    return FALSE;
  charts = bul_flow_statistics_list_charts (counted, "ko", 12);
  return charts->len > 0;
}

static gboolean
save_query (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) saved = NULL;

  if (!bul_store_save_query (desk->store, "boats", "ferry", "Min", error)
      || !bul_store_rename_saved (desk->store, "boats", "ferries", error))
    return FALSE;
  saved = bul_store_list_saved (desk->store, error);
  return saved != NULL && bul_store_see_saved (desk->store, "ferries", error);
}

static gboolean
list_register (const LossDeedsDesk *desk, GError **error)
{
  static const BulRegisterFilter filter = { 0 };
  g_autoptr (GPtrArray) rows = bul_register_list (desk->store, NULL, &filter, NULL, error);

  return rows != NULL;
}

/* --- subjects */

static gboolean
take_subjects (const LossDeedsDesk *desk, GError **error)
{
  g_autofree char *path = g_build_filename (desk->folder, "subjects.csv", NULL);
  guint n_passed = 0;
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (BulVocabulary) vocabulary
      = bul_flow_vocabulary_read_file (path, findings, &n_passed, error);
  g_autoptr (GBytes) written = NULL;
  BulFlowVocabularyChange change;

  if (vocabulary == NULL || !bul_flow_vocabulary_take (desk->store, vocabulary, &change, error))
    return FALSE;
  written = bul_flow_vocabulary_export (desk->store, "skos", error);
  return written != NULL;
}

static gboolean
tag (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) uids = bul_flow_tag_find (desk->store, "", NULL, error);
  g_autoptr (BulFlowTagResult) given = NULL;
  g_autoptr (BulFlowTagResult) taken = NULL;

  if (uids == NULL)
    return FALSE;
  given = bul_flow_tag_apply (desk->store, uids, BUL_TAG_DEED_ADD, SUBJECT, "Min", NULL, error);
  if (given == NULL || given->receipt == 0)
    return given != NULL;
  taken = bul_flow_tag_undo (desk->store, given->receipt, "Min", NULL, error);
  return taken != NULL;
}

/* --- who is who */

static gboolean
merge (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (BulFlowPeople) people = bul_flow_people_new (desk->store, NULL, error);
  g_autoptr (GPtrArray) alike
      = people == NULL ? NULL : bul_flow_duplicates_find (desk->store, people, NULL, error);
  const BulFlowDuplicate *first;
  gint64 receipt;

  if (alike == NULL || alike->len == 0)
    return alike != NULL;
  first = alike->pdata[0];
  receipt = bul_flow_person_merge (desk->store, first->other, first->one, "Min", error);
  return receipt != 0 && bul_store_undo_persons (desk->store, receipt, error);
}

/* --- two languages */

static gboolean
confirm_all (BulHistory *history, GError **error)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (bul_history_get_story (history));
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (keys, g_strdup (((const BulLink *) links->pdata[i])->key));
  g_ptr_array_add (keys, NULL);
  return bul_pairing_confirm (history, (const char *const *) keys->pdata, "Min", error);
}

static gboolean
pair (const LossDeedsDesk *desk, GError **error)
{
  g_autoptr (BulFlowOpened) opened = bul_flow_open_story (desk->store, desk->uid, error);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) lexicons = NULL;
  const BulFlowCounterpart *other;

  if (opened == NULL)
    return FALSE;
  others = bul_flow_counterparts (desk->store, bul_history_get_story (opened->history), error);
  if (others == NULL || others->len == 0)
    return others != NULL;
  lexicons = bul_flow_pair_read_lexicons (desk->store, NULL, error);
  other = others->pdata[0];
  return lexicons != NULL && bul_flow_counterpart_take (opened->history, other->story, error)
         && bul_flow_pair (opened->history, lexicons, error) && confirm_all (opened->history, error)
         && bul_flow_save (desk->store, opened->history, "Min", NULL, error);
}

static gboolean
list_stale (const LossDeedsDesk *desk, GError **error)
{
  g_auto (GStrv) uids = bul_store_find_stale (desk->store, error);

  return uids != NULL;
}

static gboolean
remember (const LossDeedsDesk *desk, GError **error)
{
  g_autofree char *path = g_build_filename (desk->folder, "pairs.tmx", NULL);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GBytes) written = NULL;
  BulFlowMemoryTaken taken;

  if (!bul_flow_memory_import (desk->store, path, "Min", &taken, error))
    return FALSE;
  matches
      = bul_flow_memory_find (desk->store, BUL_LANGUAGE_ENGLISH, "It cost 27 won.", 50, 3, error);
  if (matches == NULL)
    return FALSE;
  written = bul_flow_memory_export (desk->store, error);
  return written != NULL;
}

static gboolean
learn (const LossDeedsDesk *desk, GError **error)
{
  g_autofree char *path = g_build_filename (desk->folder, "terms.tsv", NULL);
  g_autoptr (BulFlowTermsTaken) taken
      = bul_flow_terms_import (desk->store, path, NULL, NULL, "Min", error);

  return taken != NULL && bul_flow_learn_all (desk->store, error);
}

/* --- an archive */

static void
note_imported (BulFlowImported *imported, gpointer data)
{
  GError **error = data;

  if (imported->error != NULL && *error == NULL)
    *error = g_error_copy (imported->error);
  bul_flow_imported_free (imported);
}

static gboolean
import (const LossDeedsDesk *desk, GError **error)
{
  g_autofree char *path = g_build_filename (desk->folder, "scripts.zip", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (BulFlowImport) job = bul_flow_import_new (paths, BUL_FLOW_IMPORT_FILES, NULL);

  while (bul_flow_import_read (job, desk->store, NULL))
    if (!bul_flow_import_keep (job, desk->store, "Min", note_imported, error, NULL))
      return FALSE;
  return *error == NULL;
}

/* In an order in which one has what another needs. */
static const struct
{
  const char *name;
  gboolean (*deed) (const LossDeedsDesk *desk, GError **error);
} deeds[] = {
  { "pair", pair },
  { "remember", remember },
  { "learn", learn },
  { "find", find },
  { "count", count },
  { "save a query", save_query },
  { "register", list_register },
  { "subjects", take_subjects },
  { "tag", tag },
  { "merge", merge },
  { "stale", list_stale },
  { "import", import },
};

void
loss_deeds_do (const LossDeedsDesk *desk, LossDeedsFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = deeds[i].deed (desk, &error);

      func (deeds[i].name, done, error);
    }
}
