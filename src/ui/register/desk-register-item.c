/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-item.h"

#include "bul-normal.h"

struct _DeskRegisterItem
{
  GObject parent_instance;

  GPtrArray *rows;
  const BulRegisterRow *row;
  char *folded; /* NULL until it was asked for */
};

G_DEFINE_FINAL_TYPE (DeskRegisterItem, desk_register_item, G_TYPE_OBJECT)

static void
desk_register_item_finalize (GObject *object)
{
  DeskRegisterItem *self = DESK_REGISTER_ITEM (object);

  g_ptr_array_unref (self->rows);
  g_free (self->folded);

  G_OBJECT_CLASS (desk_register_item_parent_class)->finalize (object);
}

static void
desk_register_item_class_init (DeskRegisterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_register_item_finalize;
}

static void
desk_register_item_init (DeskRegisterItem *self)
{
}

DeskRegisterItem *
desk_register_item_new (GPtrArray *rows, guint i)
{
  DeskRegisterItem *self = g_object_new (DESK_TYPE_REGISTER_ITEM, NULL);

  self->rows = g_ptr_array_ref (rows);
  self->row = rows->pdata[i];
  return self;
}

const BulRegisterRow *
desk_register_item_get_row (DeskRegisterItem *self)
{
  g_return_val_if_fail (DESK_IS_REGISTER_ITEM (self), NULL);

  return self->row;
}

const char *
desk_register_item_get_folded (DeskRegisterItem *self)
{
  const char *const *words;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (DESK_IS_REGISTER_ITEM (self), NULL);

  if (self->folded != NULL)
    return self->folded;
  words = (const char *const[]){ self->row->headline, self->row->was, self->row->now,
                                 self->row->reason,   self->row->by,  self->row->programme };
  text = g_string_new (NULL);
  for (guint i = 0; i < 6; i++)
    if (words[i] != NULL)
      g_string_append_printf (text, "%s\n", words[i]);
  self->folded = bul_fold (text->str, (gssize) text->len);
  return self->folded;
}

gboolean
desk_register_item_is_about (DeskRegisterItem *self, const char *uid, const char *key)
{
  g_return_val_if_fail (DESK_IS_REGISTER_ITEM (self), FALSE);

  return g_strcmp0 (self->row->uid, uid) == 0 && g_strcmp0 (self->row->key, key) == 0;
}

gboolean
desk_register_item_equals (DeskRegisterItem *self, DeskRegisterItem *other)
{
  const BulRegisterRow *a;
  const BulRegisterRow *b;

  g_return_val_if_fail (DESK_IS_REGISTER_ITEM (self) && DESK_IS_REGISTER_ITEM (other), FALSE);

  a = self->row;
  b = other->row;
  return desk_register_item_is_about (self, b->uid, b->key) && a->error_class == b->error_class
         && a->weight == b->weight && a->state == b->state && a->reads == b->reads
         && a->found_by == b->found_by && a->basis == b->basis && a->due == b->due
         && a->late == b->late && g_strcmp0 (a->headline, b->headline) == 0
         && g_strcmp0 (a->programme, b->programme) == 0 && g_strcmp0 (a->aired, b->aired) == 0
         && g_strcmp0 (a->by, b->by) == 0 && g_strcmp0 (a->at, b->at) == 0
         && g_strcmp0 (a->approved_by, b->approved_by) == 0
         && g_strcmp0 (a->published_at, b->published_at) == 0 && g_strcmp0 (a->was, b->was) == 0
         && g_strcmp0 (a->now, b->now) == 0 && g_strcmp0 (a->reason, b->reason) == 0
         && g_strcmp0 (a->targets, b->targets) == 0 && g_strcmp0 (a->kinds, b->kinds) == 0
         && g_strcmp0 (a->due_on, b->due_on) == 0;
}
