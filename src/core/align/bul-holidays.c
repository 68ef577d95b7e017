/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-holidays-private.h"

#include <string.h>

/* To add a day, add a row; the longer name of two that begin alike comes first. */
static const BulHoliday korean[] = {
  { "삼일절", 3, 1 },   { "광복절", 8, 15 },    { "개천절", 10, 3 },     { "한글날", 10, 9 },
  { "현충일", 6, 6 },   { "제헌절", 7, 17 },    { "성탄절", 12, 25 },    { "성탄 전야", 12, 24 },
  { "어린이날", 5, 5 }, { "어버이날", 5, 8 },   { "스승의 날", 5, 15 },  { "크리스마스", 12, 25 },
  { "노동절", 5, 1 },   { "국군의 날", 10, 1 }, { "근로자의 날", 5, 1 },
};

static const BulHoliday english[] = {
  { "Christmas Eve", 12, 24 },       { "Christmas", 12, 25 },
  { "Liberation Day", 8, 15 },       { "National Foundation Day", 10, 3 },
  { "Hangeul Day", 10, 9 },          { "Hangul Day", 10, 9 },
  { "Memorial Day", 6, 6 },          { "Constitution Day", 7, 17 },
  { "Children's Day", 5, 5 },        { "Children’s Day", 5, 5 },
  { "Parents' Day", 5, 8 },          { "Teachers' Day", 5, 15 },
  { "Armed Forces Day", 10, 1 },     { "May Day", 5, 1 },
  { "Independence Movement", 3, 1 }, { "New Year's Eve", 12, 31 },
  { "New Year's Day", 1, 1 },        { "Valentine's Day", 2, 14 },
};

static const BulHoliday *
find (const BulHoliday *holidays, guint n, const char *text, gsize length)
{
  for (guint i = 0; i < n; i++)
    {
      gsize size = strlen (holidays[i].name);

      if (length >= size && memcmp (text, holidays[i].name, size) == 0)
        return &holidays[i];
    }
  return NULL;
}

const BulHoliday *
bul_holiday_find_korean (const char *text, gsize length)
{
  return find (korean, G_N_ELEMENTS (korean), text, length);
}

const BulHoliday *
bul_holiday_find_english (const char *text, gsize length)
{
  return find (english, G_N_ELEMENTS (english), text, length);
}
