/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* The name in Latin letters, two words of it, that the last sentence of @line begins with, where
 * the sentence goes on about that person: “Philip Dray went along with him.”; empty where it does
 * not. */
BulSlice bul_introduction_find (BulSlice line);

/* One number for a name, whatever the case of its letters; never 0 but for an empty one. */
guint32 bul_introduction_hash (BulSlice name);

G_END_DECLS
