/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-classifier.h"

G_BEGIN_DECLS

/*
 * Reads a list of lines, and after an edit those that it changes, until the classifier is in the
 * state in which it was: what is read then is what reading everything anew would give. Lines count
 * from 0; blank ones have their place and are passed over.
 */
typedef struct _BulLineReader BulLineReader;

BulLineReader *bul_line_reader_new (void);
void bul_line_reader_free (BulLineReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulLineReader, bul_line_reader_free)

void bul_line_reader_insert (BulLineReader *self, guint at, const char *text);
void bul_line_reader_change (BulLineReader *self, guint at, const char *text);
void bul_line_reader_remove (BulLineReader *self, guint at);

/* The line is read again although it did not change. */
void bul_line_reader_touch (BulLineReader *self, guint at);

/* @line: a place in the list */
typedef void (*BulLineReaderFunc) (guint line, const BulReading *reading, gpointer data);

/* Reads what changed since the last call, and tells @func of each line that is read. */
void bul_line_reader_read (BulLineReader *self, BulLineReaderFunc func, gpointer data);

/* What was changed since the last reading needs none. */
void bul_line_reader_settle (BulLineReader *self);

gboolean bul_line_reader_is_settled (const BulLineReader *self);

/* How many lines were read since the reader was made, however often each. */
guint64 bul_line_reader_get_n_read (const BulLineReader *self);

G_END_DECLS
