/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-concept.h"

#include <string.h>

#include "bul-normal.h"

static const BulField fields[] = {
  { BUL_FIELD (BulConcept, code, "code", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, korean, "korean", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, english, "english", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, note, "note", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, match, "match", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, merged_into, "merged-into", BUL_FIELD_STRING) },
  { BUL_FIELD (BulConcept, retired, "retired", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulConcept, parents, "parents", BUL_FIELD_REFS) },
  { BUL_FIELD (BulConcept, other_korean, "other-korean", BUL_FIELD_REFS) },
  { BUL_FIELD (BulConcept, other_english, "other-english", BUL_FIELD_REFS) },
};

const BulRecordType bul_concept_type
    = { "concept", sizeof (BulConcept), fields, G_N_ELEMENTS (fields) };

/* What is longer is no name that anyone would type. */
#define LONGEST_CODE 200

BulConcept *
bul_concept_new (const char *code)
{
  BulConcept *self = bul_record_new (&bul_concept_type);

  self->code = g_strdup (code);
  return self;
}

const char *
bul_concept_get_name (const BulConcept *self, const char *language)
{
  const char *name = g_strcmp0 (language, "ko") == 0 ? self->korean : self->english;
  const char *other = name == self->korean ? self->english : self->korean;

  if (name != NULL)
    return name;
  return other != NULL ? other : self->code;
}

gboolean
bul_concept_is_current (const BulConcept *self)
{
  return !self->retired && self->merged_into == NULL;
}

gboolean
bul_concept_is_code (const char *text)
{
  const char *colon = strchr (text, ':');

  if (colon == NULL || !g_ascii_isalpha (*text) || colon[1] == '\0' || strlen (text) > LONGEST_CODE
      || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; p < colon; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;
  for (const char *p = colon; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

char *
bul_concept_dup_comparable (const char *name)
{
  g_autofree char *folded = bul_fold (name, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
