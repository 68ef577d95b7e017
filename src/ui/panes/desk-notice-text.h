/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskNoticeText:
 *
 * Words for the public with their heading, to be read and copied. Without words it is not seen,
 * unless they may be changed: then they are typed right here, and a button gives them back to who
 * wrote them first.
 *
 * Signal: `worded` (const char *words; nullable: write them again), once the hands rest or leave.
 */
#define DESK_TYPE_NOTICE_TEXT (desk_notice_text_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoticeText, desk_notice_text, DESK, NOTICE_TEXT, GtkBox)

void desk_notice_text_set_title (DeskNoticeText *self, const char *title);
void desk_notice_text_set_text (DeskNoticeText *self, const char *text);
const char *desk_notice_text_get_text (DeskNoticeText *self);
void desk_notice_text_set_editable (DeskNoticeText *self, gboolean editable);
/* Whether a person wrote them. */
void desk_notice_text_set_by_hand (DeskNoticeText *self, gboolean by_hand);

/* Tells now what was typed and not told yet; or forgets it, for other words are to be shown. */
void desk_notice_text_settle (DeskNoticeText *self);
void desk_notice_text_forget (DeskNoticeText *self);

G_END_DECLS
