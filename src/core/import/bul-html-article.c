/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-article.h"

/* So much of what an article holds, in tenths, must the boxes in it hold to stand for it. */
#define MOST_TENTHS 9
#define MOST_TENTHS_OF_SCRIPT 5

/* An article among several has as many lines that are read, or a mark among them. */
#define FEWEST_LINES 3

#define LOWEST_HEADING 6

static const BulHtmlBox *
box_at (const BulHtmlSurvey *survey, guint i)
{
  return bul_html_page_box (survey->page, i);
}

static gsize
read_bytes (const BulHtmlSurvey *survey, guint first, guint end)
{
  return survey->free[end] - survey->free[first];
}

static guint
count_marks (const BulHtmlSurvey *survey, guint first, guint end)
{
  return survey->marks[end] - survey->marks[first];
}

static gboolean
is_told (const BulHtmlSurvey *survey, guint box)
{
  const BulHtmlBox *at = box_at (survey, box);

  return (at->flags & BUL_HTML_ARTICLE) != 0 && !survey->frames[box]
         && read_bytes (survey, at->first, at->end) > 0;
}

/* Appends the outermost boxes from @i to @end that say that they hold an article. */
static void
append_told (const BulHtmlSurvey *survey, GArray *boxes, guint i, guint end)
{
  while (i < end)
    if (is_told (survey, i))
      {
        g_array_append_val (boxes, i);
        i = box_at (survey, i)->next;
      }
    else
      i++;
}

static gsize
read_bytes_of (const BulHtmlSurvey *survey, const GArray *boxes)
{
  gsize sum = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const BulHtmlBox *box = box_at (survey, g_array_index (boxes, guint, i));

      sum += read_bytes (survey, box->first, box->end);
    }
  return sum;
}

/* Whether the boxes in a box may stand for it: they hold nearly all of it that is read, or the
 * whole script and most of that. */
static gboolean
stand_for (const BulHtmlSurvey *survey, const GArray *inner, const BulHtmlBox *box)
{
  guint of_box = count_marks (survey, box->first, box->end);
  guint n_marks = 0;

  for (guint i = 0; i < inner->len; i++)
    {
      const BulHtmlBox *part = box_at (survey, g_array_index (inner, guint, i));

      n_marks += count_marks (survey, part->first, part->end);
    }
  return inner->len > 0 && n_marks == of_box
         && read_bytes_of (survey, inner) * 10
                >= read_bytes (survey, box->first, box->end)
                       * (of_box > 0 ? MOST_TENTHS_OF_SCRIPT : MOST_TENTHS);
}

/* Puts in the place of a box those in it, as long as they may stand for it. */
static void
append_inner (const BulHtmlSurvey *survey, GArray *boxes, guint box)
{
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (guint));
  const BulHtmlBox *at = box_at (survey, box);

  append_told (survey, inner, box + 1, at->next);
  if (!stand_for (survey, inner, at))
    {
      g_array_append_val (boxes, box);
      return;
    }
  for (guint i = 0; i < inner->len; i++)
    append_inner (survey, boxes, g_array_index (inner, guint, i));
}

static gboolean
is_section_mark (const BulLook *look)
{
  return bul_look_is (look, BUL_LOOK_MARK) && look->role != BUL_MARK_STAND_UP
         && look->role != BUL_MARK_BITE;
}

/* Finds the lines of an article that are read. */
static void
find_core (const BulHtmlSurvey *survey, BulHtmlArticle *article)
{
  article->core = article->end;
  article->after = article->end;
  for (guint i = article->first; i < article->end; i++)
    if (bul_html_survey_is_free (survey, i))
      {
        if (article->core == article->end)
          article->core = i;
        article->after = i + 1;
      }
}

/* The largest box around @box that begins after line @line. */
static guint
start_of (const BulHtmlSurvey *survey, guint box, guint line)
{
  const BulHtmlBox *at = box_at (survey, box);

  while (box != 0 && box_at (survey, at->parent)->first >= line)
    {
      box = at->parent;
      at = box_at (survey, box);
    }
  return at->first;
}

/* --- titles */

static gboolean
may_be_title (const BulHtmlSurvey *survey, guint i)
{
  switch ((BulLookSort) bul_html_survey_look (survey, i)->sort)
    {
    case BUL_LOOK_PLAIN:
    case BUL_LOOK_VOICE:
    case BUL_LOOK_BITE:
    case BUL_LOOK_TURN:
    case BUL_LOOK_NAME:
      return TRUE;
    case BUL_LOOK_MARK:
      return !bul_look_has (bul_html_survey_look (survey, i), BUL_LOOK_ALONE);
    default:
      return FALSE;
    }
}

/* How much speaks for a line as the title of the article behind it; what stands in the frame of the
 * page has a lower rank. */
enum
{
  RANK_HEADING = 2,
  RANK_TITLE = 5, /* a heading that is called the title */
  RANK_SAID = 6,  /* says what the page calls itself; a heading even more so */
};

static guint
rank_title (const BulHtmlSurvey *survey, guint i)
{
  guint flags = bul_html_page_info (survey->page, i)->flags;
  gboolean is_heading = (flags & BUL_HTML_HEADING) != 0;
  gboolean is_titled = (flags & BUL_HTML_TITLE) != 0;
  gboolean is_frame = bul_html_survey_has (survey, i, BUL_HTML_SURVEY_FURNITURE);

  if (!may_be_title (survey, i))
    return 0;
  if (bul_html_survey_has (survey, i, BUL_HTML_SURVEY_LINK))
    return is_heading && !is_frame ? 1 : 0;
  if (bul_html_survey_has (survey, i, BUL_HTML_SURVEY_TITLE))
    return (is_heading ? RANK_SAID + 1 : RANK_SAID) - (is_frame ? 3 : 0);
  if (is_frame || bul_html_survey_has (survey, i, BUL_HTML_SURVEY_CORE))
    return 0;
  if (is_heading)
    return is_titled ? RANK_TITLE : RANK_HEADING;
  return is_titled ? 1 : 0;
}

/* The first of the lines that most speaks for; of those that do not say it themselves the last. */
static guint
find_headline (const BulHtmlSurvey *survey, guint first, guint end)
{
  guint headline = G_MAXUINT;
  guint best = 0;

  for (guint i = first; i < end; i++)
    {
      guint rank = rank_title (survey, i);

      if (rank > best || (rank > 0 && rank == best && (rank == RANK_TITLE || rank <= RANK_HEADING)))
        {
          best = rank;
          headline = i;
        }
    }
  return headline;
}

/* --- several stories in one box */

static gboolean
is_heading (const BulHtmlSurvey *survey, guint i)
{
  return (bul_html_page_info (survey->page, i)->flags & (BUL_HTML_HEADING | BUL_HTML_TITLE)) != 0
         && may_be_title (survey, i)
         && !bul_html_survey_has (survey, i, BUL_HTML_SURVEY_CORE | BUL_HTML_SURVEY_FURNITURE);
}

/* What tells that a script of its own stands under a heading. */
enum
{
  HEADS_LEAD = 1 << 0,
  HEADS_STAMP = 1 << 1,
  HEADS_SIGNOFF = 1 << 2,
  HEADS_ANY = HEADS_LEAD | HEADS_STAMP | HEADS_SIGNOFF,
};

static guint
read_head (const BulLook *look)
{
  if (bul_look_is (look, BUL_LOOK_MARK))
    return look->role == BUL_MARK_ANCHOR || look->role == BUL_MARK_LEAD ? HEADS_LEAD : 0;
  if (bul_look_is (look, BUL_LOOK_STAMP))
    return HEADS_STAMP;
  return bul_look_has (look, BUL_LOOK_HOUSE) ? HEADS_SIGNOFF : 0;
}

/* What stands under the heading @i, before the next; nothing where no words do. */
static guint
read_under (const BulHtmlSurvey *survey, guint i, guint end)
{
  guint told = 0;
  guint j = i + 1;

  for (; j < end && !is_heading (survey, j); j++)
    if (!bul_html_survey_has (survey, j, BUL_HTML_SURVEY_FURNITURE))
      told |= read_head (bul_html_survey_look (survey, j));
  return read_bytes (survey, i, j) > 0 ? told : 0;
}

/* Headings of one level that all head a script by the same: two of them at least, or none. */
static void
find_heads (const BulHtmlSurvey *survey, const BulHtmlArticle *article, GArray *heads)
{
  g_autofree guint *told = g_new0 (guint, article->end + 1);

  for (guint i = article->first; i < article->end; i++)
    if (is_heading (survey, i))
      told[i] = read_under (survey, i, article->end);
  for (guint level = 0; level <= LOWEST_HEADING; level++)
    for (guint by = HEADS_LEAD; by < HEADS_ANY; by <<= 1)
      {
        g_array_set_size (heads, 0);
        for (guint i = article->first; i < article->end; i++)
          if ((told[i] & by) != 0 && bul_html_page_info (survey->page, i)->level == level)
            g_array_append_val (heads, i);
        if (heads->len > 1)
          return;
      }
  g_array_set_size (heads, 0);
}

/* Where the text of an article begins that holds its title: words before that are not its. */
static guint
skip_before_title (const BulHtmlSurvey *survey, const BulHtmlArticle *article)
{
  for (guint i = article->first; i < article->end; i++)
    if (rank_title (survey, i) >= RANK_TITLE
        && read_bytes (survey, i, article->end) >= read_bytes (survey, article->first, i))
      return i;
  return article->first;
}

/* Appends @article, or one for each of the headings in it that head a script. */
static void
append_article (const BulHtmlSurvey *survey, GArray *articles, BulHtmlArticle article)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (guint));

  article.first = skip_before_title (survey, &article);
  find_heads (survey, &article, heads);
  if (heads->len == 0)
    {
      find_core (survey, &article);
      article.headline = find_headline (survey, article.start, article.core);
      g_array_append_val (articles, article);
      return;
    }
  for (guint i = 0; i < heads->len; i++)
    {
      BulHtmlArticle part = article;

      part.headline = g_array_index (heads, guint, i);
      if (i > 0)
        part.start = part.first = part.headline;
      if (i + 1 < heads->len)
        part.end = g_array_index (heads, guint, i + 1);
      find_core (survey, &part);
      g_array_append_val (articles, part);
    }
}

/* --- boxes */

/* Whether an article is a story, and not the first words of one. */
static gboolean
is_story (const BulHtmlSurvey *survey, const BulHtmlArticle *article)
{
  guint n_lines = 0;

  for (guint i = article->first; i < article->end; i++)
    if (bul_html_survey_is_free (survey, i))
      {
        n_lines++;
        if (is_section_mark (bul_html_survey_look (survey, i)))
          return TRUE;
      }
  return n_lines >= FEWEST_LINES
         || read_bytes (survey, article->first, article->end) * 5
                >= survey->free[survey->n_lines] * 2;
}

/* Appends the article in @box; one without a title goes on with the one before. */
static void
append_box (const BulHtmlSurvey *survey, GArray *articles, guint box)
{
  BulHtmlArticle article = { .is_told = TRUE };
  BulHtmlArticle *before
      = articles->len == 0 ? NULL : &g_array_index (articles, BulHtmlArticle, articles->len - 1);

  article.first = box_at (survey, box)->first;
  article.end = box_at (survey, box)->end;
  article.start = before == NULL ? 0 : start_of (survey, box, before->end);
  find_core (survey, &article);
  if (before != NULL && find_headline (survey, article.start, article.core) == G_MAXUINT)
    before->end = article.end;
  else
    g_array_append_val (articles, article);
}

/* The articles that the page tells; none where it tells none that hold a story, or where lines of a
 * script stand beside them. */
static GArray *
find_told (const BulHtmlSurvey *survey)
{
  g_autoptr (GArray) outer = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (BulHtmlArticle));
  gsize told = 0;
  guint marks = 0;

  append_told (survey, outer, 1, survey->page->boxes->len);
  for (guint i = 0; i < outer->len; i++)
    append_inner (survey, inner, g_array_index (outer, guint, i));
  for (guint i = 0; i < inner->len; i++)
    append_box (survey, articles, g_array_index (inner, guint, i));
  for (guint i = articles->len; i > 0; i--)
    {
      const BulHtmlArticle *article = &g_array_index (articles, BulHtmlArticle, i - 1);

      if (!is_story (survey, article))
        g_array_remove_index (articles, i - 1);
      else
        {
          told += read_bytes (survey, article->first, article->end);
          marks += count_marks (survey, article->first, article->end);
        }
    }
  if (told == 0 || marks != count_marks (survey, 0, survey->n_lines))
    g_array_set_size (articles, 0);
  return articles;
}

/* The page does not say where its text is: it is in the smallest box that holds nearly all of it,
 * or in the page itself. */
static BulHtmlArticle
find_untold (const BulHtmlSurvey *survey)
{
  gsize total = survey->free[survey->n_lines];
  guint marks = count_marks (survey, 0, survey->n_lines);
  BulHtmlArticle article = { .end = survey->n_lines };

  for (guint i = 1; total > 0 && i < survey->page->boxes->len; i++)
    {
      const BulHtmlBox *box = box_at (survey, i);

      if (!survey->frames[i]
          && read_bytes (survey, box->first, box->end) * 10 >= total * MOST_TENTHS
          && count_marks (survey, box->first, box->end) == marks)
        article = (BulHtmlArticle){ .first = box->first, .end = box->end, .is_told = TRUE };
    }
  return article;
}

GArray *
bul_html_article_find (const BulHtmlSurvey *survey)
{
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (BulHtmlArticle));
  g_autoptr (GArray) told = find_told (survey);

  for (guint i = 0; i < told->len; i++)
    {
      BulHtmlArticle article = g_array_index (told, BulHtmlArticle, i);

      if (i == 0)
        article.start = 0;
      append_article (survey, articles, article);
    }
  if (articles->len == 0)
    append_article (survey, articles, find_untold (survey));
  return articles;
}
