/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-align.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-decode.h"
#include "bul-file.h"
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

BulFlowAlignment *
bul_flow_align_files (const char *korean_path,
                      const char *english_path,
                      BulFlowCut cut,
                      const char *encoding,
                      GError **error)
{
  g_autoptr (BulFlowAlignment) self = g_new0 (BulFlowAlignment, 1);

  self->korean = read_sentences (korean_path, cut, "ko", encoding, error);
  if (self->korean == NULL)
    return NULL;
  self->english = read_sentences (english_path, cut, "en", encoding, error);
  if (self->english == NULL)
    return NULL;
  self->links = bul_aligner_align ((const char *const *) self->korean, g_strv_length (self->korean),
                                   (const char *const *) self->english,
                                   g_strv_length (self->english), NULL);
  return g_steal_pointer (&self);
}
