/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pair-rows.h"

#include "bul-beside.h"

#define NOWHERE G_MAXUINT

/* Key of each block, borrowed: its line. */
static GHashTable *
number_lines (const BulScript *script)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < script->blocks->len; i++)
    g_hash_table_insert (lines, ((BulBlock *) script->blocks->pdata[i])->key, GUINT_TO_POINTER (i));
  return lines;
}

/* The first line of one side, and in @paired every line of it. */
static guint
find_first_line (const BulLink *link, BulLanguage language, GHashTable *lines, GHashTable *paired)
{
  guint first = NOWHERE;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      gpointer line;

      if (segment->language != language || segment->span.orphan || segment->span.on == NULL
          || !g_hash_table_lookup_extended (lines, segment->span.on, NULL, &line))
        continue;
      first = MIN (first, GPOINTER_TO_UINT (line));
      g_hash_table_add (paired, line);
    }
  return first;
}

/* Where pairs begin, in the order of the Korean; @paired: the lines that any pair has. */
static GArray *
list_beginnings (const BulStory *story, GHashTable *lines[2], GHashTable *paired[2])
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (DeskPairRow));

  for (guint i = 0; i < links->len; i++)
    {
      DeskPairRow row = { {
          find_first_line (links->pdata[i], BUL_LANGUAGE_KOREAN, lines[0], paired[0]),
          find_first_line (links->pdata[i], BUL_LANGUAGE_ENGLISH, lines[1], paired[1]),
      } };

      if (row.lines[0] != NOWHERE && row.lines[1] != NOWHERE)
        g_array_append_val (beginnings, row);
    }
  return beginnings;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const DeskPairRow *x = a;
  const DeskPairRow *y = b;

  return x->lines[0] != y->lines[0] ? (x->lines[0] < y->lines[0] ? -1 : 1) : 0;
}

/* An empty line begins where the line does for which it is there. */
static void
add_empty (GArray *beginnings, const BulScript *scripts[2])
{
  g_autoptr (GArray) beside = bul_beside_list (scripts[0], scripts[1]);

  for (guint i = 0; i < beside->len; i++)
    {
      const BulBeside *lines = &g_array_index (beside, BulBeside, i);
      DeskPairRow row = { { lines->lines[0], lines->lines[1] } };

      if (*((const BulBlock *) scripts[0]->blocks->pdata[row.lines[0]])->text == '\0'
          || *((const BulBlock *) scripts[1]->blocks->pdata[row.lines[1]])->text == '\0')
        g_array_append_val (beginnings, row);
    }
  g_array_sort (beginnings, compare_rows);
}

static gboolean
comes_before (const DeskPairRow *a, const DeskPairRow *b)
{
  return a->lines[0] < b->lines[0] && a->lines[1] < b->lines[1];
}

/* The longest row of beginnings that go on in both texts. */
static GArray *
choose (const GArray *beginnings)
{
  const DeskPairRow *all = (const DeskPairRow *) beginnings->data;
  g_autofree guint *lengths = g_new0 (guint, beginnings->len + 1);
  g_autofree int *before = g_new (int, beginnings->len + 1);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (DeskPairRow));
  int best = -1;

  for (guint i = 0; i < beginnings->len; i++)
    {
      lengths[i] = 1;
      before[i] = -1;
      for (guint j = 0; j < i; j++)
        if (lengths[j] >= lengths[i] && comes_before (&all[j], &all[i]))
          {
            lengths[i] = lengths[j] + 1;
            before[i] = (int) j;
          }
      if (best < 0 || lengths[i] > lengths[best])
        best = (int) i;
    }
  for (; best >= 0; best = before[best])
    g_array_prepend_val (chosen, all[best]);
  return chosen;
}

static gboolean
is_free (const BulScript *script, GHashTable *paired, guint line, BulBlockKind kind)
{
  return ((const BulBlock *) script->blocks->pdata[line])->kind == kind
         && !g_hash_table_contains (paired, GUINT_TO_POINTER (line));
}

/* Before @row, back to @last: lines that no pair has and that are the same in either script. */
static void
add_same_before (GArray *rows,
                 const BulScript *scripts[2],
                 GHashTable *paired[2],
                 const DeskPairRow *last,
                 const DeskPairRow *row)
{
  guint place = rows->len;

  for (guint n = 1; row->lines[0] >= n && row->lines[1] >= n; n++)
    {
      DeskPairRow same = { { row->lines[0] - n, row->lines[1] - n } };
      const BulBlock *block = scripts[0]->blocks->pdata[same.lines[0]];

      if ((last != NULL && !comes_before (last, &same))
          || !is_free (scripts[0], paired[0], same.lines[0], block->kind)
          || !is_free (scripts[1], paired[1], same.lines[1], block->kind))
        break;
      g_array_insert_val (rows, place, same);
    }
}

GArray *
desk_pair_rows_new (const BulStory *story, const BulScript *korean, const BulScript *english)
{
  const BulScript *scripts[] = { korean, english };
  g_autoptr (GHashTable) korean_lines = number_lines (korean);
  g_autoptr (GHashTable) english_lines = number_lines (english);
  g_autoptr (GHashTable) korean_paired = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) english_paired = g_hash_table_new (NULL, NULL);
  GHashTable *lines[] = { korean_lines, english_lines };
  GHashTable *paired[] = { korean_paired, english_paired };
  g_autoptr (GArray) beginnings = list_beginnings (story, lines, paired);
  g_autoptr (GArray) chosen = NULL;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (DeskPairRow));

  add_empty (beginnings, scripts);
  chosen = choose (beginnings);
  for (guint i = 0; i < chosen->len; i++)
    {
      const DeskPairRow *row = &g_array_index (chosen, DeskPairRow, i);

      add_same_before (rows, scripts, paired,
                       i == 0 ? NULL : &g_array_index (chosen, DeskPairRow, i - 1), row);
      g_array_append_vals (rows, row, 1);
    }
  return rows;
}
