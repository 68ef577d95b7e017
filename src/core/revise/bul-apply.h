/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Applies one edit to @story, and nothing that follows from it. An edit made for another text is
 * refused whole: better no undo than a wrong one (%BUL_ERROR_CONFLICT).
 */
gboolean bul_apply_edit (BulStory *story, const BulEdit *edit, GError **error);

G_END_DECLS
