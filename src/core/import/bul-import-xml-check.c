/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-xml-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-annotation.h"
#include "bul-block.h"
#include "bul-change.h"
#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-edit.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-revision.h"
#include "bul-source.h"
#include "bul-span.h"
#include "bul-stamp.h"
#include "bul-story.h"
#include "bul-tag.h"

#define REQUIRED TRUE
#define OPTIONAL FALSE

typedef gboolean (*Shape) (const char *value);

typedef struct
{
  const BulRecordType *type;
  const char *field;
  gboolean required;
  Shape shape; /* NULL: any text */
} Rule;

/* In @picture 0 stands for a digit, h for a lower-case digit of base 16, all else for itself. */
static gboolean
looks_like (const char *value, const char *picture)
{
  for (; *picture != '\0'; value++, picture++)
    {
      if (*picture == '0'   ? !g_ascii_isdigit (*value)
          : *picture == 'h' ? !g_ascii_isxdigit (*value) || g_ascii_isupper (*value)
                            : *value != *picture)
        return FALSE;
    }
  return *value == '\0';
}

static guint
number_at (const char *value, guint at)
{
  return (guint) (value[at] - '0') * 10 + (guint) (value[at + 1] - '0');
}

static gboolean
is_date (const char *value)
{
  return looks_like (value, "0000-00-00")
         && g_date_valid_dmy (number_at (value, 8), number_at (value, 5),
                              number_at (value, 0) * 100 + number_at (value, 2));
}

/* A day as a page prints it, which may well not exist, and the local time where it prints one. */
static gboolean
is_printed_time (const char *value)
{
  gboolean day_alone = looks_like (value, "0000-00-00");

  if (!day_alone && !looks_like (value, "0000-00-00T00:00")
      && !looks_like (value, "0000-00-00T00:00:00"))
    return FALSE;
  if (number_at (value, 5) < 1 || number_at (value, 5) > 12 || number_at (value, 8) < 1
      || number_at (value, 8) > 31)
    return FALSE;
  return day_alone
         || (number_at (value, 11) < 24 && number_at (value, 14) < 60
             && (value[16] == '\0' || number_at (value, 17) < 60));
}

static gboolean
is_zone (const char *value)
{
  if (strcmp (value, "Z") == 0)
    return TRUE;
  if (!looks_like (value, "+00:00") && !looks_like (value, "-00:00"))
    return FALSE;
  return (number_at (value, 1) < 14 && number_at (value, 4) < 60)
         || strcmp (value + 1, "14:00") == 0;
}

static gboolean
is_moment (const char *value)
{
  g_autofree char *date = g_strndup (value, 10);
  g_autofree char *local = g_strndup (value, 19);

  return strlen (local) == 19 && is_date (date) && is_printed_time (local) && is_zone (value + 19);
}

static gboolean
is_uuid (const char *value)
{
  return looks_like (value, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh");
}

static gboolean
is_sha256 (const char *value)
{
  return looks_like (value, "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh");
}

/* `en`, `ko-KR`: RFC 5646 as XML Schema has it. */
static gboolean
is_language (const char *value)
{
  guint length = 0;
  gboolean first = TRUE;

  for (; *value != '\0'; value++)
    {
      if (*value == '-' && length > 0)
        {
          first = FALSE;
          length = 0;
        }
      else if (++length > 8 || !(first ? g_ascii_isalpha (*value) : g_ascii_isalnum (*value)))
        return FALSE;
    }
  return length > 0;
}

static gboolean
is_line_ends (const char *value)
{
  static const char *const words[] = { "lf", "crlf", "cr", "mixed", NULL };

  return g_strv_contains (words, value);
}

static gboolean
is_code (const char *value)
{
  const char *colon = strchr (value, ':');

  if (colon == NULL || !g_ascii_isalpha (*value) || colon[1] == '\0')
    return FALSE;
  for (const char *p = value; p < colon; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;
  return strpbrk (colon, " \t\n\r") == NULL;
}

static gboolean
is_field_name (const char *value)
{
  return g_ascii_islower (*value) && value[strspn (value, "abcdefghijklmnopqrstuvwxyz-")] == '\0'
         && strstr (value, "--") == NULL && !g_str_has_suffix (value, "-");
}

/* From 0.0000 to 1.0000. */
static gboolean
is_share (const char *value)
{
  return looks_like (value, "0.0000") && (*value == '0' || strcmp (value, "1.0000") == 0);
}

/* Nine digits are enough for ever, and counting on from them stays within a guint. */
static gboolean
is_key_of (const char *value, const char *letters)
{
  guint n_digits = 0;

  if (*value == '\0' || strchr (letters, *value) == NULL || value[1] == '0')
    return FALSE;
  while (n_digits <= 9 && g_ascii_isdigit (value[n_digits + 1]))
    n_digits++;
  return n_digits >= 1 && n_digits <= 9 && value[n_digits + 1] == '\0';
}

static gboolean
is_any_key (const char *value)
{
  return is_key_of (value, "kbpatcndghl");
}

static gboolean
is_annotation_key (const char *value)
{
  return is_key_of (value, "a");
}

static gboolean
is_block_key (const char *value)
{
  return is_key_of (value, "b");
}

static gboolean
is_correction_key (const char *value)
{
  return is_key_of (value, "c");
}

static gboolean
is_dismissal_key (const char *value)
{
  return is_key_of (value, "d");
}

static gboolean
is_change_key (const char *value)
{
  return is_key_of (value, "h");
}

static gboolean
is_link_key (const char *value)
{
  return is_key_of (value, "l");
}

static gboolean
is_notice_key (const char *value)
{
  return is_key_of (value, "n");
}

static gboolean
is_script_key (const char *value)
{
  return is_key_of (value, "k");
}

static gboolean
is_speaker_key (const char *value)
{
  return is_key_of (value, "p");
}

static gboolean
is_tag_key (const char *value)
{
  return is_key_of (value, "t");
}

/* What data/schema/bulletin-1.rnc says of the same fields; a test holds the two together. */
static const Rule rules[] = {
  /* the story itself */
  { &bul_story_type, "uid", REQUIRED, is_uuid },
  { &bul_story_type, "state", REQUIRED, NULL },
  { &bul_story_type, "bulletin-date", OPTIONAL, is_date },
  { &bul_story_type, "page-date", OPTIONAL, is_date },
  { &bul_stamp_type, "kind", REQUIRED, NULL },
  { &bul_stamp_type, "at", OPTIONAL, is_printed_time },
  { &bul_stamp_type, "block", OPTIONAL, is_block_key },
  { &bul_source_type, "sha256", REQUIRED, is_sha256 },
  { &bul_source_type, "line-ends", OPTIONAL, is_line_ends },
  { &bul_source_type, "bytes", REQUIRED, NULL },
  { &bul_speaker_type, "key", REQUIRED, is_speaker_key },
  { &bul_speaker_type, "number", REQUIRED, NULL },
  { &bul_speaker_type, "role", REQUIRED, NULL },
  { &bul_speaker_name_type, "language", OPTIONAL, is_language },
  { &bul_script_type, "key", REQUIRED, is_script_key },
  { &bul_script_type, "language", OPTIONAL, is_language },
  { &bul_script_type, "role", REQUIRED, NULL },
  { &bul_block_type, "key", REQUIRED, is_block_key },
  { &bul_block_type, "speakers", OPTIONAL, is_speaker_key },
  { &bul_block_type, "text", REQUIRED, bul_chars_valid_block_text },
  /* what is said about it */
  { &bul_span_type, "on", OPTIONAL, is_block_key },
  { &bul_annotation_type, "key", REQUIRED, is_annotation_key },
  { &bul_annotation_type, "kind", REQUIRED, NULL },
  { &bul_annotation_type, "state", REQUIRED, NULL },
  { &bul_annotation_type, "at", OPTIONAL, is_moment },
  { &bul_reply_type, "at", OPTIONAL, is_moment },
  { &bul_tag_type, "key", REQUIRED, is_tag_key },
  { &bul_tag_type, "code", REQUIRED, is_code },
  { &bul_tag_type, "at", OPTIONAL, is_moment },
  { &bul_correction_type, "key", REQUIRED, is_correction_key },
  { &bul_correction_type, "class", REQUIRED, NULL },
  { &bul_correction_type, "weight", REQUIRED, NULL },
  { &bul_correction_type, "state", REQUIRED, NULL },
  { &bul_correction_type, "reads", REQUIRED, NULL },
  { &bul_correction_type, "at", OPTIONAL, is_moment },
  { &bul_correction_type, "approved-at", OPTIONAL, is_moment },
  { &bul_correction_type, "published-at", OPTIONAL, is_moment },
  { &bul_correction_type, "of", OPTIONAL, is_correction_key },
  { &bul_correction_type, "was", REQUIRED, NULL },
  { &bul_correction_type, "now", REQUIRED, NULL },
  { &bul_target_type, "place", REQUIRED, NULL },
  { &bul_target_type, "state", REQUIRED, NULL },
  { &bul_target_type, "at", OPTIONAL, is_moment },
  { &bul_notice_type, "key", REQUIRED, is_notice_key },
  { &bul_notice_type, "kinds", REQUIRED, NULL },
  { &bul_notice_type, "corrections", OPTIONAL, is_correction_key },
  { &bul_notice_type, "at", OPTIONAL, is_moment },
  { &bul_notice_type, "published-at", OPTIONAL, is_moment },
  { &bul_notice_text_type, "language", REQUIRED, is_language },
  { &bul_notice_text_type, "use", REQUIRED, NULL },
  { &bul_dismissal_type, "key", REQUIRED, is_dismissal_key },
  { &bul_dismissal_type, "on", OPTIONAL, is_block_key },
  { &bul_dismissal_type, "code", REQUIRED, is_field_name },
  { &bul_dismissal_type, "at", OPTIONAL, is_moment },
  { &bul_change_type, "key", REQUIRED, is_change_key },
  { &bul_change_type, "base", REQUIRED, NULL },
  { &bul_change_type, "block", REQUIRED, is_block_key },
  { &bul_change_type, "state", REQUIRED, NULL },
  { &bul_change_type, "at", OPTIONAL, is_moment },
  { &bul_change_type, "was", REQUIRED, NULL },
  { &bul_change_type, "now", REQUIRED, NULL },
  { &bul_link_type, "key", REQUIRED, is_link_key },
  { &bul_link_type, "state", REQUIRED, NULL },
  { &bul_link_type, "confidence", OPTIONAL, is_share },
  { &bul_link_type, "at", OPTIONAL, is_moment },
  { &bul_segment_type, "language", REQUIRED, NULL },
  { &bul_segment_type, "on", OPTIONAL, is_block_key },
  /* its history */
  { &bul_revision_type, "number", REQUIRED, NULL },
  { &bul_revision_type, "uuid", REQUIRED, is_uuid },
  { &bul_revision_type, "hash", REQUIRED, is_sha256 },
  { &bul_revision_type, "at", REQUIRED, is_moment },
  { &bul_revision_type, "aired-at", OPTIONAL, is_moment },
  { &bul_edit_type, "kind", REQUIRED, NULL },
  { &bul_edit_type, "on", OPTIONAL, is_any_key },
  { &bul_edit_type, "field", OPTIONAL, is_field_name },
};

/* What each kind of edit carries. */
typedef struct
{
  BulEditKind kind;
  gboolean needs_block;
  gboolean needs_field;
  gboolean has_values;
  guint n_things;
} EditRule;

static const EditRule edit_rules[] = {
  /* kind, block, field, values, things */
  { BUL_EDIT_TEXT, TRUE, FALSE, TRUE, 0 },    { BUL_EDIT_SPLIT, TRUE, FALSE, FALSE, 1 },
  { BUL_EDIT_JOIN, TRUE, FALSE, FALSE, 1 },   { BUL_EDIT_ADD, FALSE, TRUE, FALSE, 1 },
  { BUL_EDIT_REMOVE, FALSE, TRUE, FALSE, 1 }, { BUL_EDIT_SET, FALSE, TRUE, TRUE, 0 },
};

static gboolean G_GNUC_PRINTF (2, 3) invalid (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_said (const Rule *rule, gboolean said, GError **error)
{
  if (said || !rule->required)
    return TRUE;
  return invalid (error, _ ("“%s” of <%s> is missing."), rule->field, rule->type->name);
}

static gboolean
check_shape (const char *value, const Rule *rule, GError **error)
{
  g_autofree char *start = NULL;

  if (value == NULL || rule->shape == NULL || rule->shape (value))
    return TRUE;
  start = bul_chars_slice (value, 0, 40);
  if (rule->shape == bul_chars_valid_block_text)
    return invalid (error, _ ("A line of a script holds a line end: “%s”."), start);
  return invalid (error, _ ("“%s” is no value for “%s” of <%s>."), start, rule->field,
                  rule->type->name);
}

/* Of each rule: by name they would be looked for with every record. */
static const BulField *const *
get_fields (void)
{
  static const BulField *fields[G_N_ELEMENTS (rules)];
  static gsize found = 0;

  if (g_once_init_enter (&found))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        fields[i] = bul_record_type_find_field (rules[i].type, rules[i].field);
      g_once_init_leave (&found, 1);
    }
  return fields;
}

static gboolean
check_rule (gconstpointer record, const Rule *rule, const BulField *field, GError **error)
{
  gpointer place = bul_record_field (record, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      return check_said (rule, *(char **) place != NULL, error)
             && check_shape (*(char **) place, rule, error);
    case BUL_FIELD_REFS:
      for (guint i = 0; *(GStrv *) place != NULL && (*(GStrv *) place)[i] != NULL; i++)
        if (!check_shape ((*(GStrv *) place)[i], rule, error))
          return FALSE;
      return check_said (rule, *(GStrv *) place != NULL, error);
    case BUL_FIELD_BYTES:
      return check_said (rule, *(GBytes **) place != NULL, error);
    case BUL_FIELD_NUMBER:
    case BUL_FIELD_WORD:
    case BUL_FIELD_WORDS:
      return check_said (rule, *(guint *) place != 0, error);
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_FLAG:
    case BUL_FIELD_RECORDS:
      break;
    }
  return TRUE;
}

static gboolean
check_source (const BulSource *source, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->bytes);

  if (strcmp (sha256, source->sha256) == 0)
    return TRUE;
  return invalid (error, _ ("The bytes of the source are damaged: their SHA-256 is not %s."),
                  source->sha256);
}

/* Of a span or a segment. */
static gboolean
check_span (const BulSpan *span, GError **error)
{
  const char *name = bul_record_get_type (span)->name;

  if (span->start > span->end)
    return invalid (error, _ ("A <%s> ends before it starts."), name);
  if (span->on == NULL && !span->orphan)
    return invalid (error, _ ("A <%s> names no block."), name);
  return TRUE;
}

static gboolean
check_split_thing (const BulEdit *edit)
{
  return (edit->kind != BUL_EDIT_SPLIT && edit->kind != BUL_EDIT_JOIN)
         || bul_record_get_type (edit->things->pdata[0]) == &bul_block_type;
}

static gboolean
check_edit (const BulEdit *edit, GError **error)
{
  const EditRule *rule = &edit_rules[edit->kind - 1];
  const char *kind = bul_enum_to_word (bul_edit_kind_words, edit->kind);
  gboolean has_values = edit->removed != NULL || edit->inserted != NULL;

  g_assert (rule->kind == edit->kind);
  if ((rule->needs_block && (edit->on == NULL || !is_block_key (edit->on)))
      || rule->needs_field != (edit->field != NULL) || (has_values && !rule->has_values)
      || edit->things->len != rule->n_things || !check_split_thing (edit))
    return invalid (error, _ ("An <edit> of kind “%s” does not hold what it must."), kind);
  if (edit->kind == BUL_EDIT_SET && edit->at != 0)
    return invalid (error, _ ("An <edit> of kind “%s” has no place."), kind);
  if (edit->kind == BUL_EDIT_TEXT
      && ((edit->removed != NULL && !bul_chars_valid_block_text (edit->removed))
          || (edit->inserted != NULL && !bul_chars_valid_block_text (edit->inserted))))
    return invalid (error, _ ("An <edit> of kind “%s” holds a line end."), kind);
  return TRUE;
}

gboolean
bul_import_xml_check_record (gconstpointer record, GError **error)
{
  const BulRecordType *type = bul_record_get_type (record);
  const BulField *const *fields = get_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].type == type && !check_rule (record, &rules[i], fields[i], error))
      return FALSE;

  if (type == &bul_source_type)
    return check_source (record, error);
  if (type == &bul_span_type || type == &bul_segment_type)
    return check_span (record, error);
  if (type == &bul_edit_type)
    return check_edit (record, error);
  return TRUE;
}

void
bul_import_xml_blame_line (GError **error, guint line)
{
  g_autofree char *whole = NULL;

  if (error == NULL || *error == NULL)
    return;
  whole = g_strdup_printf (_ ("Line %u: %s The story was not read, and nothing was changed. Mend "
                              "that line, or ask for another copy of the file."),
                           line, (*error)->message);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&whole);
}
