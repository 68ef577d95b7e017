/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-csv.h"

#include <string.h>

/* A spreadsheet takes a field that begins with one of these for a formula, and would run it. */
#define FORMULA "=+-@\t\r"

static void
append_field (GString *out, const char *text)
{
  gboolean is_formula = text != NULL && *text != '\0' && strchr (FORMULA, *text) != NULL;

  g_string_append (out, is_formula ? "\"'" : "\"");
  for (; text != NULL && *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

void
bul_csv_append_row (GString *out, const char *const *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_field (out, fields[i]);
    }
  g_string_append (out, "\r\n");
}
