/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-fact.h"

#include "bul-enum.h"

const char *const bul_fact_kind_words[]
    = { NULL,      "number",   "date", "name",     "quote",
        "letters", "left-out", "term", "opposite", BUL_ENUM_END };

void
bul_fact_free (BulFact *self)
{
  if (self == NULL)
    return;
  g_free (self->here.text);
  g_free (self->there.text);
  g_free (self->proposal);
  g_free (self->wanted);
  g_free (self);
}
