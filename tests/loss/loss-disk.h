/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "loss-record.h"

G_BEGIN_DECLS

/*
 * A disk on which a recorded program works, and what of that may be there after the power went.
 *
 * What was synced is there: a file's bytes and length once the file was synced, a name (made,
 * changed, removed) once its folder was. Of what came since, any part may be there and any other
 * missing, in any order: each block of a write for itself, each change of a length, each name. Only
 * a rename is whole or not at all. Where a later block is there and an earlier one is not, the gap
 * reads as zeros; so may the end of a file whose length is there and whose bytes are not.
 */
typedef struct _LossDisk LossDisk;

typedef struct
{
  LossRecord head;
  const char *name;
  const char *other;
  const guint8 *bytes;
} LossEvent;

/* @folder: (nullable): what is on the disk before. */
LossDisk *loss_disk_new (const char *folder);
void loss_disk_free (LossDisk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LossDisk, loss_disk_free)

void loss_disk_take (LossDisk *self, const LossEvent *event);
guint loss_disk_count_pending (LossDisk *self);

/* Which part of what is not synced is there. */
typedef enum
{
  LOSS_ALL,
  LOSS_NONE,
  LOSS_NAMES,   /* names, but no bytes */
  LOSS_BYTES,   /* bytes, but no names */
  LOSS_FIRST,   /* up to a moment, the last write torn */
  LOSS_BUT_ONE, /* all but one */
  LOSS_ONLY_ONE,
  LOSS_SECTORS, /* any blocks of 512 */
  LOSS_PAGES,   /* any blocks of 4096 */
  LOSS_N_CHOICES,
} LossChoice;

/* Returns: (transfer full) (element-type utf8 GByteArray): names and bytes; folders have none. */
GHashTable *loss_disk_make_state (LossDisk *self, LossChoice choice, GRand *rand);

/* The same for the same names and bytes. */
guint64 loss_disk_hash_state (GHashTable *state);

/* Writes a state below @folder, which is emptied first. */
void loss_disk_write_state (GHashTable *state, const char *folder);

/* Removes what is in a folder, and below it. */
void loss_disk_empty (const char *folder);

G_END_DECLS
