/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-filter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-normal.h"
#include "desk-choice.h"

#define DAY_CHARS 10

void
desk_register_filter_clear (DeskRegisterFilter *self)
{
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->programme, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  *self = (DeskRegisterFilter){ 0 };
}

void
desk_register_filter_set_text (DeskRegisterFilter *self, const char *text)
{
  g_autofree char *folded = bul_fold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
}

gboolean
desk_register_filter_is_open (const DeskRegisterFilter *self)
{
  return self->period == NULL && self->programme == NULL && self->by == NULL
         && self->error_class == 0 && self->state == 0 && !self->late
         && (self->words == NULL || *self->words == NULL);
}

static gboolean
has_words (const DeskRegisterFilter *self, DeskRegisterItem *item)
{
  const char *folded;

  if (self->words == NULL || *self->words == NULL)
    return TRUE;
  folded = desk_register_item_get_folded (item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_of_class (const DeskRegisterFilter *self, const BulRegisterRow *row)
{
  return self->error_class == 0
         || row->error_class
                == (self->error_class == DESK_REGISTER_NOTICES ? 0 : self->error_class);
}

static gboolean
is_in_state (const DeskRegisterFilter *self, const BulRegisterRow *row)
{
  return self->state != DESK_REGISTER_OPEN || row->state == BUL_CORRECTION_DRAFT
         || row->state == BUL_CORRECTION_APPROVED;
}

gboolean
desk_register_filter_takes (const DeskRegisterFilter *self, DeskRegisterItem *item)
{
  const BulRegisterRow *row = desk_register_item_get_row (item);
  g_autofree char *since = self->period == NULL ? NULL : g_strndup (self->period, DAY_CHARS);
  BulRegisterFilter filter = {
    .state = self->state == DESK_REGISTER_OPEN ? 0 : self->state,
    .since = since,
    .until = self->period == NULL ? NULL : self->period + strlen ("YYYY-MM-DD.."),
    .late = self->late,
  };

  return bul_register_row_passes (row, &filter) && is_of_class (self, row)
         && is_in_state (self, row)
         && (self->programme == NULL || g_strcmp0 (self->programme, row->programme) == 0)
         && (self->by == NULL || g_strcmp0 (self->by, row->by) == 0) && has_words (self, item);
}

static char *
dup_period (const GDate *first, const GDate *last)
{
  return g_strdup_printf ("%04u-%02u-%02u..%04u-%02u-%02u", g_date_get_year (first),
                          g_date_get_month (first), g_date_get_day (first), g_date_get_year (last),
                          g_date_get_month (last), g_date_get_day (last));
}

/* From the first day of a month so many before that of @date, over @n_months whole ones. */
static char *
dup_months (const GDate *date, guint n_before, guint n_months)
{
  GDate first = *date;
  GDate last;

  g_date_set_day (&first, 1);
  g_date_subtract_months (&first, n_before);
  last = first;
  g_date_add_months (&last, n_months);
  g_date_subtract_days (&last, 1);
  return dup_period (&first, &last);
}

static gboolean
read_day (const char *day, GDate *date)
{
  guint year;
  guint month;
  guint number;

  if (sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay) number, month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) number, month, (GDateYear) year);
  return TRUE;
}

char *
desk_register_filter_dup_month (const char *month)
{
  g_autofree char *day = g_strdup_printf ("%s-01", month);
  GDate date;

  g_date_clear (&date, 1);
  return read_day (day, &date) ? dup_months (&date, 0, 1) : NULL;
}

static void
take_option (GPtrArray *options, char *key, const char *label)
{
  desk_choice_options_add (options, key, label);
  g_free (key);
}

GPtrArray *
desk_register_filter_list_periods (const char *today)
{
  GPtrArray *options = desk_choice_options_new ();
  GDate date;
  guint month;

  g_date_clear (&date, 1);
  desk_choice_options_add (options, NULL, C_ ("filter", "all"));
  if (!read_day (today, &date))
    return options;
  month = g_date_get_month (&date) - 1;
  take_option (options, dup_months (&date, 0, 1), _ ("this month"));
  take_option (options, dup_months (&date, 1, 1), _ ("last month"));
  take_option (options, dup_months (&date, 11, 12), _ ("last 12 months"));
  take_option (options, dup_months (&date, month, 12), _ ("this year"));
  take_option (options, dup_months (&date, month + 12, 12), _ ("last year"));
  return options;
}
