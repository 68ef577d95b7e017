/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-xliff12.h"

#include <string.h>

#include "bul-exchange-reader.h"
#include "bul-file-head.h"

typedef struct
{
  BulExchange *text; /* NULL: in none, or in languages that are not read */
  guint line;        /* of the unit that is being read */
  char *key;
  char *approved;
  char *state;
  char *source;
  char *target;
} Xliff;

static void
clear_unit (Xliff *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->approved, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->target, g_free);
}

static void
start_file (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;
  BulLanguage source = bul_exchange_reader_get_language (reader, "source-language");
  BulLanguage target = bul_exchange_reader_get_language (reader, "target-language");
  g_autofree char *original = bul_exchange_reader_dup_attribute (reader, "original");
  g_autofree char *revision = bul_exchange_reader_dup_attribute (reader, "build-num");

  g_clear_pointer (&self->text, bul_exchange_free);
  if (source == 0 || target == 0 || source == target)
    return;
  self->text = bul_exchange_new ();
  self->text->source = source;
  self->text->target = target;
  bul_exchange_set_original (self->text, original);
  if (self->text->uid != NULL && revision != NULL)
    self->text->revision = (guint) strtoul (revision, NULL, 10);
}

static void
end_file (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  if (self->text != NULL)
    bul_exchange_reader_take (reader, g_steal_pointer (&self->text));
}

static void
start_unit (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  clear_unit (self);
  self->line = bul_exchange_reader_get_line (reader);
  self->key = bul_exchange_reader_dup_attribute (reader, "id");
  self->approved = bul_exchange_reader_dup_attribute (reader, "approved");
}

static void
start_source (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  g_free (self->source);
  self->source = bul_exchange_reader_dup_words (reader);
}

static void
start_target (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;

  g_free (self->state);
  g_free (self->target);
  self->state = bul_exchange_reader_dup_attribute (reader, "state");
  self->target = bul_exchange_reader_dup_words (reader);
}

static BulExchangeState
read_state (const Xliff *self)
{
  static const char *const done[] = { "final", "signed-off", NULL };

  if (g_strcmp0 (self->approved, "yes") == 0)
    return BUL_EXCHANGE_DONE;
  if (self->state == NULL || strcmp (self->state, "translated") == 0)
    return BUL_EXCHANGE_UNSAID;
  return g_strv_contains (done, self->state) ? BUL_EXCHANGE_DONE : BUL_EXCHANGE_OPEN;
}

static void
end_unit (BulExchangeReader *reader, gpointer data)
{
  Xliff *self = data;
  BulExchangeRow *row;

  if (self->text == NULL)
    bul_exchange_reader_pass_over (reader);
  if (self->text == NULL || self->source == NULL)
    return;
  row = bul_exchange_add_row (self->text, self->line);
  row->key = g_steal_pointer (&self->key);
  row->source = g_steal_pointer (&self->source);
  row->target = g_steal_pointer (&self->target);
  row->state = read_state (self);
}

static const BulExchangeElement elements[] = {
  { "file", start_file, end_file },
  { "trans-unit", start_unit, end_unit },
  { "source", start_source, NULL },
  { "target", start_target, NULL },
  /* what says the same again, or is no text */
  { "seg-source", NULL, NULL },
  { "alt-trans", NULL, NULL },
  { "bin-unit", NULL, NULL },
  { "header", NULL, NULL },
  { NULL, NULL, NULL },
};

gboolean
bul_import_xliff12_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  return bul_file_head_has_root (head, "xliff");
}

gboolean
bul_import_xliff12 (BulImport *import, const char *encoding, GError **error)
{
  Xliff self = { 0 };
  gboolean done = bul_exchange_reader_run (import, encoding, elements, &self, error);

  clear_unit (&self);
  bul_exchange_free (self.text);
  return done;
}
