/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tag-deed.h"

struct _DeskTagDeed
{
  gatomicrefcount count;
  GPtrArray *uids;
  GPtrArray *changes;
};

G_DEFINE_BOXED_TYPE (DeskTagDeed, desk_tag_deed, desk_tag_deed_ref, desk_tag_deed_unref)

static void
change_free (gpointer data)
{
  DeskTagChange *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

DeskTagDeed *
desk_tag_deed_new (const GPtrArray *uids)
{
  DeskTagDeed *self = g_new0 (DeskTagDeed, 1);

  g_atomic_ref_count_init (&self->count);
  self->uids = g_ptr_array_new_full (uids->len, g_free);
  for (guint i = 0; i < uids->len; i++)
    g_ptr_array_add (self->uids, g_strdup (uids->pdata[i]));
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

DeskTagDeed *
desk_tag_deed_ref (DeskTagDeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
desk_tag_deed_unref (DeskTagDeed *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->count))
    return;
  g_ptr_array_unref (self->uids);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

void
desk_tag_deed_add (DeskTagDeed *self, BulTagDeed deed, const char *code, const char *name)
{
  DeskTagChange *change;

  g_return_if_fail (self != NULL && code != NULL && name != NULL);

  change = g_new (DeskTagChange, 1);
  *change = (DeskTagChange){ deed, g_strdup (code), g_strdup (name) };
  g_ptr_array_add (self->changes, change);
}

const GPtrArray *
desk_tag_deed_get_uids (const DeskTagDeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uids;
}

const GPtrArray *
desk_tag_deed_get_changes (const DeskTagDeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

const DeskTagChange *
desk_tag_deed_get_given (const DeskTagDeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->changes->len; i > 0; i--)
    {
      const DeskTagChange *change = self->changes->pdata[i - 1];

      if (change->deed == BUL_TAG_DEED_ADD)
        return change;
    }
  return NULL;
}
