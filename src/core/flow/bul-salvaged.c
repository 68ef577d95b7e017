/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-salvaged-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-apply.h"
#include "bul-exporter.h"
#include "bul-foreign.h"
#include "bul-keys.h"
#include "bul-past.h"
#include "bul-source.h"
#include "bul-story-xml.h"
#include "bul-time.h"

/* One revision on the way back from the last. */
typedef struct
{
  BulRevision *revision;
  gboolean proven;
} Step;

static void
step_clear (gpointer data)
{
  bul_record_free (((Step *) data)->revision);
}

/* How far back a story could be taken. */
typedef struct
{
  GArray *steps;  /* of Step, the last revision first */
  BulStory *base; /* the story before the last of @steps, without revisions */
} Way;

static void
way_clear (Way *self)
{
  g_array_unref (self->steps);
  bul_record_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Way, way_clear)

G_GNUC_PRINTF (2, 3)
static void
note (BulSalvaged *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
is_proven (const BulStory *story)
{
  guint n = story->revisions->len;
  const BulRevision *last = story->revisions->pdata[n - 1];
  const BulRevision *before = n < 2 ? NULL : story->revisions->pdata[n - 2];
  g_autofree char *hash = NULL;

  if (last->number != (before == NULL ? 1 : before->number + 1) || last->hash == NULL)
    return FALSE;
  hash = bul_story_make_hash (story, last, before == NULL ? NULL : before->hash);
  return g_str_equal (hash, last->hash);
}

/* Back from the last revision, as far as revisions are there and their edits fit. */
static void
go_back (Way *way, const BulStory *story, guint n_revisions)
{
  guint expected = n_revisions;

  way->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (way->steps, step_clear);
  way->base = bul_record_copy (story);
  while (way->base->revisions->len > 0)
    {
      const BulRevision *last = bul_past_get_last (way->base);
      Step step = { NULL, FALSE };
      BulStory *before;

      if (last->number != expected)
        break;
      before = bul_record_copy (way->base);
      step.proven = is_proven (way->base);
      step.revision = bul_record_copy (last);
      if (!bul_past_step_back (before, NULL))
        {
          /* The words at this revision are known, those before it are not. */
          bul_record_free (before);
          g_ptr_array_set_size (step.revision->edits, 0);
          g_array_append_val (way->steps, step);
          break;
        }
      bul_record_free (way->base);
      way->base = before;
      g_array_append_val (way->steps, step);
      expected--;
    }
  g_ptr_array_set_size (way->base->revisions, 0);
}

static gboolean
is_whole (const Way *way, guint n_revisions)
{
  if (way->steps->len != n_revisions || n_revisions == 0)
    return FALSE;
  for (guint i = 0; i < way->steps->len; i++)
    if (!g_array_index (way->steps, Step, i).proven)
      return FALSE;
  return TRUE;
}

/* A source that is not what its hash says keeps its bytes, under the hash that they have. */
static void
mend_sources (BulSalvaged *self)
{
  for (guint i = self->story->sources->len; i > 0; i--)
    {
      BulSource *source = self->story->sources->pdata[i - 1];
      g_autofree char *hash = NULL;

      if (source->bytes == NULL)
        {
          note (self, _ ("the bytes of its source “%s” are lost"),
                source->path == NULL ? "" : source->path);
          g_ptr_array_remove_index (self->story->sources, i - 1);
          continue;
        }
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->bytes);
      if (g_strcmp0 (hash, source->sha256) == 0)
        continue;
      note (self, _ ("the bytes of its source “%s” are not those that were imported"),
            source->path == NULL ? "" : source->path);
      g_free (source->sha256);
      source->sha256 = g_steal_pointer (&hash);
    }
}

static gboolean
is_key (const char *key, char letter)
{
  guint64 number;

  return key != NULL && key[0] == letter
         && g_ascii_string_to_unsigned (key + 1, 10, 1, 999999999, &number, NULL);
}

static void
mend_keys (BulSalvaged *self, GPtrArray *records, char letter, BulKeys *keys, GHashTable *known)
{
  for (guint i = 0; i < records->len; i++)
    {
      const BulField *field
          = bul_record_type_find_field_of (bul_record_get_type (records->pdata[i]), BUL_FIELD_KEY);
      char **key = bul_record_field (records->pdata[i], field);

      if (!is_key (*key, letter) || g_hash_table_contains (known, *key))
        {
          g_free (*key);
          *key = bul_keys_make (keys, letter);
          note (self, _ ("a %s had lost its key, and is %s now"),
                bul_record_get_type (records->pdata[i])->name, *key);
        }
      g_hash_table_add (known, *key);
    }
}

/* What a story must have to be one. */
static void
mend (BulSalvaged *self)
{
  BulStory *story = self->story;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  BulKeys keys;
  const struct
  {
    GPtrArray *list;
    char letter;
  } lists[] = {
    /* in the order of the story */
    { story->speakers, 'p' },   { story->scripts, 'k' },     { story->annotations, 'a' },
    { story->tags, 't' },       { story->corrections, 'c' }, { story->notices, 'n' },
    { story->dismissals, 'd' }, { story->changes, 'h' },     { story->links, 'l' },
  };

  if (story->uid == NULL || !g_uuid_string_is_valid (story->uid))
    {
      g_free (story->uid);
      story->uid = g_uuid_string_random ();
      note (self, _ ("its identity is lost; it is %s now"), story->uid);
    }
  mend_sources (self);
  bul_keys_start (&keys, story);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    mend_keys (self, lists[i].list, lists[i].letter, &keys, known);
  for (guint i = 0; i < story->scripts->len; i++)
    mend_keys (self, ((BulScript *) story->scripts->pdata[i])->blocks, 'b', &keys, known);
}

/* Adds a revision, which keeps its number, uuid and hash where the hash is true. */
static void
add_revision (BulSalvaged *self, BulStory *story, BulRevision *revision)
{
  const BulRevision *before = bul_past_get_last (story);
  guint number = story->revisions->len + 1;
  g_autofree char *former = g_strdup (revision->uuid == NULL ? "" : revision->uuid);
  g_autofree char *hash = NULL;

  revision->number = number;
  hash = bul_story_make_hash (story, revision, before == NULL ? NULL : before->hash);
  if (revision->uuid == NULL || g_strcmp0 (hash, revision->hash) != 0)
    {
      g_free (revision->uuid);
      g_free (revision->hash);
      revision->uuid = g_uuid_string_random ();
      revision->hash = bul_story_make_hash (story, revision, before == NULL ? NULL : before->hash);
    }
  g_ptr_array_add (self->former_uuids, g_steal_pointer (&former));
  g_ptr_array_add (story->revisions, revision);
}

static void
add_note_revision (BulSalvaged *self, BulStory *story, const char *by, const char *summary)
{
  BulRevision *revision = bul_record_new (&bul_revision_type);

  revision->by = g_strdup (by);
  revision->at = bul_time_now ();
  revision->summary = g_strdup (summary);
  add_revision (self, story, revision);
}

/* Forward again over all that was gone back. FALSE where what was taken back does not fit again. */
static gboolean
replay (BulSalvaged *self, const Way *way, guint first, const char *by)
{
  g_autoptr (BulStory) story = bul_record_copy (way->base);

  if (first > 1)
    add_note_revision (self, story, by, _ ("Salvaged: the revisions before this one were lost"));
  for (guint i = way->steps->len; i > 0; i--)
    {
      const BulRevision *revision = g_array_index (way->steps, Step, i - 1).revision;

      for (guint j = 0; j < revision->edits->len; j++)
        if (!bul_apply_edit (story, revision->edits->pdata[j], NULL))
          return FALSE;
      add_revision (self, story, bul_record_copy (revision));
    }
  bul_record_free (self->story);
  self->story = g_steal_pointer (&story);
  return TRUE;
}

static char *
join_unproven (const Way *way)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = way->steps->len; i > 0; i--)
    {
      const Step *step = &g_array_index (way->steps, Step, i - 1);

      if (!step->proven)
        g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "", step->revision->number);
    }
  return list->len == 0 ? NULL : g_string_free (g_steal_pointer (&list), FALSE);
}

static void
note_way (BulSalvaged *self, const Way *way, guint n_revisions)
{
  guint first = n_revisions - way->steps->len + 1;
  g_autofree char *unproven = join_unproven (way);

  if (n_revisions == 0)
    note (self, _ ("its own row is lost, and its history with it"));
  else if (way->steps->len == 0)
    note (self, _ ("its history is lost: revisions 1 to %u"), n_revisions);
  else if (first > 1)
    note (self, _ ("revisions 1 to %u are lost; those after them were kept and count from %u"),
          first - 1, 2);
  if (unproven != NULL)
    note (self, _ ("the hash of revision %s fails: kept as it was read, and not proven"), unproven);
  else if (way->steps->len > 0)
    note (self, _ ("its words are proven by the hash of revision %u"), n_revisions);
}

static void
make_sound (BulSalvaged *self, guint n_revisions, const char *by)
{
  g_auto (Way) way = { NULL, NULL };
  guint first;

  mend (self);
  go_back (&way, self->story, n_revisions);
  first = n_revisions - way.steps->len + 1;
  note_way (self, &way, n_revisions);
  if (replay (self, &way, way.steps->len == 0 ? 1 : first, by))
    {
      add_note_revision (self, self->story, by, _ ("Salvaged from a damaged library"));
      return;
    }
  note (self, _ ("its history could not be kept"));
  g_ptr_array_set_size (self->former_uuids, 0);
  g_ptr_array_set_size (self->story->revisions, 0);
  add_note_revision (self, self->story, by, _ ("Salvaged from a damaged library"));
}

static gboolean
can_be_written (const BulStory *story, GError **error)
{
  g_autoptr (GBytes) written = bul_export_xml.write (story, error);

  return written != NULL;
}

/* A stray row of what stories are searched by, which looks the same: numbers. */
static gboolean
is_of_search (const BulForeign *foreign)
{
  return foreign->text[strspn (foreign->text, "0123456789 ")] == '\0';
}

/* Whatever stood in the place of what other programs added was read for it. */
static void
drop_foreign (BulSalvaged *self)
{
  g_autoptr (BulStory) trial = bul_story_new ();
  guint n_lost = 0;

  for (guint i = self->story->foreign->len; i > 0; i--)
    {
      const BulForeign *foreign = self->story->foreign->pdata[i - 1];

      g_ptr_array_set_size (trial->foreign, 0);
      g_ptr_array_add (trial->foreign, bul_record_copy (foreign));
      if (can_be_written (trial, NULL))
        continue;
      n_lost += !is_of_search (foreign);
      g_ptr_array_remove_index (self->story->foreign, i - 1);
    }
  if (n_lost > 0)
    note (self,
          ngettext ("what other programs had added to it is lost in %u place",
                    "what other programs had added to it is lost in %u places", n_lost),
          n_lost);
}

/* A story is more than its hashes hold, and only what goes out and in again is whole. */
static void
prove_writing (BulSalvaged *self)
{
  g_autoptr (GError) error = NULL;

  if (!can_be_written (self->story, &error))
    note (self, "%s", error->message);
}

BulSalvaged *
bul_salvaged_new (BulStory *story, guint n_revisions, const char *by)
{
  BulSalvaged *self = g_new0 (BulSalvaged, 1);
  g_auto (Way) way = { NULL, NULL };

  self->story = story;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->former_uuids = g_ptr_array_new_with_free_func (g_free);
  if (story->foreign->len > 0)
    drop_foreign (self);
  go_back (&way, story, n_revisions);
  self->proven = is_whole (&way, n_revisions);
  for (guint i = 0; self->proven && i < story->revisions->len; i++)
    g_ptr_array_add (self->former_uuids,
                     g_strdup (((BulRevision *) story->revisions->pdata[i])->uuid));
  if (!self->proven)
    make_sound (self, n_revisions, by);
  prove_writing (self);
  return self;
}

void
bul_salvaged_free (BulSalvaged *self)
{
  if (self == NULL)
    return;
  bul_record_free (self->story);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->former_uuids);
  g_free (self);
}
