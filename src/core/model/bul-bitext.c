/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-bitext.h"

#include "bul-keys.h"

#define N_LANGUAGES 2

struct _BulBitext
{
  BulStory *story;
  BulScript *scripts[N_LANGUAGES]; /* Korean, English; owned until they have a line */
  GPtrArray *segments;             /* of BulSegment: what was added, for links */
  BulKeys keys;
};

static BulScript *
make_script (BulBitext *self, BulLanguage language, BulLanguage original)
{
  g_autofree char *key = bul_keys_make (&self->keys, 'k');
  BulScript *script = bul_script_new (key, bul_language_words[language]);

  script->role = language == original ? BUL_SCRIPT_ORIGINAL : BUL_SCRIPT_TRANSLATION;
  return script;
}

BulBitext *
bul_bitext_new (BulLanguage original)
{
  BulBitext *self = g_new0 (BulBitext, 1);

  self->story = bul_story_new ();
  self->segments = bul_records_new ();
  bul_keys_start (&self->keys, self->story);
  for (guint i = 0; i < N_LANGUAGES; i++)
    self->scripts[i] = make_script (self, BUL_LANGUAGE_KOREAN + i, original);
  return self;
}

void
bul_bitext_free (BulBitext *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_LANGUAGES; i++)
    bul_record_free (self->scripts[i]);
  g_ptr_array_unref (self->segments);
  bul_record_free (self->story);
  g_free (self);
}

BulSegment *
bul_bitext_add_sentence (BulBitext *self, BulLanguage language, const char *text, guint line)
{
  BulScript *script = self->scripts[language - BUL_LANGUAGE_KOREAN];
  g_autofree char *key = bul_keys_make (&self->keys, 'b');
  BulBlock *block = bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, text);
  BulSegment *segment = bul_segment_new (language, key, 0, (guint) g_utf8_strlen (text, -1), text);

  block->given = TRUE;
  block->line = line;
  block->last_line = line;
  g_ptr_array_add (script->blocks, block);
  g_ptr_array_add (self->segments, segment);
  return segment;
}

const char *
bul_bitext_add_link (BulBitext *self, const GPtrArray *segments, const char *confidence)
{
  BulLink *link = bul_record_new (&bul_link_type);

  link->key = bul_keys_make (&self->keys, 'l');
  link->state = BUL_LINK_AUTOMATIC;
  link->confidence = g_strdup (confidence);
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (link->segments, bul_record_copy (segments->pdata[i]));
  g_ptr_array_add (self->story->links, link);
  return link->key;
}

BulStory *
bul_bitext_finish (BulBitext *self)
{
  for (BulScriptRole role = BUL_SCRIPT_ORIGINAL; role <= BUL_SCRIPT_TRANSLATION; role++)
    for (guint i = 0; i < N_LANGUAGES; i++)
      if (self->scripts[i] != NULL && self->scripts[i]->role == role
          && self->scripts[i]->blocks->len > 0)
        g_ptr_array_add (self->story->scripts, g_steal_pointer (&self->scripts[i]));
  return g_steal_pointer (&self->story);
}
