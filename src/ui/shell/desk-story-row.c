/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-story-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-correction.h"
#include "bul-pairs.h"

struct _DeskStoryRow
{
  GObject parent_instance;

  char *uid;
  char *headline;
  char *language;
  char *translation;
  char *meta;
  char *day;
  guint revision;
  guint n_corrections;
  guint n_open;
  guint n_stale;
  guint seconds;    /* on air, whole ones; 0: not known, or nothing is heard */
  guint measured;   /* the revision that takes so long; 0: none */
  gboolean follows; /* a story that may have more than the library */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStoryRow, desk_story_row, G_TYPE_OBJECT)

static void
desk_story_row_finalize (GObject *object)
{
  DeskStoryRow *self = DESK_STORY_ROW (object);

  g_free (self->uid);
  g_free (self->headline);
  g_free (self->language);
  g_free (self->translation);
  g_free (self->meta);
  g_free (self->day);

  G_OBJECT_CLASS (desk_story_row_parent_class)->finalize (object);
}

static void
desk_story_row_class_init (DeskStoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_story_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_story_row_init (DeskStoryRow *self)
{
}

DeskStoryRow *
desk_story_row_new (const BulStoreRow *row)
{
  DeskStoryRow *self = g_object_new (DESK_TYPE_STORY_ROW, NULL);

  self->uid = g_strdup (row->uid);
  desk_story_row_update (self, row);
  return self;
}

static char *
make_meta (const BulStoreRow *row)
{
  const char *clock = row->stamp == NULL ? NULL : strchr (row->stamp, 'T');
  g_autofree char *time = clock == NULL ? NULL : g_strndup (clock + 1, strlen ("HH:MM"));

  if (row->programme == NULL || time == NULL)
    return g_strdup (row->programme != NULL ? row->programme : time);
  return g_strdup_printf ("%s · %s", row->programme, time);
}

/* Sets @field to a copy of @value; whether that is another value. */
static gboolean
take (char **field, const char *value)
{
  if (g_strcmp0 (*field, value) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static gboolean
take_number (guint *field, guint value)
{
  gboolean is_other = *field != value;

  *field = value;
  return is_other;
}

void
desk_story_row_update (DeskStoryRow *self, const BulStoreRow *row)
{
  g_autofree char *meta = make_meta (row);
  gboolean is_changed = FALSE;

  g_return_if_fail (DESK_IS_STORY_ROW (self));

  /* What was typed since the revision that is listed goes on being shown. */
  if (row->revision != self->revision)
    self->follows = FALSE;
  if (!self->follows)
    {
      is_changed |= take (&self->headline, row->headline);
      is_changed |= take (&self->language, row->language);
      is_changed |= take_number (&self->n_corrections, row->n_corrections);
      is_changed |= take_number (&self->n_open, row->n_open);
      is_changed |= take_number (&self->n_stale, row->n_stale);
    }
  is_changed |= take (&self->translation, row->translation);
  is_changed |= take (&self->meta, meta);
  is_changed |= take (&self->day, row->day);
  is_changed |= take_number (&self->revision, row->revision);
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint
count_open (const BulStory *story)
{
  guint n = 0;

  for (guint i = 0; i < story->corrections->len; i++)
    n += bul_correction_is_open (story->corrections->pdata[i]);
  return n;
}

/* What takes any time at all takes a second. */
static gboolean
take_seconds (DeskStoryRow *self, double seconds)
{
  return take_number (&self->seconds, seconds <= 0 ? 0 : MAX (1u, (guint) (seconds + .5)));
}

void
desk_story_row_set_length (DeskStoryRow *self, guint revision, double seconds)
{
  g_return_if_fail (DESK_IS_STORY_ROW (self));

  self->measured = MAX (revision, self->revision);
  if (!self->follows && take_seconds (self, seconds))
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
desk_story_row_has_length (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), TRUE);

  return self->measured >= self->revision && self->measured > 0;
}

void
desk_story_row_forget_length (DeskStoryRow *self)
{
  g_return_if_fail (DESK_IS_STORY_ROW (self));

  self->measured = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
desk_story_row_get_seconds (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), 0);

  return self->seconds;
}

void
desk_story_row_follow (DeskStoryRow *self,
                       const BulStory *story,
                       const char *headline,
                       double seconds)
{
  g_autofree char *languages = NULL;
  gboolean is_changed = FALSE;

  g_return_if_fail (DESK_IS_STORY_ROW (self));

  self->follows = story != NULL;
  if (story == NULL)
    return;
  languages = bul_story_dup_languages (story);
  is_changed |= take (&self->headline, headline);
  is_changed |= take (&self->language, languages);
  is_changed |= take_number (&self->n_corrections, story->corrections->len);
  is_changed |= take_number (&self->n_open, count_open (story));
  is_changed |= take_number (&self->n_stale, bul_pairs_count (story).n_stale);
  is_changed |= seconds >= 0 && take_seconds (self, seconds);
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

const char *
desk_story_row_get_uid (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->uid;
}

const char *
desk_story_row_get_headline (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->headline != NULL ? self->headline : _ ("No headline");
}

const char *
desk_story_row_get_language (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->language;
}

const char *
desk_story_row_get_translation (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->translation;
}

guint
desk_story_row_get_revision (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), 0);

  return self->revision;
}

guint
desk_story_row_get_n_corrections (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), 0);

  return self->n_corrections;
}

guint
desk_story_row_get_n_open (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), 0);

  return self->n_open;
}

guint
desk_story_row_get_n_stale (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), 0);

  return self->n_stale;
}

const char *
desk_story_row_get_meta (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->meta;
}

const char *
desk_story_row_get_day (DeskStoryRow *self)
{
  g_return_val_if_fail (DESK_IS_STORY_ROW (self), NULL);

  return self->day;
}
