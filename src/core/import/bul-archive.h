/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A zip or tar (also .tar.gz, .tar.xz), read from its beginning to its end, in memory: nothing of
 * it is ever written anywhere, and the names in it are only names.
 */
typedef struct _BulArchive BulArchive;

/**
 * BulArchiveLimits:
 * @n_entries: files in it
 * @n_bytes: of all files in it together; of a tar that is packed, of all that it unpacks to
 * @n_spared: so many bytes of them may come from an archive of any size
 * @ratio: beyond them, so many times what the archive has
 *
 * More than that no archive of scripts holds; one that is made to fill a machine does.
 */
typedef struct
{
  guint n_entries;
  guint64 n_bytes;
  guint64 n_spared;
  guint ratio;
} BulArchiveLimits;

/**
 * BulArchiveEntry:
 * @name: valid UTF-8, as the archive has it, folders included; CP949 where it says nothing else
 * @bytes: (nullable): what is in it
 * @error: (nullable): why it was not read; the next one may be well
 *
 * One file of an archive.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  GError *error;
} BulArchiveEntry;

void bul_archive_entry_free (BulArchiveEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulArchiveEntry, bul_archive_entry_free)

/* Whether @name is that of an archive: documents are zips too, so that the bytes do not tell. */
gboolean bul_archive_has_name (const char *name);

/* @limits %NULL: the usual ones. Refuses what is no regular file. @cancellable is asked while it is
 * read, for what is packed small may be long. */
BulArchive *bul_archive_open (const char *path,
                              const BulArchiveLimits *limits,
                              GCancellable *cancellable,
                              GError **error);
void bul_archive_free (BulArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulArchive, bul_archive_free)

/*
 * @get_limit: how many bytes a file of this name may have. Folders, and files whose names say that
 * they are no scripts, are passed over.
 *
 * Returns: (transfer full): the next file; %NULL at the end, or with @error where the rest of the
 * archive cannot be read.
 */
BulArchiveEntry *
bul_archive_next (BulArchive *self, gsize (*get_limit) (const char *name), GError **error);

/* Whether a name says that it is no script's: hidden files, what editors leave behind, manifests.
 */
gboolean bul_archive_is_hidden (const char *name);

G_END_DECLS
