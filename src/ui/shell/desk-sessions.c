/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sessions.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "bul-file.h"
#include "bul-worker.h"
#include "desk-session.h"
#include "desk-window.h"

/* Milliseconds from the first change to its way to the disk: what changes meanwhile goes along, and
 * a key press only starts the clock. */
#define DELAY 1000

/* So much of the hash of a library's path tells its file from the others. */
#define NAME_LENGTH 16

struct _DeskSessions
{
  GObject parent_instance;

  GtkApplication *application;
  char *path;
  int lock; /* a descriptor; -1: another program has the file */
  BulWorker *worker;
  guint timeout;
  char *written;    /* what the file holds, or soon will */
  gboolean is_held; /* the windows are going, and it stays as it is */
};

G_DEFINE_FINAL_TYPE (DeskSessions, desk_sessions, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  GBytes *bytes;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_free (write->path);
  g_bytes_unref (write->bytes);
  g_free (write);
}

/* Where that fails the windows come back as they were before. */
static gpointer
write_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Write *write = data;

  bul_file_write (write->path, write->bytes, error);
  return NULL;
}

/* Of all windows that stay, and of @going; %NULL where there are none. */
static char *
make_text (DeskSessions *self, DeskWindow *going)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  guint n_windows = 0;

  for (GList *link = gtk_application_get_windows (self->application); link != NULL;
       link = link->next)
    {
      g_autofree char *group = NULL;
      g_autoptr (DeskSession) session = NULL;

      if (!DESK_IS_WINDOW (link->data)
          || (link->data != going && desk_window_is_closing (link->data)))
        continue;
      group = g_strdup_printf ("Window %u", ++n_windows);
      session = desk_window_make_session (link->data);
      desk_session_write (session, file, group);
    }
  return n_windows == 0 ? NULL : g_key_file_to_data (file, NULL, NULL);
}

static void
write_now (DeskSessions *self, DeskWindow *going)
{
  g_autofree char *text = self->lock < 0 ? NULL : make_text (self, going);
  Write *write;

  if (text == NULL || g_strcmp0 (text, self->written) == 0)
    return;
  write = g_new (Write, 1);
  write->path = g_strdup (self->path);
  write->bytes = g_bytes_new (text, strlen (text));
  bul_worker_run_async (self->worker, write_job, write, write_free, NULL, NULL, NULL);
  g_free (self->written);
  self->written = g_steal_pointer (&text);
}

static gboolean
has_staying (DeskSessions *self)
{
  for (GList *link = gtk_application_get_windows (self->application); link != NULL;
       link = link->next)
    if (DESK_IS_WINDOW (link->data) && !desk_window_is_closing (link->data))
      return TRUE;
  return FALSE;
}

/* A window that was to go with all the others and stayed begins anew. */
static void
write_cb (gpointer data)
{
  DeskSessions *self = data;

  self->timeout = 0;
  if (!has_staying (self))
    return;
  self->is_held = FALSE;
  write_now (self, NULL);
}

static void
changed_cb (DeskSessions *self)
{
  if (self->timeout == 0 && self->lock >= 0)
    self->timeout = g_timeout_add_once (DELAY, write_cb, self);
}

/* The last window takes its place with it, for who closes it ends the program. */
static gboolean
close_request_cb (DeskSessions *self, GtkWindow *window)
{
  if (!self->is_held)
    write_now (self, DESK_WINDOW (window));
  return FALSE;
}

static void
window_added_cb (DeskSessions *self, GtkWindow *window)
{
  if (!DESK_IS_WINDOW (window))
    return;
  g_signal_connect_object (window, "session-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
window_removed_cb (DeskSessions *self, GtkWindow *window)
{
  if (!DESK_IS_WINDOW (window))
    return;
  g_signal_handlers_disconnect_by_data (window, self);
  if (!self->is_held)
    changed_cb (self);
}

static char *
dup_path (const char *library, const char *suffix)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, library, -1);
  g_autofree char *name = g_strdup_printf ("windows-%.*s%s", NAME_LENGTH, hash, suffix);

  return g_build_filename (g_get_user_state_dir (), "bulletin-desk", name, NULL);
}

/* The system takes the lock away however the program ends. */
static int
take_lock (const char *library)
{
  g_autofree char *path = dup_path (library, ".lock");
  g_autofree char *folder = g_path_get_dirname (path);
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

/* Of DeskSession, the one in front first. */
static GPtrArray *
load (DeskSessions *self)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_session_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (self->lock < 0 || !g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return sessions;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (DeskSession) session = desk_session_read (file, groups[i]);

      if (session->library != NULL && g_path_is_absolute (session->library))
        g_ptr_array_add (sessions, g_steal_pointer (&session));
    }
  return sessions;
}

/* Another library may be gone; that of the program is made where it is not there. */
static void
drop_gone (GPtrArray *sessions, const char *path)
{
  for (guint i = sessions->len; i > 0; i--)
    {
      const DeskSession *session = sessions->pdata[i - 1];

      if (!g_str_equal (session->library, path)
          && !g_file_test (session->library, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_remove_index (sessions, i - 1);
    }
}

/* What is shown of it are the files. One that is on another library would take them there. */
static DeskSession *
find_for_files (GPtrArray *sessions, const char *path)
{
  DeskSession *session;

  for (guint i = 0; i < sessions->len; i++)
    {
      session = sessions->pdata[i];
      if (g_str_equal (session->library, path))
        {
          g_clear_pointer (&session->story, g_free);
          return session;
        }
    }
  session = desk_session_new ();
  session->library = g_strdup (path);
  g_ptr_array_insert (sessions, 0, session);
  return session;
}

void
desk_sessions_restore (DeskSessions *self, DeskLibraries *libraries, GListModel *files)
{
  g_autoptr (GPtrArray) sessions = NULL;
  const char *path = NULL;
  DeskSession *for_files = NULL;

  g_return_if_fail (DESK_IS_SESSIONS (self) && libraries != NULL);

  path = desk_libraries_get_path (libraries);
  sessions = load (self);
  drop_gone (sessions, path);
  if (files != NULL || sessions->len == 0)
    for_files = find_for_files (sessions, path);
  for (guint i = sessions->len; i > 0; i--)
    {
      const DeskSession *session = sessions->pdata[i - 1];
      DeskLibrary *library = desk_libraries_get (libraries, session->library);
      DeskWindow *window;

      desk_library_open_early (library);
      window = desk_window_new (self->application, library);
      desk_window_take_session (window, session);
      if (files != NULL && session == for_files)
        desk_window_open_files (window, files);
      desk_window_start (window);
      /* Of several the one in front has to come last. */
      if (sessions->len == 1)
        desk_window_appear (window);
      else
        gtk_window_present (GTK_WINDOW (window));
    }
}

void
desk_sessions_hold (DeskSessions *self)
{
  g_return_if_fail (DESK_IS_SESSIONS (self));

  write_now (self, NULL);
  self->is_held = TRUE;
}

static void
desk_sessions_finalize (GObject *object)
{
  DeskSessions *self = DESK_SESSIONS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  bul_worker_free (self->worker);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self->written);
  G_OBJECT_CLASS (desk_sessions_parent_class)->finalize (object);
}

static void
desk_sessions_class_init (DeskSessionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sessions_finalize;
}

static void
desk_sessions_init (DeskSessions *self)
{
  self->worker = bul_worker_new ("sessions");
}

DeskSessions *
desk_sessions_new (GtkApplication *application, const char *path)
{
  DeskSessions *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application) && path != NULL, NULL);

  self = g_object_new (DESK_TYPE_SESSIONS, NULL);
  self->application = application;
  self->path = dup_path (path, "");
  self->lock = take_lock (path);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
