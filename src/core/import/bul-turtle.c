/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-turtle.h"

#include <string.h>

#include "bul-error.h"
#include "bul-finding-codes.h"

/* An address that is longer, or one more prefix than these, is no vocabulary’s. */
#define LONGEST_ADDRESS 2000
#define MOST_PREFIXES 1000

/* What is strange is told of so many places. */
#define MOST_FINDINGS 100

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

typedef enum
{
  END,
  POINT,
  SEMICOLON,
  COMMA,
  OPENED, /* a bracket of either kind */
  CLOSED,
  ADDRESS, /* <…>: as it stands, escapes read */
  NAME,    /* prefix:local; the colon is at the offset @colon */
  BLANK,   /* _:label */
  WORDS,   /* in quotes: without them, escapes read */
  BARE,    /* a, true, 42, PREFIX */
  AT,      /* @prefix, @base: without the sign */
  BROKEN,  /* none of these; told already */
} Token;

typedef struct
{
  BulTurtleFunc func;
  gpointer data;
  GPtrArray *findings;
  GHashTable *prefixes; /* → the address that it stands for */
  char *base;           /* or NULL */
  const char *at;
  guint line;        /* of @at */
  guint token_line;  /* where the token begins */
  gboolean is_first; /* the line begins with the token, without a blank */
  Token token;
  GString *word;
  GString *language; /* of words in quotes; or empty */
  gsize colon;
  guint n_triples;
  gboolean is_skipping; /* what is left out is told once */
  GError *error;        /* a limit that was passed; nothing is read after it */
} Turtle;

static void
add_finding (Turtle *self, guint line, const char *code)
{
  if (!self->is_skipping && self->findings->len < MOST_FINDINGS)
    g_ptr_array_add (self->findings, bul_finding_codes_make (line, code));
}

static void
give_up (Turtle *self, BulError code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new (BUL_ERROR, code, "Line %u: %s Nothing was changed.",
                               self->token_line, message);
}

/* --- signs */

static void
step (Turtle *self)
{
  if (*self->at == '\n' || (*self->at == '\r' && self->at[1] != '\n'))
    self->line++;
  self->at++;
}

static void
skip_space (Turtle *self)
{
  for (;;)
    {
      while (g_ascii_isspace (*self->at))
        step (self);
      if (*self->at != '#')
        return;
      while (*self->at != '\0' && *self->at != '\n' && *self->at != '\r')
        self->at++;
    }
}

/* The character of so many digits at @at, or 0. */
static gunichar
read_digits (const char *at, guint n)
{
  gunichar c = 0;

  for (guint i = 0; i < n; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return 0;
      c = c * 16 + (gunichar) digit;
    }
  return g_unichar_validate (c) ? c : 0;
}

/* Behind a backslash. What stands for no character stays as it is, and is told. */
static void
read_escape (Turtle *self)
{
  static const char signs[] = "tbnrf\"'\\";
  static const char meant[] = "\t\b\n\r\f\"'\\";
  const char *sign = *self->at == '\0' ? NULL : strchr (signs, *self->at);
  guint n = *self->at == 'u' ? 4 : *self->at == 'U' ? 8 : 0;
  gunichar c = n == 0 ? 0 : read_digits (self->at + 1, n);

  if (sign != NULL)
    {
      g_string_append_c (self->word, meant[sign - signs]);
      self->at++;
    }
  else if (c != 0)
    {
      g_string_append_unichar (self->word, c);
      self->at += n + 1;
    }
  else
    {
      add_finding (self, self->line, "turtle-escape");
      g_string_append_c (self->word, '\\');
    }
}

/* --- tokens */

static Token
broken (Turtle *self)
{
  add_finding (self, self->token_line, "turtle-broken");
  return BROKEN;
}

static Token
read_address (Turtle *self)
{
  for (self->at++; *self->at != '>';)
    {
      if ((guchar) *self->at <= ' ' || strchr ("<\"{}|^`", *self->at) != NULL)
        return broken (self);
      if (*self->at++ == '\\')
        read_escape (self);
      else
        g_string_append_c (self->word, self->at[-1]);
    }
  self->at++;
  return ADDRESS;
}

static Token
read_at (Turtle *self)
{
  for (self->at++; g_ascii_isalnum (*self->at) || *self->at == '-'; self->at++)
    g_string_append_c (self->word, *self->at);
  return self->word->len > 0 ? AT : broken (self);
}

/* A name with or without a prefix, or a number. A point at its end is none of it. */
static Token
read_bare (Turtle *self)
{
  const char *begin = self->at;

  self->colon = G_MAXSIZE;
  while ((guchar) *self->at > ' ' && strchr (";,[]()<>\"'#{}|^`@", *self->at) == NULL)
    {
      if (*self->at == '\\' && (guchar) self->at[1] > ' ')
        self->at++;
      else if (*self->at == ':' && self->colon == G_MAXSIZE)
        self->colon = self->word->len;
      g_string_append_c (self->word, *self->at++);
    }
  while (self->at > begin + 1 && self->at[-1] == '.' && self->at[-2] != '\\')
    {
      self->at--;
      g_string_truncate (self->word, self->word->len - 1);
    }
  if (self->at == begin)
    {
      /* A type that is missing may stand at the very end. */
      if (*self->at != '\0')
        step (self);
      return broken (self);
    }
  if (g_str_has_prefix (self->word->str, "_:"))
    return BLANK;
  return self->colon == G_MAXSIZE ? BARE : NAME;
}

/* Behind words in quotes their language, or their type, which says nothing of a name. */
static void
read_suffix (Turtle *self)
{
  gsize length = self->word->len;

  if (*self->at == '@')
    for (self->at++; g_ascii_isalnum (*self->at) || *self->at == '-'; self->at++)
      g_string_append_c (self->language, *self->at);
  if (!g_str_has_prefix (self->at, "^^"))
    return;
  self->at += 2;
  if (*self->at == '<')
    read_address (self);
  else
    read_bare (self);
  g_string_truncate (self->word, length);
}

/* Words in quotes, or in three quotes, within which lines may end. */
static Token
read_words (Turtle *self)
{
  char quote = *self->at;
  gboolean is_long = self->at[1] == quote && self->at[2] == quote;
  const char ends[] = { quote, is_long ? quote : '\0', is_long ? quote : '\0', '\0' };

  self->at += strlen (ends);
  while (!g_str_has_prefix (self->at, ends))
    {
      if (*self->at == '\0' || (!is_long && (*self->at == '\n' || *self->at == '\r')))
        return broken (self);
      if (*self->at == '\\')
        {
          self->at++;
          read_escape (self);
          continue;
        }
      g_string_append_c (self->word, *self->at);
      step (self);
    }
  self->at += strlen (ends);
  read_suffix (self);
  return WORDS;
}

static Token
read_token (Turtle *self)
{
  static const char signs[] = ";,[(])";
  static const Token meant[] = { SEMICOLON, COMMA, OPENED, OPENED, CLOSED, CLOSED };
  const char *sign = *self->at == '\0' ? NULL : strchr (signs, *self->at);

  if (*self->at == '\0' || self->error != NULL)
    return END;
  if (sign == NULL && *self->at == '.' && !g_ascii_isdigit (self->at[1]))
    {
      self->at++;
      return POINT;
    }
  if (sign != NULL)
    {
      self->at++;
      return meant[sign - signs];
    }
  switch (*self->at)
    {
    case '<':
      return read_address (self);
    case '"':
    case '\'':
      return read_words (self);
    case '@':
      return read_at (self);
    default:
      return read_bare (self);
    }
}

static Token
next (Turtle *self)
{
  const char *before = self->at;

  skip_space (self);
  self->is_first = self->at > before && (self->at[-1] == '\n' || self->at[-1] == '\r');
  self->token_line = self->line;
  g_string_truncate (self->word, 0);
  g_string_truncate (self->language, 0);
  self->token = read_token (self);
  return self->token;
}

/* --- what is left out */

/* Up to the bracket that closes the one that was just read. FALSE where none does, before the point
 * that no brackets hold. */
static gboolean
skip_brackets (Turtle *self)
{
  guint depth = 1;

  add_finding (self, self->token_line, "turtle-blank");
  while (depth > 0)
    {
      Token token = next (self);

      if (token == END || token == POINT || token == AT || token == BROKEN)
        return FALSE;
      if (token == OPENED && ++depth > BUL_TURTLE_DEEPEST)
        give_up (
            self, BUL_ERROR_HOSTILE,
            "Brackets stand deeper in brackets than any vocabulary has them, and that can harm "
            "the program that reads it.");
      if (token == CLOSED)
        depth--;
    }
  return TRUE;
}

/* Where the point is missing, what cannot go on begins the next statement. */
static gboolean
begins_statement (const Turtle *self)
{
  return self->token == ADDRESS || self->token == NAME || self->token == BLANK || self->token == AT;
}

/* Up to the point that ends the statement, or to what begins another by all appearance: a subject
 * stands at the beginning of its line, and what is said of it does not. */
static void
skip_statement (Turtle *self)
{
  self->is_skipping = TRUE;
  while (self->token != END && self->token != POINT && self->token != AT)
    if (next (self) != END && self->is_first && begins_statement (self))
      break;
  self->is_skipping = FALSE;
  if (self->token == POINT)
    next (self);
}

static void
break_statement (Turtle *self)
{
  if (self->token != BROKEN)
    broken (self);
  skip_statement (self);
}

/* --- addresses */

static gboolean
has_scheme (const char *address)
{
  const char *p = address;

  while (g_ascii_isalnum (*p) || strchr ("+-.", *p) != NULL)
    {
      if (*p == '\0')
        return FALSE;
      p++;
    }
  return *p == ':' && g_ascii_isalpha (*address);
}

static void
drop_last_part (GString *out, gsize root)
{
  while (out->len > root && out->str[out->len - 1] != '/')
    g_string_truncate (out, out->len - 1);
  if (out->len > root)
    g_string_truncate (out, out->len - 1);
}

/* What begins with a stroke, with the steps in it taken. */
static void
append_path (GString *out, const char *path)
{
  gsize root = out->len;

  while (*path == '/')
    {
      gsize n = 1 + strcspn (path + 1, "/?#");
      gboolean is_step = n > 1 && n <= 3 && strspn (path + 1, ".") == n - 1;

      if (!is_step)
        g_string_append_len (out, path, (gssize) n);
      else if (n == 3)
        drop_last_part (out, root);
      /* A step that stands last leads to a folder. */
      if (is_step && path[n] != '/')
        g_string_append_c (out, '/');
      path += n;
    }
  g_string_append (out, path);
}

/* As RFC 3986, section 5.2, has it; a base without a path is what the address goes on from. */
static char *
dup_behind_base (const Turtle *self, const char *address)
{
  const char *base = self->base;
  const char *root = base == NULL ? NULL : strstr (base, "://");
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) path = g_string_new (NULL);

  if (base == NULL || has_scheme (address))
    return g_strdup (address);
  if (root == NULL)
    return g_strconcat (base, address, NULL);
  root += strlen ("://");
  root += strcspn (root, "/?#");
  if (g_str_has_prefix (address, "//"))
    g_string_append_len (whole, base, (gssize) strcspn (base, "/"));
  else if (*address == '\0' || *address == '#')
    g_string_append_len (whole, base, (gssize) strcspn (base, "#"));
  else if (*address == '?')
    g_string_append_len (whole, base, (gssize) strcspn (base, "?#"));
  else
    {
      g_string_append_len (whole, base, root - base);
      if (*address != '/')
        g_string_append_len (path, root, (gssize) strcspn (root, "?#"));
      drop_last_part (path, 0);
      if (*address != '/')
        g_string_append_c (path, '/');
      g_string_append (path, address);
      append_path (whole, path->str);
      return g_string_free (g_steal_pointer (&whole), FALSE);
    }
  g_string_append (whole, address);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

static char *
dup_behind_prefix (Turtle *self)
{
  g_autofree char *prefix = g_strndup (self->word->str, self->colon);
  const char *space = g_hash_table_lookup (self->prefixes, prefix);

  if (space != NULL)
    return g_strconcat (space, self->word->str + self->colon + 1, NULL);
  add_finding (self, self->token_line, "turtle-prefix");
  return NULL;
}

/* What the token names. Returns: (transfer full): NULL where that cannot be told, which is told. */
static char *
dup_address (Turtle *self)
{
  g_autofree char *address
      = self->token == ADDRESS ? dup_behind_base (self, self->word->str) : dup_behind_prefix (self);

  if (address == NULL || strlen (address) <= LONGEST_ADDRESS)
    return g_steal_pointer (&address);
  broken (self);
  return NULL;
}

/* --- statements */

static void
tell (Turtle *self, const BulTurtleTriple *triple)
{
  if (self->n_triples++ == BUL_TURTLE_MOST)
    give_up (self, BUL_ERROR_TOO_LARGE, "There are more statements than any vocabulary has.");
  else if (self->error == NULL && triple->subject != NULL && triple->predicate != NULL
           && triple->object != NULL)
    self->func (triple, self->data);
}

/* The token is the object of a statement about @subject, of which nothing is told where an address
 * is not known. Returns: whether it is one. */
static gboolean
read_object (Turtle *self, const char *subject, const char *predicate)
{
  BulTurtleTriple triple = { self->token_line, subject, predicate, NULL, FALSE, NULL };
  g_autofree char *object = NULL;

  switch (self->token)
    {
    case ADDRESS:
    case NAME:
      object = dup_address (self);
      triple.is_address = TRUE;
      break;
    case WORDS:
      object = g_strdup (self->word->str);
      triple.language = self->language->len == 0 ? NULL : self->language->str;
      break;
    case BARE:
      object = g_strdup (self->word->str);
      break;
    case BLANK:
      add_finding (self, self->token_line, "turtle-blank");
      return TRUE;
    case OPENED:
      return skip_brackets (self);
    default:
      return FALSE;
    }
  triple.object = object;
  tell (self, &triple);
  return TRUE;
}

/* Objects with commas between them; the token is then what stands behind. */
static gboolean
read_objects (Turtle *self, const char *subject, const char *predicate)
{
  do
    {
      next (self);
      if (!read_object (self, subject, predicate))
        return FALSE;
    }
  while (next (self) == COMMA);
  return TRUE;
}

/* Whether the token is a predicate, and which; NULL where its prefix is not known. */
static gboolean
read_predicate (Turtle *self, char **predicate)
{
  *predicate = NULL;
  if (self->token == ADDRESS || self->token == NAME)
    *predicate = dup_address (self);
  else if (self->token == BARE && strcmp (self->word->str, "a") == 0)
    *predicate = g_strdup (RDF_TYPE);
  else
    return FALSE;
  return TRUE;
}

/* What is said of @subject, which may be %NULL: nothing is told then. */
static void
read_properties (Turtle *self, const char *subject)
{
  do
    {
      g_autofree char *predicate = NULL;

      if (!read_predicate (self, &predicate) || !read_objects (self, subject, predicate))
        {
          break_statement (self);
          return;
        }
      if (self->token != SEMICOLON)
        break;
      while (self->token == SEMICOLON)
        next (self);
    }
  while (self->token != POINT && self->token != END);
  if (self->token == POINT)
    next (self);
  else if (self->token == END || begins_statement (self))
    broken (self);
  else
    break_statement (self);
}

static gboolean
is_directive (const Turtle *self, const char *name)
{
  return self->token == AT ? strcmp (self->word->str, name) == 0
                           : self->token == BARE && g_ascii_strcasecmp (self->word->str, name) == 0;
}

/* Behind the name of a directive. Returns: whether there is an address, which is then @address. */
static gboolean
read_space (Turtle *self, char **address)
{
  if (next (self) == ADDRESS)
    *address = dup_address (self);
  return *address != NULL;
}

static gboolean
read_prefix (Turtle *self)
{
  g_autofree char *prefix = NULL;
  g_autofree char *space = NULL;

  if (next (self) != NAME || self->colon + 1 != self->word->len)
    return FALSE;
  prefix = g_strndup (self->word->str, self->colon);
  if (!read_space (self, &space))
    return FALSE;
  g_hash_table_insert (self->prefixes, g_steal_pointer (&prefix), g_steal_pointer (&space));
  if (g_hash_table_size (self->prefixes) > MOST_PREFIXES)
    give_up (self, BUL_ERROR_HOSTILE, "There are more prefixes than any vocabulary has.");
  return TRUE;
}

static gboolean
read_base (Turtle *self)
{
  g_autofree char *base = NULL;

  if (!read_space (self, &base))
    return FALSE;
  g_free (self->base);
  self->base = g_steal_pointer (&base);
  return TRUE;
}

/* With a sign before it a directive ends as a statement does, and without one it ends by itself. */
static void
read_directive (Turtle *self)
{
  gboolean has_point = self->token == AT;
  gboolean is_known = is_directive (self, "prefix") ? read_prefix (self)
                      : is_directive (self, "base") ? read_base (self)
                                                    : FALSE;

  if (!is_known && self->token == AT)
    next (self);
  if (!is_known)
    {
      break_statement (self);
      return;
    }
  next (self);
  if (has_point && self->token != POINT)
    broken (self);
  else if (has_point)
    next (self);
}

static void
read_statement (Turtle *self)
{
  g_autofree char *subject = NULL;

  switch (self->token)
    {
    case ADDRESS:
    case NAME:
      subject = dup_address (self);
      break;
    case BLANK:
      add_finding (self, self->token_line, "turtle-blank");
      break;
    case OPENED:
      if (!skip_brackets (self))
        {
          break_statement (self);
          return;
        }
      break;
    default:
      break_statement (self);
      return;
    }
  /* What stands in brackets may be all there is. */
  if (next (self) == POINT && subject == NULL)
    next (self);
  else
    read_properties (self, subject);
}

gboolean
bul_turtle_probe (const char *text)
{
  Turtle self = { .at = text };
  const char *end;

  skip_space (&self);
  end = self.at + strcspn (self.at, "<\n\r");
  if (g_str_has_prefix (self.at, "@prefix") || g_str_has_prefix (self.at, "@base")
      || g_str_has_prefix (self.at, "_:"))
    return TRUE;
  if (g_ascii_strncasecmp (self.at, "prefix ", 7) == 0
      || g_ascii_strncasecmp (self.at, "base ", 5) == 0)
    return *end == '<';
  if (*self.at != '<' || (strchr ("#/>", self.at[1]) == NULL && !has_scheme (self.at + 1)))
    return FALSE;
  return self.at[strcspn (self.at, " \t\n\r\"'>")] == '>';
}

gboolean
bul_turtle_read (
    const char *text, BulTurtleFunc func, gpointer data, GPtrArray *findings, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) language = g_string_new (NULL);
  g_autoptr (GHashTable) prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Turtle self = { .func = func,
                  .data = data,
                  .findings = findings,
                  .prefixes = prefixes,
                  .at = text,
                  .line = 1,
                  .word = word,
                  .language = language };

  g_return_val_if_fail (text != NULL && func != NULL && findings != NULL, FALSE);

  next (&self);
  while (self.token != END)
    if (self.token == AT || is_directive (&self, "prefix") || is_directive (&self, "base"))
      read_directive (&self);
    else
      read_statement (&self);
  g_free (self.base);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
