/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-units-private.h"

typedef struct
{
  const char *word;
  BulUnit unit;
} Row;

#define MONEY(n)                                                                                   \
  {                                                                                                \
    BUL_DIMENSION_MONEY, (n)                                                                       \
  }
#define WON MONEY (1)
#define DOLLAR MONEY (2)
#define EURO MONEY (3)
#define YEN MONEY (4)
#define YUAN MONEY (5)
#define STERLING MONEY (6)
#define SHARE                                                                                      \
  {                                                                                                \
    BUL_DIMENSION_SHARE, 1                                                                         \
  }
#define POINTS(n)                                                                                  \
  {                                                                                                \
    BUL_DIMENSION_POINTS, (n)                                                                      \
  }
#define LENGTH(metres)                                                                             \
  {                                                                                                \
    BUL_DIMENSION_LENGTH, (metres)                                                                 \
  }
#define AREA(square_metres)                                                                        \
  {                                                                                                \
    BUL_DIMENSION_AREA, (square_metres)                                                            \
  }
#define MASS(grams)                                                                                \
  {                                                                                                \
    BUL_DIMENSION_MASS, (grams)                                                                    \
  }
#define VOLUME(litres)                                                                             \
  {                                                                                                \
    BUL_DIMENSION_VOLUME, (litres)                                                                 \
  }
#define HEAT                                                                                       \
  {                                                                                                \
    BUL_DIMENSION_HEAT, 1                                                                          \
  }
#define DEGREE                                                                                     \
  {                                                                                                \
    BUL_DIMENSION_HEAT, 0                                                                          \
  }
#define FAHRENHEIT                                                                                 \
  {                                                                                                \
    BUL_DIMENSION_HEAT, 2                                                                          \
  }
#define TIME(days)                                                                                 \
  {                                                                                                \
    BUL_DIMENSION_TIME, (days)                                                                     \
  }

#define MINUTE (1 / 1440.0)
#define HOUR (1 / 24.0)
#define MONTH (365.25 / 12)

/* Longer ones before those that they begin with. */
static const Row korean[] = {
  { "원", WON },
  { "달러", DOLLAR },
  { "불", DOLLAR },
  { "유로", EURO },
  { "엔", YEN },
  { "위안", YUAN },
  { "퍼센트포인트", POINTS (1) },
  { "퍼센트 포인트", POINTS (1) },
  { "퍼센트", SHARE },
  { "프로", SHARE },
  { "포인트", SHARE },
  { "킬로미터", LENGTH (1000) },
  { "센티미터", LENGTH (0.01) },
  { "센티", LENGTH (0.01) },
  { "밀리미터", LENGTH (0.001) },
  { "미터", LENGTH (1) },
  { "마일", LENGTH (1609.344) },
  { "피트", LENGTH (0.3048) },
  { "인치", LENGTH (0.0254) },
  { "야드", LENGTH (0.9144) },
  { "제곱미터", AREA (1) },
  { "평방미터", AREA (1) },
  { "제곱킬로미터", AREA (1e6) },
  { "헥타르", AREA (1e4) },
  { "에이커", AREA (4046.86) },
  { "평", AREA (3.3058) },
  { "킬로그램", MASS (1000) },
  { "그램", MASS (1) },
  { "톤", MASS (1e6) },
  { "온스", MASS (28.35) },
  { "리터", VOLUME (1) },
  { "갤런", VOLUME (3.785) },
  { "도", HEAT },
  { "초", TIME (MINUTE / 60) },
  { "분", TIME (MINUTE) },
  { "시간", TIME (HOUR) },
  { "일", TIME (1) },
  { "주", TIME (7) },
  { "개월", TIME (MONTH) },
  { "달", TIME (MONTH) },
  { "년", TIME (365.25) },
  { "세기", TIME (36525) },
};

/* In either language. */
static const Row signs[] = {
  { "%포인트", POINTS (1) },
  { "% 포인트", POINTS (1) },
  { "%p", POINTS (1) },
  { "%P", POINTS (1) },
  { "%", SHARE },
  { "％", SHARE },
  { "km²", AREA (1e6) },
  { "㎢", AREA (1e6) },
  { "m²", AREA (1) },
  { "㎡", AREA (1) },
  { "㎞", LENGTH (1000) },
  { "㎝", LENGTH (0.01) },
  { "㎜", LENGTH (0.001) },
  { "㎏", MASS (1000) },
  { "km", LENGTH (1000) },
  { "cm", LENGTH (0.01) },
  { "mm", LENGTH (0.001) },
  { "kg", MASS (1000) },
  { "℃", HEAT },
  { "°", DEGREE },
  { "€", EURO },
};

static const Row english[] = {
  { "won", WON },
  { "dollars", DOLLAR },
  { "dollar", DOLLAR },
  { "euros", EURO },
  { "euro", EURO },
  { "yen", YEN },
  { "yuan", YUAN },
  { "percentage points", POINTS (1) },
  { "percentage point", POINTS (1) },
  { "percentage-point", POINTS (1) },
  { "basis points", POINTS (0.01) },
  { "basis point", POINTS (0.01) },
  { "basis-point", POINTS (0.01) },
  { "percentage", SHARE },
  { "percent", SHARE },
  { "per cent", SHARE },
  { "kilometers", LENGTH (1000) },
  { "kilometres", LENGTH (1000) },
  { "kilometer", LENGTH (1000) },
  { "centimeters", LENGTH (0.01) },
  { "centimetres", LENGTH (0.01) },
  { "centimeter", LENGTH (0.01) },
  { "millimeters", LENGTH (0.001) },
  { "millimeter", LENGTH (0.001) },
  { "meters", LENGTH (1) },
  { "metres", LENGTH (1) },
  { "meter", LENGTH (1) },
  { "metre", LENGTH (1) },
  { "mph", LENGTH (1609.344) },
  { "kph", LENGTH (1000) },
  { "miles", LENGTH (1609.344) },
  { "mile", LENGTH (1609.344) },
  { "square kilometers", AREA (1e6) },
  { "square kilometres", AREA (1e6) },
  { "square miles", AREA (2589988) },
  { "square meters", AREA (1) },
  { "square metres", AREA (1) },
  { "square feet", AREA (0.0929) },
  { "square foot", AREA (0.0929) },
  { "square-foot", AREA (0.0929) },
  { "square meter", AREA (1) },
  { "square metre", AREA (1) },
  { "square-meter", AREA (1) },
  { "square-metre", AREA (1) },
  { "square kilometer", AREA (1e6) },
  { "square-kilometer", AREA (1e6) },
  { "square mile", AREA (2589988) },
  { "square-mile", AREA (2589988) },
  { "feet", LENGTH (0.3048) },
  { "foot", LENGTH (0.3048) },
  { "inches", LENGTH (0.0254) },
  { "inch", LENGTH (0.0254) },
  { "yards", LENGTH (0.9144) },
  { "hectares", AREA (1e4) },
  { "hectare", AREA (1e4) },
  { "acres", AREA (4046.86) },
  { "acre", AREA (4046.86) },
  { "kilograms", MASS (1000) },
  { "kilogram", MASS (1000) },
  { "grams", MASS (1) },
  { "tons", MASS (1e6) },
  { "tonnes", MASS (1e6) },
  { "ton", MASS (1e6) },
  { "pounds", MASS (453.6) },
  { "ounces", MASS (28.35) },
  { "liters", VOLUME (1) },
  { "litres", VOLUME (1) },
  { "gallons", VOLUME (3.785) },
  { "degrees Fahrenheit", FAHRENHEIT },
  { "degrees Celsius", HEAT },
  { "degrees", DEGREE },
  { "seconds", TIME (MINUTE / 60) },
  { "minutes", TIME (MINUTE) },
  { "minute", TIME (MINUTE) },
  { "hours", TIME (HOUR) },
  { "hour", TIME (HOUR) },
  { "days", TIME (1) },
  { "day", TIME (1) },
  { "weeks", TIME (7) },
  { "week", TIME (7) },
  { "months", TIME (MONTH) },
  { "month", TIME (MONTH) },
  { "years", TIME (365.25) },
  { "year", TIME (365.25) },
  { "centuries", TIME (36525) },
  { "decades", TIME (3652.5) },
};

static const BulUnit *
take (const Row *rows, guint n, const char *at, const char *end, const char **behind)
{
  for (guint i = 0; i < n; i++)
    {
      gsize size = strlen (rows[i].word);

      if ((gsize) (end - at) >= size && memcmp (at, rows[i].word, size) == 0)
        {
          *behind = at + size;
          return &rows[i].unit;
        }
    }
  return NULL;
}

static const char *
skip_blank (const char *at, const char *end)
{
  return at < end && *at == ' ' ? at + 1 : at;
}

/* 30m, but not 30 more. */
static const BulUnit *
take_sign (const char *at, const char *end, const char **behind)
{
  static const BulUnit metre = LENGTH (1);
  const BulUnit *unit = take (signs, G_N_ELEMENTS (signs), at, end, behind);

  if (unit != NULL || at == end || *at != 'm' || (at + 1 < end && g_ascii_isalpha (at[1])))
    return unit;
  *behind = at + 1;
  return &metre;
}

const BulUnit *
bul_unit_read_korean (const char *at, const char *end, const char **behind)
{
  const BulUnit *unit;

  at = skip_blank (at, end);
  unit = take_sign (at, end, behind);
  return unit != NULL ? unit : take (korean, G_N_ELEMENTS (korean), at, end, behind);
}

const BulUnit *
bul_unit_read_english (const char *at, const char *end, const char **behind)
{
  const BulUnit *unit;

  unit = take (signs, G_N_ELEMENTS (signs), skip_blank (at, end), end, behind);
  if (unit != NULL)
    return unit;
  if (at < end && (*at == ' ' || *at == '-'))
    at++;
  unit = take (english, G_N_ELEMENTS (english), at, end, behind);
  return unit != NULL && (*behind == end || !g_ascii_isalpha (**behind)) ? unit : NULL;
}

const BulUnit *
bul_unit_of_sign (gunichar sign)
{
  static const struct
  {
    gunichar sign;
    BulUnit unit;
  } rows[] = { { '$', DOLLAR }, { 0x20ac, EURO }, { 0xa3, STERLING },
               { 0xa5, YEN },   { 0x20a9, WON },  { 0xff04, DOLLAR } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].sign == sign)
      return &rows[i].unit;
  return NULL;
}
