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

/* The same of all labels within @widget that wrap, now and whenever they change; what is markup in
 * them stays so. For the pages of libadwaita, whose labels are its own. */
void desk_label_keep_words_within (GtkWidget *widget);

G_END_DECLS
