/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"

#include "bul-error.h"
#include "bul-import-text.h"
#include "bul-import-xml.h"

static gboolean
is_called_xml (const char *name)
{
  g_autofree char *lower = name == NULL ? NULL : g_ascii_strdown (name, -1);

  return lower != NULL && g_str_has_suffix (lower, ".xml");
}

/* A file called .xml is XML or nothing: what the gate refuses is never read as a script. */
BulImport *
bul_importers_read (GBytes *bytes, const char *name, const char *encoding, GError **error)
{
  g_autoptr (BulImport) import = bul_import_new (bytes, name);

  import->is_xml = is_called_xml (name) || bul_import_xml_probe (bytes);

  if (import->is_xml)
    {
      BulStory *story = bul_import_xml (bytes, import->findings, error);

      if (story == NULL)
        return NULL;
      import->source->encoding = g_strdup ("UTF-8");
      g_ptr_array_add (import->stories, story);
    }
  else if (g_bytes_get_size (bytes) > BUL_IMPORT_LIMIT)
    {
      g_set_error (
          error, BUL_ERROR, BUL_ERROR_TOO_LARGE,
          "This is larger than 16 MB, which no script is. Nothing was kept and the file is "
          "untouched. Cut it into stories, or name another file.");
      return NULL;
    }
  else if (!bul_import_text (import, encoding, error))
    return NULL;
  return g_steal_pointer (&import);
}
