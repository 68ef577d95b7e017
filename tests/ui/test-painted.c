/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

#define N_SWITCHES 6
/* Milliseconds in which whatever is to be painted by itself is painted. */
#define STILL 200

/* So short that all of it is seen, and nothing is left to be laid out later. */
static void
open_short (Fixture *fixture, const char *name, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("[Anchor]\n\n%s\n\n[Report]\n\nIt sails.\n\n"
                                           "[Oh Sun-hee/Resident: \"I could sleep.\"]\n",
                                           words);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DeskDocument *before = desk_window_get_document (fixture->window);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
  wait_until (desk_window_get_document (fixture->window) != before);
}

static gboolean
tick_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, tick_cb, &is_over);
  wait_until (is_over);
}

/* What @widget painted last. */
static GBytes *
take_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *bytes;

  gdk_paintable_snapshot (image, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);
  return bytes;
}

typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
} Switch;

/* Within a frame: its lines are painted before anybody laid them out. */
static gboolean
switch_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Switch *next = data;

  desk_window_set_document (next->window, g_steal_pointer (&next->document));
  return G_SOURCE_REMOVE;
}

/* A story that comes is painted as it stays: with its cards, its hairlines and the band of its
 * line. */
static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = find (fixture->window, DESK_TYPE_VIEW, 0);
  g_autoptr (DeskDocument) first = NULL;
  g_autoptr (DeskDocument) second = NULL;

  open_short (fixture, "a.txt", "The ferry sails again.");
  first = g_object_ref (desk_window_get_document (fixture->window));
  open_short (fixture, "b.txt", "The ferry sails no more.\n\nThe pier is torn.");
  second = g_object_ref (desk_window_get_document (fixture->window));
  gtk_widget_grab_focus (view);
  for (guint i = 0; i < N_SWITCHES; i++)
    {
      Switch next = { fixture->window, i % 2 == 0 ? first : second };
      g_autoptr (GBytes) painted = NULL;
      g_autoptr (GBytes) anew = NULL;

      g_test_message ("switch %u", i);
      gtk_widget_add_tick_callback (view, switch_cb, &next, NULL);
      wait_until (next.document == NULL);
      rest (STILL);
      painted = take_picture (view);
      gtk_widget_queue_draw (view);
      rest (STILL / 2);
      anew = take_picture (view);
      g_assert_true (g_bytes_equal (painted, anew));
    }
}

UNIT (painted)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/painted/switch", Fixture, NULL, set_up, test_switch, tear_down);
  return run_with_application ();
}
