/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-label-private.h"

G_BEGIN_DECLS

/* Reads a turn of a talk that begins with a sign, `▷ 이름/앵커: words` or `◆ 이름> words`; FALSE
 * for what is no such turn, and of @out nothing holds. */
gboolean bul_talk_read (BulAttribution *out, BulSlice text);

G_END_DECLS
