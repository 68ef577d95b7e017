/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* What is in a folder that was exported, with the hash of each file: whoever gets it can tell that
 * nothing is missing and nothing was changed. */
typedef struct _BulManifest BulManifest;

#define BUL_MANIFEST_NAME "MANIFEST.json"

BulManifest *bul_manifest_new (void);
void bul_manifest_free (BulManifest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulManifest, bul_manifest_free)

/* @path: below the folder, valid UTF-8; @story may be %NULL, where the file holds many. */
void bul_manifest_add (BulManifest *self, const char *path, GBytes *bytes, const BulStory *story);

/* Returns: (transfer full): the manifest as JSON. */
GBytes *bul_manifest_write (const BulManifest *self,
                            const char *query,
                            const char *format,
                            guint n_stories);

G_END_DECLS
