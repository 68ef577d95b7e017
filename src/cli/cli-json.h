/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bul-import.h"
#include "bul-store.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Adds member @name with @value, null where it is not known. */
void cli_json_string (JsonBuilder *builder, const char *name, const char *value);
/* The same for words of a block, whose inner line ends become line feeds. */
void cli_json_words (JsonBuilder *builder, const char *name, const char *value);
void cli_json_number (JsonBuilder *builder, const char *name, gint64 value);

/* What reading one file gave, as `parse --json` prints it. */
void cli_json_import (JsonBuilder *builder, const BulImport *import, const char *path);

/* One story as `parse` tells it. */
void cli_json_story (JsonBuilder *builder, const BulStory *story);

/* The same with what a library knows besides; the object is left open for more. */
void cli_json_begin_record (JsonBuilder *builder, const BulStory *story);

/* What a list shows of a story, as members of an object. */
void cli_json_row (JsonBuilder *builder, const BulStoreRow *row);

void cli_json_findings (JsonBuilder *builder, const GPtrArray *findings);

/* Prints what @builder holds as one line. */
void cli_json_print (JsonBuilder *builder);

G_END_DECLS
