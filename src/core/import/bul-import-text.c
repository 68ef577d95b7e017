/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-import-text.h"

#include <string.h>

#include "bul-finding-codes.h"
#include "bul-lines.h"
#include "bul-normal.h"

static void
add_finding (BulImport *import, guint line, const char *code)
{
  g_ptr_array_add (import->findings, bul_finding_codes_make (line, code));
}

void
bul_import_note_decoding (BulImport *import, const BulDecoded *decoded)
{
  import->source->encoding = g_strdup (decoded->encoding);
  if (strcmp (decoded->line_ends, "none") != 0)
    import->source->line_ends = g_strdup (decoded->line_ends);
  if (decoded->guessed)
    add_finding (import, 0, "encoding-guessed");
}

/* Returns: (transfer full) (element-type BulGivenLine): the lines of @text that hold anything, none
 * of them given. */
static GArray *
list_lines (const char *text)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BulGivenLine));
  BulGivenLine line = { 0 };
  BulLines lines;

  bul_lines_start (&lines, text, strlen (text));
  while (bul_lines_next (&lines, &line.text, &line.length))
    {
      line.number++;
      if (line.length > 0)
        g_array_append_val (list, line);
    }
  return list;
}

gboolean
bul_import_text (BulImport *import, const char *encoding, GError **error)
{
  g_autoptr (BulDecoded) decoded = bul_decode (import->source->bytes, encoding, error);
  g_autofree char *text = NULL;
  g_autoptr (GArray) lines = NULL;

  if (decoded == NULL)
    return FALSE;
  bul_import_note_decoding (import, decoded);
  text = bul_normal_form_take (g_steal_pointer (&decoded->text), decoded->length);
  lines = list_lines (text);
  bul_import_lines (import, (const BulGivenLine *) (gpointer) lines->data, lines->len);
  return TRUE;
}
