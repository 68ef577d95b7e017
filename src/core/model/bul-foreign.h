/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulForeign:
 * @text: canonical XML that stands by itself: an element, an instruction, or (beginning with a
 * blank) attributes of the story's own element
 *
 * What another program put into a story's file, under namespaces of its own. It is kept as it is.
 */
typedef struct
{
  BulRecord record;

  char *text;
} BulForeign;

extern const BulRecordType bul_foreign_type;

G_END_DECLS
