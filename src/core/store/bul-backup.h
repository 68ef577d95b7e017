/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Backups are whole libraries, made while others read and write, under a name that they get only
 * when they are on the disk. Those that nobody gave a name are kept in a folder beside the library,
 * the newest seven of them.
 */

/* Writes a copy of the library to @path, where nothing may be yet (%BUL_ERROR_REFUSED). */
gboolean bul_backup_write (BulStore *store, const char *path, GError **error);

/* Returns: (transfer full): the path of a new backup in the folder beside the library. */
char *bul_backup_make (BulStore *store, GError **error);

/* The same, where the library has stories and no backup of today. FALSE only where it failed. */
gboolean bul_backup_make_daily (BulStore *store, GError **error);

/* Returns: (transfer full): paths of the backups beside @library, the newest first. */
GStrv bul_backup_list (const char *library);

/* Returns: (transfer full): the folder that they are in, whether it exists or not. */
char *bul_backup_dup_folder (const char *library);

G_END_DECLS
