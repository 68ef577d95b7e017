/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"
#include "fuzz-story.h"
#include "fuzz.h"

/* Any bytes as a page of the web: what is understood of it can be kept. */
void
fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "page.html", NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    return;
  g_assert_cmpuint (import->stories->len, >, 0);
  for (guint i = 0; i < import->stories->len; i++)
    {
      fuzz_story_check (import->stories->pdata[i]);
      fuzz_story_check_xml (import->stories->pdata[i]);
    }
}
