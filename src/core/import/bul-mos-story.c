/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mos-story.h"

#include <stdio.h>
#include <string.h>

#include "bul-given-lines.h"
#include "bul-keys.h"

/* A line of the body. */
typedef struct
{
  char *text;
  char *presenter;
  BulBlockKind kind;
} Line;

struct _BulMosStory
{
  GPtrArray *head; /* of char *, name and value in turn */
  GPtrArray *body; /* of Line */
  char *slug;
  char *presenter; /* of the lines to come */
  char *item;      /* what shows best which item is read */
  guint item_rank;
};

typedef enum
{
  VALUE_SLUG,
  VALUE_PRESENTER,
  VALUE_HEAD, /* kept in the script's head as it is */
  VALUE_TIME,
  VALUE_IGNORED, /* says nothing of the story, and is none of its words */
} ValueUse;

static const struct
{
  const char *name;
  gboolean payload;
  ValueUse use;
} values[] = {
  { "storySlug", FALSE, VALUE_SLUG },
  { "storyPresenter", FALSE, VALUE_PRESENTER },
  { "storyPresenterRR", FALSE, VALUE_IGNORED },
  { "storyNum", FALSE, VALUE_HEAD },
  /* what ENPS adds */
  { "Approved", TRUE, VALUE_HEAD },
  { "ModBy", TRUE, VALUE_HEAD },
  { "ModTime", TRUE, VALUE_TIME },
  { "TextTime", TRUE, VALUE_HEAD },
};

/* What an item is called, the best name first. */
static const char *const item_names[]
    = { "itemSlug", "objSlug", "mosAbstract", "objID", "itemID", NULL };

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->presenter);
  g_free (line);
}

BulMosStory *
bul_mos_story_new (void)
{
  BulMosStory *self = g_new0 (BulMosStory, 1);

  self->head = g_ptr_array_new_with_free_func (g_free);
  self->body = g_ptr_array_new_with_free_func (line_free);
  return self;
}

void
bul_mos_story_free (BulMosStory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->body);
  g_free (self->slug);
  g_free (self->presenter);
  g_free (self->item);
  g_free (self);
}

/* `(BONG+PRES)`: a whole line in brackets and capitals is never read. */
static gboolean
is_cue (const char *text)
{
  gsize length = strlen (text);
  guint n_letters = 0;

  if (length < 4 || text[0] != '(' || text[length - 1] != ')')
    return FALSE;
  for (gsize i = 1; i < length - 1; i++)
    {
      if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i])
          && strchr (" +-/.,:&#'", text[i]) == NULL)
        return FALSE;
      n_letters += g_ascii_isupper (text[i]);
    }
  return n_letters >= 2;
}

/* Without the blanks around it; `&#160;` is one too. */
static char *
dup_value (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

  return g_strstrip (g_strjoinv (" ", parts));
}

static void
add (BulMosStory *self, char *text, BulBlockKind kind)
{
  Line *line = g_new0 (Line, 1);

  line->text = text;
  line->presenter = g_strdup (self->presenter);
  line->kind = kind;
  g_ptr_array_add (self->body, line);
}

void
bul_mos_story_add_line (BulMosStory *self, const char *text, gboolean is_instruction)
{
  g_autofree char *value = dup_value (text);
  gboolean cue = is_instruction || is_cue (value);

  if (*value != '\0')
    add (self, g_steal_pointer (&value), cue ? BUL_BLOCK_CUE : 0);
}

static int
find_value (const char *name, gboolean payload)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].payload == payload && strcmp (values[i].name, name) == 0)
      return (int) i;
  return -1;
}

gboolean
bul_mos_story_knows_value (const char *name, gboolean payload)
{
  return find_value (name, payload) >= 0;
}

void
bul_mos_story_set_value (BulMosStory *self, const char *name, const char *value)
{
  g_autofree char *plain = dup_value (value);
  int place = MAX (find_value (name, FALSE), find_value (name, TRUE));

  if (*plain == '\0' || place < 0)
    return;
  switch (values[place].use)
    {
    case VALUE_SLUG:
      g_free (self->slug);
      self->slug = g_steal_pointer (&plain);
      break;
    case VALUE_PRESENTER:
      g_free (self->presenter);
      self->presenter = g_steal_pointer (&plain);
      break;
    case VALUE_HEAD:
    case VALUE_TIME:
      g_ptr_array_add (self->head, g_strdup (name));
      g_ptr_array_add (self->head, g_steal_pointer (&plain));
      break;
    case VALUE_IGNORED:
      break;
    }
}

gboolean
bul_mos_story_knows_item_value (const char *name)
{
  return g_strv_contains (item_names, name);
}

void
bul_mos_story_set_item_value (BulMosStory *self, const char *name, const char *value)
{
  g_autofree char *plain = dup_value (value);
  guint rank = 0;

  while (strcmp (item_names[rank], name) != 0)
    rank++;
  if (*plain == '\0' || (self->item != NULL && self->item_rank <= rank))
    return;
  g_free (self->item);
  self->item = g_steal_pointer (&plain);
  self->item_rank = rank;
}

void
bul_mos_story_end_item (BulMosStory *self)
{
  if (self->item != NULL)
    add (self, g_steal_pointer (&self->item), BUL_BLOCK_CUE);
}

/* `20260318T131100Z` or `2026-03-18T22:11:00,125+09:00`; @zone is what follows. */
static char *
dup_time (const char *value, const char **zone)
{
  static const char *const shapes[]
      = { "%4u-%2u-%2uT%2u:%2u:%2u%n", "%4u-%2u-%2u %2u:%2u:%2u%n", "%4u%2u%2uT%2u%2u%2u%n" };
  guint year, month, day, hour, minute, second;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      int length = 0;

      if (sscanf (value, shapes[i], &year, &month, &day, &hour, &minute, &second, &length) < 6
          || length == 0 || year < 1900
          || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year) || hour > 23 || minute > 59
          || second > 59)
        continue;
      *zone = value + length;
      if (**zone == '.' || **zone == ',')
        *zone += 1 + strspn (*zone + 1, "0123456789");
      return g_strdup_printf ("%04u-%02u-%02uT%02u:%02u:%02u", year, month, day, hour, minute,
                              second);
    }
  return NULL;
}

static void
add_head (const BulMosStory *self, BulGivenLines *lines)
{
  for (guint i = 0; i + 1 < self->head->len; i += 2)
    {
      const char *name = self->head->pdata[i];
      const char *value = self->head->pdata[i + 1];
      const char *zone = "";
      g_autofree char *text = g_strdup_printf ("%s: %s", name, value);
      g_autofree char *at = strcmp (name, "ModTime") == 0 ? dup_time (value, &zone) : NULL;

      if (at == NULL)
        bul_given_lines_add (lines, text, BUL_BLOCK_HEADER, BUL_SECTION_HEAD);
      else
        bul_given_lines_add_stamp (lines, text, BUL_STAMP_MODIFIED, at, *zone == '\0' ? NULL : zone,
                                   value);
    }
}

static gboolean
is_called (const BulSpeaker *speaker, const char *name)
{
  for (guint i = 0; i < speaker->names->len; i++)
    if (strcmp (((BulSpeakerName *) speaker->names->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
name_speaker (BulSpeaker *speaker, const char *language, const char *name)
{
  BulSpeakerName *as = bul_record_new (&bul_speaker_name_type);

  as->language = g_strdup (language);
  g_free (as->name);
  as->name = g_strdup (name);
  g_ptr_array_add (speaker->names, as);
}

/* The speaker of that name, or the anchor who has none yet, or a new one. */
static const BulSpeaker *
find_presenter (BulStory *story, const char *language, const char *name)
{
  BulSpeaker *anchor = NULL;
  BulKeys keys;

  for (guint i = 0; i < story->speakers->len; i++)
    {
      BulSpeaker *speaker = story->speakers->pdata[i];

      if (is_called (speaker, name))
        return speaker;
      if (speaker->role == BUL_SPEAKER_ANCHOR && speaker->names->len == 0 && anchor == NULL)
        anchor = speaker;
    }
  if (anchor == NULL)
    {
      bul_keys_start (&keys, story);
      anchor = bul_record_new (&bul_speaker_type);
      anchor->key = bul_keys_make (&keys, 'p');
      anchor->number = bul_keys_make_speaker_number (&keys);
      anchor->role = BUL_SPEAKER_ANCHOR;
      g_ptr_array_add (story->speakers, anchor);
    }
  name_speaker (anchor, language, name);
  return anchor;
}

/* Whether the system's word on who reads a block says more than the script's own marks. */
static gboolean
may_present (const BulStory *story, const BulBlock *block)
{
  const BulSpeaker *speaker = block->speakers == NULL || block->speakers[0] == NULL
                                  ? NULL
                                  : bul_story_find_speaker (story, block->speakers[0]);

  return (block->kind == BUL_BLOCK_PARAGRAPH || block->kind == BUL_BLOCK_HANDOFF)
         && (speaker == NULL || speaker->role == BUL_SPEAKER_ANCHOR);
}

static void
present (BulStory *story, const GPtrArray *presenters)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    {
      BulBlock *block = script->blocks->pdata[i];
      const char *name = presenters->pdata[block->line - 1];

      if (name == NULL || !may_present (story, block))
        continue;
      g_strfreev (block->speakers);
      block->speakers = g_new0 (char *, 2);
      block->speakers[0] = g_strdup (find_presenter (story, script->language, name)->key);
    }
}

void
bul_mos_story_read (const BulMosStory *self, BulImport *import)
{
  g_autoptr (BulGivenLines) lines = bul_given_lines_new ();
  g_autoptr (GPtrArray) presenters = g_ptr_array_new ();
  BulStory *story;

  add_head (self, lines);
  g_ptr_array_set_size (presenters, (int) bul_given_lines_get_length (lines));
  for (guint i = 0; i < self->body->len; i++)
    {
      const Line *line = self->body->pdata[i];

      if (bul_given_lines_add (lines, line->text, line->kind, BUL_SECTION_NONE) > 0)
        g_ptr_array_add (presenters, line->presenter);
    }
  story = bul_given_lines_read (lines, import);
  story->slug = g_strdup (self->slug);
  present (story, presenters);
}
