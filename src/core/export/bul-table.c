/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-table.h"

#include <gio/gio.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#include "bul-csv.h"
#include "bul-error.h"

/* More than that no sheet of a spreadsheet holds. */
#define MOST_ROWS (1024 * 1024)

struct _BulTable
{
  const char *name;
  const char *const *titles;
  guint n_columns;
  GPtrArray *rows; /* of GStrv, without a %NULL among the fields */
};

BulTable *
bul_table_new (const char *name, const char *const *titles, guint n_columns)
{
  BulTable *self = g_new (BulTable, 1);

  self->name = name;
  self->titles = titles;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
bul_table_free (BulTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
bul_table_add (BulTable *self, const char *const *fields)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (fields[i] == NULL ? "" : fields[i]);
  g_ptr_array_add (self->rows, row);
}

GBytes *
bul_table_write_csv (const BulTable *self, GError **error G_GNUC_UNUSED)
{
  GString *out = g_string_new (BUL_CSV_MARK);

  bul_csv_append_row (out, self->titles, self->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    bul_csv_append_row (out, self->rows->pdata[i], self->n_columns);
  return g_string_free_to_bytes (out);
}

/* Every cell is a string that says so. */
static void
append_sheet_row (GString *sheet, const char *const *fields, guint n_columns)
{
  g_string_append (sheet, "<row>");
  for (guint i = 0; i < n_columns; i++)
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
dup_sheet (const BulTable *self)
{
  GString *sheet = g_string_new (XML_HEAD "<worksheet xmlns=\"" SHEETS "\"><sheetData>");

  append_sheet_row (sheet, self->titles, self->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    append_sheet_row (sheet, self->rows->pdata[i], self->n_columns);
  g_string_append (sheet, "</sheetData></worksheet>");
  return g_string_free (sheet, FALSE);
}

static char *
dup_workbook (const BulTable *self)
{
  return g_strdup_printf (XML_HEAD "<workbook xmlns=\"" SHEETS "\" xmlns:r=\"" DOCUMENT
                                   "\"><sheets><sheet name=\"%s\" sheetId=\"1\" "
                                   "r:id=\"rId1\"/></sheets></workbook>",
                          self->name);
}

static const struct
{
  const char *name;
  const char *text; /* or */
  char *(*dup_text) (const BulTable *self);
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
  { "xl/workbook.xml", NULL, dup_workbook },
  { "xl/_rels/workbook.xml.rels",
    XML_HEAD "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" DOCUMENT
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>" },
  { "xl/worksheets/sheet1.xml", NULL, dup_sheet },
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
  /* The same rows make the same bytes; no zip knows an earlier day. */
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
bul_table_write_xlsx (const BulTable *self, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  struct archive *writer;
  gboolean done;

  if (self->rows->len >= MOST_ROWS)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
                           _ ("No spreadsheet holds that many rows. Nothing was written. Ask "
                              "for fewer, or write CSV."));
      return NULL;
    }
  writer = archive_write_new ();
  done = archive_write_set_format_zip (writer) == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (writer, 1) == ARCHIVE_OK
         && archive_write_open (writer, out, NULL, write_cb, NULL) == ARCHIVE_OK;
  for (guint i = 0; done && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *made = parts[i].dup_text == NULL ? NULL : parts[i].dup_text (self);

      done = add_part (writer, parts[i].name, made == NULL ? parts[i].text : made);
    }
  done = archive_write_close (writer) == ARCHIVE_OK && done;
  archive_write_free (writer);
  if (done)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The spreadsheet could not be made. Nothing was written. Try CSV."));
  return NULL;
}
