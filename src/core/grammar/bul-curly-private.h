/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

/* `{이름/직함/"…"}`, `{인터뷰:이름/직함/"…"}`: a soundbite as KNN has it, all of it in braces. */
BulAttributionSort bul_curly_read (BulAttribution *out, BulSlice text);

G_END_DECLS
