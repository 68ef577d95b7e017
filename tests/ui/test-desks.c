/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell-fixture.h"
#include "unit.h"

/* What is made when it is first seen, and the action that shows it. */
typedef struct
{
  const char *name; /* its page among the desks, or NULL */
  GType (*get_type) (void);
  gsize widget; /* where the window keeps it */
  const char *show;
  const char *leave;
} Desk;

#define PART(member) G_STRUCT_OFFSET (DeskWindow, member)

static const Desk desks[] = {
  /* among the desks */
  { "translation", desk_translation_get_type, PART (translation), "win.toggle-translation",
    "win.toggle-translation" },
  { "archive", desk_archive_get_type, PART (archive), "win.search-archive", "win.next-desk" },
  { "archive", desk_archive_get_type, PART (archive), "win.find-in-library", "win.next-desk" },
  { "archive", desk_archive_get_type, PART (archive), "win.show-people", "win.next-desk" },
  { "register", desk_register_get_type, PART (register_desk), "win.show-register",
    "win.next-desk" },
  { "register", desk_register_get_type, PART (register_desk), "win.previous-desk",
    "win.next-desk" },
  /* over all of them */
  { NULL, desk_prompter_get_type, PART (prompter), "win.prompter", "win.close" },
};

static GtkWidget *
get_widget (Fixture *fixture, const Desk *desk)
{
  return G_STRUCT_MEMBER (GtkWidget *, fixture->window, desk->widget);
}

static gboolean
is_seen (Fixture *fixture, const Desk *desk)
{
  GtkWidget *widget = get_widget (fixture, desk);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static guint
count (Fixture *fixture, GType type)
{
  guint n = 0;

  while (has (fixture->window, type, n))
    n++;
  return n;
}

/* Whatever the desks are called: a new one that the window makes at once is found here. */
static void
assert_no_desk (Fixture *fixture)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (fixture->window->desks);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));

  g_assert_cmpuint (n_pages, >=, 4);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      if (g_strcmp0 (adw_view_stack_page_get_name (page), "script") == 0)
        continue;
      g_assert_true (ADW_IS_BIN (child));
      g_assert_null (adw_bin_get_child (ADW_BIN (child)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      g_assert_null (get_widget (fixture, &desks[i]));
      g_assert_cmpuint (count (fixture, desks[i].get_type ()), ==, 0);
    }
  g_assert_null (fixture->window->facets);
  g_assert_null (fixture->window->preview);
}

/* Who opens a file sees the script, and no desk is made for what is told or done meanwhile. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "win.undo",        "win.redo",           "win.next-pair",       "win.unlink-pair",
          "win.toggle-aids", "win.accept",         "win.toggle-struck",   "win.toggle-struck",
          "win.save",        "win.save-search",    "win.undo-tags",       "win.toggle-list",
          "win.toggle-list", "win.show-inspector", "win.toggle-inspector" };
  DeskLibrary *library = fixture->library;

  open_sample (fixture);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->script)));
  assert_no_desk (fixture);
  type (fixture, "Late: ");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    press (fixture, actions[i]);
  wait_until (!desk_document_get_modified (desk_window_get_document (fixture->window)));
  g_signal_emit_by_name (library, "preparing", 3);
  g_signal_emit_by_name (library, "preparing", 0);
  g_signal_emit_by_name (library, "listed");
  g_signal_emit_by_name (library, "people-changed");
  g_signal_emit_by_name (library, "moved");
  desk_window_load_vocabulary (fixture->window);
  wait_until (!g_main_context_pending (NULL));
  assert_no_desk (fixture);
}

static void
test_by_action (Fixture *fixture, gconstpointer data)
{
  const Desk *desk = data;
  GtkWidget *made;

  open_sample (fixture);
  press (fixture, desk->show);
  wait_until (is_seen (fixture, desk));
  made = get_widget (fixture, desk);
  g_assert_true (desk->name == NULL || desk_window_is_on_desk (fixture->window, desk->name));
  g_assert_cmpuint (count (fixture, desk->get_type ()), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    g_assert_true (desks[i].widget == desk->widget || get_widget (fixture, &desks[i]) == NULL);

  press (fixture, desk->leave);
  wait_until (!gtk_widget_get_mapped (made));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), desk->show, NULL);
  if (g_strcmp0 (desk->show, "win.previous-desk") != 0)
    wait_until (gtk_widget_get_mapped (made));
  g_assert_true (get_widget (fixture, desk) == made);
  g_assert_cmpuint (count (fixture, desk->get_type ()), ==, 1);

  /* It goes with the window. */
  g_object_add_weak_pointer (G_OBJECT (made), (gpointer *) &made);
  desk_window_leave_prompter (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  g_assert_null (made);
}

/* The switch above the desks asks nobody but the stack. */
static void
test_by_switch (Fixture *fixture, gconstpointer data)
{
  const Desk *desk = data;

  open_sample (fixture);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->script)));
  adw_view_stack_set_visible_child_name (fixture->window->desks, desk->name);
  g_assert_true (desk_window_is_on_desk (fixture->window, desk->name));
  wait_until (is_seen (fixture, desk));
  g_assert_cmpuint (count (fixture, desk->get_type ()), ==, 1);
  press (fixture, "win.undo");
  press (fixture, "win.find");
}

/* What stands beside the archive comes with it. */
static void
test_beside_archive (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  press (fixture, "win.search-archive");
  wait_until (fixture->window->facets != NULL
              && gtk_widget_get_mapped (GTK_WIDGET (fixture->window->facets)));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->preview)));
  wait_until (
      g_list_model_get_n_items (G_LIST_MODEL (desk_archive_get_list (fixture->window->archive)))
      == 1);
}

/* What was chosen before the two texts were there holds for them. */
static void
test_late_texts (Fixture *fixture, gconstpointer data)
{
  DeskTranslation *desk;

  open_sample (fixture);
  desk_window_show_struck (fixture->window, FALSE);
  press (fixture, "win.toggle-translation");
  wait_until (is_seen (fixture, &desks[0]));
  desk = fixture->window->translation;
  g_assert_true (desk_translation_get_document (desk)
                 == desk_window_get_document (fixture->window));
  for (BulLanguage language = BUL_LANGUAGE_KOREAN; language <= BUL_LANGUAGE_ENGLISH; language++)
    g_assert_false (desk_view_get_shows_struck (desk_translation_get_side (desk, language)));
  desk_window_show_struck (fixture->window, TRUE);
  for (BulLanguage language = BUL_LANGUAGE_KOREAN; language <= BUL_LANGUAGE_ENGLISH; language++)
    g_assert_true (desk_view_get_shows_struck (desk_translation_get_side (desk, language)));
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desks/by-action/%s", desks[i].show);

      add (path, &desks[i], test_by_action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desks/by-switch/%s", desks[i].name);

      if (desks[i].name != NULL && (i == 0 || desks[i].widget != desks[i - 1].widget))
        add (path, &desks[i], test_by_switch);
    }
}

UNIT (desks)
{
  gtk_test_init (&argc, &argv);
  add ("/desks/none", NULL, test_none);
  add_rows ();
  add ("/desks/beside-archive", NULL, test_beside_archive);
  add ("/desks/late-texts", NULL, test_late_texts);
  return run_with_application ();
}
