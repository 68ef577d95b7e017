/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): local time to the second, ISO 8601 with offset. */
char *bul_time_now (void);

G_END_DECLS
