/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-register.h"

G_BEGIN_DECLS

/* What rows of the register say in words. All are (transfer full). */

/* The sort of error, or of the public act where no error is told. */
char *desk_register_dup_class (const BulRegisterRow *row);

/* The day something is due in few letters, and that it is late; empty where nothing is. */
char *desk_register_dup_due (const BulRegisterRow *row);

/* What is due by when, as a sentence; %NULL where nothing is. */
char *desk_register_dup_due_words (const BulRegisterRow *row);

/* The whole row, for a screen reader. */
char *desk_register_dup_words (const BulRegisterRow *row);

/* How many of @rows (element-type BulRegisterRow) are late, and of what kinds; %NULL where none is.
 */
char *desk_register_dup_late (const GPtrArray *rows);

G_END_DECLS
