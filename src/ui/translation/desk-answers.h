/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-link.h"

G_BEGIN_DECLS

/* Borrowed: the keys of an action of the window, as GTK names them. */
typedef const char *const *(*DeskAnswersKeys) (const char *action, gpointer data);

/**
 * DeskAnswers:
 *
 * What there is to say to a pair as it is, each with its key.
 */
#define DESK_TYPE_ANSWERS (desk_answers_get_type ())
G_DECLARE_FINAL_TYPE (DeskAnswers, desk_answers, DESK, ANSWERS, GtkBox)

/* Where keys are asked for. */
void desk_answers_set_keys (DeskAnswers *self, DeskAnswersKeys get_keys, gpointer data);

/* @link may be %NULL: there is nothing to say. */
void desk_answers_show (DeskAnswers *self, const BulLink *link);

/* Returns: (transfer full): why the pair is what it is, in words; %NULL where that goes without
 * saying. */
char *desk_answers_dup_reason (const BulLink *link);

/* Returns: (transfer full): a key as it stands on keyboards: Ctrl+Enter. */
char *desk_answers_dup_key (const char *key);

G_END_DECLS
