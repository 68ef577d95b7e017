/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-keys.h"

static void
note_key (BulKeys *self, const char *key)
{
  guint64 number;

  if (key == NULL || !g_ascii_islower (key[0])
      || !g_ascii_string_to_unsigned (key + 1, 10, 1, G_MAXUINT - 1, &number, NULL))
    return;
  self->next[key[0] - 'a'] = MAX (self->next[key[0] - 'a'], number + 1);
}

void
bul_keys_note (BulKeys *self, gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  note_key (self, bul_record_get_key (record));
  if (type == &bul_speaker_type)
    self->next_speaker_number
        = MAX (self->next_speaker_number, ((const BulSpeaker *) record)->number + 1);

  for (guint i = 0; i < type->n_fields; i++)
    {
      GPtrArray *list;

      if (type->fields[i].type != BUL_FIELD_RECORDS)
        continue;
      list = *(GPtrArray **) bul_record_field (record, &type->fields[i]);
      for (guint j = 0; j < list->len; j++)
        bul_keys_note (self, list->pdata[j]);
    }
}

void
bul_keys_start (BulKeys *self, const BulStory *story)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->next); i++)
    self->next[i] = 1;
  self->next_speaker_number = 1;
  bul_keys_note (self, story);
}

/* A script takes thousands of keys: they are not worth a format string. */
static char *
make_key (char letter, guint number)
{
  char key[12];
  char *p = key + sizeof key;

  *--p = '\0';
  do
    *--p = '0' + number % 10;
  while ((number /= 10) > 0);
  *--p = letter;
  return g_strdup (p);
}

char *
bul_keys_make (BulKeys *self, char letter)
{
  g_return_val_if_fail (g_ascii_islower (letter), NULL);

  return make_key (letter, self->next[letter - 'a']++);
}

guint
bul_keys_make_speaker_number (BulKeys *self)
{
  return self->next_speaker_number++;
}
