/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-replace.h"

#include "bul-error.h"
#include "bul-flow.h"

static GPtrArray *
list (BulFinder *finder, const BulStory *story, const char *with, GError **error)
{
  g_autoptr (GPtrArray) replacements = bul_replacer_list (finder, story, NULL, with, error);

  if (replacements == NULL || replacements->len > 0)
    return g_steal_pointer (&replacements);
  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               "There is nothing to replace in story %.8s. Nothing was changed.", story->uid);
  return NULL;
}

GPtrArray *
bul_flow_list_replacements (
    BulStore *store, const char *uid, BulFinder *finder, const char *with, GError **error)
{
  g_autoptr (BulStory) story = bul_flow_load (store, uid, error);

  return story == NULL ? NULL : list (finder, story, with, error);
}

GPtrArray *
bul_flow_replace (BulStore *store,
                  const char *uid,
                  BulFinder *finder,
                  const char *with,
                  const char *by,
                  guint *revision,
                  GError **error)
{
  BulStory *story = bul_flow_load (store, uid, error);
  g_autoptr (BulHistory) history = story == NULL ? NULL : bul_history_new (story);
  g_autoptr (GPtrArray) replacements = story == NULL ? NULL : list (finder, story, with, error);

  if (replacements == NULL || !bul_replacer_apply (history, replacements, error)
      || !bul_flow_save (store, history, by, "Replaced", error))
    return NULL;
  *revision = bul_story_get_revision_number (bul_history_get_story (history));
  return g_steal_pointer (&replacements);
}
