/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-archive.h"
#include "desk-banner.h"
#include "desk-corrections-pane.h"
#include "desk-find-bar.h"
#include "desk-findings-pane.h"
#include "desk-history-pane.h"
#include "desk-notes-pane.h"
#include "desk-prompter.h"
#include "desk-raise.h"
#include "desk-register.h"
#include "desk-rename.h"
#include "desk-story-row.h"
#include "desk-translation.h"
#include "desk-view.h"
#include "desk-window.h"

G_BEGIN_DECLS

typedef struct _DeskWindowTags DeskWindowTags;
typedef struct _DeskWindowMentions DeskWindowMentions;

/* What a key asks for while something is on its way. */
typedef enum
{
  DESK_TURN_UNDO = 1,
  DESK_TURN_REDO,
} DeskTurn;

struct _DeskWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* the one that is shown, or NULL */
  GtkStack *stack;
  GMenu *recent_menu;
  AdwStatusPage *broken;
  GtkWidget *broken_deeds;
  GtkButton *broken_first;
  GtkButton *broken_second;
  GtkSpinner *broken_spinner;
  AdwFlap *outer;
  AdwFlap *inner;
  AdwViewStack *desks;
  GtkStack *column; /* the left one, and what stands on top of it */
  AdwWindowTitle *column_title;
  GtkStack *side; /* the right one */
  GtkListView *stories;
  GtkSearchEntry *story_search;
  GtkWidget *no_stories; /* where none of them has what is searched */
  GtkWidget *older;      /* under them, where there are more */
  GtkLabel *older_words;
  GtkFilter *story_filter;
  GtkBox *imports; /* of DeskImportRow */
  GtkSingleSelection *selection;
  AdwViewSwitcherTitle *title;
  GtkMenuButton *main_menu;
  GtkMenuButton *empty_menu; /* where there is no story */
  GMenuModel *menu;
  GtkStack *script_stack;
  GtkWidget *script_area;
  GtkWidget *scroller;
  GtkWidget *list_side;
  GtkWidget *inspector_side;
  DeskView *script;
  DeskFindBar *find_bar;
  DeskBanner *banner; /* of the library */
  DeskBanner *card;   /* of the story */
  GtkStack *panes;
  GtkToggleButton *speakers_toggle;
  GtkToggleButton *corrections_toggle;
  GtkToggleButton *notes_toggle;
  GtkToggleButton *findings_toggle;
  GtkToggleButton *history_toggle;
  GtkLabel *speakers_count;
  GtkLabel *corrections_count;
  GtkLabel *notes_count;
  GtkLabel *findings_count;
  GtkLabel *history_count;
  GtkWidget *speakers_pane;
  DeskCorrectionsPane *corrections_pane;
  DeskNotesPane *notes_pane;
  DeskFindingsPane *findings_pane;
  DeskHistoryPane *history_pane;
  DeskRaise *raise;
  GtkWidget *term_form; /* NULL until somebody gives a term */
  DeskRename *rename;

  /* What is made when it is first seen, NULL until then, and where it stands: see
   * desk-window-places.c. */
  DeskTranslation *translation;
  AdwBin *translation_place;
  DeskArchive *archive;
  AdwBin *archive_place;
  DeskFacets *facets;
  AdwBin *facets_place;
  DeskPreview *preview;
  AdwBin *preview_place;
  DeskRegister *register_desk;
  AdwBin *register_place;
  DeskPrompter *prompter;
  AdwBin *prompter_place;

  DeskLibrary *library;
  DeskWindowTags *tags;         /* what was done to the tags of many stories */
  DeskWindowMentions *mentions; /* whom the script names */
  GCancellable *listing_saved;
  DeskDocument *document;
  GSignalGroup *signals;      /* of the document */
  GSignalGroup *time_signals; /* of how long the document takes */
  GSignalGroup *finding_signals;
  GCancellable *opening;           /* the story that was asked for last */
  GCancellable *looking;           /* for its counterpart */
  GCancellable *asking_memory;     /* for what helps with the active pair */
  char *remembering;               /* the words it is asked for, or NULL */
  BulFlowCounterpart *counterpart; /* what the library suggests, or NULL */
  GFile *folder;                   /* where files were last opened or written */
  gboolean list_was_folded;        /* so far as is known: folding is told of late */
  gboolean inspector_was_folded;
  GSettings *settings;              /* NULL where the schema is not installed */
  GtkPrintSettings *print_settings; /* of what was printed last, or NULL */
  GtkPageSetup *page_setup;
  GCancellable *reading;       /* the register, or NULL */
  char *sought_story;          /* uid of the one that was opened from the register, or NULL */
  char *sought_correction;     /* which is to be shown in it */
  char *story_of_register;     /* uid of the one that Alt+Left leads back from, or NULL */
  char *moved_story;           /* uid of the one whose correction is to be moved on, or NULL */
  char *moved_correction;      /* key of that */
  BulCorrectionState moved_to; /* what it is to become */
  const char *export_format;   /* chosen last, or NULL */
  guint row_in_sight;          /* that the list was scrolled to last */
  DeskStoryRow *row;           /* of the story that is shown, if the list has it; weak */
  DeskSession *kept;           /* the story that comes next and the place in it, or NULL */
  GHashTable *places;          /* of DeskSession, by the story that was left there */
  GSignalGroup *caret_signals; /* of the buffer that is shown */
  GtkWidget *last_focus;       /* in the window itself, not in a menu; a weak pointer */
  GtkWidget *menu_focus;       /* where it was when the menu opened; a weak pointer */
  guint told_keys;             /* which scheme the desk tells, one more so that it is something */
  guint keys_id;               /* tells the application which keys are in force */
  guint focus_id;              /* looks whether the keys are lost */
  guint menu_id;               /* looks whether the menu kept them */
  guint appear_id;             /* waits with the window for what it is to show */
  guint later_id;              /* waits with what has time until a script is on the screen */
  BulStoryState seen_state;    /* of the story when it was last looked at; 0: not yet */
  guint warned_of;             /* so many changes that nobody reviewed; 0: not warned */
  guint n_busy;                /* files on their way into the library */
  gboolean is_rename_in_pane;
  gboolean is_listed;
  gboolean list_visible; /* as it was chosen while there was room */
  gboolean inspector_visible;
  gboolean is_leaving;      /* another story is on its way */
  gboolean is_copying;      /* its text becomes a story of its own, which is shown then */
  gboolean is_for_script;   /* and is to be seen, whatever desk is shown */
  gboolean is_walking;      /* and was come upon in the list, where the keys stay */
  gboolean is_in_list;      /* the keys are, as far as is known */
  gboolean is_list_clicked; /* since they came there, and after the last key */
  gboolean is_save_card;    /* the card tells that saving failed */
  gboolean is_closing;
  gboolean was_fullscreen;  /* before the prompter was shown */
  GArray *receipts;         /* of what was decided on people here, the last at the end */
  GArray *undone_receipts;  /* of that, what was taken back and can be done again */
  guint n_deciding;         /* of that, what is on its way to be done or taken back */
  GArray *turns;            /* of DeskTurn: what is to come after that, in that order */
  char *story_of_person;    /* uid of the story that was opened on the page of a person, or NULL */
  char *linking;            /* key of the speaker whom somebody is to be chosen for, or NULL */
  DeskDocument *linking_in; /* whose speaker that is */
  const char *behind;       /* the page that comes when the prompter goes */
  guint inhibited;          /* the screen saver, by this cookie */
};

/* In desk-window.c */
void desk_window_show_story (DeskWindow *self, const char *uid);
/* The same in the script, whatever desk is shown, with the caret @offset characters into @block;
 * where that is NULL, where it was. */
void desk_window_show_place (DeskWindow *self, const char *uid, const char *block, guint offset);
void desk_window_set_document (DeskWindow *self, DeskDocument *document);
void desk_window_save (DeskWindow *self);
/* Chooses the page that fits what the list holds. */
void desk_window_listed (DeskWindow *self);
/* @document may be NULL: no story is shown then. */
void desk_window_set_document (DeskWindow *self, DeskDocument *document);
void desk_window_show_pane (DeskWindow *self, GtkToggleButton *toggle);
/* What is pressed in the text is shown beside it, and its spelling is checked as in all others. */
void desk_window_adopt_view (DeskWindow *self, DeskView *view);
/* The number of the story's last revision, as the list has it; 0 where it has none. */
guint desk_window_get_listed_revision (DeskWindow *self, const char *uid);

/* In desk-window-toasts.c. The newest answer is seen at once, and those before it are gone; the
 * same words are not said twice while they are seen. */
void desk_window_toast (DeskWindow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same, of a step of the story that is shown, which a button takes back. */
void desk_window_toast_undo (DeskWindow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* For what has a button of its own. */
AdwToast *desk_window_make_toast (const char *words);
/* All of what it says, however much of that it shows; borrowed. */
const char *desk_window_get_toast_words (AdwToast *toast);
/* @toast: (transfer full) */
void desk_window_show_toast (DeskWindow *self, AdwToast *toast);
/* The one that is shown, if any. */
void desk_window_dismiss_toast (DeskWindow *self);

/* In desk-window-stories.c: the list of them. */
void desk_window_stories_init (DeskWindow *self);
/* What stands under the list: where older stories are, or those that have the words searched. */
void desk_window_show_older (DeskWindow *self);
/* The words that are searched in the list, while its entry has the keys; or %NULL. */
const char *desk_window_get_story_search (DeskWindow *self);
/* Gives the keys to the row that is chosen, and whether a row has them. */
void desk_window_focus_stories (DeskWindow *self);
gboolean desk_window_has_list_focus (DeskWindow *self);

/* In desk-window-terms.c */
void desk_window_new_term (DeskWindow *self);

/* In desk-window-moves.c */
void desk_window_next_story (DeskWindow *self);
void desk_window_previous_story (DeskWindow *self);
void desk_window_show_last_edit (DeskWindow *self);
void desk_window_change_case (DeskWindow *self);
void desk_window_move_up (DeskWindow *self);
void desk_window_move_down (DeskWindow *self);
void desk_window_go_to_line (DeskWindow *self);

/* In desk-window-session.c. Where the story that is shown gives way to another form of it, that one
 * has the caret and the upper edge at the same place. */
void desk_window_session_init (DeskWindow *self);
void desk_window_keep_place (DeskWindow *self);
void desk_window_forget_place (DeskWindow *self);
/* Notes where the story that is shown is left; it is found there when it comes again. */
void desk_window_note_place (DeskWindow *self);
void desk_window_restore_place (DeskWindow *self);

/* In desk-window-others.c: several windows on one library. */
void desk_window_open_another (DeskWindow *self);
/* Whether another window shows the document, and goes on showing it. */
gboolean desk_window_is_shown_elsewhere (DeskWindow *self, DeskDocument *document);
void desk_window_watch_replaced (DeskWindow *self);

/* In desk-window-card.c: the card above the script stays until it is put right; @action is what its
 * button does. */
void desk_window_show_card (
    DeskWindow *self, const char *title, const char *words, const char *button, const char *action);
void desk_window_hide_card (DeskWindow *self);
void desk_window_show_failed_save (DeskWindow *self, const GError *error);
/* The card is there while what was typed is not on the disk, however that came. */
void desk_window_show_save_state (DeskWindow *self);

/* In desk-window-library.c: what is wrong with the library, and the ways out of it. */
void desk_window_follow_trouble (DeskWindow *self);
void desk_window_show_broken (DeskWindow *self, const GError *error);
/* It has a button now. */
void desk_window_allow_deed (DeskWindow *self, const DeskDeed *deed);
void desk_window_try_library (DeskWindow *self);
void desk_window_copy_library (DeskWindow *self);
void desk_window_move_library (DeskWindow *self);
void desk_window_new_library (DeskWindow *self);
void desk_window_open_library (DeskWindow *self);
void desk_window_put_library_back (DeskWindow *self);
void desk_window_salvage_library (DeskWindow *self);
void desk_window_back_up_library (DeskWindow *self);
void desk_window_leave_trouble (DeskWindow *self);
/* The window goes on with that library once all that is unsaved is saved; or with a copy there. */
void desk_window_use_library (DeskWindow *self, const char *path);
void desk_window_move_library_to (DeskWindow *self, const char *path);

/* In desk-window-conflict.c */
void desk_window_tell_opened (DeskWindow *self);
void desk_window_compare_versions (DeskWindow *self);
void desk_window_follow (DeskWindow *self);

/* In desk-window-history.c: a revision beside the story as it is. */
void desk_window_compare_revision (DeskWindow *self, guint number);

/* In desk-window-actions.c */
void desk_window_open_recent (DeskWindow *self, const char *uri);
void desk_window_install_actions (GtkWidgetClass *widget_class);
void desk_window_update_actions (DeskWindow *self);

/* In desk-window-start.c: shows a window that waits to appear. */
void desk_window_appear_now (DeskWindow *self);
void desk_window_raise_correction (DeskWindow *self);
/* Where in the script's area the selected words are, for a popover, with room below them. */
GdkRectangle desk_window_get_words_area (DeskWindow *self);
void desk_window_go_to_finding (DeskWindow *self, guint number);

/* Whether what has the focus is an entry in which @action (“text.undo”, “text.redo”) changed what
 * was typed. */
gboolean desk_window_asks_entry (DeskWindow *self, const char *action);

/* In desk-window-tags.c: tags of many stories at once. */
void desk_window_tags_install (GtkWidgetClass *widget_class);
void desk_window_tags_init (DeskWindow *self);
void desk_window_join_tags (DeskWindow *self);

/* In desk-window-collection.c: stories that were found leave the house together. @docids:
 * (element-type gint64). @format: borrowed for ever; see bul_flow_collection_has_format() */
void desk_window_join_collection (DeskWindow *self);
void desk_window_export_found (DeskWindow *self);
void desk_window_collect (DeskWindow *self, GArray *docids, const char *format, const char *folder);

void desk_window_tags_free (DeskWindowTags *tags);
/* What tags are called in the library. */
void desk_window_load_vocabulary (DeskWindow *self);
void desk_window_tag_found (DeskWindow *self);
/* Puts the last tag on the story that is chosen, and goes to the next. */
void desk_window_tag_next (DeskWindow *self);
gboolean desk_window_has_tag_undo (DeskWindow *self);

/* Whether some are being tagged, or about to be. */
gboolean desk_window_is_tagging (DeskWindow *self);
void desk_window_undo_tags (DeskWindow *self);
gboolean desk_window_has_tag_redo (DeskWindow *self);
void desk_window_redo_tags (DeskWindow *self);

/* In desk-window-saved.c: searches that are saved. */
void desk_window_join_saved (DeskWindow *self);
void desk_window_list_saved (DeskWindow *self);
void desk_window_save_search (DeskWindow *self);

/* In desk-window-notes.c */
void desk_window_notes_init (DeskWindow *self);
void desk_window_follow_notes (DeskWindow *self, DeskView *view);
void desk_window_new_note (DeskWindow *self);
void desk_window_tag (DeskWindow *self);

/* In desk-window-mentions.c: says of a name in the script who is meant, and goes on to the next. */
void desk_window_tag_person (DeskWindow *self);
void desk_window_mentions_init (DeskWindow *self);
void desk_window_mentions_dispose (DeskWindow *self);
void desk_window_check_line (DeskWindow *self);
void desk_window_go_to_note (DeskWindow *self, const char *key);

/* In desk-window-open-things.c: findings, notes, and corrections that are not published. */
void desk_window_next_open (DeskWindow *self);
void desk_window_previous_open (DeskWindow *self);

/* In desk-window-review.c: changes that nobody looked at yet. */
void desk_window_next_change (DeskWindow *self);
void desk_window_previous_change (DeskWindow *self);
void desk_window_accept_change (DeskWindow *self);
void desk_window_accept_changes_to_here (DeskWindow *self);
void desk_window_reject_change (DeskWindow *self);
void desk_window_toggle_struck (DeskWindow *self);
void desk_window_show_struck (DeskWindow *self, gboolean shows);
/* Raises a correction on the next change of which none says why. */
void desk_window_give_reason (DeskWindow *self);
/* Lists where else the words stand that were wrong: those of the change or the correction at the
 * caret, or of the first correction whose words stand anywhere. Where they stand nowhere else in
 * the script, other stories are looked through. */
void desk_window_replace_standing (DeskWindow *self);
void desk_window_lock_aired (DeskWindow *self);
/* Tells of a lock that is taken back, by whatever undoes it. */
void desk_window_watch_lock (DeskWindow *self);

/* In desk-window-speakers.c */
void desk_window_speakers_install (GtkWidgetClass *widget_class);
void desk_window_speakers_init (DeskWindow *self);
void desk_window_rename_speaker (DeskWindow *self);

/* In desk-window-spelling.c */
void desk_window_spelling_install (GtkWidgetClass *widget_class);
void desk_window_spelling_init (DeskWindow *self);
void desk_window_check_spelling (DeskWindow *self, DeskView *view);
void desk_window_next_misspelt (DeskWindow *self);
void desk_window_previous_misspelt (DeskWindow *self);

/* In desk-window-look.c */
void desk_window_show_preferences (DeskWindow *self);
void desk_window_show_shortcuts (DeskWindow *self);
void desk_window_show_about (DeskWindow *self);
void desk_window_toggle_fullscreen (DeskWindow *self);
void desk_window_zoom_in (DeskWindow *self);
void desk_window_zoom_out (DeskWindow *self);
void desk_window_zoom_usual (DeskWindow *self);
void desk_window_look_init (DeskWindow *self);

/* In desk-window-prompter.c: a page over all else. While it is shown nothing but what it does
 * itself is done to the script from this window. */
void desk_window_join_prompter (DeskWindow *self);
void desk_window_prompter (DeskWindow *self);
void desk_window_prompter_run_or_stop (DeskWindow *self);
void desk_window_prompter_larger (DeskWindow *self);
void desk_window_prompter_smaller (DeskWindow *self);
void desk_window_prompter_usual_size (DeskWindow *self);
void desk_window_prompter_help (DeskWindow *self);
void desk_window_leave_prompter (DeskWindow *self);
gboolean desk_window_is_prompting (DeskWindow *self);
/* Shows a page, or keeps it for when the prompter goes. @name: a literal. */
void desk_window_show_page (DeskWindow *self, const char *name);

/* In desk-window-desks.c: what stands in the middle of the window. @name: of a desk, a literal. */
void desk_window_desks_init (DeskWindow *self);
/* Beside the desk stands what belongs to it, and actions do what they do there. */
void desk_window_follow_desk (DeskWindow *self);
void desk_window_show_desk (DeskWindow *self, const char *name);
gboolean desk_window_is_on_desk (DeskWindow *self, const char *name);
/* Whether the archive is shown, and people in it. */
gboolean desk_window_is_on_people (DeskWindow *self);
void desk_window_next_desk (DeskWindow *self);
void desk_window_previous_desk (DeskWindow *self);
/* Whether the desk that is shown has its own way to do @action, which is done then. */
gboolean desk_window_run_on_desk (DeskWindow *self, const char *action);

/* In desk-window-places.c: where desks stand that are made when they are first seen. What has to be
 * done with one then is join()ed in its own file. */
void desk_window_places_init (DeskWindow *self);
void desk_window_places_dispose (DeskWindow *self);
/* Makes the desk, unless it is there. @name: of a desk, or “prompter” */
void desk_window_need_desk (DeskWindow *self, const char *name);

/* In desk-window-archive.c */
void desk_window_join_archive (DeskWindow *self);
void desk_window_search_archive (DeskWindow *self);
/* The same, of @words (nullable) in the place of what was looked for there. */
void desk_window_search_archive_for (DeskWindow *self, const char *words);
void desk_window_find_in_archive (DeskWindow *self);
void desk_window_find_in_library (DeskWindow *self);
/* Looks for @words in all stories, as they stand. */
void desk_window_find_words (DeskWindow *self, const char *words);
/* Where the archive is shown, or the register, the script is instead. */
void desk_window_leave_archive (DeskWindow *self);
void desk_window_undo_in_archive (DeskWindow *self);
void desk_window_redo_in_archive (DeskWindow *self);
/* Gives the entry the focus itself. Returns: NULL. */
GtkWidget *desk_window_focus_archive (DeskWindow *self);

/* In desk-window-people.c: who is heard, as a view of the archive, and who a speaker is. */
void desk_window_people_install (GtkWidgetClass *widget_class);
void desk_window_people_init (DeskWindow *self);
void desk_window_join_people (DeskWindow *self);
void desk_window_people_dispose (DeskWindow *self);
void desk_window_show_people (DeskWindow *self);
void desk_window_undo_people (DeskWindow *self);
void desk_window_redo_people (DeskWindow *self);
void desk_window_yes_to_people (DeskWindow *self);
void desk_window_no_to_people (DeskWindow *self);
void desk_window_next_of_people (DeskWindow *self);
void desk_window_previous_of_people (DeskWindow *self);
void desk_window_edit_person (DeskWindow *self);

/* In desk-window-statistics.c: asks where to, and saves what is counted. @file: the name of a chart
 * and a format, such as `stories.svg`; or `statistics.csv` for all charts. */
void desk_window_save_chart (DeskWindow *self, const char *file);
void desk_window_write_chart (DeskWindow *self, const char *file, const char *path);
/* In desk-window-register.c */
void desk_window_register_init (DeskWindow *self);
void desk_window_join_register (DeskWindow *self);
void desk_window_register_dispose (DeskWindow *self);
void desk_window_show_register (DeskWindow *self);
void desk_window_offer_export_of_register (DeskWindow *self);
void desk_window_export_register_csv (DeskWindow *self);
void desk_window_export_register_xlsx (DeskWindow *self);
/* Writes what the register shows as a table. @format: csv or xlsx, a literal */
void desk_window_write_register (DeskWindow *self, const char *format, const char *path);
void desk_window_find_in_register (DeskWindow *self);
/* The chosen correction is approved, or published; and the next is chosen. */
void desk_window_move_in_register (DeskWindow *self);
void desk_window_register_install (GtkWidgetClass *widget_class);
/* Whether the script that is seen was opened from there; from it back to there. */
gboolean desk_window_is_from_register (DeskWindow *self);
void desk_window_go_back (DeskWindow *self);
void desk_window_undo_in_register (DeskWindow *self);
void desk_window_redo_in_register (DeskWindow *self);
GtkWidget *desk_window_focus_register (DeskWindow *self);

/* In desk-window-desks.c */
void desk_window_focus_desk (DeskWindow *self);
/* The text that actions are about: the script, or the one of the two that was used last. */
DeskView *desk_window_get_view (DeskWindow *self);

/* In desk-window-translation.c: both languages side by side. */
void desk_window_translation_init (DeskWindow *self);
void desk_window_join_translation (DeskWindow *self);
void desk_window_toggle_translation (DeskWindow *self);
/* The panes are about the text that is used. */
/* Brings the text with the line into sight, on the desk that has both where its script is another
 * than the one that is shown. */
DeskView *desk_window_bring_view (DeskWindow *self, const char *block);
void desk_window_update_panes (DeskWindow *self);
/* What deeds on pairs do where none are shown. */
void desk_window_need_pairs (DeskWindow *self);
void desk_window_update_pair_actions (DeskWindow *self);
/* All texts of the window. */
void desk_window_foreach_view (DeskWindow *self, DeskViewDone call, gpointer data);
/* As desk_view_commit(), whichever of them has the syllable. */
void desk_window_commit (DeskWindow *self, DeskViewDone done, gpointer data);
/* What a popover about the words of desk_window_get_view() belongs to; and to make it so. */
GtkWidget *desk_window_get_area (DeskWindow *self);
void desk_window_attach (DeskWindow *self, GtkWidget *popover);

/* In desk-window-actions.c */
void desk_window_foreach_action (void (*call) (const char *action, gpointer data), gpointer data);

/* In desk-window-keys.c: the keys are those of the scheme that is in force. */
void desk_window_keys_init (DeskWindow *self);
/* The two texts have keys of their own. */
void desk_window_join_keys (DeskWindow *self);
void desk_window_keys_dispose (DeskWindow *self);
void desk_window_update_keys (DeskWindow *self);
/* @window: whose they are */
const char *const *desk_window_get_keys_in_force (const char *action, gpointer window);

/* In desk-window-aids.c: what helps with the pair at the caret. */
void desk_window_aids_install (GtkWidgetClass *widget_class);
void desk_window_aids_init (DeskWindow *self);
void desk_window_join_aids (DeskWindow *self);
void desk_window_forget_aids (DeskWindow *self);
void desk_window_toggle_aids (DeskWindow *self);

/* In desk-window-counterpart.c: a story in one language gets the other. */
void desk_window_paste_translation (DeskWindow *self);
void desk_window_open_translation (DeskWindow *self);
void desk_window_new_translation (DeskWindow *self);
/* Asks the library which story may be the other language of this one. */
void desk_window_look_for_counterpart (DeskWindow *self);
void desk_window_forget_counterpart (DeskWindow *self);
/* Yes to that story; or to the pair at the caret. */
void desk_window_accept_pair (DeskWindow *self);

/* In desk-window-focus.c: keys always go somewhere. */
void desk_window_focus_init (DeskWindow *self);
void desk_window_focus_dispose (DeskWindow *self);

/* In desk-window-find.c */
/* Where there is no room for the inspector beside the text, it goes. */
void desk_window_uncover_text (DeskWindow *self);

void desk_window_find (DeskWindow *self);
void desk_window_replace (DeskWindow *self);
void desk_window_next_match (DeskWindow *self);
void desk_window_previous_match (DeskWindow *self);
void desk_window_yes (DeskWindow *self);
void desk_window_find_init (DeskWindow *self);

/* In desk-window-export.c: in any of the formats there are. */
void desk_window_export (DeskWindow *self);

/* In desk-window-files.c */
void desk_window_list_anew (DeskWindow *self);
/* Tells what the list does not: that there were several, or that nothing is new. */
void desk_window_tell_imported (DeskWindow *self, guint n_stories, guint n_new);
void desk_window_open (DeskWindow *self);
void desk_window_new_story (DeskWindow *self);
void desk_window_paste_story (DeskWindow *self);
void desk_window_open_sample (DeskWindow *self);
void desk_window_save_copy (DeskWindow *self);
void desk_window_accept_drops (DeskWindow *self);
GtkFileChooser *desk_window_make_chooser (DeskWindow *self,
                                          const char *title,
                                          GtkFileChooserAction action,
                                          GCallback response_cb);
void desk_window_remember_folder (DeskWindow *self, GtkFileChooser *chooser);

/* In desk-window-import.c: files, folders and archives. */
void desk_window_import (DeskWindow *self, const char *const *paths);
void desk_window_import_folder (DeskWindow *self);
/* They end, and tell nobody. */
void desk_window_drop_imports (DeskWindow *self);
/* Asks whether those that are under way are to be cut short, and closes the window then. FALSE
 * where there is nothing to ask. */
gboolean desk_window_ask_about_imports (DeskWindow *self);

/* In desk-window-print.c */
void desk_window_print (DeskWindow *self);
void desk_window_export_pdf (DeskWindow *self);
/* Prints the story as it is now. */
GtkPrintOperation *desk_window_make_print_operation (DeskWindow *self, DeskDocument *document);

/* In desk-window-help.c: the page about what has the focus. */
void desk_window_help (DeskWindow *self);
void desk_window_help_add_key (GtkWidget *popover);

/* In desk-window-closing.c */
gboolean desk_window_close_request (GtkWindow *window);

G_END_DECLS
