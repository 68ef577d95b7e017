/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-attribution.h"

G_BEGIN_DECLS

/* Reads a quotation behind which stands who said it: `"…" [이름 / 직함]`, `"…" - name, title`. */
BulAttributionSort bul_behind_read (BulAttribution *out, BulSlice text);

G_END_DECLS
