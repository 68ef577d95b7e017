/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-link.h"

#include <string.h>

#include "bul-enum.h"

const char *const bul_link_state_words[]
    = { NULL, "automatic", "confirmed", "stale", "rejected", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulLink, key, "key", BUL_FIELD_KEY) },
  { BUL_FIELD (BulLink, state, "state", BUL_FIELD_WORD), .words = bul_link_state_words },
  { BUL_FIELD (BulLink, confidence, "confidence", BUL_FIELD_STRING) },
  { BUL_FIELD (BulLink, revision, "revision", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulLink, by, "by", BUL_FIELD_STRING) },
  { BUL_FIELD (BulLink, at, "at", BUL_FIELD_STRING) },
  { BUL_FIELD (BulLink, segments, "segments", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,
    .records = &bul_segment_type },
  { BUL_FIELD (BulLink, korean, "korean", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulLink, english, "english", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
};

const BulRecordType bul_link_type = { "link", sizeof (BulLink), fields, G_N_ELEMENTS (fields) };

static gboolean
belongs_to (const BulSegment *segment, BulLanguage language)
{
  return segment->language == language && !segment->span.orphan;
}

/* A line that is broken at a blank says the same: the blanks at the ends of a segment are no words.
 */
char *
bul_link_dup_words (const BulLink *self, BulLanguage language)
{
  GString *words = NULL;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const BulSegment *segment = self->segments->pdata[i];
      g_autofree char *quote = NULL;

      if (!belongs_to (segment, language))
        continue;
      quote = g_strstrip (g_strdup (segment->span.quote));
      if (words == NULL)
        words = g_string_new (quote);
      else
        g_string_append_printf (words, "%s%s", words->len > 0 && *quote != '\0' ? " " : "", quote);
    }
  return words == NULL ? NULL : g_string_free (words, FALSE);
}

const char *
bul_link_get_checked (const BulLink *self, BulLanguage language)
{
  return language == BUL_LANGUAGE_KOREAN ? self->korean : self->english;
}

gboolean
bul_link_is_changed (const BulLink *self, BulLanguage language)
{
  g_autofree char *words = bul_link_dup_words (self, language);
  const char *checked = bul_link_get_checked (self, language);

  return g_strcmp0 (words == NULL ? "" : words, checked == NULL ? "" : checked) != 0;
}

BulLinkState
bul_link_make_state (const BulLink *self)
{
  if (self->state != BUL_LINK_CONFIRMED && self->state != BUL_LINK_STALE)
    return self->state;
  return bul_link_is_changed (self, BUL_LANGUAGE_KOREAN)
                 || bul_link_is_changed (self, BUL_LANGUAGE_ENGLISH)
             ? BUL_LINK_STALE
             : BUL_LINK_CONFIRMED;
}

guint
bul_link_count (const BulLink *self, BulLanguage language)
{
  guint count = 0;

  for (guint i = 0; i < self->segments->len; i++)
    count += belongs_to (self->segments->pdata[i], language);
  return count;
}

double
bul_link_get_confidence (const BulLink *self)
{
  return self->confidence == NULL ? 1 : CLAMP (g_ascii_strtod (self->confidence, NULL), 0, 1);
}

char *
bul_link_format_confidence (double confidence)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4f", CLAMP (confidence, 0, 1)));
}
