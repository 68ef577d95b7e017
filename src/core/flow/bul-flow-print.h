/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print.h"

G_BEGIN_DECLS

/* Adds a story to what is printed, with what changed since it was aired and why. */
gboolean bul_flow_print_add (BulPrint *print, const BulStory *story, GError **error);

G_END_DECLS
