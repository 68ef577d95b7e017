/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "bul-print-options.h"
#include "bul-print-story.h"

G_BEGIN_DECLS

/*
 * Stories on paper, for a printer, a preview and a PDF alike. Each script begins a page of its own
 * and has its pages counted. The same story on the same paper has the same pages, wherever the same
 * faces are.
 */
typedef struct _BulPrint BulPrint;

BulPrint *bul_print_new (const BulPrintOptions *options);
void bul_print_free (BulPrint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPrint, bul_print_free)

/* Lays out all scripts of the story, which may be freed afterwards. */
void bul_print_add (BulPrint *self, const BulPrintStory *story);

guint bul_print_get_n_pages (const BulPrint *self);

/* Draws page @page, counted from 0, at the origin of @cr, a unit being a point. */
void bul_print_draw_page (BulPrint *self, cairo_t *cr, guint page);

/* Returns: (transfer full): all pages as a file, with the faces in it. */
GBytes *bul_print_make_pdf (BulPrint *self, GError **error);

G_END_DECLS
