/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BUL_PLACE_WORDS 8

/* A place as it is named in either language, and in what other words it is meant; these answer a
 * name but are none themselves. */
typedef struct
{
  const char *korean[BUL_PLACE_WORDS];
  const char *korean_also[BUL_PLACE_WORDS];
  const char *english[BUL_PLACE_WORDS];
  const char *english_also[BUL_PLACE_WORDS];
} BulPlace;

extern const BulPlace bul_places_countries[];
extern const guint bul_places_n_countries;
extern const BulPlace bul_places_cities[];
extern const guint bul_places_n_cities;

/* The city or country whose name begins at @at, where a word does: a number of its own for each; or
 * -1. */
gint bul_places_find (const char *at, gboolean is_korean);

/* In bul-known-names.c: others whose name stands for nobody else's. */
extern const BulPlace bul_known_people[];
extern const BulPlace bul_known_firms[];
extern const BulPlace bul_known_bodies[];
extern const guint bul_known_n_people;
extern const guint bul_known_n_firms;
extern const guint bul_known_n_bodies;

G_END_DECLS
