/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-archive.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "bul-decode.h"
#include "bul-error.h"

#define READ_STEP ((gsize) 64 * 1024)
#define TAR_BLOCK 512

static const BulArchiveLimits usual_limits = {
  .n_entries = 1000 * 1000,
  .n_bytes = (guint64) 8 * 1024 * 1024 * 1024,
  .n_spared = 64 * 1024 * 1024,
  .ratio = 200,
};

struct _BulArchive
{
  char *path;
  int descriptor;
  guint64 size; /* of the archive itself */
  GCancellable *cancellable;
  const BulArchiveLimits *limits;

  struct archive *reader;
  locale_t locale; /* in which names are UTF-8; 0: the thread's own has to do */
  guint n_entries;
  guint64 n_bytes; /* that came out of it */
  guint8 step[READ_STEP];
};

typedef struct
{
  const char *suffix;
  int (*format) (struct archive *reader);
  int (*filter) (struct archive *reader); /* NULL: none */
} Kind;

/* A zip is read by its directory, which is what other programs show of it. */
static const Kind kinds[] = {
  { ".zip", archive_read_support_format_zip_seekable, NULL },
  { ".tar", archive_read_support_format_tar, NULL },
  { ".tar.gz", archive_read_support_format_tar, archive_read_support_filter_gzip },
  { ".tgz", archive_read_support_format_tar, archive_read_support_filter_gzip },
  { ".tar.xz", archive_read_support_format_tar, archive_read_support_filter_xz },
  { ".txz", archive_read_support_format_tar, archive_read_support_filter_xz },
};

static const Kind *
find_kind (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].suffix))
      return &kinds[i];
  return NULL;
}

gboolean
bul_archive_has_name (const char *name)
{
  return find_kind (name) != NULL;
}

gboolean
bul_archive_is_hidden (const char *name)
{
  /* What an export tells of itself. */
  static const char *const told[] = { "MANIFEST.json", "bulletin-1.rng", "bulletin-1.sch", NULL };

  return name[0] == '.' || g_str_has_suffix (name, "~") || g_strv_contains (told, name);
}

void
bul_archive_entry_free (BulArchiveEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static la_ssize_t
read_cb (struct archive *reader, void *data, const void **bytes)
{
  BulArchive *self = data;
  gssize n_read;

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      archive_set_error (reader, ECANCELED, "Cancelled");
      return ARCHIVE_FATAL;
    }
  do
    n_read = read (self->descriptor, self->step, READ_STEP);
  while (n_read < 0 && errno == EINTR);
  if (n_read < 0)
    archive_set_error (reader, errno, "%s", g_strerror (errno));
  *bytes = self->step;
  return n_read < 0 ? ARCHIVE_FATAL : n_read;
}

static la_int64_t
seek_cb (struct archive *reader, void *data, la_int64_t offset, int whence)
{
  BulArchive *self = data;
  off_t at = lseek (self->descriptor, offset, whence);

  if (at < 0)
    archive_set_error (reader, errno, "%s", g_strerror (errno));
  return at < 0 ? ARCHIVE_FATAL : at;
}

static la_int64_t
skip_cb (struct archive *reader, void *data, la_int64_t n_bytes)
{
  BulArchive *self = data;

  return lseek (self->descriptor, n_bytes, SEEK_CUR) < 0 ? 0 : n_bytes;
}

/* The library turns names into those of the thread's locale. */
static locale_t
enter_locale (const BulArchive *self)
{
  return self->locale == (locale_t) 0 ? (locale_t) 0 : uselocale (self->locale);
}

static void
leave_locale (locale_t before)
{
  if (before != (locale_t) 0)
    uselocale (before);
}

static const char *
get_detail (const BulArchive *self)
{
  const char *detail = archive_error_string (self->reader);

  return detail == NULL || !g_utf8_validate (detail, -1, NULL) ? "?" : detail;
}

static void
set_damaged (const BulArchive *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_INVALID,
      _ ("The rest of “%s” cannot be read (%s). What was read before is well, and the file "
         "is untouched. Unpack it with another program, or get it once more."),
      self->path, get_detail (self));
}

static gboolean
start (BulArchive *self, GError **error)
{
  const Kind *kind = find_kind (self->path);
  locale_t before = enter_locale (self);
  gboolean fits;

  self->reader = archive_read_new ();
  kind->format (self->reader);
  if (kind->filter != NULL)
    kind->filter (self->reader);
  archive_read_set_read_callback (self->reader, read_cb);
  archive_read_set_seek_callback (self->reader, seek_cb);
  archive_read_set_skip_callback (self->reader, skip_cb);
  archive_read_set_callback_data (self->reader, self);
  fits = archive_read_open1 (self->reader) == ARCHIVE_OK;
  leave_locale (before);
  if (!fits)
    set_damaged (self, error);
  return fits;
}

/* As the thread's own, in whose language is told what is wrong, but for the characters. */
static locale_t
make_locale (void)
{
  locale_t own = duplocale (uselocale ((locale_t) 0));
  locale_t made = newlocale (LC_CTYPE_MASK, "C.UTF-8", own);

  if (made == (locale_t) 0 && own != (locale_t) 0)
    freelocale (own);
  return made;
}

BulArchive *
bul_archive_open (const char *path,
                  const BulArchiveLimits *limits,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (BulArchive) self = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL && bul_archive_has_name (path), NULL);

  self = g_new0 (BulArchive, 1);
  self->path = g_filename_display_name (path);
  self->limits = limits == NULL ? &usual_limits : limits;
  self->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  self->locale = make_locale ();
  self->descriptor = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  if (self->descriptor < 0 || fstat (self->descriptor, &status) != 0)
    {
      int number = errno;

      g_set_error (
          error, G_FILE_ERROR, (int) g_file_error_from_errno (number),
          _ ("“%s” cannot be read (%s). The file is untouched. Ask its owner for leave, or "
             "have a copy made for you."),
          self->path, g_strerror (number));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   _ ("“%s” is not a file but a pipe, a socket or a device. It was passed over."),
                   self->path);
      return NULL;
    }
  self->size = (guint64) status.st_size;
  return start (self, error) ? g_steal_pointer (&self) : NULL;
}

void
bul_archive_free (BulArchive *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reader, archive_read_free);
  if (self->descriptor >= 0)
    close (self->descriptor);
  if (self->locale != (locale_t) 0)
    freelocale (self->locale);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/* Old zips have names in the code page of the machine that they were made on. */
static char *
dup_name (struct archive_entry *header)
{
  const char *name = archive_entry_pathname (header);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulDecoded) decoded = NULL;

  if (name == NULL)
    name = archive_entry_pathname_utf8 (header);
  if (name == NULL)
    return g_strdup ("?");
  if (g_utf8_validate (name, -1, NULL))
    return g_strdup (name);
  bytes = g_bytes_new_static (name, strlen (name));
  decoded = bul_decode (bytes, "CP949", NULL);
  return decoded == NULL ? g_utf8_make_valid (name, -1) : g_strdup (decoded->text);
}

/* Any folder of it may be hidden, as the one that some systems put beside their files. */
static gboolean
is_passed_over (const char *name, struct archive_entry *header)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (archive_entry_filetype (header) == AE_IFDIR)
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (bul_archive_is_hidden (parts[i]) && strcmp (parts[i], ".") != 0
        && strcmp (parts[i], "..") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_packed (const BulArchive *self)
{
  return archive_filter_code (self->reader, 0) != ARCHIVE_FILTER_NONE;
}

/* What was unpacked: of a tar its headers count too, which alone may be more than all files. */
static guint64
count_bytes (const BulArchive *self)
{
  return is_packed (self) ? MAX (self->n_bytes, (guint64) archive_filter_bytes (self->reader, 0))
                          : self->n_bytes;
}

static gboolean
is_within_limits (BulArchive *self, GError **error)
{
  const BulArchiveLimits *limits = self->limits;
  guint64 n_bytes = count_bytes (self);

  if (self->n_entries <= limits->n_entries && n_bytes <= limits->n_bytes
      && (n_bytes <= limits->n_spared || n_bytes / limits->ratio <= self->size))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
               _ ("“%s” unpacks to far more than scripts are, so the rest of it was not read. What "
                  "was read before is well, and the file is untouched. Unpack what you need of it, "
                  "and import that."),
               self->path);
  return FALSE;
}

/* Reads what is left of the file under way; @bytes %NULL: only counts it, for what is packed cannot
 * be passed over without unpacking it. FALSE with @error: the archive ends here. */
static gboolean
take_bytes (BulArchive *self, GByteArray *bytes, gsize limit, gboolean *is_sound, GError **error)
{
  g_autofree guint8 *step = g_malloc (READ_STEP);
  la_ssize_t n_read;

  while ((n_read = archive_read_data (self->reader, step, READ_STEP)) > 0)
    {
      self->n_bytes += (guint64) n_read;
      if (!is_within_limits (self, error))
        return FALSE;
      if (bytes != NULL && bytes->len <= limit)
        g_byte_array_append (bytes, step, (guint) n_read);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  *is_sound = n_read == 0;
  if (n_read == ARCHIVE_FATAL)
    set_damaged (self, error);
  return n_read != ARCHIVE_FATAL;
}

static void
refuse (BulArchiveEntry *entry, int code, const char *words)
{
  entry->error = g_error_new_literal (BUL_ERROR, code, words);
}

/* Ways of packing whose files say themselves how much memory it takes to unpack them: up to 4 GiB,
 * whatever is in them. The reader tells of a zip how its latest file is packed. */
static gboolean
wants_memory (const BulArchive *self)
{
  static const char *const ways[] = { "(lzma", "(xz", "(ppmd" };
  const char *name = archive_format_name (self->reader);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (ways); i++)
    if (strstr (name, ways[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What can be told without reading it. */
static void
refuse_by_header (const BulArchive *self,
                  BulArchiveEntry *entry,
                  struct archive_entry *header,
                  gsize limit)
{
  if (archive_entry_is_encrypted (header))
    refuse (entry, BUL_ERROR_REFUSED,
            _ ("It is locked with a password. Unpack it with another program, and import that."));
  else if (archive_entry_filetype (header) != AE_IFREG || archive_entry_hardlink (header) != NULL)
    refuse (entry, BUL_ERROR_REFUSED,
            _ ("It is a link or a device, not a file, and was passed over."));
  else if (bul_archive_has_name (entry->name))
    refuse (entry, BUL_ERROR_REFUSED,
            _ ("It is an archive within an archive, which is not opened. Unpack the outer one, and "
               "import that."));
  else if (wants_memory (self))
    refuse (entry, BUL_ERROR_REFUSED,
            _ ("It is packed in a rare way, which is not read. Unpack it with another program, and "
               "import that."));
  else if (archive_entry_size_is_set (header) && archive_entry_size (header) > (la_int64_t) limit)
    refuse (entry, BUL_ERROR_TOO_LARGE,
            _ ("It is larger than any script and was not read. Cut it into parts, or check that it "
               "is the file you meant."));
}

/* Cut off between two files, a tar reads like a shorter one, but that it lacks the zeros at the
 * end. Of what is packed, and of a zip, the reader itself says so. */
static gboolean
has_end (BulArchive *self)
{
  static const guint8 zeros[TAR_BLOCK];
  guint8 last[TAR_BLOCK];
  off_t at = (off_t) archive_filter_bytes (self->reader, 0) - TAR_BLOCK;

  if (find_kind (self->path)->format != archive_read_support_format_tar || is_packed (self))
    return TRUE;
  return at >= 0 && pread (self->descriptor, last, TAR_BLOCK, at) == TAR_BLOCK
         && memcmp (last, zeros, TAR_BLOCK) == 0;
}

static void
set_end (BulArchive *self, int result, GError **error)
{
  if (result != ARCHIVE_EOF)
    set_damaged (self, error);
  else if (!has_end (self))
    g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                 _ ("“%s” has no end: files may be missing in it. What was read before is well, "
                    "and the file is untouched. Get it once more."),
                 self->path);
}

static gboolean
read_entry (BulArchive *self, BulArchiveEntry *entry, gsize limit, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_sound = FALSE;

  if (!take_bytes (self, bytes, limit, &is_sound, error))
    return FALSE;
  if (!is_sound)
    refuse (entry, BUL_ERROR_INVALID,
            _ ("It is damaged within the archive. Nothing of it was kept. Get the archive once "
               "more."));
  else if (bytes->len > limit)
    refuse (entry, BUL_ERROR_TOO_LARGE,
            _ ("It is larger than any script and was not read. Cut it into parts, or check that it "
               "is the file you meant."));
  else
    entry->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}

static BulArchiveEntry *
read_next (BulArchive *self, gsize (*get_limit) (const char *name), GError **error)
{
  struct archive_entry *header;
  gboolean is_sound;
  int result;

  while ((result = archive_read_next_header (self->reader, &header)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    {
      g_autoptr (BulArchiveEntry) entry = g_new0 (BulArchiveEntry, 1);
      gsize limit;

      entry->name = dup_name (header);
      limit = get_limit (entry->name);
      self->n_entries++;
      if (!is_within_limits (self, error)
          || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      refuse_by_header (self, entry, header, limit);
      if (is_passed_over (entry->name, header) || entry->error != NULL)
        {
          if (is_packed (self) && !take_bytes (self, NULL, 0, &is_sound, error))
            return NULL;
          if (!is_passed_over (entry->name, header))
            return g_steal_pointer (&entry);
        }
      else
        return read_entry (self, entry, limit, error) ? g_steal_pointer (&entry) : NULL;
    }
  set_end (self, result, error);
  return NULL;
}

BulArchiveEntry *
bul_archive_next (BulArchive *self, gsize (*get_limit) (const char *name), GError **error)
{
  locale_t before = enter_locale (self);
  BulArchiveEntry *entry = read_next (self, get_limit, error);

  leave_locale (before);
  return entry;
}
