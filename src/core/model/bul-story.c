/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-story.h"

#include "bul-annotation.h"
#include "bul-change.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-enum.h"
#include "bul-foreign.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-revision.h"
#include "bul-source.h"
#include "bul-stamp.h"
#include "bul-tag.h"

const char *const bul_story_state_words[]
    = { NULL, "draft", "ready", "aired", "corrected", "withdrawn", BUL_ENUM_END };

#define LIST(member, type)                                                                         \
  {                                                                                                \
    BUL_FIELD (BulStory, member, #member, BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT,          \
                                                              .records = &bul_##type##_type        \
  }

static const BulField fields[] = {
  { BUL_FIELD (BulStory, uid, "uid", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStory, state, "state", BUL_FIELD_WORD), .words = bul_story_state_words },
  { BUL_FIELD (BulStory, bulletin_date, "bulletin-date", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStory, page_date, "page-date", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStory, page_title, "page-title", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStory, position, "position", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulStory, slug, "slug", BUL_FIELD_STRING) },
  { BUL_FIELD (BulStory, programme, "programme", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  LIST (stamps, stamp),
  LIST (sources, source),
  LIST (speakers, speaker),
  LIST (scripts, script),
  LIST (annotations, annotation),
  LIST (tags, tag),
  LIST (corrections, correction),
  LIST (notices, notice),
  LIST (dismissals, dismissal),
  LIST (changes, change),
  LIST (links, link),
  LIST (revisions, revision),
  { BUL_FIELD (BulStory, foreign, "foreign", BUL_FIELD_RECORDS), .place = BUL_PLACE_VERBATIM,
    .records = &bul_foreign_type },
};

const BulRecordType bul_story_type = { "story", sizeof (BulStory), fields, G_N_ELEMENTS (fields) };

BulStory *
bul_story_new (void)
{
  BulStory *story = bul_record_new (&bul_story_type);

  story->uid = g_uuid_string_random ();
  story->state = BUL_STORY_DRAFT;
  return story;
}

guint
bul_story_get_revision_number (const BulStory *self)
{
  const BulRevision *last;

  if (self->revisions->len == 0)
    return 0;
  last = self->revisions->pdata[self->revisions->len - 1];
  return last->number;
}

BulScript *
bul_story_get_script (const BulStory *self)
{
  for (guint i = 0; i < self->scripts->len; i++)
    {
      BulScript *script = self->scripts->pdata[i];

      if (script->role == BUL_SCRIPT_ORIGINAL)
        return script;
    }
  return self->scripts->len > 0 ? self->scripts->pdata[0] : NULL;
}

const char *
bul_story_get_headline (const BulStory *self)
{
  const BulScript *script = bul_story_get_script (self);
  const char *headline = script == NULL ? NULL : bul_script_get_headline (script);

  return headline != NULL ? headline : self->page_title;
}

BulScript *
bul_story_find_block (const BulStory *self, const char *block, guint *position)
{
  for (guint i = 0; i < self->scripts->len; i++)
    {
      BulScript *script = self->scripts->pdata[i];
      int found = bul_script_find_block (script, block);

      if (found >= 0)
        {
          *position = found;
          return script;
        }
    }
  return NULL;
}

static gpointer
find_in_list (GPtrArray *list, const char *key)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (bul_record_get_key (list->pdata[i]), key) == 0)
      return list->pdata[i];
  return NULL;
}

char *
bul_story_dup_languages (const BulStory *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->scripts->len; i++)
    {
      const BulScript *script = self->scripts->pdata[i];

      if (script->language != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", script->language);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

BulSpeaker *
bul_story_find_speaker (const BulStory *self, const char *key)
{
  return find_in_list (self->speakers, key);
}

GPtrArray *
bul_story_find_list (const BulStory *self, const char *on, const char *name)
{
  gconstpointer owner = on == NULL ? (gconstpointer) self : find_in_list (self->scripts, on);
  const BulField *field;

  if (owner == NULL)
    return NULL;
  field = bul_record_type_find_field (bul_record_get_type (owner), name);
  if (field == NULL || field->type != BUL_FIELD_RECORDS)
    return NULL;
  return *(GPtrArray **) bul_record_field (owner, field);
}

gpointer
bul_story_find (const BulStory *self, const char *key)
{
  guint position;
  BulScript *script;

  if (key == NULL)
    return (gpointer) self;
  script = key[0] == 'b' ? bul_story_find_block (self, key, &position) : NULL;
  if (script != NULL)
    return script->blocks->pdata[position];
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gpointer found = NULL;

      if (fields[i].type == BUL_FIELD_RECORDS && fields[i].records != &bul_revision_type)
        found = find_in_list (*(GPtrArray **) bul_record_field (self, &fields[i]), key);
      if (found != NULL)
        return found;
    }
  return NULL;
}
