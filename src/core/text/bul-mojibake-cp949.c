/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

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

#define NOTHING G_MAXUINT

typedef struct
{
  guint parent;      /* the step before, or NOTHING */
  guint cost;        /* of all steps so far, in bits of surprise */
  guint8 out[2];     /* what is complete: a byte of ASCII, or a pair; zeros: nothing is */
  guint8 hand;       /* the first byte of a pair, or 0 */
  gboolean lost;     /* what was in hand before is given up */
  gboolean is_proof; /* the pair came from two characters */
} Step;

typedef struct
{
  GArray *steps;
  guint ends[MOST_WAYS];
  guint n_ends;
} Lattice;

static Step *
step_at (const Lattice *self, guint i)
{
  return &g_array_index (self->steps, Step, i);
}

/* Of two ways with the same byte in hand the cheaper one stays. */
static void
open_way (Lattice *self, guint *ends, guint *n_ends, Step step)
{
  guint i = 0;

  while (i < *n_ends && step_at (self, ends[i])->hand != step.hand)
    i++;
  if (i == MOST_WAYS || (i < *n_ends && step_at (self, ends[i])->cost <= step.cost))
    return;
  g_array_append_val (self->steps, step);
  ends[i] = self->steps->len - 1;
  *n_ends = MAX (*n_ends, i + 1);
}

/* Of the bytes that get lost most are AD: it hides in a page as a hyphen that is not shown. */
static guint
cost_of_loss (guint8 lead)
{
  return MIN (COST_OF_LOSS, bul_cp949_cost (lead, 0xad) + COST_OF_LOST_AD);
}

/* Goes on from @from with @byte. */
static void
take_byte (Lattice *self, guint from, guint8 byte, gboolean new_char, guint *ends, guint *n_ends)
{
  Step before = *step_at (self, from);
  Step step = { .parent = from, .cost = before.cost, .is_proof = new_char };

  if (before.hand != 0 && bul_cp949_sort (before.hand, byte) != BUL_CP949_NOTHING)
    {
      step.cost += bul_cp949_cost (before.hand, byte);
      step.out[0] = before.hand;
      step.out[1] = byte;
      open_way (self, ends, n_ends, step);
      step.cost = before.cost;
      step.out[0] = step.out[1] = 0;
    }
  step.is_proof = FALSE;
  if (before.hand != 0)
    {
      step.lost = TRUE;
      step.cost += cost_of_loss (before.hand);
    }
  if (byte < 0x80)
    {
      step.out[0] = byte;
      step.cost += BUL_COST_ASCII;
    }
  else
    step.hand = byte;
  open_way (self, ends, n_ends, step);
}

/* What @c may have been: @bytes of one origin after the other, each of so many bytes. */
static guint
find_origins (gunichar c, gboolean mixed, guint8 bytes[2][4], guint n_bytes[2])
{
  guint n = 0;
  guint8 byte = bul_mojibake_byte (c);
  char utf8[6];

  if (byte != 0)
    {
      bytes[n][0] = byte;
      n_bytes[n++] = 1;
    }
  if (mixed && c >= 0x80 && c < 0x10000)
    {
      n_bytes[n] = (guint) g_unichar_to_utf8 (c, utf8);
      memcpy (bytes[n], utf8, n_bytes[n]);
      n++;
    }
  return n;
}

/* All ways from the ends over one more character. */
static void
take_char (Lattice *self, gunichar c, gboolean mixed)
{
  guint8 bytes[2][4];
  guint n_bytes[2];
  guint n_origins = find_origins (c, mixed, bytes, n_bytes);
  guint next[MOST_WAYS];
  guint n_next = 0;

  for (guint i = 0; i < n_origins; i++)
    {
      guint from[MOST_WAYS];
      guint n_from = self->n_ends;

      memcpy (from, self->ends, sizeof from);
      for (guint j = 0; j < n_bytes[i]; j++)
        {
          guint here[MOST_WAYS];
          guint n_here = 0;

          for (guint k = 0; k < n_from; k++)
            take_byte (self, from[k], bytes[i][j], j == 0, here, &n_here);
          memcpy (from, here, sizeof from);
          n_from = n_here;
        }
      for (guint k = 0; k < n_from; k++)
        open_way (self, next, &n_next, *step_at (self, from[k]));
    }
  /* A character that was never bytes of these breaks every way: none is open then. */
  memcpy (self->ends, next, sizeof next);
  self->n_ends = n_next;
}

static void
count_pair (BulMojibakeReading *reading, const Step *step)
{
  BulCp949Sort sort = bul_cp949_sort (step->out[0], step->out[1]);

  if (sort == BUL_CP949_HANGUL || sort == BUL_CP949_SIGN)
    reading->n_proofs += step->is_proof;
  if (sort == BUL_CP949_HANGUL)
    reading->n_hangul++;
  else if (sort != BUL_CP949_SIGN)
    reading->n_doubtful++;
}

static void
write_step (BulMojibakeReading *reading, const Step *step, GIConv converter)
{
  g_autofree char *pair = NULL;

  if (step->lost)
    {
      reading->n_lost++;
      g_string_append (reading->text, "\uFFFD");
    }
  if (step->out[1] == 0 && step->out[0] != 0)
    g_string_append_c (reading->text, (char) step->out[0]);
  if (step->out[1] == 0)
    return;
  count_pair (reading, step);
  pair = g_convert_with_iconv ((const char *) step->out, 2, converter, NULL, NULL, NULL);
  g_string_append (reading->text, pair == NULL ? "\uFFFD" : pair);
}

static guint
cheapest_end (const Lattice *self)
{
  guint best = NOTHING;
  guint best_cost = G_MAXUINT;

  for (guint i = 0; i < self->n_ends; i++)
    {
      const Step *step = step_at (self, self->ends[i]);
      guint cost = step->cost + (step->hand != 0 ? cost_of_loss (step->hand) : 0);

      if (cost < best_cost)
        {
          best = self->ends[i];
          best_cost = cost;
        }
    }
  return best;
}

void
bul_mojibake_read_cp949 (const gunichar *chars,
                         gsize n_chars,
                         gboolean mixed,
                         BulMojibakeReading *reading)
{
  Lattice lattice = { g_array_new (FALSE, FALSE, sizeof (Step)), { 0 }, 0 };
  Step start = { .parent = NOTHING };
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  GIConv converter = g_iconv_open ("UTF-8", "CP949");
  guint at;

  open_way (&lattice, lattice.ends, &lattice.n_ends, start);
  for (gsize i = 0; i < n_chars && lattice.n_ends > 0; i++)
    take_char (&lattice, chars[i], mixed);
  at = cheapest_end (&lattice);
  if (at != NOTHING && step_at (&lattice, at)->hand != 0)
    {
      Step end = { .parent = at, .lost = TRUE };

      g_array_append_val (lattice.steps, end);
      at = lattice.steps->len - 1;
    }
  for (; at != NOTHING; at = step_at (&lattice, at)->parent)
    g_array_append_val (path, at);
  for (guint i = path->len; converter != (GIConv) -1 && i > 0; i--)
    write_step (reading, step_at (&lattice, g_array_index (path, guint, i - 1)), converter);
  if (converter != (GIConv) -1)
    g_iconv_close (converter);
  g_array_unref (lattice.steps);
}
