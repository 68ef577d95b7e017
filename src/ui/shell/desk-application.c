/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"

#include <glib/gi18n.h>

#include "config.h"
#include "desk-appearance.h"
#include "desk-inner-buttons.h"
#include "desk-libraries.h"
#include "desk-mnemonics.h"
#include "desk-sessions.h"
#include "desk-settings.h"
#include "desk-shell-resources.h"
#include "desk-window.h"

struct _DeskApplication
{
  AdwApplication parent_instance;

  DeskLibraries *libraries;
  DeskSessions *sessions;
  GSettings *settings; /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The library to work in"), N_ ("FILE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { NULL },
};

/* Each window asks for itself what closing needs, and the last one takes the program with it. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskApplication *self = DESK_APPLICATION (data);
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  if (self->sessions != NULL)
    desk_sessions_hold (self->sessions);
  g_list_foreach (windows, (GFunc) (void (*) (void)) gtk_window_close, NULL);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
};

/* The windows come back once; whoever asks again is led to the one that is in front. */
static void
show_windows (DeskApplication *self, GListModel *files)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!DESK_IS_WINDOW (window))
    {
      self->sessions
          = desk_sessions_new (GTK_APPLICATION (self), desk_libraries_get_path (self->libraries));
      desk_sessions_restore (self->sessions, self->libraries, files);
      return;
    }
  if (files != NULL)
    desk_window_open_files (DESK_WINDOW (window), files);
  gtk_window_present (window);
}

static int
desk_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *author = NULL;
  g_autofree char *path = NULL;
  const char *library = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("bulletin-desk %s\n", PACKAGE_VERSION);
      return 0;
    }
  settings = desk_settings_new ();
  if (g_variant_dict_lookup (given, "library", "^&ay", &library))
    path = g_strdup (library);
  else
    path = desk_settings_dup_library (settings);
  author = desk_settings_dup_author (settings);
  self->libraries = desk_libraries_new (path, author);
  return -1;
}

/* What is saved from now on is by that name. */
static void
author_changed_cb (DeskApplication *self)
{
  g_autofree char *author = desk_settings_dup_author (self->settings);

  if (self->libraries != NULL)
    desk_libraries_set_author (self->libraries, author);
}

static void
desk_application_startup (GApplication *application)
{
  /* The linker drops the resource of a static library that nobody names. */
  desk_shell_get_resource ();
  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  desk_window_set_accels (GTK_APPLICATION (application));
  desk_inner_buttons_install ();
  desk_mnemonics_install ();
  DESK_APPLICATION (application)->settings = desk_settings_new ();
  if (DESK_APPLICATION (application)->settings == NULL)
    return;
  desk_appearance_follow (DESK_APPLICATION (application)->settings);
  g_signal_connect_object (DESK_APPLICATION (application)->settings, "changed::author-name",
                           G_CALLBACK (author_changed_cb), application, G_CONNECT_SWAPPED);
}

static void
desk_application_activate (GApplication *application)
{
  show_windows (DESK_APPLICATION (application), NULL);
}

static void
desk_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  show_windows (DESK_APPLICATION (application), G_LIST_MODEL (list));
}

static void
desk_application_shutdown (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
  g_clear_object (&self->sessions);
  g_clear_pointer (&self->libraries, desk_libraries_free);
  g_clear_object (&self->settings);
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = desk_application_handle_local_options;
  application_class->startup = desk_application_startup;
  application_class->activate = desk_application_activate;
  application_class->open = desk_application_open;
  application_class->shutdown = desk_application_shutdown;
}

static void
desk_application_init (DeskApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application, _ ("Corrects scripts of broadcast bulletins, in Korean and English."));
}

DeskApplication *
desk_application_new (void)
{
  return g_object_new (DESK_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "resource-base-path",
                       "/org/bulletindesk/BulletinDesk", NULL);
}
