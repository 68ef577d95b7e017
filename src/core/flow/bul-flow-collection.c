/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-collection.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-file.h"
#include "bul-flow.h"
#include "bul-manifest.h"
#include "bul-story-table.h"
#include "bul-validate.h"

typedef struct
{
  const char *name;
  GBytes *(*write_table) (const BulStoryTable *table, GError **error); /* NULL: a file each */
  const char *table_name;
  const char *const *schema; /* what is to be beside them, or NULL */
} Format;

static const char *const schema[] = { "bulletin-1.rng", "bulletin-1.sch", NULL };

static const Format formats[] = {
  { "xml", NULL, NULL, schema },
  { "text", NULL, NULL, NULL },
  { "csv", bul_story_table_write_csv, "stories.csv", NULL },
  { "xlsx", bul_story_table_write_xlsx, "stories.xlsx", NULL },
};

struct _BulFlowCollection
{
  char *folder;
  const Format *format;
  BulManifest *manifest;
  BulStoryTable *table;
  GHashTable *paths; /* as file systems compare them that know no capitals */
  guint n_stories;
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

gboolean
bul_flow_collection_has_format (const char *format)
{
  return find_format (format) != NULL;
}

static gboolean
check_empty (const char *folder, GError **error)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, error);
  g_autofree char *shown = g_filename_display_name (folder);

  if (names == NULL)
    return FALSE;
  if (g_dir_read_name (names) == NULL)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("“%s” has something in it. Nothing was written. Name a new folder, so that what "
                  "is handed on is all that is in it."),
               shown);
  return FALSE;
}

BulFlowCollection *
bul_flow_collection_new (const char *folder, const char *format, GError **error)
{
  BulFlowCollection *self;

  g_return_val_if_fail (bul_flow_collection_has_format (format), NULL);

  if (!bul_file_make_folder (folder, error) || !check_empty (folder, error))
    return NULL;
  self = g_new0 (BulFlowCollection, 1);
  self->folder = g_strdup (folder);
  self->format = find_format (format);
  self->manifest = bul_manifest_new ();
  self->table = bul_story_table_new ();
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
bul_flow_collection_free (BulFlowCollection *self)
{
  if (self == NULL)
    return;
  bul_manifest_free (self->manifest);
  bul_story_table_free (self->table);
  g_hash_table_unref (self->paths);
  g_free (self->folder);
  g_free (self);
}

/* The beginning of a uid does not tell two of very many stories apart. */
static char *
dup_path (BulFlowCollection *self, const BulStory *story)
{
  g_autofree char *folder = bul_flow_dup_bulletin_name (story);
  g_autofree char *name = bul_flow_dup_export_name (story, self->format->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *folded = g_utf8_casefold (path, -1);

  if (g_hash_table_add (self->paths, folded))
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s/%s-%s", folder, story->uid, name);
}

static gboolean
put (
    BulFlowCollection *self, const char *path, GBytes *bytes, const BulStory *story, GError **error)
{
  g_autofree char *whole = g_build_filename (self->folder, path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);

  if (!bul_file_make_folder (folder, error) || !bul_file_write (whole, bytes, error))
    return FALSE;
  bul_manifest_add (self->manifest, path, bytes, story);
  return TRUE;
}

char *
bul_flow_collection_add (BulFlowCollection *self, const BulStory *story, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  self->n_stories++;
  if (self->format->write_table != NULL)
    {
      bul_story_table_add (self->table, story);
      return g_strdup ("");
    }
  bytes = bul_flow_export (story, self->format->name, error);
  if (bytes == NULL)
    return NULL;
  path = dup_path (self, story);
  return put (self, path, bytes, story, error) ? g_steal_pointer (&path) : NULL;
}

/* Whoever gets the files can see for themselves whether they are whole. */
static gboolean
put_schema (BulFlowCollection *self, GError **error)
{
  const char *const *names = self->format->schema;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = bul_validate_load_schema (names[i]);
      g_autofree char *path = g_build_filename ("schema", names[i], NULL);

      if (!put (self, path, bytes, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bul_flow_collection_finish (BulFlowCollection *self, const char *query, GError **error)
{
  const Format *format = self->format;
  g_autofree char *path = g_build_filename (self->folder, BUL_MANIFEST_NAME, NULL);
  g_autoptr (GBytes) manifest = NULL;

  if (format->write_table != NULL)
    {
      g_autoptr (GBytes) table = format->write_table (self->table, error);

      if (table == NULL || !put (self, format->table_name, table, NULL, error))
        return FALSE;
    }
  if (!put_schema (self, error))
    return FALSE;
  manifest = bul_manifest_write (self->manifest, query, format->name, self->n_stories);
  return bul_file_write (path, manifest, error);
}

guint
bul_flow_collection_count (const BulFlowCollection *self)
{
  return self->n_stories;
}
