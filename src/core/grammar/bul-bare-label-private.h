/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

/* Who speaks, where no bracket is around it: `이름 (직함) : words`, `Name/Title: "…"`, `▷
 * 이름/직함: words`, and what stands behind the words. What
 * sort it is, as bul_attribution_read() gives it. */
BulAttributionSort bul_bare_label_read (BulAttribution *out, BulSlice text);

G_END_DECLS
