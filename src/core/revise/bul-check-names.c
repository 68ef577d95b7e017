/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-check-private.h"
#include "bul-naming.h"
#include "bul-parts.h"

/* What stands in the place of a name and is none; and what stands before a name and does not
 * introduce it. */
static const char *const voices[] = {
  "all",     "announcer", "audience",   "both",         "commentator", "crowd",       "group",
  "host",    "hostess",   "man",        "moderator",    "narrator",    "operator",    "question",
  "speaker", "text",      "translator", "unidentified", "unknown",     "interviewer", "interpreter",
};
static const char *const forms_of_address[] = {
  "mr",        "mrs",      "ms",        "miss",  "dr",      "prof",      "sen",     "rep",
  "gov",       "gen",      "col",       "sgt",   "capt",    "judge",     "senator", "governor",
  "president", "minister", "secretary", "mayor", "general", "professor",
};

typedef struct
{
  BulCheck *check;
  GHashTable *seen; /* of the names in small letters */
  GString *text;    /* all that the script says, in small letters; made when first needed */
} Names;

/* Apostrophes are one sign in names, curly or not. */
static void
append_folded (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_str_has_prefix (p, "’"))
      {
        g_string_append_c (out, '\'');
        p += strlen ("’") - 1;
      }
    else
      g_string_append_c (out, g_ascii_tolower (*p));
}

static gboolean
is_one_of (const char *word, gsize length, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && memcmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static const GString *
get_text (Names *self)
{
  if (self->text != NULL)
    return self->text;
  self->text = g_string_new (NULL);
  for (guint i = 0; i < self->check->script->blocks->len; i++)
    {
      append_folded (self->text, bul_check_get_block (self->check, i)->text);
      g_string_append_c (self->text, '\n');
    }
  return self->text;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80 || c == '\'' || c == '-';
}

/* Whether a word that may be a first name stands right before @found. */
static gboolean
has_first_name (const char *text, const char *found)
{
  const char *end = found;
  const char *start;

  while (end > text && end[-1] == ' ')
    end--;
  if (end == found)
    return FALSE;
  if (end > text && end[-1] == '.')
    end--;
  start = end;
  while (start > text && is_letter (start[-1]))
    start--;
  return start < end
         && !is_one_of (start, end - start, forms_of_address, G_N_ELEMENTS (forms_of_address));
}

static gboolean
is_introduced (Names *self, const char *name)
{
  const char *text = get_text (self)->str;
  gsize length = strlen (name);

  if (!bul_check_may_search (self->check, self->text->len))
    return TRUE;
  for (const char *found = text; (found = strstr (found, name)) != NULL; found += length)
    if (!is_letter (found[length]) && has_first_name (text, found))
      return TRUE;
  return FALSE;
}

/* Speakers may be known by names that stand in no line. */
static gboolean
is_among_speakers (const Names *self, const char *name)
{
  const GPtrArray *speakers = self->check->story->speakers;
  g_autofree char *ending = g_strconcat (" ", name, NULL);

  if (!bul_check_may_search (self->check, speakers->len * strlen (ending)))
    return TRUE;
  for (guint i = 0; i < speakers->len; i++)
    {
      const BulSpeaker *speaker = speakers->pdata[i];

      for (guint j = 0; j < speaker->names->len; j++)
        {
          const BulSpeakerName *as = speaker->names->pdata[j];
          g_autoptr (GString) folded = g_string_new (NULL);

          append_folded (folded, as->name);
          if (g_str_has_suffix (folded->str, ending))
            return TRUE;
        }
    }
  return FALSE;
}

/* One word of Latin letters that is no role and no house. */
static gboolean
is_single_name (const char *name)
{
  BulSlice slice = bul_slice_of (name);
  g_autoptr (GString) folded = g_string_new (NULL);

  append_folded (folded, name);
  return strchr (name, ' ') == NULL && strlen (name) > 2 && bul_naming_is_english_name (slice)
         && !bul_naming_is_role (slice) && !bul_naming_is_broadcaster (slice)
         && !is_one_of (folded->str, folded->len, voices, G_N_ELEMENTS (voices));
}

static void
check_name (Names *self, guint i, const BulParts *parts, BulRange range)
{
  g_autofree char *name = bul_parts_dup (bul_check_get_block (self->check, i)->text, range);
  g_autoptr (GString) folded = g_string_new (NULL);

  if (name == NULL || parts->details->len > 0 || !is_single_name (name))
    return;
  append_folded (folded, name);
  if (g_hash_table_contains (self->seen, folded->str))
    return;
  g_hash_table_add (self->seen, g_strdup (folded->str));
  if (!is_introduced (self, folded->str) && !is_among_speakers (self, folded->str))
    bul_check_tell (self->check, i, "speaker-unknown", range);
}

/* A title says enough of who it is. */
static void
check_block (Names *self, guint i)
{
  const BulBlock *block = bul_check_get_block (self->check, i);
  g_autoptr (BulParts) parts = NULL;

  if (block->kind != BUL_BLOCK_TURN && block->kind != BUL_BLOCK_BITE)
    return;
  parts = bul_parts_new (block->kind, block->text);
  for (guint j = 0; j < parts->speakers->len; j++)
    {
      const BulPartsSpeaker *speaker = &g_array_index (parts->speakers, BulPartsSpeaker, j);

      if (bul_range_is_empty (speaker->title))
        check_name (self, i, parts, speaker->name);
    }
}

void
bul_check_names (BulCheck *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names names = { .check = self, .seen = seen };

  for (guint i = 0; i < self->script->blocks->len; i++)
    check_block (&names, i);
  if (names.text != NULL)
    g_string_free (names.text, TRUE);
}
