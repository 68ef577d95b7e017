/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-document.h"

struct _DeskDocument
{
  GObject parent_instance;

  BulHistory *history;
  DeskFindings *findings;
  GPtrArray *lexicons; /* of BulLexicon, or NULL */
  DeskReadTime *read_time;
  DeskChanges *changes;
  BulEdit *composing;
  BulJournal *restored;
  BulJournal *live;
  GPtrArray *conflicts; /* of BulJournal */
  char *headline;
  gboolean modified;
  DeskSaveState save_state;
  char *save_detail;
};

enum
{
  PROP_HEADLINE = 1,
  PROP_MODIFIED,
  PROP_SAVE_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  COMPOSING,
  LEXICONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (DeskSaveState,
                    desk_save_state,
                    G_DEFINE_ENUM_VALUE (DESK_SAVE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (DESK_SAVE_UNSAVED, "unsaved"),
                    G_DEFINE_ENUM_VALUE (DESK_SAVE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (DESK_SAVE_FAILED, "failed"))

G_DEFINE_TYPE (DeskDocument, desk_document, G_TYPE_OBJECT)

static void
refresh_headline (DeskDocument *self)
{
  const char *headline = bul_story_get_headline (bul_history_get_story (self->history));

  if (g_strcmp0 (self->headline, headline) == 0)
    return;
  g_free (self->headline);
  self->headline = g_strdup (headline);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADLINE]);
}

static void
refresh_modified (DeskDocument *self)
{
  gboolean modified = bul_history_is_modified (self->history);

  if (self->modified == modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/* Typing and undo make a saved document unsaved and back; a save under way or a failure is for who
 * saves to end. */
static void
refresh_save_state (DeskDocument *self)
{
  if (self->save_state == DESK_SAVE_SAVED && self->modified)
    desk_document_set_save_state (self, DESK_SAVE_UNSAVED, NULL);
  else if (self->save_state == DESK_SAVE_UNSAVED && !self->modified)
    desk_document_set_save_state (self, DESK_SAVE_SAVED, NULL);
}

static void
history_changed_cb (DeskDocument *self)
{
  refresh_headline (self);
  refresh_modified (self);
  refresh_save_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
desk_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DeskDocument *self = DESK_DOCUMENT (object);

  switch (id)
    {
    case PROP_HEADLINE:
      g_value_set_string (value, self->headline);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->save_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_document_finalize (GObject *object)
{
  DeskDocument *self = DESK_DOCUMENT (object);

  g_signal_handlers_disconnect_by_data (self->history, self);
  g_object_unref (self->findings);
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  g_object_unref (self->read_time);
  g_object_unref (self->changes);
  bul_record_free (self->composing);
  bul_record_free (self->restored);
  bul_record_free (self->live);
  g_ptr_array_unref (self->conflicts);
  g_object_unref (self->history);
  g_free (self->headline);
  g_free (self->save_detail);
  G_OBJECT_CLASS (desk_document_parent_class)->finalize (object);
}

static void
desk_document_class_init (DeskDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_document_get_property;
  object_class->finalize = desk_document_finalize;

  properties[PROP_HEADLINE] = g_param_spec_string ("headline", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_SAVE_STATE]
      = g_param_spec_enum ("save-state", NULL, NULL, DESK_TYPE_SAVE_STATE, DESK_SAVE_SAVED, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[COMPOSING] = g_signal_new ("composing", DESK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[LEXICONS_CHANGED] = g_signal_new ("lexicons-changed", DESK_TYPE_DOCUMENT,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_document_init (DeskDocument *self)
{
  self->conflicts = bul_records_new ();
  self->save_state = DESK_SAVE_SAVED;
}

DeskDocument *
desk_document_new (BulStory *story)
{
  g_autoptr (BulHistory) history = bul_history_new (story);

  return desk_document_new_for_history (history);
}

DeskDocument *
desk_document_new_for_history (BulHistory *history)
{
  DeskDocument *self = g_object_new (DESK_TYPE_DOCUMENT, NULL);

  self->history = g_object_ref (history);
  self->findings = desk_findings_new (self->history);
  self->read_time = desk_read_time_new (self->history);
  self->changes = desk_changes_new (self->history);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (history_changed_cb), self);
  refresh_headline (self);
  refresh_modified (self);
  refresh_save_state (self);
  return self;
}

void
desk_document_set_opened (DeskDocument *self,
                          const BulJournal *restored,
                          const BulJournal *live,
                          const GPtrArray *conflicts)
{
  g_return_if_fail (DESK_IS_DOCUMENT (self));

  g_clear_pointer (&self->restored, bul_record_free);
  g_clear_pointer (&self->live, bul_record_free);
  g_ptr_array_set_size (self->conflicts, 0);
  self->restored = restored == NULL ? NULL : bul_record_copy (restored);
  self->live = live == NULL ? NULL : bul_record_copy (live);
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    g_ptr_array_add (self->conflicts, bul_record_copy (conflicts->pdata[i]));
}

const BulJournal *
desk_document_get_restored (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->restored;
}

const BulJournal *
desk_document_get_live (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->live;
}

const GPtrArray *
desk_document_get_conflicts (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->conflicts;
}

void
desk_document_set_composing (DeskDocument *self, BulEdit *edit)
{
  g_return_if_fail (DESK_IS_DOCUMENT (self));

  if (self->composing == NULL && edit == NULL)
    return;
  bul_record_free (self->composing);
  self->composing = edit;
  g_signal_emit (self, signals[COMPOSING], 0);
}

const BulEdit *
desk_document_get_composing (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->composing;
}

BulHistory *
desk_document_get_history (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->history;
}

const BulStory *
desk_document_get_story (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return bul_history_get_story (self->history);
}

DeskFindings *
desk_document_get_findings (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->findings;
}

void
desk_document_set_lexicons (DeskDocument *self, GPtrArray *lexicons)
{
  g_return_if_fail (DESK_IS_DOCUMENT (self));

  if (self->lexicons == lexicons)
    return;
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  self->lexicons = g_ptr_array_ref (lexicons);
  desk_findings_set_lexicons (self->findings, lexicons);
  g_signal_emit (self, signals[LEXICONS_CHANGED], 0);
}

GPtrArray *
desk_document_get_lexicons (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->lexicons;
}

DeskReadTime *
desk_document_get_read_time (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->read_time;
}

DeskChanges *
desk_document_get_changes (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->changes;
}

const char *
desk_document_get_headline (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->headline;
}

gboolean
desk_document_get_modified (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

DeskSaveState
desk_document_get_save_state (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), DESK_SAVE_SAVED);

  return self->save_state;
}

const char *
desk_document_get_save_detail (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->save_detail;
}

void
desk_document_set_save_state (DeskDocument *self, DeskSaveState state, const char *detail)
{
  g_return_if_fail (DESK_IS_DOCUMENT (self));

  if (state == DESK_SAVE_SAVED && self->modified)
    state = DESK_SAVE_UNSAVED;
  if (self->save_state == state && g_strcmp0 (self->save_detail, detail) == 0)
    return;
  g_free (self->save_detail);
  self->save_detail = g_strdup (detail);
  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}
