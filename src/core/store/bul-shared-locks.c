/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */
#include "bul-shared-locks-private.h"

#include <fcntl.h>
#include <stdarg.h>

#include <glib.h>

/* The bytes of the file “-shm” that are locked, from SQLite's “WAL-mode File Format”; the last one
 * tells that somebody has it open. No lock on a library is below 2^30. */
#define FIRST_BYTE 120
#define LAST_BYTE 128

static int
get_command (int command, const struct flock *lock)
{
  if (lock->l_whence != SEEK_SET || lock->l_start < FIRST_BYTE || lock->l_start > LAST_BYTE)
    return command;
  switch (command)
    {
    case F_SETLK:
      return F_OFD_SETLK;
    case F_SETLKW:
      return F_OFD_SETLKW;
    default:
      return F_OFD_GETLK;
    }
}

/* fcntl() as SQLite calls it. */
static int
control (int descriptor, int command, ...)
{
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command == F_SETLK || command == F_SETLKW || command == F_GETLK)
    {
      struct flock *lock = argument;

      /* The kernel refuses one that names a process. */
      lock->l_pid = 0;
      command = get_command (command, lock);
    }
  return fcntl (descriptor, command, argument);
}

void
bul_shared_locks_set_up (void)
{
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);

  if (system != NULL && system->iVersion >= 3 && system->xSetSystemCall != NULL)
    system->xSetSystemCall (system, "fcntl", (sqlite3_syscall_ptr) control);
}
