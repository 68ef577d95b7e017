/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-summary.h"

#include <string.h>

#include <glib/gi18n.h>

static const struct
{
  const char *summary;
  const char *words;
} known[] = {
  { "Imported", N_ ("Imported") },
  { "As aired", N_ ("Locked as aired") },
  { "Replaced", N_ ("Replaced") },
  { "Kept beside another revision", N_ ("Kept beside another revision") },
  { "Took the edits of a window", N_ ("Took the edits of a window") },
  /* corrections and changes */
  { "Correction", N_ ("Correction") },
  { "approved", N_ ("Correction approved") },
  { "published", N_ ("Correction published") },
  { "withdrawn", N_ ("Correction withdrawn") },
  { "Changes accepted", N_ ("Changes accepted") },
  { "A change rejected", N_ ("A change rejected") },
  /* who is heard */
  { "Speaker renamed", N_ ("Speaker renamed") },
  { "Speakers merged", N_ ("Speakers merged") },
  { "Speaker made anonymous", N_ ("Speaker made anonymous") },
  { "Speaker given", N_ ("Speaker given") },
  { "Said who a speaker is", N_ ("Said who a speaker is") },
  /* tags */
  { "Tagged", N_ ("Tagged") },
  { "Tag taken away", N_ ("Tag taken away") },
  { "Tags merged", N_ ("Tags merged") },
  { "Tags undone", N_ ("Tags undone") },
  { "Tags done again", N_ ("Tags done again") },
  { "Words tagged", N_ ("Words tagged") },
  { "Tag taken from words", N_ ("Tag taken from words") },
  /* the two languages */
  { "Sentences paired", N_ ("Sentences paired") },
  { "Pairs confirmed", N_ ("Pairs confirmed") },
  { "A pair taken apart", N_ ("A pair taken apart") },
  { "Pairs joined", N_ ("Pairs joined") },
  { "A pair parted", N_ ("A pair parted") },
  { "Sentences left out", N_ ("Sentences left out") },
  { "Sentences added", N_ ("Sentences added") },
  { "Translation taken back", N_ ("Translation taken back") },
};

/* After these comes a name or a number. */
static const struct
{
  const char *start;
  const char *format;
} opened[] = {
  { "Restored revision ", N_ ("Restored revision %s") },
  { "Took unsaved edits of ", N_ ("Took unsaved edits of %s") },
};

char *
desk_summary_dup_words (const char *summary)
{
  if (summary == NULL || *summary == '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (summary, known[i].summary))
      return g_strdup (_ (known[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    if (g_str_has_prefix (summary, opened[i].start))
      {
        g_auto (GStrv) words = g_strsplit (_ (opened[i].format), "%s", 2);

        return g_strconcat (words[0], summary + strlen (opened[i].start), words[1], NULL);
      }
  return g_strdup (summary);
}
