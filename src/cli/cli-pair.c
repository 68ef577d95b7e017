/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-flow-counterpart.h"
#include "bul-flow-pair.h"
#include "bul-flow.h"
#include "bul-pairing.h"
#include "cli-command.h"
#include "cli-json.h"

/* --- which pairs */

/* The key of pair @number, as “pairs” counts them; %NULL with an error. */
static const char *
find_key (const BulStory *story, guint64 number, GError **error)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);

  if (number >= 1 && number <= links->len)
    return ((BulLink *) links->pdata[number - 1])->key;
  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               "There is no pair %" G_GUINT64_FORMAT "; there are %u. Nothing was changed. "
               "“bulletin pairs” lists them.",
               number, links->len);
  return NULL;
}

static gboolean
is_sure_enough (const CliOptions *options, const BulLink *link)
{
  return options->least == NULL
         || bul_link_get_confidence (link) >= g_ascii_strtod (options->least, NULL);
}

static void
add_by_state (const CliOptions *options, const BulStory *story, BulLinkState state, GPtrArray *keys)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);

  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      if (link->state == state && is_sure_enough (options, link))
        g_ptr_array_add (keys, g_strdup (link->key));
    }
}

/* One number, or two with a hyphen between. */
static gboolean
add_range (const CliOptions *options,
           const BulStory *story,
           const char *range,
           GPtrArray *keys,
           GError **error)
{
  g_auto (GStrv) ends = g_strsplit (range, "-", 2);
  guint64 first;
  guint64 last;

  if (!g_ascii_string_to_unsigned (ends[0] == NULL ? "" : ends[0], 10, 1, G_MAXINT, &first, NULL)
      || !g_ascii_string_to_unsigned (ends[0] == NULL || ends[1] == NULL ? range : ends[1], 10,
                                      first, G_MAXINT, &last, NULL))
    {
      cli_usage_error (error, "“%s” is no number of a pair; say 3, 1,4-6, all, or stale.", range);
      return FALSE;
    }
  for (guint64 i = first; i <= last; i++)
    {
      const char *key = find_key (story, i, error);

      if (key == NULL)
        return FALSE;
      if (is_sure_enough (options, bul_pairs_find (story, key)))
        g_ptr_array_add (keys, g_strdup (key));
    }
  return TRUE;
}

static gboolean
confirm (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) ranges = g_strsplit (options->confirm, ",", -1);

  for (guint i = 0; ranges[i] != NULL; i++)
    {
      if (strcmp (ranges[i], "all") == 0)
        add_by_state (options, story, BUL_LINK_AUTOMATIC, keys);
      else if (strcmp (ranges[i], "stale") == 0)
        add_by_state (options, story, BUL_LINK_STALE, keys);
      else if (!add_range (options, story, ranges[i], keys, error))
        return FALSE;
    }
  g_ptr_array_add (keys, NULL);
  return bul_pairing_confirm (history, (const char *const *) keys->pdata, by, error);
}

/* --- other deeds */

static gboolean
unlink_pair (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  const char *key = find_key (bul_history_get_story (history), (guint64) options->unlink, error);
  g_autofree char *own = g_strdup (key);

  return own != NULL && bul_pairing_unlink (history, own, by, error);
}

static gboolean
join (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *key = g_strdup (find_key (story, (guint64) options->join, error));
  g_autofree char *next
      = key == NULL ? NULL : g_strdup (find_key (story, (guint64) options->join + 1, error));

  return next != NULL && bul_pairing_merge (history, key, next, by, error);
}

static gboolean
split (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  g_auto (GStrv) words = g_strsplit (options->split, ":", -1);
  guint64 numbers[3];
  g_autofree char *key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_strv_length (words) != G_N_ELEMENTS (numbers)
        || !g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT, &numbers[i], NULL))
      {
        cli_usage_error (error, "--split takes three numbers, such as 4:1:1, not “%s”.",
                         options->split);
        return FALSE;
      }
  key = g_strdup (find_key (bul_history_get_story (history), numbers[0], error));
  return key != NULL
         && bul_pairing_split (history, key, (guint) numbers[1], (guint) numbers[2], by, error);
}

static gboolean
leave_out (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  g_autofree char *key
      = g_strdup (find_key (bul_history_get_story (history), (guint64) options->left_out, error));

  return key != NULL && bul_pairing_leave_alone (history, key, BUL_LANGUAGE_KOREAN, by, error);
}

static gboolean
add (const CliOptions *options, BulHistory *history, const char *by, GError **error)
{
  g_autofree char *key
      = g_strdup (find_key (bul_history_get_story (history), (guint64) options->added, error));

  return key != NULL && bul_pairing_leave_alone (history, key, BUL_LANGUAGE_ENGLISH, by, error);
}

typedef gboolean (*Deed) (const CliOptions *options,
                          BulHistory *history,
                          const char *by,
                          GError **error);

/* Which deed was asked for, with what a revision says of it. */
static gboolean
choose_deed (const CliOptions *options, Deed *deed, const char **summary, GError **error)
{
  const struct
  {
    gboolean asked;
    Deed deed;
    const char *summary;
  } deeds[] = {
    { options->confirm != NULL, confirm, "Pairs confirmed" },
    { options->unlink > 0, unlink_pair, "A pair taken apart" },
    { options->join > 0, join, "Pairs joined" },
    { options->split != NULL, split, "A pair parted" },
    { options->left_out > 0, leave_out, "Sentences left out" },
    { options->added > 0, add, "Sentences added" },
  };

  *deed = NULL;
  *summary = "Sentences paired";
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      if (!deeds[i].asked)
        continue;
      if (*deed != NULL)
        {
          cli_usage_error (error, "“pair” does one thing at a time: --confirm, --unlink, --join, "
                                  "--split, --left-out or --added.");
          return FALSE;
        }
      *deed = deeds[i].deed;
      *summary = deeds[i].summary;
    }
  if (options->least != NULL && options->confirm == NULL)
    {
      cli_usage_error (error, "--least goes with --confirm.");
      return FALSE;
    }
  return TRUE;
}

/* --- the command */

static void
tell (const CliOptions *options, const BulStory *story, gboolean saved)
{
  BulPairsCount count = bul_pairs_count (story);
  guint revision = bul_story_get_revision_number (story);

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_json_string (builder, "uid", story->uid);
      cli_json_number (builder, "revision", revision);
      cli_json_number (builder, "links", count.n_links);
      cli_json_number (builder, "confirmed", count.n_confirmed);
      cli_json_number (builder, "stale", count.n_stale);
      cli_json_number (builder, "doubtful", count.n_doubtful);
      json_builder_end_object (builder);
      cli_json_print (builder);
      return;
    }
  g_print ("%.8s: %u pairs, confirmed: %u, stale: %u, doubtful: %u; ", story->uid, count.n_links,
           count.n_confirmed, count.n_stale, count.n_doubtful);
  if (saved)
    g_print ("saved as revision %u.\n", revision);
  else
    g_print ("nothing was changed.\n");
}

/* The deed and what follows from it are one step. */
static gboolean
work (const CliOptions *options,
      BulHistory *history,
      Deed deed,
      const GPtrArray *lexicons,
      const char *by,
      GError **error)
{
  gboolean fresh = bul_history_get_story (history)->links->len == 0;
  gboolean done;

  bul_history_begin (history, "Pair sentences");
  done = (deed != NULL && !fresh) || bul_flow_pair (history, lexicons, error);
  if (done && deed != NULL)
    done = deed (options, history, by, error) && bul_flow_pair (history, lexicons, error);
  bul_history_end (history);
  return done;
}

/* Where the story has one language only, the story that may be the other is named. */
static gboolean
has_both (BulStore *store, const BulStory *story, GError **error)
{
  g_autoptr (GPtrArray) found = bul_flow_counterparts (store, story, error);
  const BulFlowCounterpart *best = found == NULL || found->len == 0 ? NULL : found->pdata[0];
  const char *headline = best == NULL ? NULL : bul_story_get_headline (best->story);
  g_autofree char *shown = headline == NULL ? NULL : cli_printable (headline);

  if (best == NULL)
    return found != NULL;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Story %.8s has one language only. Its other language may be %.8s, “%s” (%d %%): "
               "“bulletin pair %.8s %.8s” takes it in. Nothing was changed.",
               story->uid, best->story->uid, shown == NULL ? "" : shown,
               (int) (best->score * 100 + 0.5), story->uid, best->story->uid);
  return FALSE;
}

static gboolean
take_counterpart (const CliOptions *options, BulStore *store, BulHistory *history, GError **error)
{
  g_autoptr (BulStory) other
      = options->arguments[1] == NULL ? NULL : cli_load_story (store, options->arguments[1], error);

  if (options->arguments[1] == NULL)
    return has_both (store, bul_history_get_story (history), error);
  return other != NULL && bul_flow_counterpart_take (history, other, error);
}

CliStatus
cli_pair (const CliOptions *options, GError **error)
{
  g_autofree char *by = options->by != NULL ? g_strdup (options->by) : bul_flow_dup_author ();
  g_autoptr (GPtrArray) lexicons = NULL;
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulHistory) history = NULL;
  const char *summary;
  Deed deed;
  BulStory *story;
  gboolean modified;

  if (options->arguments[1] != NULL && options->arguments[2] != NULL)
    return cli_usage_error (error, "“pair” takes a story, or two of which the second is taken into "
                                   "the first.");
  if (!choose_deed (options, &deed, &summary, error))
    return CLI_USAGE;
  store = cli_open_library (options, BUL_STORE_READ_WRITE, error);
  story = store == NULL ? NULL : cli_load_story (store, options->arguments[0], error);
  if (story == NULL)
    return CLI_IO;
  history = bul_history_new (story);
  lexicons = bul_flow_pair_read_lexicons (store, options->dictionary, error);
  if (lexicons == NULL || !take_counterpart (options, store, history, error)
      || !work (options, history, deed, lexicons, by, error))
    return CLI_REFUSED;
  modified = bul_history_is_modified (history);
  if (modified && !bul_flow_save (store, history, by, summary, error))
    return CLI_REFUSED;
  tell (options, story, modified);
  return CLI_DONE;
}
