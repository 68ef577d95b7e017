/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-parity-private.h"

/* So many English words in a row are no name and no unit. */
#define LEAST_WORDS 2

/* A sentence with more of them is in another language. */
#define MOST_TOLD 20

static gboolean
is_hangul (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff)
         || (c >= 0x3130 && c <= 0x318f);
}

/* Whether @c may stand between two words of one run. */
static gboolean
joins (gunichar c)
{
  return c == ' ' || c == ',' || c == '\'' || c == 0x2019 || c == '-';
}

/* Counts brackets; what is in them explains a word beside it. */
static guint
count_depth (guint depth, gunichar c)
{
  if (c == '(' || c == '[')
    return depth + 1;
  return (c == ')' || c == ']') && depth > 0 ? depth - 1 : depth;
}

static void
look_at_english (BulParity *self, guint sentence)
{
  const char *text = self->english->sentences[sentence];
  const char *start = NULL;
  const char *last = NULL;
  guint depth = 0;
  guint most = self->facts->len + MOST_TOLD;

  for (const char *p = text; self->facts->len < most; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth = count_depth (depth, c);
      if (depth == 0 && is_hangul (c))
        {
          start = start == NULL ? p : start;
          last = g_utf8_next_char (p);
        }
      else if (start != NULL && !joins (c))
        {
          bul_parity_tell (self, BUL_FACT_LETTERS, BUL_LANGUAGE_ENGLISH, sentence,
                           (gsize) (start - text), (gsize) (last - text));
          start = NULL;
        }
      if (c == 0)
        return;
    }
}

/* A row of words in Latin letters. */
typedef struct
{
  const char *start;
  const char *end;
  guint n_small; /* words of small letters, of more than one */
} Run;

static void
end_run (BulParity *self, guint sentence, Run *run)
{
  const char *text = self->korean->sentences[sentence];

  if (run->start != NULL && run->n_small >= LEAST_WORDS)
    bul_parity_tell (self, BUL_FACT_LETTERS, BUL_LANGUAGE_KOREAN, sentence,
                     (gsize) (run->start - text), (gsize) (run->end - text));
  *run = (Run){ NULL, NULL, 0 };
}

/* An address of the web or of mail is one word with a dot or the like. */
static const char *
end_of_word (const char *at, gboolean *is_address)
{
  const char *p = at;

  *is_address = FALSE;
  for (; g_ascii_isalnum (*p)
         || (*p != '\0' && strchr (".@/:_-'", *p) != NULL && g_ascii_isalnum (p[1]));
       p++)
    *is_address |= strchr (".@/:_", *p) != NULL;
  return p;
}

static void
look_at_korean (BulParity *self, guint sentence)
{
  Run run = { NULL, NULL, 0 };
  guint depth = 0;
  guint most = self->facts->len + MOST_TOLD;

  for (const char *p = self->korean->sentences[sentence]; *p != '\0' && self->facts->len < most;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_address;
      const char *end;

      depth = count_depth (depth, c);
      if (depth > 0 || !g_ascii_isalpha (*p))
        {
          if (!joins (c))
            end_run (self, sentence, &run);
          p = g_utf8_next_char (p);
          continue;
        }
      end = end_of_word (p, &is_address);
      if (is_address)
        end_run (self, sentence, &run);
      else
        {
          run.start = run.start == NULL ? p : run.start;
          run.end = end;
          run.n_small += g_ascii_islower (*p) && end - p >= 2;
        }
      p = end;
    }
  end_run (self, sentence, &run);
}

void
bul_parity_letters (BulParity *self)
{
  for (guint i = 0; i < self->korean->n; i++)
    look_at_korean (self, i);
  for (guint i = 0; i < self->english->n; i++)
    look_at_english (self, i);
}
