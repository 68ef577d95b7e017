/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pages-private.h"

#include <string.h>

#include <glib/gstdio.h>

#include "bul-file.h"

/* What our libraries have; a header that says something else is believed only if it can be. */
#define USUAL_SIZE 4096

#define LOG_HEADER 32
#define FRAME_HEADER 24
#define LOG_MAGIC 0x377f0682

struct _BulPages
{
  GBytes *file;
  GBytes *log;        /* NULL: there is none */
  guint8 *last;       /* the last page where the file was cut in it, filled up; or NULL */
  GHashTable *frames; /* number of a page → its bytes in @log */
  guint size;
  guint reserved;
  guint n;
  guint n_frames;
};

guint64
bul_pages_read_number (const guint8 *data, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | data[i];
  return number;
}

static gboolean
is_size (guint64 size)
{
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/* The two sums of a write-ahead log, over words in the order of bytes that its magic tells. */
static void
add_sums (guint32 *sums, const guint8 *data, gsize length, gboolean big)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    for (guint j = 0; j < 2; j++)
      {
        guint32 word;

        memcpy (&word, data + i + 4 * (gsize) j, 4);
        word = big ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
        sums[j] += word + sums[1 - j];
      }
}

static gboolean
has_sums (const guint32 *sums, const guint8 *data)
{
  return sums[0] == bul_pages_read_number (data, 4)
         && sums[1] == bul_pages_read_number (data + 4, 4);
}

/* A transaction was committed: its pages take effect. */
static void
take_frames (BulPages *self, GHashTable *open)
{
  GHashTableIter iter;
  gpointer number;
  gpointer data;

  g_hash_table_iter_init (&iter, open);
  while (g_hash_table_iter_next (&iter, &number, &data))
    g_hash_table_insert (self->frames, number, data);
  g_hash_table_remove_all (open);
}

/* Frames count up to the last commit before the first that its sums do not prove. */
static void
read_log (BulPages *self)
{
  gsize length;
  const guint8 *log = g_bytes_get_data (self->log, &length);
  gboolean big = length > LOG_HEADER && (log[3] & 1) != 0;
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
  guint32 sums[2] = { 0, 0 };
  guint n_open = 0;

  if (length <= LOG_HEADER || (bul_pages_read_number (log, 4) & ~1u) != LOG_MAGIC
      || !is_size (bul_pages_read_number (log + 8, 4)))
    return;
  add_sums (sums, log, 24, big);
  if (!has_sums (sums, log + 24))
    return;
  self->size = (guint) bul_pages_read_number (log + 8, 4);
  for (gsize at = LOG_HEADER; at + FRAME_HEADER + self->size <= length;
       at += FRAME_HEADER + self->size)
    {
      const guint8 *frame = log + at;
      guint n_pages = (guint) bul_pages_read_number (frame + 4, 4);

      add_sums (sums, frame, 8, big);
      add_sums (sums, frame + FRAME_HEADER, self->size, big);
      if (memcmp (frame + 8, log + 16, 8) != 0 || !has_sums (sums, frame + 16))
        return;
      n_open++;
      g_hash_table_insert (open, GUINT_TO_POINTER (bul_pages_read_number (frame, 4)),
                           (gpointer) (frame + FRAME_HEADER));
      if (n_pages == 0)
        continue;
      take_frames (self, open);
      self->n_frames += n_open;
      n_open = 0;
      self->n = MAX (self->n, n_pages);
    }
}

/* A header that was written over is not asked. */
static void
read_header (BulPages *self)
{
  gsize length;
  const guint8 *file = g_bytes_get_data (self->file, &length);
  guint64 size;

  if (length < 100 || memcmp (file, "SQLite format 3", 16) != 0)
    return;
  size = bul_pages_read_number (file + 16, 2);
  size = size == 1 ? 65536 : size;
  if (!is_size (size))
    return;
  self->size = (guint) size;
  if (file[20] <= 32)
    self->reserved = file[20];
}

/* What is missing of a page that was cut is read as nothing. */
static void
fill_last_page (BulPages *self)
{
  gsize length;
  const guint8 *file = g_bytes_get_data (self->file, &length);
  gsize over = length % self->size;

  self->n = MAX (self->n, (guint) (length / self->size + (over > 0)));
  if (over == 0)
    return;
  self->last = g_malloc0 (self->size);
  memcpy (self->last, file + length - over, over);
}

/* Mapped, since a library may be larger than memory. */
static GBytes *
map (const char *path)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);

  return mapped == NULL ? NULL : g_mapped_file_get_bytes (mapped);
}

BulPages *
bul_pages_open (const char *path, GError **error)
{
  g_autoptr (BulPages) self = g_new0 (BulPages, 1);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  self->size = USUAL_SIZE;
  self->frames = g_hash_table_new (NULL, NULL);
  self->file = map (path);
  if (self->file == NULL)
    self->file = bul_file_read (path, 0, error);
  if (self->file == NULL)
    return NULL;
  self->log = map (log);
  read_header (self);
  if (self->log != NULL)
    read_log (self);
  fill_last_page (self);
  return g_steal_pointer (&self);
}

void
bul_pages_free (BulPages *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->log, g_bytes_unref);
  g_free (self->last);
  g_hash_table_unref (self->frames);
  g_free (self);
}

guint
bul_pages_get_n (BulPages *self)
{
  return self->n;
}

guint
bul_pages_get_size (BulPages *self)
{
  return self->size;
}

guint
bul_pages_get_usable (BulPages *self)
{
  return self->size - self->reserved;
}

guint
bul_pages_get_n_frames (BulPages *self)
{
  return self->n_frames;
}

const guint8 *
bul_pages_get (BulPages *self, guint number)
{
  const guint8 *frame = g_hash_table_lookup (self->frames, GUINT_TO_POINTER (number));
  gsize length;
  const guint8 *file = g_bytes_get_data (self->file, &length);

  if (frame != NULL)
    return frame;
  if (number == self->n && self->last != NULL)
    return self->last;
  if (number == 0 || number > length / self->size)
    return NULL;
  return file + (gsize) (number - 1) * self->size;
}
