/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-session.h"

#include <stddef.h>

typedef enum
{
  TYPE_TEXT,
  TYPE_NUMBER,
  TYPE_SWITCH,
} FieldType;

typedef struct
{
  const char *name;
  FieldType type;
  gsize place;
} Field;

#define FIELD(name, type, member)                                                                  \
  {                                                                                                \
    name, type, offsetof (DeskSession, member)                                                     \
  }

static const Field fields[] = {
  FIELD ("Library", TYPE_TEXT, library),
  FIELD ("Story", TYPE_TEXT, story),
  FIELD ("Block", TYPE_TEXT, block),
  FIELD ("Offset", TYPE_NUMBER, offset),
  FIELD ("Top", TYPE_TEXT, top),
  FIELD ("TopOffset", TYPE_NUMBER, top_offset),
  FIELD ("Pane", TYPE_TEXT, pane),
  FIELD ("ListVisible", TYPE_SWITCH, list_visible),
  FIELD ("InspectorVisible", TYPE_SWITCH, inspector_visible),
  FIELD ("Width", TYPE_NUMBER, width),
  FIELD ("Height", TYPE_NUMBER, height),
  FIELD ("Maximized", TYPE_SWITCH, maximized),
};

DeskSession *
desk_session_new (void)
{
  DeskSession *self = g_new0 (DeskSession, 1);

  self->list_visible = TRUE;
  self->inspector_visible = TRUE;
  return self;
}

void
desk_session_free (DeskSession *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].type == TYPE_TEXT)
      g_free (G_STRUCT_MEMBER (char *, self, fields[i].place));
  g_free (self);
}

void
desk_session_write (const DeskSession *self, GKeyFile *file, const char *group)
{
  g_return_if_fail (self != NULL && file != NULL && group != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Field *field = &fields[i];
      const char *text;

      switch (field->type)
        {
        case TYPE_TEXT:
          text = G_STRUCT_MEMBER (char *, self, field->place);
          if (text != NULL)
            g_key_file_set_string (file, group, field->name, text);
          break;
        case TYPE_NUMBER:
          g_key_file_set_integer (file, group, field->name,
                                  G_STRUCT_MEMBER (int, self, field->place));
          break;
        case TYPE_SWITCH:
          g_key_file_set_boolean (file, group, field->name,
                                  G_STRUCT_MEMBER (gboolean, self, field->place));
          break;
        }
    }
}

DeskSession *
desk_session_read (GKeyFile *file, const char *group)
{
  DeskSession *self = NULL;

  g_return_val_if_fail (file != NULL && group != NULL, NULL);

  self = desk_session_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Field *field = &fields[i];
      g_autoptr (GError) error = NULL;
      int number;

      switch (field->type)
        {
        case TYPE_TEXT:
          G_STRUCT_MEMBER (char *, self, field->place)
              = g_key_file_get_string (file, group, field->name, NULL);
          break;
        case TYPE_NUMBER:
          number = g_key_file_get_integer (file, group, field->name, NULL);
          G_STRUCT_MEMBER (int, self, field->place) = MAX (number, 0);
          break;
        case TYPE_SWITCH:
          number = g_key_file_get_boolean (file, group, field->name, &error);
          if (error == NULL)
            G_STRUCT_MEMBER (gboolean, self, field->place) = number;
          break;
        }
    }
  return self;
}
