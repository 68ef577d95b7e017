/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-segment.h"

G_BEGIN_DECLS

/**
 * DeskTermForm:
 *
 * What the desk is to call something in either language.
 *
 * Signal: `done` (korean, english), neither of them empty.
 */
#define DESK_TYPE_TERM_FORM (desk_term_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskTermForm, desk_term_form, DESK, TERM_FORM, GtkPopover)

GtkWidget *desk_term_form_new (void);

/* @words: (nullable): what it is called in @language, as a script has it. */
void desk_term_form_open (DeskTermForm *self, BulLanguage language, const char *words);

G_END_DECLS
