/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-query.h"

#include <string.h>

#include "bul-normal.h"
#include "bul-token.h"

/* More is left out: nobody types so many words, or brackets in each other. */
#define MOST_LEAVES 200
#define DEEPEST 30

struct _BulQuery
{
  char *text;
  BulQueryNode *root; /* or NULL */
  GPtrArray *left_out;
};

/* What is left to read. */
typedef struct
{
  const char *start;
  const char *at;
  BulQueryFlags flags;
  guint n_leaves;
  GPtrArray *left_out;
} Reader;

static const struct
{
  gunichar open;
  gunichar close;
} quotes[] = { { '"', '"' }, { 0x201c, 0x201d }, { 0x300c, 0x300d } };

static void
node_free (gpointer data)
{
  BulQueryNode *self = data;

  if (self == NULL)
    return;
  g_free (self->text);
  if (self->children != NULL)
    g_ptr_array_unref (self->children);
  g_free (self);
}

static BulQueryNode *
node_new (BulQueryType type)
{
  BulQueryNode *self = g_new0 (BulQueryNode, 1);

  self->type = type;
  if (type >= BUL_QUERY_AND)
    self->children = g_ptr_array_new_with_free_func (node_free);
  return self;
}

/* One that is alone stands for itself. */
static BulQueryNode *
node_join (BulQueryType type, GPtrArray *children)
{
  BulQueryNode *self;

  if (children->len <= 1)
    {
      self = children->len == 0 ? NULL : g_ptr_array_steal_index (children, 0);
      g_ptr_array_unref (children);
      return self;
    }
  self = node_new (type);
  g_ptr_array_unref (self->children);
  self->children = children;
  return self;
}

static gunichar
look (const Reader *self)
{
  return g_utf8_get_char (self->at);
}

static void
skip_blanks (Reader *self)
{
  while (*self->at != '\0' && g_unichar_isspace (look (self)))
    self->at = g_utf8_next_char (self->at);
}

static gunichar
closing_of (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i].open == c)
      return quotes[i].close;
  return 0;
}

static gboolean
ends_word (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == '(' || c == ')' || c == '|' || closing_of (c) != 0;
}

/* As text is kept, and without marks of ours. */
static char *
dup_clean (const char *start, const char *end)
{
  g_autofree char *normal = bul_normal_form (start, end - start);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, bul_token_is_mark (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What stands in quotes, to the end where they are not closed. */
static char *
read_quoted (Reader *self)
{
  gunichar close = closing_of (look (self));
  const char *start = g_utf8_next_char (self->at);
  const char *end = start;

  while (*end != '\0' && g_utf8_get_char (end) != close)
    end = g_utf8_next_char (end);
  self->at = *end == '\0' ? end : g_utf8_next_char (end);
  return dup_clean (start, end);
}

static char *
read_bare (Reader *self)
{
  const char *start = self->at;

  while (!ends_word (look (self)))
    self->at = g_utf8_next_char (self->at);
  return dup_clean (start, self->at);
}

static int
count_token (const BulToken *token G_GNUC_UNUSED, gpointer data)
{
  *(guint *) data += 1;
  return 0;
}

static gboolean
says_something (const char *text)
{
  guint n = 0;

  bul_token_read (text, strlen (text), BUL_TOKEN_PREFIX, count_token, &n);
  return n > 0;
}

/* Whether “speaker:” or the like comes next; then it is passed over. */
static gboolean
read_field (Reader *self, BulQueryField *field)
{
  for (const char *p = self->at; !ends_word (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *name = NULL;

      if (c != ':' && c != 0xff1a)
        continue;
      name = dup_clean (self->at, p);
      if (!bul_query_field_find (name, strlen (name), field))
        return FALSE;
      self->at = g_utf8_next_char (p);
      return TRUE;
    }
  return FALSE;
}

static void
read_value (Reader *self, BulQueryNode *leaf)
{
  leaf->type = BUL_QUERY_FIELD;
  leaf->text = closing_of (look (self)) != 0 ? read_quoted (self) : read_bare (self);
  g_strstrip (leaf->text);
  if (*leaf->text == '\0'
      || (leaf->field == BUL_QUERY_DATE
          && !bul_query_read_date (leaf->text, &leaf->first_day, &leaf->last_day)))
    leaf->type = BUL_QUERY_NONE;
}

static BulQueryNode *
read_leaf (Reader *self)
{
  BulQueryNode *leaf = node_new (BUL_QUERY_WORD);

  if (closing_of (look (self)) != 0)
    {
      leaf->type = BUL_QUERY_PHRASE;
      leaf->text = read_quoted (self);
    }
  else if (*self->at == '=')
    {
      self->at++;
      leaf->type = BUL_QUERY_PHRASE;
      leaf->text = read_bare (self);
    }
  else if (read_field (self, &leaf->field))
    read_value (self, leaf);
  else
    {
      leaf->text = read_bare (self);
      leaf->flags = *self->at == '\0' ? self->flags : 0;
    }
  if (self->n_leaves++ >= MOST_LEAVES
      || (leaf->type != BUL_QUERY_FIELD && !says_something (leaf->text)))
    leaf->type = BUL_QUERY_NONE;
  return leaf;
}

/* Whether @word comes next, by itself; then it is passed over. */
static gboolean
read_keyword (Reader *self, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (self->at, word, length) != 0 || !ends_word (g_utf8_get_char (self->at + length)))
    return FALSE;
  self->at += length;
  return TRUE;
}

static BulQueryNode *read_any (Reader *self, guint depth);

static BulQueryNode *
read_brackets (Reader *self, guint depth)
{
  BulQueryNode *inner;

  self->at++;
  if (depth >= DEEPEST)
    return NULL;
  inner = read_any (self, depth + 1);
  if (*self->at == ')')
    self->at++;
  return inner;
}

/* Passes over what negates. Returns: whether anything did. */
static gboolean
read_not (Reader *self)
{
  gboolean negated = FALSE;

  for (skip_blanks (self); read_keyword (self, "NOT"); skip_blanks (self))
    negated = TRUE;
  for (; *self->at == '-'; self->at++)
    negated = TRUE;
  /* A dash that stands alone is one. */
  return negated && *self->at != '\0' && !g_unichar_isspace (look (self));
}

/* A leaf or what is in brackets, or %NULL where that says nothing. */
static BulQueryNode *
read_one (Reader *self, guint depth)
{
  const char *start = (skip_blanks (self), self->at);
  gboolean negated = read_not (self);
  BulQueryNode *node;
  BulQueryNode *negation;

  if (ends_word (look (self)) && *self->at != '(' && closing_of (look (self)) == 0)
    return NULL;
  node = *self->at == '(' ? read_brackets (self, depth) : read_leaf (self);
  if (node == NULL)
    return NULL;
  if (node->children == NULL)
    node->range = (BulRange){ (guint) g_utf8_strlen (self->start, start - self->start),
                              (guint) g_utf8_strlen (self->start, self->at - self->start) };
  if (node->type == BUL_QUERY_NONE)
    {
      g_ptr_array_add (self->left_out, node);
      return NULL;
    }
  if (!negated)
    return node;
  negation = node_new (BUL_QUERY_NOT);
  g_ptr_array_add (negation->children, node);
  return negation;
}

/* Returns: whether the row of words goes on at @self. */
static gboolean
goes_on (Reader *self, guint depth)
{
  skip_blanks (self);
  while (read_keyword (self, "AND") || (*self->at == ')' && depth == 0 && self->at++ != NULL))
    skip_blanks (self);
  return *self->at != '\0' && *self->at != '|' && *self->at != ')'
         && !(strncmp (self->at, "OR", 2) == 0 && ends_word (g_utf8_get_char (self->at + 2)));
}

static BulQueryNode *
read_all (Reader *self, guint depth)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (node_free);

  while (goes_on (self, depth))
    {
      BulQueryNode *one = read_one (self, depth);

      if (one != NULL)
        g_ptr_array_add (children, one);
    }
  return node_join (BUL_QUERY_AND, children);
}

static BulQueryNode *
read_any (Reader *self, guint depth)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (node_free);

  for (;;)
    {
      BulQueryNode *all = read_all (self, depth);

      if (all != NULL)
        g_ptr_array_add (children, all);
      if (*self->at == '|')
        self->at++;
      else if (!read_keyword (self, "OR"))
        break;
    }
  return node_join (BUL_QUERY_OR, children);
}

BulQuery *
bul_query_new (const char *text, BulQueryFlags flags)
{
  BulQuery *self = g_new0 (BulQuery, 1);
  Reader reader = { .flags = flags };

  self->text = g_utf8_make_valid (text, -1);
  self->left_out = g_ptr_array_new_with_free_func (node_free);
  reader.start = reader.at = self->text;
  reader.left_out = self->left_out;
  self->root = read_any (&reader, 0);
  return self;
}

void
bul_query_free (BulQuery *self)
{
  if (self == NULL)
    return;
  node_free (self->root);
  g_ptr_array_unref (self->left_out);
  g_free (self->text);
  g_free (self);
}

const BulQueryNode *
bul_query_get_root (const BulQuery *self)
{
  return self->root;
}

gboolean
bul_query_is_empty (const BulQuery *self)
{
  Reader reader = { .at = self->text };

  skip_blanks (&reader);
  return *reader.at == '\0';
}

static void
add_parts (const BulQueryNode *node, gboolean negated, gboolean is_other, GArray *parts)
{
  BulQueryPart part = { node, negated, is_other };

  if (node->children == NULL)
    g_array_append_val (parts, part);
  else
    for (guint i = 0; i < node->children->len; i++)
      add_parts (node->children->pdata[i], negated != (node->type == BUL_QUERY_NOT),
                 i == 0 ? is_other : node->type == BUL_QUERY_OR, parts);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const BulQueryPart *x = a;
  const BulQueryPart *y = b;

  return (x->node->range.start > y->node->range.start)
         - (x->node->range.start < y->node->range.start);
}

GArray *
bul_query_list_parts (const BulQuery *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BulQueryPart));

  if (self->root != NULL)
    add_parts (self->root, FALSE, FALSE, parts);
  for (guint i = 0; i < self->left_out->len; i++)
    add_parts (self->left_out->pdata[i], FALSE, FALSE, parts);
  g_array_sort (parts, compare_places);
  return parts;
}
