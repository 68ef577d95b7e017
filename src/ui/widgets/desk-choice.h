/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskChoice:
 *
 * A button that says what something is narrowed to, and lists what else it can be.
 *
 * Property: `title`, of what is chosen: “Programme”. Signal: `chosen` (), when a person chose
 * something else.
 */
#define DESK_TYPE_CHOICE (desk_choice_get_type ())
G_DECLARE_FINAL_TYPE (DeskChoice, desk_choice, DESK, CHOICE, AdwBin)

/* What can be chosen. @key: (nullable): all of them */
typedef struct
{
  char *key;
  char *label;
} DeskChoiceOption;

/* Returns: (transfer full): an array for such options, which frees them with it. */
GPtrArray *desk_choice_options_new (void);
void desk_choice_options_add (GPtrArray *options, const char *key, const char *label);

/* @options: (transfer full): shown in their order. What is chosen stays so, and is among them
 * though they do not have it. */
void desk_choice_take_options (DeskChoice *self, GPtrArray *options);

/* Chooses without saying so. @label: (nullable): what it is called, where no option has the key */
void desk_choice_choose (DeskChoice *self, const char *key, const char *label);

/* Borrowed; %NULL where all are meant. */
const char *desk_choice_get_chosen (DeskChoice *self);

G_END_DECLS
