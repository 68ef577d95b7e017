/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-decode.h"
#include "bul-error.h"
#include "bul-file.h"
#include "bul-flow-pair.h"
#include "bul-normal.h"
#include "bul-tbx.h"

/* No dictionary of a desk is as large. */
#define DICTIONARY_LIMIT (64u * 1024 * 1024)

/* The table that the text is, or that a term base gives. */
static char *
dup_table (const char *text, const char *path, GError **error)
{
  g_autofree char *table = bul_tbx_probe (text) ? bul_tbx_dup_table (text, error) : g_strdup (text);

  if (table != NULL)
    return bul_normal_form (table, -1);
  g_prefix_error (error, "%s: ", path);
  return NULL;
}

static BulLexicon *
read_dictionary (const char *path, GError **error)
{
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();
  g_autoptr (GBytes) bytes = bul_file_read (path, DICTIONARY_LIMIT, error);
  g_autoptr (BulDecoded) decoded = bytes == NULL ? NULL : bul_decode (bytes, NULL, error);
  g_autofree char *text = NULL;

  if (decoded == NULL)
    return NULL;
  text = dup_table (decoded->text, path, error);
  if (text == NULL)
    return NULL;
  if (bul_lexicon_add_table (lexicon, text) > 0)
    return g_steal_pointer (&lexicon);
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               "%s: There is no entry in this dictionary. Nothing was changed. Each line of it "
               "holds Korean, a tab, and English; or it is a term base (TBX) with both.",
               path);
  return NULL;
}

GPtrArray *
bul_flow_pair_read_lexicons (BulStore *store G_GNUC_UNUSED, const char *dictionary, GError **error)
{
  g_autoptr (GPtrArray) lexicons
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_lexicon_free);
  BulLexicon *own = dictionary == NULL ? NULL : read_dictionary (dictionary, error);

  if (own != NULL)
    g_ptr_array_add (lexicons, own);
  return dictionary == NULL || own != NULL ? g_steal_pointer (&lexicons) : NULL;
}
