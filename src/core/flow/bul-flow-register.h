/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-register.h"

G_BEGIN_DECLS

/**
 * bul_flow_register_write:
 * @rows: (element-type BulRegisterRow): in the order in which they are to be written
 * @format: csv or xlsx
 *
 * Returns: (transfer full): a table for spreadsheets, in which no cell is a formula;
 * %BUL_ERROR_INVALID where the format is none
 */
GBytes *bul_flow_register_write (const GPtrArray *rows, const char *format, GError **error);

G_END_DECLS
