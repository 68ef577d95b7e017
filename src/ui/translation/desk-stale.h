/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-link.h"
#include "desk-band.h"

G_BEGIN_DECLS

/* What changed in a pair since somebody confirmed it. */

/* Returns: (transfer full): the question to put, with the words that changed: “Korean changed …”.
 */
char *desk_stale_dup_question (const BulLink *link);

/* Adds to @bands the words of @language that are others now; where none is, all of them: they may
 * say something else than the other side by now. */
void desk_stale_add_bands (const BulLink *link, BulLanguage language, GArray *bands);

G_END_DECLS
