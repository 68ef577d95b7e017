/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-story-table.h"

#include <gio/gio.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#include "bul-csv.h"
#include "bul-enum.h"
#include "bul-error.h"

/* More than that no sheet of a spreadsheet holds. */
#define MOST_ROWS (1024 * 1024)

static const char *const titles[] = { "uid",      "air date", "page date", "programme",  "headline",
                                      "language", "state",    "revision",  "corrections" };

#define N_COLUMNS G_N_ELEMENTS (titles)

struct _BulStoryTable
{
  GPtrArray *rows; /* of GStrv, N_COLUMNS each */
};

BulStoryTable *
bul_story_table_new (void)
{
  BulStoryTable *self = g_new0 (BulStoryTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
bul_story_table_free (BulStoryTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static char *
dup_languages (const BulStory *story)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      if (script->language != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", script->language);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

void
bul_story_table_add (BulStoryTable *self, const BulStory *story)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);
  guint i = 0;

  row[i++] = dup_text (story->uid);
  row[i++] = dup_text (story->bulletin_date);
  row[i++] = dup_text (story->page_date);
  row[i++] = dup_text (story->programme);
  row[i++] = dup_text (bul_story_get_headline (story));
  row[i++] = dup_languages (story);
  row[i++] = dup_text (bul_enum_to_word (bul_story_state_words, story->state));
  row[i++] = g_strdup_printf ("%u", bul_story_get_revision_number (story));
  row[i++] = g_strdup_printf ("%u", story->corrections->len);
  g_ptr_array_add (self->rows, row);
}

GBytes *
bul_story_table_write_csv (const BulStoryTable *self, GError **error G_GNUC_UNUSED)
{
  GString *out = g_string_new (BUL_CSV_MARK);

  bul_csv_append_row (out, titles, N_COLUMNS);
  for (guint i = 0; i < self->rows->len; i++)
    bul_csv_append_row (out, self->rows->pdata[i], N_COLUMNS);
  return g_string_free_to_bytes (out);
}

/* Every cell is a string that says so. */
static void
append_sheet_row (GString *sheet, const char *const *fields)
{
  g_string_append (sheet, "<row>");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (fields[i], -1);

      g_string_append_printf (
          sheet, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>", escaped);
    }
  g_string_append (sheet, "</row>");
}

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SHEETS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define DOCUMENT "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

static char *
dup_sheet (const BulStoryTable *self)
{
  GString *sheet = g_string_new (XML_HEAD "<worksheet xmlns=\"" SHEETS "\"><sheetData>");

  append_sheet_row (sheet, titles);
  for (guint i = 0; i < self->rows->len; i++)
    append_sheet_row (sheet, self->rows->pdata[i]);
  g_string_append (sheet, "</sheetData></worksheet>");
  return g_string_free (sheet, FALSE);
}

static const struct
{
  const char *name;
  const char *text; /* NULL: the sheet */
} parts[] = {
  { "[Content_Types].xml",
    XML_HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
             "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE
             "worksheet+xml\"/></Types>" },
  { "_rels/.rels", XML_HEAD "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" "
                            "Type=\"" DOCUMENT "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                            "</Relationships>" },
  { "xl/workbook.xml",
    XML_HEAD "<workbook xmlns=\"" SHEETS "\" xmlns:r=\"" DOCUMENT "\"><sheets>"
             "<sheet name=\"Stories\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    XML_HEAD "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" DOCUMENT
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>" },
  { "xl/worksheets/sheet1.xml", NULL },
};

static gboolean
add_part (struct archive *writer, const char *name, const char *text)
{
  struct archive_entry *header = archive_entry_new ();
  gsize length = strlen (text);
  gboolean done;

  archive_entry_set_pathname (header, name);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0644);
  /* The same stories make the same bytes; no zip knows an earlier day. */
  archive_entry_set_mtime (header, 315532800, 0);
  archive_entry_set_size (header, (la_int64_t) length);
  done = archive_write_header (writer, header) == ARCHIVE_OK
         && archive_write_data (writer, text, length) == (la_ssize_t) length;
  archive_entry_free (header);
  return done;
}

static la_ssize_t
write_cb (struct archive *writer G_GNUC_UNUSED, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

GBytes *
bul_story_table_write_xlsx (const BulStoryTable *self, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree char *sheet = dup_sheet (self);
  struct archive *writer;
  gboolean done;

  if (self->rows->len >= MOST_ROWS)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
                           _ ("No spreadsheet holds that many stories. Nothing was written. Ask "
                              "for fewer, or write CSV."));
      return NULL;
    }
  writer = archive_write_new ();
  done = archive_write_set_format_zip (writer) == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (writer, 1) == ARCHIVE_OK
         && archive_write_open (writer, out, NULL, write_cb, NULL) == ARCHIVE_OK;
  for (guint i = 0; done && i < G_N_ELEMENTS (parts); i++)
    done = add_part (writer, parts[i].name, parts[i].text == NULL ? sheet : parts[i].text);
  done = archive_write_close (writer) == ARCHIVE_OK && done;
  archive_write_free (writer);
  if (done)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The spreadsheet could not be made. Nothing was written. Try CSV."));
  return NULL;
}
