/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* `Q. 누가 냈습니까?`: the letter that a studio's question begins with, and its stop; empty where
 * @line begins otherwise. */
BulSlice bul_question_find (BulSlice line);

G_END_DECLS
