/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-importers.h"
#include "fuzz-story.h"
#include "fuzz.h"

/* Writing a story and reading it again costs ten times what reading a page does: of these inputs
 * one in so many goes that way, and always the same; the target of all importers sends all. */
#define ONE_IN 16

static gboolean
goes_through_xml (const guint8 *data, gsize size)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ data[i]) * 16777619u;
  return hash % ONE_IN == 0;
}

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
      if (goes_through_xml (data, size))
        fuzz_story_check_xml (import->stories->pdata[i]);
    }
}
