/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-learn.h"

#include "bul-store-learning.h"
#include "bul-word-model.h"

/* Entries of one transaction: some tens of milliseconds. */
#define BATCH 50

gboolean
bul_flow_learn (BulStore *store, guint most, gboolean *left, GError **error)
{
  guint n = 0;
  guint n_asked = 0;

  if (left != NULL)
    *left = FALSE;
  if (!bul_store_has_lessons (store))
    return TRUE;
  if (!bul_store_start_learning (store, bul_word_model_get_version (), error))
    return FALSE;
  do
    {
      g_autoptr (GPtrArray) lessons = NULL;

      n_asked = MIN (BATCH, most - n);
      lessons = bul_store_list_lessons (store, n_asked, error);
      if (lessons == NULL)
        return FALSE;
      for (guint i = 0; i < lessons->len; i++)
        {
          BulLesson *lesson = lessons->pdata[i];

          lesson->ties = bul_word_model_read (lesson->korean, lesson->english);
        }
      if (lessons->len > 0 && !bul_store_learn (store, lessons, error))
        return FALSE;
      n += lessons->len;
      if (lessons->len < n_asked)
        return TRUE;
    }
  while (n < most);
  if (left != NULL)
    *left = bul_store_has_lessons (store);
  return TRUE;
}

gboolean
bul_flow_learn_all (BulStore *store, GError **error)
{
  gboolean left = TRUE;

  while (left)
    if (!bul_flow_learn (store, BATCH, &left, error))
      return FALSE;
  return TRUE;
}

BulLexicon *
bul_flow_learn_read (BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) ties = bul_store_list_ties (store, error);

  return ties == NULL ? NULL : bul_word_model_conclude (ties);
}
