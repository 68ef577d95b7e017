/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words for the public with their heading, to be read and copied. Without words it is not seen. */
#define DESK_TYPE_NOTICE_TEXT (desk_notice_text_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoticeText, desk_notice_text, DESK, NOTICE_TEXT, GtkBox)

void desk_notice_text_set_title (DeskNoticeText *self, const char *title);
void desk_notice_text_set_text (DeskNoticeText *self, const char *text);
const char *desk_notice_text_get_text (DeskNoticeText *self);

G_END_DECLS
