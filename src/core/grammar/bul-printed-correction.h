/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @line is a correction as pages print it, for those who read and not for those who listen:
 * “[정정] 9월 3일 보도 가운데 … 수정했습니다.”, “Correction Aug. 4: A previous version of this
 * transcript …” */
gboolean bul_printed_correction_is (BulSlice line);

G_END_DECLS
