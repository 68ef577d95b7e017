/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the window begins with, read by the compiler once a room. Each file
 * includes what it needs all the same. */
#ifndef DESK_PCH_UI_H
#define DESK_PCH_UI_H

/* Some ask for it, and it must be asked for before the first header. */
#define _GNU_SOURCE

#include <adwaita.h>

#endif
