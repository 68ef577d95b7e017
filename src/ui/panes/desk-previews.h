/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-correction.h"
#include "bul-history.h"

G_BEGIN_DECLS

/**
 * DeskPreviews:
 *
 * What the public will be told of a correction that is being raised: the line for the air in the
 * language of its words, and the notices in Korean and English. They are written from what is said
 * of the correction as it is said; what a person writes there instead stays.
 */
#define DESK_TYPE_PREVIEWS (desk_previews_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreviews, desk_previews, DESK, PREVIEWS, GtkBox)

/* One text for the air and two for the page. */
#define DESK_PREVIEWS_N_TEXTS 3

/* Begins anew. @language: of the line for the air, `ko` or `en`; @own: (array
 * fixed-size=DESK_PREVIEWS_N_TEXTS) (nullable): what a person wrote before, %NULL each where nobody
 * did. */
void desk_previews_begin (DeskPreviews *self, const char *language, char *const *own);

/* Of a @correction (a key) that is changed: what hands wrote into its notice. */
void desk_previews_begin_with (DeskPreviews *self,
                               const char *language,
                               const BulStory *story,
                               const char *correction);

/* Writes them for @correction, which need not be in @story. */
void
desk_previews_write (DeskPreviews *self, const BulStory *story, const BulCorrection *correction);

/* Returns: (transfer none) (nullable): what a person wrote as the text @number, from 0 on. */
const char *desk_previews_get_own (DeskPreviews *self, guint number);

/* Takes what is typed still. */
void desk_previews_settle (DeskPreviews *self);

/* Gives the notice of @correction, a key, what a person wrote here; what nobody wrote is written
 * from the correction. Inside a step, or as some. */
gboolean desk_previews_apply (DeskPreviews *self,
                              BulHistory *history,
                              const char *correction,
                              GError **error);

G_END_DECLS
