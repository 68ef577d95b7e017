/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-tmx.h"

#include <string.h>

#include "bul-exchange-reader.h"
#include "bul-file-head.h"

/* A unit that is being read. */
typedef struct
{
  guint line;
  char *id;
  char *story;
  char *revision;
  char *state;
  char *words[2]; /* Korean, English: the first of each */
} Unit;

typedef struct
{
  BulLanguage source;
  BulLanguage language; /* of the variant that is being read, or 0 */
  Unit unit;
  GPtrArray *texts;  /* of BulExchange */
  GHashTable *known; /* uid, or "" → BulExchange, borrowed */
} Tmx;

/* The properties that say where a unit is from. */
static const struct
{
  const char *type;
  gsize offset;
} properties[] = {
  { "x-story", G_STRUCT_OFFSET (Unit, story) },
  { "x-revision", G_STRUCT_OFFSET (Unit, revision) },
  { "x-state", G_STRUCT_OFFSET (Unit, state) },
};

static void
clear_unit (Unit *unit)
{
  g_free (unit->id);
  g_free (unit->story);
  g_free (unit->revision);
  g_free (unit->state);
  g_free (unit->words[0]);
  g_free (unit->words[1]);
  *unit = (Unit){ 0 };
}

static void
start_header (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;
  BulLanguage source = bul_exchange_reader_get_language (reader, "srclang");

  if (source != 0)
    self->source = source;
}

static void
start_unit (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;

  clear_unit (&self->unit);
  self->unit.line = bul_exchange_reader_get_line (reader);
  self->unit.id = bul_exchange_reader_dup_attribute (reader, "tuid");
}

static void
start_property (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;
  g_autofree char *type = bul_exchange_reader_dup_attribute (reader, "type");
  g_autofree char *value = bul_exchange_reader_dup_words (reader);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_strcmp0 (properties[i].type, type) == 0)
      {
        char **place = (char **) ((guint8 *) &self->unit + properties[i].offset);

        g_free (*place);
        *place = g_steal_pointer (&value);
      }
}

/* Before 1.4 the attribute had no prefix. */
static void
start_variant (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;

  self->language = bul_exchange_reader_get_language (reader, "xml:lang");
  if (self->language == 0)
    self->language = bul_exchange_reader_get_language (reader, "lang");
}

static void
start_segment (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;
  g_autofree char *words = bul_exchange_reader_dup_words (reader);
  char **place
      = self->language == 0 ? NULL : &self->unit.words[self->language - BUL_LANGUAGE_KOREAN];

  if (place != NULL && *place == NULL)
    *place = g_steal_pointer (&words);
}

static BulExchange *
find_text (Tmx *self)
{
  const Unit *unit = &self->unit;
  const char *uid = unit->story != NULL && g_uuid_string_is_valid (unit->story) ? unit->story : "";
  BulExchange *text = g_hash_table_lookup (self->known, uid);

  if (text != NULL)
    return text;
  text = bul_exchange_new ();
  text->source = self->source;
  text->target = self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  if (*uid != '\0')
    {
      bul_exchange_set_original (text, uid);
      text->revision = unit->revision == NULL ? 0 : (guint) strtoul (unit->revision, NULL, 10);
    }
  g_hash_table_insert (self->known, g_strdup (uid), text);
  g_ptr_array_add (self->texts, text);
  return text;
}

/* The key of the link, which stands behind the story's uid. */
static char *
dup_key (const Unit *unit)
{
  const char *dot = unit->id == NULL ? NULL : strrchr (unit->id, '.');

  return dot == NULL ? NULL : g_strdup (dot + 1);
}

static BulExchangeState
read_state (const char *word)
{
  if (word == NULL)
    return BUL_EXCHANGE_UNSAID;
  if (strcmp (word, "automatic") == 0)
    return BUL_EXCHANGE_GUESSED;
  return strcmp (word, "confirmed") == 0 ? BUL_EXCHANGE_DONE : BUL_EXCHANGE_OPEN;
}

static void
end_unit (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;
  Unit *unit = &self->unit;
  BulExchangeRow *row;

  if (unit->words[0] == NULL || unit->words[1] == NULL)
    {
      bul_exchange_reader_pass_over (reader);
      clear_unit (unit);
      return;
    }
  row = bul_exchange_add_row (find_text (self), unit->line);
  row->key = dup_key (unit);
  row->source = g_steal_pointer (&unit->words[self->source - BUL_LANGUAGE_KOREAN]);
  row->target = g_steal_pointer (&unit->words[self->source == BUL_LANGUAGE_KOREAN]);
  row->state = read_state (unit->state);
  clear_unit (unit);
}

static void
end_body (BulExchangeReader *reader, gpointer data)
{
  Tmx *self = data;

  while (self->texts->len > 0)
    bul_exchange_reader_take (reader, g_ptr_array_steal_index (self->texts, 0));
  g_hash_table_remove_all (self->known);
}

static const BulExchangeElement elements[] = {
  { "header", start_header, NULL },
  { "tu", start_unit, end_unit },
  { "prop", start_property, NULL },
  { "tuv", start_variant, NULL },
  { "seg", start_segment, NULL },
  { "tmx", start_unit, end_body },
  { NULL, NULL, NULL },
};

gboolean
bul_import_tmx_probe (const char *head, const char *name G_GNUC_UNUSED)
{
  return bul_file_head_has_root (head, "tmx");
}

gboolean
bul_import_tmx (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_exchange_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tmx self = { .source = BUL_LANGUAGE_KOREAN, .texts = texts, .known = known };
  gboolean done = bul_exchange_reader_run (import, encoding, elements, &self, error);

  clear_unit (&self.unit);
  return done;
}
