/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-mentions.h"

#include "bul-chars.h"
#include "bul-particle-tail.h"
#include "bul-parts.h"
#include "bul-person.h"
#include "bul-span.h"
#include "bul-tag.h"

/* 도널드 존 트럼프 주니어 has four. */
#define MOST_WORDS 4

/* A family name and two syllables: what most Koreans are called. */
#define USUAL_SYLLABLES 3

/* One syllable is a family name, or another word. */
#define FEWEST_CHARS 2

/* A line while it is looked through. */
typedef struct
{
  const char *text;
  gunichar *chars;
  guint n_chars;
  GArray *words; /* of BulRange */
} Line;

static void
line_clear (Line *self)
{
  g_free (self->chars);
  g_array_unref (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static gboolean
is_letter (const Line *line, guint i)
{
  return i < line->n_chars
         && (g_unichar_isalnum (line->chars[i]) || g_unichar_ismark (line->chars[i]));
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Jae-myung, O’Neill. */
static gboolean
is_in_word (const Line *line, guint i)
{
  gunichar c = i < line->n_chars ? line->chars[i] : 0;

  return is_letter (line, i)
         || ((c == '-' || is_apostrophe (c)) && i > 0 && is_letter (line, i - 1)
             && is_letter (line, i + 1));
}

static Line
read_line (const char *text)
{
  glong n_chars;
  Line line = { text, g_utf8_to_ucs4_fast (text, -1, &n_chars), 0, NULL };

  line.n_chars = (guint) n_chars;
  line.words = g_array_new (FALSE, FALSE, sizeof (BulRange));
  for (guint i = 0; i < line.n_chars; i++)
    {
      BulRange word = { i, i };

      while (is_in_word (&line, word.end))
        word.end++;
      if (word.end == i)
        continue;
      g_array_append_val (line.words, word);
      i = word.end;
    }
  return line;
}

static BulRange
get_word (const Line *line, guint i)
{
  return g_array_index (line->words, BulRange, i);
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
is_genitive (const Line *line, guint at)
{
  return is_apostrophe (line->chars[at]) && line->chars[at + 1] == 's'
         && !is_in_word (line, at + 2);
}

/* Whether the word that ends at @end goes on with nothing that belongs to a name. */
static gboolean
ends_name (const Line *line, guint end)
{
  BulParticleTail tail;

  if (!is_in_word (line, end) || is_genitive (line, end))
    return TRUE;
  return is_hangul (line->chars[end])
         && bul_particle_tail_read (line->text + bul_chars_to_byte (line->text, end), &tail);
}

static gboolean
is_known (const BulFlowPeople *people, const Line *line, BulRange range, gboolean is_row)
{
  g_autofree char *slice = bul_chars_slice (line->text, range.start, range.end);
  g_autofree char *name = is_row ? bul_flow_people_dup_name (slice) : NULL;

  return bul_flow_people_has_name (people, name == NULL ? slice : name);
}

/* How many of the words from @first on stand in a row, with nothing but blanks between them. */
static guint
count_row (const Line *line, guint first)
{
  guint n = 1;

  while (n < MOST_WORDS && first + n < line->words->len)
    {
      for (guint i = get_word (line, first + n - 1).end; i < get_word (line, first + n).start; i++)
        if (!bul_chars_is_blank (line->chars[i]))
          return n;
      n++;
    }
  return n;
}

/* The longest name that begins with the word @first. Returns: how many words it takes; 0: none. */
static guint
find_name (const BulFlowPeople *people, const Line *line, guint first, BulRange *name)
{
  guint start = get_word (line, first).start;

  /* No name begins so. */
  if (g_unichar_islower (line->chars[start]) || g_unichar_isdigit (line->chars[start]))
    return 0;
  for (guint n = count_row (line, first); n > 0; n--)
    {
      BulRange last = get_word (line, first + n - 1);

      for (guint end = last.end; end > MAX (last.start, start + FEWEST_CHARS - 1); end--)
        {
          *name = (BulRange){ start, end };
          if (ends_name (line, end) && is_known (people, line, *name, n > 1))
            return n;
        }
    }
  return 0;
}

/* --- which lines, and what of them */

static gboolean
overlaps (BulRange a, guint start, guint end)
{
  return a.start < end && start < a.end;
}

/* Whether it says who speaks. */
static gboolean
is_label (const BulParts *parts, BulRange name)
{
  for (guint i = 0; parts->speakers != NULL && i < parts->speakers->len; i++)
    if (overlaps (name, g_array_index (parts->speakers, BulPartsSpeaker, i).name.start,
                  g_array_index (parts->speakers, BulPartsSpeaker, i).name.end))
      return TRUE;
  return FALSE;
}

gboolean
bul_flow_mentions_is_told (const BulStory *story, const BulPassage *name)
{
  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      for (guint j = 0; bul_person_read_code (tag->code) != NULL && j < tag->spans->len; j++)
        {
          const BulSpan *span = tag->spans->pdata[j];

          if (!span->orphan && g_strcmp0 (span->on, name->block) == 0
              && overlaps ((BulRange){ span->start, span->end }, name->at,
                           name->at + name->n_chars))
            return TRUE;
        }
    }
  return FALSE;
}

/* The first mention in @block that begins @within. */
static gboolean
find_in_block (const BulFlowPeople *people,
               const BulStory *story,
               const BulBlock *block,
               BulRange within,
               BulPassage *next)
{
  g_auto (Line) line = read_line (block->text);
  g_autoptr (BulParts) parts = NULL;
  BulRange name;
  BulPassage passage;
  guint n;

  if (!bul_block_kind_is_read (block->kind) && block->kind != BUL_BLOCK_HEADLINE)
    return FALSE;
  parts = bul_parts_new (block->kind, block->text);
  for (guint i = 0; i < line.words->len; i += MAX (n, 1))
    {
      name = (BulRange){ 0, 0 };
      n = find_name (people, &line, i, &name);
      passage = (BulPassage){ block->key, name.start, name.end - name.start };
      if (n == 0 || name.start < within.start || name.start >= within.end || is_label (parts, name)
          || bul_flow_mentions_is_told (story, &passage))
        continue;
      *next = passage;
      return TRUE;
    }
  return FALSE;
}

gboolean
bul_flow_mentions_find_next (const BulFlowPeople *people,
                             const BulStory *story,
                             const BulPassage *after,
                             BulPassage *next)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, after->block, &position);
  guint n_blocks = script == NULL ? 0 : script->blocks->len;

  /* The line that is begun with is looked through once more in the end, up to there. */
  for (guint i = 0; i <= n_blocks && n_blocks > 0; i++)
    {
      const BulBlock *block = script->blocks->pdata[(position + i) % n_blocks];
      BulRange within
          = { i == 0 ? after->at + after->n_chars : 0, i == n_blocks ? after->at : G_MAXUINT };

      if (find_in_block (people, story, block, within, next))
        return TRUE;
    }
  return FALSE;
}

/* --- what is likely to be a name */

static gboolean
is_capital (const Line *line, guint word)
{
  return word < line->words->len && g_unichar_isupper (line->chars[get_word (line, word).start]);
}

/* Where the name ends in a word from @start to @end. */
static guint
guess_end (const Line *line, guint start, guint end)
{
  guint n = end - start;

  /* Kim’s */
  if (n > 2 && is_genitive (line, end - 2))
    return end - 2;
  if (n <= USUAL_SYLLABLES || !is_hangul (line->chars[end - 1]))
    return end;
  if (ends_name (line, start + USUAL_SYLLABLES))
    return start + USUAL_SYLLABLES;
  for (guint at = end - 1; at >= start + FEWEST_CHARS; at--)
    if (ends_name (line, at))
      return at;
  return end;
}

/* The words that @range touches; whoever selected nothing but a word of English means those beside
 * it that begin with capitals, too. */
static gboolean
guess (const Line *line, BulRange range, BulRange *name)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < line->words->len; i++)
    if (get_word (line, i).start <= range.end && get_word (line, i).end >= range.start)
      {
        first = MIN (first, i);
        last = i;
      }
  if (first == G_MAXUINT)
    return FALSE;
  while (first > 0 && is_capital (line, first) && is_capital (line, first - 1)
         && count_row (line, first - 1) > 1)
    first--;
  while (is_capital (line, last) && is_capital (line, last + 1) && count_row (line, last) > 1)
    last++;
  *name = (BulRange){ get_word (line, first).start, get_word (line, last).end };
  name->end = guess_end (line, get_word (line, last).start, name->end);
  return TRUE;
}

/* The first name of somebody who is known in any of @range. */
static gboolean
find_known (const BulFlowPeople *people, const Line *line, BulRange range, BulRange *name)
{
  guint n;

  for (guint i = 0; i < line->words->len; i += MAX (n, 1))
    {
      n = find_name (people, line, i, name);
      if (n > 0 && overlaps (*name, range.start, MAX (range.end, range.start + 1)))
        return TRUE;
    }
  return FALSE;
}

gboolean
bul_flow_mentions_find_at (const BulFlowPeople *people,
                           const BulStory *story,
                           const BulPassage *passage,
                           BulPassage *name)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, passage->block, &position);
  g_auto (Line) line
      = read_line (script == NULL ? "" : ((BulBlock *) script->blocks->pdata[position])->text);
  BulRange range = { passage->at, passage->at + passage->n_chars };
  BulRange found;

  if (!find_known (people, &line, range, &found) && !guess (&line, range, &found))
    return FALSE;
  *name = (BulPassage){ passage->block, found.start, found.end - found.start };
  return TRUE;
}
