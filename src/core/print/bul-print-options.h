/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-paper.h"

G_BEGIN_DECLS

/* How stories are printed. */
typedef struct
{
  BulPaper paper;
  gboolean large;     /* type for reading from further away */
  GDateTime *printed; /* when, as each page tells; borrowed */
} BulPrintOptions;

G_END_DECLS
