/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Scripts for tests that need many: the gold ones of tests/data/import, and others made from a
 * seed in the same shapes, with words that mean nothing.
 */

/* Returns: (transfer full) (element-type filename): every script of @folder, tests/data/import, in
 * order. */
GPtrArray *script_maker_list_gold (const char *folder);

GBytes *script_maker_load (const char *path);

/* Returns: (transfer full) (element-type GBytes): the same, loaded. */
GPtrArray *script_maker_load_gold (const char *folder);

/* Appends a whole page to @text: head, lead, report or live cross, tail; of @n_body lines or so
 * that are read aloud. */
void script_maker_append_page (GString *text, GRand *rand, guint n_body);

/* Appends one line of a report: a sentence, or a soundbite. */
void script_maker_append_line (GString *text, GRand *rand);

/* One of the things that hands type or paste and that change how lines are read: marks, brackets,
 * stamps, the head of a second copy, lines that belong to the page. Any @i will do. */
const char *script_maker_get_piece (guint i);

G_END_DECLS
