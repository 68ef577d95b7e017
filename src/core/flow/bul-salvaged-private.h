/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* What a story of a damaged library can be made into, and what is to be said about it. */
typedef struct
{
  BulStory *story;
  gboolean proven;         /* each revision from the first to the last, and none is missing */
  GPtrArray *notes;        /* of char * */
  GPtrArray *former_uuids; /* for each revision of @story the uuid that it had; "" for a new one */
} BulSalvaged;

/* @story: (transfer full): as it was read; @n_revisions: how many it should have. */
BulSalvaged *bul_salvaged_new (BulStory *story, guint n_revisions, const char *by);
void bul_salvaged_free (BulSalvaged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSalvaged, bul_salvaged_free)

G_END_DECLS
