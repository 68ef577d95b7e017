/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-application.h"
#include "desk-window-private.h"
#include "desk-window.h"

/* A window of the desk on a library of its own. */
typedef struct
{
  char *folder;
  char *path;
  DeskLibrary *library;
  DeskWindow *window;
} Fixture;

/* Runs the tests that were added, with an application for their windows. gtk_test_init() first. */
int run_with_application (void);

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);

/* With all that is in it. */
void remove_folder (const char *path);

#define LIMIT_SECONDS 20

/* Turns the main loop until @condition holds; a fixed pause would pass here and fail elsewhere.
 * What has nothing to do leaves the processor to the tests beside it. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;                       \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, limit);                                       \
        if (!g_main_context_iteration (NULL, FALSE))                                               \
          g_usleep (500);                                                                          \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/* The widget of @type that comes after @skip others. */
gpointer find (gpointer root, GType type, guint skip);
gboolean has (gpointer root, GType type, guint skip);

/* Whether the keys go to @window. Asks for them now and then: a window manager that is busy may
 * hand them to a window that is just going, and then nobody has them. */
gboolean is_in_front (gpointer window);

/* Runs an action of the window, as its key does. */
void press (Fixture *fixture, const char *action);

/* As a key that reaches @widget, before its input method and its parts (%GTK_PHASE_CAPTURE) or
 * after them. Returns: whether somebody took it. */
gboolean give_key (gpointer widget, GtkPropagationPhase phase, guint keyval);

void open_sample (Fixture *fixture);

/* A script in which a quotation is never closed, and a line was decoded wrongly. */
void open_odd (Fixture *fixture);

/* How many stories the list shows. */
guint count_rows (Fixture *fixture);

/* Of the story that is shown. */
BulHistory *get_history (Fixture *fixture);
DeskFindings *get_findings (Fixture *fixture);

/* Types at the start of the headline. */
void type (Fixture *fixture, const char *text);
const char *get_first_text (const BulStory *story);

/* The dialog that stands before the window, or NULL; and one of its buttons, pressed. */
AdwMessageDialog *find_dialog (void);
void answer (const char *response);

/* Another program puts @words before the first line of the story that is shown. */
void save_elsewhere (Fixture *fixture, const char *words);

/* What another program finds in the library. */
BulStory *load_stored (Fixture *fixture, const char *uid);

/* Unsaved edits of the story that is shown, as the library has them; whether some put in @text. */
GPtrArray *load_journals (Fixture *fixture);
gboolean has_journal_with (Fixture *fixture, const char *text);
