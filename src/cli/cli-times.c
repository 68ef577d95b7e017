/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-times.h"

#include "bul-enum.h"
#include "bul-read-time.h"

static BulPaces *
make_paces (const CliOptions *options)
{
  return bul_paces_new ((BulPace){ (guint) options->rate_ko, (guint) options->rate_en });
}

static void
print_times (const char *name, BulSeconds seconds)
{
  g_autofree char *sum = bul_seconds_dup_clock (bul_seconds_sum (seconds));
  g_autofree char *bites = bul_seconds_dup_clock (seconds.bites);

  if (bul_seconds_sum (seconds) <= 0)
    return;
  g_print ("        %-7s %6s", name, sum);
  if (seconds.bites > 0)
    g_print (", of which soundbites %s", bites);
  g_print ("\n");
}

static const char *
name_of (BulSection section)
{
  return section == BUL_SECTION_NONE ? "–" : bul_enum_to_word (bul_section_words, section);
}

static const char *
language_word (BulSpoken language)
{
  return language == BUL_SPOKEN_KOREAN ? "ko" : "en";
}

static void
print_script (BulReadTime *time, const BulPaces *paces)
{
  const GArray *parts = bul_read_time_get_parts (time);
  BulSpoken language = bul_read_time_get_language (time);

  g_print ("  read time  %s, %u %s a minute\n", language_word (language),
           bul_pace_get (bul_paces_get_usual (paces), language),
           language == BUL_SPOKEN_KOREAN ? "syllables" : "words");
  for (guint i = 0; i < parts->len; i++)
    {
      const BulReadPart *part = &g_array_index (parts, BulReadPart, i);

      print_times (name_of (part->section), part->seconds);
    }
  print_times ("total", bul_read_time_get_total (time));
}

void
cli_times_print (const BulStory *story, const CliOptions *options)
{
  g_autoptr (BulPaces) paces = make_paces (options);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];
      g_autoptr (BulReadTime) time = bul_read_time_new (story, script->key, paces);

      print_script (time, paces);
    }
}

/* Tenths of a second are more than a reader can tell. */
static void
add_seconds (JsonBuilder *builder, const char *name, double seconds)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, (double) (guint64) (seconds * 10 + 0.5) / 10);
}

static void
add_times (JsonBuilder *builder, BulSeconds seconds)
{
  add_seconds (builder, "seconds", bul_seconds_sum (seconds));
  add_seconds (builder, "bites", seconds.bites);
}

static void
add_script (JsonBuilder *builder, const BulScript *script, BulReadTime *time, const BulPaces *paces)
{
  const GArray *parts = bul_read_time_get_parts (time);
  BulSpoken language = bul_read_time_get_language (time);

  json_builder_begin_object (builder);
  cli_json_string (builder, "script", script->key);
  cli_json_string (builder, "language", language_word (language));
  cli_json_number (builder, "rate", bul_pace_get (bul_paces_get_usual (paces), language));
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < parts->len; i++)
    {
      const BulReadPart *part = &g_array_index (parts, BulReadPart, i);

      if (bul_seconds_sum (part->seconds) <= 0)
        continue;
      json_builder_begin_object (builder);
      cli_json_string (builder, "section",
                       part->section == BUL_SECTION_NONE
                           ? NULL
                           : bul_enum_to_word (bul_section_words, part->section));
      cli_json_number (builder, "block", part->first + 1);
      cli_json_number (builder, "blocks", part->n_blocks);
      add_times (builder, part->seconds);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_times (builder, bul_read_time_get_total (time));
  json_builder_end_object (builder);
}

void
cli_times_add (JsonBuilder *builder, const BulStory *story, const CliOptions *options)
{
  g_autoptr (BulPaces) paces = make_paces (options);

  json_builder_set_member_name (builder, "read_time");
  json_builder_begin_array (builder);
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];
      g_autoptr (BulReadTime) time = bul_read_time_new (story, script->key, paces);

      add_script (builder, script, time, paces);
    }
  json_builder_end_array (builder);
}
