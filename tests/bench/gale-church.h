/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aligned-texts.h"

G_BEGIN_DECLS

/*
 * The textbook way to compare with: by the lengths in characters alone (Gale and Church 1993), with
 * their six kinds of beads, their shares and their variance. The ratio of the lengths is the text's
 * own.
 *
 * Returns: (transfer full) (element-type BulAlignedLink)
 */
GPtrArray *gale_church_align (const AlignedText *text);

G_END_DECLS
