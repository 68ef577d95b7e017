/* SPDX-License-Identifier: GPL-3.0-or-later */
#undef _FILE_OFFSET_BITS /* both names of a function are caught: the plain one and that of 64 bits \
                          */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loss-record.h"

/*
 * Preloaded into a program: appends to the file $LOSS_RECORD each change that it makes below the
 * folder $LOSS_ROOT, each sync, and what it says on standard output, in order. The memory that
 * connections of SQLite share (“-shm”) is left out: it is made anew after a crash.
 */

#define MOST_FILES 1024

/* The name of each open file below the folder, and the number it is known by; 0: none of ours. */
static uint32_t numbers[MOST_FILES];
static uint32_t last_number;
static int record = -1;

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static void
append (const void *bytes, size_t length)
{
  if (NEXT (write) (record, bytes, length) != (ssize_t) length)
    abort ();
}

/* The name below the folder, or NULL. */
static const char *
inside (const char *path, char *buffer)
{
  const char *root = getenv ("LOSS_ROOT");
  size_t length = root == NULL ? 0 : strlen (root);
  size_t end;

  if (root == NULL)
    return NULL;
  if (path[0] == '/')
    snprintf (buffer, PATH_MAX, "%s", path);
  else if (getcwd (buffer, PATH_MAX) == NULL)
    return NULL;
  else
    snprintf (buffer + strlen (buffer), PATH_MAX - strlen (buffer), "/%s", path);
  end = strlen (buffer);
  while (end > 1 && buffer[end - 1] == '/')
    buffer[--end] = '\0';
  if (strncmp (buffer, root, length) != 0 || (buffer[length] != '/' && buffer[length] != '\0'))
    return NULL;
  if (end > 4 && strcmp (buffer + end - 4, "-shm") == 0)
    return NULL;
  return buffer[length] == '/' ? buffer + length + 1 : buffer + length;
}

static void
note (LossRecordKind kind,
      uint32_t file,
      const char *name,
      const char *other,
      int64_t offset,
      const void *bytes,
      size_t length)
{
  LossRecord head = { .kind = kind,
                      .file = file,
                      .name_length = name == NULL ? 0 : (uint32_t) strlen (name),
                      .other_length = other == NULL ? 0 : (uint32_t) strlen (other),
                      .offset = offset,
                      .length = (int64_t) length };

  if (record < 0)
    {
      const char *path = getenv ("LOSS_RECORD");

      if (path == NULL)
        return;
      record = NEXT (open) (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
      if (record < 0)
        abort ();
    }
  append (&head, sizeof head);
  append (name, head.name_length);
  append (other, head.other_length);
  append (bytes, length);
}

static uint32_t
number_of (int descriptor)
{
  return descriptor >= 0 && descriptor < MOST_FILES ? numbers[descriptor] : 0;
}

static void
note_opened (int descriptor, const char *path, int flags)
{
  char buffer[PATH_MAX * 2];
  const char *name = descriptor < 0 ? NULL : inside (path, buffer);

  if (descriptor < 0 || descriptor >= MOST_FILES)
    return;
  numbers[descriptor] = 0;
  if (name == NULL)
    return;
  numbers[descriptor] = ((uint32_t) getpid () << 12) + ++last_number;
  note (LOSS_OPENED, numbers[descriptor], name, NULL, (flags & O_TRUNC) != 0, NULL, 0);
}

static int
mode_of (int flags, va_list arguments)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, int) : 0;
}

#define OPEN(name)                                                                                 \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list arguments;                                                                             \
    int descriptor;                                                                                \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    descriptor = NEXT (name) (path, flags, mode_of (flags, arguments));                            \
    va_end (arguments);                                                                            \
    note_opened (descriptor, path, flags);                                                         \
    return descriptor;                                                                             \
  }

OPEN (open)
OPEN (open64)

int
close (int descriptor)
{
  if (descriptor >= 0 && descriptor < MOST_FILES)
    numbers[descriptor] = 0;
  return NEXT (close) (descriptor);
}

ssize_t
write (int descriptor, const void *bytes, size_t length)
{
  off_t at = number_of (descriptor) != 0 ? lseek (descriptor, 0, SEEK_CUR) : 0;
  ssize_t done = NEXT (write) (descriptor, bytes, length);

  if (done > 0 && number_of (descriptor) != 0)
    note (LOSS_WROTE, number_of (descriptor), NULL, NULL, at, bytes, (size_t) done);
  else if (done > 0 && descriptor == STDOUT_FILENO)
    note (LOSS_SAID, 0, NULL, NULL, 0, bytes, (size_t) done);
  return done;
}

#define PWRITE(name, off_type)                                                                     \
  ssize_t name (int descriptor, const void *bytes, size_t length, off_type at)                     \
  {                                                                                                \
    ssize_t done = NEXT (name) (descriptor, bytes, length, at);                                    \
                                                                                                   \
    if (done > 0 && number_of (descriptor) != 0)                                                   \
      note (LOSS_WROTE, number_of (descriptor), NULL, NULL, at, bytes, (size_t) done);             \
    return done;                                                                                   \
  }

PWRITE (pwrite, off_t)
PWRITE (pwrite64, off64_t)

#define SYNC(name)                                                                                 \
  int name (int descriptor)                                                                        \
  {                                                                                                \
    int failed = NEXT (name) (descriptor);                                                         \
                                                                                                   \
    if (!failed && number_of (descriptor) != 0)                                                    \
      note (LOSS_SYNCED, number_of (descriptor), NULL, NULL, 0, NULL, 0);                          \
    return failed;                                                                                 \
  }

SYNC (fsync)
SYNC (fdatasync)

#define TRUNCATE(name, off_type)                                                                   \
  int name (int descriptor, off_type length)                                                       \
  {                                                                                                \
    int failed = NEXT (name) (descriptor, length);                                                 \
                                                                                                   \
    if (!failed && number_of (descriptor) != 0)                                                    \
      note (LOSS_CUT, number_of (descriptor), NULL, NULL, length, NULL, 0);                        \
    return failed;                                                                                 \
  }

TRUNCATE (ftruncate, off_t)
TRUNCATE (ftruncate64, off64_t)

int
fallocate64 (int descriptor, int mode, off64_t at, off64_t length)
{
  int failed = NEXT (fallocate64) (descriptor, mode, at, length);

  if (!failed && number_of (descriptor) != 0 && mode == 0)
    note (LOSS_GROWN, number_of (descriptor), NULL, NULL, at + length, NULL, 0);
  return failed;
}

int
rename (const char *from, const char *to)
{
  char one[PATH_MAX * 2];
  char two[PATH_MAX * 2];
  int failed = NEXT (rename) (from, to);
  const char *name = inside (from, one);
  const char *other = inside (to, two);

  if (!failed && name != NULL && other != NULL)
    note (LOSS_RENAMED, 0, name, other, 0, NULL, 0);
  return failed;
}

#define PLAIN(function, kind, parameters, arguments)                                               \
  int function parameters                                                                          \
  {                                                                                                \
    char buffer[PATH_MAX * 2];                                                                     \
    int failed = NEXT (function) arguments;                                                        \
    const char *name = inside (path, buffer);                                                      \
                                                                                                   \
    if (!failed && name != NULL)                                                                   \
      note (kind, 0, name, NULL, 0, NULL, 0);                                                      \
    return failed;                                                                                 \
  }

PLAIN (unlink, LOSS_REMOVED, (const char *path), (path))
PLAIN (mkdir, LOSS_FOLDER, (const char *path, mode_t mode), (path, mode))
