/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-pairs.h"
#include "bul-store-memory.h"
#include "bul-store-terms.h"
#include "desk-aid-row.h"
#include "desk-aids.h"
#include "desk-answers.h"
#include "desk-fact-row.h"
#include "desk-settings.h"
#include "desk-term-form.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "translation-hands.h"
#include "unit.h"

#define SYLLABLE "한"

/* Pixels */
#define NARROWEST 700

/* A pair of one sentence on either side, with a number in both. */
#define PILES_ENGLISH                                                                              \
  "Divers set 16 new piles under the landing stage, twice as many as before the storm."

/* The same number of everything in the window. */
static guint
count (Fixture *fixture, GType type)
{
  guint n = 0;

  while (has (get_desk (fixture), type, n))
    n++;
  return n;
}

static const char *
get_name (gpointer widget)
{
  return gtk_widget_get_tooltip_text (widget);
}

static void
press_number (Fixture *fixture, const char *action, guint number)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "u", number));
}

static const BulLink *
find_with (Fixture *fixture, const char *words)
{
  const GPtrArray *links = get_story (fixture)->links;

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *english = bul_link_dup_words (links->pdata[i], BUL_LANGUAGE_ENGLISH);

      if (english != NULL && strstr (english, words) != NULL)
        return links->pdata[i];
    }
  g_assert_not_reached ();
}

static char *
dup_side (Fixture *fixture, const char *key, BulLanguage language)
{
  const BulLink *link = bul_pairs_find (get_story (fixture), key);

  return link == NULL ? NULL : bul_link_dup_words (link, language);
}

/* Another program keeps what is found then. */
static BulStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BulStore *store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  return store;
}

static void
keep_in_memory (Fixture *fixture, const char *korean, const char *english)
{
  g_autoptr (BulStore) store = open_store (fixture);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_memory_entry_free);
  g_autoptr (GError) error = NULL;
  guint n;

  g_ptr_array_add (entries, bul_memory_entry_new (korean, english));
  g_assert_true (bul_store_add_memory (store, entries, &n, &error));
  g_assert_cmpuint (n, ==, 1);
}

static void
keep_term (Fixture *fixture, const char *korean, const char *english)
{
  g_autoptr (BulStore) store = open_store (fixture);
  g_autoptr (GPtrArray) terms = bul_terms_new ();
  BulTerm *term = bul_term_new (korean, english, 0);
  g_autoptr (GError) error = NULL;
  guint n;

  term->source = g_strdup ("desk");
  g_ptr_array_add (terms, term);
  g_assert_true (bul_store_add_terms (store, terms, &n, &error));
  g_assert_cmpuint (n, ==, 1);
}

/* The caret at the pair, which is the active one then. @return: its key */
static char *
go_to (Fixture *fixture, const char *words)
{
  const BulLink *link = find_with (fixture, words);
  char *key = g_strdup (link->key);

  put_caret (fixture, BUL_LANGUAGE_ENGLISH, link, 0);
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), key) == 0);
  return key;
}

/* --- the memory */

#define OTHER_KOREAN "잠수부들이 새 말뚝 16개를 박았습니다."

static void
test_match (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BulRecord) before = NULL;
  const char *name;

  open_desk (fixture);
  keep_in_memory (fixture, OTHER_KOREAN, PILES_ENGLISH);
  key = go_to (fixture, "Divers set");
  wait_until (has (get_desk (fixture), DESK_TYPE_AID_ROW, 0));
  name = get_name (find (get_desk (fixture), DESK_TYPE_AID_ROW, 0));
  g_assert_cmpstr (name, ==, "Put it into the translation");
  before = bul_record_copy (get_story (fixture));
  press_number (fixture, "win.insert-match", 1);
  after = dup_side (fixture, key, BUL_LANGUAGE_KOREAN);
  g_assert_cmpstr (after, ==, OTHER_KOREAN);
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* What is nearer comes first, and nothing comes that is not alike. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;

  open_desk (fixture);
  keep_in_memory (fixture, "먼 것", "Divers set 16 new piles under the stage.");
  keep_in_memory (fixture, "가까운 것",
                  "Divers set 18 new piles under the landing stage, twice as many as before.");
  keep_in_memory (fixture, "다른 것", "The mayor spoke of stage fright.");
  key = go_to (fixture, "Divers set");
  wait_until (count (fixture, DESK_TYPE_AID_ROW) == 2);
  press_number (fixture, "win.insert-match", 1);
  after = dup_side (fixture, key, BUL_LANGUAGE_KOREAN);
  g_assert_cmpstr (after, ==, "가까운 것");
}

/* What there is no row for puts nothing in. */
static void
test_no_match (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) before = NULL;

  open_desk (fixture);
  g_free (go_to (fixture, "Divers set"));
  before = bul_record_copy (get_story (fixture));
  press_number (fixture, "win.insert-match", 1);
  press_number (fixture, "win.insert-term", 1);
  press_number (fixture, "win.set-fact", 99);
  press_number (fixture, "win.leave-fact", 99);
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* A confirmed pair is in the memory once it is saved, and is no help to itself. */
static void
test_itself (Fixture *fixture, gconstpointer data)
{
  DeskAids *aids;
  GPtrArray *matches;
  g_autofree char *words = NULL;
  g_autofree char *korean = NULL;
  g_autofree char *key = NULL;

  open_desk (fixture);
  key = go_to (fixture, "Divers set");
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  wait_until (desk_aids_get_words (aids) != NULL
              && strstr (desk_aids_get_words (aids), "Divers set") != NULL);
  words = g_strdup (desk_aids_get_words (aids));
  korean = dup_side (fixture, key, BUL_LANGUAGE_KOREAN);
  matches = g_ptr_array_new ();
  for (guint i = 0; i < 2; i++)
    {
      BulFlowMatch *match = g_new0 (BulFlowMatch, 1);

      match->entry = bul_memory_entry_new (i == 0 ? korean : "다른 말", words);
      match->entry->story = g_strdup (get_story (fixture)->uid);
      match->percent = 100;
      g_ptr_array_add (matches, match);
    }
  desk_aids_take_matches (aids, "what nobody asked for", matches);
  g_assert_cmpuint (count (fixture, DESK_TYPE_AID_ROW), ==, 0);
  desk_aids_take_matches (aids, words, matches);
  g_assert_cmpuint (count (fixture, DESK_TYPE_AID_ROW), ==, 1);
  g_assert_cmpstr (desk_aids_get_match (aids, 1), ==, "다른 말");
  g_assert_null (desk_aids_get_match (aids, 2));
  desk_aids_set_pair (aids, NULL, NULL, BUL_LANGUAGE_KOREAN);
  wait_until (desk_aids_get_words (aids) == NULL);
  g_assert_cmpuint (count (fixture, DESK_TYPE_AID_ROW), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      bul_memory_entry_free (((BulFlowMatch *) matches->pdata[i])->entry);
      g_free (matches->pdata[i]);
    }
  g_ptr_array_unref (matches);
}

/* The sample with a translation of empty lines, and something for a sentence of it in the memory.
 * @return: the line of that sentence */
static guint
begin_empty (Fixture *fixture)
{
  const BulScript *script;
  guint line;

  open_sample (fixture);
  keep_in_memory (fixture, OTHER_KOREAN, PILES_ENGLISH);
  press (fixture, "win.toggle-translation");
  press (fixture, "win.new-translation");
  wait_until (desk_translation_has_pairs (get_desk (fixture)));
  script = bul_story_find_block (
      get_story (fixture),
      get_segment (find_with (fixture, "Divers set"), BUL_LANGUAGE_ENGLISH)->span.on, &line);
  g_assert_nonnull (script);
  return line;
}

static void
take_into_empty_line (Fixture *fixture, guint line)
{
  wait_until (has (get_desk (fixture), DESK_TYPE_AID_ROW, 0));
  press_number (fixture, "win.insert-match", 1);
  g_assert_cmpstr (get_block (fixture, BUL_LANGUAGE_KOREAN, line)->text, ==, OTHER_KOREAN);
  press (fixture, "win.undo");
  g_assert_cmpstr (get_block (fixture, BUL_LANGUAGE_KOREAN, line)->text, ==, "");
}

/* A line of a translation that is only begun has what answers its line of the original. */
static void
test_empty_line (Fixture *fixture, gconstpointer data)
{
  DeskView *korean;
  GtkTextIter iter;
  guint line = begin_empty (fixture);
  g_autofree char *key = g_strdup (get_block (fixture, BUL_LANGUAGE_KOREAN, line)->key);

  korean = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
  gtk_widget_grab_focus (GTK_WIDGET (korean));
  desk_buffer_get_iter_at_place (desk_view_get_buffer (korean), key, 0, DESK_AFTER_STRUCK, &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (korean)), &iter);
  take_into_empty_line (fixture, line);
}

/* From the original it goes there too, whether anything is translated before or not. */
static void
test_opposite_line (Fixture *fixture, gconstpointer data)
{
  guint line = begin_empty (fixture);
  const BulBlock *first;
  g_autoptr (GError) error = NULL;

  g_free (go_to (fixture, "Divers set"));
  take_into_empty_line (fixture, line);
  for (guint i = 0; i < line; i++)
    {
      first = get_block (fixture, BUL_LANGUAGE_KOREAN, i);
      if (get_block (fixture, BUL_LANGUAGE_ENGLISH, i)->kind == BUL_BLOCK_HEADLINE)
        bul_history_replace (get_history (fixture), first->key, 0, 0, "여객선이 다시 떴습니다.",
                             &error);
      g_assert_no_error (error);
    }
  wait_until (bul_link_count (get_pair (fixture, 0), BUL_LANGUAGE_KOREAN) == 1);
  g_free (go_to (fixture, "Divers set"));
  take_into_empty_line (fixture, line);
  g_assert_cmpuint (bul_link_count (get_pair (fixture, 0), BUL_LANGUAGE_KOREAN), ==, 1);
}

/* --- terms */

static GPtrArray *
list_terms (Fixture *fixture)
{
  g_autoptr (BulStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  GPtrArray *terms = bul_store_list_terms (store, &error);

  g_assert_no_error (error);
  return terms;
}

static guint
count_terms (Fixture *fixture)
{
  g_autoptr (GPtrArray) terms = list_terms (fixture);

  return terms->len;
}

/* Gives a term for the words at the caret in the column that has it. */
static void
give_term (Fixture *fixture, const char *english, const char *korean)
{
  DeskTermForm *form;
  GtkEditable *entries[2];

  press (fixture, "win.new-term");
  form = DESK_TERM_FORM (fixture->window->term_form);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (form)));
  for (guint i = 0; i < 2; i++)
    entries[i] = find (form, GTK_TYPE_ENTRY, i);
  g_assert_cmpstr (gtk_editable_get_text (entries[1]), ==, english);
  /* a term has words in both languages */
  g_signal_emit_by_name (entries[1], "activate");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (form)));
  gtk_editable_set_text (entries[0], korean);
  g_signal_emit_by_name (entries[0], "activate");
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (form)));
}

/* What hands give is a term of the desk at once, goes with its toast's button, and comes again. */
static void
test_new_term (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) terms = NULL;

  open_desk (fixture);
  key = go_to (fixture, "Divers set");
  give_term (fixture, "Divers", "잠수사");
  wait_until (count_terms (fixture) == 1);
  terms = list_terms (fixture);
  g_assert_cmpstr (((BulTerm *) terms->pdata[0])->korean, ==, "잠수사");
  g_assert_cmpstr (((BulTerm *) terms->pdata[0])->english, ==, "Divers");
  wait_until (has (get_desk (fixture), DESK_TYPE_AID_ROW, 0));
  wait_until (fixture->window->toast != NULL);
  g_signal_emit_by_name (fixture->window->toast, "button-clicked");
  wait_until (count_terms (fixture) == 0);
  give_term (fixture, "Divers", "잠수사");
  wait_until (count_terms (fixture) == 1);
}

/* How many findings say that a term is not kept. */
static guint
count_term_findings (Fixture *fixture)
{
  const GPtrArray *open = desk_findings_get_open (get_findings (fixture));
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    n += g_str_equal (((BulFinding *) open->pdata[i])->code, "fact-term");
  return n;
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  DeskAids *aids;
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;

  open_desk (fixture);
  g_assert_cmpuint (count_term_findings (fixture), ==, 0);
  keep_term (fixture, "접안대", "landing stage");
  keep_term (fixture, "잠수 요원", "diver");
  key = go_to (fixture, "Divers set");
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  wait_until (g_strcmp0 (desk_aids_get_term (aids, 2), "접안대") == 0);
  g_assert_cmpstr (desk_aids_get_term (aids, 1), ==, "잠수 요원");
  g_assert_null (desk_aids_get_term (aids, 3));
  /* The findings tell of the one that the Korean has otherwise. */
  wait_until (count_term_findings (fixture) > 0);
  press_number (fixture, "win.insert-term", 1);
  after = dup_side (fixture, key, BUL_LANGUAGE_KOREAN);
  g_assert_nonnull (strstr (after, "잠수 요원"));
  wait_until (desk_window_get_view (fixture->window)
              == desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN));
  press (fixture, "win.undo");
  g_free (after);
  after = dup_side (fixture, key, BUL_LANGUAGE_KOREAN);
  g_assert_null (strstr (after, "잠수 요원"));
}

static guint
find_differing (DeskAids *aids)
{
  const BulFlowFact *fact;

  for (guint number = 1; (fact = desk_aids_get_fact (aids, number)) != NULL; number++)
    if (bul_flow_fact_is_open (fact))
      return number;
  return 0;
}

/* Whether a fact can be left as it is. */
static gboolean
is_leave_shown (Fixture *fixture)
{
  for (guint i = 0; has (get_desk (fixture), DESK_TYPE_FACT_ROW, i); i++)
    {
      gpointer row = find (get_desk (fixture), DESK_TYPE_FACT_ROW, i);

      for (guint j = 0; has (row, GTK_TYPE_BUTTON, j); j++)
        {
          gpointer button = find (row, GTK_TYPE_BUTTON, j);

          if (gtk_widget_get_mapped (button)
              && g_strcmp0 (gtk_actionable_get_action_name (button), "win.leave-fact") == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* A term of the translation alone is told of that, and can be left as it is. */
static void
test_stray_term (Fixture *fixture, gconstpointer data)
{
  DeskAids *aids;

  open_desk (fixture);
  keep_term (fixture, "접안대", "boat ramp");
  g_free (go_to (fixture, "Divers set"));
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  wait_until (g_strcmp0 (desk_aids_get_term (aids, 1), "접안대") == 0);
  wait_until (find_differing (aids) > 0);
  g_assert_true (g_str_has_prefix (desk_aids_get_fact (aids, find_differing (aids))->message,
                                   "The Korean has"));
  wait_until (is_leave_shown (fixture));
  wait_until (count_term_findings (fixture) > 0);
  press_number (fixture, "win.leave-fact", find_differing (aids));
  wait_until (find_differing (aids) == 0 && !is_leave_shown (fixture));
}

/* --- facts */

static void
make_differ (Fixture *fixture)
{
  const BulSpan *span
      = &get_segment (find_with (fixture, "Divers set"), BUL_LANGUAGE_ENGLISH)->span;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      bul_history_replace (get_history (fixture), span->on, span->start + 11, 2, "61", &error));
  g_assert_no_error (error);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  DeskAids *aids;
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;

  open_desk (fixture);
  key = go_to (fixture, "Divers set");
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  wait_until (has (get_desk (fixture), DESK_TYPE_FACT_ROW, 0));
  g_assert_cmpuint (find_differing (aids), ==, 0);
  make_differ (fixture);
  wait_until (find_differing (aids) > 0);
  press_number (fixture, "win.set-fact", find_differing (aids));
  after = dup_side (fixture, key, BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (after, ==, PILES_ENGLISH);
  wait_until (find_differing (aids) == 0);
  press (fixture, "win.undo");
  wait_until (find_differing (aids) > 0);
  press_number (fixture, "win.leave-fact", find_differing (aids));
  wait_until (find_differing (aids) == 0);
  press (fixture, "win.undo");
  wait_until (find_differing (aids) > 0);
}

static gboolean
is_told (Fixture *fixture, const char *words)
{
  for (guint i = 0; has (get_desk (fixture), GTK_TYPE_LABEL, i); i++)
    {
      GtkWidget *label = find (get_desk (fixture), GTK_TYPE_LABEL, i);

      if (gtk_widget_get_mapped (label)
          && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is not translated yet is not left out, whatever the language of the original. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  begin_empty (fixture);
  g_free (go_to (fixture, "Divers set"));
  wait_until (is_told (fixture, "not translated yet"));
  wait_until (is_told (fixture, "There is no other side yet."));
}

/* A sentence of the translation alone is a pair still, and the foot and the aids say the same. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture);
  put_caret (fixture, BUL_LANGUAGE_KOREAN, find_with (fixture, "Divers set"), 0);
  wait_until (get_active (fixture) == find_with (fixture, "Divers set"));
  press (fixture, "win.leave-alone");
  wait_until (is_told (fixture, "added in Korean, confirmed"));
  wait_until (is_told (fixture, "There is no other side yet."));
  g_assert_false (is_told (fixture, "The caret stands in no pair."));
}

/* What is shown is older than what was typed just now: that is not written over. */
static void
test_old_fact (Fixture *fixture, gconstpointer data)
{
  DeskAids *aids;
  g_autoptr (BulRecord) before = NULL;
  const BulSpan *span;
  g_autoptr (GError) error = NULL;

  open_desk (fixture);
  g_free (go_to (fixture, "Divers set"));
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  make_differ (fixture);
  wait_until (find_differing (aids) > 0);
  span = &get_segment (find_with (fixture, "Divers set"), BUL_LANGUAGE_ENGLISH)->span;
  bul_history_replace (get_history (fixture), span->on, span->start, 0, "Yesterday ", &error);
  g_assert_no_error (error);
  before = bul_record_copy (get_story (fixture));
  press_number (fixture, "win.set-fact", find_differing (aids));
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* --- the whole of it */

/* Asks for it until it is so: a window manager that is busy with a window that is new gives it the
 * size that it had. */
static gboolean
is_narrow (Fixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (get_desk (fixture)));

  if (width > 0 && width < 900)
    return TRUE;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROWEST, 700);
  return FALSE;
}

/* All that helps stands in the narrowest window there is, which has one column of text. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int least;

  open_desk (fixture);
  keep_in_memory (fixture, OTHER_KOREAN, PILES_ENGLISH);
  keep_term (fixture, "잠수 요원", "diver");
  make_differ (fixture);
  wait_until (is_narrow (fixture));
  g_free (go_to (fixture, "Divers set"));
  wait_until (has (get_desk (fixture), DESK_TYPE_FACT_ROW, 0)
              && has (get_desk (fixture), DESK_TYPE_AID_ROW, 1));
  gtk_widget_measure (GTK_WIDGET (get_desk (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, NARROWEST);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *aids;
  g_autoptr (BulRecord) before = NULL;

  open_desk (fixture);
  aids = find (get_desk (fixture), DESK_TYPE_AIDS, 0);
  wait_until (gtk_widget_get_mapped (aids));
  gtk_test_accessible_assert_role (aids, GTK_ACCESSIBLE_ROLE_GROUP);
  keep_in_memory (fixture, OTHER_KOREAN, PILES_ENGLISH);
  g_free (go_to (fixture, "Divers set"));
  wait_until (has (get_desk (fixture), DESK_TYPE_AID_ROW, 0));
  press (fixture, "win.toggle-aids");
  wait_until (!gtk_widget_get_mapped (aids));
  /* What was shown for another pair is put into none. */
  g_free (go_to (fixture, "On the pier"));
  before = bul_record_copy (get_story (fixture));
  press_number (fixture, "win.insert-match", 1);
  g_assert_true (bul_record_equal (get_story (fixture), before));
  press (fixture, "win.toggle-aids");
  wait_until (gtk_widget_get_mapped (aids));
}

static const char *
get_answer (gpointer answers)
{
  GtkWidget *first = gtk_widget_get_first_child (answers);

  return first == NULL ? NULL : gtk_actionable_get_action_name (GTK_ACTIONABLE (first));
}

/* What can be said to a pair is another thing once it is confirmed. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *answers;
  g_autofree char *key = NULL;
  g_autofree char *reason = NULL;

  open_desk (fixture);
  answers = find (get_desk (fixture), DESK_TYPE_ANSWERS, 0);
  key = go_to (fixture, "Divers set");
  wait_until (g_strcmp0 (get_answer (answers), "win.accept") == 0);
  g_assert_null (desk_answers_dup_reason (bul_pairs_find (get_story (fixture), key)));
  press (fixture, "win.accept");
  g_free (go_to (fixture, "Divers set"));
  wait_until (g_strcmp0 (get_answer (answers), "win.unlink-pair") == 0);
  reason = desk_answers_dup_reason (bul_pairs_find (get_story (fixture), key));
  g_assert_cmpstr (reason, ==, "by Park Do-yun");
}

/* Keys stand as they do on keyboards. */
static void
test_key_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *words;
  } cases[] = {
    { "<Control>Return", "Ctrl+Enter" },
    { "<Control><Shift>Return", "Ctrl+Shift+Enter" },
    { "<Alt>Page_Down", "Alt+Page Down" },
    { "<Control>u", "Ctrl+U" },
    { "Return", "Enter" },
    { "Tab", "Tab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = desk_answers_dup_key (cases[i].key);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
done_cb (DeskView *view, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Whatever is put in, the syllable under way is in before. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "win.insert-match", "win.insert-term", "win.set-fact", "win.leave-fact" };

  open_desk (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      DeskView *view = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_ENGLISH);
      const BulBlock *block = get_block (fixture, BUL_LANGUAGE_ENGLISH, 6);
      g_autofree char *key = g_strdup (block->key);
      g_autofree char *expected = g_strconcat (SYLLABLE, block->text, NULL);
      gboolean done = FALSE;
      GtkTextIter iter;

      g_test_message ("%s", actions[i]);
      gtk_widget_grab_focus (GTK_WIDGET (view));
      wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
      desk_buffer_get_iter_at_place (desk_view_get_buffer (view), key, 0, DESK_AFTER_STRUCK, &iter);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter);
      fake_input_compose ("하");
      fake_input_compose (SYLLABLE);
      press_number (fixture, actions[i], 1);
      desk_window_commit (fixture->window, done_cb, &done);
      wait_until (done);
      g_assert_cmpstr (get_block (fixture, BUL_LANGUAGE_ENGLISH, 6)->text, ==, expected);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (aids)
{
  gtk_test_init (&argc, &argv);
  fake_input_install ();

  ADD ("/aids/match", test_match);
  ADD ("/aids/order", test_order);
  ADD ("/aids/no-match", test_no_match);
  ADD ("/aids/itself", test_itself);
  ADD ("/aids/empty-line", test_empty_line);
  ADD ("/aids/opposite-line", test_opposite_line);
  ADD ("/aids/terms", test_terms);
  ADD ("/aids/terms/new", test_new_term);
  ADD ("/aids/stray-term", test_stray_term);
  ADD ("/aids/facts", test_facts);
  ADD ("/aids/left-out", test_left_out);
  ADD ("/aids/added", test_added);
  ADD ("/aids/old-fact", test_old_fact);
  ADD ("/aids/narrow", test_narrow);
  ADD ("/aids/folds", test_folds);
  ADD ("/aids/answers", test_answers);
  g_test_add ("/aids/key-words", Fixture, NULL, NULL, test_key_words, NULL);
  ADD ("/aids/composing", test_composing);
  return run_with_application ();
}
