/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-speaker.h"

#include "bul-enum.h"

const char *const bul_speaker_role_words[]
    = { NULL, "newsmaker", "anchor", "reporter", BUL_ENUM_END };

static const BulField name_fields[] = {
  { BUL_FIELD (BulSpeakerName, language, "language", BUL_FIELD_STRING), .xml_name = "xml:lang" },
  { BUL_FIELD (BulSpeakerName, title, "title", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSpeakerName, name, "name", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_speaker_name_type
    = { "name", sizeof (BulSpeakerName), name_fields, G_N_ELEMENTS (name_fields) };

static const BulField fields[] = {
  { BUL_FIELD (BulSpeaker, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulSpeaker, number, "number", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulSpeaker, role, "role", BUL_FIELD_WORD), .words = bul_speaker_role_words },
  { BUL_FIELD (BulSpeaker, anonymous, "anonymous", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulSpeaker, person, "person", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSpeaker, names, "names", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_speaker_name_type },
};

const BulRecordType bul_speaker_type
    = { "speaker", sizeof (BulSpeaker), fields, G_N_ELEMENTS (fields) };

const BulSpeakerName *
bul_speaker_get_name (const BulSpeaker *self, const char *language)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const BulSpeakerName *name = self->names->pdata[i];

      if (g_strcmp0 (name->language, language) == 0)
        return name;
    }
  return self->names->len > 0 ? self->names->pdata[0] : NULL;
}
