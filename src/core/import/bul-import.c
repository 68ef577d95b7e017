/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import.h"

BulImport *
bul_import_new (GBytes *bytes, const char *name)
{
  BulImport *self = g_new0 (BulImport, 1);

  self->source = bul_source_new (bytes, name);
  self->stories = bul_records_new ();
  self->exchanges = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_exchange_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  return self;
}

void
bul_import_free (BulImport *self)
{
  if (self == NULL)
    return;
  bul_record_free (self->source);
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->exchanges);
  g_free (self);
}
