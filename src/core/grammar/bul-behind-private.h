/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Where what may say who begins behind the words of @text: `[label]`, `(name / title)`, `- name,
 * title`; %NULL where nothing of it is there. */
const char *bul_behind_find (BulSlice text, BulSlice *label);

G_END_DECLS
