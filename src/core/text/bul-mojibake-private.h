/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for a byte that nobody knows, in what U+FFFD was: no encoding of Korean has it. */
#define BUL_MOJIBAKE_UNKNOWN 0xff

/**
 * BulMojibakeReading:
 * @text: what the bytes of a damaged stretch read
 * @n_proofs: syllables and signs that no single character was
 * @n_hangul: all syllables that are written at all
 * @n_doubtful: ideographs, and syllables that are hardly ever written
 * @weight: how much the syllables of CP949 speak for Korean, in bits
 * @n_lost: places where bytes are missing, each U+FFFD in @text
 */
typedef struct
{
  GString *text;
  guint n_proofs;
  guint n_hangul;
  guint n_doubtful;
  gint weight;
  guint n_lost;
} BulMojibakeReading;

/* The tables by which one byte became one character. */
typedef enum
{
  BUL_MOJIBAKE_WINDOWS_1252, /* Latin-1 where that has nothing */
  BUL_MOJIBAKE_MAC_ROMAN,
} BulMojibakeTable;

/* Returns: the byte that @table reads as @c; 0 for any other. */
guint8 bul_mojibake_byte (BulMojibakeTable table, gunichar c);

/* What a character may have been. */
typedef struct
{
  guint8 bytes[6];
  guint n_bytes;
} BulMojibakeOrigin;

#define BUL_MOJIBAKE_MOST_ORIGINS 3

/* Returns: how many @origins @c may have. @mixed: bytes were read as UTF-8 where they fitted. */
guint bul_mojibake_find_origins (BulMojibakeTable table,
                                 gboolean mixed,
                                 gunichar c,
                                 BulMojibakeOrigin origins[BUL_MOJIBAKE_MOST_ORIGINS]);

/* Whether the bytes were CP949. @mixed: see bul_mojibake_find_origins() */
void bul_mojibake_read_cp949 (const gunichar *chars,
                              gsize n_chars,
                              BulMojibakeTable table,
                              gboolean mixed,
                              BulMojibakeReading *reading);

/* Whether the bytes were UTF-8. */
void bul_mojibake_read_utf8 (const guint8 *bytes, gsize n_bytes, BulMojibakeReading *reading);

G_END_DECLS
