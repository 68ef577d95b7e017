/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-script.h"

#include <string.h>

#include "bul-enum.h"

const char *const bul_script_role_words[] = { NULL, "original", "translation", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulScript, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulScript, language, "language", BUL_FIELD_STRING), .xml_name = "xml:lang" },
  { BUL_FIELD (BulScript, role, "role", BUL_FIELD_WORD), .words = bul_script_role_words },
  { BUL_FIELD (BulScript, blocks, "blocks", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_block_type },
};

const BulRecordType bul_script_type
    = { "script", sizeof (BulScript), fields, G_N_ELEMENTS (fields) };

BulScript *
bul_script_new (const char *key, const char *language)
{
  BulScript *script = bul_record_new (&bul_script_type);

  script->key = g_strdup (key);
  script->language = g_strdup (language);
  script->role = BUL_SCRIPT_ORIGINAL;
  return script;
}

int
bul_script_find_block (const BulScript *self, const char *key)
{
  gsize size = strlen (key) + 1;

  /* Asked with every key press: most keys differ in the digit after the letter. */
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const char *other = ((const BulBlock *) self->blocks->pdata[i])->key;

      if (other[0] == key[0] && other[0] != '\0' && other[1] == key[1]
          && strncmp (other, key, size) == 0)
        return i;
    }
  return -1;
}

/* Behind the number or the word that bundles of stories set before each headline. */
static const char *
skip_label (const char *headline)
{
  static const char *const labels[] = { "Title:", "TITLE:", "Title :", "제목:", "제목 :" };
  const char *p = headline;

  for (guint i = 0; i < G_N_ELEMENTS (labels) && p == headline; i++)
    if (g_str_has_prefix (p, labels[i]))
      p += strlen (labels[i]);
  if (p == headline)
    {
      while (g_ascii_isdigit (*p))
        p++;
      if (p == headline || p > headline + 3 || (*p != '.' && *p != ')') || p[1] != ' ')
        return headline;
      p++;
    }
  while (*p == ' ')
    p++;
  return *p == '\0' ? headline : p;
}

/* The page may have a title of its own before the headline. */
static gboolean
are_same_line (const BulScript *self, guint at, const BulScript *other, guint other_at)
{
  return strcmp (((const BulBlock *) self->blocks->pdata[at])->key,
                 ((const BulBlock *) other->blocks->pdata[other_at])->key)
         == 0;
}

void
bul_script_match_ends (const BulScript *self, const BulScript *other, guint *n_first, guint *n_last)
{
  guint n = self->blocks->len;
  guint n_other = other->blocks->len;
  guint most = MIN (n, n_other);
  guint first = 0;
  guint last = 0;

  while (first < most && are_same_line (self, first, other, first))
    first++;
  while (last < most - first && are_same_line (self, n - 1 - last, other, n_other - 1 - last))
    last++;
  *n_first = first;
  *n_last = last;
}

const char *
bul_script_get_headline (const BulScript *self)
{
  const char *headline = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BulBlock *block = self->blocks->pdata[i];

      if (block->kind == BUL_BLOCK_HEADLINE)
        headline = block->text;
      else if (headline != NULL && bul_block_kind_is_read (block->kind))
        break;
    }
  return headline == NULL || *headline == '\0' ? NULL : skip_label (headline);
}
