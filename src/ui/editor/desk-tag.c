/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tag.h"

struct _DeskTag
{
  GtkTextTag parent_instance;
};

enum
{
  PROP_FOREGROUND = 1,
};

G_DEFINE_TYPE (DeskTag, desk_tag, GTK_TYPE_TEXT_TAG)

static void
desk_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_object_get_property (object, "foreground-rgba", value);
}

static void
desk_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_object_set_property (object, "foreground-rgba", value);
}

static void
desk_tag_class_init (DeskTagClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamSpec *foreground = g_param_spec_boxed ("foreground", NULL, NULL, GDK_TYPE_RGBA,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  object_class->get_property = desk_tag_get_property;
  object_class->set_property = desk_tag_set_property;
  g_object_class_install_property (object_class, PROP_FOREGROUND, foreground);
}

static void
desk_tag_init (DeskTag *self)
{
}

GtkTextTag *
desk_tag_new (const char *name)
{
  return g_object_new (DESK_TYPE_TAG, "name", name, NULL);
}
