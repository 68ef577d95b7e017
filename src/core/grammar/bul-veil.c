/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-veil.h"

#include <string.h>

#include "bul-slice-private.h"

/* What stands for letters that are not told. */
static const char *const masks[] = { "○", "◯", "〇", "●", "△", "□", "＊", "*", "OO", "XX", "ㅇㅇ" };

/* What stands behind a name that is told in part. */
static const char *const addresses[] = { "씨", "군", "양" };

static gboolean
has_mask (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    if (strstr (name, masks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
take_address (BulSlice *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (bul_slice_take_end (name, addresses[i]))
      {
        *name = bul_slice_trim (*name);
        return TRUE;
      }
  return FALSE;
}

gboolean
bul_veil_covers (const char *name)
{
  BulSlice rest = bul_slice_trim (bul_slice_of (name));
  gboolean addressed;
  gboolean apart;

  if (has_mask (name))
    return TRUE;
  addressed = take_address (&rest);
  if (rest.length == 1)
    return g_ascii_isupper (*rest.start);
  if (!bul_slice_take_end (&rest, "모"))
    return FALSE;
  apart = bul_slice_ends (rest, " ");
  rest = bul_slice_trim (rest);
  /* “이 모” is somebody, “이모” may be a name. */
  return (addressed || apart) && g_utf8_strlen (rest.start, (gssize) rest.length) <= 2;
}
