/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-named-head-private.h"

G_BEGIN_DECLS

/* Adds where the sentences of @block name the speaker, beside the @places that were found. */
void bul_named_words (GPtrArray *places,
                      const BulBlock *block,
                      const BulParts *parts,
                      const BulNamedNames *names);

G_END_DECLS
