/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @line says only who, without a bracket: `이름 / 직함`, “Name (Title)”, 시민. The words
 * are on the next. */
gboolean bul_who_line_is (BulSlice line);

/* Whether a stroke parts a name in Hangul from its title: `이름 / 직함`. */
gboolean bul_who_line_has_fields (BulSlice line);

G_END_DECLS
