/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * An input method inside the test, which composes what it is told to. It behaves as ibus with
 * Hangul was seen to behave: when the focus leaves it commits, but only after a while; a reset
 * throws the syllable away.
 */

/* Milliseconds that each message takes; those of ibus take 6 to 14. */
#define FAKE_INPUT_DELAY 10

/* Before GTK is asked for an input method: every text of the process gets this one. */
void fake_input_install (void);

/* Whether a text has the focus, to which one can type. */
gboolean fake_input_has_focus (void);

/* Shows @syllable as being composed where the focus is; it follows the one before. */
void fake_input_compose (const char *syllable);

/* What is being composed, or %NULL. */
const char *fake_input_get_composing (void);

/* Whether it commits at once when the focus leaves, as ibus does where the syllable is its own. */
void fake_input_set_prompt (gboolean prompt);

/* Whether it says nothing when the focus leaves: what it composed is never heard of again. */
void fake_input_set_silent (gboolean silent);

/*
 * The answer to a key comes in two messages, which nothing that happens here calls back: first
 * @syllable is being composed, or with %NULL nothing is; then @text, if any, goes into the text.
 */
void fake_input_answer (const char *syllable, const char *text);
