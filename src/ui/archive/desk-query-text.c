/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-query-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-tags.h"

/* What fields are called where they are typed for somebody. Each is a name that queries know in
 * any language. */
static const char *const names[] = {
  [BUL_QUERY_SPEAKER] = NC_ ("query", "speaker"),     [BUL_QUERY_TAG] = NC_ ("query", "tag"),
  [BUL_QUERY_PROGRAMME] = NC_ ("query", "programme"), [BUL_QUERY_LANGUAGE] = NC_ ("query", "lang"),
  [BUL_QUERY_STATE] = NC_ ("query", "state"),         [BUL_QUERY_HAS] = NC_ ("query", "has"),
  [BUL_QUERY_DATE] = NC_ ("query", "date"),
};

void
desk_splice_clear (DeskSplice *self)
{
  g_clear_pointer (&self->insert, g_free);
}

char *
desk_splice_apply (const DeskSplice *self, const char *text)
{
  g_autofree char *left = bul_chars_slice (text, 0, self->start);
  g_autofree char *right = bul_chars_slice (text, self->end, G_MAXUINT);

  return g_strconcat (left, self->insert == NULL ? "" : self->insert, right, NULL);
}

gboolean
desk_query_text_is_single (BulQueryField field)
{
  return field == BUL_QUERY_PROGRAMME || field == BUL_QUERY_STATE || field == BUL_QUERY_DATE;
}

/* A part of a name is typed for it by people, and asks for more than the one. */
static gboolean
is_value (const BulQueryNode *node, const char *value)
{
  g_autofree char *typed = NULL;
  g_autofree char *there = NULL;

  if (node->field == BUL_QUERY_DATE)
    return g_str_equal (node->text, value);
  if (node->field != BUL_QUERY_SPEAKER && node->field != BUL_QUERY_PROGRAMME)
    return bul_query_field_matches (node->field, node->text, value);
  typed = g_utf8_casefold (node->text, -1);
  there = g_utf8_casefold (value, -1);
  return g_str_equal (typed, there);
}

/* The range of the first part that asks for @field, @value or, where that is %NULL, any. */
static gboolean
find_part (const BulQuery *query, BulQueryField field, const char *value, BulRange *range)
{
  g_autoptr (GArray) parts = bul_query_list_parts (query);

  for (guint i = 0; i < parts->len; i++)
    {
      const BulQueryPart *part = &g_array_index (parts, BulQueryPart, i);

      if (part->node->type != BUL_QUERY_FIELD || part->negated || part->node->field != field
          || (value != NULL && !is_value (part->node, value)))
        continue;
      *range = part->node->range;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find (const char *text, BulQueryField field, const char *value, BulRange *range)
{
  g_autoptr (BulQuery) query = bul_query_new (text, 0);

  return find_part (query, field, value, range);
}

gboolean
desk_query_text_has (const char *text, BulQueryField field, const char *value)
{
  BulRange range;

  return find (text, field, value, &range);
}

static const char *
get_name (BulQueryField field)
{
  const char *name = g_dpgettext2 (NULL, "query", names[field]);
  BulQueryField found;

  return bul_query_field_find (name, strlen (name), &found) && found == field
             ? name
             : bul_query_field_get_name (field);
}

/* A tag is called as people call it. */
static char *
dup_value (BulQueryField field, const char *value)
{
  return field == BUL_QUERY_TAG ? bul_tags_dup_name (value, C_ ("vocabulary", "en"))
                                : g_strdup (value);
}

/* What would end a value, or be taken for something else, stands in quotes. */
static gboolean
needs_quotes (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && strchr ("-._:/", (int) MIN (c, 127)) == NULL)
        return TRUE;
    }
  return FALSE;
}

char *
desk_query_text_dup_term (BulQueryField field, const char *value)
{
  g_autofree char *typed = dup_value (field, value);

  if (!needs_quotes (typed))
    return g_strdup_printf ("%s:%s", get_name (field), typed);
  /* Other quotes hold what has such quotes in it. */
  return strchr (typed, '"') == NULL ? g_strdup_printf ("%s:\"%s\"", get_name (field), typed)
                                     : g_strdup_printf ("%s:「%s」", get_name (field), typed);
}

static gboolean
is_blank_at (const char *text, guint offset)
{
  const char *at = g_utf8_offset_to_pointer (text, offset);

  return *at != '\0' && g_unichar_isspace (g_utf8_get_char (at));
}

void
desk_query_text_remove (const char *text, BulRange range, DeskSplice *splice)
{
  guint n = bul_chars_count (text);
  guint start = MIN (range.start, n);
  guint end = CLAMP (range.end, start, n);

  if (is_blank_at (text, end))
    end++;
  else if (start > 0 && is_blank_at (text, start - 1))
    start--;
  *splice = (DeskSplice){ start, end, NULL };
}

static void
append (const char *text, BulQueryField field, const char *value, DeskSplice *splice)
{
  guint n = bul_chars_count (text);
  g_autofree char *term = desk_query_text_dup_term (field, value);

  *splice = (DeskSplice){ n, n,
                          n > 0 && !is_blank_at (text, n - 1) ? g_strconcat (" ", term, NULL)
                                                              : g_steal_pointer (&term) };
}

void
desk_query_text_set (const char *text, BulQueryField field, const char *value, DeskSplice *splice)
{
  BulRange range;
  gboolean is_asked = find (text, field, NULL, &range);

  if (!is_asked && value == NULL)
    *splice = (DeskSplice){ 0, 0, NULL };
  else if (!is_asked)
    append (text, field, value, splice);
  else if (value == NULL)
    desk_query_text_remove (text, range, splice);
  else
    *splice = (DeskSplice){ range.start, range.end, desk_query_text_dup_term (field, value) };
}

void
desk_query_text_toggle (const char *text,
                        BulQueryField field,
                        const char *value,
                        DeskSplice *splice)
{
  BulRange range;

  if (find (text, field, value, &range))
    desk_query_text_remove (text, range, splice);
  else if (desk_query_text_is_single (field))
    desk_query_text_set (text, field, value, splice);
  else
    append (text, field, value, splice);
}

char *
desk_query_text_dup_without (const char *text, BulQueryField field)
{
  g_autofree char *left = g_strdup (text);
  BulRange range;

  if (!find (left, field, NULL, &range))
    return NULL;
  do
    {
      g_auto (DeskSplice) splice = { 0, 0, NULL };
      char *shorter;

      desk_query_text_remove (left, range, &splice);
      shorter = desk_splice_apply (&splice, left);
      g_free (left);
      left = shorter;
    }
  while (find (left, field, NULL, &range));
  return g_steal_pointer (&left);
}
