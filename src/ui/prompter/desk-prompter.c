/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-prompter.h"

#include <glib/gi18n.h>

#include "desk-prompter-resources.h"
#include "desk-wording.h"

#define SIZE_STEP 4
#define SPEED_STEP 5

struct _DeskPrompter
{
  GtkWidget parent_instance;

  DeskPrompterText *text;
  GtkWidget *nothing;
  GtkWidget *head;
  GtkLabel *section;
  GtkLabel *headline;
  GtkLabel *left;
  GtkLabel *total;
  GtkLabel *clock;
  GtkProgressBar *progress;
  GtkWidget *foot;
  GtkLabel *speed;
  GtkLabel *size;
  GtkLabel *mirror;
  GtkLabel *run;
  GtkImage *run_icon;
  GtkWidget *run_button;
  GtkWidget *mirror_button;

  DeskDocument *document;
  GSettings *settings;
  gboolean is_mirrored;
  guint clock_id;
  gboolean shows_running;
};

enum
{
  PROP_DOCUMENT = 1,
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPrompter, desk_prompter, GTK_TYPE_WIDGET)

/* What stays the same is not set again: it is asked for with every frame. */
static void
show (GtkLabel *label, const char *words)
{
  if (!g_str_equal (gtk_label_get_label (label), words))
    gtk_label_set_label (label, words);
}

static void
show_time (DeskPrompter *self)
{
  double seconds_left = desk_prompter_text_get_left (self->text);
  double seconds = desk_prompter_text_get_total (self->text);
  g_autofree char *left = bul_seconds_dup_clock (seconds_left);
  g_autofree char *whole = bul_seconds_dup_clock (seconds);
  /* Translators: stands after the time that is left to read: 0:34 to go of 1:12. */
  g_autofree char *total = g_strdup_printf (_ ("to go of %s"), whole);
  /* Translators: the time that is left to read, and the time of everything. */
  g_autofree char *value = g_strdup_printf (_ ("%s to go of %s"), left, whole);
  gboolean is_new = !g_str_equal (gtk_label_get_label (self->left), left)
                    || !g_str_equal (gtk_label_get_label (self->total), total);

  show (self->left, left);
  show (self->total, total);
  gtk_progress_bar_set_fraction (self->progress, seconds <= 0 ? 0 : 1 - seconds_left / seconds);
  if (is_new)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
}

static void
show_section (DeskPrompter *self)
{
  const char *section = desk_wording_for_section (desk_prompter_text_get_section (self->text));
  g_autofree char *words = g_utf8_strup (section, -1);

  show (self->section, words);
  gtk_widget_set_visible (GTK_WIDGET (self->section), *section != '\0');
}

static void
show_controls (DeskPrompter *self)
{
  gboolean is_running = desk_prompter_text_get_running (self->text);
  /* Translators: the speed of the prompter. */
  g_autofree char *speed = g_strdup_printf (_ ("%d%%"), desk_prompter_text_get_speed (self->text));
  g_autofree char *size = g_strdup_printf ("%d", desk_prompter_text_get_size (self->text));

  self->shows_running = is_running;
  show (self->speed, speed);
  show (self->size, size);
  show (self->mirror, self->is_mirrored ? C_ ("mirror", "on") : C_ ("mirror", "off"));
  show (self->run, is_running ? _ ("Stop") : _ ("Run"));
  gtk_image_set_from_icon_name (self->run_icon, is_running ? "media-playback-pause-symbolic"
                                                           : "media-playback-start-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->run_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_running ? _ ("Stop") : _ ("Run"), -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->mirror_button), GTK_ACCESSIBLE_STATE_PRESSED,
      self->is_mirrored ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), is_running ? "none" : NULL);
}

static void
moved_cb (DeskPrompter *self)
{
  show_time (self);
  show_section (self);
  gtk_widget_set_visible (self->nothing, desk_prompter_text_is_empty (self->text));
  if (self->shows_running != desk_prompter_text_get_running (self->text))
    show_controls (self);
}

static gboolean
tell_time (gpointer data)
{
  DeskPrompter *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M:%S");

  show (self->clock, time);
  return G_SOURCE_CONTINUE;
}

static void
headline_changed_cb (DeskPrompter *self)
{
  const char *headline
      = self->document == NULL ? NULL : desk_document_get_headline (self->document);

  gtk_label_set_label (self->headline, headline == NULL ? "" : headline);
}

static void
set_speed (DeskPrompter *self, int speed)
{
  desk_prompter_text_set_speed (self->text, speed);
  if (self->settings != NULL)
    g_settings_set_int (self->settings, "prompter-speed",
                        desk_prompter_text_get_speed (self->text));
  show_controls (self);
}

static void
set_size (DeskPrompter *self, int size)
{
  desk_prompter_text_set_size (self->text, size);
  if (self->settings != NULL)
    g_settings_set_int (self->settings, "prompter-size", desk_prompter_text_get_size (self->text));
  show_controls (self);
}

static void
faster (DeskPrompter *self)
{
  set_speed (self, desk_prompter_text_get_speed (self->text) + SPEED_STEP);
}

static void
slower (DeskPrompter *self)
{
  set_speed (self, desk_prompter_text_get_speed (self->text) - SPEED_STEP);
}

void
desk_prompter_larger (DeskPrompter *self)
{
  g_return_if_fail (DESK_IS_PROMPTER (self));

  set_size (self, desk_prompter_text_get_size (self->text) + SIZE_STEP);
}

void
desk_prompter_smaller (DeskPrompter *self)
{
  g_return_if_fail (DESK_IS_PROMPTER (self));

  set_size (self, desk_prompter_text_get_size (self->text) - SIZE_STEP);
}

void
desk_prompter_usual_size (DeskPrompter *self)
{
  g_return_if_fail (DESK_IS_PROMPTER (self));

  set_size (self, DESK_PROMPTER_SIZE_USUAL);
}

static void
mirror (DeskPrompter *self)
{
  self->is_mirrored = !self->is_mirrored;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "prompter-mirror", self->is_mirrored);
  show_controls (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave (DeskPrompter *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
row_up (DeskPrompter *self)
{
  desk_prompter_text_previous_row (self->text);
}

static void
row_down (DeskPrompter *self)
{
  desk_prompter_text_next_row (self->text);
}

static void
next_part (DeskPrompter *self)
{
  desk_prompter_text_next_part (self->text);
}

static void
previous_part (DeskPrompter *self)
{
  desk_prompter_text_previous_part (self->text);
}

static void
go_to_start (DeskPrompter *self)
{
  desk_prompter_text_go_to_start (self->text);
}

static void
go_to_end (DeskPrompter *self)
{
  desk_prompter_text_go_to_end (self->text);
}

void
desk_prompter_run_or_stop (DeskPrompter *self)
{
  g_return_if_fail (DESK_IS_PROMPTER (self));

  desk_prompter_text_set_running (self->text, !desk_prompter_text_get_running (self->text));
}

/* By what keys, on the main part of the keyboard and on the pad. */
static const struct
{
  void (*run) (DeskPrompter *self);
  GdkModifierType modifiers;
  guint keys[3];
} deeds[] = {
  /* the roll */
  { desk_prompter_run_or_stop, 0, { GDK_KEY_F5, GDK_KEY_space, GDK_KEY_KP_Space } },
  { faster, 0, { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up } },
  { slower, 0, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down } },
  /* the place */
  { previous_part, 0, { GDK_KEY_Left, GDK_KEY_KP_Left } },
  { next_part, 0, { GDK_KEY_Right, GDK_KEY_KP_Right } },
  { row_up, 0, { GDK_KEY_Up, GDK_KEY_KP_Up } },
  { row_down, 0, { GDK_KEY_Down, GDK_KEY_KP_Down } },
  { go_to_start, 0, { GDK_KEY_Home, GDK_KEY_KP_Home } },
  { go_to_end, 0, { GDK_KEY_End, GDK_KEY_KP_End } },
  /* the look */
  { mirror, GDK_CONTROL_MASK, { GDK_KEY_m } },
  { desk_prompter_larger, GDK_CONTROL_MASK, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add } },
  { desk_prompter_smaller, GDK_CONTROL_MASK, { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
  { desk_prompter_usual_size, GDK_CONTROL_MASK, { GDK_KEY_0, GDK_KEY_KP_0 } },
  /* back to the desk */
  { leave, 0, { GDK_KEY_Escape } },
  { leave, GDK_CONTROL_MASK, { GDK_KEY_w } },
};

static gboolean
key_cb (GtkWidget *widget, GVariant *number, gpointer data)
{
  deeds[g_variant_get_uint32 (number)].run (DESK_PROMPTER (widget));
  return GDK_EVENT_STOP;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (deeds[i].keys) && deeds[i].keys[j] != 0; j++)
      gtk_widget_class_add_binding (widget_class, deeds[i].keys[j], deeds[i].modifiers, key_cb, "u",
                                    i);
}

/* Whoever reads looks into a glass that turns the picture round; who works the keys does not. */
static void
desk_prompter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskPrompter *self = DESK_PROMPTER (widget);

  gtk_snapshot_save (snapshot);
  if (self->is_mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->text), snapshot);
  gtk_widget_snapshot_child (widget, self->nothing, snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, self->foot, snapshot);
}

static gboolean
desk_prompter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_PROMPTER (widget)->text));
}

static void
desk_prompter_map (GtkWidget *widget)
{
  DeskPrompter *self = DESK_PROMPTER (widget);

  GTK_WIDGET_CLASS (desk_prompter_parent_class)->map (widget);
  tell_time (self);
  self->clock_id = g_timeout_add_seconds (1, tell_time, self);
  show_controls (self);
}

static void
desk_prompter_unmap (GtkWidget *widget)
{
  DeskPrompter *self = DESK_PROMPTER (widget);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  GTK_WIDGET_CLASS (desk_prompter_parent_class)->unmap (widget);
}

static void
set_document (DeskPrompter *self, DeskDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_swapped (document, "notify::headline", G_CALLBACK (headline_changed_cb), self);
  headline_changed_cb (self);
  desk_prompter_text_set_document (self->text, document);
}

static void
desk_prompter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      set_document (DESK_PROMPTER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
desk_prompter_dispose (GObject *object)
{
  DeskPrompter *self = DESK_PROMPTER (object);

  if (self->text != NULL)
    set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_PROMPTER);
  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_prompter_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, text);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, nothing);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, head);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, section);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, left);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, total);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, clock);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, foot);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, speed);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, size);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, mirror);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, run);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, run_icon);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, run_button);
  gtk_widget_class_bind_template_child (widget_class, DeskPrompter, mirror_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "run_or_stop",
                                                G_CALLBACK (desk_prompter_run_or_stop));
  gtk_widget_class_bind_template_callback (widget_class, faster);
  gtk_widget_class_bind_template_callback (widget_class, slower);
  gtk_widget_class_bind_template_callback_full (widget_class, "larger",
                                                G_CALLBACK (desk_prompter_larger));
  gtk_widget_class_bind_template_callback_full (widget_class, "smaller",
                                                G_CALLBACK (desk_prompter_smaller));
  gtk_widget_class_bind_template_callback (widget_class, mirror);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
}

static void
desk_prompter_class_init (DeskPrompterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_prompter_dispose;
  object_class->set_property = desk_prompter_set_property;
  widget_class->snapshot = desk_prompter_snapshot;
  widget_class->grab_focus = desk_prompter_grab_focus;
  widget_class->map = desk_prompter_map;
  widget_class->unmap = desk_prompter_unmap;

  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_PROMPTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_PROMPTER_TEXT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/prompter/desk-prompter.ui");
  bind_children (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "prompter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
desk_prompter_init (DeskPrompter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_controls (self);
}

void
desk_prompter_ensure (void)
{
  /* The linker drops the resource of a static library that nobody names. */
  desk_prompter_get_resource ();
  g_type_ensure (DESK_TYPE_PROMPTER);
}

GtkWidget *
desk_prompter_new (void)
{
  desk_prompter_ensure ();
  return g_object_new (DESK_TYPE_PROMPTER, NULL);
}

void
desk_prompter_set_settings (DeskPrompter *self, GSettings *settings)
{
  g_return_if_fail (DESK_IS_PROMPTER (self));

  if (!g_set_object (&self->settings, settings) || settings == NULL)
    return;
  desk_prompter_text_set_size (self->text, g_settings_get_int (settings, "prompter-size"));
  desk_prompter_text_set_speed (self->text, g_settings_get_int (settings, "prompter-speed"));
  self->is_mirrored = g_settings_get_boolean (settings, "prompter-mirror");
  show_controls (self);
}

gboolean
desk_prompter_get_mirrored (DeskPrompter *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER (self), FALSE);

  return self->is_mirrored;
}

DeskPrompterText *
desk_prompter_get_text (DeskPrompter *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER (self), NULL);

  return self->text;
}
