/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-rundown-field.h"

#include <string.h>

/* In bytes. */
#define LONGEST_VALUE 60
#define LONGEST_PAGE 8

/* To add a field, add a row. Some are family names too, and then somebody speaks: those are fields
 * where their value is short. */
static const struct
{
  const char *label;
  BulRundownField field;
  gsize longest;
} fields[] = {
  { "SLUG", BUL_RUNDOWN_SLUG, LONGEST_VALUE },
  { "Slug", BUL_RUNDOWN_SLUG, LONGEST_VALUE },
  { "STORY SLUG", BUL_RUNDOWN_SLUG, LONGEST_VALUE },
  { "Story slug", BUL_RUNDOWN_SLUG, LONGEST_VALUE },
  { "슬러그", BUL_RUNDOWN_SLUG, LONGEST_VALUE },
  { "SHOW", BUL_RUNDOWN_SHOW, LONGEST_VALUE },
  { "NEWSCAST", BUL_RUNDOWN_SHOW, LONGEST_VALUE },
  { "PROGRAM", BUL_RUNDOWN_SHOW, LONGEST_VALUE },
  { "PROGRAMME", BUL_RUNDOWN_SHOW, LONGEST_VALUE },
  { "PAGE", BUL_RUNDOWN_OTHER, LONGEST_PAGE },
  { "PAGE NO", BUL_RUNDOWN_OTHER, LONGEST_PAGE },
  { "BLOCK", BUL_RUNDOWN_OTHER, LONGEST_PAGE },
  { "SEGMENT", BUL_RUNDOWN_OTHER, LONGEST_PAGE },
  { "FORMAT", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "WRITER", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "Writer", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "DATE", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "Format", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "MODIFIED BY", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "CREATED BY", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "APPROVED BY", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "STATUS", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
  { "TAPE NO", BUL_RUNDOWN_OTHER, LONGEST_VALUE },
};

BulRundownField
bul_rundown_field_read (BulSlice line, BulSlice *value)
{
  BulSlice label;

  if (line.length > LONGEST_VALUE + 16 || !bul_slice_split (line, ":", &label, value)
      || value->length == 0 || strchr (".?!", bul_slice_end (*value)[-1]) != NULL)
    return BUL_RUNDOWN_NONE;
  label = bul_slice_trim (label);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (bul_slice_equal (label, fields[i].label))
      return value->length <= fields[i].longest ? fields[i].field : BUL_RUNDOWN_NONE;
  return BUL_RUNDOWN_NONE;
}
