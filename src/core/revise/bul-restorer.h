/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Makes the story read as another version of it, in one step that undo takes back: its lines and
 * what they are, facts, speakers, notes and tags. What has been said in public stays: corrections
 * and notices are never taken away by this, nor is the state; corrections stand on their words as
 * these read now.
 *
 * @base: (nullable): the version that both come from. Corrections and notices that @version has
 * added since then are added, under keys that are free; what it changed in others is changed where
 * the story has not done so itself.
 */
gboolean bul_restorer_take (BulHistory *history,
                            const BulStory *version,
                            const BulStory *base,
                            const char *what,
                            GError **error);

G_END_DECLS
