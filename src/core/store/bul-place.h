/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether SQLite's locks and shared memory can be trusted where a file is. */
typedef enum
{
  BUL_PLACE_OWN,     /* a disk of this computer, or not known to be anything else */
  BUL_PLACE_NETWORK, /* another computer's: what is written there may be lost, or mixed up */
} BulPlace;

/* @path need not exist; its folder counts then. */
BulPlace bul_place_look (const char *path);

/* What the system calls the sort of file system: see statfs(2). */
BulPlace bul_place_classify (guint64 magic);

G_END_DECLS
