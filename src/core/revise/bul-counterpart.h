/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Takes the script of @other, which is the same news in the other language, into the story: with
 * its speakers, its source and stamps, and all that is said about it. The anchor is one voice in
 * both languages, and so is the reporter, where either story has one. The past of @other stays
 * with it. One step, which must not be part of a larger one.
 *
 * @voices: (nullable) (element-type utf8 utf8): who else is the same: key of a speaker of @other →
 * key of one of the story
 *
 * Refused where the story has a script in that language already, or a language is not known;
 * nothing is changed then.
 */
gboolean bul_counterpart_take (BulHistory *history,
                               const BulStory *other,
                               GHashTable *voices,
                               GError **error);

/*
 * Adds an empty script in the language that the story lacks, Korean or English, with a line of the
 * same kind for each that the other has, in which the same speakers are heard. One step. Refused
 * where the story has both, or neither.
 */
gboolean bul_counterpart_add_empty (BulHistory *history, GError **error);

G_END_DECLS
