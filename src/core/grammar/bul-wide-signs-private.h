/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @text begins with a wide bracket, or holds a wide stroke. */
gboolean bul_wide_signs_has (BulSlice text);

/* Returns: (transfer full): @text with narrow signs and blanks in the place of wide ones, each as
 * many bytes as there were. */
char *bul_wide_signs_dup_narrow (BulSlice text);

/* What of @slice stands in @copy, which is @text with narrow signs, is put where it stands in
 * @text. Of a sign that was parted, blanks from the stroke, nothing is in it. */
void bul_wide_signs_move (BulSlice *slice, BulSlice copy, BulSlice text);

G_END_DECLS
