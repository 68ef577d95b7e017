/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A dialog that tells how long work ended, and of each thing that did not go as it should.
 * @entries (element-type utf8): a line for the thing, and below it what there is to say.
 */
GtkWidget *desk_report_new (GtkWindow *parent,
                            const char *heading,
                            const char *body,
                            const GPtrArray *entries);

G_END_DECLS
