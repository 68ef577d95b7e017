/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-edit.h"

#include "bul-enum.h"

const char *const bul_edit_kind_words[]
    = { NULL, "text", "split", "join", "add", "remove", "set", BUL_ENUM_END };

static const BulField fields[] = {
  { BUL_FIELD (BulEdit, kind, "kind", BUL_FIELD_WORD), .words = bul_edit_kind_words },
  { BUL_FIELD (BulEdit, on, "on", BUL_FIELD_STRING) },
  { BUL_FIELD (BulEdit, field, "field", BUL_FIELD_STRING) },
  { BUL_FIELD (BulEdit, at, "at", BUL_FIELD_NUMBER) },
  { BUL_FIELD (BulEdit, removed, "removed", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulEdit, inserted, "inserted", BUL_FIELD_STRING), .place = BUL_PLACE_ELEMENT },
  { BUL_FIELD (BulEdit, things, "things", BUL_FIELD_RECORDS), .place = BUL_PLACE_ELEMENT },
};

const BulRecordType bul_edit_type = { "edit", sizeof (BulEdit), fields, G_N_ELEMENTS (fields) };

BulEdit *
bul_edit_new (BulEditKind kind, const char *on, guint at)
{
  BulEdit *edit = bul_record_new (&bul_edit_type);

  edit->kind = kind;
  edit->on = g_strdup (on);
  edit->at = at;
  return edit;
}

BulEdit *
bul_edit_new_set (const char *on, const char *field, const char *before, const char *after)
{
  BulEdit *edit = bul_edit_new (BUL_EDIT_SET, on, 0);

  edit->field = g_strdup (field);
  edit->removed = g_strdup (before);
  edit->inserted = g_strdup (after);
  return edit;
}

static BulEditKind
inverse_kind (BulEditKind kind)
{
  switch (kind)
    {
    case BUL_EDIT_SPLIT:
      return BUL_EDIT_JOIN;
    case BUL_EDIT_JOIN:
      return BUL_EDIT_SPLIT;
    case BUL_EDIT_ADD:
      return BUL_EDIT_REMOVE;
    case BUL_EDIT_REMOVE:
      return BUL_EDIT_ADD;
    case BUL_EDIT_TEXT:
    case BUL_EDIT_SET:
      break;
    }
  return kind;
}

BulEdit *
bul_edit_invert (const BulEdit *self)
{
  BulEdit *inverse = bul_record_copy (self);
  char *removed = inverse->removed;

  inverse->kind = inverse_kind (self->kind);
  inverse->removed = inverse->inserted;
  inverse->inserted = removed;
  return inverse;
}
