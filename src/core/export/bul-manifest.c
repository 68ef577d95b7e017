/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-manifest.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "bul-revision.h"

typedef struct
{
  char *path;
  char *sha256;
  gsize n_bytes;
  char *uid; /* NULL: of no single story */
  guint revision;
  char *hash; /* of the revision; may be NULL */
} File;

struct _BulManifest
{
  GPtrArray *files; /* of File */
};

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file->sha256);
  g_free (file->uid);
  g_free (file->hash);
  g_free (file);
}

BulManifest *
bul_manifest_new (void)
{
  BulManifest *self = g_new0 (BulManifest, 1);

  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

void
bul_manifest_free (BulManifest *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_free (self);
}

static const char *
get_hash (const BulStory *story)
{
  const BulRevision *last
      = story->revisions->len == 0 ? NULL : story->revisions->pdata[story->revisions->len - 1];

  return last == NULL ? NULL : last->hash;
}

void
bul_manifest_add (BulManifest *self, const char *path, GBytes *bytes, const BulStory *story)
{
  File *file = g_new0 (File, 1);

  file->path = g_strdup (path);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  file->n_bytes = g_bytes_get_size (bytes);
  if (story != NULL)
    {
      file->uid = g_strdup (story->uid);
      file->revision = bul_story_get_revision_number (story);
      file->hash = g_strdup (get_hash (story));
    }
  g_ptr_array_add (self->files, file);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_file (JsonBuilder *builder, const File *file)
{
  json_builder_begin_object (builder);
  add_string (builder, "path", file->path);
  add_string (builder, "sha256", file->sha256);
  add_number (builder, "bytes", (gint64) file->n_bytes);
  if (file->uid != NULL)
    {
      add_string (builder, "uid", file->uid);
      add_number (builder, "revision", file->revision);
      add_string (builder, "hash", file->hash);
    }
  json_builder_end_object (builder);
}

GBytes *
bul_manifest_write (const BulManifest *self, const char *query, const char *format, guint n_stories)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  add_string (builder, "query", query);
  add_string (builder, "format", format);
  add_number (builder, "stories", n_stories);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->files->len; i++)
    add_file (builder, self->files->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}
