/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-findings.h"

#include <stdlib.h>
#include <string.h>

#include "bul-checker.h"
#include "bul-finding.h"
#include "bul-flow-parity.h"

static BulFinding *
make_finding (const BulStory *story, const BulFlowFact *fact)
{
  const BulFlowPlace *place = fact->side == BUL_LANGUAGE_KOREAN ? &fact->korean : &fact->english;
  guint position;
  const BulScript *script = bul_story_find_block (story, place->block, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  BulFinding *finding
      = bul_finding_new (block == NULL ? 0 : block->line, fact->code, fact->message);

  finding->block = g_strdup (place->block);
  finding->number = block == NULL ? 0 : position + 1;
  finding->range = place->range;
  finding->dismissed = fact->dismissed;
  return finding;
}

/* A finding and its script's place in the story; what is about the whole comes first. */
typedef struct
{
  int script;
  BulFinding *finding;
} Placed;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  if (x->script != y->script)
    return x->script - y->script;
  if (x->finding->number != y->finding->number)
    return x->finding->number < y->finding->number ? -1 : 1;
  if (x->finding->range.start != y->finding->range.start)
    return x->finding->range.start < y->finding->range.start ? -1 : 1;
  return strcmp (x->finding->code, y->finding->code);
}

static void
sort (const BulStory *story, GPtrArray *findings)
{
  g_autofree Placed *placed = g_new (Placed, findings->len);

  for (guint i = 0; i < findings->len; i++)
    {
      BulFinding *finding = findings->pdata[i];
      guint place;
      const BulScript *script
          = finding->block == NULL ? NULL : bul_story_find_block (story, finding->block, &place);

      placed[i].finding = finding;
      placed[i].script
          = script != NULL && g_ptr_array_find (story->scripts, script, &place) ? (int) place : -1;
    }
  if (findings->len > 0)
    qsort (placed, findings->len, sizeof (Placed), compare_places);
  for (guint i = 0; i < findings->len; i++)
    findings->pdata[i] = placed[i].finding;
}

GPtrArray *
bul_flow_findings (const BulStory *story, const GPtrArray *lexicons)
{
  GPtrArray *findings = bul_checker_find (story);
  g_autoptr (GPtrArray) facts = bul_flow_parity (story, lexicons);

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFlowFact *fact = facts->pdata[i];

      if (!fact->agrees)
        g_ptr_array_add (findings, make_finding (story, fact));
    }
  if (facts->len > 0)
    sort (story, findings);
  return findings;
}
