/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-flow-counterpart.h"
#include "bul-flow-memory.h"
#include "bul-pace.h"
#include "bul-paper.h"
#include "desk-document.h"
#include "desk-finder.h"
#include "desk-people-deed.h"
#include "desk-people-reader.h"
#include "desk-trouble.h"

G_BEGIN_DECLS

/**
 * DeskLibrary:
 *
 * The library as the window knows it: a list of stories and the documents that are open. All that
 * takes time runs on threads of one queue each: `writer` has the only connection that writes,
 * `reader` has one that only reads, `bulk` reads and writes files. Only copies cross over. The
 * day's backup is made on a fourth, which nothing else waits for.
 *
 * There is one document for a story, whoever asks for it, and it stays with its undo until the
 * library is closed. What is done to it is in the library's journal within a second.
 *
 * Signals: `followed` (), when the rows were brought up to date because another program had
 * written; `replaced` (document, by), when a document has given way to another of the same story,
 * or to the one that is opened next, where @by is %NULL: what is typed in it from here on is kept
 * by nobody; `troubled` (), when its trouble is another, or none; `moved` (), when it is another
 * file by now, and has to be listed; `listed` (), when the rows were read; `preparing` (n_left),
 * while stories are made ready to be found; `people-changed` (), when something was decided on
 * people here.
 */
#define DESK_TYPE_LIBRARY (desk_library_get_type ())
G_DECLARE_FINAL_TYPE (DeskLibrary, desk_library, DESK, LIBRARY, GObject)

/* @author is who is at work. */
DeskLibrary *desk_library_new (const char *path, const char *author);

/* Begins to open the file, and makes it where it is not there, while a window is built for it. What
 * is wrong with it is told to whoever asks for something. */
void desk_library_open_early (DeskLibrary *self);

const char *desk_library_get_path (DeskLibrary *self);

/* Who is said to have made what is saved from now on. ::author-changed tells of another. */
const char *desk_library_get_author (DeskLibrary *self);
void desk_library_set_author (DeskLibrary *self, const char *author);

/* Of DeskStoryRow, newest first; empty until it was listed. Of a large library only the newest by
 * their day, those that came last, and what is open. */
GListModel *desk_library_get_rows (DeskLibrary *self);

/* Whether the rows are all stories that there are. */
gboolean desk_library_lists_all (DeskLibrary *self);

/* A story to be among the rows from the next time that they are listed, however old it is, if it is
 * there. Each window wants its own. */
void desk_library_want (DeskLibrary *self, const char *uid);

/* Makes the library file where there is none, and brings the rows up to date. */
void desk_library_list_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean desk_library_list_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* How long a story takes on air, as it was saved as this revision; 0 for one that cannot be read.
 */
typedef struct
{
  guint revision;
  double seconds;
} DeskLength;

/* @paces: (transfer full). Measures the originals of @uids. */
void desk_library_measure_async (DeskLibrary *self,
                                 const char *const *uids,
                                 BulPaces *paces,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* Returns: (transfer full) (element-type DeskLength): one for each, in their order */
GArray *desk_library_measure_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

void desk_library_open_async (DeskLibrary *self,
                              const char *uid,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Returns: (transfer full) */
DeskDocument *desk_library_open_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/*
 * Saves a revision, where something was changed. It has ended when the words are on the disk. The
 * document's save state tells how it stands; %BUL_ERROR_CONFLICT is a newer revision by someone
 * else.
 */
void desk_library_save_async (DeskLibrary *self,
                              DeskDocument *document,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean desk_library_save_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* The same, as what went on air just now: the revision is marked, and never written over. Its end
 * is told by desk_library_save_finish(). */
void desk_library_air_async (DeskLibrary *self,
                             DeskDocument *document,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* What a save leaves, once it is durable: it has ended when what was saved until now is found by
 * what it says. */
void desk_library_tend_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data);

/* What is wrong with the library although its stories can be read; %NULL where all is well. */
const GError *desk_library_get_trouble (DeskLibrary *self, DeskTroubleWhen *when);

/* It was told, and can wait. */
void desk_library_leave_trouble (DeskLibrary *self);

/* Why what was typed is not on the disk, where the document's save state says so; and until when
 * (ISO 8601) everything is. Both may be %NULL. */
const GError *desk_library_get_failure (DeskDocument *document);
const char *desk_library_get_safe_time (DeskDocument *document);

/* Whether this is the document that others get who open the story. */
gboolean desk_library_has_document (DeskLibrary *self, DeskDocument *document);

/* Writes the library to @path, where nothing may be yet, and goes on there: unsaved edits go along.
 * It can be asked for whenever the stories can be read. */
void desk_library_move_async (DeskLibrary *self,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* The same, where the file used to be before it was gone; or beside it, if something else is there
 * by now. */
void
desk_library_put_back_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data);

/* Goes on with another library, or one that is begun there. Nothing may be unsaved. */
void desk_library_use_async (DeskLibrary *self,
                             const char *path,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* Of the three above. It is in desk_library_get_path() then. */
gboolean desk_library_move_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* What became of the stories of a damaged library. */
typedef struct
{
  char *aside; /* where the damaged file is now */
  guint n_whole;
  guint n_part;
  guint n_lost;
  GPtrArray *notes; /* of utf8: of those that are not whole, for people */
} DeskSalvaged;

void desk_salvaged_free (DeskSalvaged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSalvaged, desk_salvaged_free)

/* Puts a fresh library with all that can be read in the place of the damaged one. */
void
desk_library_salvage_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data);
DeskSalvaged *desk_library_salvage_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Writes a copy of the library to @path, where nothing may be yet. */
void desk_library_copy_async (DeskLibrary *self,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean desk_library_copy_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Returns: (transfer container) (element-type DeskDocument): what has edits since its last
 * revision, and everything where the library's file is gone. */
GPtrArray *desk_library_list_unsaved (DeskLibrary *self);

/* Takes the unsaved edits of the document out of the library's journal: they are wanted by nobody.
 * It may not be shown any more. */
void desk_library_discard (DeskLibrary *self, DeskDocument *document);

/* Keeps the document, unsaved edits and all, as a story of its own beside the one in the library,
 * which is shown as it is there the next time it is opened. Finish returns the copy's uid. */
void desk_library_save_copy_async (DeskLibrary *self,
                                   DeskDocument *document,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *desk_library_save_copy_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/*
 * Settles edits that are in no revision: @take makes them the next one, else they are dropped.
 * Finish returns the uid of the story, which is read anew when it is opened next.
 */
void desk_library_settle_async (DeskLibrary *self,
                                DeskDocument *document,
                                const BulJournal *journal,
                                gboolean take,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* The same of the document's own edits, which someone else saved before: it is read anew either
 * way. */
void desk_library_settle_own_async (DeskLibrary *self,
                                    DeskDocument *document,
                                    gboolean take,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Of both. */
char *desk_library_settle_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Reads the document's story as the library has it now. */
void desk_library_load_stored_async (DeskLibrary *self,
                                     DeskDocument *document,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Returns: (transfer full) */
BulStory *desk_library_load_stored_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* What became of a text that was to be kept; of files see desk-import.h. */
typedef struct
{
  GPtrArray *uids; /* of utf8: every story that was in them, new or not */
  guint n_new;
  GPtrArray *failures; /* of utf8: what could not be kept, and why */
} DeskImported;

void desk_imported_free (DeskImported *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImported, desk_imported_free)

void desk_library_import_text_async (DeskLibrary *self,
                                     const char *text,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
DeskImported *desk_library_import_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Keeps a story of today with one empty line, to be written. @language: `ko` or `en`; ended by
 * desk_library_import_finish(). */
void desk_library_begin_story_async (DeskLibrary *self,
                                     const char *language,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Writes the story as it stands, whole or not at all. */
void desk_library_export_async (DeskLibrary *self,
                                DeskDocument *document,
                                const char *format,
                                const char *path,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean desk_library_export_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Writes the story as a PDF of such sheets. */
/* Which story may be the other language of @document: the likeliest, or %NULL without an error. */
void desk_library_find_counterpart_async (DeskLibrary *self,
                                          DeskDocument *document,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
BulFlowCounterpart *
desk_library_find_counterpart_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* At most @n entries of the translation memory that are like @words by @least per cent or more, see
 * bul_flow_memory_find(). */
void desk_library_find_memory_async (DeskLibrary *self,
                                     BulLanguage language,
                                     const char *words,
                                     guint least,
                                     guint n,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Returns: (transfer full) (element-type BulFlowMatch): the best first */
GPtrArray *
desk_library_find_memory_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

void desk_library_print_async (DeskLibrary *self,
                               DeskDocument *document,
                               const BulPaper *paper,
                               gboolean large,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean desk_library_print_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Reads the register of corrections, as it is saved. */
void desk_library_read_register_async (DeskLibrary *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (element-type BulRegisterRow): the latest aired first */
GPtrArray *
desk_library_read_register_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Writes rows of the register as a table, whole or not at all. @rows: (element-type
 * BulRegisterRow): nobody may change them any more. @format: csv or xlsx */
void desk_library_write_register_async (DeskLibrary *self,
                                        GPtrArray *rows,
                                        const char *format,
                                        const char *path,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
desk_library_write_register_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Makes today's backup where there is none yet. However often it is asked for, it is tried once,
 * and a failure is told to whoever asked first. */
void
desk_library_back_up_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean desk_library_back_up_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

/* Looks for stories of the library on a thread of its own. Borrowed. */
DeskFinder *desk_library_get_finder (DeskLibrary *self);

/* Reads who is heard in the library, on threads of its own. Borrowed. */
DeskPeopleReader *desk_library_get_people (DeskLibrary *self);

/* Writes what was decided on people, takes it back, and does it again. No story is changed. */
void desk_library_decide_async (DeskLibrary *self,
                                DeskPeopleDeed *deed,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void desk_library_undecide_async (DeskLibrary *self,
                                  gint64 receipt,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void desk_library_redecide_async (DeskLibrary *self,
                                  gint64 receipt,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Of all three. @receipt: (out) (nullable): 0 where nothing was to be done. */
gboolean desk_library_decide_finish (DeskLibrary *self,
                                     GAsyncResult *result,
                                     gint64 *receipt,
                                     GError **error);

/* Makes all stories ready to be found, between saves, where an earlier program did not; @anew where
 * what they are found by is damaged. */
typedef enum
{
  DESK_PREPARE_REST,
  DESK_PREPARE_ANEW,
} DeskPrepare;

void desk_library_prepare (DeskLibrary *self, DeskPrepare how);

/* Waits for everything that is still to be written. Nothing may be asked of it afterwards. */
void desk_library_close (DeskLibrary *self);

G_END_DECLS
