/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-libraries.h"

struct _DeskLibraries
{
  char *path;
  char *author;
  GHashTable *by_path;
};

static void
close_library (gpointer data)
{
  DeskLibrary *library = data;

  desk_library_close (library);
  g_object_unref (library);
}

DeskLibraries *
desk_libraries_new (const char *path, const char *author)
{
  DeskLibraries *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (DeskLibraries, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->author = g_strdup (author);
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, close_library);
  return self;
}

void
desk_libraries_free (DeskLibraries *self)
{
  g_hash_table_unref (self->by_path);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

const char *
desk_libraries_get_path (DeskLibraries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

DeskLibrary *
desk_libraries_get (DeskLibraries *self, const char *path)
{
  g_autofree char *absolute = NULL;
  DeskLibrary *library = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  library = g_hash_table_lookup (self->by_path, absolute);
  if (library == NULL)
    {
      library = desk_library_new (absolute, self->author);
      g_hash_table_insert (self->by_path, (char *) desk_library_get_path (library), library);
    }
  return library;
}
