/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-look.h"

G_BEGIN_DECLS

/*
 * A page may bundle several stories: under numbered headings, under lines in capitals, each with
 * `Title:`, or one lead after the other.
 *
 * @looks: (element-type BulLook): the page's lines that are not blank
 * Returns: (transfer full) (element-type guint): where each story begins; the first is 0
 */
GArray *bul_bundle_split (const GArray *looks);

G_END_DECLS
