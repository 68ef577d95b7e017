/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-html.h"

#include <string.h>

#include "bul-declared.h"
#include "bul-file-head.h"
#include "bul-html-article.h"
#include "bul-html-tag.h"
#include "bul-html-times.h"
#include "bul-import-text.h"
#include "bul-page.h"

/* A line, and what is around it. */
typedef struct
{
  const BulHtmlSurvey *survey;
  const BulHtmlArticle *article;
  guint i;
  gboolean is_before; /* the first words that are read */
  gboolean is_after;  /* the last */
  gboolean is_in;     /* the box of the article */
  gboolean is_frame;
  gboolean is_link;
} Place;

static Place
place_of (const BulHtmlSurvey *survey, const BulHtmlArticle *article, guint i)
{
  return (Place){
    .survey = survey,
    .article = article,
    .i = i,
    .is_before = i < article->core,
    .is_after = i >= article->after,
    .is_in = i >= article->first && i < article->end,
    .is_frame = bul_html_survey_has (survey, i, BUL_HTML_SURVEY_FURNITURE),
    .is_link = bul_html_survey_has (survey, i, BUL_HTML_SURVEY_LINK),
  };
}

static gboolean
is_behind_headline (const Place *place)
{
  return place->article->headline != G_MAXUINT && place->i > place->article->headline;
}

/* Each of these returns 0 where the line's words tell what it is. Other stories have times too. */
static BulBlockKind
kind_of_stamp (const Place *place)
{
  if (place->is_link || (place->is_after && !place->is_in)
      || (place->is_frame && !(place->is_before && is_behind_headline (place))))
    return BUL_BLOCK_FURNITURE;
  return 0;
}

static BulBlockKind
kind_of_programme (const Place *place)
{
  if (place->is_frame || place->is_after || (place->is_link && !is_behind_headline (place)))
    return BUL_BLOCK_FURNITURE;
  return 0;
}

static BulBlockKind
kind_of_credits (const Place *place)
{
  return place->is_frame && !place->is_in ? BUL_BLOCK_FURNITURE : 0;
}

/* Its own words tell as much. */
static BulBlockKind
kind_of_page_words (const Place *place)
{
  return place->is_frame || place->is_link ? BUL_BLOCK_FURNITURE : 0;
}

static BulBlockKind
kind_of_notices (const Place *place)
{
  return place->is_frame || place->is_before ? BUL_BLOCK_FURNITURE : 0;
}

static BulBlockKind
kind_of_mark (const Place *place)
{
  return place->is_in ? 0 : BUL_BLOCK_FURNITURE;
}

/* A summary, or whatever else the page says of its article before it begins. */
static BulBlockKind
kind_behind_headline (const Place *place)
{
  return bul_html_survey_has (place->survey, place->i, BUL_HTML_SURVEY_TITLE) ? BUL_BLOCK_FURNITURE
                                                                              : BUL_BLOCK_HEADER;
}

/* A heading within the article; of a bundle its words tell. */
static gboolean
is_subheading (const Place *place)
{
  const BulLook *look = bul_html_survey_look (place->survey, place->i);

  return bul_look_is (look, BUL_LOOK_PLAIN)
         && !bul_look_has (look, BUL_LOOK_NUMBERED | BUL_LOOK_CAPITALS)
         && (bul_html_page_info (place->survey->page, place->i)->flags & BUL_HTML_HEADING) != 0;
}

/* Words that nothing is known of stand in an article, or are the page's. */
static BulBlockKind
kind_of_words (const Place *place)
{
  gboolean has_headline = place->article->headline != G_MAXUINT;

  if (place->is_frame || (place->is_link && !place->is_before))
    return BUL_BLOCK_FURNITURE;
  if (!place->is_before && !place->is_after)
    return is_subheading (place) ? BUL_BLOCK_HEADER : 0;
  if (place->is_after)
    return place->is_in && place->article->is_told ? 0 : BUL_BLOCK_FURNITURE;
  if (place->is_link || (has_headline && !is_behind_headline (place)))
    return BUL_BLOCK_FURNITURE;
  return has_headline ? kind_behind_headline (place) : 0;
}

static BulBlockKind
kind_of_cue (const Place *place)
{
  return place->is_frame || !place->is_in ? BUL_BLOCK_FURNITURE : 0;
}

/* What is read of a line by its look, where it is not read as a script. */
static BulBlockKind (*const kinds[]) (const Place *place) = {
  [BUL_LOOK_BLANK] = kind_of_words,      [BUL_LOOK_PLAIN] = kind_of_words,
  [BUL_LOOK_MARK] = kind_of_mark,        [BUL_LOOK_BITE] = kind_of_words,
  [BUL_LOOK_LABEL] = kind_of_words,      [BUL_LOOK_NAME] = kind_of_words,
  [BUL_LOOK_TURN] = kind_of_words,       [BUL_LOOK_VOICE] = kind_of_words,
  [BUL_LOOK_HEADER] = kind_of_programme, [BUL_LOOK_PROGRAMME] = kind_of_programme,
  [BUL_LOOK_TITLE] = kind_of_cue,        [BUL_LOOK_STAMP] = kind_of_stamp,
  [BUL_LOOK_CREDITS] = kind_of_credits,  [BUL_LOOK_CUE] = kind_of_cue,
  [BUL_LOOK_NOTICES] = kind_of_notices,  [BUL_LOOK_FURNITURE] = kind_of_page_words,
  [BUL_LOOK_DAMAGED] = kind_of_words,
};

static BulBlockKind
kind_of (const Place *place)
{
  if (place->i == place->article->headline)
    return BUL_BLOCK_HEADLINE;
  if (bul_html_survey_is_free (place->survey, place->i))
    return place->is_in ? 0 : BUL_BLOCK_FURNITURE;
  return kinds[bul_html_survey_look (place->survey, place->i)->sort](place);
}

static BulSection
section_of (const Place *place)
{
  if (place->is_before)
    return BUL_SECTION_HEAD;
  return place->is_after ? BUL_SECTION_TAIL : BUL_SECTION_NONE;
}

/* Gives the lines of one article what the page says of them. */
static void
give_kinds (const BulHtmlSurvey *survey, const BulHtmlArticle *article, guint end)
{
  for (guint i = article->start; i < end; i++)
    {
      Place place = place_of (survey, article, i);
      BulGivenLine *line = bul_given_lines_get (survey->page->lines, i + 1);

      line->kind = kind_of (&place);
      line->section = line->kind == 0 ? BUL_SECTION_NONE : section_of (&place);
    }
}

/* --- stories */

static const BulHtmlArticle *
article_at (const GArray *articles, guint i)
{
  return &g_array_index (articles, BulHtmlArticle, i);
}

/* What the page says of itself, where its lines do not say it. */
static void
add_title (BulStory *story, const BulHtmlTitle *title)
{
  if (story->programme == NULL)
    story->programme = g_strdup (bul_html_title_get_programme (title));
  if (bul_story_get_headline (story) == NULL && title->text != NULL && *title->text != '\0')
    story->page_title = g_strdup (title->text);
}

static void
read_articles (BulImport *import, const BulHtmlPage *page)
{
  g_autoptr (BulHtmlTitle) title = bul_html_title_new (page);
  g_autoptr (BulHtmlSurvey) survey = bul_html_survey_new (page, title);
  g_autoptr (GArray) articles = bul_html_article_find (survey);
  BulStory *first = NULL;

  for (guint i = 0; i < articles->len; i++)
    {
      const BulHtmlArticle *article = article_at (articles, i);
      guint end = i + 1 < articles->len ? article_at (articles, i + 1)->start : survey->n_lines;
      guint n_before = import->stories->len;
      BulStory *story;

      give_kinds (survey, article, end);
      bul_html_times_give (page, article->start, end);
      story = bul_given_lines_read_some (page->lines, import, article->start + 1, end + 1);
      if (first == NULL)
        {
          first = story;
          bul_html_times_add_metas (page, story);
          add_title (story, title);
        }
      for (guint j = n_before; story != first && j < import->stories->len; j++)
        bul_page_inherit (import->stories->pdata[j], first);
    }
}

gboolean
bul_import_html (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_declared_decode (import->source->bytes, encoding, error);
  g_autoptr (BulHtmlPage) page = NULL;

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  page = bul_html_page_new (decoded->text, decoded->length);
  read_articles (import, page);
  return TRUE;
}

/* --- what is a page */

static gboolean
has_page_name (const char *name)
{
  static const char *const ends[] = { ".html", ".htm", ".xhtml", ".shtml" };
  g_autofree char *lower = g_ascii_strdown (name == NULL ? "" : name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return FALSE;
}

/* Whether @tag, in lower case, begins at the start of a line of @head. */
static gboolean
has_line (const char *head, const char *tag)
{
  const char *at = strstr (head, tag);

  while (at != NULL && at != head && at[-1] != '\n' && at[-1] != '\r')
    at = strstr (at + 1, tag);
  return at != NULL;
}

gboolean
bul_import_html_probe (const char *head, const char *name)
{
  g_autofree char *lower = NULL;
  g_autofree char *root = NULL;
  g_autofree char *close = NULL;
  guint flags;

  /* Most scripts have no tag at all. */
  if (strchr (head, '<') == NULL)
    return FALSE;
  lower = g_ascii_strdown (head, -1);
  root = bul_file_head_dup_root (lower);
  close = root == NULL ? NULL : g_strconcat ("</", root, NULL);
  flags = root == NULL ? 0 : bul_html_tag_get_flags (root);
  if ((flags & BUL_HTML_FRAME) != 0 || has_line (lower, "<!doctype html")
      || has_line (lower, "<html"))
    return TRUE;
  /* A piece of a page. */
  if ((flags & BUL_HTML_BLOCK) != 0 && strstr (lower, close) != NULL)
    return TRUE;
  return has_page_name (name) && (root != NULL || strstr (lower, "</") != NULL);
}
