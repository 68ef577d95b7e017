/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-title.h"

#include <string.h>

#include "bul-normal.h"
#include "bul-programme.h"

/* Lines that are longer, in bytes, are no titles. */
#define LONGEST_TITLE 600

/* Shorter ones are in every line. */
#define SHORTEST_TITLE 6

/* Before it may stand a label, or behind it the house, of so many bytes. */
#define LONGEST_LABEL 24

static const char *const separators[]
    = { " | ", " - ", " – ", " — ", " :: ", " < ", " > ", " ㅣ " };

/* In one case, without blanks. */
static char *
fold (const char *text, gsize length)
{
  g_autofree char *folded = bul_fold (text, (gssize) length);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (plain, *at);
  return g_string_free (plain, FALSE);
}

/* On one line, in normal form. */
static char *
dup_plain (const char *text)
{
  g_autoptr (BulGivenLines) lines = bul_given_lines_new ();
  const BulGivenLine *line;

  if (text == NULL || bul_given_lines_add (lines, text, 0, BUL_SECTION_NONE) == 0)
    return NULL;
  line = bul_given_lines_get (lines, 1);
  return g_strndup (line->text, line->length);
}

static GStrv
split (const char *title)
{
  g_autoptr (GString) text = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (text, separators[i], "\n", 0);
  return g_strsplit (text->str, "\n", -1);
}

/* The part of the window's title that is longest: the house calls itself by a short name. */
static const char *
longest_part (GStrv parts)
{
  const char *longest = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (longest == NULL || strlen (parts[i]) > strlen (longest))
      longest = parts[i];
  return longest;
}

BulHtmlTitle *
bul_html_title_new (const BulHtmlPage *page)
{
  BulHtmlTitle *self = g_new0 (BulHtmlTitle, 1);
  g_autofree char *named = dup_plain (g_hash_table_lookup (page->metas, "og:title"));
  g_autofree char *window = dup_plain (page->title);
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  const char *longest;

  self->parts = split (window == NULL ? "" : window);
  longest = longest_part (self->parts);
  self->text = g_strdup (named != NULL ? named : longest);
  for (guint i = 0; i < 3; i++)
    {
      const char *form = i == 0 ? named : i == 1 ? window : longest;
      g_autofree char *plain = form == NULL ? NULL : fold (form, strlen (form));

      if (plain != NULL && strlen (plain) >= SHORTEST_TITLE)
        g_strv_builder_add (folded, plain);
    }
  self->folded = g_strv_builder_end (folded);
  return self;
}

void
bul_html_title_free (BulHtmlTitle *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_strfreev (self->parts);
  g_strfreev (self->folded);
  g_free (self);
}

/* Whether the line is in the title and no mere word of it, or holds the title. */
static gboolean
says (const char *line, const char *title)
{
  if (strlen (line) <= strlen (title))
    return strlen (line) * 2 >= strlen (title) && strstr (title, line) != NULL;
  return strlen (line) <= strlen (title) + MIN (LONGEST_LABEL, strlen (title) / 2)
         && strstr (line, title) != NULL;
}

gboolean
bul_html_title_is (const BulHtmlTitle *self, const char *line, gsize length)
{
  g_autofree char *plain = NULL;

  if (length < SHORTEST_TITLE || length > LONGEST_TITLE || self->folded[0] == NULL)
    return FALSE;
  plain = fold (line, length);
  if (strlen (plain) < SHORTEST_TITLE)
    return FALSE;
  for (guint i = 0; self->folded[i] != NULL; i++)
    if (says (plain, self->folded[i]))
      return TRUE;
  return FALSE;
}

const char *
bul_html_title_get_programme (const BulHtmlTitle *self)
{
  /* The last names the house. */
  for (guint i = 0; self->parts[i] != NULL && self->parts[i + 1] != NULL; i++)
    if (bul_programme_find (self->parts[i], strlen (self->parts[i])) != NULL)
      return self->parts[i];
  return NULL;
}
