/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @name tells of someone without naming them: “이 모 씨”, “김○○”, “A씨”. */
gboolean bul_veil_covers (const char *name);

G_END_DECLS
