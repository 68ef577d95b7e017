/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-salvage.h"

G_BEGIN_DECLS

/*
 * Salvages a damaged library into a fresh one that takes its place: @func is told of each story as
 * by bul_flow_salvage(). The damaged file is kept beside it, under the name that is returned. On
 * failure the damaged library is where it was. Nobody may have it open.
 */
char *bul_flow_renew (
    const char *path, const char *by, BulFlowSalvageFunc func, gpointer data, GError **error);

G_END_DECLS
