/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-flow-tag.h"

G_BEGIN_DECLS

/**
 * DeskTagDeed:
 *
 * Tags that stories are given, and tags that are taken from them, as a person decided it at once.
 * The stories are fixed. It is made by one thread, and constant from then on.
 */
#define DESK_TYPE_TAG_DEED (desk_tag_deed_get_type ())
GType desk_tag_deed_get_type (void);

typedef struct _DeskTagDeed DeskTagDeed;

/* @name: as people see it */
typedef struct
{
  BulTagDeed deed;
  char *code;
  char *name;
} DeskTagChange;

/* @uids: (element-type utf8): copied */
DeskTagDeed *desk_tag_deed_new (const GPtrArray *uids);
DeskTagDeed *desk_tag_deed_ref (DeskTagDeed *self);
void desk_tag_deed_unref (DeskTagDeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagDeed, desk_tag_deed_unref)

/* @deed: %BUL_TAG_DEED_ADD or %BUL_TAG_DEED_REMOVE */
void desk_tag_deed_add (DeskTagDeed *self, BulTagDeed deed, const char *code, const char *name);

/* (element-type utf8) */
const GPtrArray *desk_tag_deed_get_uids (const DeskTagDeed *self);
/* (element-type DeskTagChange) */
const GPtrArray *desk_tag_deed_get_changes (const DeskTagDeed *self);

/* The last tag that it gives; %NULL where it gives none. Borrowed. */
const DeskTagChange *desk_tag_deed_get_given (const DeskTagDeed *self);

G_END_DECLS
