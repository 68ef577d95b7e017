/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-style.h"

/* Everything is black on white, so that what is copied and faxed can be read as well. */
const BulPrintLook bul_print_looks[BUL_N_PRINT_STYLES] = {
  [BUL_PRINT_STYLE_HEADLINE]
  = { 21, 25, 1.3, 6, 4, .bold = TRUE, .leads = TRUE, .balanced = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_SMALL] = { 9.5, 11, 1.45, 3, 3, .dim = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_SECTION]
  = { 10, 12, 1.5, 20, 6, 0, BUL_PRINT_RULE_BEHIND, .dim = TRUE, .leads = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_LABEL]
  = { 11, 13.5, 1.4, 12, 2, .bold = TRUE, .leads = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_READ] = { 14, 18, 1.7, 9, 9, .is_script = TRUE },
  [BUL_PRINT_STYLE_CUE] = { 11, 13.5, 1.5, 9, 9, .dim = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_VOICE]
  = { 12, 14.5, 1.5, 15, 2, 14, BUL_PRINT_RULE_BESIDE, .leads = TRUE, .is_script = TRUE },
  [BUL_PRINT_STYLE_BITE] = { 14, 18, 1.62, 15, 15, 14, BUL_PRINT_RULE_BESIDE, .is_script = TRUE },
  /* behind the script */
  [BUL_PRINT_STYLE_HEADING]
  = { 11, 12.5, 1.6, 30, 4, 0, BUL_PRINT_RULE_ABOVE, .bold = TRUE, .leads = TRUE },
  [BUL_PRINT_STYLE_USE]
  = { 9.5, 11, 1.5, 9, 1, 14, BUL_PRINT_RULE_HEAVY, .bold = TRUE, .leads = TRUE },
  [BUL_PRINT_STYLE_NOTICE] = { 12, 14, 1.55, 2, 9, 14, BUL_PRINT_RULE_HEAVY },
  [BUL_PRINT_STYLE_ON_AIR] = { 14, 18, 1.65, 2, 9, 14, BUL_PRINT_RULE_HEAVY },
  [BUL_PRINT_STYLE_ENTRY] = { 11, 12.5, 1.5, 7, 1, .leads = TRUE },
  [BUL_PRINT_STYLE_REASON] = { 10, 11.5, 1.5, 1, 4 },
  [BUL_PRINT_STYLE_SPEAKER] = { 11, 13, 1.6, 3, 3 },
};
