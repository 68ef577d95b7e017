/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shortcuts.h"

#include <string.h>

#include <glib/gi18n.h>

/* What an action is called among the keys, or what keys do that are no action. */
typedef struct
{
  const char *action; /* NULL: @keys are done by the text itself */
  const char *keys;
  const char *title;
} Shortcut;

/* Where it is asked which keys an action has. */
typedef struct
{
  DeskShortcutsKeys get;
  gpointer data;
} Keys;

typedef enum
{
  SECTION_SCRIPT,
  SECTION_REVIEW,
  SECTION_WINDOW,
} SectionOf;

/* A page of the window; one with more rows than there is room for would be cut in two. */
static const struct
{
  const char *name;
  const char *title;
} sections[] = {
  [SECTION_SCRIPT] = { "script", N_ ("Working on a Script") },
  [SECTION_REVIEW] = { "review", N_ ("Reviewing and Correcting") },
  [SECTION_WINDOW] = { "window", N_ ("Going About the Window") },
};

#define MOST_ROWS 22

typedef struct
{
  SectionOf section;
  const char *title;
  Shortcut shortcuts[20];
} Group;

static const Group groups[] = {
  { SECTION_SCRIPT,
    N_ ("Stories"),
    {
        { "win.open", NULL, N_ ("Open a script") },
        { "win.import-folder", NULL, N_ ("Import a folder") },
        { "win.new-story", NULL, N_ ("New story") },
        { "win.paste-story", NULL, N_ ("Paste as a new story") },
        { "win.next-story", NULL, N_ ("Next story") },
        { "win.previous-story", NULL, N_ ("Previous story") },
        { "win.open-library", NULL, N_ ("Open another library") },
        { "win.save", NULL, N_ ("Save as a revision") },
        { "win.export", NULL, N_ ("Export") },
        { "win.print", NULL, N_ ("Print") },
        { "win.search-archive", NULL, N_ ("Search the archive") },
        { "win.show-people", NULL, N_ ("People of the archive") },
        { "win.find-in-library", NULL, N_ ("Find the selected words in the archive") },
        { "win.show-register", NULL, N_ ("Register of corrections") },
        { "win.save-search", NULL, N_ ("Save the search") },
    } },
  { SECTION_SCRIPT,
    N_ ("Script"),
    {
        { "win.undo", NULL, N_ ("Undo") },
        { "win.redo", NULL, N_ ("Redo") },
        { "win.find", NULL, N_ ("Find") },
        { "win.replace", NULL, N_ ("Replace") },
        { "win.next-match", NULL, N_ ("Next match") },
        { "win.previous-match", NULL, N_ ("Previous match") },
        { "win.next-misspelt", NULL, N_ ("Next misspelt word") },
        { "win.previous-misspelt", NULL, N_ ("Previous misspelt word") },
        { NULL, "Tab", N_ ("Next line") },
        { NULL, "<Shift>Tab", N_ ("Previous line") },
        { "win.go-to-line", NULL, N_ ("Go to a line") },
        { "win.last-edit", NULL, N_ ("Last edited place") },
        { "win.move-line-up", NULL, N_ ("Move the line up") },
        { "win.move-line-down", NULL, N_ ("Move the line down") },
        { "win.change-case", NULL, N_ ("Small letters or capitals") },
    } },
  { SECTION_REVIEW,
    N_ ("Changes"),
    {
        { "win.next-change", NULL, N_ ("Next change") },
        { "win.previous-change", NULL, N_ ("Previous change") },
        { "win.accept", NULL, N_ ("Accept the change, go to the next") },
        { "win.reject", NULL, N_ ("Reject the change, go to the next") },
        { "win.accept-to-here", NULL, N_ ("Accept all changes down to here") },
        { "win.toggle-struck", NULL, N_ ("Show or hide struck words") },
        { "win.lock-aired", NULL, N_ ("Lock as aired") },
    } },
  { SECTION_REVIEW,
    N_ ("Corrections and Findings"),
    {
        { "win.raise-correction", NULL, N_ ("Raise a correction") },
        { "win.replace-standing", NULL, N_ ("The same error elsewhere") },
        { "win.new-note", NULL, N_ ("Note on the selected words") },
        { "win.tag", NULL, N_ ("Tag the story, or those of the list") },
        { "win.tag-person", NULL, N_ ("Tag who is named, go to the next name") },
        { "win.check-line", NULL, N_ ("Check the line and go on") },
        { "win.next-open", NULL, N_ ("Next open thing") },
        { "win.previous-open", NULL, N_ ("Previous open thing") },
        { "win.next-finding", NULL, N_ ("Next finding") },
        { "win.previous-finding", NULL, N_ ("Previous finding") },
    } },
  { SECTION_REVIEW,
    N_ ("Pairs of Sentences"),
    {
        { "win.toggle-translation", NULL, N_ ("Korean and English side by side") },
        { "win.turn-over", NULL, N_ ("The other language") },
        { "win.join-pairs", NULL, N_ ("Join with the next pair") },
        { "win.split-pair", NULL, N_ ("Part the pair at the caret") },
        { "win.take-from-next", NULL, N_ ("Take the next sentence") },
        { "win.give-to-next", NULL, N_ ("Give away the last sentence") },
        { "win.unlink-pair", NULL, N_ ("Take the pair apart") },
        { "win.leave-alone", NULL, N_ ("Left out or added") },
        { NULL, "<Control>1...5", N_ ("Match of the memory") },
        { NULL, "<Control>6...9", N_ ("Term of the desk") },
        { "win.next-pair", NULL, N_ ("Next pair") },
        { "win.previous-pair", NULL, N_ ("Previous pair") },
        { "win.insert-chosen", NULL, N_ ("Insert the chosen match") },
        { "win.replace-by-chosen", NULL, N_ ("Replace by the chosen match") },
        { "win.insert-source", NULL, N_ ("Insert the original") },
        { "win.replace-by-source", NULL, N_ ("Replace by the original") },
        { "win.new-term", NULL, N_ ("New term from the selection") },
        { "win.toggle-aids", NULL, N_ ("Show or hide memory, terms and facts") },
    } },
  { SECTION_SCRIPT,
    N_ ("Speakers"),
    {
        { NULL, "<Alt>1...9", N_ ("Who is heard in the line") },
        { NULL, "<Alt>0", N_ ("Nobody is heard in the line") },
        { "win.rename-speaker", NULL, N_ ("Rename the speaker") },
    } },
  { SECTION_WINDOW,
    N_ ("Panes"),
    {
        { "win.show-speakers", NULL, N_ ("Speakers") },
        { "win.show-corrections", NULL, N_ ("Corrections") },
        { "win.show-notes", NULL, N_ ("Tags & Notes") },
        { "win.show-findings", NULL, N_ ("Findings") },
        { "win.show-history", NULL, N_ ("History") },
        { "win.toggle-list", NULL, N_ ("Show or hide the stories") },
        { "win.toggle-inspector", NULL, N_ ("Show or hide the panes") },
    } },
  { SECTION_WINDOW,
    N_ ("Register of Corrections"),
    {
        { NULL, "<Control>Return", N_ ("Approve or publish, go to the next") },
        { NULL, "<Alt>1...7", N_ ("Sort by a column") },
        { NULL, "<Alt>Left", N_ ("Back to the register") },
    } },
  { SECTION_WINDOW,
    N_ ("Window"),
    {
        { "win.prompter", NULL, N_ ("Prompter") },
        { "win.next-desk", NULL, N_ ("Next desk") },
        { "win.previous-desk", NULL, N_ ("Previous desk") },
        { "win.new-window", NULL, N_ ("New window") },
        { "win.zoom-in", NULL, N_ ("Larger script") },
        { "win.zoom-out", NULL, N_ ("Smaller script") },
        { "win.zoom-usual", NULL, N_ ("Usual size") },
        { "win.fullscreen", NULL, N_ ("Full screen") },
        { "win.preferences", NULL, N_ ("Preferences") },
        { "win.shortcuts", NULL, N_ ("Keyboard shortcuts") },
        { "win.help", NULL, N_ ("Help on what has the focus") },
        { NULL, "F10", N_ ("Main menu") },
        { "win.close", NULL, N_ ("Close the window") },
        { "app.quit", NULL, N_ ("Quit") },
    } },
};

static void
append_shortcut (GString *xml, const Shortcut *shortcut, const char *keys)
{
  g_autofree char *object = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
      "<property name='accelerator'>%s</property></object></child>",
      _ (shortcut->title), keys);

  g_string_append (xml, object);
}

/* Keys that stand for the same as another one, for keyboards and fingers that differ. */
static gboolean
is_twin (const char *keys)
{
  return strstr (keys, "KP_") != NULL || g_str_has_suffix (keys, "equal");
}

static void
append_action (GString *xml, const Keys *keys_of, const Shortcut *shortcut)
{
  const char *const *accels = keys_of->get (shortcut->action, keys_of->data);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; accels[i] != NULL; i++)
    if (!is_twin (accels[i]))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", accels[i]);
  if (keys->len > 0)
    append_shortcut (xml, shortcut, keys->str);
}

/* Whether an action has the key that the text would have else. */
static gboolean
is_taken (const Keys *keys_of, const char *keys)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->title != NULL; shortcut++)
      if (shortcut->action != NULL
          && g_strv_contains (keys_of->get (shortcut->action, keys_of->data), keys))
        return TRUE;
  return FALSE;
}

static void
append_group (GString *xml, const Keys *keys_of, const Group *group)
{
  g_autofree char *head = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
      _ (group->title));

  g_string_append (xml, head);
  for (const Shortcut *shortcut = group->shortcuts; shortcut->title != NULL; shortcut++)
    {
      if (shortcut->action != NULL)
        append_action (xml, keys_of, shortcut);
      else if (!is_taken (keys_of, shortcut->keys))
        append_shortcut (xml, shortcut, shortcut->keys);
    }
  g_string_append (xml, "</object></child>");
}

static void
append_section (GString *xml, const Keys *keys_of, SectionOf section)
{
  g_autofree char *head = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsSection'><property name='section-name'>%s</property>"
      "<property name='title'>%s</property><property name='max-height'>%d</property>",
      sections[section].name, _ (sections[section].title), MOST_ROWS);

  g_string_append (xml, head);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].section == section)
      append_group (xml, keys_of, &groups[i]);
  g_string_append (xml, "</object></child>");
}

/* In this GTK the window takes its parts from a description alone. */
GtkWidget *
desk_shortcuts_new (DeskShortcutsKeys get_keys, gpointer data, GtkWindow *parent)
{
  const Keys keys_of = { get_keys, data };
  g_autoptr (GString) xml
      = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                      "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    append_section (xml, &keys_of, i);
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return window;
}

const char *
desk_shortcuts_get_title (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->title != NULL; shortcut++)
      if (g_strcmp0 (shortcut->action, action) == 0)
        return _ (shortcut->title);
  return NULL;
}

char **
desk_shortcuts_list_actions (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->title != NULL; shortcut++)
      if (shortcut->action != NULL)
        g_strv_builder_add (builder, shortcut->action);
  return g_strv_builder_end (builder);
}
