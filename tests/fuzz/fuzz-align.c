/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-aligner.h"
#include "bul-chars.h"
#include "bul-normal.h"
#include "bul-parity.h"
#include "bul-splitter.h"
#include "fuzz.h"

/*
 * A dictionary, a Korean text, an English one, and a byte for each sentence that says what a person
 * has put together, with FF between. Sentences lose nothing but blanks; each is in one link, in
 * order; what was put together is together and alone. Facts stand where they say.
 */

typedef struct
{
  char *text;
  GStrv sentences;
  guint n;
  guint *groups; /* a byte of the last part, or 0 */
  guint *links;  /* which link each sentence is in, from 1 */
} Side;

static void
check_blank (const char *text, gsize start, gsize end)
{
  gsize length;

  bul_chars_trim (text + start, end - start, &length);
  g_assert_cmpuint (length, ==, 0);
}

static void
side_read (Side *self, const char *bytes, const char *language)
{
  g_autofree char *valid = g_utf8_make_valid (bytes, -1);
  g_autoptr (GArray) cuts = NULL;
  gsize end = 0;

  self->text = bul_normal_form (valid, -1);
  cuts = bul_splitter_split (self->text, language);
  self->n = cuts->len;
  self->sentences = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const BulSentence *cut = &g_array_index (cuts, BulSentence, i);

      g_assert_cmpuint (cut->start, >=, end);
      g_assert_cmpuint (cut->start, <, cut->end);
      check_blank (self->text, end, cut->start);
      self->sentences[i] = g_strndup (self->text + cut->start, cut->end - cut->start);
      end = cut->end;
    }
  check_blank (self->text, end, strlen (self->text));
  self->groups = g_new0 (guint, self->n + 1);
  self->links = g_new0 (guint, self->n + 1);
}

static void
side_clear (Side *self)
{
  g_free (self->text);
  g_strfreev (self->sentences);
  g_free (self->groups);
  g_free (self->links);
}

/* Returns: the bytes behind those that were taken */
static const char *
side_group (Side *self, const char *bytes)
{
  for (guint i = 0; i < self->n && *bytes != '\0'; i++, bytes++)
    self->groups[i] = (guchar) *bytes % 8;
  return bytes;
}

static void
enter (Side *self, const GArray *members, guint link)
{
  for (guint i = 0; i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);

      g_assert_cmpuint (member, <, self->n);
      g_assert_cmpuint (self->links[member], ==, 0);
      g_assert_true (i == 0 || member > g_array_index (members, guint, i - 1));
      self->links[member] = link;
    }
}

/* Links come in the order of the texts; two that cross are next to each other. */
static void
check_order (const Side *self)
{
  guint last = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_assert_cmpuint (self->links[i], >, 0);
      g_assert_cmpuint (self->links[i] + 1, >=, last);
      last = MAX (last, self->links[i]);
    }
}

/* Which link each group is in: @of_group, from 1. Nobody else is in it. */
static void
check_groups (const Side *self, guint of_group[8], guint *of_link)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint group = self->groups[i];
      guint link = self->links[i];

      if (of_link[link] == G_MAXUINT)
        of_link[link] = group;
      g_assert_cmpuint (of_link[link], ==, group);
      if (group == 0)
        continue;
      if (of_group[group] == 0)
        of_group[group] = link;
      g_assert_cmpuint (of_group[group], ==, link);
    }
}

static void
check_links (Side *korean, Side *english, const GPtrArray *links, gboolean is_settled)
{
  g_autofree guint *of_link = g_new (guint, links->len + 1);
  guint of_group[8] = { 0 };

  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      g_assert_cmpuint (link->korean->len + link->english->len, >, 0);
      g_assert_true (link->confidence >= 0 && link->confidence <= 1);
      enter (korean, link->korean, i + 1);
      enter (english, link->english, i + 1);
    }
  check_order (korean);
  check_order (english);
  memset (of_link, 0xff, sizeof *of_link * (links->len + 1));
  if (!is_settled)
    return;
  check_groups (korean, of_group, of_link);
  check_groups (english, of_group, of_link);
}

static void
check_place (const BulFactPlace *place, const BulParitySide *side)
{
  g_autofree char *words = NULL;

  if (place->text == NULL)
    return;
  g_assert_cmpuint (place->sentence, <, side->n);
  words = bul_chars_slice (side->sentences[place->sentence], place->range.start, place->range.end);
  g_assert_cmpstr (words, ==, place->text);
  g_assert_cmpstr (words, !=, "");
}

static void
check_facts (const Side *korean, const Side *english, const GPtrArray *lexicons)
{
  const BulParitySide korean_side = { (const char *const *) korean->sentences, korean->n };
  const BulParitySide english_side = { (const char *const *) english->sentences, english->n };
  g_autoptr (GDate) day = g_date_new_dmy (28, G_DATE_FEBRUARY, 2024);
  const BulParityOptions options = { .lexicons = lexicons, .day = day, .is_day_sure = TRUE };
  g_autoptr (GPtrArray) facts = bul_parity_compare (&korean_side, &english_side, &options);

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFact *fact = facts->pdata[i];
      gboolean is_korean = fact->side == BUL_LANGUAGE_KOREAN;

      g_assert_nonnull (fact->here.text);
      check_place (&fact->here, is_korean ? &korean_side : &english_side);
      check_place (&fact->there, is_korean ? &english_side : &korean_side);
    }
}

void
fuzz_one (const guint8 *data, gsize size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (bytes, "\xff", 4);
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();
  g_autoptr (GPtrArray) lexicons = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = NULL;
  BulAlignerOptions options = { .lexicons = lexicons };
  Side korean = { 0 };
  Side english = { 0 };

  if (g_strv_length (parts) < 3)
    return;
  bul_lexicon_add_table (lexicon, parts[0]);
  g_ptr_array_add (lexicons, lexicon);
  side_read (&korean, parts[1], "ko");
  side_read (&english, parts[2], "en");
  if (parts[3] != NULL && *parts[3] != '\0')
    {
      side_group (&english, side_group (&korean, parts[3]));
      options.korean_groups = korean.groups;
      options.english_groups = english.groups;
    }
  links = bul_aligner_align ((const char *const *) korean.sentences, korean.n,
                             (const char *const *) english.sentences, english.n, &options);
  g_assert_true (links != NULL || options.korean_groups != NULL);
  if (links != NULL)
    check_links (&korean, &english, links, options.korean_groups != NULL);
  check_facts (&korean, &english, lexicons);
  side_clear (&korean);
  side_clear (&english);
}
