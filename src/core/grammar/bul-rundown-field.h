/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_RUNDOWN_NONE,
  BUL_RUNDOWN_SLUG,
  BUL_RUNDOWN_SHOW,
  BUL_RUNDOWN_OTHER,
} BulRundownField;

/* `SLUG: LIBRARY ROOF 5P`, `SHOW: NEWS 8 AT FIVE`: what a newsroom system prints of a story above
 * its copy. @value: (out): what stands behind the colon, never empty where a field is found. */
BulRundownField bul_rundown_field_read (BulSlice line, BulSlice *value);

G_END_DECLS
