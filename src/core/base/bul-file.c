/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bul-error.h"

#define READ_STEP ((gsize) 64 * 1024)

/* An owned descriptor that closes itself; -1 is none. */
typedef int Descriptor;

static void
descriptor_close (Descriptor descriptor)
{
  if (descriptor > STDERR_FILENO)
    close (descriptor);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (Descriptor, descriptor_close, -1)

static const char *
advice_on_reading (GFileError code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _ ("There is no such file. Check the name and the folder.");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return _ ("You may not read it. Ask its owner for leave, or have a copy made for you.");
    default:
      return _ ("The file itself was not changed. Try again, or copy it to another disk first.");
    }
}

static const char *
advice_on_writing (GFileError code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _ ("The folder does not exist. Nothing was written. Make it, or choose another.");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return _ ("You may not write there. What was there is unchanged. Choose another folder.");
    case G_FILE_ERROR_NOSPC:
      return _ (
          "The disk is full. What was there is unchanged. Make room, or choose another disk.");
    default:
      return _ ("What was there is unchanged. Try again, or choose another folder.");
    }
}

static void
set_read_error (GError **error, const char *path, int number)
{
  GFileError code = g_file_error_from_errno (number);

  g_set_error (error, G_FILE_ERROR, (int) code, _ ("“%s” cannot be read (%s). %s"), path,
               g_strerror (number), advice_on_reading (code));
}

static void
set_write_error (GError **error, const char *path, GFileError code, const char *detail)
{
  const char *advice = advice_on_writing (code);

  switch (code)
    {
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY, _ ("“%s” cannot be written (%s). %s"),
                   path, detail, advice);
      break;
    default:
      g_set_error (error, G_FILE_ERROR, (int) code, _ ("“%s” cannot be written (%s). %s"), path,
                   detail, advice);
      break;
    }
}

static void
set_write_error_from_errno (GError **error, const char *path, int number)
{
  set_write_error (error, path, g_file_error_from_errno (number), g_strerror (number));
}

static void
set_too_large_error (GError **error, const char *path, gsize limit_bytes)
{
  g_autofree char *limit = g_format_size_full (limit_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %s and was not read. The file was not changed. "
                  "Cut it into parts, or check that it is the file you meant."),
               path, limit);
}

static void
set_not_a_file_error (GError **error, const char *path)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("“%s” is not a file but a pipe, a socket or a device. It was passed over."),
               path);
}

/* A folder is no file, and a size beyond the limit is told before anything is read. */
static gboolean
check_before_reading (Descriptor descriptor, const char *path, gsize limit_bytes, GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    {
      set_read_error (error, path, errno);
      return FALSE;
    }

  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR,
                   _ ("“%s” is a folder. Nothing was read. Name the files in it."), path);
      return FALSE;
    }

  if (S_ISREG (status.st_mode) && (guint64) status.st_size > limit_bytes)
    {
      set_too_large_error (error, path, limit_bytes);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_all (Descriptor descriptor, const char *path, gsize limit_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= limit_bytes)
    {
      guint before = bytes->len;
      gssize n_read = 0;

      g_byte_array_set_size (bytes, before + READ_STEP);
      do
        n_read = read (descriptor, bytes->data + before, READ_STEP);
      while (n_read < 0 && errno == EINTR);

      if (n_read < 0)
        {
          set_read_error (error, path, errno);
          return NULL;
        }

      g_byte_array_set_size (bytes, before + (guint) n_read);
      if (n_read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    }

  set_too_large_error (error, path, limit_bytes);
  return NULL;
}

GBytes *
bul_file_read (const char *path, gsize limit_bytes, GError **error)
{
  g_auto (Descriptor) descriptor = -1;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (limit_bytes <= G_MAXINT32, NULL);

  if (g_str_equal (path, "-"))
    descriptor = STDIN_FILENO;
  else
    descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);

  if (descriptor < 0)
    {
      set_read_error (error, path, errno);
      return NULL;
    }

  if (!check_before_reading (descriptor, path, limit_bytes, error))
    return NULL;

  return read_all (descriptor, path, limit_bytes, error);
}

GBytes *
bul_file_read_regular (const char *path, gsize limit_bytes, GError **error)
{
  g_auto (Descriptor) descriptor = -1;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (limit_bytes <= G_MAXINT32, NULL);

  descriptor = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  if (descriptor < 0)
    {
      /* So a socket answers. */
      if (errno != ENXIO)
        set_read_error (error, path, errno);
      else
        set_not_a_file_error (error, path);
      return NULL;
    }
  if (fstat (descriptor, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode))
    {
      set_not_a_file_error (error, path);
      return NULL;
    }
  if (!check_before_reading (descriptor, path, limit_bytes, error))
    return NULL;
  return read_all (descriptor, path, limit_bytes, error);
}

static gboolean
write_straight (Descriptor descriptor, const char *path, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize done = 0; done < length;)
    {
      gssize n_written = write (descriptor, data + done, length - done);

      if (n_written < 0 && errno != EINTR)
        {
          set_write_error_from_errno (error, path, errno);
          return FALSE;
        }
      done += (gsize) MAX (n_written, 0);
    }

  return TRUE;
}

static gboolean
write_to_device (const char *path, GBytes *bytes, GError **error)
{
  g_auto (Descriptor) descriptor = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);

  if (descriptor < 0)
    {
      set_write_error_from_errno (error, path, errno);
      return FALSE;
    }

  return write_straight (descriptor, path, bytes, error);
}

static gboolean
put_file (const char *path, int mode, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                &cause))
    return TRUE;

  set_write_error (error, path, (GFileError) cause->code, cause->message);
  return FALSE;
}

/* The new file is made under the umask, so that the old mode has to be given again. */
static gboolean
replace_file (const char *path, int mode, GBytes *bytes, GError **error)
{
  /* A rename would go over a file that its owner has closed to writing. */
  if (g_access (path, W_OK) != 0)
    {
      set_write_error_from_errno (error, path, errno);
      return FALSE;
    }

  if (!put_file (path, mode, bytes, error))
    return FALSE;

  if (g_chmod (path, mode) != 0)
    {
      set_write_error_from_errno (error, path, errno);
      return FALSE;
    }

  return TRUE;
}

/* The file behind @path. A link must lead somewhere: what it means to name is not guessed. */
static char *
resolve (const char *path, GError **error)
{
  char *resolved = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_strdup (path);

  resolved = realpath (path, NULL);
  if (resolved == NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("“%s” is a link to a place that does not exist. Nothing was written. Mend the "
                    "link, or choose another name."),
                 path);
  return resolved;
}

gboolean
bul_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_str_equal (path, "-"))
    return write_straight (STDOUT_FILENO, path, bytes, error);

  target = resolve (path, error);
  if (target == NULL)
    return FALSE;

  if (stat (target, &status) != 0)
    return put_file (target, 0666, bytes, error);

  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR,
                   _ ("“%s” is a folder. Nothing was written. Name a file in it."), path);
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    return write_to_device (target, bytes, error);

  return replace_file (target, (int) (status.st_mode & 07777), bytes, error);
}

/* A new name is on the disk once its folder is synced. Where that cannot be done at all, as on some
 * network disks, the name is as safe as the disk makes it. */
static gboolean
sync_folder (const char *path, GError **error)
{
  g_auto (Descriptor) descriptor = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failed;

  if (descriptor < 0)
    return TRUE;

  do
    failed = fsync (descriptor);
  while (failed != 0 && errno == EINTR);

  if (failed == 0 || errno == EINVAL || errno == EROFS)
    return TRUE;

  set_write_error_from_errno (error, path, errno);
  return FALSE;
}

gboolean
bul_file_make_folder (const char *path, GError **error)
{
  g_autofree char *parent = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  parent = g_path_get_dirname (path);
  if (!g_str_equal (parent, path) && !bul_file_make_folder (parent, error))
    return FALSE;

  /* Another may have made it meanwhile. */
  if (g_mkdir (path, 0777) != 0 && !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_write_error_from_errno (error, path, errno);
      return FALSE;
    }

  return sync_folder (parent, error);
}

static gboolean
sync_file (const char *path, GError **error)
{
  g_auto (Descriptor) descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (descriptor >= 0 && fsync (descriptor) == 0)
    return TRUE;
  set_write_error_from_errno (error, path, errno);
  return FALSE;
}

gboolean
bul_file_put_in_place (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_file (temporary, error))
    return FALSE;
  /* A second name, unlike a new one, never takes the place of what is there. */
  if (link (temporary, path) != 0 && errno == EEXIST)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   _ ("“%s” is there already. Nothing was changed. Choose another name."), path);
      return FALSE;
    }
  /* Some file systems know no second names. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) != 0)
    {
      set_write_error_from_errno (error, path, errno);
      return FALSE;
    }
  g_unlink (temporary);
  return sync_folder (folder, error);
}
