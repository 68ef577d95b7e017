/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* `Q. 누가 냈습니까?`, `Q2: Why?`: the letter that a question begins with, its number and its sign;
 * empty where @line begins otherwise. And the same of an answer: `A: Because.` */
BulSlice bul_question_find (BulSlice line);
BulSlice bul_question_find_answer (BulSlice line);

G_END_DECLS
