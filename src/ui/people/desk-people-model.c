/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-people-model.h"

struct _DeskPeopleModel
{
  GObject parent_instance;

  GPtrArray *rows;
  BulFlowPeople *people;
};

struct _DeskPeopleItem
{
  GObject parent_instance;

  DeskPeopleModel *model;
  gconstpointer row;
};

static void desk_people_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (DeskPeopleItem, desk_people_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (DeskPeopleModel,
                               desk_people_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      desk_people_model_iface_init))

static void
desk_people_item_finalize (GObject *object)
{
  g_object_unref (DESK_PEOPLE_ITEM (object)->model);

  G_OBJECT_CLASS (desk_people_item_parent_class)->finalize (object);
}

static void
desk_people_item_class_init (DeskPeopleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_people_item_finalize;
}

static void
desk_people_item_init (DeskPeopleItem *self)
{
}

gconstpointer
desk_people_item_get (DeskPeopleItem *self)
{
  g_return_val_if_fail (DESK_IS_PEOPLE_ITEM (self), NULL);

  return self->row;
}

static GType
desk_people_model_get_item_type (GListModel *model)
{
  return DESK_TYPE_PEOPLE_ITEM;
}

static guint
desk_people_model_get_n_items (GListModel *model)
{
  return DESK_PEOPLE_MODEL (model)->rows->len;
}

static gpointer
desk_people_model_get_item (GListModel *model, guint position)
{
  DeskPeopleModel *self = DESK_PEOPLE_MODEL (model);
  DeskPeopleItem *item;

  if (position >= self->rows->len)
    return NULL;
  item = g_object_new (DESK_TYPE_PEOPLE_ITEM, NULL);
  item->model = g_object_ref (self);
  item->row = self->rows->pdata[position];
  return item;
}

static void
desk_people_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_people_model_get_item_type;
  iface->get_n_items = desk_people_model_get_n_items;
  iface->get_item = desk_people_model_get_item;
}

static void
desk_people_model_finalize (GObject *object)
{
  DeskPeopleModel *self = DESK_PEOPLE_MODEL (object);

  g_ptr_array_unref (self->rows);
  bul_flow_people_unref (self->people);

  G_OBJECT_CLASS (desk_people_model_parent_class)->finalize (object);
}

static void
desk_people_model_class_init (DeskPeopleModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_people_model_finalize;
}

static void
desk_people_model_init (DeskPeopleModel *self)
{
}

DeskPeopleModel *
desk_people_model_new (GPtrArray *rows, BulFlowPeople *people)
{
  DeskPeopleModel *self = g_object_new (DESK_TYPE_PEOPLE_MODEL, NULL);

  self->rows = g_ptr_array_ref (rows);
  self->people = people == NULL ? NULL : bul_flow_people_ref (people);
  return self;
}

/* How rows of one sort are shown. */
typedef struct
{
  GType widget;
  DeskPeopleShow show;
} Looks;

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Looks *looks)
{
  gtk_list_item_set_child (item, g_object_new (looks->widget, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Looks *looks)
{
  looks->show (gtk_list_item_get_child (item),
               desk_people_item_get (gtk_list_item_get_item (item)));
}

static void
looks_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkListItemFactory *
desk_people_factory_new (GType widget, DeskPeopleShow show)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Looks *looks = g_new (Looks, 1);

  *looks = (Looks){ widget, show };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), looks, looks_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), looks);
  return factory;
}

void
desk_people_row_set_name (GtkWidget *widget, const char *name)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
