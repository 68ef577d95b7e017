/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-who-line-private.h"

#include <string.h>

#include "bul-calling-private.h"
#include "bul-label-private.h"
#include "bul-naming.h"
#include "bul-quotation-private.h"

/* “Marla Quist”, “Tom and Bea Finch” */
static gboolean
is_latin_name (BulSlice label)
{
  gsize length;
  BulSlice first;
  BulSlice second;

  if (bul_slice_find (label, " ") == NULL || bul_slice_count_hangul (label) > 0)
    return FALSE;
  length = strlen (" and ");
  if (bul_slice_split (label, " and ", &first, &second))
    return bul_calling_are_names (label, bul_slice_end (first), length);
  return bul_naming_is_english_name (label);
}

/* “Verona Fire Dept.” */
static gboolean
ends_shortened (BulSlice label)
{
  static const char *const endings[]
      = { " Dept.", " Co.", " Inc.", " Corp.", " Ltd.", " Univ.", " Jr.", " Sr.", " Assn." };

  return bul_slice_ends_any (label, endings, G_N_ELEMENTS (endings));
}

/* Whether a line behind a mark says only who: fields, a title in brackets, or a name alone. */
gboolean
bul_who_line_is (BulSlice label)
{
  gsize length;
  BulCalling calling;

  return label.length > 0 && label.length <= BUL_QUOTATION_LONGEST_LABEL
         && bul_slice_starts_quote (label) == 0 && !bul_slice_starts (label, "(")
         && bul_quotation_find_colon (label, &length) == NULL
         && memchr (label.start, '"', label.length) == NULL
         && (!bul_quotation_ends_sentence (label) || ends_shortened (label))
         && (bul_label_field_end (label) != NULL || bul_label_closing_group (label) != NULL
             || bul_naming_is_korean_name (label) || bul_naming_is_role (label)
             || bul_calling_read (label, &calling) || is_latin_name (label)
             || bul_label_is_saying (label));
}

gboolean
bul_who_line_has_fields (BulSlice line)
{
  return line.length > 0 && (guchar) line.start[0] >= 0xea && bul_slice_find (line, " / ") != NULL;
}
