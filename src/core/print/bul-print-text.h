/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-print-story.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_PRINT_MARK_GONE,  /* words that went since the story was aired */
  BUL_PRINT_MARK_CAME,  /* words that came */
  BUL_PRINT_MARK_NOTED, /* words on which a correction stands */
  BUL_PRINT_MARK_BOLD,
  BUL_PRINT_MARK_DIM,
} BulPrintMarkKind;

/* What is to be seen on some of the words. */
typedef struct
{
  BulPrintMarkKind kind;
  guint start; /* bytes */
  guint end;
  const char *reason; /* key of the correction that accounts for it, or NULL; of the story */
} BulPrintMark;

/* Words with the marks on them. */
typedef struct
{
  GString *words;
  GArray *marks; /* of BulPrintMark, in the order in which they were made */
} BulPrintText;

BulPrintText *bul_print_text_new (void);
void bul_print_text_free (BulPrintText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPrintText, bul_print_text_free)

void bul_print_text_append (BulPrintText *self, const char *words);
void bul_print_text_append_marked (BulPrintText *self, BulPrintMarkKind kind, const char *words);
void bul_print_text_mark (BulPrintText *self, BulPrintMarkKind kind, guint start);

/* Appends bytes @start to @end of @other with what of its marks is on them. */
void
bul_print_text_append_slice (BulPrintText *self, const BulPrintText *other, guint start, guint end);

/* Whether some of these bytes were changed: not as a part of a line that came or went whole. */
gboolean bul_print_text_is_changed (const BulPrintText *self, guint start, guint end);

/*
 * The words of @line as they read now, with those that went since it was aired still among them, a
 * change after the other. @places: (out): for each code point of the line now, and its end, the
 * byte where a part that begins with it begins: what went in favour of it is before it there.
 */
BulPrintText *
bul_print_text_of_line (const BulPrintStory *story, const BulPrintLine *line, GArray **places);

G_END_DECLS
