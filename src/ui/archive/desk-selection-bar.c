/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-selection-bar.h"

#include <glib/gi18n.h>

#include "desk-still.h"
#include "desk-tagger.h"
#include "desk-working.h"

/* Milliseconds for which nothing is said of what is under way. */
#define PATIENCE 1000

/* Milliseconds that the bar takes to come. */
#define SLIDE 150

struct _DeskSelectionBar
{
  AdwBin parent_instance;

  DeskWorking *working;
  GtkRevealer *foot;
  GtkWidget *bar;
  GtkLabel *ticked;
  GtkWidget *tag;

  DeskFoundList *list;
  DeskAsker *asker;
  DeskTagger *tagger;
  GCancellable *gathering; /* of the stories whose tags are asked for, or NULL */
  DeskTagSet *set;         /* whose tags are shown once the bar is there, or NULL */
  guint still_id;
  char *last;
  gint64 since;           /* when what is under way began, or 0 */
  gboolean wants_tags;    /* as soon as all are known */
  gboolean wants_export;  /* then as well */
  gboolean ticked_to_tag; /* nobody had ticked them */
};

enum
{
  DECIDED,
  EXPORTED,
  STOPPED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSelectionBar, desk_selection_bar, ADW_TYPE_BIN)

static void
tick_all_cb (DeskSelectionBar *self)
{
  desk_found_list_tick_all (self->list);
}

static void
tick_none_cb (DeskSelectionBar *self)
{
  desk_found_list_tick_none (self->list);
}

static void
stop_cb (DeskSelectionBar *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
forget_set (DeskSelectionBar *self)
{
  desk_still_stop (self->tag, &self->still_id);
  g_clear_pointer (&self->set, desk_tag_set_free);
}

/* Who asked for the tags of what was found before does not want those of anything else. */
static void
forget_gathering (DeskSelectionBar *self)
{
  self->ticked_to_tag = FALSE;
  g_cancellable_cancel (self->gathering);
  g_clear_object (&self->gathering);
  forget_set (self);
}

static void
ticked_cb (DeskSelectionBar *self)
{
  guint n_ticked = desk_found_list_get_n_ticked (self->list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  /* Translators: 50 of the 56 stories that were found. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u chosen"), n_ticked, n);

  if (n_ticked > 0)
    gtk_label_set_text (self->ticked, words);
  else
    forget_gathering (self);
  gtk_revealer_set_reveal_child (self->foot, n_ticked > 0);
}

/* --- tags */

/* What was ticked only to be tagged was no choice of anybody's. */
static void
untick (DeskSelectionBar *self)
{
  if (self->ticked_to_tag)
    desk_found_list_tick_none (self->list);
  self->ticked_to_tag = FALSE;
}

static void
closed_cb (DeskSelectionBar *self)
{
  untick (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* The keys leave the popover before it closes: a window of GTK 4.8 never lets go of one that has
 * them then, if they are given to anything else. */
static void
decided_cb (DeskSelectionBar *self, DeskTagDeed *deed)
{
  g_signal_emit (self, signals[LEFT], 0);
  g_signal_emit (self, signals[DECIDED], 0, deed);
}

static void
in_place_cb (gpointer data)
{
  DeskSelectionBar *self = data;

  self->still_id = 0;
  desk_tagger_open (self->tagger, g_steal_pointer (&self->set), self->last);
}

static void
desk_selection_bar_unmap (GtkWidget *widget)
{
  DeskSelectionBar *self = DESK_SELECTION_BAR (widget);

  if (self->set != NULL)
    untick (self);
  forget_set (self);

  GTK_WIDGET_CLASS (desk_selection_bar_parent_class)->unmap (widget);
}

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskSelectionBar) self = data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (DeskTagSet) set = desk_finder_gather_finish (DESK_FINDER (source), result, NULL);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->gathering);
  if (set == NULL || set->uids->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      untick (self);
      return;
    }
  self->set = g_steal_pointer (&set);
  self->still_id = desk_still_wait (self->tag, in_place_cb, self);
}

/* Somebody waits for the tags, and not for the bar to slide. */
static void
tick_to_tag (DeskSelectionBar *self)
{
  gtk_revealer_set_transition_duration (self->foot, 0);
  desk_found_list_tick_all (self->list);
  gtk_revealer_set_transition_duration (self->foot, SLIDE);
  self->ticked_to_tag = TRUE;
}

/* The stories are those that are ticked now, whatever is found meanwhile. */
static void
gather (DeskSelectionBar *self)
{
  g_autoptr (GArray) docids = NULL;

  forget_set (self);
  if (desk_found_list_get_n_ticked (self->list) == 0)
    tick_to_tag (self);
  docids = desk_found_list_dup_ticked (self->list);
  g_cancellable_cancel (self->gathering);
  g_clear_object (&self->gathering);
  if (docids->len == 0)
    {
      self->ticked_to_tag = FALSE;
      return;
    }
  self->gathering = g_cancellable_new ();
  desk_finder_gather_async (desk_asker_get_finder (self->asker),
                            desk_asker_get_question (self->asker), docids, self->gathering,
                            gathered_cb, g_object_ref (self));
}

/* What was typed since is another question. */
static void
failed_cb (DeskSelectionBar *self)
{
  self->wants_tags = FALSE;
  self->wants_export = FALSE;
}

void
desk_selection_bar_tag (DeskSelectionBar *self, const char *last)
{
  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  if (desk_selection_bar_is_open (self) || desk_asker_get_finder (self->asker) == NULL)
    return;
  g_free (self->last);
  self->last = g_strdup (last);
  self->wants_tags = TRUE;
}

void
desk_selection_bar_export (DeskSelectionBar *self)
{
  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  self->wants_export = desk_asker_get_finder (self->asker) != NULL;
}

/* As with tags: those that are ticked, or all. */
static void
export_set (DeskSelectionBar *self)
{
  g_autoptr (GArray) docids = desk_found_list_get_n_ticked (self->list) > 0
                                  ? desk_found_list_dup_ticked (self->list)
                                  : desk_found_list_dup_all (self->list);

  if (docids->len > 0)
    g_signal_emit (self, signals[EXPORTED], 0, docids);
}

void
desk_selection_bar_settle (DeskSelectionBar *self)
{
  gboolean wants_tags;
  gboolean wants_export;

  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  if (desk_asker_is_waiting (self->asker) || !desk_asker_is_counted (self->asker))
    return;
  wants_tags = self->wants_tags;
  wants_export = self->wants_export;
  self->wants_tags = FALSE;
  self->wants_export = FALSE;
  if (wants_tags)
    gather (self);
  if (wants_export)
    export_set (self);
}

gboolean
desk_selection_bar_is_open (DeskSelectionBar *self)
{
  g_return_val_if_fail (DESK_IS_SELECTION_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->tagger));
}

void
desk_selection_bar_yes (DeskSelectionBar *self)
{
  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  desk_tagger_yes (self->tagger);
}

void
desk_selection_bar_count_again (DeskSelectionBar *self)
{
  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  desk_asker_count_again (self->asker);
}

void
desk_selection_bar_show_progress (DeskSelectionBar *self, const char *name, guint n_done, guint n)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  if (self->since == 0)
    self->since = now;
  if (n_done >= n)
    self->since = 0;
  if (self->since == 0)
    desk_working_hide (self->working);
  if (self->since == 0 || now - self->since < PATIENCE * 1000)
    return;
  /* Translators: so many of so many stories are done. */
  words = g_strdup_printf (ngettext ("%u of %u story", "%u of %u stories", n), n_done, n);
  desk_working_show (self->working, name, (double) n_done / n, words);
}

static void
desk_selection_bar_dispose (GObject *object)
{
  DeskSelectionBar *self = DESK_SELECTION_BAR (object);

  g_cancellable_cancel (self->gathering);
  g_clear_object (&self->gathering);
  forget_set (self);
  if (self->tagger != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->tagger));
  self->tagger = NULL;
  g_clear_object (&self->list);
  g_clear_object (&self->asker);

  G_OBJECT_CLASS (desk_selection_bar_parent_class)->dispose (object);
}

static void
desk_selection_bar_finalize (GObject *object)
{
  g_free (DESK_SELECTION_BAR (object)->last);

  G_OBJECT_CLASS (desk_selection_bar_parent_class)->finalize (object);
}

static void
desk_selection_bar_class_init (DeskSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_selection_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_selection_bar_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = desk_selection_bar_unmap;
  signals[DECIDED] = g_signal_new ("decided", DESK_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_TAG_DEED);
  signals[EXPORTED] = g_signal_new ("exported", DESK_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[STOPPED] = g_signal_new ("stopped", DESK_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_WORKING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSelectionBar, working);
  gtk_widget_class_bind_template_child (widget_class, DeskSelectionBar, foot);
  gtk_widget_class_bind_template_child (widget_class, DeskSelectionBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskSelectionBar, ticked);
  gtk_widget_class_bind_template_child (widget_class, DeskSelectionBar, tag);
  gtk_widget_class_bind_template_callback (widget_class, tick_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, tick_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

/* The popover belongs to the bar, whose layout knows of popovers, and points at the button. */
static void
desk_selection_bar_init (DeskSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tagger = g_object_new (DESK_TYPE_TAGGER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->tagger), gtk_widget_get_parent (self->tag));
  g_signal_connect_object (self->tagger, "decided", G_CALLBACK (decided_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tagger, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

void
desk_selection_bar_join (DeskSelectionBar *self, DeskFoundList *list, DeskAsker *asker)
{
  g_return_if_fail (DESK_IS_SELECTION_BAR (self));

  g_set_object (&self->list, list);
  g_set_object (&self->asker, asker);
  g_signal_connect_object (list, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (asker, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}
