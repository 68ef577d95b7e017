/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A programme that is known by name. */
typedef struct
{
  const char *house;
  const char *language;
  const char *name;
} BulProgramme;

/*
 * The programme that @text, @length bytes long, names and nothing else; or %NULL. Blanks and case
 * do not count: 뉴스9 is 뉴스 9.
 */
const BulProgramme *bul_programme_find (const char *text, gsize length);

/* “■ 방송 : …”, “■ 방 송 : …”, “■ Program: …”: a programme stands behind the colon, in a list or
 * not. */
gboolean bul_programme_is_labelled (const char *text, gsize length);

/* Whether @text names the house or the sort of the page, as a programme is named in its head. */
gboolean bul_programme_is_house (const char *text, gsize length);

G_END_DECLS
