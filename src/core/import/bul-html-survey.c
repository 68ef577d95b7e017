/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-survey.h"

#include <string.h>

/* What is shorter, in bytes, is a label, a button or a title. */
#define SHORTEST_SENTENCE 24

/* What is longer is read, though it does not end as a sentence does. */
#define LONGEST_LABEL 160

static BulSlice
words_of (const BulHtmlPage *page, guint i)
{
  const BulGivenLine *line = bul_given_lines_get (page->lines, i + 1);

  return bul_slice (line->text, line->text + line->length);
}

/* Between the links of a menu there may be strokes. */
static gboolean
is_link (const BulHtmlLine *info)
{
  return (gsize) info->n_linked * 5 > (gsize) info->n_bytes * 4;
}

static gboolean
is_sentence (const BulLook *look, const BulHtmlLine *info)
{
  if (is_link (info))
    return FALSE;
  if (bul_look_has (look, BUL_LOOK_SENTENCE | BUL_LOOK_RELAY))
    return look->n_bytes >= SHORTEST_SENTENCE;
  return look->n_bytes > LONGEST_LABEL && info->n_linked == 0;
}

static gboolean
is_core (const BulLook *look, const BulHtmlLine *info)
{
  switch ((BulLookSort) look->sort)
    {
    case BUL_LOOK_MARK:
      return bul_look_has (look, BUL_LOOK_ALONE) || (info->flags & BUL_HTML_HEADING) == 0;
    case BUL_LOOK_BITE:
    case BUL_LOOK_LABEL:
    case BUL_LOOK_TURN:
    case BUL_LOOK_VOICE:
      return (info->flags & BUL_HTML_HEADING) == 0 && !is_link (info);
    case BUL_LOOK_PLAIN:
    case BUL_LOOK_DAMAGED:
      return (info->flags & BUL_HTML_HEADING) == 0 && is_sentence (look, info);
    default:
      return FALSE;
    }
}

static guint8
flags_of (const BulHtmlSurvey *self, const BulHtmlTitle *title, guint i)
{
  const BulHtmlLine *info = bul_html_page_info (self->page, i);
  const BulLook *look = bul_html_survey_look (self, i);
  BulSlice words = words_of (self->page, i);
  guint8 flags = 0;

  if (is_link (info))
    flags |= BUL_HTML_SURVEY_LINK;
  if (!bul_look_has (look, BUL_LOOK_RELAY) && bul_html_title_is (title, words.start, words.length))
    flags |= BUL_HTML_SURVEY_TITLE;
  else if (is_core (look, info))
    flags |= BUL_HTML_SURVEY_CORE;
  return flags;
}

/* Whether a box around this one says that it holds an article. */
static gboolean
is_in_article (const BulHtmlSurvey *self, guint box)
{
  while (box != 0)
    {
      box = bul_html_page_box (self->page, box)->parent;
      if ((bul_html_page_box (self->page, box)->flags & BUL_HTML_ARTICLE) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The header of an article is its title and times; that of a page is its frame. */
static gboolean
is_frame (const BulHtmlSurvey *self, guint box)
{
  guint flags = bul_html_page_box (self->page, box)->flags;

  return (flags & BUL_HTML_FURNITURE) != 0
         || ((flags & BUL_HTML_HEADER) != 0 && !is_in_article (self, box));
}

static gsize
core_of (const BulHtmlSurvey *self, guint box)
{
  const BulHtmlBox *of = bul_html_page_box (self->page, box);

  return self->core[of->end] - self->core[of->first];
}

static gboolean
is_mark (const BulHtmlSurvey *self, guint i)
{
  const BulLook *look = bul_html_survey_look (self, i);

  return bul_html_survey_is_free (self, i)
         && (bul_look_is (look, BUL_LOOK_MARK) || bul_look_is (look, BUL_LOOK_BITE));
}

/* Adds up what is read, and what of it is not in the page's frame. */
static void
sum_up (BulHtmlSurvey *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      gsize n_bytes = bul_html_page_info (self->page, i)->n_bytes;

      self->flags[i] &= (guint8) ~BUL_HTML_SURVEY_FURNITURE;
      if (self->frames[bul_html_page_info (self->page, i)->box])
        self->flags[i] |= BUL_HTML_SURVEY_FURNITURE;
      self->core[i + 1]
          = self->core[i] + (bul_html_survey_has (self, i, BUL_HTML_SURVEY_CORE) ? n_bytes : 0);
      self->free[i + 1] = self->free[i] + (bul_html_survey_is_free (self, i) ? n_bytes : 0);
      self->marks[i + 1] = self->marks[i] + is_mark (self, i);
    }
}

/* @most: a box that holds more bytes of what is read is no furniture, whatever it says. */
static void
find_frames (BulHtmlSurvey *self, gsize most)
{
  for (guint i = 1; i < self->page->boxes->len; i++)
    {
      guint parent = bul_html_page_box (self->page, i)->parent;

      self->frames[i] = self->frames[parent] || (is_frame (self, i) && core_of (self, i) <= most);
    }
  sum_up (self);
}

static gboolean
has_free_article (const BulHtmlSurvey *self)
{
  for (guint i = 1; i < self->page->boxes->len; i++)
    {
      const BulHtmlBox *box = bul_html_page_box (self->page, i);

      if ((box->flags & BUL_HTML_ARTICLE) != 0 && !self->frames[i]
          && self->free[box->end] > self->free[box->first])
        return TRUE;
    }
  return FALSE;
}

BulHtmlSurvey *
bul_html_survey_new (const BulHtmlPage *page, const BulHtmlTitle *title)
{
  BulHtmlSurvey *self = g_new0 (BulHtmlSurvey, 1);
  guint n = bul_html_page_count_lines (page);
  gsize total;

  self->page = page;
  self->n_lines = n;
  self->looks = g_array_sized_new (FALSE, FALSE, sizeof (BulLook), n);
  self->flags = g_new0 (guint8, n + 1);
  self->frames = g_new0 (guint8, page->boxes->len);
  self->core = g_new0 (gsize, n + 1);
  self->free = g_new0 (gsize, n + 1);
  self->marks = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      BulLook look = bul_look_at (words_of (page, i));

      g_array_append_val (self->looks, look);
      self->flags[i] = flags_of (self, title, i);
    }
  sum_up (self);
  find_frames (self, G_MAXSIZE);

  /* A page whose whole text stands in boxes named after other things: the largest is it. */
  total = self->core[n];
  if (self->free[n] * 5 < total && !has_free_article (self))
    find_frames (self, total / 2);
  return self;
}

void
bul_html_survey_free (BulHtmlSurvey *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->looks);
  g_free (self->flags);
  g_free (self->frames);
  g_free (self->core);
  g_free (self->free);
  g_free (self->marks);
  g_free (self);
}
