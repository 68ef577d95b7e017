/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "bul-backup.h"
#include "bul-decode.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "cli-commands.h"
#include "cli-options.h"
#include "config.h"

G_DEFINE_QUARK (cli_error, cli_error)

CliStatus
cli_usage_error (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (CLI_ERROR, CLI_USAGE, format, arguments);
  va_end (arguments);
  return CLI_USAGE;
}

/* As people say how many. */
static char *
dup_count (guint least, guint most)
{
  g_autofree char *few = least == 1 ? g_strdup ("one word") : g_strdup_printf ("%u words", least);

  if (most == 0)
    return g_strdup ("no words");
  if (most == least)
    return g_steal_pointer (&few);
  return most == G_MAXUINT
             ? g_strdup_printf ("at least %s", few)
             : g_strdup_printf ("%u %s %u words", least, most - least == 1 ? "or" : "to", most);
}

CliStatus
cli_words_error (
    GError **error, const char *command, const char *deed, guint least, guint most, guint n)
{
  g_autofree char *count = dup_count (least, most);
  g_autofree char *given = n == 0 ? g_strdup ("none") : g_strdup_printf ("%u", n);

  return cli_usage_error (error, "“%s %s” takes %s after it, not %s.", command, deed, count, given);
}

CliStatus
cli_status_of (const GError *error)
{
  if (error->domain == CLI_ERROR)
    return error->code;
  if (error->domain != BUL_ERROR)
    return CLI_IO;
  switch ((BulError) error->code)
    {
    case BUL_ERROR_DAMAGED:
      return CLI_DAMAGED;
    case BUL_ERROR_CONFLICT:
    case BUL_ERROR_NOT_FOUND:
    case BUL_ERROR_AMBIGUOUS:
    case BUL_ERROR_REFUSED:
      return CLI_REFUSED;
    case BUL_ERROR_TOO_LARGE:
    case BUL_ERROR_NOT_TEXT:
    case BUL_ERROR_HOSTILE:
    case BUL_ERROR_INVALID:
    case BUL_ERROR_NEWER:
    case BUL_ERROR_FOREIGN:
    case BUL_ERROR_READ_ONLY:
    case BUL_ERROR_GONE:
    case BUL_ERROR_BUSY:
      break;
    }
  return CLI_IO;
}

char *
cli_dup_library_path (const CliOptions *options)
{
  return options->library != NULL ? g_strdup (options->library) : bul_flow_dup_library_path ();
}

BulStore *
cli_open_library (const CliOptions *options, BulStoreMode mode, GError **error)
{
  g_autofree char *path = cli_dup_library_path (options);
  BulStore *store = bul_store_open (path, mode, error);
  g_autoptr (GError) failed = NULL;

  if (store == NULL)
    return NULL;
  if (bul_store_get_trouble (store) != NULL)
    g_printerr ("bulletin: %s\n", bul_store_get_trouble (store));
  if (mode == BUL_STORE_READ_WRITE && !bul_backup_make_daily (store, &failed))
    g_printerr ("bulletin: %s\n", failed->message);
  return store;
}

BulStory *
cli_load_story (BulStore *store, const char *uid, GError **error)
{
  g_autofree char *whole = bul_store_resolve (store, uid, error);

  return whole == NULL ? NULL : bul_flow_load (store, whole, error);
}

char *
cli_printable (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2028)
        g_string_append (out, " / ");
      else if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        g_string_append_c (out, '?');
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A wrong name is a slip on the command line, whatever the files hold. */
static gboolean
check_encoding (const char *name, GError **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulDecoded) decoded = NULL;

  if (name == NULL)
    return TRUE;
  decoded = bul_decode (nothing, name, &failed);
  if (decoded == NULL)
    cli_usage_error (error, "%s", failed->message);
  return decoded != NULL;
}

static gboolean
needs_arguments (const CliCommand *command)
{
  return *command->arguments != '\0' && *command->arguments != '[';
}

static int
run (char **argv, CliOptions *options, GError **error)
{
  const CliCommand *command = NULL;
  gboolean help = FALSE;
  gboolean version = FALSE;

  if (!cli_options_read (argv, options, &command, &help, &version, error))
    return CLI_USAGE;
  if (version)
    {
      g_print ("bulletin " PACKAGE_VERSION "\n");
      return CLI_DONE;
    }
  if (help)
    {
      cli_options_print_help (command);
      return CLI_DONE;
    }
  if (command == NULL)
    return cli_usage_error (error, "Name a command; “bulletin --help” lists them.");
  if (needs_arguments (command) && options->arguments[0] == NULL && options->query == NULL)
    return cli_usage_error (error, "“%s” needs %s.", command->name, command->arguments);
  if (*command->arguments == '\0' && options->arguments[0] != NULL)
    return cli_usage_error (error, "“%s” does not take “%s”.", command->name,
                            options->arguments[0]);
  if (!check_encoding (options->encoding, error))
    return CLI_USAGE;
  return command->run (options, error);
}

/* Where a library is damaged, the way out is told with it. */
static void
tell_way_out (const CliOptions *options)
{
  g_autofree char *path = cli_dup_library_path (options);
  g_autofree char *shown = cli_printable (path);
  g_auto (GStrv) backups = bul_backup_list (path);
  g_autofree char *newest = backups[0] == NULL ? NULL : cli_printable (backups[0]);

  if (newest != NULL)
    g_printerr ("The newest backup is “%s”.\n", newest);
  g_printerr ("“bulletin salvage \"%s\" NEW” reads what it still holds into a new library.\n",
              shown);
}

/* Output is UTF-8 in every locale: programs read it, and so do terminals of this century. */
static void
print_as_is (const char *text)
{
  fputs (text, stdout);
}

static void
print_error_as_is (const char *text)
{
  fputs (text, stderr);
}

/* What a full disk or a broken pipe swallowed was not told: that is no success. */
static gboolean
finish_output (GError **error)
{
  gboolean broken = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !broken)
    return TRUE;
  g_set_error (error, CLI_ERROR, CLI_IO,
               "Not all of the output could be written%s%s%s. What was changed in the library "
               "stands. Make room, or send the output elsewhere, and ask again.",
               errno == 0 ? "" : " (", errno == 0 ? "" : g_strerror (errno), errno == 0 ? "" : ")");
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CliOptions options = { 0 };
  int status;

  /* Whoever reads the output may stop reading: that ends the program without a word. */
  signal (SIGPIPE, SIG_DFL);
  /* A file that may not grow further is an error like a full disk, to be told. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  g_set_print_handler (print_as_is);
  g_set_printerr_handler (print_error_as_is);
  status = argc > 0 ? run (argv + 1, &options, &error) : CLI_USAGE;
  if (error == NULL)
    finish_output (&error);
  if (error != NULL)
    {
      g_printerr ("bulletin: %s\n", error->message);
      status = cli_status_of (error);
    }
  if (status == CLI_DAMAGED)
    tell_way_out (&options);
  cli_options_clear (&options);
  return status;
}
