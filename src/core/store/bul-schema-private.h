/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/* What a file is, before anything in it is changed. */
typedef enum
{
  BUL_SCHEMA_EMPTY, /* no tables yet: a new library */
  BUL_SCHEMA_OLDER, /* ours, to be brought up to date */
  BUL_SCHEMA_OURS,
  BUL_SCHEMA_ERROR, /* foreign, newer, damaged: refused */
} BulSchemaState;

BulSchemaState bul_schema_look (BulDb *db, GError **error);

/* Runs the migrations that are missing, in one transaction. The lock is held by the caller. */
gboolean bul_schema_migrate (BulDb *db, GError **error);

/* Whether every table, index, trigger and view is exactly ours; else %BUL_ERROR_FOREIGN. */
gboolean bul_schema_compare (BulDb *db, GError **error);

G_END_DECLS
