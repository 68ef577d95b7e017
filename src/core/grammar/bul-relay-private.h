/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-relay.h"

G_BEGIN_DECLS

/* A sentence in English, without its full stop. */
gboolean bul_relay_read_english (BulRelay *relay, BulSlice line);

G_END_DECLS
