/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"
#include "fuzz-story.h"
#include "fuzz.h"

/* The first byte says what the file is called and how it is to be read; the rest is the file. */
static const char *const names[] = {
  NULL, "script.txt", "story.nsml", "story.xml", "page.html", "nothing", "CON.MOS", "가.htm",
};

static const BulImportOptions options[] = {
  { NULL, FALSE },   { NULL, TRUE },           { "CP949", FALSE },  { "CP949", TRUE },
  { "UTF-8", TRUE }, { "windows-1252", TRUE }, { "UTF-16", FALSE }, { "UTF-16BE", FALSE },
};

static void
check_import (const BulImport *import)
{
  g_assert_cmpuint (import->stories->len, >, 0);
  for (guint i = 0; i < import->stories->len; i++)
    {
      if (!import->is_xml)
        fuzz_story_check (import->stories->pdata[i]);
      fuzz_story_check_xml (import->stories->pdata[i]);
    }
  for (guint i = 0; i < import->findings->len; i++)
    fuzz_story_check_finding (import->findings->pdata[i]);
}

/* Any bytes under any name: whichever importer takes them, what it understands can be kept. */
void
fuzz_one (const guint8 *data, gsize size)
{
  guint how = size == 0 ? 0 : data[0];
  g_autoptr (GBytes) bytes = size == 0 ? g_bytes_new (NULL, 0) : g_bytes_new (data + 1, size - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (
      bytes, names[how % G_N_ELEMENTS (names)], &options[how / 8 % G_N_ELEMENTS (options)], &error);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    check_import (import);
}
