/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-read-time.h"

G_BEGIN_DECLS

/**
 * DeskReadTime:
 *
 * How long the scripts of a document take on air, kept while they are edited.
 *
 * Signal: `changed` (), after each step, when others read, and when all is measured.
 */
#define DESK_TYPE_READ_TIME (desk_read_time_get_type ())
G_DECLARE_FINAL_TYPE (DeskReadTime, desk_read_time, DESK, READ_TIME, GObject)

DeskReadTime *desk_read_time_new (BulHistory *history);

/* @paces: (transfer full) */
void desk_read_time_set_paces (DeskReadTime *self, BulPaces *paces);

/* Whether all blocks are measured; of a long script they are soon after it was opened. Who asks for
 * a time before that waits. */
gboolean desk_read_time_is_ready (DeskReadTime *self);

/* Borrowed, for as long as nothing is set. */
const BulPaces *desk_read_time_get_paces (DeskReadTime *self);
BulReadTime *desk_read_time_get_time (DeskReadTime *self); /* of the original */
BulReadTime *desk_read_time_get_time_of (DeskReadTime *self, const char *script);

G_END_DECLS
