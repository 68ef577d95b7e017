/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Shows @text as it is, never as markup. Pango would break a line between any two syllables of
 * Korean: words with Hangul are kept whole, as the script keeps them. The label's other attributes
 * stay. An empty @text hides the label.
 */
void desk_label_set_text (GtkLabel *label, const char *text);

G_END_DECLS
