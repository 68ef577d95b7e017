/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/* The files of bul-backup.h, made from a connection: a library that is being opened has no more. */

char *bul_backup_files_dup_folder (const char *library);
GStrv bul_backup_files_list (const char *library);
gboolean bul_backup_files_write (BulDb *db, const char *path, GError **error);

/* @name: of the new file in the folder, without its ending; NULL for the time of day. */
char *bul_backup_files_make (BulDb *db, const char *name, GError **error);

/* Now, in universal time, as g_date_time_format() writes it: names sort by time in every zone. */
char *bul_backup_files_dup_time (const char *format);

G_END_DECLS
