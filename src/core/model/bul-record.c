/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-record.h"

#include <string.h>

gpointer
bul_record_field (gconstpointer record, const BulField *field)
{
  return (guint8 *) record + field->offset;
}

const BulRecordType *
bul_record_get_type (gconstpointer record)
{
  return ((const BulRecord *) record)->type;
}

GPtrArray *
bul_records_new (void)
{
  return g_ptr_array_new_with_free_func (bul_record_free);
}

gpointer
bul_record_new (const BulRecordType *type)
{
  BulRecord *record = g_malloc0 (type->size);

  record->type = type;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];

      if (field->type == BUL_FIELD_RECORDS)
        *(GPtrArray **) bul_record_field (record, field) = bul_records_new ();
      else if (field->type == BUL_FIELD_STRING && field->place == BUL_PLACE_CONTENT)
        *(char **) bul_record_field (record, field) = g_strdup ("");
    }
  return record;
}

static void
clear_field (gpointer record, const BulField *field)
{
  gpointer place = bul_record_field (record, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      g_clear_pointer ((char **) place, g_free);
      break;
    case BUL_FIELD_REFS:
      g_clear_pointer ((GStrv *) place, g_strfreev);
      break;
    case BUL_FIELD_BYTES:
      g_clear_pointer ((GBytes **) place, g_bytes_unref);
      break;
    case BUL_FIELD_RECORDS:
      g_clear_pointer ((GPtrArray **) place, g_ptr_array_unref);
      break;
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_FLAG:
    case BUL_FIELD_WORD:
    case BUL_FIELD_WORDS:
      *(guint *) place = 0;
      break;
    }
}

void
bul_record_free (gpointer record)
{
  const BulRecordType *type;

  if (record == NULL)
    return;

  type = bul_record_get_type (record);
  for (guint i = 0; i < type->n_fields; i++)
    clear_field (record, &type->fields[i]);
  g_free (record);
}

static gpointer
copy_record_func (gconstpointer record, gpointer data G_GNUC_UNUSED)
{
  return bul_record_copy (record);
}

static void
copy_field (gpointer to, gconstpointer from, const BulField *field)
{
  gpointer source = bul_record_field (from, field);
  gpointer target = bul_record_field (to, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      *(char **) target = g_strdup (*(char **) source);
      break;
    case BUL_FIELD_REFS:
      *(GStrv *) target = g_strdupv (*(GStrv *) source);
      break;
    case BUL_FIELD_BYTES:
      if (*(GBytes **) source != NULL)
        *(GBytes **) target = g_bytes_ref (*(GBytes **) source);
      break;
    case BUL_FIELD_RECORDS:
      *(GPtrArray **) target
          = g_ptr_array_copy (*(GPtrArray **) source, (GCopyFunc) copy_record_func, NULL);
      g_ptr_array_set_free_func (*(GPtrArray **) target, bul_record_free);
      break;
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_FLAG:
    case BUL_FIELD_WORD:
    case BUL_FIELD_WORDS:
      *(guint *) target = *(guint *) source;
      break;
    }
}

gpointer
bul_record_copy (gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);
  BulRecord *copy = g_malloc0 (type->size);

  copy->type = type;
  for (guint i = 0; i < type->n_fields; i++)
    copy_field (copy, record, &type->fields[i]);
  return copy;
}

gboolean
bul_records_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!bul_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
refs_equal (GStrv a, GStrv b)
{
  if (a == NULL || b == NULL)
    return (a == NULL || *a == NULL) && (b == NULL || *b == NULL);
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
bytes_equal (GBytes *a, GBytes *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_bytes_equal (a, b);
}

static gboolean
field_equal (gconstpointer a, gconstpointer b, const BulField *field)
{
  gpointer x = bul_record_field (a, field);
  gpointer y = bul_record_field (b, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      return g_strcmp0 (*(char **) x, *(char **) y) == 0;
    case BUL_FIELD_REFS:
      return refs_equal (*(GStrv *) x, *(GStrv *) y);
    case BUL_FIELD_BYTES:
      return bytes_equal (*(GBytes **) x, *(GBytes **) y);
    case BUL_FIELD_RECORDS:
      return bul_records_equal (*(GPtrArray **) x, *(GPtrArray **) y);
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_FLAG:
    case BUL_FIELD_WORD:
    case BUL_FIELD_WORDS:
      break;
    }
  return *(guint *) x == *(guint *) y;
}

gboolean
bul_record_equal (gconstpointer a, gconstpointer b)
{
  const BulRecordType *type = bul_record_get_type (a);

  if (type != bul_record_get_type (b))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (!field_equal (a, b, &type->fields[i]))
      return FALSE;
  return TRUE;
}

const BulField *
bul_record_type_find_field (const BulRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  return NULL;
}

const BulField *
bul_record_type_find_field_of (const BulRecordType *type, BulFieldType field_type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == field_type)
      return &type->fields[i];
  return NULL;
}

const char *
bul_record_get_key (gconstpointer record)
{
  const BulField *field
      = bul_record_type_find_field_of (bul_record_get_type (record), BUL_FIELD_KEY);

  return field == NULL ? NULL : *(char **) bul_record_field (record, field);
}
