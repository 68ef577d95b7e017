/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-story.h"

static void
line_free (gpointer data)
{
  BulPrintLine *line = data;

  g_clear_pointer (&line->runs, g_array_unref);
  g_free (line);
}

static void
change_free (gpointer data)
{
  BulPrintChange *change = data;

  g_free (change->was);
  g_free (change->now);
  g_free (change);
}

BulPrintStory *
bul_print_story_new (const BulStory *story)
{
  BulPrintStory *self = g_new0 (BulPrintStory, 1);

  self->story = story;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

void
bul_print_story_free (BulPrintStory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

void
bul_print_story_add_line (BulPrintStory *self,
                          const BulScript *script,
                          const BulBlock *was,
                          const BulBlock *now,
                          GArray *runs)
{
  BulPrintLine *line = g_new0 (BulPrintLine, 1);

  g_return_if_fail (was != NULL || now != NULL);

  line->script = script;
  line->was = was;
  line->now = now;
  line->runs = runs == NULL ? NULL : g_array_ref (runs);
  g_ptr_array_add (self->lines, line);
}

void
bul_print_story_add_all (BulPrintStory *self)
{
  for (guint i = 0; i < self->story->scripts->len; i++)
    {
      const BulScript *script = self->story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        bul_print_story_add_line (self, script, NULL, script->blocks->pdata[j], NULL);
    }
}

BulPrintChange *
bul_print_story_add_change (BulPrintStory *self)
{
  BulPrintChange *change = g_new0 (BulPrintChange, 1);

  g_ptr_array_add (self->changes, change);
  return change;
}

const BulPrintChange *
bul_print_story_find_change (const BulPrintStory *self, const char *block, guint start)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const BulPrintChange *change = self->changes->pdata[i];

      if (g_strcmp0 (change->block, block) == 0 && change->start == start)
        return change;
    }
  return NULL;
}
