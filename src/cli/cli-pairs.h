/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bul-link.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Adds what is known of one pair to an object that is open. @number: as “pairs” counts them. */
void cli_pairs_add (JsonBuilder *builder, const BulStory *story, const BulLink *link, guint number);

G_END_DECLS
