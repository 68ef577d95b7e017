/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-person.h"

#include <string.h>

/* People are a vocabulary of their own, in which the name of each is the uid: it stays when the
 * person is called otherwise, or turns out to be another. */
#define PREFIX "person:"

static const BulField fields[] = {
  { BUL_FIELD (BulPerson, uid, "uid", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, korean, "korean", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, english, "english", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, others, "others", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, family, "family", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, note, "note", BUL_FIELD_STRING) },
  { BUL_FIELD (BulPerson, merged_into, "merged-into", BUL_FIELD_STRING) },
};

const BulRecordType bul_person_type
    = { "person", sizeof (BulPerson), fields, G_N_ELEMENTS (fields) };

const char *
bul_person_get_name (const BulPerson *self)
{
  if (self->korean != NULL)
    return self->korean;
  if (self->english != NULL)
    return self->english;
  return self->others == NULL ? "" : self->others;
}

gboolean
bul_person_has_name (const BulPerson *self, const char *name)
{
  g_auto (GStrv) others = g_strsplit (self->others == NULL ? "" : self->others, "\n", -1);

  return g_strcmp0 (self->korean, name) == 0 || g_strcmp0 (self->english, name) == 0
         || g_strv_contains ((const char *const *) others, name);
}

void
bul_person_add_name (BulPerson *self, const char *name)
{
  g_autofree char *others = NULL;

  if (*name == '\0' || bul_person_has_name (self, name))
    return;
  others = self->others == NULL ? g_strdup (name) : g_strconcat (self->others, "\n", name, NULL);
  g_free (self->others);
  self->others = g_steal_pointer (&others);
}

char *
bul_person_dup_code (const char *uid)
{
  return g_strconcat (PREFIX, uid, NULL);
}

const char *
bul_person_read_code (const char *code)
{
  return code != NULL && g_str_has_prefix (code, PREFIX) ? code + strlen (PREFIX) : NULL;
}
