/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-checker.h"

#include <string.h>

#include "bul-check-private.h"
#include "bul-decode.h"
#include "bul-dismissals.h"
#include "bul-finding-codes.h"
#include "bul-source.h"

/* To add one: a function that looks at a script, and a row here. */
static void (*const checks[]) (BulCheck *self) = {
  bul_check_lines, bul_check_words, bul_check_names, bul_check_dates, bul_check_copy,
};

/* Bytes that fit no encoding for certain are read as this one. A web page may say itself that it is
 * in it. */
static gboolean
was_guessed (const BulSource *source)
{
  g_autoptr (BulDecoded) decoded = NULL;
  gsize length = 0;
  const char *data = source->bytes == NULL ? NULL : g_bytes_get_data (source->bytes, &length);

  if (g_strcmp0 (source->encoding, "windows-1252") != 0 || length == 0 || data[0] == '<')
    return FALSE;
  decoded = bul_decode (source->bytes, NULL, NULL);
  return decoded != NULL && decoded->guessed;
}

static void
check_sources (const BulStory *story, GPtrArray *findings)
{
  for (guint i = 0; i < story->sources->len; i++)
    if (was_guessed (story->sources->pdata[i]))
      {
        g_ptr_array_add (findings, bul_finding_codes_make (0, "encoding-guessed"));
        return;
      }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

static gboolean
has_words (const BulScript *script)
{
  for (guint i = 0; i < script->blocks->len; i++)
    if (!is_blank (((const BulBlock *) script->blocks->pdata[i])->text))
      return TRUE;
  return FALSE;
}

static void
check_script (const BulStory *story, const BulScript *script, GPtrArray *findings)
{
  BulCheck check = { .story = story, .script = script, .findings = findings };

  if (!has_words (script))
    {
      /* Who begins a story knows that nothing is in it. */
      if (story->sources->len > 0)
        g_ptr_array_add (findings, bul_finding_codes_make (0, "empty"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i](&check);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const BulFinding *x = *(const BulFinding *const *) a;
  const BulFinding *y = *(const BulFinding *const *) b;

  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return strcmp (x->code, y->code);
}

static gboolean
is_told (const GPtrArray *findings, const BulFinding *finding)
{
  for (guint i = findings->len; i > 0; i--)
    {
      const BulFinding *other = findings->pdata[i - 1];

      if (other->number != finding->number)
        return FALSE;
      if (strcmp (other->code, finding->code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Moves what was found in one script over to @all, by line. */
static void
take (GPtrArray *all, GPtrArray *findings)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  g_ptr_array_sort (findings, compare_places);
  for (guint i = 0; i < findings->len; i++)
    {
      BulFinding *finding = findings->pdata[i];

      if (is_told (told, finding))
        continue;
      g_ptr_array_add (told, finding);
      g_ptr_array_add (all, finding);
      findings->pdata[i] = NULL;
    }
}

GPtrArray *
bul_checker_find (const BulStory *story)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);

  check_sources (story, all);
  for (guint i = 0; i < story->scripts->len; i++)
    {
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);

      check_script (story, story->scripts->pdata[i], findings);
      take (all, findings);
    }
  for (guint i = 0; i < all->len; i++)
    {
      BulFinding *finding = all->pdata[i];

      finding->dismissed = bul_dismissals_find (story, finding->block, finding->code) != NULL;
    }
  return all;
}
