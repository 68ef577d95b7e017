/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The entry holds @text from now on, and forgets how what was there was typed: it became a deed,
 * which undo takes back as such.
 */
void desk_entry_set_text (GtkEntry *entry, const char *text);

G_END_DECLS
