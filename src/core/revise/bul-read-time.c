/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-read-time.h"

#include "bul-chars.h"
#include "bul-heard.h"

/* What is known of a block: all that the sums ask, so that they run along the entries alone. */
typedef struct
{
  BulBlockKind kind;
  BulSection section;
  BulSpoken language;
  double units; /* syllables or words; negative: to be measured */
  double seconds;
  BulSeconds before; /* all blocks up to this one */
} Entry;

#define UNMEASURED (-1.0)

struct _BulReadTime
{
  const BulStory *story;
  char *script; /* NULL: the original */
  const BulPaces *paces;

  GArray *entries; /* of Entry, one a block */
  GArray *parts;   /* of BulReadPart */
  BulSeconds total;
  double by_language[BUL_SPOKEN_ENGLISH + 1];
  gboolean is_stale;   /* sums and parts are to be made again */
  gboolean is_repaced; /* who reads how fast may have changed */
  guint last_edited;   /* most edits are where the one before was */
  guint64 n_measured;
};

static const BulScript *
find_script (const BulReadTime *self)
{
  return self->script == NULL ? bul_story_get_script (self->story)
                              : bul_story_find (self->story, self->script);
}

static Entry *
get_entry (const BulReadTime *self, guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

static void
insert_entry (BulReadTime *self, guint at)
{
  Entry entry = { .units = UNMEASURED };

  g_array_insert_val (self->entries, at, entry);
}

static void
load (BulReadTime *self)
{
  const BulScript *script = find_script (self);

  g_array_set_size (self->entries, 0);
  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    insert_entry (self, i);
  self->is_stale = TRUE;
}

BulReadTime *
bul_read_time_new (const BulStory *story, const char *script, const BulPaces *paces)
{
  BulReadTime *self = g_new0 (BulReadTime, 1);

  self->story = story;
  self->script = g_strdup (script);
  self->paces = paces;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->parts = g_array_new (FALSE, FALSE, sizeof (BulReadPart));
  load (self);
  return self;
}

void
bul_read_time_free (BulReadTime *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_array_unref (self->parts);
  g_free (self->script);
  g_free (self);
}

void
bul_read_time_set_paces (BulReadTime *self, const BulPaces *paces)
{
  self->paces = paces;
  self->is_repaced = TRUE;
  self->is_stale = TRUE;
}

static void
forget_block (BulReadTime *self, guint at)
{
  if (at < self->entries->len)
    get_entry (self, at)->units = UNMEASURED;
}

static void
remove_entry (BulReadTime *self, guint at)
{
  if (at < self->entries->len)
    g_array_remove_index (self->entries, at);
}

static void
note_list (BulReadTime *self, const BulEdit *edit)
{
  const BulScript *script = find_script (self);

  if (g_strcmp0 (edit->field, "scripts") == 0)
    load (self);
  else if (g_strcmp0 (edit->field, "blocks") != 0)
    self->is_repaced = TRUE;
  else if (script != NULL && g_strcmp0 (edit->on, script->key) == 0)
    {
      if (edit->kind == BUL_EDIT_ADD)
        insert_entry (self, MIN (edit->at, self->entries->len));
      else
        remove_entry (self, edit->at);
    }
}

/* Returns: whether @key is a block of the script, and its place in @at. */
static gboolean
find_block (BulReadTime *self, const BulScript *script, const char *key, guint *at)
{
  int found;

  if (self->last_edited < script->blocks->len
      && g_str_equal (((BulBlock *) script->blocks->pdata[self->last_edited])->key, key))
    {
      *at = self->last_edited;
      return TRUE;
    }
  found = bul_script_find_block (script, key);
  if (found < 0)
    return FALSE;
  *at = self->last_edited = (guint) found;
  return TRUE;
}

void
bul_read_time_note (BulReadTime *self, const BulEdit *edit)
{
  const BulScript *script = find_script (self);
  guint at;

  self->is_stale = TRUE;
  if (edit->kind == BUL_EDIT_ADD || edit->kind == BUL_EDIT_REMOVE)
    {
      note_list (self, edit);
      return;
    }
  if (script == NULL || edit->on == NULL || !find_block (self, script, edit->on, &at))
    {
      self->is_repaced = TRUE;
      return;
    }
  if (edit->kind == BUL_EDIT_SPLIT)
    insert_entry (self, MIN (at + 1, self->entries->len));
  else if (edit->kind == BUL_EDIT_JOIN)
    remove_entry (self, at + 1);
  forget_block (self, at);
}

/* What is heard of @block from code point @start to @end. */
static double
count_heard (const BulBlock *block, BulSpoken language, guint start, guint end)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
  double units = 0;

  bul_heard_append (ranges, block->kind, block->text);
  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);
      g_autofree char *words = bul_chars_slice (block->text, range.start, range.end);
      guint first = MAX (start, range.start);
      guint last = MIN (end, range.end);

      if (last > first)
        units += bul_spoken_count (words, language, first - range.start, last - range.start);
    }
  return units;
}

static void
measure (BulReadTime *self, const BulScript *script, const BulBlock *block, Entry *entry)
{
  entry->kind = block->kind;
  entry->section = block->section;
  entry->units = 0;
  entry->language = BUL_SPOKEN_KOREAN;
  self->n_measured++;
  if (!bul_block_kind_is_read (block->kind))
    return;
  entry->language = bul_spoken_guess (block->text, script->language);
  entry->units = count_heard (block, entry->language, 0, G_MAXUINT);
}

static void
set_pace (const BulReadTime *self, const BulBlock *block, Entry *entry)
{
  BulPace pace = bul_paces_find (self->paces, self->story, block);

  entry->seconds = entry->units * 60 / bul_pace_get (pace, entry->language);
}

static void
add_seconds (BulSeconds *sum, const Entry *entry)
{
  if (entry->kind == BUL_BLOCK_BITE)
    sum->bites += entry->seconds;
  else
    sum->narration += entry->seconds;
}

static BulReadPart *
part_of (BulReadTime *self, BulReadPart *last, const Entry *entry, guint at)
{
  BulReadPart part = { .section = entry->section, .first = at };

  if (last != NULL && entry->kind != BUL_BLOCK_MARKER && last->section == entry->section)
    return last;
  g_array_append_val (self->parts, part);
  return &g_array_index (self->parts, BulReadPart, self->parts->len - 1);
}

static void
sum_up (BulReadTime *self)
{
  BulReadPart *part = NULL;

  g_array_set_size (self->parts, 0);
  self->total = (BulSeconds){ 0, 0 };
  self->by_language[BUL_SPOKEN_KOREAN] = self->by_language[BUL_SPOKEN_ENGLISH] = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      part = part_of (self, part, entry, i);
      part->n_blocks++;
      entry->before = self->total;
      if (entry->seconds <= 0)
        continue;
      add_seconds (&self->total, entry);
      add_seconds (&part->seconds, entry);
      self->by_language[entry->language] += entry->seconds;
    }
}

/* The script, of which there is an entry a block. */
static const BulScript *
match_script (BulReadTime *self)
{
  const BulScript *script = find_script (self);

  if ((script == NULL ? 0 : script->blocks->len) != self->entries->len)
    {
      g_warn_if_reached ();
      load (self);
    }
  return script;
}

gboolean
bul_read_time_measure (BulReadTime *self, guint n_blocks)
{
  const BulScript *script = match_script (self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (get_entry (self, i)->units >= 0)
        continue;
      if (n_blocks-- == 0)
        return FALSE;
      measure (self, script, script->blocks->pdata[i], get_entry (self, i));
      set_pace (self, script->blocks->pdata[i], get_entry (self, i));
    }
  return TRUE;
}

/* The words of what was edited are counted; all else is sums. */
static void
refresh_stale (BulReadTime *self)
{
  const BulScript *script = match_script (self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      gboolean is_new = entry->units < 0;

      if (is_new)
        measure (self, script, script->blocks->pdata[i], entry);
      if (is_new || self->is_repaced)
        set_pace (self, script->blocks->pdata[i], entry);
    }
  sum_up (self);
  self->is_repaced = FALSE;
  self->is_stale = FALSE;
}

static inline void
refresh (BulReadTime *self)
{
  if (self->is_stale)
    refresh_stale (self);
}

char *
bul_seconds_dup_clock (double seconds)
{
  guint64 whole = (guint64) (MAX (seconds, 0) + 0.5);

  if (seconds > 0)
    whole = MAX (whole, 1);
  if (whole >= 3600)
    return g_strdup_printf ("%u:%02u:%02u", (guint) (whole / 3600), (guint) (whole / 60 % 60),
                            (guint) (whole % 60));
  return g_strdup_printf ("%u:%02u", (guint) (whole / 60), (guint) (whole % 60));
}

BulSeconds
bul_read_time_get_total (BulReadTime *self)
{
  refresh (self);
  return self->total;
}

BulSeconds
bul_read_time_get_section (BulReadTime *self, BulSection section)
{
  BulSeconds sum = { 0, 0 };

  refresh (self);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const BulReadPart *part = &g_array_index (self->parts, BulReadPart, i);

      if (part->section != section)
        continue;
      sum.narration += part->seconds.narration;
      sum.bites += part->seconds.bites;
    }
  return sum;
}

BulSeconds
bul_read_time_get_block (BulReadTime *self, guint block)
{
  BulSeconds seconds = { 0, 0 };

  refresh (self);
  if (block < self->entries->len)
    add_seconds (&seconds, get_entry (self, block));
  return seconds;
}

/* The time from the start of the script to @place. */
static BulSeconds
get_before (BulReadTime *self, BulReadPlace place)
{
  const BulScript *script = find_script (self);
  const Entry *entry;
  Entry part;
  BulSeconds seconds;

  if (place.block >= self->entries->len)
    return self->total;
  entry = get_entry (self, place.block);
  seconds = entry->before;
  if (entry->units <= 0 || place.offset == 0)
    return seconds;
  part = *entry;
  part.seconds
      = entry->seconds / entry->units
        * count_heard (script->blocks->pdata[place.block], entry->language, 0, place.offset);
  add_seconds (&seconds, &part);
  return seconds;
}

BulSeconds
bul_read_time_get_between (BulReadTime *self, BulReadPlace start, BulReadPlace end)
{
  BulSeconds from;
  BulSeconds to;

  refresh (self);
  if (end.block < start.block || (end.block == start.block && end.offset <= start.offset))
    return (BulSeconds){ 0, 0 };
  from = get_before (self, start);
  to = get_before (self, end);
  return (BulSeconds){ MAX (to.narration - from.narration, 0), MAX (to.bites - from.bites, 0) };
}

const GArray *
bul_read_time_get_parts (BulReadTime *self)
{
  refresh (self);
  return self->parts;
}

const BulReadPart *
bul_read_time_find_part (BulReadTime *self, guint block)
{
  guint low = 0;
  guint high;

  refresh (self);
  high = self->parts->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const BulReadPart *part = &g_array_index (self->parts, BulReadPart, middle);

      if (part->first == block)
        return part;
      if (part->first < block)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* The block that is being heard after @seconds: the last that takes time and begins by then. */
static guint
find_heard (BulReadTime *self, double seconds)
{
  guint found = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      if (bul_seconds_sum (entry->before) > seconds)
        break;
      if (entry->seconds > 0)
        found = i;
    }
  return found;
}

gboolean
bul_read_time_find_place (BulReadTime *self, double seconds, BulReadPlace *place)
{
  const BulScript *script = find_script (self);
  const BulBlock *block;
  guint low = 0;
  guint high;

  refresh (self);
  if (bul_seconds_sum (self->total) <= 0)
    return FALSE;
  place->block = find_heard (self, seconds);
  block = script->blocks->pdata[place->block];
  high = bul_chars_count (block->text);
  /* The last place where no more than that was heard. */
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      BulReadPlace at = { place->block, middle };

      if (bul_seconds_sum (get_before (self, at)) <= seconds)
        low = middle;
      else
        high = middle - 1;
    }
  place->offset = low;
  return TRUE;
}

guint
bul_read_time_get_n_blocks (BulReadTime *self)
{
  return self->entries->len;
}

BulSpoken
bul_read_time_get_language (BulReadTime *self)
{
  double korean;
  double english;

  refresh (self);
  korean = self->by_language[BUL_SPOKEN_KOREAN];
  english = self->by_language[BUL_SPOKEN_ENGLISH];
  if (korean == english)
    {
      const BulScript *script = find_script (self);

      return bul_spoken_guess ("", script == NULL ? NULL : script->language);
    }
  return english > korean ? BUL_SPOKEN_ENGLISH : BUL_SPOKEN_KOREAN;
}

guint64
bul_read_time_count_measured (const BulReadTime *self)
{
  return self->n_measured;
}

double
bul_seconds_of_story (const BulStory *story, const BulPaces *paces)
{
  g_autoptr (BulReadTime) time = bul_read_time_new (story, NULL, paces);

  return bul_seconds_sum (bul_read_time_get_total (time));
}
