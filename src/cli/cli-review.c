/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bul-aired.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "bul-relined.h"
#include "bul-reviewer.h"
#include "cli-command.h"

/* The change that @argument names by its number in the list of “changes”; %NULL with an error. */
static BulTracked *
find_change (const GPtrArray *changes, const char *argument, GError **error)
{
  guint64 n = 0;

  if (!g_ascii_string_to_unsigned (argument, 10, 1, G_MAXUINT, &n, NULL) || n > changes->len)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "There is no change “%s”; there are %u. Nothing was changed. “bulletin changes” "
                   "lists them.",
                   argument, changes->len);
      return NULL;
    }
  return changes->pdata[n - 1];
}

static gboolean
accept (BulHistory *history,
        const BulStory *base,
        const GPtrArray *changes,
        const char *const *numbers,
        const char *by,
        GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; numbers[0] == NULL && i < changes->len; i++)
    g_ptr_array_add (chosen, changes->pdata[i]);
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      BulTracked *change = find_change (changes, numbers[i], error);

      if (change == NULL)
        return FALSE;
      g_ptr_array_add (chosen, change);
    }
  return bul_reviewer_accept (history, bul_story_get_revision_number (base), chosen, by, error);
}

static gboolean
reject (BulHistory *history,
        const BulStory *base,
        const GPtrArray *changes,
        const char *const *numbers,
        const char *by,
        GError **error)
{
  const BulTracked *change = NULL;

  if (numbers[0] == NULL || numbers[1] != NULL)
    {
      cli_usage_error (error, "Name one change; rejecting one may give the others other numbers.");
      return FALSE;
    }
  change = find_change (changes, numbers[0], error);
  return change != NULL && bul_reviewer_reject (history, base, change, by, error);
}

typedef gboolean (*Deed) (BulHistory *history,
                          const BulStory *base,
                          const GPtrArray *changes,
                          const char *const *numbers,
                          const char *by,
                          GError **error);

static CliStatus
review (const CliOptions *options, Deed deed, const char *summary, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (BulStore) store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  BulStory *story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  g_autoptr (BulHistory) history = story == NULL ? NULL : bul_history_new (story);
  g_autoptr (BulStory) base
      = history == NULL
            ? NULL
            : bul_relined_take (bul_history_make_past (history, bul_aired_get_base (story), error),
                                story);
  g_autoptr (GPtrArray) changes = base == NULL ? NULL : bul_tracked_list (base, story);

  if (changes == NULL)
    return CLI_IO;
  if (!deed (history, base, changes, (const char *const *) options->arguments + 1, by, error))
    return CLI_REFUSED;
  if (!bul_history_is_modified (history))
    {
      g_print ("%.8s: there was nothing to review.\n", story->uid);
      return CLI_DONE;
    }
  if (!bul_flow_save (store, history, by, summary, error))
    return CLI_REFUSED;
  g_print ("%.8s: saved as revision %u.\n", story->uid, bul_story_get_revision_number (story));
  return CLI_DONE;
}

CliStatus
cli_accept (const CliOptions *options, GError **error)
{
  return review (options, accept, "Changes accepted", error);
}

CliStatus
cli_reject (const CliOptions *options, GError **error)
{
  return review (options, reject, "A change rejected", error);
}
