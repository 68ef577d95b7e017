/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-xml-stories.h"

#include <string.h>

#include "bul-annotation.h"
#include "bul-block.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-edit.h"
#include "bul-history.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-revision.h"
#include "bul-source.h"
#include "bul-span.h"
#include "bul-stamp.h"
#include "bul-tag.h"
#include "bul-thing.h"

typedef struct
{
  GRand *rand;
  guint last_key[26];
  guint n_speakers;
  guint n_revisions;
  guint line;
  gboolean carried; /* in an edit: keys are of anywhere */
} Maker;

/* Type and field, for what is always said. */
static const char *const required[] = {
  "story.uid",        "story.state",       "stamp.kind",       "source.sha256",
  "source.bytes",     "speaker.key",       "speaker.number",   "speaker.role",
  "script.key",       "script.role",       "block.key",        "block.kind",
  "span.start",       "span.end",          "annotation.key",   "annotation.kind",
  "annotation.state", "tag.key",           "tag.code",         "correction.key",
  "correction.class", "correction.weight", "correction.state", "correction.reads",
  "correction.was",   "correction.now",    "target.place",     "target.state",
  "notice.key",       "notice.kinds",      "text.language",    "text.use",
  "revision.number",  "revision.uuid",     "revision.hash",    "revision.at",
  "change.key",       "change.base",       "change.block",     "change.state",
  "change.was",       "change.now",        "dismissal.key",    "dismissal.code",
  "link.key",         "link.state",        "segment.language", "segment.start",
  "segment.end",      "edit.kind",         "foreign.text",     NULL,
};

/* Fields with a shape of their own, and values that have it. */
static const struct
{
  const char *field;
  const char *values[3];
} shaped[] = {
  { "foreign.text",
    { "<x:e xmlns:x=\"u:x\" x:a=\"1 &lt; 2\">words &amp; <x:f></x:f></x:e>",
      "<m xmlns=\"u:m\"> <n xmlns=\"\"></n></m>", "<?of-others and their ways?>" } },
  { "story.bulletin-date", { "2025-06-12", "2024-02-29", "1999-12-31" } },
  { "story.page-date", { "2025-06-12", "2024-02-29", "1999-12-31" } },
  { "stamp.at", { "2025-06-12T22:46", "2025-06-12T22:46:07", "2025-02-31T00:00" } },
  { "source.line-ends", { "lf", "crlf", "mixed" } },
  { "name.language", { "ko", "en", "ko-KR" } },
  { "script.language", { "ko", "en", "en-US" } },
  { "text.language", { "ko", "en", "ja" } },
  { "change.block", { "b1", "b17", "b300" } },
  { "dismissal.code", { "quote-not-closed", "empty", "copy-differs" } },
  { "link.confidence", { "0.0000", "0.9731", "1.0000" } },
  { "tag.code", { "medtop:20000639", "desk:외교", "x-1:a/b" } },
};

static const char *const moments[]
    = { "2025-06-12T22:46:00+09:00", "2025-01-01T00:00:00-05:00", "2024-02-29T23:59:59Z" };

static const char *const bits[] = {
  "",
  " ",
  "가",
  "대통령",
  "각",
  "ᄀᆞᆷ",
  "樂",
  "N. Korea ",
  "\"faith and trust\"",
  "<b>",
  "&amp;",
  "&#38;",
  "]]>",
  "'",
  "\t",
  "e\xcc\x81",
  "\xf0\x9f\x98\x80",
  "\xe2\x80\xa8",
  "\xc2\x85",
  "\xef\xbb\xbf",
  "\xef\xbf\xbd",
  "27",
};

static guint
choose (Maker *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

/* Line ends only where @lines says so: a block is one line. */
static char *
make_text (Maker *self, gboolean lines)
{
  GString *text = g_string_new (NULL);

  for (guint n = choose (self, 8); n > 0; n--)
    g_string_append (text, bits[choose (self, G_N_ELEMENTS (bits))]);
  if (lines && choose (self, 6) == 0)
    g_string_append (text, choose (self, 2) == 0 ? "\n \n" : "\r\n\r");
  return g_string_free (text, FALSE);
}

static char *
make_hex (Maker *self, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (text, "0123456789abcdef"[choose (self, 16)]);
  return g_string_free (text, FALSE);
}

static char *
make_uuid (Maker *self)
{
  g_autofree char *hex = make_hex (self, 32);

  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

static char *
make_key (Maker *self, char letter)
{
  if (self->carried)
    return g_strdup_printf ("%c%u", letter, 1 + choose (self, 99));
  return g_strdup_printf ("%c%u", letter, ++self->last_key[letter - 'a']);
}

static char
key_letter (const BulRecordType *type)
{
  static const struct
  {
    const char *type;
    char letter;
  } letters[] = {
    { "script", 'k' }, { "block", 'b' },  { "speaker", 'p' },    { "annotation", 'a' },
    { "tag", 't' },    { "notice", 'n' }, { "correction", 'c' }, { "dismissal", 'd' },
    { "change", 'h' }, { "link", 'l' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (letters[i].type, type->name) == 0)
      return letters[i].letter;
  g_assert_not_reached ();
}

/* The letter of the things to which a reference may lead. */
static char
target_letter (const BulField *field)
{
  if (strcmp (field->name, "speakers") == 0)
    return 'p';
  return strcmp (field->name, "of") == 0 || strcmp (field->name, "corrections") == 0 ? 'c' : 'b';
}

BulStory *
xml_stories_make_saved (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BulStory *story = xml_stories_make (rand);
  g_autoptr (BulHistory) history = NULL;

  g_free (story->uid);
  story->uid = g_uuid_string_random ();
  g_ptr_array_set_size (story->revisions, 0);
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Min", "Imported");
}

gboolean
xml_stories_is_required (const BulRecordType *type, const BulField *field)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", type->name, field->name);

  return g_strv_contains (required, name);
}

static char *
make_string (Maker *self, const BulRecordType *type, const BulField *field)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", type->name, field->name);

  for (guint i = 0; i < G_N_ELEMENTS (shaped); i++)
    if (strcmp (shaped[i].field, name) == 0)
      return g_strdup (shaped[i].values[choose (self, 3)]);
  if (strcmp (field->name, "uid") == 0 || strcmp (field->name, "uuid") == 0)
    return make_uuid (self);
  if (strcmp (field->name, "hash") == 0)
    return make_hex (self, 64);
  if (strcmp (field->name, "at") == 0 || g_str_has_suffix (field->name, "-at"))
    return g_strdup (moments[choose (self, G_N_ELEMENTS (moments))]);
  return make_text (self, type != &bul_block_type && type != &bul_edit_type);
}

static guint
count_words (const BulField *field)
{
  guint n = 0;

  while (field->words[n] != BUL_ENUM_END)
    n++;
  return n;
}

static void fill (Maker *self, gpointer record);

static void
fill_list (Maker *self, const BulField *field, GPtrArray *list)
{
  for (guint n = choose (self, field->records == &bul_block_type ? 9 : 4); n > 0; n--)
    {
      gpointer record = bul_record_new (field->records);

      g_ptr_array_add (list, record);
      fill (self, record);
    }
}

static void
fill_field (Maker *self, gpointer record, const BulField *field)
{
  const BulRecordType *type = bul_record_get_type (record);
  gpointer place = bul_record_field (record, field);

  switch (field->type)
    {
    case BUL_FIELD_STRING:
      g_free (*(char **) place);
      *(char **) place = make_string (self, type, field);
      break;
    case BUL_FIELD_KEY:
      *(char **) place = make_key (self, key_letter (type));
      break;
    case BUL_FIELD_REF:
      *(char **) place
          = make_key (&(Maker){ .rand = self->rand, .carried = TRUE }, target_letter (field));
      break;
    case BUL_FIELD_REFS:
      *(GStrv *) place = g_strsplit (target_letter (field) == 'p' ? "p1 p2" : "c2 c1", " ", -1);
      break;
    case BUL_FIELD_NUMBER:
      *(guint *) place = 1 + choose (self, 1000);
      break;
    case BUL_FIELD_FLAG:
      *(gboolean *) place = TRUE;
      break;
    case BUL_FIELD_WORD:
      *(guint *) place = 1 + choose (self, count_words (field) - 1);
      break;
    case BUL_FIELD_WORDS:
      *(guint *) place = (1 + choose (self, (1u << (count_words (field) - 1)) - 1)) << 1;
      break;
    case BUL_FIELD_RECORDS:
      if (field->records != NULL)
        fill_list (self, field, *(GPtrArray **) place);
      break;
    case BUL_FIELD_OFFSET:
    case BUL_FIELD_BYTES:
      break;
    }
}

static void
fill_source (Maker *self, BulSource *source)
{
  g_autofree char *text = make_text (self, TRUE);

  source->bytes = g_bytes_new (text, strlen (text));
  g_free (source->sha256);
  source->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->bytes);
}

static void
fill_block (Maker *self, BulBlock *block)
{
  block->line = choose (self, 3) == 0 ? 0 : ++self->line;
  block->last_line = block->line == 0 ? 0 : (self->line += choose (self, 3));
}

/* One of the records that an edit may carry. */
static gpointer
make_thing (Maker *self, gboolean only_block)
{
  static const char *const elements[]
      = { "stamp",  "paragraph", "bite",      "script", "speaker", "annotation", "correction",
          "notice", "tag",       "dismissal", "change", "link",    "source" };
  const char *element = elements[choose (self, only_block ? 3 : G_N_ELEMENTS (elements))];
  gpointer thing = bul_record_new (bul_thing_type_for_element (element));
  Maker inner = { .rand = self->rand, .carried = TRUE };

  fill (&inner, thing);
  return thing;
}

static void
fill_edit (Maker *self, BulEdit *edit)
{
  gboolean in_block = edit->kind <= BUL_EDIT_JOIN;
  gboolean has_values = edit->kind == BUL_EDIT_TEXT || edit->kind == BUL_EDIT_SET;

  if (in_block)
    {
      g_free (edit->on);
      edit->on = g_strdup ("b3");
      g_clear_pointer (&edit->field, g_free);
    }
  else
    {
      g_free (edit->on);
      edit->on = choose (self, 2) == 0 ? NULL : g_strdup ("c12");
      g_free (edit->field);
      edit->field = g_strdup ("last-line");
    }
  if (edit->kind == BUL_EDIT_SET)
    edit->at = 0;
  if (has_values)
    return;
  g_clear_pointer (&edit->removed, g_free);
  g_clear_pointer (&edit->inserted, g_free);
  g_ptr_array_add (edit->things, make_thing (self, in_block));
}

static void
fill_span (Maker *self, BulSpan *span)
{
  span->start = choose (self, 9);
  span->end = span->start + choose (self, 9);
  if (span->on == NULL)
    span->orphan = TRUE;
}

static void
fill (Maker *self, gpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (xml_stories_is_required (type, &type->fields[i])
        || type->fields[i].type == BUL_FIELD_RECORDS || choose (self, 2) == 0)
      fill_field (self, record, &type->fields[i]);

  if (type == &bul_source_type)
    fill_source (self, record);
  else if (type == &bul_block_type)
    fill_block (self, record);
  else if (type == &bul_edit_type)
    fill_edit (self, record);
  else if (type == &bul_span_type || type == &bul_segment_type)
    fill_span (self, record);
  else if (type == &bul_speaker_type)
    ((BulSpeaker *) record)->number = ++self->n_speakers;
  else if (type == &bul_revision_type)
    ((BulRevision *) record)->number = ++self->n_revisions;
}

static const BulBlock *
choose_block (Maker *self, const BulStory *story)
{
  const BulScript *script
      = story->scripts->len == 0 ? NULL : story->scripts->pdata[choose (self, story->scripts->len)];

  return script == NULL || script->blocks->len == 0
             ? NULL
             : script->blocks->pdata[choose (self, script->blocks->len)];
}

static void
set_string (char **place, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*place);
  *place = copy;
}

/* Puts a span on words that are there, or makes it an orphan. */
static void
place_span (Maker *self, const BulStory *story, BulSpan *span)
{
  const BulBlock *block = choose_block (self, story);
  guint length;

  if (block == NULL || (span->orphan && choose (self, 2) == 0))
    {
      span->orphan = TRUE;
      span->start = 0;
      span->end = 0;
      g_clear_pointer (&span->on, g_free);
      return;
    }
  length = (guint) g_utf8_strlen (block->text, -1);
  set_string (&span->on, block->key);
  span->start = choose (self, length + 1);
  span->end = span->orphan ? span->start : span->start + choose (self, length - span->start + 1);
  if (span->orphan)
    return;
  g_free (span->quote);
  span->quote = g_utf8_substring (block->text, span->start, span->end);
}

static void
place_spans (Maker *self, const BulStory *story, GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    place_span (self, story, spans->pdata[i]);
}

static void
link_correction (Maker *self, const BulStory *story, BulCorrection *correction)
{
  const BulCorrection *first = story->corrections->pdata[0];
  guint reading = choose (self, 3);

  if (reading < 2 && correction->spans->len > 1)
    g_ptr_array_set_size (correction->spans, 1);
  place_spans (self, story, correction->spans);
  if (correction->of != NULL)
    set_string (&correction->of, first->key);
  if (correction->spans->len > 0 && reading < 2)
    set_string (reading == 0 ? &correction->was : &correction->now,
                ((BulSpan *) correction->spans->pdata[0])->quote);
  correction->reads = bul_correction_make_reads (correction);
}

static void
link_blocks (const BulStory *story)
{
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          BulBlock *block = script->blocks->pdata[j];

          if (story->speakers->len < 2)
            g_clear_pointer (&block->speakers, g_strfreev);
        }
    }
}

static void
link_dismissal (Maker *self, const BulStory *story, BulDismissal *dismissal)
{
  const BulBlock *block = choose_block (self, story);

  if (dismissal->on != NULL)
    set_string (&dismissal->on, block == NULL ? NULL : block->key);
}

/* Half of them read as they were seen, or what is said to have been seen is something else. */
static void
link_link (Maker *self, const BulStory *story, BulLink *link)
{
  place_spans (self, story, link->segments);
  if (choose (self, 2) == 0)
    {
      g_free (link->korean);
      g_free (link->english);
      link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
      link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
    }
  link->state = bul_link_make_state (link);
}

static void
link_story (Maker *self, BulStory *story)
{
  link_blocks (story);
  for (guint i = 0; i < story->stamps->len; i++)
    {
      BulStamp *stamp = story->stamps->pdata[i];
      const BulBlock *block = choose_block (self, story);

      if (stamp->block != NULL)
        set_string (&stamp->block, block == NULL ? NULL : block->key);
    }
  for (guint i = 0; i < story->annotations->len; i++)
    place_spans (self, story, ((BulAnnotation *) story->annotations->pdata[i])->spans);
  for (guint i = 0; i < story->tags->len; i++)
    place_spans (self, story, ((BulTag *) story->tags->pdata[i])->spans);
  for (guint i = 0; i < story->corrections->len; i++)
    link_correction (self, story, story->corrections->pdata[i]);
  for (guint i = 0; i < story->notices->len; i++)
    if (story->corrections->len < 2)
      g_clear_pointer (&((BulNotice *) story->notices->pdata[i])->corrections, g_strfreev);
  for (guint i = 0; i < story->dismissals->len; i++)
    link_dismissal (self, story, story->dismissals->pdata[i]);
  for (guint i = 0; i < story->links->len; i++)
    link_link (self, story, story->links->pdata[i]);
}

BulStory *
xml_stories_make (GRand *rand)
{
  Maker self = { .rand = rand };
  BulStory *story = bul_record_new (&bul_story_type);

  fill (&self, story);
  link_story (&self, story);
  return story;
}

GBytes *
xml_stories_load_sample (const char *from, const char *to)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "xml", "story.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GString *xml;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  xml = g_string_new (text);
  if (from != NULL)
    g_assert_cmpuint (g_string_replace (xml, from, to, 1), ==, 1);
  return g_string_free_to_bytes (xml);
}
