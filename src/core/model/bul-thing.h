/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/* The types of record that an edit may add or remove, by the name of their element; or %NULL. */
const BulRecordType *bul_thing_type_for_element (const char *element);

G_END_DECLS
