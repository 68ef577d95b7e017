/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-struck.h"

#include "bul-chars.h"

struct _DeskStruck
{
  GHashTable *blocks; /* key: GArray of DeskStruckRun, never empty */
};

static void
run_clear (gpointer data)
{
  g_free (((DeskStruckRun *) data)->text);
}

DeskStruck *
desk_struck_new (void)
{
  DeskStruck *self = g_new0 (DeskStruck, 1);

  self->blocks
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
desk_struck_free (DeskStruck *self)
{
  g_hash_table_unref (self->blocks);
  g_free (self);
}

GArray *
desk_struck_runs_new (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DeskStruckRun));

  g_array_set_clear_func (runs, run_clear);
  return runs;
}

static void
append (GArray *runs, guint at, const char *text, gboolean is_below, gboolean is_notice)
{
  DeskStruckRun run = { at, bul_chars_count (text), g_strdup (text), is_below, is_notice };

  g_array_append_val (runs, run);
}

void
desk_struck_runs_append (GArray *runs, guint at, const char *text)
{
  append (runs, at, text, FALSE, FALSE);
}

void
desk_struck_runs_append_below (GArray *runs, guint at, const char *text)
{
  append (runs, at, text, TRUE, FALSE);
}

void
desk_struck_runs_append_notice (GArray *runs, guint at, const char *text)
{
  append (runs, at, text, TRUE, TRUE);
}

const GArray *
desk_struck_get (const DeskStruck *self, const char *block)
{
  return g_hash_table_lookup (self->blocks, block);
}

void
desk_struck_set (DeskStruck *self, const char *block, GArray *runs)
{
  if (runs != NULL && runs->len > 0)
    {
      g_hash_table_insert (self->blocks, g_strdup (block), runs);
      return;
    }
  g_clear_pointer (&runs, g_array_unref);
  g_hash_table_remove (self->blocks, block);
}

void
desk_struck_clear (DeskStruck *self)
{
  g_hash_table_remove_all (self->blocks);
}

guint
desk_struck_to_line (const DeskStruck *self, const char *block, guint offset, DeskSide side)
{
  const GArray *runs = desk_struck_get (self, block);
  guint place = offset;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i);

      if (run->at > offset || (run->at == offset && (side == DESK_BEFORE_STRUCK || run->is_below)))
        break;
      place += run->n_chars;
    }
  return place;
}

guint
desk_struck_to_block (const DeskStruck *self, const char *block, guint offset)
{
  const GArray *runs = desk_struck_get (self, block);
  guint before = 0; /* characters that are struck */

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i);

      if (run->at + before >= offset)
        break;
      if (run->at + before + run->n_chars >= offset)
        return run->at;
      before += run->n_chars;
    }
  return offset - before;
}

typedef gboolean (*GroupFunc) (const DeskStruckGroup *group, guint offset);

/* The first group of the line that is as @is_wanted asks. */
static gboolean
find_group (const DeskStruck *self,
            const char *block,
            guint offset,
            GroupFunc is_wanted,
            DeskStruckGroup *group)
{
  const GArray *runs = desk_struck_get (self, block);
  guint before = 0;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i);
      guint from = run->at + before;
      gboolean goes_on = i > 0 && group->end == from && group->is_below == run->is_below;

      before += run->n_chars;
      if (i > 0 && !goes_on && is_wanted (group, offset))
        return TRUE;
      if (!goes_on)
        *group = (DeskStruckGroup){ from, from, run->is_below };
      group->end = from + run->n_chars;
    }
  return runs != NULL && is_wanted (group, offset);
}

static gboolean
keeps_caret_out (const DeskStruckGroup *group, guint offset)
{
  return group->is_below ? group->start < offset && offset <= group->end
                         : group->start <= offset && offset < group->end;
}

gboolean
desk_struck_find (const DeskStruck *self, const char *block, guint offset, DeskStruckGroup *group)
{
  return find_group (self, block, offset, keeps_caret_out, group);
}

static gboolean
ends_at (const DeskStruckGroup *group, guint offset)
{
  return !group->is_below && group->end == offset;
}

gboolean
desk_struck_find_before (const DeskStruck *self,
                         const char *block,
                         guint offset,
                         DeskStruckGroup *group)
{
  return find_group (self, block, offset, ends_at, group);
}

static gboolean
begins_below (const DeskStruckGroup *group, guint offset)
{
  return group->is_below && group->start == offset;
}

gboolean
desk_struck_find_below (const DeskStruck *self,
                        const char *block,
                        guint offset,
                        DeskStruckGroup *group)
{
  return find_group (self, block, offset, begins_below, group);
}

void
desk_struck_edit (DeskStruck *self, const char *block, guint at, guint n_removed, guint n_inserted)
{
  GArray *runs = g_hash_table_lookup (self->blocks, block);

  if (runs == NULL)
    return;
  for (guint i = runs->len; i > 0; i--)
    {
      DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i - 1);

      if (run->at > at && run->at < at + n_removed)
        g_array_remove_index (runs, i - 1);
      else if (run->at > at || (run->at == at && run->is_below))
        run->at = run->at - n_removed + n_inserted;
    }
  if (runs->len == 0)
    g_hash_table_remove (self->blocks, block);
}

void
desk_struck_foreach_block (const DeskStruck *self, GFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    func (key, data);
}
