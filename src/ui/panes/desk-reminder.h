/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskReminder:
 *
 * A line that says what is still to be done, with a button that begins it; unseen where nothing is.
 *
 * Properties: `icon-name`; `button`, the words on it; `action`, the name of what it does.
 */
#define DESK_TYPE_REMINDER (desk_reminder_get_type ())
G_DECLARE_FINAL_TYPE (DeskReminder, desk_reminder, DESK, REMINDER, AdwBin)

/* @words: (nullable): plain text; %NULL: nothing is to be done. */
void desk_reminder_set_words (DeskReminder *self, const char *words);

G_END_DECLS
