/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>

#include "bul-error.h"
#include "bul-lock-private.h"

#define LONGEST_WAIT (5 * G_USEC_PER_SEC)
#define LONGEST_GIVING_WAY (G_USEC_PER_SEC / 2)

/* Whoever waits for the write lock holds this byte with the others that do. Marks are below it. */
#define WAITING_BYTE ((guint) G_MAXINT + 1)
/* Whoever has the library open holds this one with the others that have. */
#define OPEN_BYTE ((guint) G_MAXINT + 2)

struct _BulLock
{
  int descriptor;
};

/* Byte 0 is the write lock. */
static gboolean
set_lock (BulLock *self, short type, guint byte)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };

  return fcntl (self->descriptor, F_OFD_SETLK, &lock) == 0;
}

static BulLock *
lock_new (int descriptor)
{
  BulLock *self = g_new0 (BulLock, 1);

  self->descriptor = descriptor;
  set_lock (self, F_RDLCK, OPEN_BYTE);
  return self;
}

BulLock *
bul_lock_new (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int descriptor = open (name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  int code = errno;

  if (descriptor < 0)
    {
      g_set_error (error, code == ENOENT ? G_IO_ERROR : BUL_ERROR,
                   code == ENOENT ? (int) G_IO_ERROR_NOT_FOUND : (int) BUL_ERROR_READ_ONLY,
                   "%s: The library cannot be written here (%s). Nothing was changed. Copy it to a "
                   "folder of your own.",
                   path, g_strerror (code));
      return NULL;
    }
  return lock_new (descriptor);
}

BulLock *
bul_lock_new_looking (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int descriptor = open (name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  return descriptor < 0 ? NULL : lock_new (descriptor);
}

void
bul_lock_free (BulLock *self)
{
  if (self == NULL)
    return;
  close (self->descriptor);
  g_free (self);
}

static gboolean
wait_for_lock (BulLock *self)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;
  gulong pause = 500;
  gboolean taken;

  set_lock (self, F_RDLCK, WAITING_BYTE);
  while (!(taken = set_lock (self, F_WRLCK, 0)) && g_get_monotonic_time () < end)
    {
      g_usleep (pause);
      pause = MIN (pause * 2, 5000);
    }
  set_lock (self, F_UNLCK, WAITING_BYTE);
  return taken;
}

gboolean
bul_lock_take (BulLock *self, GError **error)
{
  if (set_lock (self, F_WRLCK, 0) || wait_for_lock (self))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_BUSY,
               "Another program is writing in the library. Nothing was changed. "
               "Try again in a moment.");
  return FALSE;
}

gboolean
bul_lock_hold_mark (BulLock *self, guint mark)
{
  return set_lock (self, F_WRLCK, mark);
}

gboolean
bul_lock_is_mark_held (BulLock *self, guint mark)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = mark, .l_len = 1 };

  return fcntl (self->descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

gboolean
bul_lock_is_alone (BulLock *self)
{
  return !bul_lock_is_mark_held (self, OPEN_BYTE);
}

gboolean
bul_lock_is_waited_for (BulLock *self)
{
  return bul_lock_is_mark_held (self, WAITING_BYTE);
}

void
bul_lock_give_way (BulLock *self)
{
  gint64 end = g_get_monotonic_time () + LONGEST_GIVING_WAY;

  while (bul_lock_is_waited_for (self) && g_get_monotonic_time () < end)
    g_usleep (500);
}

void
bul_lock_release (BulLock *self)
{
  set_lock (self, F_UNLCK, 0);
}
