/* SPDX-License-Identifier: GPL-3.0-or-later */
#undef _FILE_OFFSET_BITS /* both names of a function are caught: the plain one and that of 64 bits \
                          */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Preloaded into a program, whose main() is then run again and again, each time in a child of its
 * own: for each line “CALLS AT ERROR STICKY” on descriptor 0, where CALLS is letters of the table
 * below, the AT-th of these calls fails with ERROR (an errno; 0: does half of it), and all after it
 * where STICKY is 1. Output goes to the files “out” and “err”. The answer on descriptor 1 is the
 * status of wait() and how many of these calls there were.
 */

static struct
{
  char calls[32];
  long at; /* 0: nothing fails */
  int error;
  int sticky;
  long *n; /* shared with the parent */
} plan;

typedef int (*Main) (int argc, char **argv, char **environment);

static Main real_main;

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static int
fails (char call)
{
  long n;

  if (plan.n == NULL || strchr (plan.calls, call) == NULL)
    return 0;
  n = ++*plan.n;
  if (plan.at == 0 || n < plan.at || (n > plan.at && !plan.sticky))
    return 0;
  errno = plan.error;
  return 1;
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
    int mode;                                                                                      \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    mode = mode_of (flags, arguments);                                                             \
    va_end (arguments);                                                                            \
    return fails ('o') ? -1 : NEXT (name) (path, flags, mode);                                     \
  }

OPEN (open)
OPEN (open64)

ssize_t
write (int descriptor, const void *bytes, size_t length)
{
  if (!fails ('w'))
    return NEXT (write) (descriptor, bytes, length);
  return plan.error != 0 ? -1 : NEXT (write) (descriptor, bytes, (length + 1) / 2);
}

#define PWRITE(name, off_type)                                                                     \
  ssize_t name (int descriptor, const void *bytes, size_t length, off_type at)                     \
  {                                                                                                \
    if (!fails ('p'))                                                                              \
      return NEXT (name) (descriptor, bytes, length, at);                                          \
    return plan.error != 0 ? -1 : NEXT (name) (descriptor, bytes, (length + 1) / 2, at);           \
  }

PWRITE (pwrite, off_t)
PWRITE (pwrite64, off64_t)

ssize_t
read (int descriptor, void *bytes, size_t length)
{
  if (!fails ('r'))
    return NEXT (read) (descriptor, bytes, length);
  return plan.error != 0 ? -1 : NEXT (read) (descriptor, bytes, (length + 1) / 2);
}

#define PREAD(name, off_type)                                                                      \
  ssize_t name (int descriptor, void *bytes, size_t length, off_type at)                           \
  {                                                                                                \
    if (!fails ('R'))                                                                              \
      return NEXT (name) (descriptor, bytes, length, at);                                          \
    return plan.error != 0 ? -1 : NEXT (name) (descriptor, bytes, (length + 1) / 2, at);           \
  }

PREAD (pread, off_t)
PREAD (pread64, off64_t)

#define PLAIN(letter, type, failed, name, parameters, arguments)                                   \
  type name parameters                                                                             \
  {                                                                                                \
    return fails (letter) ? failed : NEXT (name) arguments;                                        \
  }

PLAIN ('s', int, -1, fsync, (int descriptor), (descriptor))
PLAIN ('d', int, -1, fdatasync, (int descriptor), (descriptor))
PLAIN ('t', int, -1, ftruncate, (int descriptor, off_t length), (descriptor, length))
PLAIN ('t', int, -1, ftruncate64, (int descriptor, off64_t length), (descriptor, length))
PLAIN ('n', int, -1, rename, (const char *from, const char *to), (from, to))
PLAIN ('u', int, -1, unlink, (const char *path), (path))
PLAIN ('k', int, -1, mkdir, (const char *path, mode_t mode), (path, mode))

#define MMAP(name, off_type)                                                                       \
  void *name (void *at, size_t length, int protection, int flags, int descriptor, off_type from)   \
  {                                                                                                \
    return fails ('m') ? MAP_FAILED                                                                \
                       : NEXT (name) (at, length, protection, flags, descriptor, from);            \
  }

MMAP (mmap, off_t)
MMAP (mmap64, off64_t)

/* Memory: the C library's own functions have these names beside the usual ones. */
void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *memory, size_t size);

void *
malloc (size_t size)
{
  return fails ('a') ? NULL : __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  return fails ('a') ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  return fails ('a') ? NULL : __libc_realloc (memory, size);
}

static void
redirect (const char *path, int to)
{
  int descriptor = NEXT (open) (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (descriptor < 0 || dup2 (descriptor, to) < 0)
    _exit (99);
  close (descriptor);
}

static int
run_child (int argc, char **argv, char **environment, long *n)
{
  int nothing = NEXT (open) ("/dev/null", O_RDONLY);

  dup2 (nothing, STDIN_FILENO);
  redirect (getenv ("LOSS_OUT"), STDOUT_FILENO);
  redirect (getenv ("LOSS_ERR"), STDERR_FILENO);
  alarm (60);
  plan.n = n;
  return real_main (argc, argv, environment);
}

static int
serve (int argc, char **argv, char **environment)
{
  long *n
      = NEXT (mmap) (NULL, sizeof *n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  char line[100];
  size_t length = 0;
  char answer[100];
  int status;
  pid_t child;

  while (NEXT (read) (STDIN_FILENO, line + length, 1) == 1)
    {
      if (line[length] != '\n' && length < sizeof line - 1)
        {
          length++;
          continue;
        }
      line[length] = '\0';
      length = 0;
      if (sscanf (line, "%31s %ld %d %d", plan.calls, &plan.at, &plan.error, &plan.sticky) != 4)
        return 98;
      *n = 0;
      child = fork ();
      if (child == 0)
        return run_child (argc, argv, environment, n);
      waitpid (child, &status, 0);
      snprintf (answer, sizeof answer, "%d %ld\n", status, *n);
      if (NEXT (write) (STDOUT_FILENO, answer, strlen (answer)) < 0)
        return 97;
    }
  return 0;
}

int
__libc_start_main (Main, int, char **, void (*) (void), void (*) (void), void (*) (void), void *);

int
__libc_start_main (Main program,
                   int argc,
                   char **argv,
                   void (*init) (void),
                   void (*fini) (void),
                   void (*rtld_fini) (void),
                   void *stack_end)
{
  real_main = program;
  return NEXT (__libc_start_main) (serve, argc, argv, init, fini, rtld_fini, stack_end);
}
