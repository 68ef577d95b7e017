/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-attribution.h"

G_BEGIN_DECLS

/* Reads a turn of a talk that begins with a sign, `▷ 이름/앵커: words` or `◆ 이름> words`; NONE for
 * what is no such turn. */
BulAttributionSort bul_talk_read (BulAttribution *out, BulSlice text);

G_END_DECLS
