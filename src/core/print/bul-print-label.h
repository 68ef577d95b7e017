/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-text.h"

G_BEGIN_DECLS

/*
 * Parts a soundbite or a turn: who is heard, with the name bold and without the brackets, slashes
 * and colons that only part it from the words; and the words. Whatever else is in the line stays,
 * and so does a bracket that was changed since air. Either may be empty.
 *
 * @merged, @places: of bul_print_text_of_line() for a line whose text now is @block's.
 */
void bul_print_label_part (const BulBlock *block,
                           const BulPrintText *merged,
                           const GArray *places,
                           BulPrintText *label,
                           BulPrintText *words);

G_END_DECLS
