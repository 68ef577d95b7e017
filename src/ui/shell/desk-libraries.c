/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-libraries.h"

struct _DeskLibraries
{
  char *path;
  char *author;
  GPtrArray *open;
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
  self->open = g_ptr_array_new_with_free_func (close_library);
  return self;
}

void
desk_libraries_free (DeskLibraries *self)
{
  g_ptr_array_unref (self->open);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

void
desk_libraries_set_author (DeskLibraries *self, const char *author)
{
  g_return_if_fail (self != NULL);

  g_free (self->author);
  self->author = g_strdup (author);
  for (guint i = 0; i < self->open->len; i++)
    desk_library_set_author (self->open->pdata[i], self->author);
}

const char *
desk_libraries_get_path (DeskLibraries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/* By where they are now: a library may be moved while it is open. */
DeskLibrary *
desk_libraries_get (DeskLibraries *self, const char *path)
{
  g_autofree char *absolute = NULL;
  DeskLibrary *library = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  for (guint i = 0; i < self->open->len; i++)
    if (g_str_equal (desk_library_get_path (self->open->pdata[i]), absolute))
      return self->open->pdata[i];
  library = desk_library_new (absolute, self->author);
  g_ptr_array_add (self->open, library);
  return library;
}
