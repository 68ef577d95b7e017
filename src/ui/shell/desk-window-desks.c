/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-window-private.h"

/* What an action of the window does on one of the desks, in place of what it does to the script. */
typedef struct
{
  const char *action;
  void (*run) (DeskWindow *self);                  /* or */
  void (*on_pairs) (DeskTranslation *translation); /* both NULL: nothing */
} Deed;

/* A desk: what stands in the middle of the window, and what beside it. */
typedef struct
{
  const char *name;   /* its page among the desks */
  const char *column; /* the page of the left column */
  const char *side;   /* the page of the right one */
  const char *list_key;
  const char *inspector_key; /* the settings that say which sides are shown */
  const Deed *deeds;         /* up to one without a name */
  GtkWidget *(*get_focus) (DeskWindow *self);
} Desk;

static GtkWidget *
get_script (DeskWindow *self)
{
  return self->document == NULL ? GTK_WIDGET (self->stories) : GTK_WIDGET (self->script);
}

/* What is meant for the script, which is not seen, does nothing to it. */
static const Deed archive_deeds[] = {
  /* in the entry */
  { "win.undo", desk_window_undo_in_archive },
  { "win.redo", desk_window_redo_in_archive },
  { "win.find", desk_window_find_in_archive },
  /* on the stories of the list */
  { "win.accept", desk_window_tag_next },
  { "win.tag", desk_window_tag_found },
  { "win.export", desk_window_export_found },
  /* in the script */
  { "win.replace", NULL },
  { "win.next-match", NULL },
  { "win.previous-match", NULL },
  { "win.next-change", NULL },
  { "win.previous-change", NULL },
  { "win.reject", NULL },
  { "win.accept-to-here", NULL },
  { "win.toggle-struck", NULL },
  { "win.save-copy", NULL },
  { "win.compare-versions", NULL },
  { "win.print", NULL },
  { "win.export-pdf", NULL },
  { "win.lock-aired", NULL },
  { "win.raise-correction", NULL },
  { "win.give-reason", NULL },
  { "win.replace-standing", NULL },
  { "win.rename-speaker", NULL },
  { "win.new-note", NULL },
  { "win.tag-person", NULL },
  { "win.check-line", NULL },
  { "win.next-open", NULL },
  { "win.previous-open", NULL },
  { "win.next-finding", NULL },
  { "win.previous-finding", NULL },
  { "win.next-misspelt", NULL },
  { "win.previous-misspelt", NULL },
  { "win.show-speakers", NULL },
  { "win.show-corrections", NULL },
  { "win.show-notes", NULL },
  { "win.show-findings", NULL },
  { "win.show-history", NULL },
  { NULL, NULL },
};

static const Deed people_deeds[] = {
  /* who is who */
  { "win.accept", desk_window_yes_to_people },
  { "win.reject", desk_window_no_to_people },
  { "win.next-open", desk_window_next_of_people },
  { "win.previous-open", desk_window_previous_of_people },
  { "win.rename-speaker", desk_window_edit_person },
  { "win.undo", desk_window_undo_people },
  { "win.redo", desk_window_redo_people },
  { "win.find", desk_window_find_in_archive },
  /* in the script */
  { "win.replace", NULL },
  { "win.next-match", NULL },
  { "win.previous-match", NULL },
  { "win.next-change", NULL },
  { "win.previous-change", NULL },
  { "win.accept-to-here", NULL },
  { "win.toggle-struck", NULL },
  { "win.save-copy", NULL },
  { "win.compare-versions", NULL },
  { "win.print", NULL },
  { "win.export", NULL },
  { "win.export-pdf", NULL },
  { "win.lock-aired", NULL },
  { "win.raise-correction", NULL },
  { "win.give-reason", NULL },
  { "win.replace-standing", NULL },
  { "win.new-note", NULL },
  { "win.tag", NULL },
  { "win.tag-person", NULL },
  { "win.check-line", NULL },
  { "win.next-finding", NULL },
  { "win.previous-finding", NULL },
  { "win.next-misspelt", NULL },
  { "win.previous-misspelt", NULL },
  { "win.show-speakers", NULL },
  { "win.show-corrections", NULL },
  { "win.show-notes", NULL },
  { "win.show-findings", NULL },
  { "win.show-history", NULL },
  { NULL, NULL },
};

static const Deed register_deeds[] = {
  /* on it */
  { "win.undo", desk_window_undo_in_register },
  { "win.redo", desk_window_redo_in_register },
  { "win.find", desk_window_find_in_register },
  { "win.export", desk_window_offer_export_of_register },
  /* in the script */
  { "win.replace", NULL },
  { "win.next-match", NULL },
  { "win.previous-match", NULL },
  { "win.next-change", NULL },
  { "win.previous-change", NULL },
  { "win.accept", desk_window_move_in_register },
  { "win.reject", NULL },
  { "win.accept-to-here", NULL },
  { "win.toggle-struck", NULL },
  { "win.save-copy", NULL },
  { "win.compare-versions", NULL },
  { "win.print", NULL },
  { "win.export-pdf", NULL },
  { "win.lock-aired", NULL },
  { "win.raise-correction", NULL },
  { "win.give-reason", NULL },
  { "win.replace-standing", NULL },
  { "win.rename-speaker", NULL },
  { "win.new-note", NULL },
  { "win.tag", NULL },
  { "win.tag-person", NULL },
  { "win.check-line", NULL },
  { "win.next-open", NULL },
  { "win.previous-open", NULL },
  { "win.next-finding", NULL },
  { "win.previous-finding", NULL },
  { "win.next-misspelt", NULL },
  { "win.previous-misspelt", NULL },
  { NULL, NULL },
};

static GtkWidget *
get_translation (DeskWindow *self)
{
  return desk_translation_get_focus (self->translation);
}

/* The find bar and the lock belong to the script: who asks for them is brought there. */
static void
find_in_script (DeskWindow *self)
{
  desk_window_show_desk (self, "script");
  desk_window_find (self);
}

static void
replace_in_script (DeskWindow *self)
{
  desk_window_show_desk (self, "script");
  desk_window_replace (self);
}

static void
replace_standing_in_script (DeskWindow *self)
{
  desk_window_show_desk (self, "script");
  desk_window_replace_standing (self);
}

static void
next_finding (DeskWindow *self)
{
  desk_window_go_to_finding (self, desk_translation_has_pairs (self->translation)
                                       ? desk_translation_get_next_finding (self->translation)
                                       : desk_view_get_next_finding (self->script));
}

static void
previous_finding (DeskWindow *self)
{
  desk_window_go_to_finding (self, desk_translation_has_pairs (self->translation)
                                       ? desk_translation_get_previous_finding (self->translation)
                                       : desk_view_get_previous_finding (self->script));
}

/* The step may be the one by which the story got its other language, or lost it. */
static void
take_step (DeskWindow *self,
           void (*on_pairs) (DeskTranslation *translation),
           void (*on_script) (DeskView *script))
{
  gboolean had_pairs = desk_translation_has_pairs (self->translation);

  if (had_pairs)
    on_pairs (self->translation);
  else
    on_script (self->script);
  if (desk_translation_has_pairs (self->translation) != had_pairs)
    desk_window_focus_desk (self);
}

static void
undo_in_translation (DeskWindow *self)
{
  take_step (self, desk_translation_undo, desk_view_undo);
}

static void
redo_in_translation (DeskWindow *self)
{
  take_step (self, desk_translation_redo, desk_view_redo);
}

static const Deed pair_deeds[] = {
  { "win.next-finding", .run = next_finding },
  { "win.previous-finding", .run = previous_finding },
  { "win.accept", .run = desk_window_accept_pair },
  { "win.reject", .on_pairs = desk_translation_unlink_and_next },
  { "win.accept-to-here", .on_pairs = desk_translation_confirm_to_here },
  { "win.next-open", .on_pairs = desk_translation_next_open },
  { "win.previous-open", .on_pairs = desk_translation_previous_open },
  { "win.undo", .run = undo_in_translation },
  { "win.redo", .run = redo_in_translation },
  { "win.unlink-pair", .on_pairs = desk_translation_unlink },
  { "win.leave-alone", .on_pairs = desk_translation_leave_alone },
  { "win.join-pairs", .on_pairs = desk_translation_join },
  { "win.split-pair", .on_pairs = desk_translation_split },
  { "win.take-from-next", .on_pairs = desk_translation_take_from_next },
  { "win.give-to-next", .on_pairs = desk_translation_give_to_next },
  { "win.turn-over", .on_pairs = desk_translation_turn_over },
  { "win.next-pair", .on_pairs = desk_translation_next_pair },
  { "win.previous-pair", .on_pairs = desk_translation_previous_pair },
  { "win.insert-chosen", .on_pairs = desk_translation_insert_chosen },
  { "win.replace-by-chosen", .on_pairs = desk_translation_replace_by_chosen },
  { "win.insert-source", .on_pairs = desk_translation_insert_source },
  { "win.replace-by-source", .on_pairs = desk_translation_replace_by_source },
  { "win.new-term", .run = desk_window_new_term },
  { "win.toggle-aids", .run = desk_window_toggle_aids },
  { "win.find", .run = find_in_script },
  { "win.replace", .run = replace_in_script },
  { "win.replace-standing", .run = replace_standing_in_script },
  { "win.next-match", NULL },
  { "win.previous-match", NULL },
  { NULL },
};

/* To add a desk: its page in desk-window.ui, a row here, and one in desk-window-places.c. */
static const Desk desks[] = {
  { "script", "stories", "inspector", "list-visible", "inspector-visible", NULL, get_script },
  { "translation", "stories", "inspector", "translation-list-visible",
    "translation-inspector-visible", pair_deeds, get_translation },
  { "archive", "facets", "preview", "archive-list-visible", "archive-inspector-visible",
    archive_deeds, desk_window_focus_archive },
  { "register", "stories", "inspector", "register-list-visible", "register-inspector-visible",
    register_deeds, desk_window_focus_register },
};

/* The archive while it shows people: what stands beside it is about stories. */
static const Desk people_desk = { "archive",
                                  "facets",
                                  "preview",
                                  "people-list-visible",
                                  "people-inspector-visible",
                                  people_deeds,
                                  desk_window_focus_archive };

/* The archive while it shows statistics, which take the whole width. */
static const Desk statistics_desk = { "archive",
                                      "facets",
                                      "preview",
                                      "statistics-list-visible",
                                      "statistics-inspector-visible",
                                      archive_deeds,
                                      desk_window_focus_archive };

static const Desk *
get_desk (DeskWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->desks);

  if (g_strcmp0 (name, people_desk.name) == 0 && desk_archive_shows_people (self->archive))
    return &people_desk;

  if (g_strcmp0 (name, statistics_desk.name) == 0 && desk_archive_shows_statistics (self->archive))
    return &statistics_desk;

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    if (g_strcmp0 (desks[i].name, name) == 0)
      return &desks[i];
  return &desks[0];
}

gboolean
desk_window_is_on_desk (DeskWindow *self, const char *name)
{
  return g_str_equal (get_desk (self)->name, name);
}

gboolean
desk_window_is_on_people (DeskWindow *self)
{
  return get_desk (self) == &people_desk;
}

gboolean
desk_window_run_on_desk (DeskWindow *self, const char *action)
{
  for (const Deed *deed = get_desk (self)->deeds; deed != NULL && deed->action != NULL; deed++)
    {
      if (strcmp (deed->action, action) != 0)
        continue;
      if (deed->run != NULL)
        deed->run (self);
      if (deed->on_pairs != NULL)
        deed->on_pairs (self->translation);
      return TRUE;
    }
  return FALSE;
}

void
desk_window_focus_desk (DeskWindow *self)
{
  GtkWidget *focus = get_desk (self)->get_focus (self);

  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

/* The stack gives the focus to the first that can have it. */
void
desk_window_show_desk (DeskWindow *self, const char *name)
{
  DeskView *text;
  GtkWidget *focus;

  desk_window_need_desk (self, name);
  text = self->translation == NULL ? NULL : desk_translation_get_view (self->translation);
  adw_view_stack_set_visible_child_name (self->desks, name);
  focus = get_desk (self)->get_focus (self);
  if (desk_window_is_on_desk (self, "translation") && DESK_IS_VIEW (focus))
    focus = GTK_WIDGET (text);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

DeskView *
desk_window_get_view (DeskWindow *self)
{
  return desk_window_is_on_desk (self, "translation")
                 && desk_translation_has_pairs (self->translation)
             ? desk_translation_get_view (self->translation)
             : self->script;
}

static void
go (DeskWindow *self, int direction)
{
  int n_desks = G_N_ELEMENTS (desks);
  int at = 0;

  while (at < n_desks - 1 && !desk_window_is_on_desk (self, desks[at].name))
    at++;
  desk_window_show_desk (self, desks[(at + direction + n_desks) % n_desks].name);
}

void
desk_window_next_desk (DeskWindow *self)
{
  go (self, 1);
}

void
desk_window_previous_desk (DeskWindow *self)
{
  go (self, -1);
}

static void
show_side (DeskWindow *self, AdwFlap *flap, const char *key)
{
  if (self->settings != NULL && !adw_flap_get_folded (flap))
    adw_flap_set_reveal_flap (flap, g_settings_get_boolean (self->settings, key));
}

void
desk_window_follow_desk (DeskWindow *self)
{
  const Desk *desk = get_desk (self);
  GtkWidget *column = gtk_stack_get_child_by_name (self->column, desk->column);

  gtk_stack_set_visible_child (self->column, column);
  adw_window_title_set_title (self->column_title,
                              gtk_stack_page_get_title (gtk_stack_get_page (self->column, column)));
  gtk_stack_set_visible_child_name (self->side, desk->side);
  show_side (self, self->outer, desk->list_key);
  show_side (self, self->inner, desk->inspector_key);
  desk_window_update_actions (self);
  desk_window_update_panes (self);
  if (self->library != NULL)
    desk_window_look_for_counterpart (self);
}

static gboolean *
get_was_folded (DeskWindow *self, AdwFlap *flap)
{
  return flap == self->outer ? &self->list_was_folded : &self->inspector_was_folded;
}

/* Folding hides a side as well, and unfolding shows it: only what a person chose while there was
 * room is remembered. */
static void
side_shown_cb (DeskWindow *self, GParamSpec *pspec, AdwFlap *flap)
{
  const Desk *desk = get_desk (self);

  if (!adw_flap_get_folded (flap) && !*get_was_folded (self, flap))
    g_settings_set_boolean (self->settings,
                            flap == self->outer ? desk->list_key : desk->inspector_key,
                            adw_flap_get_reveal_flap (flap));
}

/* A side that is put away leaves the keys to the desk. */
static void
side_hidden_cb (DeskWindow *self, GParamSpec *pspec, AdwFlap *flap)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!adw_flap_get_reveal_flap (flap) && focus != NULL
      && gtk_widget_is_ancestor (focus, adw_flap_get_flap (flap)))
    desk_window_focus_desk (self);
}

/* Comes after the side was shown. */
static void
side_folded_cb (DeskWindow *self, GParamSpec *pspec, AdwFlap *flap)
{
  const Desk *desk = get_desk (self);

  *get_was_folded (self, flap) = adw_flap_get_folded (flap);
  show_side (self, flap, flap == self->outer ? desk->list_key : desk->inspector_key);
}

static gboolean
lay_out_cb (gpointer window)
{
  g_autoptr (DeskWindow) self = g_weak_ref_get (window);

  if (self != NULL && self->library != NULL)
    gtk_widget_queue_resize (gtk_widget_get_parent (GTK_WIDGET (self->inner)));
  return G_SOURCE_REMOVE;
}

static void
forget (gpointer window)
{
  g_weak_ref_clear (window);
  g_free (window);
}

/* The bar below the desks comes and goes while the title is given its place, and GTK may forget
 * that the desks have another one then. */
static void
bar_shown_cb (DeskWindow *self)
{
  GWeakRef *window = g_new (GWeakRef, 1);

  g_weak_ref_init (window, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, lay_out_cb, window, forget);
}

void
desk_window_desks_init (DeskWindow *self)
{
  g_signal_connect_object (self->desks, "notify::visible-child",
                           G_CALLBACK (desk_window_follow_desk), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "notify::title-visible", G_CALLBACK (bar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::reveal-flap", G_CALLBACK (side_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "notify::reveal-flap", G_CALLBACK (side_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  desk_window_follow_desk (self);
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->outer, "notify::reveal-flap", G_CALLBACK (side_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "notify::reveal-flap", G_CALLBACK (side_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::folded", G_CALLBACK (side_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "notify::folded", G_CALLBACK (side_folded_cb), self,
                           G_CONNECT_SWAPPED);
}
