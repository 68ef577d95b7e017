/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mover.h"

#include "bul-dismissal.h"
#include "bul-error.h"
#include "bul-link.h"
#include "bul-value.h"

typedef struct
{
  BulHistory *history;
  const BulStory *story; /* as it becomes */
  const BulStory *before;
} Moving;

/* Where the first words of a side stand; FALSE where it has none. */
static gboolean
find_side (const BulStory *story, const BulLink *link, BulLanguage language, guint64 *place)
{
  gboolean any = FALSE;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      guint line;
      guint64 at;

      if (segment->language != language || segment->span.on == NULL
          || bul_story_find_block (story, segment->span.on, &line) == NULL)
        continue;
      at = ((guint64) line << 32) + segment->span.start;
      *place = any ? MIN (*place, at) : at;
      any = TRUE;
    }
  return any;
}

/* Whether @link, with the segments that it had, follows and precedes on both sides what it does on
 * one: the aligner looks for pairs between those that people have settled. */
static gboolean
crosses (Moving *moving, const BulLink *link)
{
  guint64 korean;
  guint64 english;

  if (!find_side (moving->story, link, BUL_LANGUAGE_KOREAN, &korean)
      || !find_side (moving->story, link, BUL_LANGUAGE_ENGLISH, &english))
    return FALSE;
  for (guint i = 0; i < moving->story->links->len; i++)
    {
      const BulLink *other = moving->story->links->pdata[i];
      guint64 other_korean;
      guint64 other_english;

      if (g_str_equal (other->key, link->key)
          || !find_side (moving->story, other, BUL_LANGUAGE_KOREAN, &other_korean)
          || !find_side (moving->story, other, BUL_LANGUAGE_ENGLISH, &other_english))
        continue;
      if ((other_korean < korean) != (other_english < english))
        return TRUE;
    }
  return FALSE;
}

/* Sets back what changed in the record @key as its line was taken out. */
static gboolean
put_back_record (Moving *moving, gconstpointer was, GError **error)
{
  static const char *const fields[] = { "spans", "segments", "reads", "state" };
  const BulRecordType *type = bul_record_get_type (was);
  gpointer now = bul_story_find (moving->story, bul_record_get_key (was));

  if (now == NULL || bul_record_equal (was, now)
      || (type == &bul_link_type && crosses (moving, was)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const BulField *field = bul_record_type_find_field (type, fields[i]);
      g_autofree char *value = field == NULL ? NULL : bul_value_dup (was, field);

      if (field != NULL
          && !bul_history_set (moving->history, bul_record_get_key (was), field->name, value,
                               error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_back_records (Moving *moving, const GPtrArray *was, GError **error)
{
  for (guint i = 0; i < was->len; i++)
    if (!put_back_record (moving, was->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_back_dismissals (Moving *moving, GError **error)
{
  const GPtrArray *was = moving->before->dismissals;
  const GPtrArray *now = moving->story->dismissals;

  for (guint i = 0; i < was->len; i++)
    if ((i >= now->len || !bul_record_equal (was->pdata[i], now->pdata[i]))
        && !bul_history_add (moving->history, NULL, "dismissals", i,
                             bul_record_copy (was->pdata[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
move (Moving *moving, const char *script, guint from, guint to, GError **error)
{
  const BulScript *was = bul_story_find (moving->before, script);
  BulBlock *block = bul_record_copy (was->blocks->pdata[from]);

  if (!bul_history_remove (moving->history, script, "blocks", from, error))
    {
      bul_record_free (block);
      return FALSE;
    }
  return bul_history_add (moving->history, script, "blocks", to, block, error)
         && put_back_records (moving, moving->before->annotations, error)
         && put_back_records (moving, moving->before->tags, error)
         && put_back_records (moving, moving->before->corrections, error)
         && put_back_records (moving, moving->before->links, error)
         && put_back_dismissals (moving, error);
}

gboolean
bul_mover_move (BulHistory *history, const char *script, guint from, guint to, GError **error)
{
  g_autoptr (BulStory) before = bul_record_copy (bul_history_get_story (history));
  Moving moving = { history, bul_history_get_story (history), before };
  const BulScript *lines = bul_story_find (before, script);

  if (lines == NULL || from >= lines->blocks->len || to >= lines->blocks->len)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           "There is no such line. Nothing was changed.");
      return FALSE;
    }
  bul_history_begin (history, "Move a line");
  if (!move (&moving, script, from, to, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}
