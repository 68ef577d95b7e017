/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* A file format, write-only: a constant, not an object. To add one, see bul-exporters.c. */
typedef struct
{
  const char *id;     /* on the command line */
  const char *label;  /* for people, to be translated */
  const char *suffix; /* of the file's name, without the stop */

  /* Returns: (transfer full): the whole file, checked, so that it may be put in place at once. */
  GBytes *(*write) (const BulStory *story, GError **error);
} BulExporter;

extern const BulExporter bul_export_xml;
extern const BulExporter bul_export_text;
extern const BulExporter bul_export_tmx;
extern const BulExporter bul_export_xliff12;
extern const BulExporter bul_export_xliff2;
extern const BulExporter bul_export_csv;
extern const BulExporter bul_export_html;

G_END_DECLS
