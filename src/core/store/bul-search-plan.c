/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-plan-private.h"

#include "bul-search-document-private.h"
#include "bul-search-tags-private.h"
#include "bul-search-words-private.h"

/* How search_value names the fields. */
static const char *const kinds[] = {
  [BUL_QUERY_SPEAKER] = "speaker",     [BUL_QUERY_TAG] = "tag",
  [BUL_QUERY_PROGRAMME] = "programme", [BUL_QUERY_LANGUAGE] = "language",
  [BUL_QUERY_STATE] = "state",         [BUL_QUERY_HAS] = "has",
};

static void
plan_free (gpointer plan)
{
  bul_search_plan_free (plan);
}

void
bul_search_plan_free (BulSearchPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->match);
  g_ptr_array_unref (self->below);
  g_free (self);
}

static BulSearchPlan *
plan_new (BulSearchPlanType type)
{
  BulSearchPlan *self = g_new0 (BulSearchPlan, 1);

  self->type = type;
  self->last = G_MAXINT64;
  self->below = g_ptr_array_new_with_free_func (plan_free);
  return self;
}

/* @match: (transfer full) */
static BulSearchPlan *
plan_new_match (BulSearchPlanType type, char *match)
{
  BulSearchPlan *self = plan_new (type);

  self->match = match;
  return self;
}

static BulSearchPlan *
plan_new_except (BulSearchPlan *plan, BulSearchPlan *without)
{
  BulSearchPlan *self = plan_new (BUL_SEARCH_EXCEPT);

  g_ptr_array_add (self->below, plan);
  g_ptr_array_add (self->below, without);
  return self;
}

static void
limit (BulSearchPlan *self, gint64 first, gint64 last)
{
  self->first = MAX (self->first, first);
  self->last = MIN (self->last, last);
  for (guint i = 0; i < self->below->len; i++)
    limit (self->below->pdata[i], first, last);
}

static gboolean
is_whole (const BulSearchPlan *self)
{
  return self->first == 0 && self->last == G_MAXINT64;
}

/* The plans of @type among @plans, put together in one statement; %NULL where there is none. What
 * is taken is taken out. */
static BulSearchPlan *
take_matches (GPtrArray *plans, BulSearchPlanType type, const char *between)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < plans->len;)
    {
      const BulSearchPlan *plan = plans->pdata[i];

      if (plan->type != type || !is_whole (plan))
        {
          i++;
          continue;
        }
      g_string_append_printf (match, "%s(%s)", match->len > 0 ? between : "", plan->match);
      g_ptr_array_remove_index (plans, i);
    }
  return match->len == 0 ? NULL
                         : plan_new_match (type, g_string_free (g_steal_pointer (&match), FALSE));
}

/* One that is alone stands for itself. @plans: (transfer full) */
static BulSearchPlan *
join (BulSearchPlanType type, GPtrArray *plans)
{
  BulSearchPlan *self;

  if (plans->len == 1)
    {
      self = g_ptr_array_steal_index (plans, 0);
      g_ptr_array_unref (plans);
      return self;
    }
  self = plan_new (type);
  g_ptr_array_unref (self->below);
  self->below = plans;
  return self;
}

static BulSearchPlan *
join_any (GPtrArray *plans)
{
  BulSearchPlan *text = take_matches (plans, BUL_SEARCH_TEXT, " OR ");
  BulSearchPlan *syllable = take_matches (plans, BUL_SEARCH_SYLLABLE, " OR ");

  for (guint i = 0; i < plans->len;)
    if (((BulSearchPlan *) plans->pdata[i])->type == BUL_SEARCH_NOTHING)
      g_ptr_array_remove_index (plans, i);
    else
      i++;
  if (text != NULL)
    g_ptr_array_add (plans, text);
  if (syllable != NULL)
    g_ptr_array_add (plans, syllable);
  if (plans->len > 0)
    return join (BUL_SEARCH_ANY_OF, plans);
  g_ptr_array_unref (plans);
  return plan_new (BUL_SEARCH_NOTHING);
}

/* @plan where @without is not: in one statement where both are of the same. */
static BulSearchPlan *
subtract (BulSearchPlan *plan, BulSearchPlan *without)
{
  char *match;

  if (plan->type != without->type || plan->match == NULL || !is_whole (without))
    return plan_new_except (plan, without);
  match = g_strdup_printf ("(%s) NOT (%s)", plan->match, without->match);
  g_free (plan->match);
  plan->match = match;
  bul_search_plan_free (without);
  return plan;
}

/* Days limit all the others. Returns: whether there were any. */
static gboolean
take_days (GPtrArray *plans, gint64 *first, gint64 *last)
{
  gboolean any = FALSE;

  for (guint i = 0; i < plans->len;)
    {
      const BulSearchPlan *plan = plans->pdata[i];

      if (plan->type != BUL_SEARCH_DAYS)
        {
          i++;
          continue;
        }
      any = TRUE;
      *first = MAX (*first, plan->first);
      *last = MIN (*last, plan->last);
      g_ptr_array_remove_index (plans, i);
    }
  return any;
}

/* @without: (transfer full): what must not be */
static BulSearchPlan *
join_all (GPtrArray *plans, GPtrArray *without)
{
  gint64 first = 0;
  gint64 last = G_MAXINT64;
  gboolean has_days = take_days (plans, &first, &last);
  BulSearchPlan *text = take_matches (plans, BUL_SEARCH_TEXT, " AND ");
  BulSearchPlan *syllable = take_matches (plans, BUL_SEARCH_SYLLABLE, " AND ");
  BulSearchPlan *self;

  if (text != NULL)
    g_ptr_array_add (plans, text);
  if (syllable != NULL)
    g_ptr_array_add (plans, syllable);
  if (plans->len == 0)
    g_ptr_array_add (plans, plan_new (BUL_SEARCH_DAYS));
  self = join (BUL_SEARCH_ALL_OF, plans);
  if (without->len > 0)
    self = subtract (self, join_any (without));
  else
    g_ptr_array_unref (without);
  if (has_days)
    limit (self, first, last);
  return self;
}

static BulSearchPlan *
plan_words (BulDb *db, const BulQueryNode *leaf, GError **error)
{
  g_autoptr (GPtrArray) phrases = bul_search_words_list (db, leaf, error);
  GPtrArray *plans;

  if (phrases == NULL)
    return NULL;
  plans = g_ptr_array_new_with_free_func (plan_free);
  for (guint i = 0; i < phrases->len; i++)
    {
      GString *match = g_string_new (NULL);

      bul_search_phrase_append (phrases->pdata[i], match);
      g_ptr_array_add (plans, plan_new_match (bul_search_phrase_is_syllable (phrases->pdata[i])
                                                  ? BUL_SEARCH_SYLLABLE
                                                  : BUL_SEARCH_TEXT,
                                              g_string_free (match, FALSE)));
    }
  return join_any (plans);
}

static BulSearchPlan *
plan_days (const BulQueryNode *leaf)
{
  BulSearchPlan *self = plan_new (BUL_SEARCH_DAYS);

  self->first = MAX (leaf->first_day, BUL_SEARCH_FIRST_DAY) << BUL_SEARCH_DAY_BITS;
  if (leaf->last_day < G_MAXINT32)
    self->last = ((leaf->last_day + 1) << BUL_SEARCH_DAY_BITS) - 1;
  return self;
}

static BulSearchPlan *
plan_values (BulDb *db, const BulQueryNode *leaf, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT id, value FROM search_value WHERE kind = :kind", error);
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GHashTable) codes = NULL;
  BulDbStep step;

  if (select == NULL)
    return NULL;
  if (leaf->field == BUL_QUERY_TAG
      && (codes = bul_search_tags_collect (db, leaf->text, error)) == NULL)
    return NULL;
  bul_db_bind_text (select, "kind", kinds[leaf->field]);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *value = bul_db_dup_text (select, 1);

      if (bul_query_field_matches (leaf->field, leaf->text, value)
          || (codes != NULL && g_hash_table_contains (codes, value)))
        g_string_append_printf (match, "%s\"" BUL_TOKEN_VERBATIM "%" G_GINT64_FORMAT "\"",
                                match->len > 0 ? " OR " : "",
                                (gint64) sqlite3_column_int64 (select, 0));
    }
  if (step != BUL_DB_DONE)
    return NULL;
  if (match->len == 0)
    return plan_new (BUL_SEARCH_NOTHING);
  return plan_new_match (BUL_SEARCH_TEXT, g_string_free (g_steal_pointer (&match), FALSE));
}

static BulSearchPlan *plan_node (BulDb *db, const BulQueryNode *node, GError **error);

static BulSearchPlan *
plan_children (BulDb *db, const BulQueryNode *node, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (plan_free);
  g_autoptr (GPtrArray) without = g_ptr_array_new_with_free_func (plan_free);

  for (guint i = 0; i < node->children->len; i++)
    {
      const BulQueryNode *child = node->children->pdata[i];
      gboolean negated = node->type != BUL_QUERY_OR && child->type == BUL_QUERY_NOT;
      BulSearchPlan *plan = plan_node (db, negated ? child->children->pdata[0] : child, error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (negated ? without : plans, plan);
    }
  if (node->type == BUL_QUERY_OR)
    return join_any (g_steal_pointer (&plans));
  return join_all (g_steal_pointer (&plans), g_steal_pointer (&without));
}

static BulSearchPlan *
plan_not (BulDb *db, const BulQueryNode *node, GError **error)
{
  BulSearchPlan *without = plan_node (db, node->children->pdata[0], error);

  return without == NULL ? NULL : plan_new_except (plan_new (BUL_SEARCH_DAYS), without);
}

static BulSearchPlan *
plan_node (BulDb *db, const BulQueryNode *node, GError **error)
{
  switch (node->type)
    {
    case BUL_QUERY_WORD:
    case BUL_QUERY_PHRASE:
      return plan_words (db, node, error);
    case BUL_QUERY_FIELD:
      return node->field == BUL_QUERY_DATE ? plan_days (node) : plan_values (db, node, error);
    case BUL_QUERY_AND:
    case BUL_QUERY_OR:
      return plan_children (db, node, error);
    case BUL_QUERY_NOT:
      return plan_not (db, node, error);
    case BUL_QUERY_NONE:
      break;
    }
  return plan_new (BUL_SEARCH_NOTHING);
}

BulSearchPlan *
bul_search_plan_new (BulDb *db, const BulQuery *query, GError **error)
{
  const BulQueryNode *root = bul_query_get_root (query);

  if (root != NULL)
    return plan_node (db, root, error);
  return plan_new (bul_query_is_empty (query) ? BUL_SEARCH_DAYS : BUL_SEARCH_NOTHING);
}
