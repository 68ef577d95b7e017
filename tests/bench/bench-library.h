/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A library of made-up stories as an archive has them: people are heard in each, often the same
 * ones; every twentieth is corrected, three in five have an English script, all were aired. The
 * same numbers give the same stories.
 */

/* @n_lines: of each story. Prints how fast they were saved. */
void bench_library_make (const char *path, guint n_stories, guint n_lines);

G_END_DECLS
