/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-print.h"

#include "bul-aired.h"
#include "bul-comparison.h"

static void
add_lines (BulPrintStory *paper, const BulComparison *comparison)
{
  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const BulComparisonLine *line = comparison->lines->pdata[i];

      bul_print_story_add_line (paper, line->script, line->was, line->now,
                                bul_comparison_line_reads_same (line) ? NULL : line->runs);
    }
}

static void
add_changes (BulPrintStory *paper, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];
      BulPrintChange *copy = bul_print_story_add_change (paper);

      copy->block = change->block;
      copy->start = change->start;
      copy->end = change->end;
      copy->was = g_strdup (change->was);
      copy->now = g_strdup (change->now);
      copy->correction = change->correction;
    }
}

gboolean
bul_flow_print_add (BulPrint *print, const BulStory *story, GError **error)
{
  g_autoptr (BulPrintStory) paper = bul_print_story_new (story);
  g_autoptr (BulStory) aired = NULL;
  g_autoptr (BulComparison) comparison = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (bul_aired_get_revision (story) == NULL)
    {
      bul_print_story_add_all (paper);
      bul_print_add (print, paper);
      return TRUE;
    }
  aired = bul_aired_make_story (story, error);
  changes = aired == NULL ? NULL : bul_aired_list_changes (story, error);
  if (changes == NULL)
    return FALSE;
  comparison = bul_comparison_new (aired, story);
  paper->is_aired = TRUE;
  add_lines (paper, comparison);
  add_changes (paper, changes);
  bul_print_add (print, paper);
  return TRUE;
}
