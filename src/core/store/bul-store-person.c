/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-person.h"

#include <string.h>

#include "bul-block.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-store-private.h"
#include "bul-time.h"
#include "bul-voices-private.h"

const char *const bul_person_deed_words[]
    = { NULL, "new", "rename", "merge", "apart", BUL_ENUM_END };

#define NAMES " uid, korean, english, others, family, note, merged_into"
#define NAME_VALUES " :uid, :korean, :english, :others, :family, :note, :merged_into"

void
bul_voice_free (gpointer data)
{
  BulVoice *self = data;

  g_free (self->name);
  g_free (self->other);
  g_free (self->person);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static void
heard_free (gpointer data)
{
  BulHeard *self = data;

  g_free (self->uid);
  g_free (self->headline);
  g_free (self->programme);
  g_free (self->day);
  g_free (self->title);
  g_free (self->script);
  g_free (self->language);
  g_free (self->block);
  g_free (self->text);
  g_free (self);
}

static void
deed_free (gpointer data)
{
  BulPersonDeed *self = data;

  g_free (self->by);
  g_free (self->at);
  g_free (self->names);
  g_free (self);
}

static void
apart_free (gpointer data)
{
  BulApart *self = data;

  g_free (self->one);
  g_free (self->other);
  g_free (self);
}

/* Appends what @select gives, a record each. */
static gboolean
read_persons (BulDb *db, sqlite3_stmt *select, GPtrArray *persons, GError **error)
{
  BulDbStep step;

  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      gpointer person = bul_record_new (&bul_person_type);

      g_ptr_array_add (persons, person);
      if (!bul_db_read_record (db, select, person, error))
        {
          sqlite3_reset (select);
          return FALSE;
        }
    }
  return step == BUL_DB_DONE;
}

GPtrArray *
bul_store_list_persons (BulStore *self, GError **error)
{
  g_autoptr (GPtrArray) persons = bul_records_new ();
  sqlite3_stmt *select
      = bul_db_prepare (self->db, "SELECT" NAMES " FROM person ORDER BY id", error);

  if (select == NULL || !read_persons (self->db, select, persons, error))
    return NULL;
  return g_steal_pointer (&persons);
}

/* What is text in a voice: the columns that tell voices apart, then its days. */
enum
{
  NAME,
  OTHER,
  PERSON,
  FIRST,
  LAST,
  N_TEXTS,
};

/* A voice while its rows are added up. */
typedef struct
{
  GString *texts[N_TEXTS];
  guint n_bites;
  guint n_stories; /* 0: none so far */
} Sum;

static void
sum_init (Sum *self)
{
  *self = (Sum){ 0 };
  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_string_new (NULL);
}

static void
sum_clear (Sum *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_string_free (self->texts[i], TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sum, sum_clear)

/* In one piece with its texts, for there are a hundred thousand of them. */
static BulVoice *
make_voice (const Sum *sum)
{
  gsize length = sizeof (BulVoice);
  BulVoice *voice;
  char *at;

  for (guint i = 0; i < N_TEXTS; i++)
    length += sum->texts[i]->len + 1;
  voice = g_malloc0 (length);
  at = (char *) (voice + 1);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      char **fields[N_TEXTS]
          = { &voice->name, &voice->other, &voice->person, &voice->first, &voice->last };

      *fields[i] = at;
      at = g_stpcpy (at, sum->texts[i]->str) + 1;
    }
  voice->n_bites = sum->n_bites;
  voice->n_stories = sum->n_stories;
  return voice;
}

static void
end_voice (Sum *sum, GPtrArray *voices)
{
  if (sum->n_stories == 0)
    return;
  for (guint i = 0; i < N_TEXTS; i++)
    if (!g_utf8_validate (sum->texts[i]->str, -1, NULL))
      {
        g_autofree char *valid = g_utf8_make_valid (sum->texts[i]->str, -1);

        g_string_assign (sum->texts[i], valid);
      }
  g_ptr_array_add (voices, make_voice (sum));
  sum->n_bites = sum->n_stories = 0;
}

/* Rows come voice by voice. */
static void
add_row (Sum *sum, sqlite3_stmt *select, GPtrArray *voices)
{
  const char *texts[FIRST + 1];
  gboolean is_other = sum->n_stories == 0;

  for (int i = 0; i <= FIRST; i++)
    {
      texts[i] = bul_db_get_text (select, i);
      if (texts[i] == NULL)
        texts[i] = "";
      is_other = is_other || (i < FIRST && strcmp (texts[i], sum->texts[i]->str) != 0);
    }
  if (is_other)
    {
      end_voice (sum, voices);
      for (guint i = 0; i < N_TEXTS; i++)
        g_string_assign (sum->texts[i], texts[MIN (i, FIRST)]);
    }
  else if (*texts[FIRST] != '\0'
           && (sum->texts[FIRST]->len == 0 || strcmp (texts[FIRST], sum->texts[FIRST]->str) < 0))
    g_string_assign (sum->texts[FIRST], texts[FIRST]);
  if (strcmp (texts[FIRST], sum->texts[LAST]->str) > 0)
    g_string_assign (sum->texts[LAST], texts[FIRST]);
  sum->n_bites += (guint) sqlite3_column_int64 (select, FIRST + 1);
  sum->n_stories++;
}

/* Added up here: SQLite takes three times as long for it. */
static GPtrArray *
list_voices (BulStore *self, GError **error)
{
  static const char sql[]
      = "SELECT name, other, person, day, bites FROM search_voice ORDER BY name, other, person";
  g_autoptr (GPtrArray) voices = g_ptr_array_new_with_free_func (g_free);
  g_auto (Sum) sum;
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  sum_init (&sum);
  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    add_row (&sum, select, voices);
  end_voice (&sum, voices);
  return step == BUL_DB_DONE ? g_steal_pointer (&voices) : NULL;
}

GPtrArray *
bul_store_list_voices (BulStore *self, GCancellable *cancellable, GError **error)
{
  GPtrArray *voices;

  bul_db_begin_cancellable (self->db, cancellable);
  voices = list_voices (self, error);
  bul_db_end_cancellable (self->db);
  return voices;
}

/* A name of the speaker: the one that comes first, or the next. */
#define SPEAKER_NAME(offset)                                                                       \
  "coalesce((SELECT trim(name) FROM speaker_name WHERE speaker_name.speaker = speaker.id"          \
  " AND trim(name) <> '' ORDER BY language IS NOT 'ko', position LIMIT 1 OFFSET " offset "), '')"

static const char heard_sql[]
    = "SELECT story.uid,"
      " coalesce((SELECT text FROM block JOIN script ON script.id = block.script"
      "  WHERE script.story = story.id AND kind = 'headline' AND text <> ''"
      "  ORDER BY role, script.position, block.position LIMIT 1), page_title),"
      " programme, search_voice.day, speaker.number,"
      " coalesce((SELECT title FROM speaker_name WHERE speaker_name.speaker = speaker.id"
      "  AND speaker_name.language = script.language AND title <> '' LIMIT 1),"
      "  (SELECT title FROM speaker_name WHERE speaker_name.speaker = speaker.id"
      "  AND title <> '' ORDER BY position LIMIT 1)),"
      " script.key, script.language, block.key, block.kind, block.text"
      " FROM search_voice JOIN story ON story.id = search_voice.story"
      " JOIN speaker ON speaker.story = story.id AND speaker.role = 'newsmaker'"
      "  AND speaker.anonymous = 0 AND coalesce(speaker.person, '') = search_voice.person"
      " JOIN script ON script.story = story.id"
      " JOIN block ON block.script = script.id AND block.kind IN ('bite', 'turn')"
      " JOIN block_speaker ON block_speaker.block = block.id AND block_speaker.speaker = "
      "speaker.key"
      " WHERE search_voice.name = :name AND search_voice.other = :other"
      "  AND search_voice.person = :person AND " SPEAKER_NAME ("0") " = :name AND " SPEAKER_NAME (
          "1") " = :other"
               " ORDER BY search_voice.day DESC, story.id DESC,"
               "  script.position, block.position";

GPtrArray *
bul_store_list_heard (BulStore *self, const BulVoice *voice, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (heard_free);
  sqlite3_stmt *select = bul_db_prepare (self->db, heard_sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "name", voice->name);
  bul_db_bind_text (select, "other", voice->other);
  bul_db_bind_text (select, "person", voice->person);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulHeard *heard = g_new0 (BulHeard, 1);

      heard->uid = bul_db_dup_text (select, 0);
      heard->headline = bul_db_dup_text (select, 1);
      heard->programme = bul_db_dup_text (select, 2);
      heard->day = bul_db_dup_text (select, 3);
      heard->speaker = (guint) sqlite3_column_int64 (select, 4);
      heard->title = bul_db_dup_text (select, 5);
      heard->script = bul_db_dup_text (select, 6);
      heard->language = bul_db_dup_text (select, 7);
      heard->block = bul_db_dup_text (select, 8);
      bul_enum_from_word (bul_block_kind_words, bul_db_get_text (select, 9), &heard->kind);
      heard->text = bul_db_dup_text (select, 10);
      g_ptr_array_add (lines, heard);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&lines) : NULL;
}

gboolean
bul_store_add_stories (BulStore *self, const BulVoice *voice, GHashTable *stories, GError **error)
{
  static const char sql[] = "SELECT story FROM search_voice"
                            " WHERE name = :name AND other = :other AND person = :person";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "name", voice->name);
  bul_db_bind_text (select, "other", voice->other);
  bul_db_bind_text (select, "person", voice->person);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_hash_table_add (stories, GSIZE_TO_POINTER (sqlite3_column_int64 (select, 0)));
  return step == BUL_DB_DONE;
}

GStrv
bul_store_list_titles (BulStore *self, const BulVoice *voice, guint most, GError **error)
{
  static const char sql[]
      = "SELECT DISTINCT speaker_name.title FROM search_voice"
        " JOIN speaker ON speaker.story = search_voice.story"
        "  AND coalesce(speaker.person, '') = search_voice.person"
        " JOIN speaker_name ON speaker_name.speaker = speaker.id"
        "  AND trim(speaker_name.name) IN (:name, nullif(:other, ''))"
        " WHERE search_voice.name = :name AND search_voice.other = :other"
        "  AND search_voice.person = :person AND speaker_name.title <> '' LIMIT :most";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "name", voice->name);
  bul_db_bind_text (select, "other", voice->other);
  bul_db_bind_text (select, "person", voice->person);
  bul_db_bind_number (select, "most", most);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *title = bul_db_dup_text (select, 0);

      g_strv_builder_add (titles, title);
    }
  return step == BUL_DB_DONE ? g_strv_builder_end (titles) : NULL;
}

GPtrArray *
bul_store_list_person_deeds (BulStore *self, guint most, GError **error)
{
  static const char sql[]
      = "SELECT id, what, by, at, undone,"
        " coalesce((SELECT one || ', ' || other FROM person_apart WHERE deed = person_deed.id),"
        "  (SELECT group_concat(coalesce(person.korean, person.english, person.others,"
        "   person_before.korean, person_before.english, person_before.others), ', ')"
        "  FROM person_before LEFT JOIN person ON person.uid = person_before.uid"
        "  WHERE deed = person_deed.id))"
        " FROM person_deed ORDER BY id DESC LIMIT :most";
  g_autoptr (GPtrArray) deeds = g_ptr_array_new_with_free_func (deed_free);
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "most", most);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulPersonDeed *deed = g_new0 (BulPersonDeed, 1);
      guint what = 0;

      bul_enum_from_word (bul_person_deed_words, bul_db_get_text (select, 1), &what);
      deed->receipt = sqlite3_column_int64 (select, 0);
      deed->what = what;
      deed->by = bul_db_dup_text (select, 2);
      deed->at = bul_db_dup_text (select, 3);
      deed->undone = sqlite3_column_int (select, 4) != 0;
      deed->names = bul_db_dup_text (select, 5);
      g_ptr_array_add (deeds, deed);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&deeds) : NULL;
}

GPtrArray *
bul_store_list_apart (BulStore *self, GError **error)
{
  static const char sql[]
      = "SELECT one, other FROM person_apart"
        " JOIN person_deed ON person_deed.id = person_apart.deed WHERE undone = 0 ORDER BY deed";
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (apart_free);
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulApart *apart = g_new0 (BulApart, 1);

      apart->one = bul_db_dup_text (select, 0);
      apart->other = bul_db_dup_text (select, 1);
      g_ptr_array_add (pairs, apart);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&pairs) : NULL;
}

/* --- deeds */

static gint64
add_deed (BulDb *db, BulPersonDeedKind what, const char *by, GError **error)
{
  static const char sql[]
      = "INSERT INTO person_deed (what, by, at, undone) VALUES (:what, :by, :at, 0)";
  g_autofree char *now = bul_time_now ();
  sqlite3_stmt *insert = bul_db_prepare (db, sql, error);

  if (insert == NULL)
    return 0;
  bul_db_bind_text (insert, "what", bul_enum_to_word (bul_person_deed_words, what));
  bul_db_bind_text (insert, "by", by);
  bul_db_bind_text (insert, "at", now);
  return bul_db_run (db, insert, error) ? sqlite3_last_insert_rowid (db->handle) : 0;
}

/* The row as it is becomes part of what was before the deed. */
static gboolean
keep_before (BulDb *db, gint64 deed, const char *uid, GError **error)
{
  static const char *const sql[] = {
    "INSERT INTO person_before (deed, is_new," NAMES ") SELECT :deed, 0," NAMES " FROM person"
    " WHERE uid = :uid",
    "INSERT INTO person_before (deed, is_new, uid) SELECT :deed, 1, :uid"
    " WHERE NOT EXISTS (SELECT 1 FROM person WHERE uid = :uid)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *insert = bul_db_prepare (db, sql[i], error);

      if (insert == NULL)
        return FALSE;
      bul_db_bind_number (insert, "deed", deed);
      bul_db_bind_text (insert, "uid", uid);
      if (!bul_db_run (db, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_person (BulDb *db, const BulPerson *person, GError **error)
{
  static const char sql[]
      = "INSERT INTO person (" NAMES ") VALUES (" NAME_VALUES ")"
        " ON CONFLICT (uid) DO UPDATE SET korean = :korean, english = :english, others = :others,"
        " family = :family, note = :note, merged_into = :merged_into";
  sqlite3_stmt *write = bul_db_prepare (db, sql, error);

  if (write == NULL)
    return FALSE;
  bul_db_bind_record (write, person);
  return bul_db_run (db, write, error);
}

static gint64
change_persons (
    BulDb *db, BulPersonDeedKind what, const GPtrArray *persons, const char *by, GError **error)
{
  gint64 deed = add_deed (db, what, by, error);

  for (guint i = 0; deed != 0 && i < persons->len; i++)
    {
      const BulPerson *person = persons->pdata[i];

      if (!keep_before (db, deed, person->uid, error) || !write_person (db, person, error))
        return 0;
    }
  return deed;
}

gint64
bul_store_change_persons (BulStore *self,
                          BulPersonDeedKind what,
                          const GPtrArray *persons,
                          const char *by,
                          GError **error)
{
  gint64 deed;

  if (!bul_store_begin (self, error))
    return 0;
  deed = change_persons (self->db, what, persons, by, error);
  return bul_store_end (self, deed != 0, error) ? deed : 0;
}

static gint64
keep_apart (BulDb *db, const char *one, const char *other, const char *by, GError **error)
{
  gint64 deed = add_deed (db, BUL_PERSON_DEED_APART, by, error);
  sqlite3_stmt *insert
      = deed == 0
            ? NULL
            : bul_db_prepare (
                db, "INSERT INTO person_apart (deed, one, other) VALUES (:deed, :one, :other)",
                error);

  if (insert == NULL)
    return 0;
  bul_db_bind_number (insert, "deed", deed);
  bul_db_bind_text (insert, "one", one);
  bul_db_bind_text (insert, "other", other);
  return bul_db_run (db, insert, error) ? deed : 0;
}

gint64
bul_store_keep_apart (
    BulStore *self, const char *one, const char *other, const char *by, GError **error)
{
  gint64 deed;

  if (!bul_store_begin (self, error))
    return 0;
  deed = keep_apart (self->db, one, other, by, error);
  return bul_store_end (self, deed != 0, error) ? deed : 0;
}
