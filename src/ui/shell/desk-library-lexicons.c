/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

#include "bul-flow-pair.h"

static void
free_lexicons (gpointer lexicons)
{
  g_ptr_array_unref (lexicons);
}

static gpointer
read_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  return store == NULL ? NULL : bul_flow_pair_read_lexicons (store, NULL, error);
}

static guint
sum_fingerprints (const GPtrArray *lexicons)
{
  guint sum = 0;

  for (guint i = 0; lexicons != NULL && i < lexicons->len; i++)
    sum = sum * 31 + bul_lexicon_get_fingerprint (lexicons->pdata[i]);
  return sum;
}

/* The open stories are compared anew only by what is other than before. */
static void
take (DeskLibrary *self, GPtrArray *lexicons)
{
  guint fingerprint = sum_fingerprints (lexicons);
  GHashTableIter iter;
  gpointer document;

  if (self->lexicons != NULL && fingerprint == self->fingerprint)
    return;
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  self->lexicons = g_ptr_array_ref (lexicons);
  self->fingerprint = fingerprint;
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    desk_document_set_lexicons (document, lexicons);
}

/* Where they cannot be read, those from before are as good as any. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskLibrary) self = data;
  GPtrArray *lexicons = bul_worker_run_finish (result, NULL);

  self->is_reading_lexicons = FALSE;
  if (lexicons != NULL)
    {
      take (self, lexicons);
      free_lexicons (lexicons);
    }
  if (self->wants_lexicons)
    desk_library_read_lexicons (self);
}

void
desk_library_read_lexicons (DeskLibrary *self)
{
  self->wants_lexicons = self->is_reading_lexicons;
  if (self->is_reading_lexicons || self->reader == NULL)
    return;
  self->is_reading_lexicons = TRUE;
  bul_worker_run_async (self->reader, read_job, &self->read, NULL, NULL, read_cb,
                        g_object_ref (self));
}

void
desk_library_give_lexicons (DeskLibrary *self, DeskDocument *document)
{
  if (self->lexicons != NULL)
    desk_document_set_lexicons (document, self->lexicons);
  else
    desk_library_read_lexicons (self);
}
