/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/**
 * bul_proposals_take:
 * @proposals: (element-type BulLink): what the aligner thinks; segments and confidence count
 *
 * Makes these the automatic links of the story, as one step. One that is there already stays, with
 * its key; what a person said is not touched.
 */
gboolean bul_proposals_take (BulHistory *history, const GPtrArray *proposals, GError **error);

G_END_DECLS
