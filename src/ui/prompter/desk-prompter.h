/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"
#include "desk-prompter-text.h"

G_BEGIN_DECLS

/**
 * DeskPrompter:
 *
 * A page that shows the words of a script to who reads them on air: the part, the time that is left
 * and the clock above, the words, and below what can be done, with its keys.
 *
 * Property: `document` (DeskDocument, may be %NULL). Signal: `left` (), when someone asks to leave
 * it; nothing is lost by that.
 */
#define DESK_TYPE_PROMPTER (desk_prompter_get_type ())
G_DECLARE_FINAL_TYPE (DeskPrompter, desk_prompter, DESK, PROMPTER, GtkWidget)

/* Makes the type known to templates. */
void desk_prompter_ensure (void);

GtkWidget *desk_prompter_new (void);

/* Where size, speed and mirror are kept; %NULL for nowhere. */
void desk_prompter_set_settings (DeskPrompter *self, GSettings *settings);

/* Lets the words roll, or stops them. */
void desk_prompter_run_or_stop (DeskPrompter *self);

/* The letters. */
void desk_prompter_larger (DeskPrompter *self);
void desk_prompter_smaller (DeskPrompter *self);
void desk_prompter_usual_size (DeskPrompter *self);

gboolean desk_prompter_get_mirrored (DeskPrompter *self);

/* Borrowed. */
DeskPrompterText *desk_prompter_get_text (DeskPrompter *self);

G_END_DECLS
