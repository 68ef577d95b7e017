/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-decode.h"
#include "bul-normal.h"
#include "fuzz.h"

/* The first byte names the encoding; the rest is to be read. */
static const char *const encodings[] = {
  NULL,           NULL,          NULL,     "UTF-8",  "CP949", "UTF-16LE", "UTF-16BE",
  "windows-1252", "ISO-2022-KR", "UTF-16", "EUC-KR", "johab", "UTF-7",    "Shift_JIS",
};

static void
check_text (const char *text, gsize length)
{
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate_len (text, length, NULL));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (bul_chars_is_forbidden (g_utf8_get_char (at)));
}

static void
check_normal_form (const BulDecoded *decoded)
{
  g_autofree char *normal = bul_normal_form (decoded->text, (gssize) decoded->length);
  g_autofree char *again = bul_normal_form (normal, -1);
  g_autofree char *folded = bul_fold (normal, -1);

  check_text (normal, strlen (normal));
  g_assert_cmpstr (normal, ==, again);
  g_assert_true (g_utf8_validate (folded, -1, NULL));
}

static void
check_replaced (const BulDecoded *decoded)
{
  g_assert_cmpint (decoded->n_replaced > 0, ==, decoded->replaced_line > 0);
  if (decoded->n_replaced > 0)
    g_assert_nonnull (strstr (decoded->text, "\xef\xbf\xbd"));
}

void
fuzz_one (const guint8 *data, gsize size)
{
  const char *encoding = size == 0 ? NULL : encodings[data[0] % G_N_ELEMENTS (encodings)];
  g_autoptr (GBytes) bytes = size == 0 ? g_bytes_new (NULL, 0) : g_bytes_new (data + 1, size - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulDecoded) decoded = bul_decode (bytes, encoding, &error);

  g_assert_true ((decoded == NULL) == (error != NULL));
  if (decoded == NULL)
    return;
  g_assert_nonnull (decoded->encoding);
  g_assert_nonnull (decoded->line_ends);
  check_text (decoded->text, decoded->length);
  check_replaced (decoded);
  check_normal_form (decoded);
}
