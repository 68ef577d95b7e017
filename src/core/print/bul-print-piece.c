/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-piece.h"

BulPrintPiece *
bul_print_piece_new (BulPrintStyle style, BulPrintText *text)
{
  BulPrintPiece *self = g_new0 (BulPrintPiece, 1);

  self->style = style;
  self->text = text;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
bul_print_piece_free (BulPrintPiece *self)
{
  if (self == NULL)
    return;
  bul_print_text_free (self->text);
  g_array_unref (self->numbers);
  g_free (self->tag);
  g_free (self);
}

void
bul_print_piece_add_number (BulPrintPiece *self, guint number)
{
  g_array_append_val (self->numbers, number);
}
