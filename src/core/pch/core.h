/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the core begins with, read by the compiler once a room. Each file
 * includes what it needs all the same. */
#ifndef BUL_PCH_CORE_H
#define BUL_PCH_CORE_H

/* Some ask for it, and it must be asked for before the first header. */
#define _GNU_SOURCE

#include <gio/gio.h>

#endif
