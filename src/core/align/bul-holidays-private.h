/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the year that has a name, as South Korea keeps it. */
typedef struct
{
  const char *name;
  guint month;
  guint day;
} BulHoliday;

/* Returns: (nullable): the one whose name @text begins with; it may go on. */
const BulHoliday *bul_holiday_find_korean (const char *text, gsize length);
const BulHoliday *bul_holiday_find_english (const char *text, gsize length);

G_END_DECLS
