/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * A story made at random from the tables of fields: any word of a vocabulary, any optional field
 * said or not, texts with all that XML must escape. It is whole: keys are its own, references lead
 * somewhere, spans stand on their words.
 */
BulStory *xml_stories_make (GRand *rand);

/* One with a name of its own and one revision, as an import leaves it. */
BulStory *xml_stories_make_saved (guint32 seed);

/* Whether a story without this field is no story. */
gboolean xml_stories_is_required (const BulRecordType *type, const BulField *field);

/* The sample of tests/data/xml, with @to where it has @from (%NULL: as it is). */
GBytes *xml_stories_load_sample (const char *from, const char *to);

G_END_DECLS
