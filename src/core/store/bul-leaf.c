/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-leaf-private.h"

#include <string.h>

/* The first byte of a page of a table's tree. */
#define INNER_PAGE 0x05
#define LEAF_PAGE 0x0d

#define LEAF_HEADER 8
#define INNER_HEADER 12

/* No row of ours has more columns. */
#define MOST_VALUES 64
#define LONGEST_PAYLOAD ((guint64) 64 * 1024 * 1024)

void
bul_leaf_row_free (BulLeafRow *row)
{
  if (row == NULL)
    return;
  g_array_unref (row->values);
  g_free (row->payload);
  g_free (row);
}

/* Page 1 begins with the file's own header. */
static guint
start_of (guint number)
{
  return number == 1 ? 100 : 0;
}

static gboolean
is_page (BulPages *pages, guint number, guint8 kind)
{
  const guint8 *page = bul_pages_get (pages, number);

  return page != NULL && page[start_of (number)] == kind;
}

gboolean
bul_leaf_is_leaf (BulPages *pages, guint number)
{
  return is_page (pages, number, LEAF_PAGE);
}

gboolean
bul_leaf_is_inner (BulPages *pages, guint number)
{
  return is_page (pages, number, INNER_PAGE);
}

/* Where cell @i of a page begins, or 0 where it cannot be. */
static guint
cell_at (BulPages *pages, guint number, guint i, guint header)
{
  const guint8 *page = bul_pages_get (pages, number);
  guint place = start_of (number) + header + 2 * i;
  guint at;

  if (place + 2 > bul_pages_get_usable (pages))
    return 0;
  at = (guint) bul_pages_read_number (page + place, 2);
  return at > place && at + 4 <= bul_pages_get_usable (pages) ? at : 0;
}

static guint
count_cells (BulPages *pages, guint number)
{
  return (guint) bul_pages_read_number (bul_pages_get (pages, number) + start_of (number) + 3, 2);
}

GArray *
bul_leaf_list_children (BulPages *pages, guint number)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint8 *page = bul_pages_get (pages, number);
  guint last = (guint) bul_pages_read_number (page + start_of (number) + 8, 4);

  for (guint i = 0; i < count_cells (pages, number); i++)
    {
      guint at = cell_at (pages, number, i, INNER_HEADER);
      guint child = at == 0 ? 0 : (guint) bul_pages_read_number (page + at, 4);

      if (child != 0)
        g_array_append_val (children, child);
    }
  g_array_append_val (children, last);
  return children;
}

/* A number of one to nine bytes; @at moves on. FALSE where @end comes first. */
static gboolean
read_varint (const guint8 *data, gsize end, gsize *at, guint64 *value)
{
  guint64 number = 0;

  for (guint i = 0; i < 9; i++)
    {
      guint8 byte;

      if (*at >= end)
        return FALSE;
      byte = data[(*at)++];
      number = i == 8 ? number << 8 | byte : number << 7 | (byte & 0x7f);
      if (i == 8 || (byte & 0x80) == 0)
        break;
    }
  *value = number;
  return TRUE;
}

/* How much of a payload lies in its own page: the file format of SQLite, section 1.6. */
static gsize
count_local (BulPages *pages, guint64 length)
{
  guint usable = bul_pages_get_usable (pages);
  guint64 most = usable - 35;
  guint64 least = (usable - 12) * 32 / 255 - 23;
  guint64 local = least + (length - least) % (usable - 4);

  if (length <= most)
    return (gsize) length;
  return (gsize) (local <= most ? local : least);
}

/* Follows the chain of pages that hold the rest of a long value. */
static void
read_chain (
    BulPages *pages, BulLeafRow *row, guint next, gsize done, gsize length, GHashTable *used)
{
  gsize room = bul_pages_get_usable (pages) - 4;
  guint n_steps = 0;

  while (done < length)
    {
      const guint8 *page = bul_pages_get (pages, next);
      gsize n = MIN (room, length - done);

      if (page == NULL || n_steps++ > bul_pages_get_n (pages))
        {
          row->cut = TRUE;
          return;
        }
      if (used != NULL)
        g_hash_table_add (used, GUINT_TO_POINTER (next));
      memcpy (row->payload + done, page + 4, n);
      done += n;
      next = (guint) bul_pages_read_number (page, 4);
    }
}

static gint64
read_integer (const guint8 *data, guint n_bytes)
{
  guint64 number = bul_pages_read_number (data, n_bytes);
  guint shift = 64 - 8 * n_bytes;

  return n_bytes == 0 ? 0 : (gint64) (number << shift) >> shift;
}

/* Sets @value from its serial type; the bytes that it takes. */
static guint64
read_value (BulLeafValue *value, guint64 serial, const guint8 *data, gsize left)
{
  static const guint8 widths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
  guint64 length = serial < 10 ? widths[serial] : (serial - 12) / 2;

  *value = (BulLeafValue){ .type = BUL_LEAF_NULL, .bytes = data, .length = (gsize) length };
  if (length > left)
    return length;
  if (serial >= 12)
    value->type = serial % 2 == 0 ? BUL_LEAF_BLOB : BUL_LEAF_TEXT;
  else if (serial == 7)
    value->type = BUL_LEAF_REAL;
  else if (serial > 0)
    {
      value->type = BUL_LEAF_NUMBER;
      value->number = serial >= 8 ? (gint64) serial - 8 : read_integer (data, (guint) length);
    }
  return length;
}

static gboolean
read_record (BulLeafRow *row, gsize length)
{
  gsize at = 0;
  guint64 header;
  gsize body;

  if (!read_varint (row->payload, length, &at, &header) || header > length || header < 2)
    return FALSE;
  body = (gsize) header;
  while (at < header)
    {
      guint64 serial;
      guint64 n_bytes;
      BulLeafValue value;

      if (!read_varint (row->payload, (gsize) header, &at, &serial) || serial == 10 || serial == 11
          || row->values->len >= MOST_VALUES)
        return FALSE;
      n_bytes = read_value (&value, serial, row->payload + body, length - body);
      if (n_bytes > length - body)
        return FALSE;
      body += (gsize) n_bytes;
      g_array_append_val (row->values, value);
    }
  return at == header;
}

static BulLeafRow *
read_row (BulPages *pages, guint number, guint cell, GHashTable *used)
{
  const guint8 *page = bul_pages_get (pages, number);
  gsize usable = bul_pages_get_usable (pages);
  gsize at = cell;
  guint64 length;
  guint64 rowid;
  gsize local;
  BulLeafRow *row;

  if (cell == 0 || !read_varint (page, usable, &at, &length)
      || !read_varint (page, usable, &at, &rowid) || length > LONGEST_PAYLOAD || length == 0)
    return NULL;
  local = count_local (pages, length);
  if (at + local + (local < length ? 4 : 0) > usable)
    return NULL;
  row = g_new0 (BulLeafRow, 1);
  row->rowid = (gint64) rowid;
  row->values = g_array_new (FALSE, FALSE, sizeof (BulLeafValue));
  row->payload = g_malloc0 ((gsize) length);
  memcpy (row->payload, page + at, local);
  if (local < length)
    read_chain (pages, row, (guint) bul_pages_read_number (page + at + local, 4), local,
                (gsize) length, used);
  if (read_record (row, (gsize) length))
    return row;
  bul_leaf_row_free (row);
  return NULL;
}

GPtrArray *
bul_leaf_read_rows (BulPages *pages, guint number, GHashTable *used, guint *n_bad)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_leaf_row_free);
  guint n_cells = count_cells (pages, number);

  /* More do not fit: the count itself was written over. */
  n_cells = MIN (n_cells, bul_pages_get_usable (pages) / 4);
  for (guint i = 0; i < n_cells; i++)
    {
      BulLeafRow *row = read_row (pages, number, cell_at (pages, number, i, LEAF_HEADER), used);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else
        (*n_bad)++;
    }
  return rows;
}
