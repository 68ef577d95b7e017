/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-aids.h"
#include "desk-answers.h"
#include "desk-fold.h"
#include "desk-level.h"
#include "desk-link-strip.h"
#include "desk-translation.h"

G_BEGIN_DECLS

/* What the files of the desk share, and nobody else sees. */
struct _DeskTranslation
{
  GtkBox parent_instance;

  GtkStack *pages;
  GtkLabel *progress;
  GtkLevelBar *bar;
  GtkLabel *stale;
  GtkLabel *doubtful;
  GtkLabel *differing; /* how many facts */
  DeskFold *hints;     /* keys that go on with the pairs, as many as there is room for */
  GtkLabel *next_open_key;
  GtkLabel *confirm_key;
  GtkLabel *confirm_to_here_key;
  GtkWidget *korean_head;
  GtkWidget *english_head;
  GtkLabel *korean_facts;
  GtkLabel *english_facts;
  GtkLabel *korean_time;
  GtkLabel *english_time;
  GtkWidget *korean_scroller;
  GtkWidget *english_scroller;
  DeskView *korean;
  DeskView *english;
  DeskLinkStrip *strip;
  GtkWidget *gap; /* above the strip */
  GtkLabel *pair;
  DeskAnswers *answers;
  DeskAids *aids;
  GtkLabel *counterpart;
  GtkWidget *question_row;
  GtkLabel *question;
  GtkWidget *menu; /* on a disc */

  DeskDocument *document;
  GSignalGroup *signals; /* of the document */
  GSignalGroup *finding_signals;
  GtkLabel *suggestion; /* which story may be the other language */
  GtkWidget *suggestion_card;
  GtkWidget *accept;
  GtkWidget *paste;
  DeskLevel *level; /* NULL while no pairs are shown */
  char *author;
  char *active;        /* key of a link, or NULL */
  BulLanguage current; /* the side with the focus */
  guint follow_id;     /* hands rest: pairs follow what was typed */
  guint n_edits;       /* of both texts, that pairs have followed */
  guint narrow_id;
  double room; /* height of the texts, in pixels, as it was last */
  guint room_id;
  gboolean is_narrow;
  gboolean shows_aids;
};

/* In desk-translation.c */
const BulLink *desk_translation_find_active (DeskTranslation *self);
/* Whether the active pair has no words in the current text, where the caret could be. */
gboolean desk_translation_is_beside_caret (DeskTranslation *self);
void desk_translation_set_active (DeskTranslation *self, const char *key);
/* The caret goes to the first sentence of the pair on either side, or to where it is to be typed.
 */
void desk_translation_go_to (DeskTranslation *self, const char *key);
void desk_translation_refresh (DeskTranslation *self);
void desk_translation_refuse (DeskTranslation *self, const char *words);
void desk_translation_queue_follow (DeskTranslation *self);
/* Pairs follow what was typed just now: what is said of them is said of that. */
void desk_translation_follow_now (DeskTranslation *self);

/* In desk-translation-look.c: what is said about the pairs, and one column or two. */
void desk_translation_add_hints (DeskTranslation *self);
void desk_translation_show_progress (DeskTranslation *self);
void desk_translation_show_pair (DeskTranslation *self);
void desk_translation_show_facts (DeskTranslation *self);
void desk_translation_show_heads (DeskTranslation *self);
void desk_translation_show_columns (DeskTranslation *self);

/* In desk-translation-aids.c: what helps with the active pair. */
void desk_translation_aids_init (DeskTranslation *self);
void desk_translation_show_aids (DeskTranslation *self);

/* In desk-translation-deeds.c */
void desk_translation_edit_stale (DeskTranslation *self);
void desk_translation_press (DeskTranslation *self, const char *key);
void desk_translation_open_menu (DeskTranslation *self, const char *key, double x, double y);

/* The texts have another height, for what stands under them needs another: the caret's pair is not
 * to be hidden behind that. */
void desk_translation_note_room (DeskTranslation *self);

G_END_DECLS
