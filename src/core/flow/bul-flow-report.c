/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-report.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-finding-codes.h"

/* So many files of a sort are told one by one. */
#define MOST_FILES 5000

/* So many findings of one code are told with their places. */
#define MOST_PLACES 200

/* One code and where it was found. */
typedef struct
{
  char *message;
  GPtrArray *places; /* of utf8 */
  guint n_places;
} Code;

struct _BulFlowReport
{
  GPtrArray *refused; /* of utf8: a name, and below it why */
  GPtrArray *odd;     /* the same */
  GPtrArray *kept;    /* of utf8: a line each */
  GPtrArray *known;   /* the same */
  guint n_refused;
  guint n_odd;
  GHashTable *codes; /* of Code */
  char *first;
};

static void
code_free (gpointer data)
{
  Code *code = data;

  g_free (code->message);
  g_ptr_array_unref (code->places);
  g_free (code);
}

BulFlowReport *
bul_flow_report_new (void)
{
  BulFlowReport *self = g_new0 (BulFlowReport, 1);

  self->refused = g_ptr_array_new_with_free_func (g_free);
  self->odd = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->known = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, code_free);
  return self;
}

void
bul_flow_report_free (BulFlowReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->odd);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->known);
  g_hash_table_unref (self->codes);
  g_free (self->first);
  g_free (self);
}

guint
bul_flow_report_count_refused (const BulFlowReport *self)
{
  return self->n_refused;
}

guint
bul_flow_report_count_odd (const BulFlowReport *self)
{
  return self->n_odd;
}

const char *
bul_flow_report_get_first (const BulFlowReport *self)
{
  return self->first;
}

/* Takes @line. */
static void
add_line (GPtrArray *lines, char *line)
{
  if (lines->len < MOST_FILES)
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

/* The name stands above it and need not be said again. */
static void
add_refused (BulFlowReport *self, const char *path, const char *message)
{
  gsize length = strlen (path);
  gboolean is_named
      = strncmp (message, path, length) == 0 && strncmp (message + length, ": ", 2) == 0;

  self->n_refused++;
  add_line (self->refused,
            g_strdup_printf ("%s\n%s", path, is_named ? message + length + 2 : message));
}

static char *
dup_finding (const BulFinding *finding)
{
  const char *message = _ (finding->message);

  return finding->line == 0 ? g_strdup (message)
                            : g_strdup_printf (_ ("line %u: %s"), finding->line, message);
}

static void
note_code (BulFlowReport *self, const char *path, const BulFinding *finding)
{
  Code *code = g_hash_table_lookup (self->codes, finding->code);

  if (code == NULL)
    {
      code = g_new0 (Code, 1);
      code->message = g_strdup (_ (finding->message));
      code->places = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->codes, g_strdup (finding->code), code);
    }
  code->n_places++;
  if (code->places->len < MOST_PLACES)
    g_ptr_array_add (code->places, finding->line == 0
                                       ? g_strdup (path)
                                       : g_strdup_printf ("%s:%u", path, finding->line));
}

/* What is good to know and right as it is would only hide the rest. */
static gboolean
is_odd (const BulFinding *finding)
{
  const BulFindingCode *row = bul_finding_codes_find (finding->code);

  return row == NULL || row->severity != BUL_SEVERITY_NOTE;
}

static void
add_findings (BulFlowReport *self, const char *path, const GPtrArray *findings)
{
  g_autoptr (GString) entry = g_string_new (path);

  for (guint i = 0; i < findings->len; i++)
    {
      const BulFinding *finding = findings->pdata[i];
      g_autofree char *words = dup_finding (finding);

      if (!is_odd (finding))
        continue;
      note_code (self, path, finding);
      g_string_append_printf (entry, "\n%s", words);
    }
  if (strlen (path) == entry->len)
    return;
  self->n_odd++;
  add_line (self->odd, g_string_free (g_steal_pointer (&entry), FALSE));
}

void
bul_flow_report_add (BulFlowReport *self, const BulFlowImported *imported)
{
  for (guint i = 0; i < imported->stories->len; i++)
    {
      const BulFlowImportedStory *story = imported->stories->pdata[i];
      const char *headline = story->headline == NULL ? _ ("No headline") : story->headline;

      if (self->first == NULL)
        self->first = g_strdup (story->uid);
      add_line (story->kept != BUL_FLOW_KEPT_KNOWN ? self->kept : self->known,
                g_strdup_printf ("%s: %s (%.8s)", imported->path, headline, story->uid));
    }
  if (imported->error != NULL)
    add_refused (self, imported->path, imported->error->message);
  else
    add_findings (self, imported->path, imported->findings);
}

GPtrArray *
bul_flow_report_list (const BulFlowReport *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->refused->len; i++)
    g_ptr_array_add (list, g_strdup (self->refused->pdata[i]));
  for (guint i = 0; i < self->odd->len; i++)
    g_ptr_array_add (list, g_strdup (self->odd->pdata[i]));
  return list;
}

static void
append_section (GString *text, const char *title, const GPtrArray *lines, guint n_lines)
{
  if (n_lines == 0)
    return;
  g_string_append_printf (text, "\n%s (%u)\n", title, n_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines->pdata[i], "\n", -1);
      g_autofree char *indented = g_strjoinv ("\n    ", parts);

      g_string_append_printf (text, "  %s\n", indented);
    }
  if (lines->len < n_lines)
    g_string_append (text, "  …\n");
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
append_codes (GString *text, GHashTable *codes)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (codes), compare_words);

  for (GList *link = names; link != NULL; link = link->next)
    {
      const Code *code = g_hash_table_lookup (codes, link->data);
      g_autofree char *title = g_strdup_printf ("%s [%s]", code->message, (char *) link->data);

      append_section (text, title, code->places, code->n_places);
    }
}

char *
bul_flow_report_dup_text (const BulFlowReport *self, const BulFlowImportProgress *progress)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *size = g_format_size (progress->n_bytes);

  if (progress->may_grow)
    g_string_append_printf (
        text,
        ngettext ("%u file was looked at, %s.", "%u files were looked at, %s.", progress->n_done),
        progress->n_done, size);
  else
    g_string_append_printf (text, _ ("%u of %u files were looked at, %s."), progress->n_done,
                            progress->n_found, size);
  g_string_append_c (text, '\n');
  append_section (text, _ ("Refused"), self->refused, self->n_refused);
  append_codes (text, self->codes);
  append_section (text, _ ("Kept"), self->kept, progress->n_kept);
  append_section (text, _ ("Already there"), self->known, progress->n_known);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
