/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-parity-private.h"
#include "bul-places-private.h"

/* Where one is named, in bytes. */
typedef struct
{
  guint sentence;
  gsize start;
  gsize end;
} Spot;

/* Where one of @names stands as the beginning of a Korean word, or as an English one. */
static gboolean
find (const BulParitySide *side, gboolean is_korean, const char *const *names, Spot *spot)
{
  for (guint i = 0; i < side->n; i++)
    for (guint k = 0; k < BUL_PLACE_WORDS && names[k] != NULL; k++)
      for (const char *text = side->sentences[i], *at = strstr (text, names[k]); at != NULL;
           at = strstr (at + 1, names[k]))
        {
          gsize size = strlen (names[k]);
          gunichar before = at == text ? 0 : g_utf8_get_char (g_utf8_prev_char (at));

          if (g_unichar_isalnum (before) || (!is_korean && g_ascii_isalnum (at[size])))
            continue;
          *spot = (Spot){ i, (gsize) (at - text), (gsize) (at - text) + size };
          return TRUE;
        }
  return FALSE;
}

/* A place that one side alone names, and the other side has in no other words. */
static gboolean
is_alone (BulParity *self, const BulPlace *place, BulLanguage language, Spot *spot)
{
  gboolean is_korean = language == BUL_LANGUAGE_KOREAN;
  const BulParitySide *here = is_korean ? self->korean : self->english;
  const BulParitySide *there = is_korean ? self->english : self->korean;
  Spot other;

  return find (here, is_korean, is_korean ? place->korean : place->english, spot)
         && !find (there, !is_korean, is_korean ? place->english : place->korean, &other)
         && !find (there, !is_korean, is_korean ? place->english_also : place->korean_also, &other);
}

/* The only one of @places that is alone in @language; FALSE where there are none or several. */
static gboolean
find_only (BulParity *self, const BulPlace *places, guint n, BulLanguage language, Spot *spot)
{
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      Spot found;

      if (!is_alone (self, &places[i], language, &found))
        continue;
      *spot = found;
      n_found++;
    }
  return n_found == 1;
}

/* What was told of the name at @spot of the English already, or %NULL. */
static BulFact *
find_told (const BulParity *self, const Spot *spot)
{
  const char *text = self->english->sentences[spot->sentence];
  gsize start = bul_chars_from_byte (text, spot->start);

  for (guint i = 0; i < self->facts->len; i++)
    {
      BulFact *fact = self->facts->pdata[i];
      const BulFactPlace *place = fact->side == BUL_LANGUAGE_ENGLISH ? &fact->here : &fact->there;

      if (fact->kind == BUL_FACT_NAME && place->text != NULL && place->sentence == spot->sentence
          && place->range.start <= start && start < place->range.end)
        return fact;
    }
  return NULL;
}

static void
compare (BulParity *self, const BulPlace *places, guint n)
{
  Spot korean;
  Spot english;
  BulFact *fact;

  if (!find_only (self, places, n, BUL_LANGUAGE_KOREAN, &korean)
      || !find_only (self, places, n, BUL_LANGUAGE_ENGLISH, &english))
    return;
  fact = find_told (self, &english);
  if (fact != NULL && fact->side == BUL_LANGUAGE_KOREAN)
    return;
  if (fact != NULL)
    {
      /* as all that differ: Korean first */
      fact->there = fact->here;
      bul_parity_move (self, fact, BUL_LANGUAGE_KOREAN, korean.sentence, korean.start, korean.end);
      return;
    }
  fact = bul_parity_tell (self, BUL_FACT_NAME, BUL_LANGUAGE_KOREAN, korean.sentence, korean.start,
                          korean.end);
  bul_parity_tell_there (self, fact, english.sentence, english.start, english.end);
}

/* A place that is not named is often meant; one that stands for another is wrong. A country may be
 * said for its city, and so each is compared with its like. */
void
bul_parity_places (BulParity *self)
{
  compare (self, bul_places_countries, bul_places_n_countries);
  compare (self, bul_places_cities, bul_places_n_cities);
  compare (self, bul_known_people, bul_known_n_people);
  compare (self, bul_known_firms, bul_known_n_firms);
  compare (self, bul_known_bodies, bul_known_n_bodies);
}
