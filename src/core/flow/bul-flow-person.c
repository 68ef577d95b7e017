/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-person.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-flow.h"
#include "bul-normal.h"
#include "bul-speakers.h"
#include "bul-surnames.h"

const char *
bul_flow_person_get_id (const BulFlowPerson *self)
{
  return self->record == NULL ? self->name : self->record->uid;
}

static gint64
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return 0;
}

static gboolean
is_hangul (const char *text)
{
  gboolean any = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xac00 && c <= 0xd7a3)
        any = TRUE;
      else if (!g_unichar_isspace (c))
        return FALSE;
    }
  return any;
}

/* Of “Oh Sun-hee” the first word, as in Korean; of others the last. */
static char *
guess_english_family (const char *name)
{
  const char *last = strrchr (name, ' ');
  g_autofree char *first = last == NULL ? NULL : g_strndup (name, strcspn (name, " "));
  g_autofree char *folded_first = first == NULL ? NULL : bul_fold (first, -1);
  g_autofree char *folded_last = last == NULL ? NULL : bul_fold (last + 1, -1);

  if (last == NULL)
    return NULL;
  return bul_surnames_has (folded_first) && !bul_surnames_has (folded_last)
             ? g_steal_pointer (&first)
             : g_strdup (last + 1);
}

/* Korean names say the family first, and mostly in one syllable. */
static char *
guess_korean_family (const char *name)
{
  g_autofree char *first = g_strndup (name, strcspn (name, " "));
  guint n = bul_chars_count (name);

  if (strlen (first) < strlen (name))
    return bul_chars_count (first) == 1 && bul_surnames_begin (first) ? g_steal_pointer (&first)
                                                                      : NULL;
  return bul_surnames_begin (name) && n <= 4 ? bul_chars_slice (name, 0, n == 4 ? 2 : 1) : NULL;
}

static char *
guess_family (const BulPerson *person)
{
  g_autofree char *korean = person->korean == NULL ? NULL : guess_korean_family (person->korean);

  if (korean != NULL)
    return g_steal_pointer (&korean);
  return person->english == NULL ? NULL : guess_english_family (person->english);
}

static void
put (char **field, const char *typed)
{
  g_autofree char *name = typed == NULL ? NULL : bul_flow_people_dup_name (typed);

  if (name == NULL)
    return;
  g_free (*field);
  *field = *name == '\0' ? NULL : g_steal_pointer (&name);
}

static void
apply (BulPerson *person, const BulFlowNaming *naming)
{
  g_autofree char *also = bul_flow_people_dup_name (naming->also == NULL ? "" : naming->also);

  put (&person->korean, naming->korean);
  put (&person->english, naming->english);
  put (&person->family, naming->family);
  put (&person->note, naming->note);
  bul_person_add_name (person, also);
}

/* @names: the voices whose names it is to have. */
static void
add_voices (BulPerson *person, const BulFlowVoices *voices)
{
  for (guint i = 0; i < voices->len; i++)
    {
      const BulVoice *voice = voices->pdata[i];
      const char *const names[] = { voice->name, voice->other };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = bul_flow_people_dup_name (names[j]);

          if (*name == '\0')
            continue;
          if (is_hangul (name) && person->korean == NULL)
            person->korean = g_steal_pointer (&name);
          else if (!is_hangul (name) && person->english == NULL)
            person->english = g_steal_pointer (&name);
          else
            bul_person_add_name (person, name);
        }
    }
}

BulPerson *
bul_flow_person_dup_record (const BulFlowPerson *person)
{
  BulPerson *record;

  if (person->record != NULL)
    return bul_record_copy (person->record);
  record = bul_record_new (&bul_person_type);
  record->uid = g_uuid_string_random ();
  add_voices (record, person->voices);
  record->family = guess_family (record);
  return record;
}

static gint64
save_two (BulStore *store,
          BulPersonDeedKind what,
          BulPerson *one,
          BulPerson *other,
          const char *by,
          GError **error)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();

  g_ptr_array_add (persons, one);
  if (other != NULL)
    g_ptr_array_add (persons, other);
  return bul_store_change_persons (store, what, persons, by, error);
}

static gboolean
is_taken (const BulFlowPeople *people, const char *name)
{
  const BulFlowPerson *there = name == NULL ? NULL : bul_flow_people_find_name (people, name);

  return there != NULL && there->record != NULL;
}

gint64
bul_flow_person_new (BulStore *store,
                     const BulFlowPeople *people,
                     const BulFlowNaming *naming,
                     const char *by,
                     char **uid,
                     GError **error)
{
  g_autoptr (BulRecord) record = bul_record_new (&bul_person_type);
  BulPerson *person = (BulPerson *) record;
  gint64 receipt;

  apply (person, naming);
  if (*bul_person_get_name (person) == '\0')
    return refuse (error, "A person has a name. Nothing was changed. Give a Korean or an English "
                          "one.");
  if (person->note == NULL
      && (is_taken (people, person->korean) || is_taken (people, person->english)))
    return refuse (error, "There is a record of that name. Nothing was changed. If this is another "
                          "person, give a note that tells the two apart.");
  person->uid = g_uuid_string_random ();
  if (naming->family == NULL)
    person->family = guess_family (person);
  receipt = save_two (store, BUL_PERSON_DEED_NEW, person, NULL, by, error);
  if (receipt != 0 && uid != NULL)
    *uid = g_strdup (person->uid);
  return receipt;
}

gint64
bul_flow_person_rename (BulStore *store,
                        const BulFlowPerson *person,
                        const BulFlowNaming *naming,
                        const char *by,
                        GError **error)
{
  g_autoptr (BulRecord) record = (BulRecord *) bul_flow_person_dup_record (person);
  BulPerson *changed = (BulPerson *) record;
  g_autofree char *korean = g_strdup (changed->korean);
  g_autofree char *english = g_strdup (changed->english);

  apply (changed, naming);
  /* What it was called before, stories still say. */
  if (korean != NULL && naming->korean != NULL)
    bul_person_add_name (changed, korean);
  if (english != NULL && naming->english != NULL)
    bul_person_add_name (changed, english);
  if (*bul_person_get_name (changed) == '\0')
    return refuse (error, "A person keeps a name. Nothing was changed.");
  if (person->record != NULL && bul_record_equal (changed, person->record))
    return refuse (error, "The record says so already. Nothing was changed.");
  return save_two (store, BUL_PERSON_DEED_RENAME, changed, NULL, by, error);
}

gint64
bul_flow_person_merge (BulStore *store,
                       const BulFlowPerson *from,
                       const BulFlowPerson *into,
                       const char *by,
                       GError **error)
{
  g_autoptr (BulRecord) kept = (BulRecord *) bul_flow_person_dup_record (into);
  g_autoptr (BulRecord) gone = NULL;
  BulPerson *one = (BulPerson *) kept;

  if (from == into)
    return refuse (error, "That is the same person twice. Nothing was changed.");
  if (from->record == NULL)
    {
      add_voices (one, from->voices);
      if (into->record == NULL)
        {
          g_free (one->family);
          one->family = guess_family (one);
        }
      return save_two (store, BUL_PERSON_DEED_MERGE, one, NULL, by, error);
    }
  gone = (BulRecord *) bul_flow_person_dup_record (from);
  ((BulPerson *) gone)->merged_into = g_strdup (one->uid);
  return save_two (store, BUL_PERSON_DEED_MERGE, one, (BulPerson *) gone, by, error);
}

gint64
bul_flow_person_keep_apart (BulStore *store,
                            const BulFlowPerson *one,
                            const BulFlowPerson *other,
                            const char *by,
                            GError **error)
{
  if (one == other)
    return refuse (error, "That is the same person twice. Nothing was changed.");
  return bul_store_keep_apart (store, bul_flow_person_get_id (one), bul_flow_person_get_id (other),
                               by, error);
}

gint64
bul_flow_person_record (
    BulStore *store, const BulFlowPerson *person, const char *by, char **uid, GError **error)
{
  g_autoptr (BulRecord) record = (BulRecord *) bul_flow_person_dup_record (person);
  gint64 receipt = person->record != NULL ? 0
                                          : save_two (store, BUL_PERSON_DEED_NEW,
                                                      (BulPerson *) record, NULL, by, error);

  *uid = person->record != NULL || receipt != 0 ? g_strdup (((BulPerson *) record)->uid) : NULL;
  return receipt;
}

static const BulPerson *
find_uid (const GPtrArray *records, const char *uid)
{
  for (guint i = 0; i < records->len; i++)
    if (strcmp (((const BulPerson *) records->pdata[i])->uid, uid) == 0)
      return records->pdata[i];
  return NULL;
}

/* The record that @person turned out to be; a ring of them has an end as well. */
static const BulPerson *
find_root (const GPtrArray *records, const BulPerson *person)
{
  for (guint i = 0; i < records->len && person->merged_into != NULL; i++)
    {
      const BulPerson *into = find_uid (records, person->merged_into);

      if (into == NULL)
        break;
      person = into;
    }
  return person;
}

/* Whether the name by which @person is heard is that of one record, and of no other. */
static gboolean
is_claimed (const GPtrArray *records, const BulFlowPerson *person)
{
  const BulPerson *whose = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const BulPerson *root;

      if (!bul_person_has_name (records->pdata[i], person->name))
        continue;
      root = find_root (records, records->pdata[i]);
      if (whose != NULL && whose != root)
        return FALSE;
      whose = root;
    }
  return whose != NULL;
}

gboolean
bul_flow_person_is_current (BulStore *store, const BulFlowPerson *person, GError **error)
{
  g_autoptr (GPtrArray) records = bul_store_list_persons (store, error);
  const BulPerson *now;
  gboolean is_same;

  if (records == NULL)
    return FALSE;
  now = person->record == NULL ? NULL : find_uid (records, person->record->uid);
  is_same = person->record == NULL ? !is_claimed (records, person)
                                   : now != NULL && bul_record_equal (now, person->record);
  if (!is_same)
    g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                 "Somebody else has just decided on %s. Nothing was changed. Look once more.",
                 person->name);
  return is_same;
}

static const BulSpeaker *
find_speaker (const BulStory *story, guint number, GError **error)
{
  const BulSpeaker *speaker = bul_speakers_find (story, number);
  const BulSpeakerName *name = speaker == NULL ? NULL : bul_speaker_get_name (speaker, NULL);

  if (speaker == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "There is no speaker %u. Nothing was changed. “bulletin speakers” lists them.",
                 number);
  else if (speaker->anonymous || name == NULL || *name->name == '\0')
    refuse (error, "That speaker has no name, or is not to be named, and stays nobody. Nothing was "
                   "changed.");
  else
    return speaker;
  return NULL;
}

guint
bul_flow_person_link (BulStore *store,
                      const char *uid,
                      guint number,
                      const BulFlowPerson *person,
                      const char *by,
                      GError **error)
{
  g_autoptr (BulHistory) history = NULL;
  const BulSpeaker *speaker;
  BulStory *story = bul_flow_load (store, uid, error);
  g_autofree char *to = NULL;

  if (story == NULL)
    return 0;
  history = bul_history_new (story);
  speaker = find_speaker (story, number, error);
  if (speaker == NULL)
    return 0;
  if (person != NULL)
    bul_flow_person_record (store, person, by, &to, error);
  if (person != NULL && to == NULL)
    return 0;
  if (!bul_history_set_in_step (history, "Say who a speaker is", speaker->key, "person", to, error)
      || (bul_history_is_modified (history)
          && !bul_flow_save (store, history, by, "Said who a speaker is", error)))
    return 0;
  return bul_story_get_revision_number (bul_history_get_story (history));
}
