/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-finder.h"

G_BEGIN_DECLS

/**
 * DeskNoHits:
 *
 * Says that nothing was found, and what would be without each part of the query.
 *
 * Signal: `removed` (start, end), the range of the part in what was typed.
 */
#define DESK_TYPE_NO_HITS (desk_no_hits_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoHits, desk_no_hits, DESK, NO_HITS, AdwBin)

/* @cancellable: ends what is counted for it */
void desk_no_hits_show (DeskNoHits *self,
                        DeskFinder *finder,
                        const DeskQuestion *question,
                        GCancellable *cancellable);

G_END_DECLS
