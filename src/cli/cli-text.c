/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-text.h"

#include "bul-casting.h"
#include "bul-correction.h"
#include "bul-dismissals.h"
#include "bul-enum.h"
#include "bul-finding-codes.h"
#include "bul-flow-findings.h"
#include "bul-stamp.h"
#include "cli-command.h"

static const char *
or_dash (const char *text)
{
  return text == NULL ? "–" : text;
}

static void
print_fact (const char *name, const char *value)
{
  g_autofree char *shown = value == NULL ? NULL : cli_printable (value);

  if (shown != NULL)
    g_print ("  %-10s %s\n", name, shown);
}

static char *
dup_numbers (const BulStory *story, const BulBlock *block)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; block->speakers != NULL && block->speakers[i] != NULL; i++)
    {
      const BulSpeaker *speaker = bul_story_find_speaker (story, block->speakers[i]);

      if (speaker != NULL)
        g_string_append_printf (out, "%s%u", out->len > 0 ? "," : "", speaker->number);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
print_block (const BulStory *story, const BulBlock *block, guint number)
{
  g_autofree char *text = cli_printable (block->text);
  g_autofree char *numbers = dup_numbers (story, block);

  g_print ("%4u  %-7s %-10s %-4s %s\n", number,
           or_dash (bul_enum_to_word (bul_section_words, block->section)),
           bul_enum_to_word (bul_block_kind_words, block->kind), numbers, text);
}

void
cli_text_print_story (const BulStory *story)
{
  const char *headline = bul_story_get_headline (story);
  g_autofree char *shown = cli_printable (headline == NULL ? "(no headline)" : headline);

  g_print ("\n%s\n", shown);
  print_fact ("programme", story->programme);
  print_fact ("page date", story->page_date);
  print_fact ("air date", story->bulletin_date);
  for (guint i = 0; i < story->stamps->len; i++)
    {
      const BulStamp *stamp = story->stamps->pdata[i];

      print_fact (bul_enum_to_word (bul_stamp_kind_words, stamp->kind), stamp->at);
    }
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      print_fact ("language", script->language);
      for (guint j = 0; j < script->blocks->len; j++)
        print_block (story, script->blocks->pdata[j], j + 1);
    }
  cli_text_print_speakers (story);
}

void
cli_text_print_speakers (const BulStory *story)
{
  if (story->speakers->len > 0)
    g_print ("  speakers\n");
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];
      const BulSpeakerName *name = bul_speaker_get_name (speaker, NULL);
      g_autofree char *shown = cli_printable (name == NULL ? "" : name->name);
      g_autofree char *title
          = cli_printable (name == NULL || name->title == NULL ? "" : name->title);
      g_autofree char *details = bul_casting_dup_details (story, speaker);
      g_autofree char *more = cli_printable (details == NULL ? "" : details);

      g_print ("%4u  %-10s %s%s%s%s%s\n", speaker->number,
               bul_enum_to_word (bul_speaker_role_words, speaker->role), shown,
               *shown != '\0' && *title != '\0' ? ", " : "", title, *more != '\0' ? " · " : "",
               more);
    }
}

void
cli_text_print_corrections (const BulStory *story)
{
  if (story->corrections->len > 0)
    g_print ("  corrections\n");
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];
      g_autofree char *was = cli_printable (correction->was);
      g_autofree char *now = cli_printable (correction->now);
      g_autofree char *reason
          = cli_printable (correction->reason == NULL ? "" : correction->reason);

      g_print ("%5s %-10s %-10s “%s” → “%s”: %s (%s, %s)\n", correction->key,
               bul_enum_to_word (bul_class_words, correction->error_class),
               bul_enum_to_word (bul_correction_state_words, correction->state), was, now, reason,
               or_dash (correction->by), or_dash (correction->at));
    }
}

static const char *
get_severity (const BulFinding *finding)
{
  const BulFindingCode *row = bul_finding_codes_find (finding->code);

  return or_dash (row == NULL ? NULL : bul_enum_to_word (bul_severity_words, row->severity));
}

void
cli_text_print_findings (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];
      g_autofree char *message = cli_printable (finding->message);

      if (finding->line == 0)
        g_print ("  %s: %s (%s)\n", get_severity (finding), message, finding->code);
      else
        g_print ("  line %u, %s: %s (%s)\n", finding->line, get_severity (finding), message,
                 finding->code);
    }
}

static void
print_story_finding (const BulStory *story, const BulFinding *finding)
{
  const BulDismissal *dismissal
      = finding->dismissed ? bul_dismissals_find (story, finding->block, finding->code) : NULL;
  g_autofree char *number
      = finding->number == 0 ? g_strdup ("–") : g_strdup_printf ("%u", finding->number);
  g_autofree char *by = cli_printable (dismissal == NULL ? "" : or_dash (dismissal->by));

  g_print ("%4s  %-8s %s (%s)%s%s%s\n", number, get_severity (finding), finding->message,
           finding->code, dismissal == NULL ? "" : " [dismissed: ", by,
           dismissal == NULL ? "" : "]");
}

void
cli_text_print_story_findings (const BulStory *story)
{
  g_autoptr (GPtrArray) findings = bul_flow_findings (story, NULL);

  if (findings->len > 0)
    g_print ("  findings\n");
  for (guint i = 0; i < findings->len; i++)
    print_story_finding (story, findings->pdata[i]);
}
