/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-spoken.h"

G_BEGIN_DECLS

/* @rate: syllables or words a minute. */
typedef void (*DeskMeasured) (guint rate, gpointer data);

/*
 * Shows words to be read aloud and takes the time. @done is called with the rate where the person
 * takes it; not where @owner is gone by then. @owner is handed to @done.
 */
GtkWidget *
desk_measure_open (GtkWindow *parent, BulSpoken language, DeskMeasured done, GObject *owner);

/* The rate at which @text was read in @seconds, within what is possible. */
guint desk_measure_rate (const char *text, BulSpoken language, double seconds);

G_END_DECLS
