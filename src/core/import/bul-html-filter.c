/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-filter.h"

#include <string.h>

#include "bul-html-tag.h"
#include "bul-markup.h"

#define MOST_TAGS 100000
#define LONGEST_VALUE ((gsize) 1024)

/* The parser takes no text of 10 MB; elements of no meaning part it. */
#define LONGEST_TEXT ((gsize) 1024 * 1024)

static const char *const attributes[]
    = { "class",    "id",   "href",     "hidden",  "style",   "role",
        "itemprop", "name", "property", "content", "datetime" };

typedef struct
{
  GString *out;
  guint n_tags;
  gboolean only_lines;
  gboolean is_unclosed; /* a title or the like is never closed: it does not take the page along */
} Filter;

/* Numbers that old pages took from windows-1252 instead of Unicode; 0: it has nothing there. */
static gunichar
windows_character (guint64 number)
{
  static const gunichar from_128[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 128 */
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,      /* 136 */
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 144 */
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178, /* 152 */
  };

  return number >= 128 && number < 160 ? from_128[number - 128] : 0;
}

/* What a number stands for that no character has; 0 where the parser knows it. */
static gunichar
other_character (guint64 number)
{
  if (number == 0 || number > 0x10ffff || (number >= 0xd800 && number < 0xe000))
    return 0xfffd;
  return windows_character (number);
}

/* Appends the reference by number at @at, which is `&#`; returns how long it is, or 0 for none. */
static gsize
append_number (GString *out, const char *at, const char *end)
{
  gboolean is_hex = at + 2 < end && (at[2] == 'x' || at[2] == 'X');
  const char *first = at + 2 + is_hex;
  const char *p = first;
  guint64 number = 0;
  gunichar c;

  for (; p < end && p - first < 9 && g_ascii_isxdigit (*p) && (is_hex || g_ascii_isdigit (*p)); p++)
    number = number * (is_hex ? 16 : 10) + (guint64) g_ascii_xdigit_value (*p);
  if (p == first)
    return 0;
  c = other_character (number);
  if (c == 0)
    g_string_append_printf (out, "&#%u;", (guint) number);
  else
    g_string_append_unichar (out, c);
  return (gsize) (p - at) + (p < end && *p == ';');
}

/* Appends the reference at @at, a `&`; returns how long it is, or 0 for none. One by name is the
 * parser's to know. */
static gsize
append_reference (GString *out, const char *at, const char *end)
{
  if (at + 1 < end && at[1] == '#')
    return append_number (out, at, end);
  if (at + 1 == end || !g_ascii_isalpha (at[1]))
    return 0;
  g_string_append_c (out, '&');
  return 1;
}

/* Appends text without anything that means something. */
static void
append_plain (GString *out, const char *text, gsize length)
{
  while (length > LONGEST_TEXT)
    {
      gsize n_bytes = LONGEST_TEXT;

      while (n_bytes > 1 && ((guchar) text[n_bytes] & 0xc0) == 0x80)
        n_bytes--;
      g_string_append_len (out, text, (gssize) n_bytes);
      g_string_append (out, "<wbr>");
      text += n_bytes;
      length -= n_bytes;
    }
  g_string_append_len (out, text, (gssize) length);
}

static void
append_text (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  gsize parted = out->len;

  while (text < end)
    {
      const char *at = text;
      gsize n_bytes;

      while (at < end && *at != '<' && *at != '&')
        at++;
      append_plain (out, text, (gsize) (at - text));
      if (at == end)
        return;
      if (out->len - parted > LONGEST_TEXT)
        {
          g_string_append (out, "<wbr>");
          parted = out->len;
        }
      n_bytes = *at == '&' ? append_reference (out, at, end) : 0;
      if (n_bytes == 0)
        g_string_append (out, *at == '<' ? "&lt;" : "&amp;");
      text = at + MAX (n_bytes, 1);
    }
}

static void
append_attribute (GString *out, const char *name, const BulMarkupAttribute *attribute)
{
  gsize length = MIN (attribute->value_length, LONGEST_VALUE);

  /* Not in the middle of a character. */
  while (length > 0 && length < attribute->value_length
         && (attribute->value[length] & 0xc0) == 0x80)
    length--;
  g_string_append_printf (out, " %s=\"", name);
  for (gsize i = 0; i < length; i++)
    if (attribute->value[i] == '"')
      g_string_append (out, "&quot;");
    else
      g_string_append_c (out, attribute->value[i]);
  g_string_append_c (out, '"');
}

static void
append_start (GString *out, const BulMarkupPiece *tag)
{
  BulMarkupAttribute attribute;
  const char *at = NULL;
  guint seen = 0;

  g_string_append_printf (out, "<%s", tag->name);
  while (bul_markup_next_attribute (tag, &at, &attribute))
    for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
      if ((seen & (1u << i)) == 0 && bul_markup_attribute_is (&attribute, attributes[i]))
        {
          append_attribute (out, attributes[i], &attribute);
          seen |= 1u << i;
        }
  g_string_append_c (out, '>');
}

static void
break_line (Filter *self, guint flags)
{
  const char *end = self->out->str + self->out->len;

  if ((flags & BUL_HTML_BLOCK) != 0 && memcmp (end - 4, "<br>", 4) != 0)
    g_string_append (self->out, "<br>");
}

/* Its content has no tags, or none that count. */
static void
add_literal (Filter *self, const BulMarkupPiece *tag, guint flags, BulMarkup *markup)
{
  const char *content = bul_markup_skip_content (markup, tag->name);
  gsize length = (gsize) (markup->at - content);

  if ((flags & BUL_HTML_UNSEEN) != 0)
    return;
  if (markup->at == markup->end)
    {
      self->is_unclosed = TRUE;
      markup->at = content;
      return;
    }
  if (self->only_lines && (flags & BUL_HTML_HIDDEN) != 0)
    return;
  if (!self->only_lines)
    g_string_append_printf (self->out, "<%s>", tag->name);
  break_line (self, flags);
  append_text (self->out, content, length);
  break_line (self, flags);
  if (!self->only_lines)
    g_string_append_printf (self->out, "</%s>", tag->name);
}

static void
add_start (Filter *self, const BulMarkupPiece *tag, BulMarkup *markup)
{
  guint flags = bul_html_tag_get_flags (tag->name);

  if ((flags & BUL_HTML_UNSEEN) != 0 || ((flags & BUL_HTML_LITERAL) != 0 && !self->is_unclosed))
    add_literal (self, tag, flags, markup);
  else if (self->only_lines)
    break_line (self, flags);
  else if ((flags & (BUL_HTML_VOID | BUL_HTML_LITERAL)) == 0 || (flags & BUL_HTML_BLOCK) != 0
           || strcmp (tag->name, "meta") == 0)
    append_start (self->out, tag);
  self->n_tags++;
}

static void
add_end (Filter *self, const BulMarkupPiece *tag)
{
  guint flags = bul_html_tag_get_flags (tag->name);

  if ((flags & (BUL_HTML_UNSEEN | BUL_HTML_LITERAL | BUL_HTML_VOID)) != 0)
    return;
  if (self->only_lines)
    break_line (self, flags);
  else
    g_string_append_printf (self->out, "</%s>", tag->name);
  self->n_tags++;
}

static void
add_piece (Filter *self, const BulMarkupPiece *piece, BulMarkup *markup)
{
  gboolean is_frame = (bul_html_tag_get_flags (piece->name) & BUL_HTML_FRAME) != 0;

  if (piece->kind == BUL_MARKUP_TEXT)
    append_text (self->out, piece->start, piece->length);
  else if (piece->kind == BUL_MARKUP_OTHER || piece->name[0] == '\0' || is_frame)
    return;
  else if (piece->kind == BUL_MARKUP_START)
    add_start (self, piece, markup);
  else
    add_end (self, piece);
}

static void
filter (Filter *self, const char *text, gsize length)
{
  BulMarkup markup;
  BulMarkupPiece piece;

  self->out = g_string_sized_new (length + 1);
  g_string_append (self->out, "<html><body>");
  bul_markup_start (&markup, text, length);
  while ((self->only_lines || self->n_tags <= MOST_TAGS) && bul_markup_next (&markup, &piece))
    add_piece (self, &piece, &markup);
}

GString *
bul_html_filter (const char *text, gsize length)
{
  Filter self = { 0 };

  filter (&self, text, length);
  if (self.n_tags <= MOST_TAGS)
    return self.out;
  g_string_free (self.out, TRUE);
  return NULL;
}

GString *
bul_html_filter_lines (const char *text, gsize length)
{
  Filter self = { .only_lines = TRUE };

  filter (&self, text, length);
  return self.out;
}
