/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-commands.h"

#include <string.h>

/* To add a command: a file cli-NAME.c and a row here. */
const CliCommand cli_commands[] = {
  { "parse", "FILE…", "Read scripts and show what was understood; nothing is stored",
    "encoding repair json", cli_parse },
  { "align", "KO EN", "Find which sentences of a Korean and an English text say the same",
    "encoding library dictionary lines json tsv tmx xliff xliff12", cli_align },
  /* what changes the library */
  { "import", "PATH…", "Keep scripts, stories in XML, or folders of them in the library",
    "library encoding repair changed by json", cli_import },
  { "correct", "UID", "Correct words of a story and record what was wrong and why",
    "library was now class weight found-by reason by block json", cli_correct },
  { "replace", "UID", "Replace words throughout a story",
    "library find with word regex case particles dry-run by json", cli_replace },
  { "approve", "UID CORRECTION", "Approve a correction", "library by json", cli_approve },
  { "publish", "UID CORRECTION", "Mark an approved correction as published", "library by json",
    cli_publish },
  { "withdraw", "UID CORRECTION", "Withdraw a correction; its record stays", "library by json",
    cli_withdraw },
  { "accept", "UID [N…]", "Say of changes that they are right: those with these numbers, or all",
    "library by", cli_accept },
  { "reject", "UID N", "Put back what a change took the place of", "library by", cli_reject },
  { "speakers", "UID", "List the speakers of a story; rename, merge, give or hide one",
    "library rename name title merge into anonymous give block text apart by json", cli_speakers },
  { "pair", "UID [UID]",
    "Pair the sentences of a story's two scripts, the second from a counterpart",
    "library confirm least unlink join split left-out added dictionary by json", cli_pair },
  { "people", "[QUERY…]", "List who is heard in all stories; show, name, merge, link people",
    "library limit korean english also family note by json", cli_people },
  { "tag", "add|remove|list|undo|redo|receipts [WORD…]",
    "Give stories, or words of one, a tag; take it away; list them; undo or redo a deed",
    "library query dry-run block find by json", cli_tag },
  { "vocabulary", "list|show|add|label|move|merge|retire|import|export [WORD…]",
    "Show, change, import or export what stories are tagged with",
    "library korean english also note match parent format output by json", cli_vocabulary },
  { "air", "UID", "Mark a story as aired, as it is; later changes will need a reason",
    "library at by json", cli_air },
  { "restore", "UID REVISION", "Make a new revision that reads as an old one", "library by json",
    cli_restore },
  { "conflicts", "[UID]", "Show edits that are in no revision; take them, or drop them",
    "library take drop by json", cli_conflicts },
  /* what reads it */
  { "list", "", "List the stories of the library", "library json", cli_list },
  { "find", "[QUERY…]", "Find stories by their words, the newest first",
    "library limit best count saved save forget list-saved by json", cli_find },
  { "register", "[QUERY…]", "List every correction over all stories, and what is due",
    "library class state programme since until late csv xlsx json", cli_register },
  { "stats", "[QUERY…]", "Count what is found: by month, programme, speaker, tag and correction",
    "library chart csv svg png json", cli_stats },
  { "show", "UID", "Show a story: its lines, speakers and corrections",
    "library times rate-ko rate-en json", cli_show },
  { "history", "UID", "List the revisions of a story", "library json", cli_history },
  { "diff", "UID [A [B]]",
    "Show what differs between revisions: the last two, A and the last, A and B", "library json",
    cli_diff },
  { "changes", "UID", "Show what differs from the text that was aired, or from the first, and why",
    "library json", cli_changes },
  { "pairs", "UID", "List which sentences of a story's two scripts say the same",
    "library tsv json", cli_pairs },
  { "stale", "[UID]", "List confirmed pairs of which one side was changed since", "library json",
    cli_stale },
  { "memory", "list|find|import|export|forget|recall [WORD…]",
    "Find, import, export or forget pairs of sentences that were confirmed",
    "library limit output by json", cli_memory },
  { "terms", "list|find|import|forget|recall [WORD…]",
    "Find, import or forget what a desk has agreed to call things in either language",
    "library limit encoding name by json", cli_terms },
  { "notice", "UID", "Print the notices of a story for the page or the air",
    "library lang use json", cli_notice },
  { "export", "UID…", "Write stories as XML or as text",
    "library format query as-aired output json", cli_export },
  { "print", "UID…", "Set stories for paper, each on pages of its own, as a PDF",
    "library output large paper json", cli_print },
  /* what checks and saves */
  { "validate", "FILE…", "Check XML files of ours against their schema", "library json",
    cli_validate },
  { "fsck", "", "Check the library: every story, hash and source", "library json", cli_fsck },
  { "backup", "[FILE]", "Copy the library, into a folder beside it where no file is named",
    "library json", cli_backup },
  { "salvage", "DAMAGED FRESH", "Read a damaged library into a new one, as far as possible",
    "by json", cli_salvage },
  /* what explains */
  { "help", "[TOPIC]", "Explain a command, or a topic such as “findings”", "json", cli_help },
};

const guint cli_n_commands = G_N_ELEMENTS (cli_commands);

const CliCommand *
cli_commands_find (const char *name)
{
  for (guint i = 0; i < cli_n_commands; i++)
    if (strcmp (cli_commands[i].name, name) == 0)
      return &cli_commands[i];
  return NULL;
}
