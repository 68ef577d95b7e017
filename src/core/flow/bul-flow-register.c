/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-register.h"

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-table.h"

static const char *const titles[] = {
  "aired", "programme", "story",  "uid",       "number",  "class", "was", "now",    "reason",
  "state", "by",        "raised", "published", "targets", "kinds", "due", "due-on", "late",
};

static const struct
{
  const char *name;
  GBytes *(*write) (const BulTable *table, GError **error);
} formats[] = {
  { "csv", bul_table_write_csv },
  { "xlsx", bul_table_write_xlsx },
};

static void
add_row (BulTable *table, const BulRegisterRow *row)
{
  const char *const fields[] = {
    row->aired,        row->programme,
    row->headline,     row->uid,
    row->key,          bul_enum_to_word (bul_class_words, row->error_class),
    row->was,          row->now,
    row->reason,       bul_enum_to_word (bul_correction_state_words, row->state),
    row->by,           row->at,
    row->published_at, row->targets,
    row->kinds,        bul_enum_to_word (bul_due_words, row->due),
    row->due_on,       row->late ? "late" : NULL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == G_N_ELEMENTS (titles));
  bul_table_add (table, fields);
}

GBytes *
bul_flow_register_write (const GPtrArray *rows, const char *format, GError **error)
{
  g_autoptr (BulTable) table = bul_table_new ("Register", titles, G_N_ELEMENTS (titles));

  for (guint i = 0; i < rows->len; i++)
    add_row (table, rows->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      return formats[i].write (table, error);
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "“%s” is no format of tables: csv or xlsx.",
               format);
  return NULL;
}
