/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bul-comparison.h"

G_BEGIN_DECLS

/* What differs between two versions of a story: one JSON object a line and thing. */
void cli_comparison_print_json (const BulComparison *comparison, const char *uid);

/* The same for people: [-words that went-]{+words that came+} inside the lines that changed. */
void cli_comparison_print (const BulComparison *comparison);

/* Adds member `runs`: where the words of a line changed, in code points of both versions. */
void cli_comparison_add_runs (JsonBuilder *builder, const GArray *runs);

/* Returns: (transfer full): the words of both with their changes marked. */
char *cli_comparison_mark (const char *was, const char *now, const GArray *runs);

G_END_DECLS
