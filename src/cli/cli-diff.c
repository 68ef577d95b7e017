/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-past.h"
#include "cli-command.h"
#include "cli-comparison.h"

/* @default_number where nothing was said. */
static gboolean
read_number (const char *said, guint default_number, guint *number, GError **error)
{
  guint64 value = default_number;

  if (said != NULL && !g_ascii_string_to_unsigned (said, 10, 1, G_MAXUINT, &value, NULL))
    {
      cli_usage_error (error, "“%s” is no number of a revision.", said);
      return FALSE;
    }
  *number = (guint) value;
  return TRUE;
}

CliStatus
cli_diff (const CliOptions *options, GError **error)
{
  const char *first = options->arguments[1];
  const char *second = first == NULL ? NULL : options->arguments[2];
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulStory) story = NULL;
  g_autoptr (BulStory) was = NULL;
  g_autoptr (BulStory) now = NULL;
  g_autoptr (BulComparison) comparison = NULL;
  guint from;
  guint to;
  guint last;

  if (second != NULL && options->arguments[3] != NULL)
    return cli_usage_error (error, "“diff” takes one story and two revisions.");
  store = cli_open_library (options, BUL_STORE_READ_ONLY, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  last = bul_story_get_revision_number (story);
  if (!read_number (first, MAX (last, 2) - 1, &from, error)
      || !read_number (second, last, &to, error))
    return CLI_USAGE;
  was = bul_past_make (story, from, error);
  now = was == NULL ? NULL : bul_past_make (story, to, error);
  if (now == NULL)
    return CLI_REFUSED;
  comparison = bul_comparison_new (was, now);
  if (options->json)
    cli_comparison_print_json (comparison, story->uid);
  else
    {
      g_print ("%.8s  revision %u → %u\n", story->uid, from, to);
      cli_comparison_print (comparison);
    }
  return CLI_DONE;
}
