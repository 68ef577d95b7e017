/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-fold-map-private.h"

#include <string.h>

#include "bul-normal.h"

typedef struct
{
  guint folded;
  guint byte;
} Place;

/* Folds to itself and never joins with what stands before it: nearly all of a script. */
static gboolean
is_plain (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || c < 0x80 || (c >= 0x3400 && c <= 0x9fff)
         || (c >= 0x2010 && c <= 0x205e);
}

static gboolean
may_join (gunichar c)
{
  return !is_plain (c) && ((c >= 0x1160 && c <= 0x11ff) || g_unichar_ismark (c));
}

static void
append_folded (GString *folded, const char *start, const char *end, BulFolding folding)
{
  g_autofree char *other = NULL;

  if (g_utf8_next_char (start) == end && is_plain (g_utf8_get_char (start)))
    {
      if ((guchar) *start < 0x80)
        g_string_append_c (folded, folding == BUL_FOLD_CASE ? g_ascii_tolower (*start) : *start);
      else
        g_string_append_len (folded, start, end - start);
      return;
    }
  other = folding == BUL_FOLD_CASE
              ? bul_fold (start, end - start)
              : bul_normalize (start, end - start, G_NORMALIZE_DEFAULT_COMPOSE);
  g_string_append (folded, other);
}

BulFoldMap *
bul_fold_map_new (const char *text, BulFolding folding)
{
  BulFoldMap *self = NULL;
  gsize length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  self = g_new (BulFoldMap, 1);
  self->folded = g_string_sized_new (length + 16);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (Place), (guint) length / 2 + 2);
  for (const char *at = text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);
      Place place = { (guint) self->folded->len, (guint) (at - text) };

      while (*next != '\0' && may_join (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      g_array_append_val (self->places, place);
      append_folded (self->folded, at, next, folding);
      at = next;
    }
  g_array_append_vals (self->places, &(Place){ (guint) self->folded->len, (guint) length }, 1);
  return self;
}

void
bul_fold_map_free (BulFoldMap *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->places);
  g_free (self);
}

static int
compare_folded (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  return (x->folded > y->folded) - (x->folded < y->folded);
}

gboolean
bul_fold_map_find (const BulFoldMap *self, gsize folded, gsize *byte)
{
  Place wanted = { (guint) folded, 0 };
  guint i;

  if (!g_array_binary_search (self->places, &wanted, compare_folded, &i))
    return FALSE;
  *byte = g_array_index (self->places, Place, i).byte;
  return TRUE;
}
