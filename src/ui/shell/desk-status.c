/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-status.h"

#include <glib/gi18n.h>

#include "desk-wording.h"

struct _DeskStatus
{
  GtkBox parent_instance;

  GtkLabel *counts;
  GtkLabel *language;
  GtkWidget *save;
  GtkImage *save_icon;
  GtkLabel *save_words;

  DeskDocument *document;
  GSignalGroup *signals;
};

enum
{
  PROP_DOCUMENT = 1,
};

G_DEFINE_FINAL_TYPE (DeskStatus, desk_status, GTK_TYPE_BOX)

static char *
describe_script (const BulScript *script)
{
  g_autofree char *lines = NULL;
  g_autofree char *bites = NULL;
  guint n_bites = 0;

  if (script == NULL)
    return g_strdup ("");

  for (guint i = 0; i < script->blocks->len; i++)
    n_bites += ((const BulBlock *) script->blocks->pdata[i])->kind == BUL_BLOCK_BITE;

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", script->blocks->len),
                           script->blocks->len);
  if (n_bites == 0)
    return g_steal_pointer (&lines);
  bites = g_strdup_printf (ngettext ("%u soundbite", "%u soundbites", n_bites), n_bites);
  return g_strdup_printf ("%s · %s", lines, bites);
}

static void
show_script (DeskStatus *self)
{
  const BulScript *script = self->document == NULL
                                ? NULL
                                : bul_story_get_script (desk_document_get_story (self->document));
  g_autofree char *counts = describe_script (script);

  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->language,
                       desk_wording_for_language (script == NULL ? NULL : script->language));
}

static char *
describe_save (DeskSaveState state, const char *detail)
{
  switch (state)
    {
    case DESK_SAVE_UNSAVED:
      return g_strdup (_ ("Unsaved edits"));
    case DESK_SAVE_SAVING:
      return g_strdup (_ ("Saving…"));
    case DESK_SAVE_FAILED:
      return g_strdup (_ ("Not saved"));
    case DESK_SAVE_SAVED:
    default:
      return detail == NULL ? g_strdup (_ ("Saved")) : g_strdup_printf (_ ("Saved %s"), detail);
    }
}

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  /* nothing to worry about */
  [DESK_SAVE_SAVED] = { "object-select-symbolic", "save-ok" },
  [DESK_SAVE_UNSAVED] = { "document-edit-symbolic", "dim" },
  [DESK_SAVE_SAVING] = { "document-save-symbolic", "dim" },
  /* something to do */
  [DESK_SAVE_FAILED] = { "dialog-error-symbolic", "error-words" },
};

static void
show_save (DeskStatus *self)
{
  DeskSaveState state;
  const char *css_classes[2] = { NULL, NULL };
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->save, self->document != NULL);
  if (self->document == NULL)
    return;

  state = desk_document_get_save_state (self->document);
  css_classes[0] = looks[state].css_class;
  words = describe_save (state, desk_document_get_save_detail (self->document));
  gtk_widget_set_css_classes (GTK_WIDGET (self->save_icon), css_classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->save_words), css_classes);
  gtk_image_set_from_icon_name (self->save_icon, looks[state].icon);
  gtk_label_set_label (self->save_words, words);
}

static void
changed_cb (DeskStatus *self)
{
  show_script (self);
}

static void
save_state_changed_cb (DeskStatus *self)
{
  show_save (self);
}

static void
desk_status_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskStatus *self = DESK_STATUS (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_set_object (&self->document, g_value_get_object (value));
      g_signal_group_set_target (self->signals, self->document);
      show_script (self);
      show_save (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_status_dispose (GObject *object)
{
  DeskStatus *self = DESK_STATUS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (desk_status_parent_class)->dispose (object);
}

static void
desk_status_class_init (DeskStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_status_dispose;
  object_class->set_property = desk_status_set_property;
  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/shell/desk-status.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, counts);
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, language);
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, save);
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, save_icon);
  gtk_widget_class_bind_template_child (widget_class, DeskStatus, save_words);
}

static void
desk_status_init (DeskStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::save-state",
                                  G_CALLBACK (save_state_changed_cb), self);
}
