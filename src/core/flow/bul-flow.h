/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-import.h"
#include "bul-store.h"

G_BEGIN_DECLS

/* Verbs that need two rooms, for the command and the window alike. All are synchronous. */

/* The library that is used when none is named: $XDG_DATA_HOME/bulletin-desk/library.bulletin. */
char *bul_flow_dup_library_path (void);

/* Who is at work: $BULLETIN_AUTHOR, else the account's full name, else its login. */
char *bul_flow_dup_author (void);

/* How many bytes a file of this name may have; our own XML carries its sources. */
gsize bul_flow_get_limit (const char *name);

/* @path “-” is standard input. Errors name the file, say what is safe and what to do. */
BulImport *bul_flow_read_file (const char *path, const BulImportOptions *options, GError **error);

/* What became of a story that was read. */
typedef enum
{
  BUL_FLOW_KEPT_KNOWN,   /* the library had it already */
  BUL_FLOW_KEPT_NEW,     /* it came into the library */
  BUL_FLOW_KEPT_FURTHER, /* the library had it, and went on with what the file has */
} BulFlowKept;

/*
 * Keeps what was read: each new story with its first revision by @by. A story that the library
 * already has (the same source bytes, or the same uid) is not stored again; where a file of our own
 * XML goes on from the revision that the library has, the library goes on to it. Where each has
 * revisions that the other has not: %BUL_ERROR_CONFLICT, and nothing is changed on either side.
 *
 * @uids: (out) (optional) (transfer full): for each story of @import the uid under which the
 * library has it; @n_new: (out) (optional): how many of them came into it, or further on.
 */
gboolean bul_flow_keep (
    BulStore *store, BulImport *import, const char *by, GStrv *uids, guint *n_new, GError **error);

/*
 * Returns: (transfer full): the story as it was saved, proven by the hash of its last revision;
 * %BUL_ERROR_DAMAGED where it is not that any more. What is shown, exported or worked at comes from
 * here, so that a changed byte is never taken for a word.
 */
BulStory *bul_flow_load (BulStore *store, const char *uid, GError **error);

/*
 * What a save leaves until it is durable: what was confirmed teaches, and what stories are found by
 * is put in order. Each time some of it is done; what could not be is done another time.
 */
void bul_flow_tend (BulStore *store);

/*
 * Makes the next revision of @history and saves it, and tends the library; the revision compares.
 * FALSE: nothing was lost. Where it is %BUL_ERROR_CONFLICT, what was done is in the library as
 * well, as a journal.
 */
gboolean bul_flow_save (
    BulStore *store, BulHistory *history, const char *by, const char *summary, GError **error);

/* Returns: (transfer full): @story in @format (`xml`, `text`), checked. */
GBytes *bul_flow_export (const BulStory *story, const char *format, GError **error);

/* Returns: (transfer full): a file name for @story in @format, safe on every file system. */
char *bul_flow_dup_export_name (const BulStory *story, const char *format);

/* Returns: (transfer full): the same for a folder of the bulletin that @story belongs to: its date
 * and programme. */
char *bul_flow_dup_bulletin_name (const BulStory *story);

/*
 * Checks a library whole: the file, the sources, and for each story that its text and all that is
 * said about it is what the chain of hashes says, revision by revision. Tells @func what is wrong.
 */
gboolean bul_flow_check (BulStore *store, BulStoreCheckFunc func, gpointer data, GError **error);

/* Validates an XML file of ours. @findings gets what is wrong with it; FALSE only where it can't be
 * read at all or the gate refuses it. */
gboolean bul_flow_validate_file (const char *path, GPtrArray *findings, GError **error);

G_END_DECLS
