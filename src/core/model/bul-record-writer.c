/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-record-writer.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-scalar.h"

static void
indent (GString *out, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append_c (out, ' ');
}

void
bul_xml_escape_text (GString *out, const char *text)
{
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "&<>\r");

      g_string_append_len (out, text, plain);
      text += plain;
      if (*text == '&')
        g_string_append (out, "&amp;");
      else if (*text == '<')
        g_string_append (out, "&lt;");
      else if (*text == '>')
        g_string_append (out, "&gt;");
      else if (*text == '\r')
        g_string_append (out, "&#xD;");
      text += *text != '\0';
    }
}

void
bul_xml_escape_attribute (GString *out, const char *value)
{
  while (*value != '\0')
    {
      gsize plain = strcspn (value, "&<>\"\t\n\r");

      g_string_append_len (out, value, plain);
      value += plain;
      if (*value == '"')
        g_string_append (out, "&quot;");
      else if (*value == '\t')
        g_string_append (out, "&#x9;");
      else if (*value == '\n')
        g_string_append (out, "&#xA;");
      else if (*value != '\0')
        bul_xml_escape_text (out, (char[]){ *value, '\0' });
      value += *value != '\0';
    }
}

static const char *
xml_name (const BulField *field)
{
  return field->xml_name != NULL ? field->xml_name : field->name;
}

static const char *
element_name (gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].place == BUL_PLACE_NAME)
      return bul_enum_to_word (type->fields[i].words,
                               *(guint *) bul_record_field (record, &type->fields[i]));
  return type->name;
}

static void
write_refs (GString *out, const char *value, const char *xml_id)
{
  g_auto (GStrv) keys = g_strsplit (value, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      bul_xml_escape_attribute (out, xml_id);
      g_string_append_c (out, '.');
      bul_xml_escape_attribute (out, keys[i]);
    }
}

static void
write_attribute (GString *out, const BulField *field, const char *value, const char *xml_id)
{
  gboolean is_key = field->type == BUL_FIELD_KEY;
  gboolean is_ref = field->type == BUL_FIELD_REF || field->type == BUL_FIELD_REFS;

  g_string_append_c (out, ' ');
  g_string_append (out, is_key && xml_id != NULL ? "xml:id" : xml_name (field));
  g_string_append (out, "=\"");
  if (xml_id != NULL && (is_key || is_ref))
    write_refs (out, value, xml_id);
  else
    bul_xml_escape_attribute (out, value);
  g_string_append_c (out, '"');
}

static void
write_attributes (GString *out, gconstpointer record, const char *xml_id, gboolean grouped)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      g_autofree char *value = NULL;

      if (field->place != BUL_PLACE_ATTRIBUTE && (field->place != BUL_PLACE_GROUP || grouped))
        continue;
      value = bul_scalar_dup (record, field);
      if (value != NULL)
        write_attribute (out, field, value, xml_id);
    }
}

static const BulField *
find_place (const BulRecordType *type, BulFieldPlace place)
{
  for (guint i = 0; type != NULL && i < type->n_fields; i++)
    if (type->fields[i].place == place)
      return &type->fields[i];
  return NULL;
}

/* The content of a record of a list that is put in as it is. */
static const char *
get_verbatim (gconstpointer record)
{
  const BulField *content = find_place (bul_record_get_type (record), BUL_PLACE_CONTENT);
  const char *text = *(const char **) bul_record_field (record, content);

  return text == NULL ? "" : text;
}

void
bul_record_write_attributes (GString *out, gconstpointer record, const char *xml_id)
{
  const BulField *verbatim = find_place (bul_record_get_type (record), BUL_PLACE_VERBATIM);
  const GPtrArray *list
      = verbatim == NULL ? NULL : *(GPtrArray **) bul_record_field (record, verbatim);

  write_attributes (out, record, xml_id, FALSE);
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (get_verbatim (list->pdata[i])[0] == ' ')
      g_string_append (out, get_verbatim (list->pdata[i]));
}

static gboolean
has_children (gconstpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      gpointer place = bul_record_field (record, field);

      if (field->type == BUL_FIELD_RECORDS && (*(GPtrArray **) place)->len > 0)
        return TRUE;
      if (field->place == BUL_PLACE_ELEMENT && field->type == BUL_FIELD_STRING
          && *(char **) place != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
write_record (GString *out, gconstpointer record, const char *xml_id, guint depth, gboolean grouped)
{
  const char *name = element_name (record);
  const BulField *content = find_place (bul_record_get_type (record), BUL_PLACE_CONTENT);
  g_autofree char *text = content == NULL ? NULL : bul_scalar_dup (record, content);

  indent (out, depth);
  g_string_append_c (out, '<');
  g_string_append (out, name);
  write_attributes (out, record, xml_id, grouped);
  if (!has_children (record) && (text == NULL || *text == '\0'))
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append_c (out, '>');
  if (text != NULL)
    bul_xml_escape_text (out, text);
  if (has_children (record))
    {
      g_string_append_c (out, '\n');
      bul_record_write_children (out, record, xml_id, depth + 1);
      indent (out, depth);
    }
  g_string_append_printf (out, "</%s>\n", name);
}

void
bul_record_write (GString *out, gconstpointer record, const char *xml_id, guint depth)
{
  write_record (out, record, xml_id, depth, FALSE);
}

/* Runs of records with the same value in their group field stand in one element around them. */
static void
write_groups (
    GString *out, GPtrArray *records, const BulField *group, const char *xml_id, guint depth)
{
  for (guint i = 0; i < records->len;)
    {
      guint value = *(guint *) bul_record_field (records->pdata[i], group);
      const char *word = bul_enum_to_word (group->words, value);

      indent (out, depth);
      g_string_append_printf (out, "<%s", group->name);
      if (word != NULL)
        g_string_append_printf (out, " kind=\"%s\"", word);
      g_string_append (out, ">\n");
      while (i < records->len && *(guint *) bul_record_field (records->pdata[i], group) == value)
        write_record (out, records->pdata[i++], xml_id, depth + 1, TRUE);
      indent (out, depth);
      g_string_append_printf (out, "</%s>\n", group->name);
    }
}

static void
write_list (
    GString *out, GPtrArray *records, const BulField *field, const char *xml_id, guint depth)
{
  const BulField *group = find_place (field->records, BUL_PLACE_GROUP);

  /* What an edit or a revision carries may no longer be in the story: its keys stand bare. */
  if (field->records == NULL)
    xml_id = NULL;
  if (group != NULL)
    write_groups (out, records, group, xml_id, depth);
  else
    for (guint i = 0; i < records->len; i++)
      write_record (out, records->pdata[i], xml_id, depth, FALSE);
}

static void
write_verbatim (GString *out, const GPtrArray *records, guint depth)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *text = get_verbatim (records->pdata[i]);

      if (text[0] != '<')
        continue;
      indent (out, depth);
      g_string_append (out, text);
      g_string_append_c (out, '\n');
    }
}

void
bul_record_write_children (GString *out, gconstpointer record, const char *xml_id, guint depth)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      gpointer place = bul_record_field (record, field);

      if (field->place == BUL_PLACE_VERBATIM)
        write_verbatim (out, *(GPtrArray **) place, depth);
      else if (field->type == BUL_FIELD_RECORDS)
        write_list (out, *(GPtrArray **) place, field, xml_id, depth);
      else if (field->place == BUL_PLACE_ELEMENT && *(char **) place != NULL)
        {
          indent (out, depth);
          g_string_append_printf (out, "<%s>", xml_name (field));
          bul_xml_escape_text (out, *(char **) place);
          g_string_append_printf (out, "</%s>\n", xml_name (field));
        }
    }
}
