/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-enum.h"

const char *
bul_enum_to_word (const char *const *words, guint value)
{
  for (guint i = 0; words[i] != BUL_ENUM_END; i++)
    if (i == value)
      return words[i];
  return NULL;
}

gboolean
bul_enum_from_word (const char *const *words, const char *word, guint *value)
{
  for (guint i = 0; words[i] != BUL_ENUM_END; i++)
    if (g_strcmp0 (words[i], word) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}
