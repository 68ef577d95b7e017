/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-measure.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-pace.h"
#include "desk-label.h"

#define WIDTH 560

/* Nobody has read it all by then. */
#define SHORTEST_SECONDS 3

typedef struct
{
  GtkWindow *window;
  GtkButton *button;
  GtkButton *take;
  GtkLabel *result;
  BulSpoken language;
  gint64 started; /* 0: not being read */
  guint rate;
  DeskMeasured done;
  GWeakRef owner;
} Measure;

/* Everyday sentences with figures in them, about as long as a lead. */
static const char *const texts[] = {
  [BUL_SPOKEN_KOREAN] = "오늘 아침 해란도를 오가는 여객선이 석 달 만에 다시 떴습니다. 첫 배에는 "
                        "주민 118명과 쌀 9톤이 실렸습니다. "
                        "지난 겨울 폭풍으로 무너진 선착장은 말뚝 16개를 새로 박아 지었습니다. "
                        "공사비는 모두 12억 원이 들었습니다. "
                        "여객선은 다음 달 말까지 하루 두 차례 운항하고, 물결이 높은 날에는 쉽니다.",
  [BUL_SPOKEN_ENGLISH]
  = "The ferry to Haeran Island sailed again this morning, after three months in harbor. On board "
    "were 118 islanders and nine tons of rice. A storm had torn down the landing stage last "
    "winter; "
    "it now stands on 16 new piles. The work cost 1.2 billion won. Until the end of next month the "
    "ferry will sail twice a day, and stay in port when the waves are high.",
};

guint
desk_measure_rate (const char *text, BulSpoken language, double seconds)
{
  double units = bul_spoken_count (text, language, 0, G_MAXUINT);

  return (guint) CLAMP (units * 60 / MAX (seconds, 1) + 0.5, BUL_PACE_LEAST, BUL_PACE_MOST);
}

static void
measure_free (gpointer data)
{
  Measure *self = data;

  g_weak_ref_clear (&self->owner);
  g_free (self);
}

/* One of the two is what is to be done next. */
static void
suggest (Measure *self, GtkButton *next)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_widget_remove_css_class (GTK_WIDGET (self->take), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (next), "suggested-action");
  gtk_window_set_default_widget (self->window, GTK_WIDGET (next));
}

static void
start (Measure *self)
{
  self->started = g_get_monotonic_time ();
  gtk_button_set_label (self->button, _ ("_Done"));
  gtk_label_set_label (self->result, _ ("Read on to the end, as you read on air."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  suggest (self, self->button);
}

static void
stop (Measure *self)
{
  double seconds = (g_get_monotonic_time () - self->started) / (double) G_USEC_PER_SEC;
  g_autofree char *words = NULL;

  self->started = 0;
  gtk_button_set_label (self->button, _ ("_Again"));
  if (seconds < SHORTEST_SECONDS)
    {
      gtk_label_set_label (self->result, _ ("That was too short to have been read."));
      return;
    }
  self->rate = desk_measure_rate (texts[self->language], self->language, seconds);
  words = g_strdup_printf (self->language == BUL_SPOKEN_KOREAN ? _ ("%u syllables a minute")
                                                               : _ ("%u words a minute"),
                           self->rate);
  gtk_label_set_label (self->result, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), TRUE);
  suggest (self, self->take);
  gtk_widget_grab_focus (GTK_WIDGET (self->take));
}

static void
pressed_cb (Measure *self)
{
  if (self->started == 0)
    start (self);
  else
    stop (self);
}

static void
take_cb (Measure *self)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  if (owner != NULL)
    self->done (self->rate, owner);
  gtk_window_close (self->window);
}

static GtkLabel *
make_label (const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  desk_label_set_text (label, text);
  return label;
}

static GtkWidget *
make_buttons (Measure *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Start")));
  self->take = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Use This Rate")));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->take));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (take_cb), self);
  return row;
}

static GtkWidget *
make_page (Measure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkLabel *text = make_label (texts[self->language], "measured");

  self->result = make_label (_ ("Press Start, read this aloud, and press Done."), "dim");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  return box;
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
desk_measure_open (GtkWindow *parent, BulSpoken language, DeskMeasured done, GObject *owner)
{
  Measure *self = g_new0 (Measure, 1);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = GTK_WINDOW (window);
  self->language = language;
  self->done = done;
  g_weak_ref_init (&self->owner, owner);
  g_object_set_data_full (G_OBJECT (window), "measure", self, measure_free);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_page (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (self->window, _ ("Measure by Reading Aloud"));
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, WIDTH, -1);
  suggest (self, self->button);
  close_on_escape (window);
  gtk_window_present (self->window);
  return window;
}
