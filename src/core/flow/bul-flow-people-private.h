/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-people.h"

G_BEGIN_DECLS

/* (element-type BulFlowPerson): the most heard first. Borrowed. */
const GPtrArray *bul_flow_people_get_all (const BulFlowPeople *self);

G_END_DECLS
