/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-charset-private.h"
#include "bul-cp949-private.h"
#include "bul-mojibake-private.h"

/*
 * What a character was in bytes is not always sure (õ was one byte, or the two that UTF-8 has for
 * it), and bytes are missing. So the ways to read a line are followed side by side from character
 * to character, and of those that have the same byte in hand only the one goes on that surprises
 * least (Viterbi 1967). ¿¼Ö, for example, where a byte is gone:
 *
 *     BF BC D6    BF|BC D6   a loss, and a usual syllable: least
 *                 BF BC|D6   a syllable that nobody writes, and a loss
 */

/* Ways that are open at a place: each has another byte in hand, and only a few can be. */
#define MOST_WAYS 8

/* What a lost byte costs, and what it costs more than its syllable where it was AD. */
#define COST_OF_LOSS 19
#define COST_OF_LOST_AD 3

/* A way that makes a pair of one character, where that may be what a lost AD has left, is told only
 * where it is cheaper by more than this. */
#define DOUBT 5

/* What a syllable costs that is hardly ever written. */
#define COST_OF_NEVER 19

/* What a syllable costs that speaks neither for Korean nor against it. */
#define COST_OF_NEUTRAL 14

#define WEIGHT_OF_MARK 5

#define NOTHING G_MAXUINT

typedef struct
{
  guint parent;      /* the step before, or NOTHING */
  guint cost;        /* of all steps so far, in bits of surprise */
  guint8 out[2];     /* what is complete: a byte of ASCII, or a pair; zeros: nothing is */
  guint8 hand;       /* the first byte of a pair, or 0 */
  gboolean lost;     /* what was in hand before is given up */
  gboolean is_proof; /* the pair came from two characters */
  gboolean is_doubt; /* the pair may as well be one that has lost its AD */
} Step;

/* The ends of all ways that are open at one place. */
typedef struct
{
  guint ends[MOST_WAYS]; /* steps */
  guint n_ends;
} Place;

typedef struct
{
  GArray *steps;
  Place ends;
  gboolean keeps_ad; /* the line has bytes that get lost, and so has lost none */
} Lattice;

/* A byte that a character may have been. */
typedef struct
{
  guint8 byte;
  guint at;          /* how many bytes of the character stand before it */
  gboolean is_guess; /* the character is one of those of Latin-1 that may as well be a byte alone */
} Byte;

static Step *
step_at (const Lattice *self, guint i)
{
  return &g_array_index (self->steps, Step, i);
}

/* Of two ways with the same byte in hand the cheaper one stays. */
static void
open_way (const Lattice *self, Place *place, Step step)
{
  guint i = 0;

  while (i < place->n_ends && step_at (self, place->ends[i])->hand != step.hand)
    i++;
  if (i == MOST_WAYS || (i < place->n_ends && step_at (self, place->ends[i])->cost <= step.cost))
    return;
  g_array_append_val (self->steps, step);
  place->ends[i] = self->steps->len - 1;
  place->n_ends = MAX (place->n_ends, i + 1);
}

/* Of the bytes that get lost most are AD: it hides in a page as a hyphen that is not shown. */
static guint
cost_of_loss (guint8 lead)
{
  return MIN (COST_OF_LOSS, bul_cp949_cost (lead, 0xad) + COST_OF_LOST_AD);
}

/* In a script ideographs and signs are rarer than in other Korean. */
static guint
cost_of_pair (guint8 lead, guint8 trail)
{
  guint cost = bul_cp949_cost (lead, trail);

  switch (bul_cp949_sort (lead, trail))
    {
    case BUL_CP949_IDEOGRAPH:
      return cost + 10;
    case BUL_CP949_SIGN:
      return cost + 6;
    case BUL_CP949_NOTHING:
    case BUL_CP949_HANGUL:
    case BUL_CP949_RARE_HANGUL:
    default:
      return cost;
    }
}

/*
 * ° may be C2 B0, or B0 whose AD is lost; ¿¼ may be BF C2|BC, or BF|BC whose AD is lost. Whether
 * the first of the two is so little likelier that nobody can tell.
 */
static gboolean
is_doubt (const Lattice *self, guint8 lead, Byte trail)
{
  guint8 alone = trail.at == 0 ? lead : trail.byte;

  return !self->keeps_ad && trail.is_guess && (trail.at == 0 ? trail.byte : lead) == 0xc2
         && cost_of_loss (alone) < cost_of_pair (lead, trail.byte) + DOUBT;
}

/* Goes on from @from with @byte. */
static void
take_byte (const Lattice *self, guint from, Byte byte, Place *place)
{
  Step before = *step_at (self, from);
  Step step = { .parent = from, .cost = before.cost };

  if (before.hand != 0 && bul_cp949_sort (before.hand, byte.byte) != BUL_CP949_NOTHING)
    {
      Step pair = step;

      pair.cost += cost_of_pair (before.hand, byte.byte);
      pair.out[0] = before.hand;
      pair.out[1] = byte.byte;
      pair.is_proof = byte.at == 0 && !byte.is_guess;
      pair.is_doubt = is_doubt (self, before.hand, byte);
      open_way (self, place, pair);
    }
  if (before.hand != 0 || byte.byte == BUL_MOJIBAKE_UNKNOWN)
    {
      step.lost = TRUE;
      step.cost += before.hand == 0 ? COST_OF_LOSS : cost_of_loss (before.hand);
    }
  if (byte.byte < 0x80)
    {
      step.out[0] = byte.byte;
      step.cost += BUL_COST_ASCII;
    }
  else if (byte.byte != BUL_MOJIBAKE_UNKNOWN)
    step.hand = byte.byte;
  open_way (self, place, step);
}

/* All ways from the ends over one more character, which was @origin. */
static Place
take_origin (const Lattice *self, const BulMojibakeOrigin *origin)
{
  Place place = self->ends;

  for (guint i = 0; i < origin->n_bytes; i++)
    {
      Byte byte = { origin->bytes[i], i, origin->n_bytes == 2 && origin->bytes[0] <= 0xc3 };
      Place next = { .n_ends = 0 };

      for (guint j = 0; j < place.n_ends; j++)
        take_byte (self, place.ends[j], byte, &next);
      place = next;
    }
  return place;
}

/* A character that was never bytes of these breaks every way: none is open then. */
static void
take_char (Lattice *self, BulMojibakeTable table, gboolean mixed, gunichar c)
{
  BulMojibakeOrigin origins[BUL_MOJIBAKE_MOST_ORIGINS];
  guint n_origins = bul_mojibake_find_origins (table, mixed, c, origins);
  Place all = { .n_ends = 0 };

  for (guint i = 0; i < n_origins; i++)
    {
      Place place = take_origin (self, &origins[i]);

      for (guint j = 0; j < place.n_ends; j++)
        open_way (self, &all, *step_at (self, place.ends[j]));
    }
  self->ends = all;
}

/* Returns: in bits, how much a pair of two characters speaks for Korean. */
static gint
weight_of (const Step *step, BulCp949Sort sort)
{
  /* ◀ and ▶, which mark sections */
  if (sort == BUL_CP949_SIGN && step->out[0] == 0xa2)
    return step->out[1] >= 0xb7 && step->out[1] <= 0xba ? WEIGHT_OF_MARK : 0;
  return sort == BUL_CP949_HANGUL
             ? COST_OF_NEUTRAL - (gint) bul_cp949_cost (step->out[0], step->out[1])
             : 0;
}

static void
count_pair (BulMojibakeReading *reading, const Step *step)
{
  BulCp949Sort sort = bul_cp949_sort (step->out[0], step->out[1]);
  gboolean is_usual
      = sort == BUL_CP949_HANGUL && bul_cp949_cost (step->out[0], step->out[1]) < COST_OF_NEVER;

  if (step->is_proof && (is_usual || sort == BUL_CP949_SIGN))
    {
      reading->n_proofs++;
      reading->weight += weight_of (step, sort);
    }
  if (is_usual)
    reading->n_hangul++;
  else if (sort != BUL_CP949_SIGN)
    reading->n_doubtful++;
}

static void
write_loss (BulMojibakeReading *reading)
{
  reading->n_lost++;
  g_string_append (reading->text, "\uFFFD");
}

static void
write_step (BulMojibakeReading *reading, const Step *step, GIConv converter)
{
  g_autofree char *pair = NULL;

  if (step->lost)
    write_loss (reading);
  if (step->out[1] == 0 && step->out[0] != 0)
    g_string_append_c (reading->text, (char) step->out[0]);
  if (step->out[1] == 0)
    return;
  count_pair (reading, step);
  if (!step->is_doubt)
    pair = g_convert_with_iconv ((const char *) step->out, 2, converter, NULL, NULL, NULL);
  if (pair == NULL)
    write_loss (reading);
  else
    g_string_append (reading->text, pair);
}

static guint
cheapest_end (const Lattice *self)
{
  guint best = NOTHING;
  guint best_cost = G_MAXUINT;

  for (guint i = 0; i < self->ends.n_ends; i++)
    {
      const Step *step = step_at (self, self->ends.ends[i]);
      guint cost = step->cost + (step->hand != 0 ? cost_of_loss (step->hand) : 0);

      if (cost < best_cost)
        {
          best = self->ends.ends[i];
          best_cost = cost;
        }
    }
  return best;
}

/* Writes the way that leads to @end. */
static void
write_way (BulMojibakeReading *reading, const Lattice *lattice, guint end)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  GIConv converter = g_iconv_open ("UTF-8", bul_charset_cp949.name);

  if (converter == (GIConv) -1)
    return;
  for (guint at = end; at != NOTHING; at = step_at (lattice, at)->parent)
    g_array_append_val (path, at);
  for (guint i = path->len; i > 0; i--)
    write_step (reading, step_at (lattice, g_array_index (path, guint, i - 1)), converter);
  if (step_at (lattice, end)->hand != 0)
    write_loss (reading);
  g_iconv_close (converter);
}

/* Where bytes of the range that is lost first are there, none is lost. */
static gboolean
keeps_ad (const gunichar *chars, gsize n_chars)
{
  for (gsize i = 0; i < n_chars; i++)
    if (chars[i] == 0xad || (chars[i] >= 0x80 && chars[i] < 0xa0))
      return TRUE;
  return FALSE;
}

void
bul_mojibake_read_cp949 (const gunichar *chars,
                         gsize n_chars,
                         BulMojibakeTable table,
                         gboolean mixed,
                         BulMojibakeReading *reading)
{
  Lattice lattice = { g_array_new (FALSE, FALSE, sizeof (Step)), { { 0 }, 0 }, FALSE };
  Step start = { .parent = NOTHING };
  guint end;

  lattice.keeps_ad = keeps_ad (chars, n_chars);
  open_way (&lattice, &lattice.ends, start);
  for (gsize i = 0; i < n_chars && lattice.ends.n_ends > 0; i++)
    take_char (&lattice, table, mixed, chars[i]);
  end = cheapest_end (&lattice);
  if (end != NOTHING)
    write_way (reading, &lattice, end);
  g_array_unref (lattice.steps);
}
