/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-imported.h"

#include "bul-finding.h"

static void
story_free (gpointer data)
{
  BulFlowImportedStory *story = data;

  g_free (story->uid);
  g_free (story->headline);
  g_free (story);
}

BulFlowImported *
bul_flow_imported_new (const char *path)
{
  BulFlowImported *self = g_new0 (BulFlowImported, 1);

  self->path = g_filename_display_name (path);
  self->stories = g_ptr_array_new_with_free_func (story_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  return self;
}

void
bul_flow_imported_free (BulFlowImported *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->findings);
  g_clear_error (&self->error);
  g_free (self);
}

void
bul_flow_imported_add (BulFlowImported *self,
                       const char *uid,
                       const char *headline,
                       BulFlowKept kept)
{
  BulFlowImportedStory *story = g_new0 (BulFlowImportedStory, 1);

  story->uid = g_strdup (uid);
  story->headline = g_strdup (headline);
  story->kept = kept;
  g_ptr_array_add (self->stories, story);
}

guint
bul_flow_imported_count_new (const BulFlowImported *self)
{
  guint n_new = 0;

  for (guint i = 0; i < self->stories->len; i++)
    n_new += ((const BulFlowImportedStory *) self->stories->pdata[i])->kept != BUL_FLOW_KEPT_KNOWN;
  return n_new;
}
