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
 * Refused where the story has a script in that language already, or a language is not known;
 * nothing is changed then.
 */
gboolean bul_counterpart_take (BulHistory *history, const BulStory *other, GError **error);

G_END_DECLS
