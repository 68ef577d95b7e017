/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-walk.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "bul-archive.h"
#include "bul-error.h"

struct _BulFlowWalk
{
  GPtrArray *named; /* of paths, the next one last */
  GPtrArray *below; /* of paths in folders, the next one last */
  GPtrArray *found; /* of BulFlowFound */
};

static void
found_free (gpointer data)
{
  BulFlowFound *found = data;

  g_free (found->path);
  g_clear_error (&found->error);
  g_free (found);
}

BulFlowWalk *
bul_flow_walk_new (const char *const *paths)
{
  BulFlowWalk *self = g_new0 (BulFlowWalk, 1);

  self->named = g_ptr_array_new_with_free_func (g_free);
  self->below = g_ptr_array_new_with_free_func (g_free);
  self->found = g_ptr_array_new_with_free_func (found_free);
  for (guint i = g_strv_length ((char **) paths); i > 0; i--)
    g_ptr_array_add (self->named, g_strdup (paths[i - 1]));
  return self;
}

void
bul_flow_walk_free (BulFlowWalk *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->named);
  g_ptr_array_unref (self->below);
  g_ptr_array_unref (self->found);
  g_free (self);
}

const GPtrArray *
bul_flow_walk_get_found (const BulFlowWalk *self)
{
  return self->found;
}

static BulFlowFound *
add_found (BulFlowWalk *self, const char *path)
{
  BulFlowFound *found = g_new0 (BulFlowFound, 1);

  found->path = g_strdup (path);
  g_ptr_array_add (self->found, found);
  return found;
}

static int
compare_backwards (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* What is in a folder comes before what stands behind it. */
static void
open_folder (BulFlowWalk *self, const char *path)
{
  GError *error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  if (folder == NULL)
    {
      add_found (self, path)->error = error;
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!bul_archive_is_hidden (name))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_backwards);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->below, names->pdata[i]);
}

static void
look_at_named (BulFlowWalk *self, const char *path)
{
  if (strcmp (path, "-") != 0 && g_file_test (path, G_FILE_TEST_IS_DIR))
    open_folder (self, path);
  else
    add_found (self, path)->is_named = TRUE;
}

static void
look_at (BulFlowWalk *self, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat status;
  gboolean is_link;

  if (g_lstat (path, &status) != 0)
    {
      add_found (self, path);
      return;
    }
  is_link = S_ISLNK (status.st_mode);
  /* A link that leads nowhere is told by who reads it. */
  if (is_link && g_stat (path, &status) != 0)
    add_found (self, path);
  else if (S_ISDIR (status.st_mode) && is_link)
    add_found (self, path)->error = g_error_new (
        BUL_ERROR, BUL_ERROR_REFUSED,
        _ ("“%s” is a link to a folder and was not followed, so that nothing is read twice. Name "
           "that folder itself where you want it."),
        shown);
  else if (S_ISDIR (status.st_mode))
    open_folder (self, path);
  else if (S_ISREG (status.st_mode))
    add_found (self, path);
  else
    add_found (self, path)->error = g_error_new (
        BUL_ERROR, BUL_ERROR_REFUSED,
        _ ("“%s” is not a file but a pipe, a socket or a device. It was passed over."), shown);
}

gboolean
bul_flow_walk_step (BulFlowWalk *self)
{
  GPtrArray *from = self->below->len > 0 ? self->below : self->named;
  g_autofree char *path = NULL;

  if (from->len == 0)
    return FALSE;
  path = g_ptr_array_steal_index (from, from->len - 1);
  if (from == self->below)
    look_at (self, path);
  else
    look_at_named (self, path);
  return TRUE;
}
