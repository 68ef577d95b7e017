/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-translation-private.h"

/* Where something is, as the findings are ordered: from the first text to the second. */
typedef struct
{
  int script; /* place in the story */
  guint line; /* from 1 */
  guint offset;
} Place;

static int
find_script (const BulStory *story, const BulScript *script)
{
  guint place;

  return g_ptr_array_find (story->scripts, script, &place) ? (int) place : -1;
}

static gboolean
get_caret (DeskTranslation *self, Place *place)
{
  DeskView *view = desk_translation_get_view (self);
  guint end;

  place->script = find_script (desk_document_get_story (self->document),
                               desk_buffer_get_script (desk_view_get_buffer (view)));
  if (!desk_view_get_bounds (view, &place->line, &place->offset, &end))
    return FALSE;
  place->line++;
  return TRUE;
}

static int
compare (const Place *a, const Place *b)
{
  if (a->script != b->script)
    return a->script - b->script;
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  return (a->offset > b->offset) - (a->offset < b->offset);
}

/* The next one in the direction, around the end. */
static guint
find (DeskTranslation *self, int direction)
{
  const BulStory *story;
  const GPtrArray *open;
  guint first = 0;
  Place caret;

  if (self->document == NULL || !desk_translation_has_pairs (self) || !get_caret (self, &caret))
    return 0;
  story = desk_document_get_story (self->document);
  open = desk_findings_get_open (desk_document_get_findings (self->document));
  for (guint i = 0; i < open->len; i++)
    {
      guint at = direction > 0 ? i : open->len - 1 - i;
      const BulFinding *finding = open->pdata[at];
      guint position;
      const BulScript *script
          = finding->block == NULL ? NULL : bul_story_find_block (story, finding->block, &position);
      Place place;

      if (script == NULL)
        continue;
      place = (Place){ find_script (story, script), position + 1, finding->range.start };
      if (compare (&place, &caret) * direction > 0)
        return at + 1;
      if (first == 0)
        first = at + 1;
    }
  return first;
}

guint
desk_translation_get_next_finding (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), 0);

  return find (self, 1);
}

guint
desk_translation_get_previous_finding (DeskTranslation *self)
{
  g_return_val_if_fail (DESK_IS_TRANSLATION (self), 0);

  return find (self, -1);
}
