/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-findings.h"

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

GPtrArray *
bul_flow_findings (const BulStory *story)
{
  GPtrArray *findings = bul_checker_find (story);
  g_autoptr (GPtrArray) facts = bul_flow_parity (story, NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFlowFact *fact = facts->pdata[i];

      if (!fact->agrees)
        g_ptr_array_add (findings, make_finding (story, fact));
    }
  return findings;
}
