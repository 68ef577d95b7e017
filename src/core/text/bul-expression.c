/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-expression-private.h"

#include <string.h>

/* What a person may write to lift the limits must stand at the very start of a pattern, where it
 * does not. */
#define LIMITS(steps) "(*LIMIT_MATCH=" steps ")(*LIMIT_DEPTH=50000)(*LIMIT_HEAP=20000)(?#)"

/* The limit of steps is one for each place at which a match might begin, and there are as many
 * places as bytes. Few steps do for nearly all of them; of those that need more, such as each place
 * of (a+)+$ in many an a, so many are tried. */
#define QUICK LIMITS ("500")
#define PATIENT LIMITS ("100000")
#define MOST_TRIES 400

struct _BulExpression
{
  GRegex *quick;
  GRegex *patient;
};

static GRegex *
compile (const char *limits, const char *text, GRegexCompileFlags flags, GError **error)
{
  g_autofree char *limited = g_strconcat (limits, text, NULL);

  return g_regex_new (limited, flags, 0, error);
}

BulExpression *
bul_expression_new (const char *text, GRegexCompileFlags flags, GError **error)
{
  g_autoptr (BulExpression) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (BulExpression, 1);
  self->quick = compile (QUICK, text, flags, error);
  if (self->quick == NULL)
    return NULL;
  self->patient = compile (PATIENT, text, flags, error);
  return self->patient == NULL ? NULL : g_steal_pointer (&self);
}

void
bul_expression_free (BulExpression *self)
{
  g_clear_pointer (&self->quick, g_regex_unref);
  g_clear_pointer (&self->patient, g_regex_unref);
  g_free (self);
}

void
bul_walk_init (BulWalk *self, const BulExpression *expression, const char *text)
{
  g_return_if_fail (self != NULL && expression != NULL && text != NULL);

  *self = (BulWalk){ .expression = expression, .text = text, .length = strlen (text) };
}

void
bul_walk_clear (BulWalk *self)
{
  g_clear_pointer (&self->info, g_match_info_unref);
}

/* The next place that is no byte amid a character. */
static void
go_to (BulWalk *self, gsize at)
{
  while (((guchar) self->text[at] & 0xc0) == 0x80)
    at++;
  self->at = at;
}

static gboolean
match (BulWalk *self, GRegex *regex, GRegexMatchFlags flags, GError **error)
{
  g_clear_pointer (&self->info, g_match_info_unref);
  return g_regex_match_full (regex, self->text, (gssize) self->length, (int) self->at,
                             flags | G_REGEX_MATCH_NOTEMPTY, &self->info, error);
}

/* Whether a match begins just here. */
static gboolean
match_here (BulWalk *self, GError **error)
{
  const BulExpression *expression = self->expression;
  g_autoptr (GError) reason = NULL;
  gboolean found = match (self, expression->quick, G_REGEX_MATCH_ANCHORED, &reason);

  if (reason == NULL)
    return found;
  if (self->n_tries++ < MOST_TRIES)
    return match (self, expression->patient, G_REGEX_MATCH_ANCHORED, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Place by place, to a match or past the next place that takes many steps. */
static gboolean
match_step_by_step (BulWalk *self, GError **error)
{
  guint n_tries = self->n_tries;
  GError *reason = NULL;

  while (self->at < self->length && self->n_tries == n_tries)
    {
      if (match_here (self, &reason))
        return TRUE;
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
      go_to (self, self->at + 1);
    }
  return FALSE;
}

static void
go_past_match (BulWalk *self)
{
  int end = 0;

  g_match_info_fetch_pos (self->info, 0, NULL, &end);
  go_to (self, MAX (self->at + 1, (gsize) end));
}

gboolean
bul_walk_next (BulWalk *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->expression != NULL, FALSE);

  while (self->at < self->length)
    {
      g_autoptr (GError) too_many = NULL;
      GError *reason = NULL;
      gboolean found = match (self, self->expression->quick, 0, &too_many);

      if (too_many != NULL)
        found = match_step_by_step (self, &reason);
      if (found)
        go_past_match (self);
      else if (reason != NULL)
        g_propagate_error (error, reason);
      if (found || reason != NULL || too_many == NULL)
        return found;
    }
  return FALSE;
}
