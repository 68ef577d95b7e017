/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "desk-wording.h"

char *
desk_register_dup_class (const BulRegisterRow *row)
{
  return row->error_class == 0 ? desk_wording_dup_kinds (row->kinds)
                               : g_strdup (desk_wording_for_class (row->error_class));
}

static gboolean
is_today (const char *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return g_str_equal (day, today);
}

static guint
count_days_since (const char *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *midnight = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (GDateTime) then
      = g_date_time_new_from_iso8601 (midnight, g_date_time_get_timezone (now));
  GTimeSpan span = then == NULL ? 0 : g_date_time_difference (now, then);

  return (guint) (MAX (span, 0) / G_TIME_SPAN_DAY);
}

static char *
dup_late_day (const char *day, guint n_days)
{
  /* Translators: something was due on this day, and is late by so many days. */
  return g_strdup_printf (ngettext ("%s · %u day late", "%s · %u days late", n_days), day, n_days);
}

char *
desk_register_dup_due (const BulRegisterRow *row)
{
  g_autofree char *day = NULL;

  if (row->due_on == NULL)
    return g_strdup ("");
  if (is_today (row->due_on))
    return g_strdup (_ ("today"));
  day = desk_wording_dup_short_day (row->due_on);
  return row->late ? dup_late_day (day, count_days_since (row->due_on)) : g_steal_pointer (&day);
}

char *
desk_register_dup_due_words (const BulRegisterRow *row)
{
  g_autofree char *day = row->due_on == NULL ? NULL : desk_wording_dup_short_day (row->due_on);
  guint n_days = row->due_on == NULL ? 0 : count_days_since (row->due_on);

  switch (row->due)
    {
    case BUL_DUE_ANSWER:
      return row->late ? g_strdup_printf (ngettext ("The answer was due on %s. It is %u day late.",
                                                    "The answer was due on %s. It is %u days late.",
                                                    n_days),
                                          day, n_days)
                       : g_strdup_printf (_ ("The answer is due on %s."), day);
    case BUL_DUE_NOTICE:
      return row->late ? g_strdup_printf (ngettext ("The notice was due on %s. It is %u day late.",
                                                    "The notice was due on %s. It is %u days late.",
                                                    n_days),
                                          day, n_days)
                       : g_strdup_printf (_ ("The notice is due on %s."), day);
    case BUL_DUE_NOTHING:
    default:
      return NULL;
    }
}

static const char *
get_state (const BulRegisterRow *row)
{
  return row->error_class == 0 && row->state == BUL_CORRECTION_DRAFT
             ? C_ ("reply", "Asked")
             : desk_wording_for_correction_state (row->state);
}

char *
desk_register_dup_words (const BulRegisterRow *row)
{
  g_autofree char *day = desk_wording_dup_short_day (row->aired);
  g_autofree char *sort = desk_register_dup_class (row);
  g_autofree char *due = desk_register_dup_due_words (row);
  const char *headline = row->headline == NULL ? _ ("No headline") : row->headline;
  g_autofree char *words
      = row->error_class == 0
            ? g_strdup_printf ("%s, %s, %s, %s.", day, headline, sort, get_state (row))
            /* Translators: a correction for a screen reader: 18 Mar, a headline, Number, Draft. */
            : g_strdup_printf (_ ("%s, %s, %s, %s. Was %s, is right: %s."), day, headline, sort,
                               get_state (row), row->was, row->now);

  return due == NULL ? g_steal_pointer (&words) : g_strdup_printf ("%s %s", words, due);
}

/* What is late of one kind, and the day the first of it was due. */
typedef struct
{
  guint n;
  const char *first;
} Late;

static Late
count_late (const GPtrArray *rows, BulDue due)
{
  Late late = { 0, NULL };

  for (guint i = 0; i < rows->len; i++)
    {
      const BulRegisterRow *row = rows->pdata[i];

      if (!row->late || row->due != due)
        continue;
      late.n++;
      if (late.first == NULL || strcmp (row->due_on, late.first) < 0)
        late.first = row->due_on;
    }
  return late;
}

static char *
dup_answers (const Late *late)
{
  g_autofree char *day = desk_wording_dup_short_day (late->first);

  return g_strdup_printf (ngettext ("%u answer is late: it was due on %s.",
                                    "%u answers are late: the first was due on %s.", late->n),
                          late->n, day);
}

static char *
dup_notices (const Late *late)
{
  g_autofree char *day = desk_wording_dup_short_day (late->first);

  return g_strdup_printf (ngettext ("%u notice is late: it was due on %s.",
                                    "%u notices are late: the first was due on %s.", late->n),
                          late->n, day);
}

char *
desk_register_dup_late (const GPtrArray *rows)
{
  Late answers = count_late (rows, BUL_DUE_ANSWER);
  Late notices = count_late (rows, BUL_DUE_NOTICE);
  g_autofree char *of_answers = answers.n == 0 ? NULL : dup_answers (&answers);
  g_autofree char *of_notices = notices.n == 0 ? NULL : dup_notices (&notices);

  if (of_answers == NULL)
    return g_steal_pointer (&of_notices);
  return of_notices == NULL ? g_steal_pointer (&of_answers)
                            : g_strdup_printf ("%s %s", of_answers, of_notices);
}
