/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-record-builder.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-scalar.h"
#include "bul-thing.h"

/* More names help nobody, and looking through them must not take for ever. */
#define MAX_UNKNOWN 32

typedef struct
{
  gpointer record;       /* the record this element is, or is part of */
  gboolean owns;         /* whether the element is the record itself */
  gboolean carried;      /* whether an edit carries it, so that its keys are bare */
  gboolean grouped;      /* whether the element is a group of records */
  const BulField *field; /* the element is this field of the record */
  guint group;           /* value for the group field of the records inside */
  GString *text;
} Frame;

struct _BulRecordBuilder
{
  const BulRecordType *type;
  char *xml_id;
  gpointer root;
  GArray *frames;
  guint n_passed_over; /* depth inside an unknown element */
  GPtrArray *unknown;
};

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  if (frame->text != NULL)
    g_string_free (frame->text, TRUE);
}

BulRecordBuilder *
bul_record_builder_new (const BulRecordType *root)
{
  BulRecordBuilder *self = g_new0 (BulRecordBuilder, 1);

  self->type = root;
  self->frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  g_array_set_clear_func (self->frames, frame_clear);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bul_record_builder_free (BulRecordBuilder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->frames);
  g_ptr_array_unref (self->unknown);
  g_clear_pointer (&self->root, bul_record_free);
  g_free (self->xml_id);
  g_free (self);
}

void
bul_record_builder_set_xml_id (BulRecordBuilder *self, const char *xml_id)
{
  g_free (self->xml_id);
  self->xml_id = g_strdup (xml_id);
}

static void
note_unknown (BulRecordBuilder *self, const char *name)
{
  if (self->unknown->len < MAX_UNKNOWN
      && !g_ptr_array_find_with_equal_func (self->unknown, name, g_str_equal, NULL))
    g_ptr_array_add (self->unknown, g_strdup (name));
}

static Frame *
top_frame (BulRecordBuilder *self)
{
  return self->frames->len == 0 ? NULL
                                : &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static gboolean
has_bare_keys (BulRecordBuilder *self, gboolean carried)
{
  return carried || self->xml_id == NULL;
}

static gboolean
names_attribute (const BulField *field, const char *name, gboolean bare)
{
  if (field->place != BUL_PLACE_ATTRIBUTE && field->place != BUL_PLACE_GROUP)
    return FALSE;
  if (field->type == BUL_FIELD_KEY && !bare)
    return strcmp (name, "xml:id") == 0;
  return strcmp (field->xml_name != NULL ? field->xml_name : field->name, name) == 0;
}

/* One key without the story's own `xml_id.` before it, or %NULL. */
static const char *
skip_xml_id (const char *value, const char *xml_id)
{
  gsize length = strlen (xml_id);

  return strncmp (value, xml_id, length) == 0 && value[length] == '.' ? value + length + 1 : NULL;
}

/* Returns: (transfer full) (nullable): the same for several. */
static char *
strip_xml_ids (const char *value, const char *xml_id)
{
  g_auto (GStrv) refs = g_strsplit (value, " ", -1);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      const char *key = skip_xml_id (refs[i], xml_id);

      if (key == NULL)
        return NULL;
      memmove (refs[i], key, strlen (key) + 1);
    }
  return g_strjoinv (" ", refs);
}

static gboolean
set_field (
    BulRecordBuilder *self, Frame *frame, const BulField *field, const char *value, GError **error)
{
  gboolean is_keys = field->type == BUL_FIELD_KEY || field->type == BUL_FIELD_REF
                     || field->type == BUL_FIELD_REFS;
  gboolean strips = is_keys && !has_bare_keys (self, frame->carried);
  gboolean several = strips && field->type == BUL_FIELD_REFS && strchr (value, ' ') != NULL;
  g_autofree char *keys = several ? strip_xml_ids (value, self->xml_id) : NULL;
  const char *stripped = strips && !several ? skip_xml_id (value, self->xml_id) : keys;
  gboolean ok = !strips || stripped != NULL;

  /* Anything but these would be taken for “false”, and a speaker who is not to be named is. */
  if (field->type == BUL_FIELD_FLAG)
    ok = strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
  if (ok && bul_scalar_set (frame->record, field, strips ? stripped : value))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "“%.200s” is no value for “%s” of <%s>.", value,
               field->name, bul_record_get_type (frame->record)->name);
  return FALSE;
}

static const BulField *
find_attribute_field (BulRecordBuilder *self, const Frame *frame, const char *name)
{
  const BulRecordType *type = bul_record_get_type (frame->record);

  for (guint i = 0; i < type->n_fields; i++)
    if (names_attribute (&type->fields[i], name, has_bare_keys (self, frame->carried)))
      return frame->grouped && type->fields[i].place == BUL_PLACE_GROUP ? NULL : &type->fields[i];
  return NULL;
}

static const char *
find_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp (attributes[i], name) == 0)
      return attributes[i + 1];
  return NULL;
}

/* An offset has no value for “not said”: one that is missing would be taken for 0. */
static gboolean
check_offsets (const BulRecordType *type, const char *const *attributes, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == BUL_FIELD_OFFSET
        && find_attribute (attributes, type->fields[i].name) == NULL)
      {
        g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "<%s> has no “%s”.", type->name,
                     type->fields[i].name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
set_attributes (BulRecordBuilder *self, Frame *frame, const char *const *attributes, GError **error)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const BulField *field = find_attribute_field (self, frame, attributes[i]);

      if (field == NULL)
        note_unknown (self, attributes[i]);
      else if (!set_field (self, frame, field, attributes[i + 1], error))
        return FALSE;
    }
  return check_offsets (bul_record_get_type (frame->record), attributes, error);
}

static void
push_frame (BulRecordBuilder *self, Frame frame)
{
  g_array_append_val (self->frames, frame);
}

static const BulField *
find_place (const BulRecordType *type, BulFieldPlace place)
{
  for (guint i = 0; type != NULL && i < type->n_fields; i++)
    if (type->fields[i].place == place)
      return &type->fields[i];
  return NULL;
}

static gboolean
start_record (BulRecordBuilder *self,
              const BulRecordType *type,
              const char *element,
              const char *const *attributes,
              const Frame *parent,
              GError **error)
{
  gpointer record = bul_record_new (type);
  const BulField *name = find_place (type, BUL_PLACE_NAME);
  const BulField *group = find_place (type, BUL_PLACE_GROUP);
  Frame frame = { .record = record, .owns = TRUE, .field = find_place (type, BUL_PLACE_CONTENT) };

  if (parent == NULL)
    self->root = record;
  else
    {
      g_ptr_array_add (*(GPtrArray **) bul_record_field (parent->record, parent->field), record);
      frame.carried = parent->carried || parent->field->records == NULL;
      frame.grouped = parent->grouped;
    }

  if (name != NULL)
    bul_scalar_set (record, name, element);
  if (group != NULL && frame.grouped)
    *(guint *) bul_record_field (record, group) = parent->group;
  if (frame.field != NULL)
    frame.text = g_string_new (NULL);
  push_frame (self, frame);
  return set_attributes (self, &frame, attributes, error);
}

/* Whether @element starts a record of the list @field, and of which type. */
static const BulRecordType *
list_accepts (const BulField *field, const char *element)
{
  const BulField *name;
  guint word;

  if (field->records == NULL)
    return bul_thing_type_for_element (element);
  name = find_place (field->records, BUL_PLACE_NAME);
  if (name != NULL)
    return bul_enum_from_word (name->words, element, &word) ? field->records : NULL;
  return strcmp (field->records->name, element) == 0 ? field->records : NULL;
}

static gboolean
start_group (BulRecordBuilder *self,
             const Frame *frame,
             const BulField *list,
             const char *const *attributes,
             GError **error)
{
  const BulField *group = find_place (list->records, BUL_PLACE_GROUP);
  const char *kind = find_attribute (attributes, "kind");
  guint value = 0;

  if (kind != NULL && !bul_enum_from_word (group->words, kind, &value))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "“%.200s” is no value for “kind” of <%s>.",
                   kind, group->name);
      return FALSE;
    }
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (attributes[i + 1] != kind)
      note_unknown (self, attributes[i]);
  push_frame (self, (Frame){ .record = frame->record,
                             .carried = frame->carried,
                             .grouped = TRUE,
                             .field = list,
                             .group = value });
  return TRUE;
}

static gboolean
start_field (BulRecordBuilder *self,
             const Frame *frame,
             const BulField *field,
             const char *const *attributes,
             GError **error)
{
  if (*(char **) bul_record_field (frame->record, field) != NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "<%s> stands twice in <%s>.", field->name,
                   bul_record_get_type (frame->record)->name);
      return FALSE;
    }
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    note_unknown (self, attributes[i]);
  push_frame (self, (Frame){ .record = frame->record,
                             .carried = frame->carried,
                             .field = field,
                             .text = g_string_new (NULL) });
  return TRUE;
}

/* An element inside a record: one of its fields, a record of one of its lists, or a group of them.
 */
static gboolean
start_child (BulRecordBuilder *self,
             const Frame *frame,
             const char *element,
             const char *const *attributes,
             GError **error)
{
  const BulRecordType *type = bul_record_get_type (frame->record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      Frame list = { .record = frame->record, .carried = frame->carried, .field = field };
      const BulRecordType *accepted;
      const BulField *group;

      if (field->place != BUL_PLACE_ELEMENT)
        continue;
      if (field->type != BUL_FIELD_RECORDS)
        {
          if (strcmp (field->xml_name != NULL ? field->xml_name : field->name, element) == 0)
            return start_field (self, frame, field, attributes, error);
          continue;
        }
      group = find_place (field->records, BUL_PLACE_GROUP);
      if (group != NULL && strcmp (group->name, element) == 0)
        return start_group (self, frame, field, attributes, error);
      else if ((accepted = list_accepts (field, element)) != NULL)
        return start_record (self, accepted, element, attributes, &list, error);
    }
  note_unknown (self, element);
  self->n_passed_over = 1;
  return TRUE;
}

gboolean
bul_record_builder_start (BulRecordBuilder *self,
                          const char *element,
                          const char *const *attributes,
                          GError **error)
{
  const BulRecordType *accepted;
  Frame frame;

  if (self->n_passed_over > 0)
    {
      self->n_passed_over++;
      return TRUE;
    }
  if (self->frames->len == 0)
    {
      if (self->root == NULL && strcmp (self->type->name, element) == 0)
        return start_record (self, self->type, element, attributes, NULL, error);
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "<%s> is no <%s>.", element,
                   self->type->name);
      return FALSE;
    }

  frame = *top_frame (self);
  if (frame.owns)
    return start_child (self, &frame, element, attributes, error);
  accepted = frame.field->type == BUL_FIELD_RECORDS ? list_accepts (frame.field, element) : NULL;
  if (accepted != NULL)
    return start_record (self, accepted, element, attributes, &frame, error);
  note_unknown (self, element);
  self->n_passed_over = 1;
  return TRUE;
}

static gboolean
is_white_space (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (" \t\n\r", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

void
bul_record_builder_text (BulRecordBuilder *self, const char *text, gsize length)
{
  Frame *frame = top_frame (self);

  if (self->n_passed_over > 0 || frame == NULL)
    return;
  if (frame->text != NULL)
    g_string_append_len (frame->text, text, length);
  else if (!is_white_space (text, length))
    {
      g_autofree char *where
          = g_strdup_printf ("text in %s", bul_record_get_type (frame->record)->name);

      note_unknown (self, where);
    }
}

gboolean
bul_record_builder_end (BulRecordBuilder *self, GError **error)
{
  Frame *frame = top_frame (self);
  gboolean ok = TRUE;

  if (self->n_passed_over > 0)
    {
      self->n_passed_over--;
      return TRUE;
    }
  g_return_val_if_fail (frame != NULL, FALSE);

  if (frame->text != NULL)
    ok = set_field (self, frame, frame->field, frame->text->str, error);
  g_array_set_size (self->frames, self->frames->len - 1);
  return ok;
}

gpointer
bul_record_builder_get_record (BulRecordBuilder *self)
{
  const Frame *frame = top_frame (self);

  return self->n_passed_over == 0 && frame != NULL && frame->owns ? frame->record : NULL;
}

gboolean
bul_record_builder_is_carried (BulRecordBuilder *self)
{
  const Frame *frame = top_frame (self);

  return frame != NULL && frame->carried;
}

gpointer
bul_record_builder_steal_root (BulRecordBuilder *self)
{
  return self->frames->len == 0 ? g_steal_pointer (&self->root) : NULL;
}

const GPtrArray *
bul_record_builder_get_unknown (BulRecordBuilder *self)
{
  return self->unknown;
}

/* A list's own canonical XML, read back without a file around it. */

typedef struct
{
  BulRecord record;
  GPtrArray *records;
} List;

static void
markup_start (GMarkupParseContext *context G_GNUC_UNUSED,
              const char *element,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_ptr_array_add (attributes, (gpointer) names[i]);
      g_ptr_array_add (attributes, (gpointer) values[i]);
    }
  g_ptr_array_add (attributes, NULL);
  bul_record_builder_start (data, element, (const char *const *) attributes->pdata, error);
}

static void
markup_end (GMarkupParseContext *context G_GNUC_UNUSED,
            const char *element G_GNUC_UNUSED,
            gpointer data,
            GError **error)
{
  bul_record_builder_end (data, error);
}

static void
markup_text (GMarkupParseContext *context G_GNUC_UNUSED,
             const char *text,
             gsize length,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  bul_record_builder_text (data, text, length);
}

GPtrArray *
bul_records_parse (const BulField *field, const char *xml, GError **error)
{
  static const GMarkupParser parser
      = { .start_element = markup_start, .end_element = markup_end, .text = markup_text };
  const BulField list_field = { .name = "records",
                                .type = BUL_FIELD_RECORDS,
                                .place = BUL_PLACE_ELEMENT,
                                .offset = G_STRUCT_OFFSET (List, records),
                                .records = field->records };
  const BulRecordType list_type = { "list", sizeof (List), &list_field, 1 };
  g_autoptr (BulRecordBuilder) builder = bul_record_builder_new (&list_type);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, builder, NULL);
  g_autofree char *wrapped = g_strconcat ("<list>", xml, "</list>", NULL);
  GPtrArray *records = NULL;
  List *list;

  if (!g_markup_parse_context_parse (context, wrapped, -1, error)
      || !g_markup_parse_context_end_parse (context, error))
    return NULL;
  list = bul_record_builder_steal_root (builder);
  records = g_steal_pointer (&list->records);
  list->records = bul_records_new ();
  bul_record_free (list);
  return records;
}
