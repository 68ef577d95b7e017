/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-spoken-private.h"

/* Longer ones are telephone and account numbers. */
#define MOST_DIGITS 16

static gboolean
is_group (const char *text)
{
  return text[0] == ',' && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2])
         && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4]);
}

static const char *
read_digit (BulSpokenNumber *number, const char *at)
{
  if (number->n_digits < MOST_DIGITS)
    number->whole = number->whole * 10 + (guint64) g_ascii_digit_value (*at);
  number->n_digits++;
  return at + 1;
}

gboolean
bul_spoken_number_read (const char *text, BulSpokenNumber *number)
{
  const char *at = text;

  *number = (BulSpokenNumber){ 0 };
  if (!g_ascii_isdigit (*text))
    return FALSE;
  while (g_ascii_isdigit (*at))
    {
      at = read_digit (number, at);
      if (number->n_digits <= 3 || number->grouped)
        {
          if (is_group (at))
            {
              number->grouped = TRUE;
              at++;
            }
        }
    }
  number->spelled = number->n_digits > MOST_DIGITS || (*text == '0' && number->n_digits > 1);
  if (*at == '.' && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++)
      number->n_decimals++;
  number->length = (gsize) (at - text);
  return TRUE;
}

gsize
bul_spoken_latin_length (const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) || bul_spoken_is_hangul (c) || bul_spoken_is_ideograph (c))
        break;
      at = g_utf8_next_char (at);
    }
  return (gsize) (at - text);
}
