/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

/*
 * Reads a soundbite by its bracket, and the attribution by the first colon before a quotation, so
 * that marks which are absent, mixed or unpaired do no harm.
 */
BulAttributionSort bul_attribution_read (BulSlice text, BulAttribution *attribution);

G_END_DECLS
