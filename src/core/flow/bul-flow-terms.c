/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-terms.h"

#include "bul-decode.h"
#include "bul-error.h"
#include "bul-exchange.h"
#include "bul-file.h"
#include "bul-finding.h"
#include "bul-terms.h"
#include "bul-time.h"

/* No dictionary of a desk is as large. */
#define DICTIONARY_LIMIT (64u * 1024 * 1024)

void
bul_flow_terms_taken_free (BulFlowTermsTaken *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

char *
bul_flow_dup_dictionary (const char *path, const char *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = bul_file_read (path, DICTIONARY_LIMIT, error);
  g_autoptr (BulDecoded) decoded = NULL;

  if (bytes == NULL)
    return NULL;
  decoded = bul_decode (bytes, encoding, error);
  if (decoded != NULL)
    return g_strdup (decoded->text);
  g_prefix_error (error, "%s: ", path);
  return NULL;
}

static char *
dup_source (const char *path, const char *source)
{
  g_autofree char *name = source == NULL ? g_path_get_basename (path) : g_strdup (source);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  char *plain = bul_exchange_dup_plain (valid);

  return plain == NULL ? g_strdup ("-") : plain;
}

BulFlowTermsTaken *
bul_flow_terms_import (BulStore *store,
                       const char *path,
                       const char *encoding,
                       const char *source,
                       const char *by,
                       GError **error)
{
  g_autoptr (BulFlowTermsTaken) taken = g_new0 (BulFlowTermsTaken, 1);
  g_autofree char *text = bul_flow_dup_dictionary (path, encoding, error);
  g_autofree char *now = bul_time_now ();
  g_autoptr (GPtrArray) terms = NULL;

  if (text == NULL)
    return NULL;
  taken->source = dup_source (path, source);
  taken->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  terms = bul_terms_read (text, taken->findings, error);
  if (terms == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (terms->len == 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                   "%s: There is no term in Korean and in English in this dictionary. Nothing was "
                   "changed. Each line of it holds both with a tab between; or it is a term base "
                   "(TBX).",
                   path);
      return NULL;
    }
  for (guint i = 0; i < terms->len; i++)
    {
      BulTerm *term = terms->pdata[i];

      term->source = g_strdup (taken->source);
      term->by = g_strdup (by);
      term->at = g_strdup (now);
    }
  if (!bul_store_add_terms (store, terms, &taken->n_new, error))
    return NULL;
  taken->n_there = terms->len - taken->n_new;
  return g_steal_pointer (&taken);
}
