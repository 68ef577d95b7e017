/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a target is: one function that is given bytes, any bytes, and ends the program where
 * something does not hold that always must. Warnings of GLib end it too.
 */
void fuzz_one (const guint8 *data, gsize size);

/* How libFuzzer calls a target; see fuzz.c. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
