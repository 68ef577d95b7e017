/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "bul-print-part.h"

struct _BulPrint
{
  BulPrintOptions options;
  PangoContext *context;
  GPtrArray *parts; /* of BulPrintPart */
};

BulPrint *
bul_print_new (const BulPrintOptions *options)
{
  BulPrint *self = g_new0 (BulPrint, 1);

  self->options = *options;
  g_date_time_ref (self->options.printed);
  self->context = bul_print_lines_make_context ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_print_part_free);
  return self;
}

void
bul_print_free (BulPrint *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_object_unref (self->context);
  g_date_time_unref (self->options.printed);
  g_free (self);
}

/* A script that is only in the text that was aired stands behind those that are there. */
static void
list_scripts (const BulPrintStory *story, GPtrArray *scripts)
{
  for (guint i = 0; i < story->story->scripts->len; i++)
    g_ptr_array_add (scripts, story->story->scripts->pdata[i]);
  for (guint i = 0; i < story->lines->len; i++)
    {
      const BulPrintLine *line = story->lines->pdata[i];

      if (!g_ptr_array_find (scripts, line->script, NULL))
        g_ptr_array_add (scripts, (gpointer) line->script);
    }
}

void
bul_print_add (BulPrint *self, const BulPrintStory *story)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new ();
  g_autoptr (BulRecord) none = NULL;

  list_scripts (story, scripts);
  if (scripts->len == 0)
    {
      none = (BulRecord *) bul_script_new ("k1", NULL);
      g_ptr_array_add (scripts, none);
    }
  for (guint i = 0; i < scripts->len; i++)
    g_ptr_array_add (self->parts,
                     bul_print_part_new (self->context, story, scripts->pdata[i], &self->options));
}

guint
bul_print_get_n_pages (const BulPrint *self)
{
  guint n_pages = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n_pages += bul_print_part_get_n_pages (self->parts->pdata[i]);
  return n_pages;
}

void
bul_print_draw_page (BulPrint *self, cairo_t *cr, guint page)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const BulPrintPart *part = self->parts->pdata[i];
      guint n_pages = bul_print_part_get_n_pages (part);

      if (page < n_pages)
        {
          bul_print_part_draw (part, self->context, cr, page);
          return;
        }
      page -= n_pages;
    }
}

static cairo_status_t
append (gpointer data, const guchar *bytes, guint length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a reader of the file shows of it: the first headline, and one entry a script. */
static void
describe (BulPrint *self, cairo_surface_t *surface)
{
  const BulPrintPart *first = self->parts->len > 0 ? self->parts->pdata[0] : NULL;
  g_autofree char *time = g_date_time_format_iso8601 (self->options.printed);

  if (first != NULL && first->headline != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, first->headline);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static void
add_entry (cairo_surface_t *surface, const BulPrintPart *part, guint page)
{
  g_autofree char *place = g_strdup_printf ("page=%u", page + 1);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                 part->headline != NULL ? part->headline : part->state, place, 0);
}

static void
write_pages (BulPrint *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  guint done = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      guint n_pages = bul_print_part_get_n_pages (self->parts->pdata[i]);

      for (guint page = 0; page < n_pages; page++)
        {
          bul_print_part_draw (self->parts->pdata[i], self->context, cr, page);
          cairo_show_page (cr);
        }
      add_entry (surface, self->parts->pdata[i], done);
      done += n_pages;
    }
  cairo_destroy (cr);
}

GBytes *
bul_print_make_pdf (BulPrint *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append, bytes, self->options.paper.width, self->options.paper.height);
  cairo_status_t status;

  describe (self, surface);
  write_pages (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The pages could not be drawn: %s.",
               cairo_status_to_string (status));
  return NULL;
}
