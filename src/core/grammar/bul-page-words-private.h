/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @line speaks of the page that it stands on, or of whose it is, and not of the news. */
gboolean bul_page_words_has (BulSlice line);

G_END_DECLS
