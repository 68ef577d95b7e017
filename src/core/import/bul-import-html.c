/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-html.h"

#include <string.h>

#include "bul-declared.h"
#include "bul-file-head.h"
#include "bul-given-lines.h"
#include "bul-html-lines.h"
#include "bul-import-text.h"
#include "bul-look.h"

gboolean
bul_import_html_probe (const char *head, const char *name)
{
  static const char *const endings[] = { ".html", ".htm", ".xhtml" };
  g_autofree char *root = bul_file_head_dup_root (head);
  g_autofree char *small = g_ascii_strdown (name == NULL ? "" : name, -1);

  if (root != NULL && g_ascii_strcasecmp (root, "html") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i]))
      return strchr (head, '<') != NULL;
  return FALSE;
}

static gboolean
is_furniture (const BulHtmlLine *line, gboolean has_article)
{
  if ((line->flags & BUL_HTML_LINE_FURNITURE) != 0)
    return TRUE;
  if ((line->flags & BUL_HTML_LINE_ARTICLE) != 0)
    return FALSE;
  /* The head of a script stands before its article; what is all links there is a menu. */
  return (line->flags & BUL_HTML_LINE_LINKS) != 0
             ? (line->flags & BUL_HTML_LINE_TITLE) == 0
             : has_article && (line->flags & BUL_HTML_LINE_AFTER) != 0;
}

/* 2026-03-18T22:17, to the minute, as a stamp has it; NULL for anything else. */
static char *
dup_time (const char *time, const char **zone)
{
  gsize length = strlen (time);
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) at = NULL;

  if (length < 16 || time[10] != 'T')
    return NULL;
  whole = g_strdup_printf ("%.16s:00Z", time);
  at = g_date_time_new_from_iso8601 (whole, NULL);
  *zone = g_str_has_suffix (time, "Z") ? "UTC" : NULL;
  return at == NULL ? NULL : g_date_time_format (at, "%Y-%m-%dT%H:%M");
}

/* What belongs to the page stands in the head of the script until its first line, and in its tail
 * behind the article; elsewhere, where the lines around it are. */
static BulSection
section_of (const BulHtmlLine *line, gboolean is_first)
{
  if (is_first)
    return BUL_SECTION_HEAD;
  return (line->flags & BUL_HTML_LINE_AFTER) != 0 ? BUL_SECTION_TAIL : BUL_SECTION_NONE;
}

static void
add_line (BulGivenLines *lines, const BulHtmlLine *line, gboolean has_article, gboolean *is_first)
{
  const char *zone = NULL;
  g_autofree char *at = line->time == NULL ? NULL : dup_time (line->time, &zone);

  if (is_furniture (line, has_article))
    {
      bul_given_lines_add (lines, line->text, BUL_BLOCK_FURNITURE, section_of (line, *is_first));
      return;
    }
  *is_first = FALSE;
  if (at != NULL && bul_look_at (bul_slice_of (line->text)).sort != BUL_LOOK_STAMP
      && strlen (line->text) < 80)
    bul_given_lines_add_stamp (lines, line->text, BUL_STAMP_PUBLISHED, at, zone, line->text);
  else
    bul_given_lines_add (lines, line->text, 0, BUL_SECTION_NONE);
}

gboolean
bul_import_html (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_declared_decode (import->source->bytes, encoding, error);
  g_autoptr (BulGivenLines) given = NULL;
  g_autoptr (GArray) lines = NULL;
  gboolean has_article;
  gboolean is_first = TRUE;

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  lines = bul_html_lines_read (decoded->text, decoded->length, &has_article);
  given = bul_given_lines_new ();
  for (guint i = 0; i < lines->len; i++)
    add_line (given, &g_array_index (lines, BulHtmlLine, i), has_article, &is_first);
  bul_given_lines_read (given, import);
  return TRUE;
}
