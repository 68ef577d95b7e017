/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-notice.h"
#include "bul-speaker.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * What stands on paper beside the words of the story. It is in the language of the script, not in
 * that of whoever prints it: the sheet goes into other hands.
 */
typedef enum
{
  BUL_PRINT_LANGUAGE_EN,
  BUL_PRINT_LANGUAGE_KO,
  BUL_N_PRINT_LANGUAGES,
} BulPrintLanguage;

typedef enum
{
  BUL_PRINT_WORD_PRINTED,  /* takes a time */
  BUL_PRINT_WORD_REVISION, /* takes a number */
  BUL_PRINT_WORD_UNSAVED,
  BUL_PRINT_WORD_CORRECTIONS,
  BUL_PRINT_WORD_NEEDS_REASON,
  BUL_PRINT_WORD_NOTICES,
  BUL_PRINT_WORD_SPEAKERS,
  BUL_PRINT_WORD_NOT_NAMED,
  BUL_PRINT_WORD_FURNITURE, /* takes a number */
  BUL_PRINT_WORD_EMPTY,
  BUL_N_PRINT_WORDS,
} BulPrintWord;

BulPrintLanguage bul_print_language_of (const BulScript *script);

const char *bul_print_word (BulPrintLanguage language, BulPrintWord word);

/* What has no word, such as a section that is not known, is "". */
const char *bul_print_word_for_section (BulPrintLanguage language, BulSection section);
const char *bul_print_word_for_state (BulPrintLanguage language, BulStoryState state);
const char *bul_print_word_for_class (BulPrintLanguage language, BulClass error_class);
const char *bul_print_word_for_correction (BulPrintLanguage language, BulCorrectionState state);
const char *bul_print_word_for_role (BulPrintLanguage language, BulSpeakerRole role);
const char *bul_print_word_for_use (BulPrintLanguage language, BulNoticeUse use);

/* Returns: (transfer full): a day, `YYYY-MM-DD`, as the language writes it; other words as they
 * are. */
char *bul_print_words_dup_day (BulPrintLanguage language, const char *day);

/* Returns: (transfer full): day and minute. */
char *bul_print_words_dup_time (BulPrintLanguage language, GDateTime *time);

G_END_DECLS
