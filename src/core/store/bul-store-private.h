/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-lock-private.h"
#include "bul-store.h"

G_BEGIN_DECLS

struct _BulStore
{
  BulDb *db;
  BulLock *lock; /* NULL for a library that is only read */
};

G_END_DECLS
