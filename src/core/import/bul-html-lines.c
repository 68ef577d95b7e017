/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-lines.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "bul-html-filter.h"
#include "bul-html-names.h"
#include "bul-html-tag.h"

/* A part that is deeper is read as its lines alone: libxml2 ends there. */
#define DEEPEST 240

/* An article within an article is the one where it has this much of the other's words. */
#define MOST_OF(words) ((words) - (words) / 4)

typedef struct
{
  GArray *lines;
  const xmlNode *article; /* (nullable) */
  gboolean is_after;      /* the article is over */
  GString *text;          /* of the line that is being gathered */
  char *time;
  guint flags;    /* of its first words */
  gboolean links; /* all of its words are links */
} Gatherer;

/* What surrounds an element. */
typedef struct
{
  guint flags; /* BulHtmlLineFlags */
  gboolean keeps_lines;
  gboolean is_link;
  guint depth;
} Place;

static void
clear_line (gpointer data)
{
  BulHtmlLine *line = data;

  g_free (line->text);
  g_free (line->time);
}

/* --- elements */

static guint
tag_flags (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE ? bul_html_tag_get_flags ((const char *) node->name) : 0;
}

/* Returns: (nullable), owned by the page. */
static const char *
attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (strcmp ((const char *) at->name, name) == 0)
      return at->children == NULL || at->children->content == NULL
                 ? ""
                 : (const char *) at->children->content;
  return NULL;
}

static guint
names_of (const xmlNode *node)
{
  static const char *const fields[] = { "class", "id", "role", "itemprop" };
  guint flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *names = attribute (node, fields[i]);

      if (names != NULL)
        flags |= bul_html_names_read (names);
    }
  return flags;
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = attribute (node, "style");
  g_autofree char *plain = NULL;

  if ((tag_flags (node) & (BUL_HTML_UNSEEN | BUL_HTML_HIDDEN)) != 0
      || attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  plain = g_ascii_strdown (style, -1);
  return strstr (plain, "display:none") != NULL || strstr (plain, "display: none") != NULL
         || strstr (plain, "visibility:hidden") != NULL;
}

/* --- the article */

typedef struct
{
  const xmlNode *best;
  gsize best_words;
} Choice;

static gboolean
says_article (const xmlNode *node)
{
  guint tag = tag_flags (node);

  return (tag & BUL_HTML_ARTICLE) != 0
         || ((tag & BUL_HTML_CONTAINER) != 0 && (names_of (node) & BUL_HTML_NAMES_ARTICLE) != 0);
}

static gboolean
is_furniture (const xmlNode *node)
{
  return (tag_flags (node) & BUL_HTML_FURNITURE) != 0
         || (names_of (node) & BUL_HTML_NAMES_FURNITURE) != 0;
}

/* How many bytes of words @node shows beside links, and which part of it is the article so far. */
static gsize
count_words (const xmlNode *node, guint depth, Choice *choice)
{
  gsize words = 0;
  gsize inner = choice->best_words;

  if (node->type == XML_TEXT_NODE)
    return strlen ((const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || depth > DEEPEST || is_hidden (node)
      || strcmp ((const char *) node->name, "a") == 0)
    return 0;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    words += count_words (child, depth + 1, choice);
  if (is_furniture (node) && !says_article (node))
    return choice->best_words > inner ? words : 0;
  if (says_article (node) && words > 0 && choice->best_words < MOST_OF (words))
    {
      choice->best = node;
      choice->best_words = words;
    }
  return words;
}

static gboolean
holds (const xmlNode *node, const xmlNode *inner)
{
  for (; inner != NULL; inner = inner->parent)
    if (inner == node)
      return TRUE;
  return FALSE;
}

static gboolean
holds_heading (const xmlNode *node, guint depth)
{
  if (depth > DEEPEST)
    return FALSE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (strcmp ((const char *) child->name, "h1") == 0 || holds_heading (child, depth + 1)))
      return TRUE;
  return FALSE;
}

/* --- lines */

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f")] == '\0';
}

/* What stands between two links of a row. */
static gboolean
is_separator (const char *text)
{
  return text[strspn (text, " \t\r\n\f|>/-")] == '\0';
}

static void
end_line (Gatherer *self)
{
  BulHtmlLine line;

  if (is_blank (self->text->str))
    {
      g_string_truncate (self->text, 0);
      return;
    }
  line.text = g_strndup (self->text->str, self->text->len);
  line.time = g_steal_pointer (&self->time);
  line.flags = self->flags | (self->is_after ? BUL_HTML_LINE_AFTER : 0)
               | (self->links ? BUL_HTML_LINE_LINKS : 0);
  g_array_append_val (self->lines, line);
  g_string_truncate (self->text, 0);
}

static void
add_text (Gatherer *self, const char *text, const Place *place)
{
  if (is_blank (self->text->str))
    {
      self->flags = place->flags;
      self->links = TRUE;
    }
  self->links &= place->is_link || is_separator (text);
  for (; *text != '\0'; text++)
    if (*text == '\n' && place->keeps_lines)
      end_line (self);
    else
      g_string_append_c (self->text, *text);
}

static Place
place_in (const Gatherer *self, const xmlNode *node, const Place *around)
{
  Place place = *around;
  guint tag = tag_flags (node);
  guint names = names_of (node);
  gboolean is_frame = self->article != NULL && holds (node, self->article);

  place.depth++;
  place.is_link |= strcmp ((const char *) node->name, "a") == 0;
  if ((tag & BUL_HTML_LINES) != 0)
    place.keeps_lines = TRUE;
  if ((tag & BUL_HTML_HEADING) != 0 || (names & BUL_HTML_NAMES_TITLE) != 0)
    place.flags |= BUL_HTML_LINE_TITLE;
  if (node == self->article)
    place.flags = BUL_HTML_LINE_ARTICLE;
  else if (is_furniture (node) && !is_frame
           && !((tag & BUL_HTML_CONTAINER) != 0 && holds_heading (node, place.depth)))
    place.flags |= BUL_HTML_LINE_FURNITURE;
  return place;
}

static void
gather (Gatherer *self, const xmlNode *node, const Place *around)
{
  gboolean is_block = (tag_flags (node) & BUL_HTML_BLOCK) != 0;
  const char *time;
  Place place;

  if (node->type == XML_TEXT_NODE)
    add_text (self, (const char *) node->content, around);
  if (node->type != XML_ELEMENT_NODE || around->depth > DEEPEST || is_hidden (node))
    return;
  place = place_in (self, node, around);
  if (is_block)
    end_line (self);
  time = strcmp ((const char *) node->name, "time") == 0 ? attribute (node, "datetime") : NULL;
  if (time != NULL && self->time == NULL)
    self->time = g_strdup (time);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    gather (self, child, &place);
  /* Cells of a row stand side by side. */
  if (strcmp ((const char *) node->name, "td") == 0
      || strcmp ((const char *) node->name, "th") == 0)
    g_string_append_c (self->text, ' ');
  if (is_block)
    end_line (self);
  if (node == self->article)
    self->is_after = TRUE;
}

/* libxml2 gives up in the middle of what is nested too deeply, or has too many tags. */
static xmlDoc *
parse (const char *text, gsize length)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                | HTML_PARSE_COMPACT;
  g_autoptr (GString) page = bul_html_filter (text, length);
  htmlParserCtxt *context = page == NULL ? NULL : htmlNewParserCtxt ();
  xmlDoc *doc = NULL;

  if (context == NULL)
    return NULL;
  doc = htmlCtxtReadMemory (context, page->str, (int) page->len, NULL, "UTF-8", options);
  if (doc != NULL && context->lastError.code == XML_ERR_INTERNAL_ERROR)
    g_clear_pointer (&doc, xmlFreeDoc);
  htmlFreeParserCtxt (context);
  return doc;
}

static xmlDoc *
parse_lines (const char *text, gsize length)
{
  g_autoptr (GString) page = bul_html_filter_lines (text, length);

  return htmlReadMemory (page->str, (int) page->len, NULL, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                             | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

GArray *
bul_html_lines_read (const char *text, gsize length, gboolean *has_article)
{
  Gatherer self = { g_array_new (FALSE, FALSE, sizeof (BulHtmlLine)) };
  Choice choice = { NULL, 0 };
  Place place = { 0 };
  xmlDoc *doc = parse (text, length);
  const xmlNode *root;

  if (doc == NULL)
    doc = parse_lines (text, length);
  g_array_set_clear_func (self.lines, clear_line);
  self.text = g_string_new (NULL);
  root = doc == NULL ? NULL : xmlDocGetRootElement (doc);
  if (root != NULL)
    {
      count_words (root, 0, &choice);
      self.article = choice.best;
      gather (&self, root, &place);
      end_line (&self);
    }
  *has_article = self.article != NULL;
  g_string_free (self.text, TRUE);
  g_free (self.time);
  if (doc != NULL)
    xmlFreeDoc (doc);
  return self.lines;
}
