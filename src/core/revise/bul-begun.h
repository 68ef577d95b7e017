/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * A story that is begun here, from no file and beside no other language, has the language of its
 * first words, whatever it was begun with. Once there are more than a few, it is what somebody
 * says.
 *
 * Returns: (transfer full) (nullable): what @edit, which was applied just now, entails for the
 * language of the script.
 */
BulEdit *bul_begun_follow (const BulStory *story, const BulEdit *edit);

G_END_DECLS
