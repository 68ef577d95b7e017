/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-align.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bul-bitext.h"
#include "bul-chars.h"
#include "bul-decode.h"
#include "bul-error.h"
#include "bul-file.h"
#include "bul-flow.h"
#include "bul-letters.h"
#include "bul-lines.h"
#include "bul-normal.h"
#include "bul-splitter.h"

/* A text of this size is longer than any bulletin; see bul-importers.h, which knows other files. */
#define TEXT_LIMIT (16u * 1024 * 1024)

void
bul_flow_alignment_free (BulFlowAlignment *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->korean);
  g_strfreev (self->english);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

static void
add_sentences (GStrvBuilder *sentences, const char *line, const char *language)
{
  g_autoptr (GArray) cuts = bul_splitter_split (line, language);

  for (guint i = 0; i < cuts->len; i++)
    {
      const BulSentence *cut = &g_array_index (cuts, BulSentence, i);
      g_autofree char *sentence = g_strndup (line + cut->start, cut->end - cut->start);

      g_strv_builder_add (sentences, sentence);
    }
}

static GStrv
cut_text (const char *text, BulFlowCut cut, const char *language)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  BulLines lines;
  const char *start;
  gsize length;

  bul_lines_start (&lines, text, strlen (text));
  while (bul_lines_next (&lines, &start, &length))
    {
      const char *trimmed = bul_chars_trim (start, length, &length);
      g_autofree char *line = g_strndup (trimmed, length);

      if (length == 0)
        continue;
      if (cut == BUL_FLOW_CUT_LINES)
        g_strv_builder_add (sentences, line);
      else
        add_sentences (sentences, line, language);
    }
  return g_strv_builder_end (sentences);
}

static GStrv
read_sentences (
    const char *path, BulFlowCut cut, const char *language, const char *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = bul_file_read (path, TEXT_LIMIT, error);
  g_autoptr (BulDecoded) decoded = NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  decoded = bul_decode (bytes, encoding, error);
  if (decoded == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  text = bul_normal_form (decoded->text, (gssize) decoded->length);
  return cut_text (text, cut, language);
}

static const char *
guess_language (const GStrv sentences)
{
  BulLetters letters = { 0 };

  for (guint i = 0; sentences[i] != NULL; i++)
    bul_letters_add (&letters, sentences[i]);
  return bul_letters_guess_language (&letters);
}

/* Nothing of two texts that are taken for each other's language would be right. */
static gboolean
check_order (const BulFlowAlignment *self,
             const char *korean_path,
             const char *english_path,
             GError **error)
{
  if (g_strcmp0 (guess_language (self->korean), "en") != 0
      || g_strcmp0 (guess_language (self->english), "ko") != 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("%s is English and %s is Korean. Name the Korean text first."), korean_path,
               english_path);
  return FALSE;
}

BulFlowAlignment *
bul_flow_align_files (const char *korean_path,
                      const char *english_path,
                      BulFlowCut cut,
                      const char *encoding,
                      const GPtrArray *lexicons,
                      GError **error)
{
  const BulAlignerOptions options = { .lexicons = lexicons };
  g_autoptr (BulFlowAlignment) self = g_new0 (BulFlowAlignment, 1);

  self->korean = read_sentences (korean_path, cut, "ko", encoding, error);
  if (self->korean == NULL)
    return NULL;
  self->english = read_sentences (english_path, cut, "en", encoding, error);
  if (self->english == NULL || !check_order (self, korean_path, english_path, error))
    return NULL;
  self->links = bul_aligner_align ((const char *const *) self->korean, g_strv_length (self->korean),
                                   (const char *const *) self->english,
                                   g_strv_length (self->english), &options);
  return g_steal_pointer (&self);
}

/* --- a file for translators */

/* An identity that the same sentences always have: such a story is in no library. */
static char *
make_uid (const BulFlowAlignment *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const GStrv sides[] = { self->korean, self->english };
  const char *hash;

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    for (guint i = 0; sides[side][i] != NULL; i++)
      g_checksum_update (checksum, (const guchar *) sides[side][i],
                         (gssize) strlen (sides[side][i]) + 1);
  hash = g_checksum_get_string (checksum);
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15,
                          hash + 18);
}

static GPtrArray *
add_side (BulBitext *bitext, BulLanguage language, const GStrv sentences)
{
  GPtrArray *segments = g_ptr_array_new ();

  for (guint i = 0; sentences[i] != NULL; i++)
    g_ptr_array_add (segments, bul_bitext_add_sentence (bitext, language, sentences[i], 0));
  return segments;
}

static void
add_members (GPtrArray *link, const GPtrArray *segments, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (link, segments->pdata[g_array_index (members, guint, i)]);
}

static BulStory *
make_story (const BulFlowAlignment *self)
{
  g_autoptr (BulBitext) bitext = bul_bitext_new (BUL_LANGUAGE_KOREAN);
  g_autoptr (GPtrArray) korean = add_side (bitext, BUL_LANGUAGE_KOREAN, self->korean);
  g_autoptr (GPtrArray) english = add_side (bitext, BUL_LANGUAGE_ENGLISH, self->english);
  BulStory *story;

  for (guint i = 0; i < self->links->len; i++)
    {
      const BulAlignedLink *aligned = self->links->pdata[i];
      g_autofree char *confidence = bul_link_format_confidence (aligned->confidence);
      g_autoptr (GPtrArray) segments = g_ptr_array_new ();

      add_members (segments, korean, aligned->korean);
      add_members (segments, english, aligned->english);
      bul_bitext_add_link (bitext, segments, confidence);
    }
  story = bul_bitext_finish (bitext);
  g_free (story->uid);
  story->uid = make_uid (self);
  return story;
}

GBytes *
bul_flow_align_export (const BulFlowAlignment *self, const char *format, GError **error)
{
  g_autoptr (BulStory) story = NULL;

  if (self->links->len == 0)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("There is no sentence in either text. Nothing was written."));
      return NULL;
    }
  story = make_story (self);
  return bul_flow_export (story, format, error);
}
