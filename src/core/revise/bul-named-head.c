/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-named-head-private.h"
#include "bul-particle.h"

/* So many letters are no abbreviation. */
#define FEWEST_CAPITALS 4

/* How much of a line tells people which one is meant. */
#define LINE_CHARS 40

/* What may stand between a name and a title that is put behind it. */
static const char *const separators[] = { "/", " / ", ", " };

/* What the head is to read: each stretch of it that changes. */
typedef struct
{
  BulRange range;
  char *now;
} Piece;

typedef struct
{
  Piece pieces[2];
  guint n_pieces;
} Rewrite;

static void
rewrite_clear (Rewrite *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    g_free (self->pieces[i].now);
  self->n_pieces = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rewrite, rewrite_clear)

static gboolean
has_case (const char *text, gboolean (*is_case) (gunichar c), gboolean (*is_other) (gunichar c))
{
  guint n_letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (is_other (g_utf8_get_char (at)))
        return FALSE;
      n_letters += is_case (g_utf8_get_char (at));
    }
  return n_letters >= FEWEST_CAPITALS;
}

char *
bul_named_dress (const char *now, const char *found, const char *was)
{
  if (has_case (found, g_unichar_isupper, g_unichar_islower))
    return g_utf8_strup (now, -1);
  if (was != NULL && has_case (found, g_unichar_islower, g_unichar_isupper)
      && !has_case (was, g_unichar_islower, g_unichar_isupper))
    return g_utf8_strdown (now, -1);
  return g_strdup (now);
}

void
bul_named_add (GPtrArray *places,
               BulNamedSort sort,
               const BulBlock *block,
               guint at,
               const char *was,
               const char *now)
{
  guint end = at + bul_chars_count (was);
  const char *after = block->text + bul_chars_to_byte (block->text, end);
  BulParticleChange change;
  BulNamedPlace *place;

  if (strcmp (was, now) == 0)
    return;
  place = g_new0 (BulNamedPlace, 1);
  place->sort = sort;
  place->block = g_strdup (block->key);
  place->at = at;
  place->was = g_strdup (was);
  place->now = g_strdup (now);
  if (*now != '\0' && bul_particle_find_change (was, now, after, &change))
    {
      place->particle_at = end + change.at;
      place->particle_was = change.was;
      place->particle_now = change.now;
    }
  g_ptr_array_add (places, place);
}

/* @now: (transfer full) */
static void
add_piece (Rewrite *self, guint start, guint end, char *now)
{
  self->pieces[self->n_pieces++] = (Piece){ { start, end }, now };
}

/* Name and title both stand there: each gives way for itself, or one goes with what is between. */
static void
rewrite_both (Rewrite *self, const BulPartsSpeaker *part, const BulNamedNames *names)
{
  guint start = MIN (part->name.start, part->title.start);
  guint end = MAX (part->name.end, part->title.end);

  if (*names->title == '\0' || *names->name == '\0')
    {
      add_piece (self, start, end, g_strdup (*names->title == '\0' ? names->name : names->title));
      return;
    }
  add_piece (self, part->name.start, part->name.end, g_strdup (names->name));
  add_piece (self, part->title.start, part->title.end, g_strdup (names->title));
}

/* @separator parts what is added from what stands there. */
static void
rewrite (Rewrite *self,
         const BulPartsSpeaker *part,
         const BulNamedNames *names,
         const char *separator)
{
  gboolean has_name = !bul_range_is_empty (part->name);
  gboolean has_title = !bul_range_is_empty (part->title);

  if (has_name && has_title)
    rewrite_both (self, part, names);
  else if (has_name)
    add_piece (self, part->name.start, part->name.end,
               names->needs_title && *names->name != '\0'
                   ? g_strconcat (names->name, separator, names->title, NULL)
                   : g_strdup (*names->name == '\0' ? names->title : names->name));
  else if (*names->name == '\0')
    add_piece (self, part->title.start, part->title.end, g_strdup (names->title));
  else
    add_piece (self, part->title.start, part->title.end,
               *names->title == '\0' ? g_strdup (names->name)
                                     : g_strconcat (names->name, separator, names->title, NULL));
}

/* Returns: (transfer full): @text with the pieces in their places. */
static char *
rewritten (const Rewrite *self, const char *text)
{
  GString *out = g_string_new (text);
  /* Offsets hold where the one behind is put in first. */
  gboolean backwards
      = self->n_pieces == 2 && self->pieces[0].range.start < self->pieces[1].range.start;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      const Piece *piece = &self->pieces[backwards ? self->n_pieces - 1 - i : i];
      gsize start = bul_chars_to_byte (text, piece->range.start);

      g_string_erase (out, (gssize) start,
                      (gssize) (bul_chars_to_byte (text, piece->range.end) - start));
      g_string_insert (out, (gssize) start, piece->now);
    }
  return g_string_free (out, FALSE);
}

static gboolean
reads (const char *text, BulRange range, const char *words)
{
  g_autofree char *there = bul_parts_dup (text, range);

  return g_strcmp0 (there == NULL ? "" : there, words) == 0;
}

/* Whether the head names who it should, as the next one who reads it will see. */
static gboolean
is_read_so (const BulBlock *block,
            const BulParts *parts,
            guint i,
            const Rewrite *rewrite,
            const BulNamedNames *names)
{
  g_autofree char *text = rewritten (rewrite, block->text);
  g_autoptr (BulParts) then = bul_parts_new (block->kind, text);
  const BulPartsSpeaker *was = &g_array_index (parts->speakers, BulPartsSpeaker, i);
  const BulPartsSpeaker *part;

  if (then->speakers->len != parts->speakers->len)
    return FALSE;
  part = &g_array_index (then->speakers, BulPartsSpeaker, i);
  return reads (text, part->name, names->name)
         && reads (text, part->title,
                   bul_range_is_empty (was->title) && !names->needs_title && *names->name != '\0'
                           && !bul_range_is_empty (was->name)
                       ? ""
                       : names->title);
}

static void
add_rewrite (GPtrArray *places, const BulBlock *block, const Rewrite *rewrite)
{
  for (guint i = 0; i < rewrite->n_pieces; i++)
    {
      const Piece *piece = &rewrite->pieces[i];
      g_autofree char *was = bul_chars_slice (block->text, piece->range.start, piece->range.end);

      bul_named_add (places, BUL_NAMED_HEAD, block, piece->range.start, was, piece->now);
    }
}

static void
refuse (GError **error, const BulBlock *block, const BulNamedNames *names)
{
  gboolean is_long = bul_chars_count (block->text) > LINE_CHARS;
  g_autofree char *line = bul_chars_slice (block->text, 0, LINE_CHARS);

  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("“%s” cannot stand in “%s%s”: it would not be read as who is heard there. "
                  "Nothing was changed."),
               *names->name == '\0' ? names->title : names->name, line, is_long ? "…" : "");
}

/* What this head is to say, by what it says now. @strings: (out): what it owns */
static BulNamedNames
fit_names (const BulNamedNames *names, const char *name, const char *title, char *strings[2])
{
  BulNamedNames own = *names;
  gboolean is_other = names->title_was != NULL && strcmp (title, names->title_was) != 0;

  if (*name == '\0' && *names->name_was != '\0')
    own.name = "";
  if (*title != '\0' && (is_other || (*own.name == '\0' && *own.title == '\0')))
    own.title = title;
  own.needs_title &= *title == '\0';
  strings[0] = bul_named_dress (own.name, name, NULL);
  strings[1] = bul_named_dress (own.title, title, NULL);
  own.name = strings[0];
  own.title = strings[1];
  return own;
}

gboolean
bul_named_head (GPtrArray *places,
                const BulBlock *block,
                const BulParts *parts,
                guint i,
                const BulNamedNames *names,
                GError **error)
{
  const BulPartsSpeaker *part = &g_array_index (parts->speakers, BulPartsSpeaker, i);
  g_autofree char *name = bul_chars_slice (block->text, part->name.start, part->name.end);
  g_autofree char *title = bul_chars_slice (block->text, part->title.start, part->title.end);
  char *strings[2] = { NULL, NULL };
  BulNamedNames own = *names;
  gboolean done = bul_range_is_empty (part->name) && bul_range_is_empty (part->title);

  /* A title that several share is not one speaker's to change. */
  if (parts->speakers->len > 1)
    {
      own.title_was = "";
      own.title = "";
      own.needs_title = FALSE;
    }
  own = fit_names (&own, name, title, strings);
  for (guint j = 0; !done && j < G_N_ELEMENTS (separators); j++)
    {
      g_auto (Rewrite) attempt = { 0 };

      rewrite (&attempt, part, &own, separators[j]);
      done = is_read_so (block, parts, i, &attempt, &own);
      if (done)
        add_rewrite (places, block, &attempt);
    }
  if (!done)
    refuse (error, block, &own);
  g_free (strings[0]);
  g_free (strings[1]);
  return done;
}

gboolean
bul_named_relay (GPtrArray *places,
                 const BulBlock *block,
                 const BulParts *parts,
                 const BulNamedNames *names)
{
  g_autoptr (GArray) ranges = bul_parts_list_reporters (parts, block->text);
  gboolean found = FALSE;

  for (guint i = 0; i < ranges->len; i++)
    {
      BulRange range = g_array_index (ranges, BulRange, i);
      g_autofree char *printed = bul_parts_dup (block->text, range);

      if (g_strcmp0 (printed, names->name_was) != 0)
        continue;
      found = TRUE;
      if (*names->name != '\0')
        bul_named_add (places, BUL_NAMED_HEAD, block, range.start, printed, names->name);
    }
  return found;
}
