/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-backup.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "bul-backup-files-private.h"
#include "bul-error.h"
#include "bul-store-private.h"

char *
bul_backup_dup_folder (const char *library)
{
  return bul_backup_files_dup_folder (library);
}

GStrv
bul_backup_list (const char *library)
{
  return bul_backup_files_list (library);
}

gboolean
bul_backup_write (BulStore *store, const char *path, GError **error)
{
  return bul_backup_files_write (store->db, path, error);
}

char *
bul_backup_make (BulStore *store, GError **error)
{
  return bul_backup_files_make (store->db, NULL, error);
}

static gboolean
has_stories (BulStore *store)
{
  gint64 n = 0;

  return bul_db_get_number (store->db, "SELECT EXISTS (SELECT 1 FROM story)", &n, NULL) && n > 0;
}

static gboolean
has_backup_of (BulStore *store, const char *day)
{
  g_auto (GStrv) paths = bul_backup_files_list (store->db->path);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);

      if (g_str_has_prefix (name, day))
        return TRUE;
    }
  return FALSE;
}

gboolean
bul_backup_make_daily (BulStore *store, GError **error)
{
  g_autofree char *day = bul_backup_files_dup_time ("%Y-%m-%d");
  g_autoptr (GError) failed = NULL;
  g_autofree char *path = NULL;

  /* What may not be written from here is not changed from here. */
  if (!has_stories (store) || g_access (store->db->path, W_OK) != 0 || has_backup_of (store, day))
    return TRUE;
  path = bul_backup_files_make (store->db, day, &failed);
  /* Another program was faster. */
  if (path != NULL || g_error_matches (failed, BUL_ERROR, BUL_ERROR_REFUSED))
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&failed),
                              "Today's backup could not be made; work goes on without it. ");
  return FALSE;
}
