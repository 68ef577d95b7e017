/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-replace-item.h"

struct _DeskReplaceItem
{
  GObject parent_instance;

  BulReplacement *replacement;
  gboolean ticked;
};

enum
{
  PROP_TICKED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskReplaceItem, desk_replace_item, G_TYPE_OBJECT)

static void
desk_replace_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, DESK_REPLACE_ITEM (object)->ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_replace_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TICKED:
      desk_replace_item_set_ticked (DESK_REPLACE_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_replace_item_finalize (GObject *object)
{
  bul_replacement_free (DESK_REPLACE_ITEM (object)->replacement);

  G_OBJECT_CLASS (desk_replace_item_parent_class)->finalize (object);
}

static void
desk_replace_item_class_init (DeskReplaceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_replace_item_finalize;
  object_class->get_property = desk_replace_item_get_property;
  object_class->set_property = desk_replace_item_set_property;

  properties[PROP_TICKED]
      = g_param_spec_boolean ("ticked", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_replace_item_init (DeskReplaceItem *self)
{
  self->ticked = TRUE;
}

DeskReplaceItem *
desk_replace_item_new (BulReplacement *replacement)
{
  DeskReplaceItem *self = g_object_new (DESK_TYPE_REPLACE_ITEM, NULL);

  self->replacement = replacement;
  return self;
}

BulReplacement *
desk_replace_item_get (DeskReplaceItem *self)
{
  g_return_val_if_fail (DESK_IS_REPLACE_ITEM (self), NULL);

  return self->replacement;
}

gboolean
desk_replace_item_get_ticked (DeskReplaceItem *self)
{
  g_return_val_if_fail (DESK_IS_REPLACE_ITEM (self), FALSE);

  return self->ticked;
}

void
desk_replace_item_set_ticked (DeskReplaceItem *self, gboolean ticked)
{
  g_return_if_fail (DESK_IS_REPLACE_ITEM (self));

  if (self->ticked == ticked)
    return;
  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}
