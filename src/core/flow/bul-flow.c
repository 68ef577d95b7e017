/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow.h"

#include <string.h>

#include "bul-error.h"
#include "bul-exporters.h"
#include "bul-file.h"
#include "bul-flow-learn.h"
#include "bul-importers.h"
#include "bul-past.h"
#include "bul-search.h"
#include "bul-store-journal.h"
#include "bul-validate.h"
#include "bul-xml-gate.h"

/* XML of ours carries its sources in base64 beside the text, and every revision. */
#define XML_LIMIT (64u * 1024 * 1024)

/* Entries of the memory that are learned from at once: what is to be saved meanwhile waits for some
 * ten milliseconds. */
#define LEARNED_AT_ONCE 50

char *
bul_flow_dup_library_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "bulletin-desk", "library.bulletin", NULL);
}

char *
bul_flow_dup_author (void)
{
  const char *author = g_getenv ("BULLETIN_AUTHOR");
  const char *name = g_get_real_name ();

  if (author != NULL && *author != '\0')
    return g_strdup (author);
  if (g_strcmp0 (name, "Unknown") == 0 || *name == '\0' || strcmp (name, "root") == 0)
    name = g_get_user_name ();
  return g_strdup (name);
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, suffix);
}

gsize
bul_flow_get_limit (const char *name)
{
  return has_suffix (name, ".xml") ? XML_LIMIT : BUL_IMPORT_LIMIT;
}

BulImport *
bul_flow_read_file (const char *path, const BulImportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = bul_file_read (path, bul_flow_get_limit (path), error);
  BulImport *import;

  if (bytes == NULL)
    return NULL;
  import = bul_importers_read (bytes, strcmp (path, "-") == 0 ? NULL : path, options, error);
  if (import == NULL)
    g_prefix_error (error, "%s: ", path);
  return import;
}

BulStory *
bul_flow_load (BulStore *store, const char *uid, GError **error)
{
  g_autoptr (BulStory) story = bul_store_load (store, uid, error);

  if (story == NULL || bul_past_is_proven (story))
    return g_steal_pointer (&story);
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_DAMAGED,
      "Story %.8s is not what was saved: the library is damaged. Nothing was changed. Keep "
      "this file, work on with a backup, and see what else is damaged with “bulletin "
      "fsck”.",
      uid);
  return NULL;
}

/* The version that lost: its edits stay in the library, as a journal on the revision that they were
 * made from. */
static void
keep_both (BulStore *store, BulHistory *history, const char *by, GError **error)
{
  g_autoptr (BulJournal) journal = bul_history_make_journal (history, NULL, by);

  if (journal == NULL || !bul_store_write_journal (store, journal, NULL))
    return;
  g_clear_error (error);
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_CONFLICT,
      "Story %s was changed by someone else meanwhile. Their revision stands; your changes "
      "are kept beside it. Compare the two with “bulletin conflicts %.8s”.",
      journal->story, journal->story);
}

void
bul_flow_tend (BulStore *store)
{
  bul_flow_learn (store, LEARNED_AT_ONCE, NULL, NULL);
  bul_search_tend (store, NULL);
}

gboolean
bul_flow_save (
    BulStore *store, BulHistory *history, const char *by, const char *summary, GError **error)
{
  guint base = bul_story_get_revision_number (bul_history_get_story (history));
  g_autoptr (BulStory) saved = bul_history_make_revision (history, by, summary);
  g_autoptr (GError) failed = NULL;

  if (bul_store_save_journaled (store, saved, base, bul_history_get_journal (history), &failed))
    {
      bul_history_saved (history, saved);
      bul_flow_tend (store);
      return TRUE;
    }
  bul_history_save_failed (history);
  if (g_error_matches (failed, BUL_ERROR, BUL_ERROR_CONFLICT))
    keep_both (store, history, by, &failed);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

GBytes *
bul_flow_export (const BulStory *story, const char *format, GError **error)
{
  const BulExporter *exporter = bul_exporters_find (format);

  if (exporter == NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, "There is no format “%s”.", format);
      return NULL;
    }
  return exporter->write (story, error);
}

/* What a headline may hold that a file name should not: separators, controls, a leading stop. */
static gboolean
fits_file_name (gunichar c)
{
  return c > 0x20 && c != 0x7f && strchr ("/\\:*?\"<>|", c < 0x80 ? (int) c : 'a') == NULL
         && !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

/* Appends what is left of @text, of no more than @most bytes, with - for what is not. */
static void
append_safe (GString *name, const char *text, gsize most)
{
  gsize start = name->len;

  for (const char *p = text == NULL ? "" : text; *p != '\0' && name->len - start < most;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (fits_file_name (c) && !(c == '.' && name->len == start))
        g_string_append_unichar (name, c);
      else if (name->len > start && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
}

char *
bul_flow_dup_export_name (const BulStory *story, const char *format)
{
  const BulExporter *exporter = bul_exporters_find (format);
  g_autoptr (GString) name = g_string_new (NULL);

  append_safe (name, bul_story_get_headline (story), 80);
  g_string_append_printf (name, "%s%.8s.%s",
                          name->len > 0 && name->str[name->len - 1] != '-' ? "-" : "", story->uid,
                          exporter == NULL ? format : exporter->suffix);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
bul_flow_dup_bulletin_name (const BulStory *story)
{
  const char *date = story->bulletin_date != NULL ? story->bulletin_date : story->page_date;
  g_autoptr (GString) name = g_string_new (NULL);

  append_safe (name, date == NULL ? "undated" : date, 10);
  if (story->programme != NULL)
    {
      g_string_append_c (name, '-');
      append_safe (name, story->programme, 80);
    }
  /* Some file systems drop a stop at the end. */
  while (name->len > 0 && strchr (".-", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

gboolean
bul_flow_validate_file (const char *path, GPtrArray *findings, GError **error)
{
  g_autoptr (GBytes) bytes = bul_file_read (path, XML_LIMIT, error);

  if (bytes == NULL)
    return FALSE;
  if (!bul_xml_gate (bytes, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return bul_validate (bytes, findings, error);
}
