/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-behind-private.h"

#include <string.h>

#include "bul-calling-private.h"
#include "bul-label-private.h"
#include "bul-quotation-private.h"

/* `"…" - name, title` */
static const char *
find_behind_dash (BulSlice text, BulSlice *label)
{
  static const char *const dashes[] = { " - ", " – ", " — " };
  BulCalling calling;

  if (bul_slice_ends_quote (text) > 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = bul_slice_find_last (text, dashes[i]);

      if (dash == NULL || bul_slice_ends_quote (bul_slice (text.start, dash)) == 0)
        continue;
      *label = bul_slice_trim (bul_slice (dash + strlen (dashes[i]), bul_slice_end (text)));
      return bul_calling_read (*label, &calling) ? dash : NULL;
    }
  return NULL;
}

const char *
bul_behind_find (BulSlice text, BulSlice *label)
{
  const char *open = NULL;

  if (bul_slice_ends (text, "]"))
    open = bul_slice_find_last (text, "[");
  else if (bul_slice_ends (text, ")"))
    open = bul_label_closing_group (text);
  else
    return find_behind_dash (text, label);
  if (open == NULL)
    return NULL;
  *label = bul_slice_trim (bul_slice (open + 1, bul_slice_end (text) - 1));
  return *open == '[' || bul_label_field_end (*label) != NULL ? open : NULL;
}
