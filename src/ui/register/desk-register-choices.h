/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-register-filter.h"

G_BEGIN_DECLS

/**
 * DeskRegisterChoices:
 *
 * What the register is narrowed to, a button each: days, programme, class, state, who raised it.
 *
 * Signal: `changed` (), when a person chose something else.
 */
#define DESK_TYPE_REGISTER_CHOICES (desk_register_choices_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegisterChoices, desk_register_choices, DESK, REGISTER_CHOICES, GtkWidget)

/* Lists what there is to choose from in @rows (element-type BulRegisterRow), seen from @today. What
 * is chosen stays so. */
void
desk_register_choices_show (DeskRegisterChoices *self, const GPtrArray *rows, const char *today);

/* Says in @filter what is chosen; what is no choice stays as it is. */
void desk_register_choices_read (DeskRegisterChoices *self, DeskRegisterFilter *filter);

/* Everything is chosen again, without a signal. */
void desk_register_choices_clear (DeskRegisterChoices *self);

/* Chooses a month (YYYY-MM) and a class, without a signal. */
void desk_register_choices_choose (DeskRegisterChoices *self, const char *month, guint error_class);

G_END_DECLS
