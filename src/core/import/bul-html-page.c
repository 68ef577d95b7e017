/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-page.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "bul-html-filter.h"
#include "bul-html-names.h"

/* What is around a node. */
typedef struct
{
  guint box;
  guint flags; /* HEADING, TITLE, LINES */
  guint level; /* of the heading */
  gboolean is_link;
  gboolean in_row; /* of a table whose cells stand on one line */
} Scope;

typedef struct
{
  BulHtmlPage *page;
  GString *text; /* of the line that is being read */
  BulHtmlLine line;
  guint n_times; /* before this line */
} Reader;

/* Cells of a row that is one line are no longer, in bytes. */
#define LONGEST_CELL 120

static void
clear_time (gpointer data)
{
  BulHtmlTime *time = data;

  g_free (time->words);
  g_free (time->at);
}

static void
flush (Reader *self)
{
  BulHtmlPage *page = self->page;
  guint number = bul_given_lines_add (page->lines, self->text->str, 0, BUL_SECTION_NONE);

  if (number > 0)
    {
      g_array_append_val (page->infos, self->line);
      self->n_times = page->times->len;
    }
  else
    g_array_set_size (page->times, self->n_times);
  self->line = (BulHtmlLine){ 0 };
  g_string_truncate (self->text, 0);
}

static void
add_words (Reader *self, const Scope *scope, const char *text, gsize length)
{
  guint n_bytes = 0;

  for (gsize i = 0; i < length; i++)
    n_bytes += (guchar) text[i] > ' ';
  if (n_bytes > 0 && self->line.n_bytes == 0)
    {
      self->line.box = scope->box;
      self->line.level = scope->level;
    }
  if (n_bytes > 0)
    self->line.flags |= scope->flags & (BUL_HTML_HEADING | BUL_HTML_TITLE);
  self->line.n_bytes += n_bytes;
  self->line.n_linked += scope->is_link ? n_bytes : 0;
  g_string_append_len (self->text, text, (gssize) length);
}

static void
read_text (Reader *self, const Scope *scope, const char *text)
{
  if ((scope->flags & BUL_HTML_LINES) == 0)
    {
      add_words (self, scope, text, strlen (text));
      return;
    }
  for (;;)
    {
      gsize length = strcspn (text, "\r\n");

      add_words (self, scope, text, length);
      if (text[length] == '\0')
        return;
      flush (self);
      text += length + 1;
    }
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value == NULL ? NULL : g_utf8_make_valid ((const char *) value, -1);

  xmlFree (value);
  return copy;
}

/* By its tag, and by what its makers call it. */
static guint
flags_of (const xmlNode *node)
{
  static const char *const names[] = { "class", "id", "role", "itemprop" };
  guint flags = bul_html_tag_get_flags ((const char *) node->name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = dup_attribute (node, names[i]);

      if (value != NULL)
        flags |= bul_html_names_read (value);
    }
  /* Each paragraph of an article may be called after it. */
  return (flags & BUL_HTML_CONTAINER) != 0 ? flags : flags & ~(guint) BUL_HTML_ARTICLE;
}

static gboolean
is_hidden (const xmlNode *node, guint flags)
{
  g_autofree char *style = dup_attribute (node, "style");
  g_autoptr (GString) plain = g_string_new (NULL);

  if ((flags & BUL_HTML_HIDDEN) != 0 || xmlHasProp (node, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  for (const char *at = style; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (plain, g_ascii_tolower (*at));
  return strstr (plain->str, "display:none") != NULL
         || strstr (plain->str, "visibility:hidden") != NULL;
}

static void
note_meta (Reader *self, const xmlNode *node)
{
  static const char *const names[] = { "property", "name", "itemprop" };
  g_autofree char *content = dup_attribute (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dup_attribute (node, names[i]);

      if (name != NULL && !g_hash_table_contains (self->page->metas, name))
        g_hash_table_insert (self->page->metas, g_steal_pointer (&name), g_strdup (content));
    }
}

static void
note_title (Reader *self, const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);

  if (self->page->title == NULL && content != NULL)
    self->page->title = g_utf8_make_valid ((const char *) content, -1);
  xmlFree (content);
}

static void
note_time (Reader *self, const xmlNode *node)
{
  BulHtmlTime time = { .line = self->page->infos->len, .at = dup_attribute (node, "datetime") };

  if (time.at == NULL)
    return;
  time.words = g_strdup (self->text->str);
  g_array_append_val (self->page->times, time);
}

/* --- tables */

/* Whether all of it leads somewhere else, as cells of a menu do. */
static gboolean
is_link_cell (const xmlNode *cell)
{
  const xmlNode *node = cell->children;

  while (node != NULL && xmlIsBlankNode (node))
    node = node->next;
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const char *) node->name, "a") == 0;
}

/* Whether nothing in it begins a line, and it is short. */
static gboolean
is_flat_cell (const xmlNode *cell)
{
  xmlChar *content = xmlNodeGetContent (cell);
  gboolean is_short = xmlStrlen (content) <= LONGEST_CELL;
  const xmlNode *node = cell->children;

  xmlFree (content);
  while (is_short && node != NULL && node != cell)
    {
      guint flags = node->type == XML_ELEMENT_NODE ? flags_of (node) : 0;

      if ((flags & (BUL_HTML_BLOCK | BUL_HTML_FURNITURE)) != 0)
        return FALSE;
      if (node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != cell && node->next == NULL)
        node = node->parent;
      if (node != cell)
        node = node->next;
    }
  return is_short;
}

static gboolean
is_cell (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE
         && (strcmp ((const char *) node->name, "td") == 0
             || strcmp ((const char *) node->name, "th") == 0);
}

/* A row of figures is one line to its reader; one that holds the columns of a page is not. */
static gboolean
is_flat_row (const xmlNode *row)
{
  for (const xmlNode *node = row->children; node != NULL; node = node->next)
    if (is_cell (node) && (is_link_cell (node) || !is_flat_cell (node)))
      return FALSE;
  return TRUE;
}

/* --- elements */

static void read_children (Reader *self, const Scope *scope, const xmlNode *node);

static void
read_box (Reader *self, Scope scope, const xmlNode *node, guint flags)
{
  GArray *boxes = self->page->boxes;
  BulHtmlBox box = { .parent = scope.box, .flags = flags };

  flush (self);
  box.first = self->page->infos->len;
  scope.box = boxes->len;
  scope.in_row = strcmp ((const char *) node->name, "tr") == 0 && is_flat_row (node);
  g_array_append_val (boxes, box);
  read_children (self, &scope, node);
  flush (self);
  bul_html_page_box (self->page, scope.box)->end = self->page->infos->len;
  bul_html_page_box (self->page, scope.box)->next = boxes->len;
}

static void
read_element (Reader *self, const Scope *around, const xmlNode *node)
{
  const char *name = (const char *) node->name;
  guint flags = flags_of (node);
  Scope scope = *around;

  if (strcmp (name, "title") == 0)
    note_title (self, node);
  if (strcmp (name, "meta") == 0)
    note_meta (self, node);
  if (is_hidden (node, flags))
    return;
  if (strcmp (name, "time") == 0)
    note_time (self, node);

  scope.flags |= flags & (BUL_HTML_HEADING | BUL_HTML_TITLE | BUL_HTML_LINES);
  if ((flags & BUL_HTML_HEADING) != 0)
    scope.level = (guint) (name[1] - '0');
  scope.is_link |= strcmp (name, "a") == 0 && xmlHasProp (node, (const xmlChar *) "href") != NULL;
  if (scope.in_row && is_cell (node))
    {
      g_string_append_c (self->text, ' ');
      read_children (self, &scope, node);
    }
  else if ((flags & BUL_HTML_VOID) != 0 && (flags & BUL_HTML_BLOCK) != 0)
    flush (self);
  else if ((flags & (BUL_HTML_BLOCK | BUL_HTML_FURNITURE | BUL_HTML_ARTICLE)) != 0)
    read_box (self, scope, node, flags);
  else
    read_children (self, &scope, node);
}

/* The parser nests no deeper than some hundred elements. */
static void
read_children (Reader *self, const Scope *scope, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_element (self, scope, child);
    else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
             && child->content != NULL)
      read_text (self, scope, (const char *) child->content);
}

/* Returns: (nullable): the tree, unless the parser gave up on it. */
static xmlDoc *
parse (const GString *html)
{
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc *document;

  document = htmlCtxtReadMemory (context, html->str, (int) html->len, NULL, "UTF-8",
                                 HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                     | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  if (context->disableSAX != 0)
    g_clear_pointer (&document, xmlFreeDoc);
  htmlFreeParserCtxt (context);
  return document;
}

static xmlDoc *
parse_filtered (GString *html)
{
  xmlDoc *document = html == NULL ? NULL : parse (html);

  if (html != NULL)
    g_string_free (html, TRUE);
  return document;
}

BulHtmlPage *
bul_html_page_new (const char *text, gsize length)
{
  BulHtmlPage *self = g_new0 (BulHtmlPage, 1);
  g_autoptr (GString) line = g_string_new (NULL);
  Reader reader = { .page = self, .text = line };
  Scope scope = { 0 };
  BulHtmlBox page = { 0 };
  xmlDoc *document = parse_filtered (bul_html_filter (text, length));

  if (document == NULL)
    document = parse_filtered (bul_html_filter_lines (text, length));
  self->lines = bul_given_lines_new ();
  self->infos = g_array_new (FALSE, FALSE, sizeof (BulHtmlLine));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (BulHtmlBox));
  self->times = g_array_new (FALSE, FALSE, sizeof (BulHtmlTime));
  g_array_set_clear_func (self->times, clear_time);
  self->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_array_append_val (self->boxes, page);
  if (document != NULL)
    read_children (&reader, &scope, (const xmlNode *) document);
  flush (&reader);
  bul_html_page_box (self, 0)->end = self->infos->len;
  bul_html_page_box (self, 0)->next = self->boxes->len;
  xmlFreeDoc (document);
  return self;
}

void
bul_html_page_free (BulHtmlPage *self)
{
  if (self == NULL)
    return;
  bul_given_lines_free (self->lines);
  g_array_unref (self->infos);
  g_array_unref (self->boxes);
  g_array_unref (self->times);
  g_hash_table_unref (self->metas);
  g_free (self->title);
  g_free (self);
}
