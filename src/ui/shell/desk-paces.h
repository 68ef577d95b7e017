/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-pace.h"

G_BEGIN_DECLS

/* Returns: (transfer full): who reads how fast, as the preferences say; @settings may be %NULL. */
BulPaces *desk_paces_new (GSettings *settings);

/* Calls @changed with @object, and nothing else, whenever who reads how fast may be another. */
void desk_paces_watch (GSettings *settings, GCallback changed, gpointer object);

/* Presenters by name, in the order in which they were added. */
typedef struct
{
  char *name;
  BulPace pace;
} DeskPresenter;

/* Returns: (transfer full) (element-type DeskPresenter) */
GPtrArray *desk_paces_list_presenters (GSettings *settings);
void desk_paces_store_presenters (GSettings *settings, const GPtrArray *presenters);

/* Returns: (transfer full): a new one at the usual pace. */
DeskPresenter *desk_presenter_new (const char *name, BulPace pace);

/* Returns: (transfer full) (nullable): who presents @programme. */
char *desk_paces_dup_presenter_of (GSettings *settings, const char *programme);

/* @presenter: (nullable): %NULL for nobody in particular. */
void
desk_paces_set_presenter_of (GSettings *settings, const char *programme, const char *presenter);

/* Whoever presented a programme as @before presents it as @after, or nobody where that is %NULL. */
void desk_paces_rename (GSettings *settings, const char *before, const char *after);

G_END_DECLS
