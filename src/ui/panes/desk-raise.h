/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-corrector.h"
#include "desk-document.h"

G_BEGIN_DECLS

/**
 * DeskRaise:
 *
 * “Raise a correction”: what was said, what is right, what sort of error, why. What the public will
 * be told is written while the hands type. Closed without raising it keeps what was typed, and
 * shows it again for the same words.
 *
 * The same popover changes what was said of a correction that is not published yet.
 *
 * Signals:
 * - raised (const char *key): after the correction became part of the story
 * - amended (const char *key): after one was changed
 */
#define DESK_TYPE_RAISE (desk_raise_get_type ())
G_DECLARE_FINAL_TYPE (DeskRaise, desk_raise, DESK, RAISE, GtkPopover)

GtkWidget *desk_raise_new (void);

/* Opens about the words of @passage, pointing at @area of the parent; @by is who is at work. @was:
 * (nullable): what they read before hands put them right. */
void desk_raise_open (DeskRaise *self,
                      DeskDocument *document,
                      const BulPassage *passage,
                      const char *was,
                      const GdkRectangle *area,
                      const char *by);

/* Opens about the correction @key, which may be amended; its words stay. */
void desk_raise_amend (DeskRaise *self,
                       DeskDocument *document,
                       const char *key,
                       const GdkRectangle *area,
                       const char *by);

/* The key that says yes: goes to what is missing, or raises. FALSE where it is not open. */
gboolean desk_raise_yes (DeskRaise *self);

G_END_DECLS
