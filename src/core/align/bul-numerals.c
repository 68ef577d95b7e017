/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-numerals-private.h"

#include <string.h>

#include "bul-numbers-private.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */

double
bul_numeral_take_tens (const char *run, gsize *size)
{
  static const struct
  {
    const char *word;
    double value;
  } tens[] = { { "열", 10 },   { "스물", 20 }, { "서른", 30 }, { "마흔", 40 }, { "쉰", 50 },
               { "예순", 60 }, { "일흔", 70 }, { "여든", 80 }, { "아흔", 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (tens); i++)
    if (g_str_has_prefix (run, tens[i].word))
      {
        *size = strlen (tens[i].word);
        return tens[i].value;
      }
  *size = 0;
  return 0;
}

double
bul_numeral_value (const char *run, gsize length, const char *behind)
{
  g_autofree char *numeral = g_strndup (run, length);
  gsize size;
  double tens = bul_numeral_take_tens (numeral, &size);
  double ones;

  /* 스물세, but also 스물 alone */
  if (size == length)
    return bul_number_native ("열", behind) > 0 ? tens : 0;
  ones = bul_number_native (numeral + size, behind);
  if (ones <= 0 || (size > 0 && ones > 9))
    ones = size == 0 ? 0 : -tens;
  return MAX (bul_number_native (numeral, behind), tens + ones);
}

double
bul_numeral_value_sino (const char *run, gsize *size)
{
  static const char *const digits[] = { "일", "이", "삼", "사", "오", "육", "칠", "팔", "구" };
  static const struct
  {
    const char *word;
    double value;
  } units[] = { { "십", 10 }, { "백", 100 }, { "천", 1000 }, { "만", 1e4 }, { "억", 1e8 } };
  double total = 0;
  double group = 0;
  double digit = 0;

  for (*size = 0; run[*size] != '\0'; *size += SYLLABLE)
    {
      double own = 0;
      double unit = 0;

      for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
        if (g_str_has_prefix (run + *size, digits[i]))
          own = i + 1;
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        if (g_str_has_prefix (run + *size, units[i].word))
          unit = units[i].value;
      if (own == 0 && unit == 0)
        break;
      if (own > 0)
        digit = own;
      else if (unit < 1e4)
        {
          group += MAX (digit, 1) * unit;
          digit = 0;
        }
      else
        {
          total += MAX (group + digit, 1) * unit;
          group = digit = 0;
        }
    }
  return total + group + digit;
}
