/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-record-builder.h"

#include <string.h>

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-scalar.h"
#include "bul-thing.h"

typedef struct
{
  gpointer record;       /* the record this element is, or is part of; NULL while passed over */
  gboolean owns;         /* whether the element is the record itself */
  const BulField *field; /* the element is this field of the record */
  guint group;           /* value for the group field of the records inside */
  GString *text;
} Frame;

struct _BulRecordBuilder
{
  const BulRecordType *type;
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
  g_free (self);
}

static void
note_unknown (BulRecordBuilder *self, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->unknown, name, g_str_equal, NULL))
    g_ptr_array_add (self->unknown, g_strdup (name));
}

static Frame *
top_frame (BulRecordBuilder *self)
{
  return self->frames->len == 0 ? NULL
                                : &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static gboolean
names_field (const BulField *field, const char *name)
{
  return strcmp (field->xml_name != NULL ? field->xml_name : field->name, name) == 0
         || (field->type == BUL_FIELD_KEY && strcmp (name, "xml:id") == 0);
}

/* References are `story.key` in a file and bare in an edit: what counts is after the last stop. */
static char *
bare_keys (const char *value)
{
  g_auto (GStrv) refs = g_strsplit (value, " ", -1);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      const char *stop = strrchr (refs[i], '.');

      if (stop != NULL)
        memmove (refs[i], stop + 1, strlen (stop));
    }
  return g_strjoinv (" ", refs);
}

static gboolean
set_field (gpointer record, const BulField *field, const char *value, GError **error)
{
  gboolean is_keys = field->type == BUL_FIELD_KEY || field->type == BUL_FIELD_REF
                     || field->type == BUL_FIELD_REFS;
  g_autofree char *bare = is_keys ? bare_keys (value) : NULL;

  if (bul_scalar_set (record, field, is_keys ? bare : value))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID, "“%s” is no value for “%s” of <%s>.", value,
               field->name, bul_record_get_type (record)->name);
  return FALSE;
}

static gboolean
set_attributes (BulRecordBuilder *self,
                gpointer record,
                const char *const *attributes,
                GError **error)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const BulField *field = NULL;

      for (guint f = 0; f < type->n_fields && field == NULL; f++)
        if (names_field (&type->fields[f], attributes[i])
            && (type->fields[f].place == BUL_PLACE_ATTRIBUTE
                || type->fields[f].place == BUL_PLACE_GROUP))
          field = &type->fields[f];
      if (field == NULL)
        note_unknown (self, attributes[i]);
      else if (!set_field (record, field, attributes[i + 1], error))
        return FALSE;
    }
  return TRUE;
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
              Frame *parent,
              GError **error)
{
  gpointer record = bul_record_new (type);
  const BulField *name = find_place (type, BUL_PLACE_NAME);
  const BulField *group = find_place (type, BUL_PLACE_GROUP);

  if (parent == NULL)
    self->root = record;
  else
    g_ptr_array_add (*(GPtrArray **)bul_record_field (parent->record, parent->field), record);

  if (name != NULL)
    bul_scalar_set (record, name, element);
  if (group != NULL && parent != NULL && parent->group != 0)
    *(guint *)bul_record_field (record, group) = parent->group;
  push_frame (self, (Frame){ .record = record,
                             .owns = TRUE,
                             .field = find_place (type, BUL_PLACE_CONTENT),
                             .text = g_string_new (NULL) });
  return set_attributes (self, record, attributes, error);
}

static const char *
find_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp (attributes[i], name) == 0)
      return attributes[i + 1];
  return NULL;
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
             Frame *frame,
             const BulField *list,
             const char *const *attributes)
{
  const BulField *group = find_place (list->records, BUL_PLACE_GROUP);
  const char *kind = find_attribute (attributes, "kind");
  guint value = 0;

  if (kind != NULL && !bul_enum_from_word (group->words, kind, &value))
    note_unknown (self, kind);
  push_frame (self, (Frame){ .record = frame->record, .field = list, .group = value });
  return TRUE;
}

/* An element inside a record: one of its fields, a record of one of its lists, or a group of them.
 */
static gboolean
start_child (BulRecordBuilder *self,
             Frame *frame,
             const char *element,
             const char *const *attributes,
             GError **error)
{
  const BulRecordType *type = bul_record_get_type (frame->record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const BulField *field = &type->fields[i];
      const BulField *group = find_place (field->records, BUL_PLACE_GROUP);

      if (field->place == BUL_PLACE_ELEMENT && field->type != BUL_FIELD_RECORDS
          && names_field (field, element))
        {
          push_frame (
              self,
              (Frame){ .record = frame->record, .field = field, .text = g_string_new (NULL) });
          return TRUE;
        }
      if (field->type != BUL_FIELD_RECORDS)
        continue;
      if (group != NULL && strcmp (group->name, element) == 0)
        return start_group (self, frame, field, attributes);
      if (list_accepts (field, element) != NULL)
        {
          Frame list = { .record = frame->record, .field = field };

          return start_record (self, list_accepts (field, element), element, attributes, &list,
                               error);
        }
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
  if (frame.field->type == BUL_FIELD_RECORDS && list_accepts (frame.field, element) != NULL)
    return start_record (self, list_accepts (frame.field, element), element, attributes, &frame,
                         error);
  note_unknown (self, element);
  self->n_passed_over = 1;
  return TRUE;
}

void
bul_record_builder_text (BulRecordBuilder *self, const char *text, gsize length)
{
  Frame *frame = top_frame (self);

  if (self->n_passed_over == 0 && frame != NULL && frame->field != NULL && frame->text != NULL)
    g_string_append_len (frame->text, text, length);
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

  if (frame->field != NULL && frame->text != NULL)
    ok = set_field (frame->record, frame->field, frame->text->str, error);
  g_array_set_size (self->frames, self->frames->len - 1);
  return ok;
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
      g_ptr_array_add (attributes, (gpointer)names[i]);
      g_ptr_array_add (attributes, (gpointer)values[i]);
    }
  g_ptr_array_add (attributes, NULL);
  bul_record_builder_start (data, element, (const char *const *)attributes->pdata, error);
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
