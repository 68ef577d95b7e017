/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-xml-places.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-block.h"
#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-error.h"
#include "bul-finding.h"
#include "bul-import-xml-check.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-revision.h"
#include "bul-span.h"
#include "bul-speaker.h"
#include "bul-stamp.h"

/* Offsets are looked up from the mark before them, so that many spans on a long text cost little.
 */
#define MARK_CHARS 256

/* Words are looked for in this much text and no more: a file could ask for it a million times. */
#define MAX_SEARCHED ((gsize) 256 * 1024 * 1024)

typedef struct
{
  GArray *marks; /* of gsize: the byte of each MARK_CHARSth code point */
  guint n_chars;
} TextIndex;

typedef struct
{
  GHashTable *records; /* key, borrowed: record */
  GHashTable *numbers; /* of speakers */
  GHashTable *indexes; /* block: TextIndex */
  GPtrArray *findings;
  gsize n_searched;
  guint n_revisions;
  gboolean moved; /* a span of the record that comes next */
} Checker;

/* What each reference must lead to. */
static const struct
{
  const BulRecordType *type;
  const char *field;
  const BulRecordType *target;
} references[] = {
  { &bul_stamp_type, "block", &bul_block_type },
  { &bul_block_type, "speakers", &bul_speaker_type },
  { &bul_span_type, "on", &bul_block_type },
  { &bul_correction_type, "of", &bul_correction_type },
  { &bul_notice_type, "corrections", &bul_correction_type },
  { &bul_dismissal_type, "on", &bul_block_type },
  { &bul_segment_type, "on", &bul_block_type },
};

static void
text_index_free (gpointer data)
{
  TextIndex *index = data;

  g_array_unref (index->marks);
  g_free (index);
}

static TextIndex *
text_index_new (const char *text)
{
  TextIndex *index = g_new0 (TextIndex, 1);

  index->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (index->n_chars++ % MARK_CHARS == 0)
      {
        gsize byte = (gsize) (p - text);

        g_array_append_val (index->marks, byte);
      }
  return index;
}

static const TextIndex *
get_index (Checker *self, const BulBlock *block)
{
  TextIndex *index = g_hash_table_lookup (self->indexes, block);

  if (index == NULL)
    {
      index = text_index_new (block->text);
      g_hash_table_insert (self->indexes, (gpointer) block, index);
    }
  return index;
}

/* @offset is no more than the length of the text. */
static const char *
text_at (const TextIndex *index, const char *text, guint offset)
{
  guint mark = offset / MARK_CHARS;

  if (mark >= index->marks->len)
    return text + strlen (text);
  return g_utf8_offset_to_pointer (text + g_array_index (index->marks, gsize, mark),
                                   offset % MARK_CHARS);
}

static gboolean
stands_there (Checker *self, const BulSpan *span, const BulBlock *block)
{
  const TextIndex *index = get_index (self, block);
  const char *start;
  const char *end;

  if (span->end > index->n_chars)
    return FALSE;
  start = text_at (index, block->text, span->start);
  end = text_at (index, block->text, span->end);
  return strlen (span->quote) == (gsize) (end - start)
         && memcmp (start, span->quote, (gsize) (end - start)) == 0;
}

/* Whether the words stand in the block just once; then the span is put there. */
static gboolean
find_again (Checker *self, BulSpan *span, const BulBlock *block)
{
  guint at;
  guint other;

  if (*span->quote == '\0' || self->n_searched > MAX_SEARCHED)
    return FALSE;
  self->n_searched += strlen (block->text);
  if (!bul_chars_find (block->text, span->quote, 0, &at)
      || bul_chars_find (block->text, span->quote, at + 1, &other))
    return FALSE;
  span->start = at;
  span->end = at + bul_chars_count (span->quote);
  return TRUE;
}

static void
make_orphan (Checker *self, BulSpan *span, const BulBlock *block)
{
  span->orphan = TRUE;
  span->start = MIN (span->start, get_index (self, block)->n_chars);
  span->end = span->start;
}

static void
check_span (Checker *self, BulSpan *span, guint line)
{
  const BulBlock *block = span->on == NULL ? NULL : g_hash_table_lookup (self->records, span->on);
  g_autofree char *quote = NULL;
  g_autofree char *message = NULL;

  if (block == NULL || (span->orphan && span->end <= get_index (self, block)->n_chars)
      || (!span->orphan && stands_there (self, span, block)))
    return;
  quote = bul_chars_slice (span->quote, 0, 40);
  self->moved = TRUE;
  if (!span->orphan && find_again (self, span, block))
    message = g_strdup_printf (_ ("“%s” stands elsewhere in its line than the file says. What is "
                                  "said about it was moved there."),
                               quote);
  else
    {
      make_orphan (self, span, block);
      message
          = g_strdup_printf (_ ("“%s” does not stand where the file says. What is said about it "
                                "is kept, without a place."),
                             quote);
    }
  g_ptr_array_add (self->findings, bul_finding_new (line, "span-moved", message));
}

static gboolean
check_reference (Checker *self, const char *key, const BulRecordType *target, GError **error)
{
  gconstpointer record = g_hash_table_lookup (self->records, key);

  if (record != NULL && bul_record_get_type (record) == target)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, _ ("There is no “%s” to which this refers."),
               key);
  return FALSE;
}

static gboolean
check_references (Checker *self, gconstpointer record, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const BulField *field;
      gpointer place;

      if (references[i].type != bul_record_get_type (record))
        continue;
      field = bul_record_type_find_field (references[i].type, references[i].field);
      place = bul_record_field (record, field);
      if (field->type == BUL_FIELD_REF)
        {
          if (*(char **) place != NULL
              && !check_reference (self, *(char **) place, references[i].target, error))
            return FALSE;
          continue;
        }
      for (GStrv key = *(GStrv *) place; key != NULL && *key != NULL; key++)
        if (!check_reference (self, *key, references[i].target, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_revision (Checker *self, const BulRevision *revision, GError **error)
{
  if (revision->number == ++self->n_revisions)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               _ ("Revision %u stands where revision %u must."), revision->number,
               self->n_revisions);
  return FALSE;
}

/* What a correction reads today hangs on where its span is; what a file says of that stays. */
static void
check_reads (Checker *self, BulCorrection *correction, guint line)
{
  BulReads reads = bul_correction_make_reads (correction);

  if (self->moved)
    correction->reads = reads;
  if (correction->reads != reads)
    g_ptr_array_add (
        self->findings,
        bul_finding_new (line, "reads-differ",
                         _ ("What a correction says of its passage is not what stands there.")));
}

/* As XPath has normalize-space(). */
static char *
normalize_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text++)
    if (strchr (" \t\r\n", *text) == NULL)
      g_string_append_c (out, *text);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return g_strchomp (g_string_free (out, FALSE));
}

/* As the schema can tell it: where one sentence is all of a side. */
static gboolean
is_other (const BulLink *link, BulLanguage language)
{
  g_autofree char *words = bul_link_dup_words (link, language);
  g_autofree char *now = normalize_space (words);
  g_autofree char *then = normalize_space (bul_link_get_checked (link, language));

  return bul_link_count (link, language) == 1 && strcmp (now, then) != 0;
}

/* Words that another program changed were seen by nobody, whatever a file says. */
static void
check_link (Checker *self, BulLink *link, guint line)
{
  BulLinkState state = bul_link_make_state (link);

  if (link->state == BUL_LINK_CONFIRMED && !self->moved
      && (is_other (link, BUL_LANGUAGE_KOREAN) || is_other (link, BUL_LANGUAGE_ENGLISH)))
    g_ptr_array_add (
        self->findings,
        bul_finding_new (line, "pair-differs",
                         _ ("The words of a confirmed pair are not those that were confirmed.")));
  link->state = state;
}

static gboolean
check_place (Checker *self, const BulXmlPlace *place, GError **error)
{
  const BulRecordType *type = bul_record_get_type (place->record);

  if (!check_references (self, place->record, error))
    return FALSE;
  if (type == &bul_revision_type)
    return check_revision (self, place->record, error);
  if (type == &bul_span_type || type == &bul_segment_type)
    check_span (self, place->record, place->line);
  else if (type == &bul_link_type)
    check_link (self, place->record, place->line);
  else if (type == &bul_correction_type)
    check_reads (self, place->record, place->line);
  if (bul_record_get_key (place->record) != NULL)
    self->moved = FALSE;
  return TRUE;
}

static gboolean
note_key (Checker *self, gpointer record, GError **error)
{
  const char *key = bul_record_get_key (record);

  if (key != NULL && !g_hash_table_insert (self->records, (gpointer) key, record))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, _ ("“%s” names two things."), key);
      return FALSE;
    }
  if (bul_record_get_type (record) == &bul_speaker_type
      && !g_hash_table_add (self->numbers, GUINT_TO_POINTER (((BulSpeaker *) record)->number)))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, _ ("Two speakers have the number %u."),
                   ((BulSpeaker *) record)->number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_all (Checker *self, const GArray *places, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const BulXmlPlace *place = &g_array_index (places, BulXmlPlace, i);

      if (!note_key (self, place->record, error))
        {
          bul_import_xml_blame_line (error, place->line);
          return FALSE;
        }
    }
  for (guint i = 0; i < places->len; i++)
    {
      const BulXmlPlace *place = &g_array_index (places, BulXmlPlace, i);

      if (!check_place (self, place, error))
        {
          bul_import_xml_blame_line (error, place->line);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
bul_import_xml_check_places (const GArray *places, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) indexes = g_hash_table_new_full (NULL, NULL, NULL, text_index_free);
  Checker self
      = { .records = records, .numbers = numbers, .indexes = indexes, .findings = findings };

  return check_all (&self, places, error);
}
