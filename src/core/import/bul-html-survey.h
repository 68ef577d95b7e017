/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-html-page.h"
#include "bul-html-title.h"
#include "bul-look.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_HTML_SURVEY_CORE = 1 << 0,      /* words that are read, or a mark among them */
  BUL_HTML_SURVEY_TITLE = 1 << 1,     /* says what the page calls itself */
  BUL_HTML_SURVEY_FURNITURE = 1 << 2, /* stands in a menu or the like */
  BUL_HTML_SURVEY_LINK = 1 << 3,      /* leads somewhere else, and is no more */
} BulHtmlSurveyFlags;

/* What every line of a page is by itself and by where it stands. */
typedef struct
{
  const BulHtmlPage *page;
  guint n_lines;
  GArray *looks;  /* of BulLook */
  guint8 *flags;  /* of the lines */
  guint8 *frames; /* of the boxes: whether they are furniture */
  gsize *core;    /* bytes of all lines of core before line i; one more than there are lines */
  gsize *free;    /* the same of those that are not furniture */
  guint *marks;   /* how many of the latter are marks and soundbites, which only scripts have */
} BulHtmlSurvey;

BulHtmlSurvey *bul_html_survey_new (const BulHtmlPage *page, const BulHtmlTitle *title);
void bul_html_survey_free (BulHtmlSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulHtmlSurvey, bul_html_survey_free)

static inline gboolean
bul_html_survey_has (const BulHtmlSurvey *self, guint i, guint flags)
{
  return (self->flags[i] & flags) != 0;
}

static inline const BulLook *
bul_html_survey_look (const BulHtmlSurvey *self, guint i)
{
  return &g_array_index (self->looks, BulLook, i);
}

/* Whether a line belongs to a script wherever it stands. */
static inline gboolean
bul_html_survey_is_free (const BulHtmlSurvey *self, guint i)
{
  return (self->flags[i] & (BUL_HTML_SURVEY_CORE | BUL_HTML_SURVEY_FURNITURE))
         == BUL_HTML_SURVEY_CORE;
}

G_END_DECLS
