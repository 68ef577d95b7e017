/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-bundle.h"

/* What is known of the story that is being passed. */
typedef struct
{
  const GArray *looks;
  guint32 beginning; /* how its first words begin */
  gboolean has_body; /* anything but its page's head */
  gboolean has_page; /* lines that only a page has */
  gboolean has_lead;
  gboolean has_voices;
  guint8 report;      /* role of the mark of its report, or 0 */
  gboolean is_closed; /* somebody has signed off, or the credits are through */
  gboolean is_live;   /* the anchor asked a reporter, or one answered */
} Walk;

static const BulLook *
look_at (const Walk *walk, guint i)
{
  return i < walk->looks->len ? &g_array_index (walk->looks, BulLook, i) : NULL;
}

static gboolean
is_lead_mark (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_MARK)
         && (look->role == BUL_MARK_ANCHOR || look->role == BUL_MARK_LEAD);
}

static gboolean
is_heading (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_PLAIN)
         && !bul_look_has (look, BUL_LOOK_SENTENCE | BUL_LOOK_LONG | BUL_LOOK_BULLET);
}

/* Words that repeat the story's beginning are its second copy, and no other story. */
static gboolean
repeats (const Walk *walk, const BulLook *look)
{
  return look != NULL && look->starts != 0 && look->starts == walk->beginning;
}

/* The line that a mark's words stand on. */
static const BulLook *
words_of (const Walk *walk, guint i)
{
  return bul_look_has (look_at (walk, i), BUL_LOOK_ALONE) ? look_at (walk, i + 1)
                                                          : look_at (walk, i);
}

/* “Anchor: words”: World Radio writes its reports so, one after the other, and signs few. */
static gboolean
is_radio (const BulLook *look)
{
  return bul_look_has (look, BUL_LOOK_RESUMES) && look->role == BUL_MARK_ANCHOR
         && bul_look_has (look, BUL_LOOK_LATIN);
}

/* The anchor calls one reporter after the other, each of whom signs off: that is one story. */
static gboolean
is_next_cross (const Walk *walk, const BulLook *look)
{
  return walk->is_live && walk->report == BUL_MARK_REPORTER && look->role == BUL_MARK_ANCHOR;
}

/* A lead after a story that is through. Where anchor and reporter speak in turns there is none. */
static gboolean
is_next_lead (const Walk *walk, guint i)
{
  const BulLook *look = look_at (walk, i);

  if (!is_lead_mark (look) || !walk->has_lead || repeats (walk, words_of (walk, i))
      || is_next_cross (walk, look))
    return FALSE;
  return look->role == BUL_MARK_LEAD || (walk->report != 0 && (walk->is_closed || is_radio (look)));
}

/* Whether a reporter who begins at @i goes on to a sign-off: in a live cross the anchor comes back
 * before that. After a taped report there must be one, for one who comes to talk about it ends with
 * an answer, over the credits of it all; and so does whoever is asked. */
static gboolean
reports_alone (const Walk *walk, guint i)
{
  gboolean is_asked = bul_look_has (look_at (walk, i - 1), BUL_LOOK_ASKS)
                      || bul_look_has (words_of (walk, i), BUL_LOOK_ANSWERS);

  for (guint j = i + 1; j < walk->looks->len; j++)
    {
      const BulLook *look = look_at (walk, j);

      if (bul_look_has (look, BUL_LOOK_HOUSE))
        return TRUE;
      if (look->sort == BUL_LOOK_CREDITS)
        return walk->report != BUL_MARK_REPORT && !is_asked;
      if (bul_look_is (look, BUL_LOOK_MARK) && look->role != BUL_MARK_STAND_UP)
        return look->role != BUL_MARK_ANCHOR && look->role != BUL_MARK_REPORTER;
    }
  return walk->report != BUL_MARK_REPORT && !is_asked;
}

/* Whether the marks from @i on are those of a whole story: a lead, then a report. */
static gboolean
has_report_after (const Walk *walk, guint i)
{
  if (is_radio (look_at (walk, i)))
    return TRUE;
  for (guint j = i + 1; j < walk->looks->len; j++)
    {
      const BulLook *look = look_at (walk, j);

      if (!bul_look_is (look, BUL_LOOK_MARK) || look->role == BUL_MARK_STAND_UP)
        continue;
      if (look->role == BUL_MARK_REPORTER)
        return reports_alone (walk, j);
      return look->role == BUL_MARK_REPORT || look->role == BUL_MARK_END;
    }
  return FALSE;
}

/* How many headings of the page are numbered; two make a list, one is a sentence. */
static guint
count_numbered (const GArray *looks)
{
  guint count = 0;

  for (guint i = 0; i < looks->len; i++)
    {
      const BulLook *look = &g_array_index (looks, BulLook, i);

      count += is_heading (look) && bul_look_has (look, BUL_LOOK_NUMBERED);
    }
  return count;
}

/* Whether the numbers of the page are those of shots. */
static gboolean
has_shots (const GArray *looks)
{
  for (guint i = 0; i < looks->len; i++)
    {
      const BulLook *look = &g_array_index (looks, BulLook, i);

      if (bul_look_is (look, BUL_LOOK_MARK) && look->role == BUL_MARK_SHOTS)
        return TRUE;
    }
  return FALSE;
}

static guint
count_capital_headings (const GArray *looks)
{
  guint count = 0;

  for (guint i = 0; i + 1 < looks->len; i++)
    count += is_heading (&g_array_index (looks, BulLook, i))
             && bul_look_has (&g_array_index (looks, BulLook, i), BUL_LOOK_CAPITALS)
             && is_lead_mark (&g_array_index (looks, BulLook, i + 1));
  return count;
}

/* Whether a line is more than its page's head. */
static gboolean
is_body (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_MARK) || bul_look_is (look, BUL_LOOK_BITE)
         || bul_look_is (look, BUL_LOOK_TITLE)
         || (bul_look_is (look, BUL_LOOK_VOICE) && !bul_look_has (look, BUL_LOOK_MIXED))
         || (bul_look_is (look, BUL_LOOK_PLAIN) && bul_look_has (look, BUL_LOOK_SENTENCE));
}

/* Whether a line is of a page, and not only words. */
static gboolean
is_page (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_HEADER) || bul_look_is (look, BUL_LOOK_STAMP)
         || bul_look_is (look, BUL_LOOK_MARK);
}

/* A heading right before the next lead belongs to it. */
static gboolean
is_heading_of_next (const Walk *walk, guint i)
{
  guint lead = i + 1;

  if (!is_heading (look_at (walk, i)) || repeats (walk, look_at (walk, i)))
    return FALSE;
  while (bul_look_is (look_at (walk, lead), BUL_LOOK_STAMP)
         || bul_look_is (look_at (walk, lead), BUL_LOOK_FURNITURE))
    lead++;
  return (is_next_lead (walk, lead) || (walk->is_closed && is_lead_mark (look_at (walk, lead))))
         && !repeats (walk, words_of (walk, lead)) && has_report_after (walk, lead);
}

/* A transcript's page may go on with the next: the programme in capitals, a headline, the time. */
static gboolean
is_next_transcript (const Walk *walk, guint i)
{
  const BulLook *look = look_at (walk, i);

  if (!walk->has_voices
      || !(look->sort == BUL_LOOK_PROGRAMME
           || (is_heading (look) && bul_look_has (look, BUL_LOOK_CAPITALS))))
    return FALSE;
  return bul_look_is (look_at (walk, i + 1), BUL_LOOK_STAMP)
         || (bul_look_is (look_at (walk, i + 1), BUL_LOOK_PLAIN)
             && bul_look_is (look_at (walk, i + 2), BUL_LOOK_STAMP));
}

static gboolean
begins_story (const Walk *walk, guint i, gboolean is_list, gboolean has_capitals)
{
  const BulLook *look = look_at (walk, i);

  if (!walk->has_body)
    return FALSE;
  if (look->sort == BUL_LOOK_TITLE || (look->sort == BUL_LOOK_HEADER && walk->has_page))
    return TRUE;
  if (is_list && is_heading (look) && bul_look_has (look, BUL_LOOK_NUMBERED))
    return TRUE;
  if (has_capitals && is_heading (look) && bul_look_has (look, BUL_LOOK_CAPITALS)
      && is_lead_mark (look_at (walk, i + 1)))
    return TRUE;
  return (is_next_lead (walk, i) && has_report_after (walk, i)) || is_heading_of_next (walk, i)
         || is_next_transcript (walk, i);
}

/* Whether a reporter who begins at @i was asked, or answers. */
static gboolean
is_called (const Walk *walk, guint i)
{
  const BulLook *look = look_at (walk, i);
  const BulLook *before = i > 0 ? look_at (walk, i - 1) : NULL;

  return bul_look_is (look, BUL_LOOK_MARK) && look->role == BUL_MARK_REPORTER
         && ((bul_look_has (before, BUL_LOOK_RELAY) && bul_look_has (before, BUL_LOOK_ASKS))
             || bul_look_has (words_of (walk, i), BUL_LOOK_ANSWERS));
}

static void
pass (Walk *walk, guint i)
{
  const BulLook *look = look_at (walk, i);

  walk->is_live |= is_called (walk, i);
  walk->has_body |= is_body (look);
  walk->has_page |= is_page (look);
  walk->has_voices |= look->sort == BUL_LOOK_VOICE && !bul_look_has (look, BUL_LOOK_MIXED);
  if (walk->beginning == 0 && look->starts != 0
      && (walk->has_lead || bul_look_has (look, BUL_LOOK_SENTENCE)))
    walk->beginning = look->starts;
  if (is_lead_mark (look))
    walk->has_lead = TRUE;
  if (walk->report == 0 && g_strcmp0 (look->finding, "glued-marks") == 0)
    walk->report = BUL_MARK_REPORT;
  if (walk->report == 0 && bul_look_is (look, BUL_LOOK_MARK)
      && (look->role == BUL_MARK_REPORT || look->role == BUL_MARK_REPORTER))
    walk->report = look->role;
  if ((bul_look_has (look, BUL_LOOK_RELAY) && bul_look_has (look, BUL_LOOK_HOUSE)
       && walk->report != 0)
      || (look->sort == BUL_LOOK_CREDITS && !bul_look_has (look, BUL_LOOK_HOSTS | BUL_LOOK_BYLINE)))
    walk->is_closed = TRUE;
}

GArray *
bul_bundle_split (const GArray *looks)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_list = count_numbered (looks) >= 2 && !has_shots (looks);
  gboolean has_capitals = count_capital_headings (looks) >= 1;
  Walk walk = { .looks = looks };
  guint first = 0;

  g_array_append_val (starts, first);
  for (guint i = 1; i < looks->len; i++)
    {
      pass (&walk, i - 1);
      if (!begins_story (&walk, i, is_list, has_capitals))
        continue;
      g_array_append_val (starts, i);
      walk = (Walk){ .looks = looks };
    }
  return starts;
}
