/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-exporters.h"

const BulExporter *const bul_exporters[] = {
  &bul_export_xml,    &bul_export_text, &bul_export_tmx,  &bul_export_xliff12,
  &bul_export_xliff2, &bul_export_csv,  &bul_export_html, NULL,
};

const BulExporter *
bul_exporters_find (const char *id)
{
  for (guint i = 0; bul_exporters[i] != NULL; i++)
    if (g_strcmp0 (bul_exporters[i]->id, id) == 0)
      return bul_exporters[i];
  return NULL;
}
