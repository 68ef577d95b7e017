/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pair-parts-private.h"

#include "bul-beside.h"

#define N_SECTIONS (BUL_SECTION_TAIL + 1)

/* Where sections begin in some lines of a script. */
typedef struct
{
  GArray *sections;           /* of BulSection, one after the other */
  GArray *lines;              /* of guint: for each of them its first line */
  guint counts[N_SECTIONS];   /* how often each begins */
  guint first_of[N_SECTIONS]; /* the line where it begins, if it does so once */
} Sections;

static void
sections_read (Sections *self, const BulScript *script, guint start, guint end)
{
  BulSection last = BUL_SECTION_NONE;

  *self = (Sections){ .sections = g_array_new (FALSE, FALSE, sizeof (BulSection)),
                      .lines = g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = start; i < end; i++)
    {
      BulSection section = ((const BulBlock *) script->blocks->pdata[i])->section;

      if (section != last && section != BUL_SECTION_NONE)
        {
          g_array_append_val (self->sections, section);
          g_array_append_val (self->lines, i);
          self->counts[section]++;
          self->first_of[section] = i;
        }
      last = section;
    }
}

static void
sections_stop (Sections *self)
{
  g_array_unref (self->sections);
  g_array_unref (self->lines);
}

static gboolean
sections_are_same (const Sections *a, const Sections *b)
{
  if (a->sections->len != b->sections->len)
    return FALSE;
  for (guint i = 0; i < a->sections->len; i++)
    if (g_array_index (a->sections, BulSection, i) != g_array_index (b->sections, BulSection, i))
      return FALSE;
  return TRUE;
}

static void
add (GArray *parts, guint korean, guint english, gboolean is_line)
{
  BulPairPart part = { .lines = { korean, english }, .is_line = is_line };
  const BulPairPart *last
      = parts->len == 0 ? NULL : &g_array_index (parts, BulPairPart, parts->len - 1);

  if (last == NULL || (last->lines[0] < korean && last->lines[1] < english) || is_line)
    g_array_append_val (parts, part);
}

/* Where both go through the same sections each of them begins a part; else those that begin once in
 * either, as long as they are in the same order. */
static void
add_sections (GArray *parts,
              const BulScript *korean,
              const BulScript *english,
              const BulBeside *start,
              const BulBeside *end)
{
  Sections k;
  Sections e;
  gboolean are_same;

  add (parts, start->lines[0], start->lines[1], FALSE);
  sections_read (&k, korean, start->lines[0], end->lines[0]);
  sections_read (&e, english, start->lines[1], end->lines[1]);
  are_same = sections_are_same (&k, &e);
  for (guint i = 0; i < k.sections->len; i++)
    {
      BulSection section = g_array_index (k.sections, BulSection, i);
      guint line = g_array_index (k.lines, guint, i);

      if (are_same)
        add (parts, line, g_array_index (e.lines, guint, i), FALSE);
      else if (k.counts[section] == 1 && e.counts[section] == 1)
        add (parts, line, e.first_of[section], FALSE);
    }
  sections_stop (&k);
  sections_stop (&e);
}

GArray *
bul_pair_parts_new (const BulScript *korean, const BulScript *english)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BulPairPart));
  BulBeside free = { { 0, 0 } }; /* behind the last line that stands beside another */
  BulBeside end = { { korean->blocks->len, english->blocks->len } };
  g_autoptr (GArray) beside = bul_beside_is_written (korean) || bul_beside_is_written (english)
                                  ? bul_beside_list (korean, english)
                                  : g_array_new (FALSE, FALSE, sizeof (BulBeside));

  for (guint i = 0; i < beside->len; i++)
    {
      const BulBeside *lines = &g_array_index (beside, BulBeside, i);

      if (lines->lines[0] > free.lines[0] || lines->lines[1] > free.lines[1])
        add_sections (parts, korean, english, &free, lines);
      add (parts, lines->lines[0], lines->lines[1], TRUE);
      free = (BulBeside){ { lines->lines[0] + 1, lines->lines[1] + 1 } };
    }
  if (parts->len == 0 || free.lines[0] < end.lines[0] || free.lines[1] < end.lines[1])
    add_sections (parts, korean, english, &free, &end);
  return parts;
}

guint
bul_pair_parts_find (const GArray *parts, guint side, guint line)
{
  guint low = 0;
  guint high = parts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (parts, BulPairPart, middle).lines[side] <= line)
        low = middle;
      else
        high = middle;
    }
  while (g_array_index (parts, BulPairPart, low).is_joined)
    low--;
  return low;
}

void
bul_pair_parts_join (GArray *parts, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      g_array_index (parts, BulPairPart, i).is_line = FALSE;
      g_array_index (parts, BulPairPart, i + 1).is_line = FALSE;
      g_array_index (parts, BulPairPart, i + 1).is_joined = TRUE;
    }
}
