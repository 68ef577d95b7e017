/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pane.h"

/* Milliseconds; short enough to seem at once. */
#define TYPING_PAUSE 120

typedef struct
{
  DeskDocument *document;
  DeskView *view;
  GSignalGroup *signals;
  guint refresh_id;
  gboolean is_stale;
} DeskPanePrivate;

enum
{
  PROP_DOCUMENT = 1,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  VIEW_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskPane, desk_pane, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer data)
{
  DeskPane *self = data;
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  priv->refresh_id = 0;
  priv->is_stale = FALSE;
  DESK_PANE_GET_CLASS (self)->refresh (
      self, priv->document == NULL ? NULL : desk_document_get_story (priv->document));
  return G_SOURCE_REMOVE;
}

void
desk_pane_queue_refresh (DeskPane *self)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  priv->is_stale = TRUE;
  if (priv->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_idle_add (refresh_cb, self);
}

/* While hands type, cards follow a moment later, not with every key. */
static void
changed_cb (DeskPane *self)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  priv->is_stale = TRUE;
  if (priv->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_timeout_add (TYPING_PAUSE, refresh_cb, self);
}

static void
desk_pane_set_document (DeskPane *self, DeskDocument *document)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  if (!g_set_object (&priv->document, document))
    return;

  g_signal_group_set_target (priv->signals, document);
  desk_pane_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
desk_pane_map (GtkWidget *widget)
{
  DeskPane *self = DESK_PANE (widget);
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  GTK_WIDGET_CLASS (desk_pane_parent_class)->map (widget);
  if (priv->is_stale)
    desk_pane_queue_refresh (self);
}

static void
desk_pane_dispose (GObject *object)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (DESK_PANE (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  g_clear_object (&priv->signals);
  g_clear_object (&priv->document);
  g_clear_weak_pointer (&priv->view);

  G_OBJECT_CLASS (desk_pane_parent_class)->dispose (object);
}

static void
desk_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (DESK_PANE (object));

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_VIEW:
      g_value_set_object (value, priv->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskPane *self = DESK_PANE (object);
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  switch (id)
    {
    case PROP_DOCUMENT:
      desk_pane_set_document (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      g_set_weak_pointer (&priv->view, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_pane_class_init (DeskPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_pane_dispose;
  object_class->get_property = desk_pane_get_property;
  object_class->set_property = desk_pane_set_property;
  GTK_WIDGET_CLASS (klass)->map = desk_pane_map;

  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DESK_TYPE_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[VIEW_WANTED] = g_signal_new ("view-wanted", DESK_TYPE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_pane_init (DeskPane *self)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  priv->is_stale = TRUE;
  priv->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (priv->signals, "changed", G_CALLBACK (changed_cb), self);
}

DeskDocument *
desk_pane_get_document (DeskPane *self)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  g_return_val_if_fail (DESK_IS_PANE (self), NULL);

  return priv->document;
}

DeskView *
desk_pane_get_view (DeskPane *self)
{
  DeskPanePrivate *priv = desk_pane_get_instance_private (self);

  g_return_val_if_fail (DESK_IS_PANE (self), NULL);

  return priv->view;
}

DeskView *
desk_pane_find_view (DeskPane *self, const char *block)
{
  g_return_val_if_fail (DESK_IS_PANE (self), NULL);

  if (block != NULL)
    g_signal_emit (self, signals[VIEW_WANTED], 0, block);
  return desk_pane_get_view (self);
}

void
desk_pane_set_n_cards (GtkListBox *cards, guint n_cards, GtkWidget *(*make) (void) )
{
  guint n_rows = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (cards));

  while (gtk_list_box_get_row_at_index (cards, n_rows) != NULL)
    n_rows++;
  for (; n_rows < n_cards; n_rows++)
    gtk_list_box_append (cards, make ());
  for (; n_rows > n_cards; n_rows--)
    gtk_list_box_remove (cards, GTK_WIDGET (gtk_list_box_get_row_at_index (cards, n_rows - 1)));
}
