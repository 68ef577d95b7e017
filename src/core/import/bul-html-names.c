/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-names.h"

#include <string.h>

#include "bul-html-tag.h"

#define FURNITURE BUL_HTML_FURNITURE
#define ARTICLE BUL_HTML_ARTICLE
#define TITLE BUL_HTML_TITLE

typedef struct
{
  const char *text;
  guint flags;
} Row;

/* Words of a name, whole: `newsShare`, `btn_share` and `share-box` all have `share`. */
static const Row words[] = {
  /* frame of the page */
  { "gnb", FURNITURE },
  { "lnb", FURNITURE },
  { "snb", FURNITURE },
  { "fnb", FURNITURE },
  { "menu", FURNITURE },
  { "nav", FURNITURE },
  { "navi", FURNITURE },
  { "navigation", FURNITURE },
  { "breadcrumb", FURNITURE },
  { "breadcrumbs", FURNITURE },
  { "footer", FURNITURE },
  { "sidebar", FURNITURE },
  { "search", FURNITURE },
  { "login", FURNITURE },
  { "contentinfo", FURNITURE },
  { "complementary", FURNITURE },
  { "skip", FURNITURE },
  /* what readers may do */
  { "share", FURNITURE },
  { "sharing", FURNITURE },
  { "sns", FURNITURE },
  { "social", FURNITURE },
  { "comment", FURNITURE },
  { "comments", FURNITURE },
  { "reply", FURNITURE },
  { "replies", FURNITURE },
  { "recommend", FURNITURE },
  { "recommended", FURNITURE },
  { "toolbar", FURNITURE },
  { "tools", FURNITURE },
  { "util", FURNITURE },
  { "utility", FURNITURE },
  { "subscribe", FURNITURE },
  { "newsletter", FURNITURE },
  { "popup", FURNITURE },
  { "cookie", FURNITURE },
  { "cookies", FURNITURE },
  { "consent", FURNITURE },
  { "modal", FURNITURE },
  { "player", FURNITURE },
  /* only read out to those who cannot see the page, or shown later */
  { "blind", FURNITURE },
  { "hidden", FURNITURE },
  /* who made it, and how to reach them */
  { "reporter", FURNITURE },
  { "journalist", FURNITURE },
  { "byline", FURNITURE },
  { "writer", FURNITURE },
  { "jebo", FURNITURE },
  /* other stories and other people's */
  { "related", FURNITURE },
  { "relation", FURNITURE },
  { "rank", FURNITURE },
  { "ranking", FURNITURE },
  { "popular", FURNITURE },
  { "banner", FURNITURE },
  { "ad", FURNITURE },
  { "ads", FURNITURE },
  { "advert", FURNITURE },
  { "advertisement", FURNITURE },
  { "adsbygoogle", FURNITURE },
  { "copyright", FURNITURE },
  /* the title */
  { "title", TITLE },
  { "tit", TITLE },
  { "headline", TITLE },
  { "subject", TITLE },
};

/* Parts of a name in lower case without punctuation. */
static const Row parts[] = {
  { "articlebody", ARTICLE },   { "articlecontent", ARTICLE }, { "articletext", ARTICLE },
  { "articletxt", ARTICLE },    { "articleview", ARTICLE },    { "newsbody", ARTICLE },
  { "newscontent", ARTICLE },   { "newstext", ARTICLE },       { "newstxt", ARTICLE },
  { "newsview", ARTICLE },      { "storybody", ARTICLE },      { "bodytext", ARTICLE },
  { "detailbody", ARTICLE },    { "viewcontent", ARTICLE },    { "viewtext", ARTICLE },
  { "newsarea", ARTICLE },      { "articlearea", ARTICLE },    { "newscont", ARTICLE },
  { "storytext", ARTICLE },     { "storycontent", ARTICLE },   { "transcript", ARTICLE },
  { "relatednews", FURNITURE }, { "relnews", FURNITURE },      { "subscri", FURNITURE },
  { "sronly", FURNITURE },      { "screenreader", FURNITURE },
};

/* Class names of tools may be long; those of people are not. */
#define LONGEST_NAME 64

static guint
read_word (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].text) == length && g_ascii_strncasecmp (words[i].text, word, length) == 0)
      return words[i].flags;
  return 0;
}

/* A word ends at punctuation, at a digit, and where a capital follows a small letter. */
static gsize
word_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length])
         && (length == 0 || !g_ascii_isupper (at[length]) || g_ascii_isupper (at[length - 1])))
    length++;
  return length;
}

static guint
read_words (const char *name)
{
  guint flags = 0;

  while (*name != '\0')
    {
      gsize length = word_length (name);

      flags |= read_word (name, length);
      name += MAX (length, 1);
    }
  return flags;
}

static guint
read_parts (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  guint flags = 0;

  for (; *name != '\0'; name++)
    if (g_ascii_isalnum (*name))
      g_string_append_c (plain, g_ascii_tolower (*name));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (plain->str, parts[i].text) != NULL)
      flags |= parts[i].flags;
  return flags;
}

guint
bul_html_names_read (const char *names)
{
  g_auto (GStrv) list = g_strsplit_set (names, " \t\r\n\f", -1);
  guint flags = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0' && strlen (list[i]) <= LONGEST_NAME)
      flags |= read_words (list[i]) | read_parts (list[i]);
  return flags;
}
