/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-json.h"

#include <string.h>

#include "bul-correction.h"
#include "bul-enum.h"
#include "bul-finding-codes.h"
#include "bul-flow-findings.h"
#include "bul-notice.h"
#include "bul-parts.h"
#include "bul-span.h"
#include "bul-stamp.h"

void
cli_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

void
cli_json_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* Words of a block as people see them: its inner line ends are line feeds. */
static char *
with_line_feeds (const char *text)
{
  g_auto (GStrv) lines = text == NULL ? NULL : g_strsplit (text, "\u2028", -1);

  return lines == NULL ? NULL : g_strjoinv ("\n", lines);
}

void
cli_json_words (JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *shown = with_line_feeds (value);

  cli_json_string (builder, name, shown);
}

static char *
dup_part (const char *text, BulRange range)
{
  g_autofree char *part = bul_parts_dup (text, range);

  return with_line_feeds (part);
}

static void
add_part (JsonBuilder *builder, const char *name, const char *text, BulRange range)
{
  g_autofree char *part = dup_part (text, range);

  cli_json_string (builder, name, part);
}

static void
add_range_list (JsonBuilder *builder, const char *name, const char *text, const GArray *ranges)
{
  begin_list (builder, name);
  for (guint i = 0; i < ranges->len; i++)
    {
      g_autofree char *part = dup_part (text, g_array_index (ranges, BulRange, i));

      json_builder_add_string_value (builder, part == NULL ? "" : part);
    }
  json_builder_end_array (builder);
}

static void
add_speaker (JsonBuilder *builder, const char *text, const BulPartsSpeaker *speaker)
{
  json_builder_begin_object (builder);
  add_part (builder, "name", text, speaker == NULL ? BUL_RANGE_EMPTY : speaker->name);
  add_part (builder, "title", text, speaker == NULL ? BUL_RANGE_EMPTY : speaker->title);
  json_builder_end_object (builder);
}

static void
add_bite (JsonBuilder *builder, const char *text, const BulParts *parts)
{
  begin_list (builder, "speakers");
  for (guint i = 0; i < parts->speakers->len; i++)
    add_speaker (builder, text, &g_array_index (parts->speakers, BulPartsSpeaker, i));
  json_builder_end_array (builder);
  add_range_list (builder, "details", text, parts->details);
  add_part (builder, "quote", text, parts->quote);
}

static void
add_credits (JsonBuilder *builder, const char *text, const BulParts *parts)
{
  begin_list (builder, "credits");
  for (guint i = 0; i < parts->credits->len; i++)
    {
      const BulPartsCredit *credit = &g_array_index (parts->credits, BulPartsCredit, i);

      json_builder_begin_object (builder);
      add_part (builder, "role", text, credit->role);
      add_range_list (builder, "names", text, credit->names);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder *builder, const BulBlock *block)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  gboolean is_signoff = block->kind == BUL_BLOCK_SIGNOFF;

  if (!bul_range_is_empty (parts->marker))
    add_part (builder, "marker", block->text, parts->marker);
  if (block->kind == BUL_BLOCK_BITE)
    add_bite (builder, block->text, parts);
  if (block->kind == BUL_BLOCK_TURN)
    {
      json_builder_set_member_name (builder, "speaker");
      add_speaker (
          builder, block->text,
          parts->speakers->len == 0 ? NULL : &g_array_index (parts->speakers, BulPartsSpeaker, 0));
      if (parts->details->len > 0)
        add_range_list (builder, "details", block->text, parts->details);
    }
  if (is_signoff || block->kind == BUL_BLOCK_HANDOFF)
    {
      add_part (builder, "reporter", block->text, parts->reporter);
      if (is_signoff)
        add_part (builder, "broadcaster", block->text, parts->broadcaster);
      add_part (builder, "place", block->text, parts->place);
    }
  if (block->kind == BUL_BLOCK_CREDITS || parts->credits->len > 0)
    add_credits (builder, block->text, parts);
}

static void
add_block (JsonBuilder *builder, const BulStory *story, const BulBlock *block, gboolean with_record)
{
  g_autofree char *text = with_line_feeds (block->text);

  json_builder_begin_object (builder);
  cli_json_number (builder, "line", block->line);
  cli_json_number (builder, "last_line", block->last_line);
  cli_json_string (builder, "kind", bul_enum_to_word (bul_block_kind_words, block->kind));
  cli_json_string (builder, "section", bul_enum_to_word (bul_section_words, block->section));
  cli_json_string (builder, "text", text);
  if (block->given)
    {
      json_builder_set_member_name (builder, "given");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_parts (builder, block);
  if (with_record)
    {
      cli_json_string (builder, "key", block->key);
      begin_list (builder, "numbers");
      for (guint i = 0; block->speakers != NULL && block->speakers[i] != NULL; i++)
        {
          const BulSpeaker *speaker = bul_story_find_speaker (story, block->speakers[i]);

          if (speaker != NULL)
            json_builder_add_int_value (builder, speaker->number);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_stamps (JsonBuilder *builder, const BulStory *story)
{
  begin_list (builder, "stamps");
  for (guint i = 0; i < story->stamps->len; i++)
    {
      const BulStamp *stamp = story->stamps->pdata[i];

      json_builder_begin_object (builder);
      cli_json_string (builder, "kind", bul_enum_to_word (bul_stamp_kind_words, stamp->kind));
      cli_json_string (builder, "at", stamp->at);
      cli_json_string (builder, "zone", stamp->zone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_speaker_records (JsonBuilder *builder, const BulStory *story)
{
  begin_list (builder, "speakers");
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];
      const BulSpeakerName *name = bul_speaker_get_name (speaker, NULL);
      gboolean named = name != NULL && *name->name != '\0';

      json_builder_begin_object (builder);
      cli_json_number (builder, "number", speaker->number);
      cli_json_string (builder, "role", bul_enum_to_word (bul_speaker_role_words, speaker->role));
      cli_json_string (builder, "name", named ? name->name : NULL);
      cli_json_string (builder, "title", name == NULL ? NULL : name->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_corrections (JsonBuilder *builder, const BulStory *story)
{
  begin_list (builder, "corrections");
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];
      const BulSpan *span = correction->spans->len == 0 ? NULL : correction->spans->pdata[0];

      json_builder_begin_object (builder);
      cli_json_string (builder, "key", correction->key);
      cli_json_string (builder, "class",
                       bul_enum_to_word (bul_class_words, correction->error_class));
      cli_json_string (builder, "state",
                       bul_enum_to_word (bul_correction_state_words, correction->state));
      cli_json_string (builder, "reads", bul_enum_to_word (bul_reads_words, correction->reads));
      cli_json_string (builder, "was", correction->was);
      cli_json_string (builder, "now", correction->now);
      cli_json_string (builder, "reason", correction->reason);
      cli_json_string (builder, "by", correction->by);
      cli_json_string (builder, "at", correction->at);
      cli_json_string (builder, "found_by",
                       bul_enum_to_word (bul_found_by_words, correction->found_by));
      cli_json_string (builder, "block", span == NULL ? NULL : span->on);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_finding (JsonBuilder *builder, const BulFinding *finding)
{
  const BulFindingCode *row = bul_finding_codes_find (finding->code);

  json_builder_set_member_name (builder, "line");
  if (finding->line == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, finding->line);
  cli_json_string (builder, "code", finding->code);
  cli_json_string (builder, "message", finding->message);
  cli_json_string (builder, "severity",
                   row == NULL ? NULL : bul_enum_to_word (bul_severity_words, row->severity));
}

/* As the text stands now, with its place and what people made of it. */
static void
add_story_findings (JsonBuilder *builder, const BulStory *story)
{
  g_autoptr (GPtrArray) findings = bul_flow_findings (story, NULL);

  begin_list (builder, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];

      json_builder_begin_object (builder);
      add_finding (builder, finding);
      cli_json_string (builder, "block", finding->block);
      cli_json_number (builder, "start", finding->range.start);
      cli_json_number (builder, "end", finding->range.end);
      json_builder_set_member_name (builder, "dismissed");
      json_builder_add_boolean_value (builder, finding->dismissed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_story (JsonBuilder *builder, const BulStory *story, gboolean with_record)
{
  const BulScript *script = bul_story_get_script (story);

  cli_json_string (builder, "headline", bul_story_get_headline (story));
  cli_json_string (builder, "language", script == NULL ? NULL : script->language);
  cli_json_string (builder, "programme", story->programme);
  cli_json_string (builder, "page_date", story->page_date);
  add_stamps (builder, story);
  begin_list (builder, "blocks");
  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    add_block (builder, story, script->blocks->pdata[i], with_record);
  json_builder_end_array (builder);
}

void
cli_json_story (JsonBuilder *builder, const BulStory *story)
{
  json_builder_begin_object (builder);
  add_story (builder, story, FALSE);
  json_builder_end_object (builder);
}

void
cli_json_begin_record (JsonBuilder *builder, const BulStory *story)
{
  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", story->uid);
  cli_json_string (builder, "state", bul_enum_to_word (bul_story_state_words, story->state));
  cli_json_number (builder, "revision", bul_story_get_revision_number (story));
  cli_json_string (builder, "bulletin_date", story->bulletin_date);
  add_story (builder, story, TRUE);
  add_speaker_records (builder, story);
  add_corrections (builder, story);
  add_story_findings (builder, story);
}

void
cli_json_findings (JsonBuilder *builder, const GPtrArray *findings)
{
  begin_list (builder, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      json_builder_begin_object (builder);
      add_finding (builder, findings->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cli_json_import (JsonBuilder *builder, const BulImport *import, const char *path)
{
  g_autofree char *shown = g_utf8_make_valid (path, -1);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  cli_json_string (builder, "path", shown);
  cli_json_string (builder, "encoding", import->source->encoding);
  cli_json_number (builder, "bytes", g_bytes_get_size (import->source->bytes));
  cli_json_string (builder, "sha256", import->source->sha256);
  json_builder_end_object (builder);
  begin_list (builder, "stories");
  for (guint i = 0; i < import->stories->len; i++)
    cli_json_story (builder, import->stories->pdata[i]);
  json_builder_end_array (builder);
  cli_json_findings (builder, import->findings);
  json_builder_end_object (builder);
}

void
cli_json_row (JsonBuilder *builder, const BulStoreRow *row)
{
  cli_json_string (builder, "uid", row->uid);
  cli_json_string (builder, "headline", row->headline);
  cli_json_string (builder, "programme", row->programme);
  cli_json_string (builder, "page_date", row->page_date);
  cli_json_string (builder, "bulletin_date", row->bulletin_date);
  cli_json_string (builder, "language", row->language);
  cli_json_string (builder, "state", bul_enum_to_word (bul_story_state_words, row->state));
}

void
cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonNode *root = json_builder_get_root (builder);
  g_autofree char *line = NULL;

  json_generator_set_root (generator, root);
  line = json_generator_to_data (generator, NULL);
  json_node_unref (root);
  g_print ("%s\n", line);
}
