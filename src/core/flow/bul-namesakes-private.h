/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Who of @other, the same news in the other language, is who of @story by the sound of the name:
 * Koreans by how Koreans spell their names, others by their last name. A speaker that might be two,
 * or two that might be one, are left out, and so is who has no name.
 *
 * Returns: (transfer full) (element-type utf8 utf8): key of a speaker of @other → key of one of
 * @story
 */
GHashTable *bul_namesakes_match (const BulStory *story, const BulStory *other);

/* Whether both are ways to write one name, in Hangul and in Latin letters. */
gboolean bul_namesakes_are_same (const char *korean, const char *english);

G_END_DECLS
