/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-proposals.h"

#include "bul-link.h"

static const BulLink *
find_same (const GPtrArray *links, const BulLink *wanted)
{
  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      if (link->state == BUL_LINK_AUTOMATIC && bul_records_equal (link->segments, wanted->segments))
        return link;
    }
  return NULL;
}

/* From the end, so that the places of those before stay as they are. */
static gboolean
drop_others (BulHistory *history, const GPtrArray *proposals, GError **error)
{
  const GPtrArray *links = bul_history_get_story (history)->links;

  for (guint i = links->len; i > 0; i--)
    {
      const BulLink *link = links->pdata[i - 1];

      if (link->state == BUL_LINK_AUTOMATIC && find_same (proposals, link) == NULL
          && !bul_history_remove (history, NULL, "links", i - 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take (BulHistory *history, const BulLink *proposal, GError **error)
{
  const GPtrArray *links = bul_history_get_story (history)->links;
  const BulLink *known = find_same (links, proposal);
  BulLink *link;

  if (known != NULL)
    return bul_history_set (history, known->key, "confidence", proposal->confidence, error);
  link = bul_record_copy (proposal);
  g_free (link->key);
  link->key = bul_keys_make (bul_history_get_keys (history), 'l');
  return bul_history_add (history, NULL, "links", links->len, link, error);
}

gboolean
bul_proposals_take (BulHistory *history, const GPtrArray *proposals, GError **error)
{
  gboolean done;

  bul_history_begin (history, "Pair sentences");
  done = drop_others (history, proposals, error);
  for (guint i = 0; done && i < proposals->len; i++)
    done = take (history, proposals->pdata[i], error);
  bul_history_end (history);
  return done;
}
