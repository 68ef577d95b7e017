/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pair-facts.h"

#include "desk-pairs.h"

static gboolean
is_fact (const BulFinding *finding)
{
  return finding->block != NULL && g_str_has_prefix (finding->code, "fact-")
         && !g_str_equal (finding->code, "fact-left-out");
}

static const GPtrArray *
get_findings (DeskDocument *document)
{
  return desk_findings_get_open (desk_document_get_findings (document));
}

guint
desk_pair_facts_count (DeskDocument *document)
{
  const GPtrArray *findings = get_findings (document);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += is_fact (findings->pdata[i]);
  return n;
}

GHashTable *
desk_pair_facts_list_links (DeskDocument *document)
{
  const GPtrArray *findings = get_findings (document);
  GHashTable *links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];
      char *key = is_fact (finding)
                      ? desk_pairs_find_at (document, finding->block, finding->range.start)
                      : NULL;

      if (key != NULL)
        g_hash_table_add (links, key);
    }
  return links;
}

char *
desk_pair_facts_dup_words (DeskDocument *document, const char *key)
{
  const GPtrArray *findings = get_findings (document);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];
      g_autofree char *theirs
          = is_fact (finding) ? desk_pairs_find_at (document, finding->block, finding->range.start)
                              : NULL;

      if (theirs != NULL && g_strcmp0 (theirs, key) == 0)
        g_strv_builder_add (builder, finding->message);
    }
  words = g_strv_builder_end (builder);
  return words[0] == NULL ? NULL : g_strjoinv (" ", words);
}
