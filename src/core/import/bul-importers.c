/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-error.h"
#include "bul-file-head.h"
#include "bul-import-html.h"
#include "bul-import-mos.h"
#include "bul-import-nsml.h"
#include "bul-import-text.h"
#include "bul-import-tmx.h"
#include "bul-import-xliff12.h"
#include "bul-import-xliff2.h"
#include "bul-import-xml.h"
#include "bul-importer.h"

static gboolean
read_xml (BulImport *import, const char *encoding G_GNUC_UNUSED, GError **error)
{
  BulStory *story = bul_import_xml (import->source->bytes, import->findings, error);

  if (story == NULL)
    return FALSE;
  import->is_xml = TRUE;
  import->source->encoding = g_strdup ("UTF-8");
  g_ptr_array_add (import->stories, story);
  return TRUE;
}

static gboolean
is_any (const char *head G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
  return TRUE;
}

/* Asked in this order. What is XML and none of those before is told so by the reader of ours, and
 * never read as a script; plain text takes anything, so it stays last. */
static const BulImporter importers[] = {
  { "xml", 0, bul_import_xml_probe, read_xml },
  { "mos", BUL_IMPORT_LIMIT, bul_import_mos_probe, bul_import_mos },
  { "nsml", BUL_IMPORT_LIMIT, bul_import_nsml_probe, bul_import_nsml },
  { "tmx", BUL_IMPORT_LIMIT, bul_import_tmx_probe, bul_import_tmx },
  { "xliff2", BUL_IMPORT_LIMIT, bul_import_xliff2_probe, bul_import_xliff2 },
  { "xliff12", BUL_IMPORT_LIMIT, bul_import_xliff12_probe, bul_import_xliff12 },
  { "html", BUL_IMPORT_LIMIT, bul_import_html_probe, bul_import_html },
  { "other-xml", 0, bul_import_xml_probe_any, read_xml },
  { "text", BUL_IMPORT_LIMIT, is_any, bul_import_text },
};

static const BulImporter *
find_importer (GBytes *bytes, const char *name)
{
  g_autofree char *head = bul_file_head_dup (bytes);
  guint i = 0;

  while (!importers[i].probe (head, name))
    i++;
  return &importers[i];
}

BulImport *
bul_importers_read (GBytes *bytes,
                    const char *name,
                    const BulImportOptions *options,
                    GError **error)
{
  g_autoptr (BulImport) import = bul_import_new (bytes, name);
  const BulImporter *importer = find_importer (bytes, name);

  if (importer->limit > 0 && g_bytes_get_size (bytes) > importer->limit)
    {
      g_set_error_literal (
          error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
          _ ("This is larger than 16 MB, which no script is. Nothing was kept and the file is "
             "untouched. Cut it into stories, or name another file."));
      return NULL;
    }
  import->repairs = options != NULL && options->repair;
  import->takes_changed = options != NULL && options->changed;
  return importer->read (import, options == NULL ? NULL : options->encoding, error)
             ? g_steal_pointer (&import)
             : NULL;
}
