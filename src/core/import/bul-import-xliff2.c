/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-xliff2.h"

#include <string.h>

#include "bul-exchange-reader.h"
#include "bul-file-head.h"

/* What is being read of one language. A unit of ours is one sentence or a few, whatever segments
 * another program made of it, so its words are put together again. */
typedef struct
{
  GString *unit;
  char *segment;
} Side;

typedef struct
{
  BulLanguage languages[2]; /* from, into */
  BulExchange *text;        /* NULL: in none, or in languages that are not read */
  guint unit_line;          /* 0: in no unit */
  guint line;               /* of the segment */
  char *key;
  Side sides[2];
  gboolean ignorable; /* what stands between segments */
  BulExchangeState state;
  BulExchangeState unit_state;
  guint n_segments;
} Xliff;

static void
start_xliff (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  self->languages[0] = bul_exchange_reader_get_language (reader, "srcLang");
  self->languages[1] = bul_exchange_reader_get_language (reader, "trgLang");
}

static void
start_file (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;
  g_autofree char *original = bul_exchange_reader_dup_attribute (reader, "original");

  g_clear_pointer (&self->text, bul_exchange_free);
  self->unit_line = 0;
  if (self->languages[0] == 0 || self->languages[1] == 0
      || self->languages[0] == self->languages[1])
    return;
  self->text = bul_exchange_new ();
  self->text->source = self->languages[0];
  self->text->target = self->languages[1];
  bul_exchange_set_original (self->text, original);
}

static void
end_file (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  if (self->text != NULL)
    bul_exchange_reader_take (reader, g_steal_pointer (&self->text));
}

/* A note of the file's own, not of a unit. */
static void
start_note (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;
  g_autofree char *category = bul_exchange_reader_dup_attribute (reader, "category");
  g_autofree char *words = bul_exchange_reader_dup_words (reader);

  if (self->text != NULL && self->text->uid != NULL && self->unit_line == 0 && words != NULL
      && g_strcmp0 (category, "x-revision") == 0)
    self->text->revision = (guint) strtoul (words, NULL, 10);
}

static void
start_unit (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  self->unit_line = bul_exchange_reader_get_line (reader);
  g_free (self->key);
  self->key = bul_exchange_reader_dup_attribute (reader, "id");
  self->unit_state = BUL_EXCHANGE_DONE;
  self->n_segments = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_string_truncate (self->sides[i].unit, 0);
}

static void
add_row (Xliff *self, guint line, const char *source, const char *target, BulExchangeState state)
{
  BulExchangeRow *row;

  if (source == NULL)
    return;
  row = bul_exchange_add_row (self->text, line);
  row->key = g_strdup (self->key);
  row->source = g_strdup (source);
  row->target = g_strdup (target);
  row->state = state;
}

static void
end_unit (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  if (self->text == NULL)
    bul_exchange_reader_pass_over (reader);
  else if (self->text->uid != NULL && self->n_segments > 0)
    {
      g_autofree char *source = bul_exchange_dup_plain (self->sides[0].unit->str);
      g_autofree char *target = bul_exchange_dup_plain (self->sides[1].unit->str);

      add_row (self, self->unit_line, source, target, self->unit_state);
    }
  self->unit_line = 0;
}

/* How far it is, where there are words. What we wrote of a pair that nobody looked at stays that.
 */
static BulExchangeState
read_state (const char *state, const char *detail)
{
  static const char *const done[] = { "translated", "reviewed", "final", NULL };
  gboolean own = detail != NULL && g_str_has_prefix (detail, "bd:");

  if (state == NULL)
    return BUL_EXCHANGE_UNSAID;
  if (strcmp (state, "translated") == 0 && own)
    return strcmp (detail, "bd:automatic") == 0 ? BUL_EXCHANGE_GUESSED : BUL_EXCHANGE_OPEN;
  return g_strv_contains (done, state) ? BUL_EXCHANGE_DONE : BUL_EXCHANGE_OPEN;
}

/* Of several, how far that one is which needs most. */
static BulExchangeState
worse_state (BulExchangeState a, BulExchangeState b)
{
  if (a == BUL_EXCHANGE_OPEN || b == BUL_EXCHANGE_OPEN)
    return BUL_EXCHANGE_OPEN;
  return MIN (a, b);
}

static void
start_segment (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;
  g_autofree char *state = bul_exchange_reader_dup_attribute (reader, "state");
  g_autofree char *detail = bul_exchange_reader_dup_attribute (reader, "subState");

  self->line = bul_exchange_reader_get_line (reader);
  self->state = read_state (state, detail);
  self->ignorable = FALSE;
}

static void
start_ignorable (BulExchangeReader *reader G_GNUC_UNUSED, gpointer data)
{
  ((Xliff *) data)->ignorable = TRUE;
}

static void
take_words (BulExchangeReader *reader, Xliff *self, guint side)
{
  g_free (self->sides[side].segment);
  self->sides[side].segment = bul_exchange_reader_dup_words (reader);
}

static void
start_source (BulExchangeReader *reader, gpointer data)
{
  take_words (reader, data, 0);
}

static void
start_target (BulExchangeReader *reader, gpointer data)
{
  take_words (reader, data, 1);
}

/* What stands between two segments is mostly a blank. */
static void
end_segment (BulExchangeReader *reader G_GNUC_UNUSED, gpointer data)
{
  Xliff *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (self->sides[i].segment != NULL)
      g_string_append_printf (self->sides[i].unit, "%s%s", self->sides[i].unit->len > 0 ? " " : "",
                              self->sides[i].segment);
  if (!self->ignorable)
    {
      self->unit_state = worse_state (self->unit_state, self->state);
      self->n_segments++;
    }
  if (!self->ignorable && self->text != NULL && self->text->uid == NULL)
    add_row (self, self->line, self->sides[0].segment, self->sides[1].segment, self->state);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_clear_pointer (&self->sides[i].segment, g_free);
}

static const BulExchangeElement elements[] = {
  { "xliff", start_xliff, NULL },
  { "file", start_file, end_file },
  { "note", start_note, NULL },
  { "unit", start_unit, end_unit },
  { "segment", start_segment, end_segment },
  { "ignorable", start_ignorable, end_segment },
  { "source", start_source, NULL },
  { "target", start_target, NULL },
  /* what is no text */
  { "originalData", NULL, NULL },
  { "skeleton", NULL, NULL },
  { NULL, NULL, NULL },
};

gboolean
bul_import_xliff2_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  const char *space = strstr (head, "urn:oasis:names:tc:xliff:document:2.");

  return space != NULL && bul_file_head_has_root (head, "xliff");
}

gboolean
bul_import_xliff2 (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) target = g_string_new (NULL);
  Xliff self = { .sides = { { source, NULL }, { target, NULL } } };
  gboolean done = bul_exchange_reader_run (import, encoding, elements, &self, error);

  g_free (self.key);
  g_free (self.sides[0].segment);
  g_free (self.sides[1].segment);
  bul_exchange_free (self.text);
  return done;
}
