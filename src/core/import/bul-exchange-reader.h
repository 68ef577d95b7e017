/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "bul-exchange.h"
#include "bul-import.h"

G_BEGIN_DECLS

/* A file of a translator's program while it is read: what its formats have in common. */
typedef struct _BulExchangeReader BulExchangeReader;

/* An element that a format knows. Both are called within the element; one without @start is passed
 * over with all that is in it, for it repeats words that stand elsewhere. */
typedef struct
{
  const char *name;
  void (*start) (BulExchangeReader *self, gpointer data);
  void (*end) (BulExchangeReader *self, gpointer data);
} BulExchangeElement;

/*
 * Reads the bytes of @import's source, which pass bul_xml_gate() first. A document type that
 * declares nothing itself is no danger, for nothing is fetched: many such files have one.
 *
 * @elements: up to one without a name; @data: for their functions
 *
 * FALSE also where the file has no text in Korean and English, with a word on what to do.
 */
gboolean bul_exchange_reader_run (BulImport *import,
                                  const char *encoding,
                                  const BulExchangeElement *elements,
                                  gpointer data,
                                  GError **error);

/* Of the element at which it stands. */
guint bul_exchange_reader_get_line (BulExchangeReader *self);
/* Returns: (transfer full) (nullable) */
char *bul_exchange_reader_dup_attribute (BulExchangeReader *self, const char *name);
/* The language that the attribute @name tells; 0 for any but two, and where there is none. */
BulLanguage bul_exchange_reader_get_language (BulExchangeReader *self, const char *name);
/* Reads the element whole, see bul-inline.h; its end is not told.
 * Returns: (transfer full) (nullable) */
char *bul_exchange_reader_dup_words (BulExchangeReader *self);

/* @exchange: (transfer full): becomes a story; one without a pair is dropped. */
void bul_exchange_reader_take (BulExchangeReader *self, BulExchange *exchange);

/* Takes note of something in languages that are not read. */
void bul_exchange_reader_pass_over (BulExchangeReader *self);

G_END_DECLS
