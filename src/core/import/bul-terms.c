/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-terms.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-exchange.h"
#include "bul-finding.h"
#include "bul-lines.h"
#include "bul-tbx.h"
#include "bul-term.h"

/* What is strange is told of so many rows. */
#define MOST_FINDINGS 100

typedef struct
{
  GPtrArray *terms;
  GPtrArray *findings;
  guint n_told;
} Reader;

static void
tell (Reader *self, guint line, const char *code, const char *message)
{
  if (self->n_told++ < MOST_FINDINGS)
    g_ptr_array_add (self->findings, bul_finding_new (line, code, message));
}

static gboolean
has_hangul (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

static gboolean
says_nothing (const char *text)
{
  gsize length;

  bul_chars_trim (text, strlen (text), &length);
  return length == 0;
}

/* Normal form without anything that no text may hold; %NULL where nothing is left. */
static char *
dup_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (
          clean, bul_chars_is_forbidden (c) || g_unichar_type (c) == G_UNICODE_FORMAT ? ' ' : c);
    }
  return bul_exchange_dup_plain (clean->str);
}

static void
add (Reader *self, const char *korean, const char *english, guint line)
{
  g_autofree char *one = dup_clean (korean);
  g_autofree char *other = dup_clean (english);

  if (one == NULL || other == NULL)
    tell (self, line, "term-one-sided", _ ("A term without its other language was passed over."));
  else if (bul_chars_count (one) > BUL_TERMS_LONGEST || bul_chars_count (other) > BUL_TERMS_LONGEST)
    tell (self, line, "term-long", _ ("A term as long as a sentence was passed over."));
  else
    g_ptr_array_add (self->terms, bul_term_new (one, other, line));
}

/* Names of languages, as the first row of a table has them. */
static gboolean
is_heading (char **cells)
{
  static const char *const names[]
      = { "ko",      "kor", "ko-kr", "korean", "한국어", "국문", "한글", "en",
          "english", "eng", "en-us", "en-gb",  "영어",   "영문", NULL };
  g_autofree char *one = g_utf8_strdown (cells[0], -1);
  g_autofree char *other = g_utf8_strdown (cells[1], -1);

  return g_strv_contains (names, one) && g_strv_contains (names, other);
}

static void
read_row (Reader *self, const char *row, guint line)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", 3);
  gboolean is_turned;
  g_auto (GStrv) several = NULL;

  if (*row == '#' || says_nothing (row))
    return;
  if (cells[1] == NULL)
    {
      add (self, row, "", line);
      return;
    }
  g_strstrip (cells[0]);
  g_strstrip (cells[1]);
  if (line == 1 && is_heading (cells))
    return;
  is_turned = !has_hangul (cells[0]) && has_hangul (cells[1]);
  several = g_strsplit (cells[is_turned ? 0 : 1], ";", -1);
  if (several[0] == NULL)
    add (self, cells[0], "", line);
  for (guint i = 0; several[i] != NULL; i++)
    if (i == 0 || !says_nothing (several[i]))
      add (self, cells[is_turned ? 1 : 0], several[i], line);
}

static void
read_table (Reader *self, const char *text)
{
  BulLines lines;
  const char *start;
  gsize length;
  guint line = 0;

  bul_lines_start (&lines, text, strlen (text));
  while (self->terms->len <= BUL_TERMS_MOST && bul_lines_next (&lines, &start, &length))
    {
      g_autofree char *row = g_strndup (start, length);

      read_row (self, row, ++line);
    }
}

static gboolean
read_base (Reader *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) raw = bul_terms_new ();
  guint n_passed;

  if (!bul_tbx_read (text, raw, &n_passed, error))
    return FALSE;
  if (n_passed > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u concept that is not both in Korean and in English was passed over.",
                    "%u concepts that are not both in Korean and in English were passed over.",
                    n_passed),
          n_passed);

      tell (self, 0, "term-one-sided", message);
    }
  for (guint i = 0; i < raw->len && self->terms->len <= BUL_TERMS_MOST; i++)
    {
      const BulTerm *term = raw->pdata[i];

      add (self, term->korean, term->english, term->line);
    }
  return TRUE;
}

GPtrArray *
bul_terms_read (const char *text, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) terms = bul_terms_new ();
  Reader self = { .terms = terms, .findings = findings };

  if (!bul_tbx_probe (text))
    read_table (&self, text);
  else if (!read_base (&self, text, error))
    return NULL;
  if (terms->len <= BUL_TERMS_MOST)
    return g_steal_pointer (&terms);
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_REFUSED,
      _ ("There are more than %d terms in this dictionary. Nothing was changed. Take a part "
         "of it."),
      BUL_TERMS_MOST);
  return NULL;
}
