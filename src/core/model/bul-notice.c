/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-notice.h"

#include "bul-correction.h"
#include "bul-enum.h"

const char *const bul_notice_kind_words[]
    = { NULL, "correction", "reply", "follow-up", "clarification", "announcement", BUL_ENUM_END };
const char *const bul_basis_words[]
    = { NULL, "own", "request", "mediation", "arbitration", "court", BUL_ENUM_END };
const char *const bul_notice_use_words[] = { NULL, "page", "on-air", BUL_ENUM_END };

static const BulField text_fields[] = {
  { BUL_FIELD (BulNoticeText, language, "language", BUL_FIELD_STRING), .xml_name = "xml:lang" },
  { BUL_FIELD (BulNoticeText, use, "use", BUL_FIELD_WORD), .words = bul_notice_use_words },
  { BUL_FIELD (BulNoticeText, by_hand, "by-hand", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulNoticeText, text, "text", BUL_FIELD_STRING), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_notice_text_type
    = { "text", sizeof (BulNoticeText), text_fields, G_N_ELEMENTS (text_fields) };

static const BulField fields[] = {
  { BUL_FIELD (BulNotice, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulNotice, kinds, "kinds", BUL_FIELD_WORDS), .words = bul_notice_kind_words },
  { BUL_FIELD (BulNotice, basis, "basis", BUL_FIELD_WORD), .words = bul_basis_words },
  { BUL_FIELD (BulNotice, apologises, "apologises", BUL_FIELD_FLAG) },
  { BUL_FIELD (BulNotice, corrections, "corrections", BUL_FIELD_REFS) },
  { BUL_FIELD (BulNotice, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulNotice, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulNotice, published_at, "published-at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulNotice, texts, "texts", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_notice_text_type },
};

const BulRecordType bul_notice_type
    = { "notice", sizeof (BulNotice), fields, G_N_ELEMENTS (fields) };

const BulNoticeText *
bul_notice_get_text (const BulNotice *self, const char *language, BulNoticeUse use)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const BulNoticeText *text = self->texts->pdata[i];

      if (text->use == use && g_strcmp0 (text->language, language) == 0)
        return text;
    }
  return NULL;
}

gboolean
bul_notice_is_live (const BulNotice *self, const GPtrArray *corrections)
{
  if (self->corrections == NULL || self->corrections[0] == NULL)
    return TRUE;
  for (guint i = 0; i < corrections->len; i++)
    {
      const BulCorrection *correction = corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_WITHDRAWN
          && g_strv_contains ((const char *const *) self->corrections, correction->key))
        return TRUE;
    }
  return FALSE;
}
