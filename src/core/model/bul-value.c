/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-value.h"

#include "bul-record-builder.h"
#include "bul-record-writer.h"
#include "bul-scalar.h"

char *
bul_value_dup (gconstpointer record, const BulField *field)
{
  g_autoptr (GString) out = NULL;
  GPtrArray *records;

  if (field->type != BUL_FIELD_RECORDS)
    return bul_scalar_dup (record, field);

  out = g_string_new (NULL);
  records = *(GPtrArray **) bul_record_field (record, field);
  for (guint i = 0; i < records->len; i++)
    bul_record_write (out, records->pdata[i], NULL, 0);
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

gboolean
bul_value_set (gpointer record, const BulField *field, const char *value)
{
  g_autoptr (GPtrArray) parsed = NULL;
  GPtrArray **place;

  if (field->type != BUL_FIELD_RECORDS)
    return bul_scalar_set (record, field, value);

  parsed = bul_records_parse (field, value == NULL ? "" : value, NULL);
  if (parsed == NULL)
    return FALSE;
  place = bul_record_field (record, field);
  g_ptr_array_unref (*place);
  *place = g_steal_pointer (&parsed);
  return TRUE;
}
