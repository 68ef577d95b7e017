/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Moves a correction on: a draft is approved, what is approved is published, and either, or what
 * was published, may be withdrawn. One step. With the first that is published the story becomes
 * corrected, and the notices whose corrections are all published are so too; with the last that is
 * withdrawn it is no longer corrected. No record goes, and no words of the script are put back.
 *
 * %BUL_ERROR_REFUSED, and nothing is changed: the correction is not at the state before, or it is
 * to be published while words read otherwise than they were aired and nobody has said why.
 */
gboolean bul_publisher_move (BulHistory *history,
                             const char *correction,
                             BulCorrectionState state,
                             const char *by,
                             GError **error);

G_END_DECLS
