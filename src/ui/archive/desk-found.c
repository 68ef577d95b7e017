/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-found.h"

struct _DeskFound
{
  GObject parent_instance;

  gint64 docid;
  DeskDetail *detail;
  gboolean ticked;
};

enum
{
  PROP_TICKED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFound, desk_found, G_TYPE_OBJECT)

static void
desk_found_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, DESK_FOUND (object)->ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_found_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TICKED:
      desk_found_set_ticked (DESK_FOUND (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_found_finalize (GObject *object)
{
  desk_detail_free (DESK_FOUND (object)->detail);

  G_OBJECT_CLASS (desk_found_parent_class)->finalize (object);
}

static void
desk_found_class_init (DeskFoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_found_finalize;
  object_class->get_property = desk_found_get_property;
  object_class->set_property = desk_found_set_property;
  properties[PROP_TICKED]
      = g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_FOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_found_init (DeskFound *self)
{
}

DeskFound *
desk_found_new (gint64 docid)
{
  DeskFound *self = g_object_new (DESK_TYPE_FOUND, NULL);

  self->docid = docid;
  return self;
}

gint64
desk_found_get_docid (DeskFound *self)
{
  g_return_val_if_fail (DESK_IS_FOUND (self), 0);

  return self->docid;
}

void
desk_found_take_detail (DeskFound *self, DeskDetail *detail)
{
  g_return_if_fail (DESK_IS_FOUND (self) && detail != NULL);

  if (detail->row == NULL && self->detail != NULL)
    {
      desk_detail_free (detail);
      return;
    }
  desk_detail_free (self->detail);
  self->detail = detail;
  g_signal_emit (self, signals[CHANGED], 0);
}

const DeskDetail *
desk_found_get_detail (DeskFound *self)
{
  g_return_val_if_fail (DESK_IS_FOUND (self), NULL);

  return self->detail;
}

const char *
desk_found_get_uid (DeskFound *self)
{
  g_return_val_if_fail (DESK_IS_FOUND (self), NULL);

  return self->detail == NULL || self->detail->row == NULL ? NULL : self->detail->row->uid;
}

gboolean
desk_found_get_ticked (DeskFound *self)
{
  g_return_val_if_fail (DESK_IS_FOUND (self), FALSE);

  return self->ticked;
}

void
desk_found_set_ticked (DeskFound *self, gboolean ticked)
{
  g_return_if_fail (DESK_IS_FOUND (self));

  if (self->ticked == ticked)
    return;
  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}
