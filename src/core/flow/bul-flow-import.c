/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-import.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "bul-archive.h"
#include "bul-error.h"
#include "bul-file.h"
#include "bul-flow-batch.h"
#include "bul-flow-walk.h"
#include "bul-flow.h"
#include "bul-importers.h"

/* What is read before it is kept. */
#define MOST_FILES 200
#define MOST_BYTES ((gsize) 16 * 1024 * 1024)
#define LONGEST_READ (G_USEC_PER_SEC / 5)

/* One file of the portion under way. */
typedef struct
{
  BulFlowImported *imported;
  BulImport *import; /* NULL where it is known already, or refused */
} Item;

struct _BulFlowImport
{
  BulFlowWalk *walk;
  BulFlowImportWhat what;
  BulImportOptions options;
  char *encoding;

  guint n_read;     /* of what the walk found */
  guint n_archives; /* that were found and not read to their end */
  BulArchive *archive;
  char *archive_path;
  GPtrArray *portion; /* of Item */
  gsize portion_bytes;
  BulFlowImportProgress progress;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  bul_flow_imported_free (item->imported);
  bul_import_free (item->import);
  g_free (item);
}

BulFlowImport *
bul_flow_import_new (const char *const *paths,
                     BulFlowImportWhat what,
                     const BulImportOptions *options)
{
  BulFlowImport *self = g_new0 (BulFlowImport, 1);

  self->walk = bul_flow_walk_new (paths);
  self->what = what;
  if (options != NULL)
    self->options = *options;
  self->encoding = g_strdup (self->options.encoding);
  self->options.encoding = self->encoding;
  self->portion = g_ptr_array_new_with_free_func (item_free);
  self->progress.is_counting = TRUE;
  return self;
}

void
bul_flow_import_free (BulFlowImport *self)
{
  if (self == NULL)
    return;
  bul_flow_walk_free (self->walk);
  bul_archive_free (self->archive);
  g_free (self->archive_path);
  g_free (self->encoding);
  g_ptr_array_unref (self->portion);
  g_free (self);
}

BulFlowImportProgress
bul_flow_import_get_progress (const BulFlowImport *self)
{
  BulFlowImportProgress progress = self->progress;

  progress.may_grow = progress.is_counting || self->n_archives > 0;
  return progress;
}

static Item *
add_item (BulFlowImport *self, const char *path)
{
  Item *item = g_new0 (Item, 1);

  item->imported = bul_flow_imported_new (path);
  g_ptr_array_add (self->portion, item);
  return item;
}

/* What the library has from the same bytes need not be understood again. */
static gboolean
find_known (BulStore *store, GBytes *bytes, BulFlowImported *imported)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GPtrArray) rows = store == NULL ? NULL : bul_store_list_source (store, sha256, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const BulStoreRow *row = rows->pdata[i];

      bul_flow_imported_add (imported, row->uid, row->headline, BUL_FLOW_KEPT_KNOWN);
    }
  return rows != NULL && rows->len > 0;
}

static void
read_bytes (BulFlowImport *self, BulStore *store, Item *item, GBytes *bytes)
{
  const char *path = item->imported->path;

  self->progress.n_bytes += g_bytes_get_size (bytes);
  self->portion_bytes += g_bytes_get_size (bytes);
  if (find_known (store, bytes, item->imported))
    return;
  item->import = bul_importers_read (bytes, strcmp (path, "-") == 0 ? NULL : path, &self->options,
                                     &item->imported->error);
  if (item->import == NULL)
    g_prefix_error (&item->imported->error, "%s: ", path);
}

static void
close_archive (BulFlowImport *self)
{
  g_clear_pointer (&self->archive, bul_archive_free);
  g_clear_pointer (&self->archive_path, g_free);
}

/* Nothing more comes out of it. One that was left because of a cancellation would have had more. */
static void
end_archive (BulFlowImport *self)
{
  self->n_archives--;
  close_archive (self);
}

static void
read_entry (BulFlowImport *self, BulStore *store)
{
  GError *error = NULL;
  g_autoptr (BulArchiveEntry) entry = bul_archive_next (self->archive, bul_flow_get_limit, &error);
  g_autofree char *path = NULL;
  Item *item = NULL;

  if (entry == NULL && (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      if (error == NULL)
        end_archive (self);
      else
        close_archive (self);
      g_clear_error (&error);
      return;
    }
  path = entry == NULL ? g_strdup (self->archive_path)
                       : g_strconcat (self->archive_path, "/", entry->name, NULL);
  item = add_item (self, path);
  self->progress.n_found++;
  if (entry == NULL)
    {
      item->imported->error = error;
      end_archive (self);
    }
  else if (entry->error != NULL)
    {
      item->imported->error = g_steal_pointer (&entry->error);
      g_prefix_error (&item->imported->error, "%s: ", path);
    }
  else
    read_bytes (self, store, item, entry->bytes);
}

static GBytes *
load (BulFlowImport *self, const BulFlowFound *found, GError **error)
{
  gsize limit = bul_flow_get_limit (found->path);

  return found->is_named && self->what == BUL_FLOW_IMPORT_PIPES
             ? bul_file_read (found->path, limit, error)
             : bul_file_read_regular (found->path, limit, error);
}

static gboolean
is_archive (const BulFlowFound *found)
{
  return found->error == NULL && bul_archive_has_name (found->path);
}

/* The archive itself is counted by what comes up in it. */
static void
start_archive (BulFlowImport *self, const char *path, GCancellable *cancellable)
{
  GError *error = NULL;

  self->archive = bul_archive_open (path, NULL, cancellable, &error);
  if (self->archive == NULL)
    {
      self->n_archives--;
      add_item (self, path)->imported->error = error;
      return;
    }
  self->archive_path = g_filename_display_name (path);
  self->progress.n_found--;
}

static void
read_found (BulFlowImport *self,
            BulStore *store,
            const BulFlowFound *found,
            GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = NULL;
  Item *item = NULL;

  if (is_archive (found))
    {
      start_archive (self, found->path, cancellable);
      return;
    }
  item = add_item (self, found->path);
  if (found->error != NULL)
    item->imported->error = g_error_copy (found->error);
  else
    bytes = load (self, found, &item->imported->error);
  if (bytes != NULL)
    read_bytes (self, store, item, bytes);
}

static void
look (BulFlowImport *self)
{
  const GPtrArray *found = bul_flow_walk_get_found (self->walk);
  guint n_before = found->len;

  self->progress.is_counting = bul_flow_walk_step (self->walk);
  self->progress.n_found += found->len - n_before;
  for (guint i = n_before; i < found->len; i++)
    self->n_archives += is_archive (found->pdata[i]);
}

/* One step: looking comes first, so that how much there is to do is known early. */
static gboolean
step (BulFlowImport *self, BulStore *store, GCancellable *cancellable)
{
  const GPtrArray *found = bul_flow_walk_get_found (self->walk);

  if (self->progress.is_counting)
    look (self);
  else if (self->archive != NULL)
    read_entry (self, store);
  else if (self->n_read < found->len)
    read_found (self, store, found->pdata[self->n_read++], cancellable);
  else
    return FALSE;
  return TRUE;
}

gboolean
bul_flow_import_read (BulFlowImport *self, BulStore *store, GCancellable *cancellable)
{
  gint64 until = g_get_monotonic_time () + LONGEST_READ;
  gboolean is_more = TRUE;

  while (is_more && !g_cancellable_is_cancelled (cancellable) && self->portion->len < MOST_FILES
         && self->portion_bytes < MOST_BYTES && g_get_monotonic_time () < until)
    is_more = step (self, store, cancellable);
  return is_more || self->portion->len > 0;
}

/* Keeping one portion. */
typedef struct
{
  BulFlowImport *import;
  guint next; /* of the portion: the batch tells in the order in which it was given */
  GError *error;
} Keeping;

/* Whether it is the library that does not take it, and would take nothing else. */
static gboolean
is_of_library (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
         || g_error_matches (error, BUL_ERROR, BUL_ERROR_READ_ONLY)
         || g_error_matches (error, BUL_ERROR, BUL_ERROR_GONE)
         || g_error_matches (error, BUL_ERROR, BUL_ERROR_BUSY)
         || g_error_matches (error, BUL_ERROR, BUL_ERROR_DAMAGED);
}

static void
kept_cb (const char *path,
         const BulImport *import,
         const char *const *uids,
         const BulFlowKept *kept,
         const GError *error,
         gpointer data)
{
  Keeping *keeping = data;
  const GPtrArray *portion = keeping->import->portion;
  BulFlowImported *imported;

  while (((const Item *) portion->pdata[keeping->next])->import != import)
    keeping->next++;
  imported = ((Item *) portion->pdata[keeping->next++])->imported;
  if (error != NULL)
    {
      imported->error = g_error_copy (error);
      if (keeping->error == NULL && is_of_library (error))
        keeping->error = g_error_copy (error);
      return;
    }
  for (guint i = 0; i < import->stories->len; i++)
    {
      const BulStory *story = import->stories->pdata[i];

      bul_flow_imported_add (imported, uids[i], bul_story_get_headline (story), kept[i]);
    }
}

static void
tell (BulFlowImport *self, BulFlowImported *imported, BulFlowImportFunc func, gpointer data)
{
  BulFlowImportProgress *progress = &self->progress;
  guint n_new = bul_flow_imported_count_new (imported);

  progress->n_done++;
  progress->n_kept += n_new;
  progress->n_known += imported->stories->len - n_new;
  progress->n_refused += imported->error != NULL;
  progress->n_odd += imported->error == NULL && imported->findings->len > 0;
  func (imported, data);
}

static void
tell_all (BulFlowImport *self, BulFlowImportFunc func, gpointer data)
{
  for (guint i = 0; i < self->portion->len; i++)
    {
      Item *item = self->portion->pdata[i];

      item->import = NULL;
      tell (self, g_steal_pointer (&item->imported), func, data);
    }
  g_ptr_array_set_size (self->portion, 0);
  self->portion_bytes = 0;
}

gboolean
bul_flow_import_keep (BulFlowImport *self,
                      BulStore *store,
                      const char *by,
                      BulFlowImportFunc func,
                      gpointer data,
                      GError **error)
{
  Keeping keeping = { self, 0, NULL };
  g_autoptr (BulFlowBatch) batch = bul_flow_batch_new (store, by, kept_cb, &keeping);

  for (guint i = 0; i < self->portion->len; i++)
    {
      Item *item = self->portion->pdata[i];

      if (item->import == NULL)
        continue;
      g_clear_pointer (&item->imported->findings, g_ptr_array_unref);
      item->imported->findings = g_ptr_array_ref (item->import->findings);
      /* The batch frees it once it has told it. */
      bul_flow_batch_add (batch, item->imported->path, item->import);
    }
  bul_flow_batch_flush (batch);
  tell_all (self, func, data);
  if (keeping.error == NULL)
    return TRUE;
  g_propagate_error (error, keeping.error);
  return FALSE;
}
