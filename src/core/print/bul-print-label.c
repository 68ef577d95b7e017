/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-label.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-parts.h"

/* What a character of a line belongs to. */
typedef enum
{
  ROLE_WORDS,
  ROLE_SIGN,
  ROLE_MARKER,
  ROLE_NAME,
  ROLE_TITLE,
  ROLE_DETAIL,
} Role;

/* A turn's line of no more characters than this, in which no label was found, is one: a mark. */
#define MARK_LIMIT 30

typedef struct
{
  const BulBlock *block;
  const BulPrintText *merged;
  const GArray *places;
  BulPrintText *label;
} Parting;

static void
set_role (GByteArray *roles, BulRange range, Role role)
{
  for (guint i = range.start; i < range.end && i < roles->len; i++)
    roles->data[i] = (guint8) role;
}

/* Where the label stands: before the words, or, of a soundbite, behind them: `"…" [name / title]`.
 */
static BulRange
find_label (const BulBlock *block, const BulParts *parts, guint n_chars)
{
  if (block->kind == BUL_BLOCK_BITE && parts->attribution.start > 0
      && parts->attribution.start >= parts->quote.end && !bul_range_is_empty (parts->quote))
    return (BulRange){ parts->attribution.start, MIN (n_chars, parts->attribution.end) };
  return (BulRange){ 0, MIN (n_chars, MAX (parts->attribution.end, parts->marker.end)) };
}

/* The role of each code point; @label: (out): where the label stands. */
static GByteArray *
find_roles (const BulBlock *block, guint n_chars, BulRange *label)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  GByteArray *roles = g_byte_array_new ();

  g_byte_array_set_size (roles, n_chars);
  if (n_chars > 0)
    memset (roles->data, ROLE_WORDS, n_chars);
  *label = find_label (block, parts, n_chars);
  if (label->end == 0 && block->kind == BUL_BLOCK_TURN && n_chars <= MARK_LIMIT)
    {
      label->end = n_chars;
      set_role (roles, *label, ROLE_MARKER);
      return roles;
    }
  set_role (roles, *label, ROLE_SIGN);
  /* In a turn that says who, the mark is who. */
  if (block->kind == BUL_BLOCK_BITE || parts->speakers->len == 0)
    set_role (roles, parts->marker, ROLE_MARKER);
  for (guint i = 0; i < parts->speakers->len; i++)
    {
      const BulPartsSpeaker *speaker = &g_array_index (parts->speakers, BulPartsSpeaker, i);

      set_role (roles, speaker->name, ROLE_NAME);
      set_role (roles, speaker->title, ROLE_TITLE);
    }
  for (guint i = 0; i < parts->details->len; i++)
    set_role (roles, g_array_index (parts->details, BulRange, i), ROLE_DETAIL);
  return roles;
}

static guint
get_place (const Parting *self, guint offset)
{
  return offset == 0 ? 0 : g_array_index (self->places, guint, offset);
}

static gboolean
has_letters (const char *words, guint start, guint end)
{
  for (const char *p = words + start; p < words + end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The brackets of a mark. */
static void
take_brackets (const char *words, guint *start, guint *end)
{
  if (*end - *start > 2 && words[*start] == '[' && words[*end - 1] == ']')
    {
      *start += 1;
      *end -= 1;
    }
}

static void
append_part (Parting *self, Role role, guint start, guint end)
{
  gboolean changed = bul_print_text_is_changed (self->merged, start, end);
  guint at;

  if (role == ROLE_MARKER && !changed)
    take_brackets (self->merged->words->str, &start, &end);
  if (role == ROLE_SIGN && !changed && !has_letters (self->merged->words->str, start, end))
    return;
  if (self->label->words->len > 0)
    bul_print_text_append (self->label, role == ROLE_DETAIL ? " · " : "  ");
  at = (guint) self->label->words->len;
  bul_print_text_append_slice (self->label, self->merged, start, end);
  if (role == ROLE_NAME)
    bul_print_text_mark (self->label, BUL_PRINT_MARK_BOLD, at);
  else if (role != ROLE_TITLE && !changed && self->block->kind == BUL_BLOCK_BITE)
    bul_print_text_mark (self->label, BUL_PRINT_MARK_DIM, at);
}

/* Takes what shows nothing from the ends, but for what was changed. */
static void
trim (const BulPrintText *merged, guint *start, guint *end)
{
  const char *words = merged->words->str;

  while (*start < *end && bul_chars_is_blank (g_utf8_get_char (words + *start)))
    {
      guint next = (guint) (g_utf8_next_char (words + *start) - words);

      if (bul_print_text_is_changed (merged, *start, next))
        break;
      *start = next;
    }
  while (*end > *start)
    {
      guint last = (guint) (g_utf8_prev_char (words + *end) - words);

      if (!bul_chars_is_blank (g_utf8_get_char (words + last))
          || bul_print_text_is_changed (merged, last, *end))
        break;
      *end = last;
    }
}

/* The bracket that closes the one with which the label begins. */
static gboolean
ends_with_bracket (const BulBlock *block, const BulPrintText *merged, guint start, guint end)
{
  return block->text[0] == '[' && end > start && merged->words->str[end - 1] == ']'
         && !bul_print_text_is_changed (merged, end - 1, end);
}

void
bul_print_label_part (const BulBlock *block,
                      const BulPrintText *merged,
                      const GArray *places,
                      BulPrintText *label,
                      BulPrintText *words)
{
  Parting self = { block, merged, places, label };
  guint n_chars = places->len - 1;
  BulRange range;
  g_autoptr (GByteArray) roles = find_roles (block, n_chars, &range);
  guint start = 0;
  guint end = (guint) merged->words->len;

  for (guint i = range.start; i < range.end; i = start)
    {
      start = i + 1;
      while (start < range.end && roles->data[start] == roles->data[i])
        start++;
      append_part (&self, roles->data[i], get_place (&self, i), get_place (&self, start));
    }
  start = range.start > 0 ? 0 : get_place (&self, range.end);
  if (range.start > 0)
    end = get_place (&self, range.start);
  trim (merged, &start, &end);
  if (range.end > 0 && ends_with_bracket (block, merged, start, end))
    end--;
  trim (merged, &start, &end);
  bul_print_text_append_slice (words, merged, start, end);
}
