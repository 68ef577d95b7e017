/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-view.h"

G_BEGIN_DECLS

/**
 * DeskLinkStrip:
 *
 * Between two scripts: which sentences of them are a pair, and how sure that is. Shape tells as
 * well as colour. It paints what its two views show, and only that.
 *
 * Signals: `pressed` (key) on a disc; `menu` (key, x, y) where its menu is asked for.
 */
#define DESK_TYPE_LINK_STRIP (desk_link_strip_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkStrip, desk_link_strip, DESK, LINK_STRIP, GtkWidget)

/* Borrowed: the Korean and the English text. Either may be hidden. */
void desk_link_strip_set_views (DeskLinkStrip *self, DeskView *korean, DeskView *english);

/* @document: %NULL shows nothing. The pairs are read again. */
void desk_link_strip_set_document (DeskLinkStrip *self, DeskDocument *document);
void desk_link_strip_refresh (DeskLinkStrip *self);

/* The pairs whose sides do not say the same of a fact. @links: (transfer full): set of keys */
void desk_link_strip_set_differing (DeskLinkStrip *self, GHashTable *links);

/* @key: (nullable). @words: what it is, for those who do not see it. */
void desk_link_strip_set_active (DeskLinkStrip *self, const char *key, const char *words);

/* Where the disc of a pair is painted; %FALSE where it is not seen. */
gboolean desk_link_strip_find (DeskLinkStrip *self, const char *key, double *x, double *y);

G_END_DECLS
