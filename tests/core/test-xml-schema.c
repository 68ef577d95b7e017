/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-edit.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-exporters.h"
#include "bul-finding.h"
#include "bul-import-xml.h"
#include "bul-link.h"
#include "bul-revision.h"
#include "bul-scalar.h"
#include "bul-story-xml.h"
#include "bul-validate.h"
#include "test-xml-stories.h"
#include "unit.h"

#define N_STORIES 500

/* Enough stories that each field was said in one of them. */
#define N_SAMPLES 2
#define N_SAMPLES_SLOW 60

static GPtrArray *
validate (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);

  bul_validate (bytes, findings, &error);
  g_assert_no_error (error);
  return findings;
}

static void
assert_valid (GBytes *bytes)
{
  g_autoptr (GPtrArray) findings = validate (bytes);
  const BulFinding *first = findings->len == 0 ? NULL : findings->pdata[0];

  if (first != NULL)
    g_error ("line %u: %s in\n%s", first->line, first->message,
             (const char *) g_bytes_get_data (bytes, NULL));
}

/* What was seen of a field: `type.field=word`, and `type.field=` where it was not said. */
static void
note_field (GHashTable *seen, gconstpointer record, const BulField *field)
{
  const char *type = bul_record_get_type (record)->name;
  g_autofree char *value = bul_scalar_dup (record, field);
  g_auto (GStrv) words = g_strsplit (value == NULL ? "" : value, " ", -1);

  if (value == NULL)
    g_hash_table_add (seen, g_strdup_printf ("%s.%s=", type, field->name));
  else if (field->words == NULL)
    g_hash_table_add (seen, g_strdup_printf ("%s.%s=said", type, field->name));
  for (guint i = 0; field->words != NULL && words[i] != NULL; i++)
    g_hash_table_add (seen, g_strdup_printf ("%s.%s=%s", type, field->name, words[i]));
}

static void
note_record (GHashTable *seen, GHashTable *types, gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  g_hash_table_add (types, (gpointer) type);
  for (guint i = 0; i < type->n_fields; i++)
    {
      GPtrArray *list;

      if (type->fields[i].type != BUL_FIELD_RECORDS)
        {
          note_field (seen, record, &type->fields[i]);
          continue;
        }
      list = *(GPtrArray **) bul_record_field (record, &type->fields[i]);
      for (guint j = 0; j < list->len; j++)
        note_record (seen, types, list->pdata[j]);
    }
}

static void
assert_seen (GHashTable *seen, const BulRecordType *type, const BulField *field, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s.%s=%s", type->name, field->name, what);

  if (!g_hash_table_contains (seen, name))
    g_error ("No story had %s", name);
}

/* The elements of blocks are tried by the stories themselves; this is for all the rest. */
static gboolean
is_free_text (const BulField *field)
{
  return field->type == BUL_FIELD_OFFSET || field->place == BUL_PLACE_CONTENT;
}

static void
assert_all_seen (GHashTable *seen, const BulRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];

      if (field->type == BUL_FIELD_RECORDS)
        continue;
      if (!is_free_text (field) && !xml_stories_is_required (type, field))
        assert_seen (seen, type, field, "");
      if (field->words == NULL)
        assert_seen (seen, type, field, "said");
      for (guint w = 1; field->words != NULL && field->words[w] != BUL_ENUM_END; w++)
        assert_seen (seen, type, field, field->words[w]);
    }
}

static void
test_every_word (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer type;

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (BulStory) story = xml_stories_make (rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bul_exporters_find ("xml")->write (story, &error);

      g_assert_no_error (error);
      assert_valid (bytes);
      note_record (seen, types, story);
    }

  g_hash_table_iter_init (&iter, types);
  while (g_hash_table_iter_next (&iter, &type, NULL))
    assert_all_seen (seen, type);
}

/* Whether the reader has anything to say against what was written. */
static gboolean
importer_accepts (GBytes *bytes)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (BulStory) story = bul_import_xml (bytes, findings, NULL);

  return story != NULL && findings->len == 0;
}

static gboolean
schema_accepts (GBytes *bytes)
{
  g_autoptr (GPtrArray) findings = validate (bytes);

  return findings->len == 0;
}

static void
assert_agree (const BulStory *story, const BulRecordType *type, const BulField *field)
{
  GString *xml = bul_story_to_xml (story);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (xml);

  if (importer_accepts (bytes) != schema_accepts (bytes))
    g_error ("On %s of <%s> the reader (%d) and the schema differ:\n%s", field->name, type->name,
             importer_accepts (bytes), (const char *) g_bytes_get_data (bytes, NULL));
}

static void
unsay (gpointer place, const BulField *field)
{
  switch (field->type)
    {
    case BUL_FIELD_STRING:
    case BUL_FIELD_KEY:
    case BUL_FIELD_REF:
      g_clear_pointer ((char **) place, g_free);
      break;
    case BUL_FIELD_REFS:
      g_clear_pointer ((GStrv *) place, g_strfreev);
      break;
    default:
      *(guint *) place = 0;
      break;
    }
}

static void
say_nonsense (gpointer place, const BulField *field)
{
  unsay (place, field);
  if (field->type == BUL_FIELD_REFS)
    *(GStrv *) place = g_strsplit ("?! ?!", " ", -1);
  else
    *(char **) place = g_strdup ("?!");
}

/* The bytes are held to their hash by the reader, which a schema cannot do; nothing else differs.
 */
static gboolean
can_unsay (const BulField *field)
{
  return field->type != BUL_FIELD_RECORDS && field->type != BUL_FIELD_BYTES
         && field->place != BUL_PLACE_NAME;
}

static gboolean
can_say_nonsense (const BulField *field)
{
  return field->type == BUL_FIELD_STRING || field->type == BUL_FIELD_KEY
         || field->type == BUL_FIELD_REF || field->type == BUL_FIELD_REFS;
}

static void
try_field (const BulStory *story, gpointer record, const BulField *field)
{
  gpointer place = bul_record_field (record, field);
  guint8 kept[sizeof (gpointer)] = { 0 };
  gsize size = can_say_nonsense (field) ? sizeof (gpointer) : sizeof (guint);

  if (!can_unsay (field) || strcmp (field->name, "uid") == 0)
    return;
  memcpy (kept, place, size);
  memset (place, 0, size);
  assert_agree (story, bul_record_get_type (record), field);
  if (can_say_nonsense (field))
    {
      say_nonsense (place, field);
      assert_agree (story, bul_record_get_type (record), field);
      unsay (place, field);
    }
  memcpy (place, kept, size);
}

static void
try_record (const BulStory *story, gpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      GPtrArray *list;

      if (type->fields[i].type != BUL_FIELD_RECORDS)
        {
          try_field (story, record, &type->fields[i]);
          continue;
        }
      list = *(GPtrArray **) bul_record_field (record, &type->fields[i]);
      for (guint j = 0; j < list->len; j++)
        try_record (story, list->pdata[j]);
    }
}

static void
test_reader_agrees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n = g_test_slow () ? N_SAMPLES_SLOW : N_SAMPLES;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BulStory) story = xml_stories_make (rand);

      try_record (story, story);
    }
}

static void
test_findings (void)
{
  static const struct
  {
    const char *what;
    const char *from;
    const char *to;
    const char *code;
    guint line;
  } cases[] = {
    /* the grammar */
    { "no such kind of block", "<headline ", "<song/><headline ", "rng", 17 },
    { "no such section", "kind=\"lead\"", "kind=\"middle\"", "rng", 20 },
    { "a moment without its zone", "09:10:00+09:00", "09:10:00", "rng", 41 },
    { "no such day", "\"2031-03-04\" page", "\"2031-02-29\" page", "rng", 2 },
    { "an id twice", "s5b0c9d2e.b8\" line", "s5b0c9d2e.b5\" line", "rng", 27 },
    { "foreign content among our own", "<note>", "<x:y xmlns:x='u:x'/><note>", "rng", 37 },
    { "a line end within a line", "Work on", "Work\non", "rng", 27 },
    { "an edit that holds too little", " on=\"b5\"", "", "rng", 57 },
    /* the rules */
    { "a span that is off by one", "start=\"12\" end=\"21\"", "start=\"13\" end=\"22\"", "sch",
      36 },
    { "a span past the end", "end=\"21\"", "end=\"221\"", "sch", 36 },
    { "a block that is not there", "on=\"s5b0c9d2e.b8\"", "on=\"s5b0c9d2e.b88\"", "sch", 36 },
    { "a dismissal of a line that is not there", "</notice>",
      "</notice><dismissal xml:id='s5b0c9d2e.d1' on='s5b0c9d2e.b88' code='empty'/>", "sch", 52 },
    { "a pair of words that are not there", "</notice>",
      "</notice><link xml:id='s5b0c9d2e.l1' state='automatic'>"
      "<segment xml:lang='en' on='s5b0c9d2e.b8' start='12' end='21'>west pier</segment></link>",
      "sch", 52 },
    { "a pair that is not what was confirmed", "</notice>",
      "</notice><link xml:id='s5b0c9d2e.l1' state='confirmed'>"
      "<segment xml:lang='en' on='s5b0c9d2e.b8' start='12' end='21'>east pier</segment>"
      "<english>west pier</english></link>",
      "sch", 52 },
    { "a pair without its language", "</notice>",
      "</notice><link xml:id='s5b0c9d2e.l1' state='automatic'>"
      "<segment on='s5b0c9d2e.b8' start='12' end='21'>east pier</segment></link>",
      "rng", 52 },
    { "a share that is none", "</notice>",
      "</notice><link xml:id='s5b0c9d2e.l1' state='automatic' confidence='1.2'/>", "rng", 52 },
    { "no such speaker", "speakers=\"s5b0c9d2e.p3\"", "speakers=\"s5b0c9d2e.p4\"", "sch", 28 },
    { "no such correction", "corrections=\"s5b0c9d2e.c1\"", "corrections=\"s5b0c9d2e.c2\"", "sch",
      49 },
    { "a number twice", "number=\"3\"", "number=\"2\"", "sch", 11 },
    { "what a passage does not read", "reads=\"now\"", "reads=\"was\"", "sch", 41 },
    { "another story's id", "xml:id=\"s5b0c9d2e\"", "xml:id=\"s00000000\"", "sch", 2 },
    { "a revision left out", "n=\"2\"", "n=\"3\"", "sch", 56 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = xml_stories_load_sample (cases[i].from, cases[i].to);
      g_autoptr (GPtrArray) findings = validate (bytes);
      const BulFinding *first;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (findings->len, >, 0);
      first = findings->pdata[0];
      g_assert_cmpstr (first->code, ==, cases[i].code);
      g_assert_cmpuint (first->line, ==, cases[i].line);
      g_assert_cmpuint (strlen (first->message), >, 10);
    }
}

static void
test_sample (void)
{
  g_autoptr (GBytes) bytes = xml_stories_load_sample (NULL, NULL);

  assert_valid (bytes);
}

static void
test_foreign_is_allowed (void)
{
  g_autoptr (GBytes) attribute = xml_stories_load_sample (
      " state=\"corrected\"", " state=\"corrected\" xmlns:x=\"u:x\" x:y=\"z\"");
  g_autoptr (GBytes) element = xml_stories_load_sample (
      "</story>", "<a xmlns=\"u:x\" b=\"c\"><d>e</d><plain xmlns=\"\"/></a></story>");

  assert_valid (attribute);
  assert_valid (element);
}

/* A reader that is told what the schema forbids says so, and believes the words. */
static void
test_pair_differs (void)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GBytes) bytes = xml_stories_load_sample (
      "</notice>",
      "</notice><link xml:id='s5b0c9d2e.l1' state='confirmed'>"
      "<segment xml:lang='en' on='s5b0c9d2e.b8' start='12' end='21'>east pier</segment>"
      "<english>west pier</english></link>");
  g_autoptr (BulStory) story = bul_import_xml (bytes, findings, NULL);

  g_assert_nonnull (story);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((BulFinding *) findings->pdata[0])->code, ==, "pair-differs");
  g_assert_cmpint (((BulLink *) story->links->pdata[0])->state, ==, BUL_LINK_STALE);
}

/* What other programs put into a file goes through a story and comes out again, and stays so. */
static void
test_foreign_is_kept (void)
{
  static const struct
  {
    const char *what;
    const char *from;
    const char *to;
    const char *kept;
    const char *told; /* code of the finding; NULL: none */
  } cases[] = {
    /* where the grammar has a place for it */
    { "an element", "</story>", "<a:b xmlns:a='u:a' c='1'>x &lt; <a:d/></a:b></story>",
      "\n <a:b xmlns:a=\"u:a\" c=\"1\">x &lt; <a:d></a:d></a:b>\n", NULL },
    { "an element without a prefix", "</story>", "<b xmlns='u:a'><c xmlns=''/></b></story>",
      "<b xmlns=\"u:a\"><c xmlns=\"\"></c></b>", NULL },
    { "attributes", " state=\"corrected\"",
      " state='corrected' xmlns:a='u:a' xmlns:b='u:b' a:x='1' b:y='2' a:z='3'",
      " xmlns:a=\"u:a\" a:x=\"1\" xmlns:b=\"u:b\" b:y=\"2\" a:z=\"3\">", NULL },
    { "an instruction", "</story>", "<?a b?></story>", "\n <?a b?>\n", NULL },
    { "an instruction inside", "</story>", "<b xmlns='u:a'><?c?></b></story>",
      "<b xmlns=\"u:a\"><?c?></b>", NULL },
    { "a namespace of the whole file", " state=\"corrected\"",
      " state='corrected' xmlns:a='u:a' a:x='1'", " xmlns:a=\"u:a\" a:x=\"1\">", NULL },
    /* elsewhere it goes to the end */
    { "before our own", "<programme>", "<b xmlns='u:a'/><programme>",
      "\n <b xmlns=\"u:a\"></b>\n</story>", NULL },
    { "inside of our own", "<note>", "<b xmlns='u:a'>y</b><note>",
      "\n <b xmlns=\"u:a\">y</b>\n</story>", "foreign-kept" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
      g_autoptr (GBytes) bytes = xml_stories_load_sample (cases[i].from, cases[i].to);
      g_autoptr (GError) error = NULL;
      g_autoptr (BulStory) story = bul_import_xml (bytes, findings, &error);
      g_autoptr (BulStory) again = NULL;
      g_autoptr (GBytes) written = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, cases[i].told == NULL ? 0 : 1);
      g_assert_cmpstr (findings->len == 0 ? NULL : ((BulFinding *) findings->pdata[0])->code, ==,
                       cases[i].told);
      written = bul_exporters_find ("xml")->write (story, &error);
      g_assert_no_error (error);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL),
                                      (gssize) g_bytes_get_size (written), cases[i].kept));
      assert_valid (written);
      again = bul_import_xml (written, findings, &error);
      g_assert_no_error (error);
      g_assert_true (bul_record_equal (story, again));
    }
}

/* Not one line of an unreadable number of them goes to standard error, and not all are kept. */
static void
test_many_findings (void)
{
  g_autoptr (GString) songs = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (songs, "<cue line='0'/>");
  g_string_append (songs, "<headline ");
  bytes = xml_stories_load_sample ("<headline ", songs->str);
  findings = validate (bytes);
  g_assert_cmpuint (findings->len, >, 100);
  g_assert_cmpuint (findings->len, <=, 200);
}

static void
test_not_well_formed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<story>", 7);
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  g_autoptr (GError) error = NULL;

  g_assert_false (bul_validate (bytes, findings, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_INVALID);
}

UNIT (xml_schema)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-schema/every-word", test_every_word);
  g_test_add_func ("/xml-schema/reader-agrees", test_reader_agrees);
  g_test_add_func ("/xml-schema/sample", test_sample);
  g_test_add_func ("/xml-schema/findings", test_findings);
  g_test_add_func ("/xml-schema/pair-differs", test_pair_differs);
  g_test_add_func ("/xml-schema/many-findings", test_many_findings);
  g_test_add_func ("/xml-schema/foreign-is-allowed", test_foreign_is_allowed);
  g_test_add_func ("/xml-schema/foreign-is-kept", test_foreign_is_kept);
  g_test_add_func ("/xml-schema/not-well-formed", test_not_well_formed);

  return g_test_run ();
}
