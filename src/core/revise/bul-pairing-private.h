/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pairing.h"

G_BEGIN_DECLS

/* Parts @link, a copy of one of the story: see bul_pairing_split(). @link: (transfer full) */
gboolean bul_pairing_part (BulHistory *history,
                           BulLink *link,
                           guint n_korean,
                           guint n_english,
                           const char *by,
                           GError **error);

G_END_DECLS
