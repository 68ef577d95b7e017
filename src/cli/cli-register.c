/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-enum.h"
#include "bul-file.h"
#include "bul-flow-register.h"
#include "bul-register.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-ready.h"

typedef struct
{
  BulRegisterFilter filter;
  char *since;
  char *until;
  char *today;
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->since);
  g_free (self->until);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static char *
dup_day (gint64 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/* The first or the last day of what was typed: a day, a month or a year. */
static gboolean
read_days (const char *typed, char **first, char **last, GError **error)
{
  gint64 first_day;
  gint64 last_day;

  if (typed == NULL)
    return TRUE;
  if (strstr (typed, "..") != NULL || !bul_query_read_date (typed, &first_day, &last_day))
    {
      cli_usage_error (error, "“%s” is no date such as 2026-03-18 or 2026-03.", typed);
      return FALSE;
    }
  if (first != NULL)
    *first = dup_day (first_day);
  if (last != NULL)
    *last = dup_day (last_day);
  return TRUE;
}

static gboolean
read_word (
    const char *typed, const char *option, const char *const *words, guint *value, GError **error)
{
  if (typed == NULL || bul_enum_from_word (words, typed, value))
    return TRUE;
  cli_usage_error (error, "“%s” is no value for --%s; see “bulletin register --help”.", typed,
                   option);
  return FALSE;
}

static gboolean
read_asked (Asked *self, const CliOptions *options, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint error_class = 0;
  guint state = 0;

  if (!read_word (options->error_class, "class", bul_class_words, &error_class, error)
      || !read_word (options->state, "state", bul_correction_state_words, &state, error)
      || !read_days (options->since, &self->since, NULL, error)
      || !read_days (options->until, NULL, &self->until, error))
    return FALSE;
  self->today = g_date_time_format (now, "%Y-%m-%d");
  self->filter = (BulRegisterFilter){
    .error_class = error_class,
    .state = state,
    .programme = options->programme,
    .since = self->since,
    .until = self->until,
    .late = options->late,
    .today = self->today,
  };
  return TRUE;
}

/* What stands in the column of classes. */
static const char *
get_class (const BulRegisterRow *row)
{
  return row->error_class == 0 ? row->kinds : bul_enum_to_word (bul_class_words, row->error_class);
}

static void
add_words (JsonBuilder *builder, const BulRegisterRow *row)
{
  cli_json_string (builder, "class", bul_enum_to_word (bul_class_words, row->error_class));
  cli_json_string (builder, "weight", bul_enum_to_word (bul_weight_words, row->weight));
  cli_json_string (builder, "state", bul_enum_to_word (bul_correction_state_words, row->state));
  cli_json_string (builder, "reads", bul_enum_to_word (bul_reads_words, row->reads));
  cli_json_string (builder, "found-by", bul_enum_to_word (bul_found_by_words, row->found_by));
  cli_json_string (builder, "kinds", row->kinds);
  cli_json_string (builder, "basis", bul_enum_to_word (bul_basis_words, row->basis));
}

static void
print_json (const BulRegisterRow *row)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_string (builder, "uid", row->uid);
  cli_json_string (builder, "key", row->key);
  cli_json_string (builder, "headline", row->headline);
  cli_json_string (builder, "programme", row->programme);
  cli_json_string (builder, "aired", row->aired);
  add_words (builder, row);
  cli_json_words (builder, "was", row->was);
  cli_json_words (builder, "now", row->now);
  cli_json_string (builder, "reason", row->reason);
  cli_json_string (builder, "by", row->by);
  cli_json_string (builder, "at", row->at);
  cli_json_string (builder, "approved-by", row->approved_by);
  cli_json_string (builder, "published-at", row->published_at);
  cli_json_string (builder, "targets", row->targets);
  cli_json_string (builder, "due", bul_enum_to_word (bul_due_words, row->due));
  cli_json_string (builder, "due-on", row->due_on);
  json_builder_set_member_name (builder, "late");
  json_builder_add_boolean_value (builder, row->late);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

static void
print_text (const BulRegisterRow *row)
{
  const char *state = bul_enum_to_word (bul_correction_state_words, row->state);
  g_autofree char *headline = cli_printable (row->headline == NULL ? "" : row->headline);
  g_autofree char *was = cli_printable (row->was == NULL ? "" : row->was);
  g_autofree char *now = cli_printable (row->now == NULL ? "" : row->now);
  g_autofree char *reason = cli_printable (row->reason == NULL ? "" : row->reason);
  g_autofree char *aired = cli_printable (row->aired == NULL ? "–" : row->aired);

  g_print ("%.8s %-3s  %-10s  %-11s  %-9s  %s\n", row->uid, row->key, aired,
           get_class (row) == NULL ? "–" : get_class (row), state == NULL ? "–" : state, headline);
  if (row->error_class != 0)
    g_print ("  “%s” → “%s”%s%s\n", was, now, *reason == '\0' ? "" : ": ", reason);
  if (row->due != BUL_DUE_NOTHING)
    g_print ("  %s due on %s%s\n", bul_enum_to_word (bul_due_words, row->due), row->due_on,
             row->late ? ", late" : "");
}

/* By month and class, those that there are. */
static void
print_counts (const GPtrArray *rows)
{
  g_autoptr (GArray) months = bul_register_count (rows);
  guint n_late = 0;

  for (guint i = 0; i < rows->len; i++)
    n_late += ((BulRegisterRow *) rows->pdata[i])->late;
  for (guint i = 0; i < months->len; i++)
    {
      const BulRegisterMonth *month = &g_array_index (months, BulRegisterMonth, i);

      g_print ("%-7s  %u:", *month->month == '\0' ? "–" : month->month, month->total);
      for (guint j = 1; j <= BUL_CLASS_OTHER; j++)
        if (month->n[j] > 0)
          g_print (" %s %u", bul_enum_to_word (bul_class_words, j), month->n[j]);
      if (month->n[0] > 0)
        g_print (" notices alone %u", month->n[0]);
      g_print ("\n");
    }
  g_print ("%u in all, %u late.\n", rows->len, n_late);
}

static gboolean
write_table (const char *path, const char *format, const GPtrArray *rows, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return TRUE;
  bytes = bul_flow_register_write (rows, format, error);
  return bytes != NULL && bul_file_write (path, bytes, error);
}

static CliStatus
tell (const CliOptions *options, const GPtrArray *rows, GError **error)
{
  if (!write_table (options->csv, "csv", rows, error)
      || !write_table (options->xlsx, "xlsx", rows, error))
    return CLI_IO;
  if (options->csv != NULL || options->xlsx != NULL)
    return CLI_DONE;
  for (guint i = 0; i < rows->len; i++)
    if (options->json)
      print_json (rows->pdata[i]);
    else
      print_text (rows->pdata[i]);
  if (!options->json)
    print_counts (rows);
  return CLI_DONE;
}

CliStatus
cli_register (const CliOptions *options, GError **error)
{
  g_autofree char *joined = g_strjoinv (" ", options->arguments);
  g_autofree char *text = g_utf8_make_valid (joined, -1);
  gboolean asks = *text != '\0';
  g_autoptr (BulQuery) query = bul_query_new (text, 0);
  g_auto (Asked) asked = { 0 };
  g_autoptr (BulStore) store = NULL;
  g_autoptr (BulSearch) search = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!read_asked (&asked, options, error))
    return CLI_USAGE;
  store = asks ? cli_ready_open (options, error)
               : cli_open_library (options, BUL_STORE_READ_ONLY, error);
  if (store == NULL)
    return CLI_IO;
  if (asks && (search = bul_search_new (store, query, error)) == NULL)
    return CLI_IO;
  rows = bul_register_list (store, search, &asked.filter, NULL, error);
  return rows == NULL ? CLI_IO : tell (options, rows, error);
}
