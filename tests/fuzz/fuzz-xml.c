/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-exporter.h"
#include "bul-importers.h"
#include "fuzz-story.h"
#include "fuzz.h"

/*
 * Any bytes as our own XML: the gate, the reading and its checks. What is accepted without a word
 * is written as the bytes that it was, or as others that are; what was put right in reading holds
 * from then on.
 */
void
fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "story.xml", NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    return;
  /* Bytes that are no XML of ours may be a page, and a page may hold several stories. */
  g_assert_cmpuint (import->stories->len, >, 0);
  for (guint i = 0; i < import->stories->len; i++)
    fuzz_story_check_xml (import->stories->pdata[i]);
}
