/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-opening.h"

void
bul_opening_note (BulOpening *self, const BulLook *line)
{
  if (line->starts == 0)
    return;
  if (self->first_few == 0)
    {
      self->first = line->begins;
      self->first_few = line->starts;
    }
  else if (self->second == 0)
    self->second = line->begins;
}

static gboolean
repeats_first (const BulOpening *self, const BulLook *look, gboolean closed)
{
  if (look == NULL || look->starts == 0)
    return FALSE;
  if (look->begins != 0 && look->begins == self->first)
    return TRUE;
  return closed && (look->starts == self->first_few || look->starts == self->headline);
}

/* What may stand between the end of a script and its second copy. */
static gboolean
may_open_copy (const BulLook *look)
{
  return bul_look_has (look, BUL_LOOK_ALONE) || bul_look_is (look, BUL_LOOK_PROGRAMME)
         || bul_look_is (look, BUL_LOOK_STAMP);
}

/* One line that begins as the first did is chance; a report may open with the words of its lead. */
static gboolean
may_be_second (const BulOpening *self, const BulLook *look)
{
  return look == NULL || look->begins == 0 || look->begins == self->second;
}

gboolean
bul_opening_is_repeated (const BulOpening *self,
                         gboolean closed,
                         const BulLook *line,
                         const BulLook *next,
                         const BulLook *after_next)
{
  if (self->first_few == 0)
    return FALSE;
  if (closed)
    return bul_look_has (line, BUL_LOOK_BULLET) || repeats_first (self, line, TRUE)
           || (may_open_copy (line)
               && (repeats_first (self, next, TRUE)
                   || (may_open_copy (next) && repeats_first (self, after_next, TRUE))));
  if (bul_look_has (line, BUL_LOOK_BULLET)
      && ((line->starts != 0 && line->starts == self->headline)
          || bul_look_has (line, BUL_LOOK_STAMPED) || bul_look_has (next, BUL_LOOK_STAMPED)))
    return TRUE;
  if (repeats_first (self, line, FALSE))
    return may_be_second (self, next);
  return may_open_copy (line) && repeats_first (self, next, FALSE)
         && may_be_second (self, after_next);
}

gboolean
bul_opening_equal (const BulOpening *a, const BulOpening *b)
{
  return a->first == b->first && a->first_few == b->first_few && a->second == b->second
         && a->headline == b->headline;
}

gboolean
bul_opening_is_as_far (const BulOpening *a, const BulOpening *b)
{
  return (a->first_few == 0) == (b->first_few == 0) && (a->second == 0) == (b->second == 0)
         && (a->headline == 0) == (b->headline == 0);
}

/* Whether @hash is what the two remember otherwise. */
static gboolean
tells_apart (guint32 hash, guint32 a, guint32 b)
{
  return a != b && hash != 0 && (hash == a || hash == b);
}

gboolean
bul_opening_is_of_one (const BulOpening *a, const BulOpening *b, const BulLook *look)
{
  return look != NULL
         && (tells_apart (look->begins, a->first, b->first)
             || tells_apart (look->begins, a->second, b->second)
             || tells_apart (look->starts, a->first_few, b->first_few)
             || tells_apart (look->starts, a->headline, b->headline));
}

static guint32
carry (guint32 before, guint32 after, guint32 instead)
{
  return after == before ? instead : after;
}

BulOpening
bul_opening_carry (const BulOpening *before, const BulOpening *after, const BulOpening *instead)
{
  return (BulOpening){
    carry (before->first, after->first, instead->first),
    carry (before->first_few, after->first_few, instead->first_few),
    carry (before->second, after->second, instead->second),
    carry (before->headline, after->headline, instead->headline),
  };
}
