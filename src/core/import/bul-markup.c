/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-markup.h"

#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && is_blank (*at))
    at++;
  return at;
}

static gboolean
starts (const char *at, const char *end, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (end - at) >= length && memcmp (at, text, length) == 0;
}

void
bul_markup_start (BulMarkup *self, const char *text, gsize length)
{
  self->at = text;
  self->end = text + length;
}

/* Whether the `<` at @at begins more than text. */
static gboolean
begins_piece (const char *at, const char *end)
{
  char next = at + 1 < end ? at[1] : '\0';

  if (next == '/')
    return at + 2 < end && (g_ascii_isalpha (at[2]) || at[2] == '>');
  return g_ascii_isalpha (next) || next == '!' || next == '?';
}

/* Reads one attribute of a tag from @at on; returns where the next may begin, or the `>` or end
 * behind the last, with the attribute's name empty. A value whose quotation mark is never closed
 * makes it return %NULL. */
static const char *
read_attribute (const char *at, const char *end, BulMarkupAttribute *attribute)
{
  const char *close;

  while (at < end && (is_blank (*at) || *at == '/'))
    at++;
  *attribute = (BulMarkupAttribute){ .name = at };
  while (at < end && !is_blank (*at) && *at != '>' && *at != '/'
         && (*at != '=' || at == attribute->name))
    at++;
  attribute->name_length = (gsize) (at - attribute->name);
  if (attribute->name_length == 0)
    return at;

  close = skip_blanks (at, end);
  if (close == end || *close != '=')
    return at;
  at = skip_blanks (close + 1, end);
  attribute->value = at;
  if (at < end && (*at == '"' || *at == '\''))
    {
      close = memchr (at + 1, *at, (gsize) (end - at - 1));
      attribute->value = at + 1;
      at = close == NULL ? NULL : close + 1;
    }
  else
    {
      while (at < end && !is_blank (*at) && *at != '>')
        at++;
      close = at;
    }
  attribute->value_length = close == NULL ? 0 : (gsize) (close - attribute->value);
  return at;
}

static const char *
skip_name (const char *at, const char *end)
{
  while (at < end && !is_blank (*at) && *at != '>' && *at != '/')
    at++;
  return at;
}

/* Returns: behind the `>` of the tag that begins at @at; %NULL where there is none. */
static const char *
find_tag_end (const char *at, const char *end)
{
  const char *first = memchr (at, '>', (gsize) (end - at));
  const char *p = skip_name (at + 1 + (at[1] == '/'), end);
  BulMarkupAttribute attribute;

  if (first == NULL)
    return NULL;
  do
    p = read_attribute (p, end, &attribute);
  while (p != NULL && attribute.name_length > 0);

  /* A quotation mark that is never closed would take the rest of the file along. */
  if (p == NULL || p == end)
    return first + 1;
  return p + 1;
}

static const char *
find_other_end (const char *at, const char *end)
{
  gboolean is_comment = starts (at, end, "<!--");
  const char *close = is_comment ? g_strstr_len (at + 2, end - at - 2, "-->")
                                 : memchr (at, '>', (gsize) (end - at));

  if (close == NULL)
    return end;
  return close + (is_comment ? 3 : 1);
}

static void
read_name (BulMarkupPiece *piece)
{
  const char *at = piece->start + 1 + (piece->kind == BUL_MARKUP_END);
  const char *end = skip_name (at, piece->start + piece->length);
  gsize length = (gsize) (end - at);

  piece->name[0] = '\0';
  if (length > BUL_MARKUP_LONGEST_NAME)
    return;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (at[i]) && strchr ("-_:", at[i]) == NULL)
      return;
  for (gsize i = 0; i < length; i++)
    piece->name[i] = g_ascii_tolower (at[i]);
  piece->name[length] = '\0';
}

static gboolean
read_tag (BulMarkup *self, BulMarkupPiece *piece)
{
  const char *close;

  if (self->at[1] == '!' || self->at[1] == '?')
    {
      piece->kind = BUL_MARKUP_OTHER;
      close = find_other_end (self->at, self->end);
    }
  else
    {
      piece->kind = self->at[1] == '/' ? BUL_MARKUP_END : BUL_MARKUP_START;
      close = find_tag_end (self->at, self->end);
    }
  if (close == NULL)
    return FALSE;
  piece->length = (gsize) (close - self->at);
  self->at = close;
  if (piece->kind != BUL_MARKUP_OTHER)
    read_name (piece);
  return TRUE;
}

gboolean
bul_markup_next (BulMarkup *self, BulMarkupPiece *piece)
{
  const char *at = self->at;

  if (at == self->end)
    return FALSE;
  *piece = (BulMarkupPiece){ .start = at };
  if (*at == '<' && begins_piece (at, self->end) && read_tag (self, piece))
    return TRUE;

  /* Where no tag is ever closed again, all that is left is text. */
  piece->kind = BUL_MARKUP_TEXT;
  if (*at == '<' && begins_piece (at, self->end))
    at = self->end;
  while (at < self->end)
    {
      at = memchr (at, '<', (gsize) (self->end - at));
      if (at == NULL)
        at = self->end;
      else if (begins_piece (at, self->end))
        break;
      else
        at++;
    }
  piece->length = (gsize) (at - self->at);
  self->at = at;
  return TRUE;
}

const char *
bul_markup_skip_content (BulMarkup *self, const char *name)
{
  const char *start = self->at;
  gsize length = strlen (name);

  for (; self->at < self->end; self->at++)
    {
      const char *at = memchr (self->at, '<', (gsize) (self->end - self->at));

      self->at = at == NULL ? self->end : at;
      if (at == NULL)
        break;
      if ((gsize) (self->end - at) > length + 2 && at[1] == '/'
          && g_ascii_strncasecmp (at + 2, name, length) == 0
          && (is_blank (at[length + 2]) || strchr ("/>", at[length + 2]) != NULL))
        break;
    }
  return start;
}

gboolean
bul_markup_next_attribute (const BulMarkupPiece *tag,
                           const char **at,
                           BulMarkupAttribute *attribute)
{
  const char *end = tag->start + tag->length - 1;

  if (*at == NULL)
    *at = skip_name (tag->start + 1, end);
  *at = read_attribute (*at, end, attribute);
  return *at != NULL && attribute->name_length > 0;
}

gboolean
bul_markup_attribute_is (const BulMarkupAttribute *attribute, const char *name)
{
  return attribute->name_length == strlen (name)
         && g_ascii_strncasecmp (attribute->name, name, attribute->name_length) == 0;
}

char *
bul_markup_dup_attribute (const BulMarkupPiece *tag, const char *name)
{
  BulMarkupAttribute attribute;
  const char *at = NULL;

  while (bul_markup_next_attribute (tag, &at, &attribute))
    if (bul_markup_attribute_is (&attribute, name))
      return attribute.value == NULL ? g_strdup ("")
                                     : g_strndup (attribute.value, attribute.value_length);
  return NULL;
}

static const struct
{
  const char *name;
  const char *text;
} characters[] = {
  { "lt;", "<" },    { "gt;", ">" },   { "amp;", "&" },
  { "quot;", "\"" }, { "apos;", "'" }, { "nbsp;", "\302\240" },
};

/* `#44032;` or `#xac00;`; returns how long it is, or 0. */
static gsize
read_number (const char *at, const char *end, gunichar *c)
{
  gboolean is_hex = at + 1 < end && (at[1] == 'x' || at[1] == 'X');
  const char *p = at + 1 + is_hex;
  const char *first = p;
  guint64 value = 0;

  for (; p < end && g_ascii_isxdigit (*p) && (is_hex || g_ascii_isdigit (*p)) && p - first < 8; p++)
    value = value * (is_hex ? 16 : 10) + (guint64) g_ascii_xdigit_value (*p);
  if (p == first || p == end || *p != ';' || value == 0 || value > 0x10ffff
      || !g_unichar_validate ((gunichar) value))
    return 0;
  *c = (gunichar) value;
  return (gsize) (p + 1 - at);
}

/* Appends the character that the reference at @at, behind its `&`, stands for; returns how long the
 * reference is, or 0 for none. */
static gsize
append_reference (GString *out, const char *at, const char *end)
{
  gunichar c = 0;
  gsize length = at < end && *at == '#' ? read_number (at, end, &c) : 0;

  if (length > 0)
    {
      g_string_append_unichar (out, c);
      return length;
    }
  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    if (starts (at, end, characters[i].name))
      {
        g_string_append (out, characters[i].text);
        return strlen (characters[i].name);
      }
  return 0;
}

void
bul_markup_unescape (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *at = memchr (text, '&', (gsize) (end - text));
      gsize n_bytes;

      if (at == NULL)
        at = end;
      g_string_append_len (out, text, at - text);
      if (at == end)
        return;
      n_bytes = append_reference (out, at + 1, end);
      if (n_bytes == 0)
        g_string_append_c (out, '&');
      text = at + 1 + n_bytes;
    }
}
