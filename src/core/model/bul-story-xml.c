/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-story-xml.h"

#include "bul-record-writer.h"

char *
bul_story_dup_xml_id (const BulStory *story)
{
  return g_strdup_printf ("s%.8s", story->uid);
}

static void
write_children (GString *out, const BulStory *story, const char *xml_id, gboolean with_revisions)
{
  g_autoptr (GPtrArray) none = NULL;
  BulStory view = *story;

  if (!with_revisions)
    {
      none = bul_records_new ();
      view.revisions = none;
    }
  bul_record_write_children (out, &view, xml_id, 1);
}

static void
write_story (GString *out, const BulStory *story, gboolean with_revisions)
{
  g_autofree char *xml_id = bul_story_dup_xml_id (story);

  g_string_append (out, "<story xmlns=\"" BUL_XML_NAMESPACE "\" version=\"" BUL_XML_VERSION "\"");
  g_string_append (out, " xml:id=\"");
  bul_xml_escape_attribute (out, xml_id);
  g_string_append_c (out, '"');
  bul_record_write_attributes (out, story, xml_id);
  g_string_append (out, ">\n");
  write_children (out, story, xml_id, with_revisions);
  g_string_append (out, "</story>\n");
}

GString *
bul_story_to_xml (const BulStory *story)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  write_story (out, story, TRUE);
  return out;
}

char *
bul_story_make_hash (const BulStory *story, const BulRevision *revision, const char *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) out = g_string_new (previous == NULL ? "" : previous);
  BulRevision without_hash = *revision;

  without_hash.hash = NULL;
  g_string_append_c (out, '\n');
  bul_record_write (out, &without_hash, NULL, 0);
  write_story (out, story, FALSE);
  g_checksum_update (checksum, (const guchar *) out->str, out->len);
  return g_strdup (g_checksum_get_string (checksum));
}
