/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-pair-rows.h"

#include <glib/gi18n.h>

#include "bul-error.h"

static void
row_free (gpointer data)
{
  BulPairRow *row = data;

  g_free (row->source);
  g_free (row->target);
  g_free (row);
}

/* A line break within a block is one of the page, not of the sentence. */
static char *
dup_words (const BulLink *link, BulLanguage language)
{
  g_autofree char *words = bul_link_dup_words (link, language);
  g_auto (GStrv) lines = words == NULL ? NULL : g_strsplit (words, "\xe2\x80\xa8", -1);

  return lines == NULL ? NULL : g_strjoinv (" ", lines);
}

BulPairRows *
bul_pair_rows_new (const BulStory *story, GError **error)
{
  g_autoptr (BulPairRows) self = g_new0 (BulPairRows, 1);
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  guint revision = bul_story_get_revision_number (story);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->source = bul_pairs_get_source (story);
  self->target = self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  if (revision > 0)
    self->revision = g_strdup_printf ("%u", revision);
  for (guint i = 0; i < links->len; i++)
    {
      BulPairRow *row = g_new0 (BulPairRow, 1);

      row->link = links->pdata[i];
      row->source = dup_words (row->link, self->source);
      row->target = dup_words (row->link, self->target);
      if (row->source == NULL && row->target == NULL)
        row_free (row);
      else
        g_ptr_array_add (self->rows, row);
    }
  if (self->rows->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("The sentences of story %.8s are not paired yet. Nothing was written. Pair them "
                  "first."),
               story->uid);
  return NULL;
}

void
bul_pair_rows_free (BulPairRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->revision);
  g_free (self);
}

void
bul_pair_rows_set (xmlNode *node, const char *name, const char *value)
{
  xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

xmlNode *
bul_pair_rows_add (xmlNode *parent, const char *name, const char *text)
{
  return xmlNewTextChild (parent, NULL, (const xmlChar *) name, (const xmlChar *) text);
}

GBytes *
bul_pair_rows_dump (xmlDoc *document)
{
  xmlChar *text = NULL;
  int length = 0;

  xmlDocDumpFormatMemoryEnc (document, &text, &length, "UTF-8", 1);
  xmlFreeDoc (document);
  return g_bytes_new_with_free_func (text, (gsize) length, (GDestroyNotify) xmlFree, text);
}
