/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * An input method inside the test, which composes what it is told to. It behaves as ibus with
 * Hangul was seen to behave: when the focus leaves it commits, but only after a while; a reset
 * throws the syllable away.
 */

/* Before GTK is asked for an input method: every text of the process gets this one. */
void fake_input_install (void);

/* Whether a text has the focus, to which one can type. */
gboolean fake_input_has_focus (void);

/* Shows @syllable as being composed where the focus is; it follows the one before. */
void fake_input_compose (const char *syllable);

/* What is being composed, or %NULL. */
const char *fake_input_get_composing (void);
