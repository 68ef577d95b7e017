/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-story.h"

#include "bul-chars.h"
#include "bul-exporter.h"
#include "bul-finding-codes.h"
#include "bul-importers.h"
#include "bul-parts.h"

static void
check_range (BulRange range, guint n_chars)
{
  g_assert_cmpuint (range.start, <=, range.end);
  g_assert_cmpuint (range.end, <=, n_chars);
}

static void
check_ranges (const GArray *ranges, guint n_chars)
{
  for (guint i = 0; i < ranges->len; i++)
    check_range (g_array_index (ranges, BulRange, i), n_chars);
}

static void
check_parts (const BulBlock *block)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  guint n_chars = bul_chars_count (block->text);

  check_range (parts->marker, n_chars);
  check_range (parts->attribution, n_chars);
  check_range (parts->quote, n_chars);
  check_range (parts->reporter, n_chars);
  check_range (parts->broadcaster, n_chars);
  check_range (parts->place, n_chars);
  check_ranges (parts->details, n_chars);
  for (guint i = 0; i < parts->speakers->len; i++)
    {
      check_range (g_array_index (parts->speakers, BulPartsSpeaker, i).name, n_chars);
      check_range (g_array_index (parts->speakers, BulPartsSpeaker, i).title, n_chars);
    }
  for (guint i = 0; i < parts->credits->len; i++)
    {
      check_range (g_array_index (parts->credits, BulPartsCredit, i).role, n_chars);
      check_ranges (g_array_index (parts->credits, BulPartsCredit, i).names, n_chars);
    }
}

static void
check_block (const BulStory *story, const BulBlock *block)
{
  g_assert_true (bul_chars_valid_block_text (block->text));
  g_assert_cmpuint (block->kind, >=, BUL_BLOCK_HEADER);
  g_assert_cmpuint (block->kind, <=, BUL_BLOCK_FURNITURE);
  g_assert_cmpuint (block->section, <=, BUL_SECTION_TAIL);
  g_assert_cmpuint (block->line, <=, block->last_line);
  for (guint i = 0; block->speakers != NULL && block->speakers[i] != NULL; i++)
    g_assert_nonnull (bul_story_find_speaker (story, block->speakers[i]));
  check_parts (block);
}

void
fuzz_story_check (const BulStory *story)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          BulBlock *block = script->blocks->pdata[j];

          g_assert_true (g_hash_table_add (keys, block->key));
          check_block (story, block);
        }
    }
}

void
fuzz_story_check_finding (const BulFinding *finding)
{
  g_assert_nonnull (bul_finding_codes_find (finding->code));
  g_assert_true (g_utf8_validate (finding->message, -1, NULL));
  g_assert_cmpuint (finding->range.start, <=, finding->range.end);
}

void
fuzz_story_check_xml (const BulStory *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = bul_export_xml.write (story, &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (BulImport) import = NULL;

  g_assert_no_error (error);
  import = bul_importers_read (xml, "story.xml", NULL, &error);
  g_assert_no_error (error);
  again = bul_export_xml.write (import->stories->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (xml, again));
}
