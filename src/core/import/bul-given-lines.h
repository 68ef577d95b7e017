/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import-lines.h"
#include "bul-stamp.h"

G_BEGIN_DECLS

/* Lines taken out of a file with a structure, one after the other, for bul_import_lines(). They are
 * numbered as they come: where such a file has line ends of its own, these say nothing. */
typedef struct _BulGivenLines BulGivenLines;

BulGivenLines *bul_given_lines_new (void);
void bul_given_lines_free (BulGivenLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulGivenLines, bul_given_lines_free)

/*
 * Adds @text in normal form, its blanks and line ends made single spaces; @kind and @section are as
 * in BulGivenLine.
 *
 * Returns: the line's number; 0 for a text that is blank, which is no line.
 */
guint
bul_given_lines_add (BulGivenLines *self, const char *text, BulBlockKind kind, BulSection section);

/* Adds a line that gives a time of the story: @printed says it in @text, which is more. */
void bul_given_lines_add_stamp (BulGivenLines *self,
                                const char *text,
                                BulStampKind kind,
                                const char *at,
                                const char *zone,
                                const char *printed);

/* The same for the line with @number, which becomes a line of that kind; 0 for a time that no line
 * prints. */
void bul_given_lines_make_stamp (BulGivenLines *self,
                                 guint number,
                                 BulStampKind kind,
                                 const char *at,
                                 const char *zone,
                                 const char *printed);

guint bul_given_lines_get_length (const BulGivenLines *self);

/* The line with @number, from 1, to be read or changed until the next is added. */
BulGivenLine *bul_given_lines_get (BulGivenLines *self, guint number);

/* Adds what the lines give to @import, see bul_import_lines().
 * Returns: (transfer none): the first story that they give. */
BulStory *bul_given_lines_read (const BulGivenLines *self, BulImport *import);

/* The same of the lines from number @first to the one before @end: a page of their own. */
BulStory *
bul_given_lines_read_some (const BulGivenLines *self, BulImport *import, guint first, guint end);

G_END_DECLS
