/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-store.h"

G_BEGIN_DECLS

/* What a run of the command ends with. */
typedef enum
{
  CLI_DONE = 0,
  CLI_FINDINGS = 1,
  CLI_USAGE = 2,
  CLI_IO = 3,
  CLI_DAMAGED = 4,
  CLI_REFUSED = 5,
  CLI_INTERRUPTED = 130, /* as of any program that Ctrl+C ended */
} CliStatus;

/* Everything that was said on the command line; see cli-options.c. Borrowed by the commands. */
typedef struct
{
  GStrv arguments; /* what is left after the options: files, uids */
  char *library;
  char *encoding;
  gboolean repair;
  gboolean changed;
  char *was;
  char *now;
  char *error_class;
  char *weight;
  char *found_by;
  char *reason;
  char *find;
  char *with;
  char *by;
  char *language;
  char *use;
  char *format;
  char *output;
  char *paper;
  char *take;
  char *drop;
  char *at;
  char *name;
  char *title;
  char *text;
  char *state;
  char *programme;
  char *since;
  char *until;
  char *csv;
  char *xlsx;
  char *svg;
  char *png;
  char *chart;
  gboolean late;
  char *korean;
  char *english;
  char *also;
  char *family;
  char *note;
  int block;
  int rename; /* numbers of speakers; 0: none */
  int merge;
  int into;
  int anonymous;
  int give;
  int rate_ko; /* 0: the usual one */
  int rate_en;
  int limit; /* 0: the usual one */
  char *confirm;
  char *least;
  char *split;
  char *dictionary;
  char *query;
  char *saved;
  char *save;
  char *forget;
  char *match;
  char *parent;
  int unlink; /* numbers of pairs; 0: none */
  int join;
  int left_out;
  int added;
  gboolean tmx;
  gboolean xliff;
  gboolean xliff12;
  gboolean apart;
  gboolean times;
  gboolean word;
  gboolean regex;
  gboolean same_case;
  gboolean particles;
  gboolean dry_run;
  gboolean as_aired;
  gboolean large;
  gboolean best;
  gboolean count;
  gboolean list_saved;
  gboolean json;
  gboolean tsv;
  gboolean lines;
} CliOptions;

/* One command; see cli-commands.c for the table. */
typedef struct
{
  const char *name;
  const char *arguments; /* as shown in the usage; in brackets where they may be left out */
  const char *summary;
  const char *options; /* names of the options it takes, apart by blanks */
  CliStatus (*run) (const CliOptions *options, GError **error);
} CliCommand;

CliStatus cli_accept (const CliOptions *options, GError **error);
CliStatus cli_reject (const CliOptions *options, GError **error);
CliStatus cli_align (const CliOptions *options, GError **error);
CliStatus cli_parse (const CliOptions *options, GError **error);
CliStatus cli_import (const CliOptions *options, GError **error);
CliStatus cli_list (const CliOptions *options, GError **error);
CliStatus cli_find (const CliOptions *options, GError **error);
CliStatus cli_register (const CliOptions *options, GError **error);
CliStatus cli_stats (const CliOptions *options, GError **error);
CliStatus cli_show (const CliOptions *options, GError **error);
CliStatus cli_correct (const CliOptions *options, GError **error);
CliStatus cli_replace (const CliOptions *options, GError **error);
CliStatus cli_pair (const CliOptions *options, GError **error);
CliStatus cli_pairs (const CliOptions *options, GError **error);
CliStatus cli_memory (const CliOptions *options, GError **error);
CliStatus cli_terms (const CliOptions *options, GError **error);
CliStatus cli_stale (const CliOptions *options, GError **error);
CliStatus cli_notice (const CliOptions *options, GError **error);
CliStatus cli_export (const CliOptions *options, GError **error);
CliStatus cli_people (const CliOptions *options, GError **error);
CliStatus cli_print (const CliOptions *options, GError **error);
CliStatus cli_validate (const CliOptions *options, GError **error);
CliStatus cli_history (const CliOptions *options, GError **error);
CliStatus cli_diff (const CliOptions *options, GError **error);
CliStatus cli_restore (const CliOptions *options, GError **error);
CliStatus cli_conflicts (const CliOptions *options, GError **error);
CliStatus cli_approve (const CliOptions *options, GError **error);
CliStatus cli_publish (const CliOptions *options, GError **error);
CliStatus cli_withdraw (const CliOptions *options, GError **error);
CliStatus cli_air (const CliOptions *options, GError **error);
CliStatus cli_speakers (const CliOptions *options, GError **error);
CliStatus cli_changes (const CliOptions *options, GError **error);
CliStatus cli_backup (const CliOptions *options, GError **error);
CliStatus cli_salvage (const CliOptions *options, GError **error);
CliStatus cli_tag (const CliOptions *options, GError **error);
CliStatus cli_vocabulary (const CliOptions *options, GError **error);
CliStatus cli_fsck (const CliOptions *options, GError **error);
CliStatus cli_help (const CliOptions *options, GError **error);

/* The status for an error that a core room gave. */
CliStatus cli_status_of (const GError *error);

/* Returns @status after setting a usage error. */
CliStatus cli_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The same where @deed of @command, “find” of “terms”, takes from @least to @most words
 * (%G_MAXUINT: as many as there are) and was given @n. */
CliStatus cli_words_error (
    GError **error, const char *command, const char *deed, guint least, guint most, guint n);

#define CLI_ERROR (cli_error_quark ())
GQuark cli_error_quark (void);

/* Returns: (transfer full): --library, or the usual one. */
char *cli_dup_library_path (const CliOptions *options);

/* Opens it. Where it is to be written, today's backup is made first, or it is told that it could
 * not be. */
BulStore *cli_open_library (const CliOptions *options, BulStoreMode mode, GError **error);

/* The one story that the first argument names by its uid or the beginning of it. */
BulStory *cli_load_story (BulStore *store, const char *uid, GError **error);

/* What stands in a terminal as one line: control characters and what turns the direction are shown
 * as ?. */
char *cli_printable (const char *text);

G_END_DECLS
