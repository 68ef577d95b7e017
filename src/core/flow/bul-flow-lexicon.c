/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-finding.h"
#include "bul-flow-learn.h"
#include "bul-flow-pair.h"
#include "bul-flow-terms.h"
#include "bul-normal.h"
#include "bul-store-terms.h"
#include "bul-tbx.h"
#include "bul-terms.h"

static guint
add_terms (BulLexicon *lexicon, const GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const BulTerm *term = terms->pdata[i];

      bul_lexicon_add_term (lexicon, term->korean, term->english);
    }
  return terms->len;
}

/* A table may say how sure its rows are; a term base holds terms. */
static gboolean
add_dictionary (BulLexicon *lexicon, const char *text, guint *n, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) terms = NULL;

  if (!bul_tbx_probe (text))
    {
      g_autofree char *table = bul_normal_form (text, -1);

      *n = bul_lexicon_add_table (lexicon, table);
      return TRUE;
    }
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
  terms = bul_terms_read (text, findings, error);
  *n = terms == NULL ? 0 : add_terms (lexicon, terms);
  return terms != NULL;
}

static BulLexicon *
read_dictionary (const char *path, GError **error)
{
  g_autoptr (BulLexicon) lexicon = bul_lexicon_new ();
  g_autofree char *text = bul_flow_dup_dictionary (path, NULL, error);
  guint n;

  if (text == NULL)
    return NULL;
  if (!add_dictionary (lexicon, text, &n, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (n > 0)
    return g_steal_pointer (&lexicon);
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
               "%s: There is no entry in this dictionary. Nothing was changed. Each line of it "
               "holds Korean, a tab, and English; or it is a term base (TBX) with both.",
               path);
  return NULL;
}

static BulLexicon *
read_terms (BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) terms = bul_store_list_terms (store, error);
  BulLexicon *lexicon = terms == NULL ? NULL : bul_lexicon_new ();

  if (lexicon != NULL)
    add_terms (lexicon, terms);
  return lexicon;
}

/* Takes @lexicon. */
static gboolean
add (GPtrArray *lexicons, BulLexicon *lexicon)
{
  if (lexicon != NULL)
    g_ptr_array_add (lexicons, lexicon);
  return lexicon != NULL;
}

GPtrArray *
bul_flow_pair_read_lexicons (BulStore *store, const char *dictionary, GError **error)
{
  g_autoptr (GPtrArray) lexicons
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_lexicon_free);

  if (dictionary != NULL && !add (lexicons, read_dictionary (dictionary, error)))
    return NULL;
  if (store != NULL
      && (!add (lexicons, read_terms (store, error))
          || !add (lexicons, bul_flow_learn_read (store, error))))
    return NULL;
  return g_steal_pointer (&lexicons);
}
