/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pattern.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-expression-private.h"
#include "bul-fold-map-private.h"
#include "bul-normal.h"
#include "bul-particle-tail.h"

/* So much text before a particle is enough to know how its word ends. */
#define LONGEST_WORD 64

struct _BulPattern
{
  BulPatternFlags flags;
  char *needle;              /* folded */
  BulExpression *expression; /* NULL: plain */
};

/* One text that is looked through, from left to right. */
typedef struct
{
  const BulPattern *pattern;
  const char *text;
  const char *with;
  GArray *matches;
  gsize byte; /* up to here characters were counted: @n_chars */
  guint n_chars;
} Scan;

static void
clear_match (gpointer data)
{
  BulPatternMatch *match = data;

  g_free (match->with);
  g_free (match->particle);
}

/* GLib's words name the whole pattern, limits included; what is wrong with it comes last. */
static void
set_invalid (GError **error, const char *text, const GError *reason)
{
  const char *last = strrchr (reason->message, ':');

  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "“%s” is not a regular expression: %s.", text,
               last == NULL ? reason->message : last + 2);
}

static gboolean
compile (BulPattern *self, const char *text, GError **error)
{
  g_autofree char *normal = bul_normal_form (text, -1);
  g_autoptr (GError) reason = NULL;
  GRegexCompileFlags flags = self->flags & BUL_PATTERN_CASE ? 0 : G_REGEX_CASELESS;

  self->expression = bul_expression_new (normal, flags, &reason);
  if (self->expression == NULL)
    set_invalid (error, text, reason);
  return self->expression != NULL;
}

static BulFolding
get_folding (const BulPattern *self)
{
  return self->flags & BUL_PATTERN_CASE ? BUL_FOLD_KEEP_CASE : BUL_FOLD_CASE;
}

BulPattern *
bul_pattern_new (const char *text, BulPatternFlags flags, GError **error)
{
  g_autoptr (BulPattern) self = NULL;
  g_autoptr (BulFoldMap) map = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID, "There is nothing to look for.");
      return NULL;
    }
  self = g_new0 (BulPattern, 1);
  self->flags = flags;
  if (flags & BUL_PATTERN_REGEX)
    return compile (self, text, error) ? g_steal_pointer (&self) : NULL;
  map = bul_fold_map_new (text, get_folding (self));
  self->needle = g_strdup (map->folded->str);
  return g_steal_pointer (&self);
}

void
bul_pattern_free (BulPattern *self)
{
  g_free (self->needle);
  g_clear_pointer (&self->expression, bul_expression_free);
  g_free (self);
}

gboolean
bul_pattern_check_replacement (const BulPattern *self, const char *with, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (self != NULL && with != NULL, FALSE);

  if (!bul_chars_valid_block_text (with))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID,
                           "What replaces words stays within one line.");
      return FALSE;
    }
  if (self->expression == NULL || g_regex_check_replacement (with, NULL, &reason))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               "“%s” cannot replace anything: after \\ stands the number of a group.", with);
  return FALSE;
}

/* What words are made of. Hangul and other letters next to each other are two words: KBS는. */
typedef enum
{
  SORT_NONE,
  SORT_HANGUL,
  SORT_OTHER,
} Sort;

static Sort
sort_of (gunichar c)
{
  if ((c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3131 && c <= 0x318e))
    return SORT_HANGUL;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? SORT_OTHER : SORT_NONE;
}

static gunichar
char_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

/* 1,027 and 3.27 hold another number than 27 does. */
static gboolean
goes_on (gunichar digit, gunichar point, gunichar other)
{
  return (point == '.' || point == ',') && g_unichar_isdigit (digit) && g_unichar_isdigit (other);
}

/* Whether a word may begin or end at @at. */
static gboolean
is_edge (const char *text, const char *at)
{
  gunichar before = char_before (text, at);
  gunichar after = g_utf8_get_char (at);
  Sort sort = sort_of (before);

  if (sort != SORT_NONE && sort == sort_of (after))
    return FALSE;
  if (at > text && goes_on (after, before, char_before (text, g_utf8_prev_char (at))))
    return FALSE;
  return after == 0 || !goes_on (before, after, g_utf8_get_char (g_utf8_next_char (at)));
}

static guint
count_to (Scan *scan, gsize byte)
{
  scan->n_chars += (guint) g_utf8_strlen (scan->text + scan->byte, (gssize) (byte - scan->byte));
  scan->byte = byte;
  return scan->n_chars;
}

/* The end of what stands before @at: @replaced in place of the bytes from @start to @end. */
static char *
dup_before (const char *text, gsize start, gsize end, gsize at, const char *replaced)
{
  const char *from = text + start;

  for (guint i = 0; i < LONGEST_WORD && from > text; i++)
    from = g_utf8_prev_char (from);
  return g_strdup_printf ("%.*s%s%.*s", (int) (text + start - from), from, replaced,
                          (int) (at - end), text + end);
}

/* Where the particle after the match begins and ends, and its form after other words. */
static void
fit_particle (
    Scan *scan, gsize start, gsize end, const BulParticleTail *tail, BulPatternMatch *match)
{
  const char *particle = g_utf8_offset_to_pointer (scan->text + end, tail->n_between);
  gsize at = (gsize) (particle - scan->text);
  g_autofree char *words = g_strndup (scan->text + start, end - start);
  g_autofree char *was = dup_before (scan->text, start, end, at, words);
  g_autofree char *now = NULL;
  const char *form = NULL;
  gsize length = (gsize) (g_utf8_offset_to_pointer (particle, tail->n_form) - particle);

  match->particle_start = match->end + tail->n_between;
  match->particle_end = match->particle_start + tail->n_form;
  if (match->with == NULL || *match->with == '\0')
    return;
  now = dup_before (scan->text, start, end, at, match->with);
  form = bul_particle_tail_fit (tail, was, now);
  if (form != NULL && (strlen (form) != length || strncmp (form, particle, length) != 0))
    match->particle = g_strdup (form);
}

/* Takes what was found at bytes of the text, if that is what is looked for. @with: (transfer full)
 */
static gboolean
take (Scan *scan, gsize start, gsize end, char *with)
{
  BulPatternFlags flags = scan->pattern->flags;
  BulPatternMatch match = { .with = with };
  BulParticleTail tail = { 0 };
  gboolean has_tail
      = (flags & BUL_PATTERN_PARTICLES) != 0 && bul_particle_tail_read (scan->text + end, &tail);

  if (start >= end
      || ((flags & BUL_PATTERN_WORD) != 0
          && !(is_edge (scan->text, scan->text + start)
               && (is_edge (scan->text, scan->text + end) || (has_tail && tail.n_between == 0)))))
    {
      clear_match (&match);
      return FALSE;
    }
  match.start = count_to (scan, start);
  match.end = match.particle_start = match.particle_end = count_to (scan, end);
  if (has_tail && tail.n_form > 0)
    fit_particle (scan, start, end, &tail, &match);
  g_array_append_val (scan->matches, match);
  return TRUE;
}

static void
scan_plain (Scan *scan)
{
  const BulPattern *pattern = scan->pattern;
  g_autoptr (BulFoldMap) map = bul_fold_map_new (scan->text, get_folding (pattern));
  gsize n_bytes = strlen (pattern->needle);
  const char *at = map->folded->str;

  while (n_bytes > 0 && (at = strstr (at, pattern->needle)) != NULL)
    {
      gsize folded = (gsize) (at - map->folded->str);
      gsize start;
      gsize end;

      if (bul_fold_map_find (map, folded, &start) && bul_fold_map_find (map, folded + n_bytes, &end)
          && take (scan, start, end, g_strdup (scan->with)))
        at += n_bytes;
      else
        at = g_utf8_next_char (at);
    }
}

static gboolean
refuse (GError **error, const GError *reason)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               g_error_matches (reason, G_REGEX_ERROR, G_REGEX_ERROR_MATCH)
                   ? "The expression takes too many steps. Make it simpler: a repetition within a "
                     "repetition, such as (a+)+, takes most. Nothing was changed."
                   : "The expression could not be applied. Nothing was changed.");
  return FALSE;
}

/* Whether a match may be cut out: \C would end one within a character. */
static gboolean
is_cut_well (const char *text, int start, int end)
{
  return start >= 0 && start < end && ((guchar) text[start] & 0xc0) != 0x80
         && ((guchar) text[end] & 0xc0) != 0x80;
}

static gboolean
scan_expression (Scan *scan, GError **error)
{
  g_auto (BulWalk) walk = { 0 };
  g_autoptr (GError) reason = NULL;
  int last_end = 0;

  bul_walk_init (&walk, scan->pattern->expression, scan->text);
  while (bul_walk_next (&walk, &reason))
    {
      int start = -1;
      int end = -1;
      char *with = NULL;

      g_match_info_fetch_pos (walk.info, 0, &start, &end);
      if (start < last_end || !is_cut_well (scan->text, start, end))
        continue;
      if (scan->with != NULL)
        with = g_match_info_expand_references (walk.info, scan->with, &reason);
      if (reason != NULL)
        break;
      take (scan, (gsize) start, (gsize) end, with);
      last_end = end;
    }
  return reason == NULL || refuse (error, reason);
}

GArray *
bul_pattern_list (const BulPattern *self, const char *text, const char *with, GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (BulPatternMatch));
  g_autofree char *normal = NULL;
  Scan scan = { .pattern = self, .text = text, .matches = matches };

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_array_set_clear_func (matches, clear_match);
  if (with != NULL)
    normal = bul_normal_form (with, -1);
  scan.with = normal;
  if (self->expression == NULL)
    scan_plain (&scan);
  else if (!scan_expression (&scan, error))
    return NULL;
  return g_steal_pointer (&matches);
}
