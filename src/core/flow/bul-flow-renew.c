/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-renew.h"

#include <string.h>

#include <glib/gstdio.h>

#include "bul-error.h"
#include "bul-file.h"

#define SUFFIX ".bulletin"

/* A name that tells what it is and since when, and that is free. */
static char *
dup_name_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  gsize length = strlen (path) - (g_str_has_suffix (path, SUFFIX) ? strlen (SUFFIX) : 0);
  char *name = g_strdup_printf ("%.*s.damaged-%s%s", (int) length, path, day, SUFFIX);

  for (guint n = 2; g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s.damaged-%s-%u%s", (int) length, path, day, n, SUFFIX);
    }
  return name;
}

/* A log that stayed behind would be read into the fresh library. What it shares with others is
 * made anew. */
static gboolean
move (const char *from, const char *to)
{
  g_autofree char *log = g_strconcat (from, "-wal", NULL);
  g_autofree char *log_to = g_strconcat (to, "-wal", NULL);
  g_autofree char *shared = g_strconcat (from, "-shm", NULL);

  if (g_file_test (log, G_FILE_TEST_EXISTS) && g_rename (log, log_to) != 0)
    return FALSE;
  if (g_rename (from, to) == 0)
    {
      g_unlink (shared);
      return TRUE;
    }
  g_rename (log_to, log);
  return FALSE;
}

static gboolean
take_place (const char *fresh, const char *path, const char *aside, GError **error)
{
  if (!move (path, aside))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
                   "%s: The damaged library cannot be moved aside. Nothing was changed. Salvage it "
                   "into a folder of your own with “bulletin salvage”.",
                   path);
      return FALSE;
    }
  if (bul_file_put_in_place (fresh, path, error))
    return TRUE;
  move (aside, path);
  return FALSE;
}

char *
bul_flow_renew (
    const char *path, const char *by, BulFlowSalvageFunc func, gpointer data, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *fresh = g_strdup_printf ("%s.%.8s.fresh", path, uuid);
  g_autofree char *aside = dup_name_aside (path);

  if (!bul_flow_salvage (path, fresh, by, func, data, NULL, error))
    return NULL;
  if (take_place (fresh, path, aside, error))
    return g_steal_pointer (&aside);
  g_unlink (fresh);
  return NULL;
}
