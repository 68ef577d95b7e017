/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <gtk/gtk.h>

#include "bul-counterpart.h"
#include "bul-flow-pair.h"
#include "bul-importers.h"
#include "desk-pairer.h"
#include "desk-pairs.h"
#include "unit.h"

/* Sentences on either side: so many that the answer comes from another thread. */
#define N_SENTENCES 120

#define LIMIT_SECONDS 20

#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;                       \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, limit);                                       \
        g_main_context_iteration (NULL, TRUE);                                                     \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  DeskDocument *document;
  BulHistory *history;
} Fixture;

/* Every sentence has numbers of its own. */
static BulStory *
make_script (const char *format)
{
  g_autoptr (GString) text = g_string_new ("date 2026-03-18 News 9\n\n");
  BulImportOptions options = { "UTF-8", FALSE };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = NULL;

  for (guint i = 0; i < N_SENTENCES; i++)
    g_string_append_printf (text, format, 1000 + i, 300 + 7 * i);
  bytes = g_bytes_new (text->str, text->len);
  import = bul_importers_read (bytes, NULL, &options, &error);
  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulStory) english
      = make_script ("Yesterday ship number %u left the harbour with %u people on board.\n\n");
  g_autoptr (GError) error = NULL;

  fixture->document = desk_document_new (
      make_script ("어제 %u호 배가 승객 %u명을 태우고 항구를 떠났습니다.\n\n"));
  fixture->history = desk_document_get_history (fixture->document);
  bul_counterpart_take (fixture->history, english, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wait_until (!desk_pairer_is_busy (fixture->document));
  g_object_unref (fixture->document);
}

static const BulStory *
get_story (Fixture *fixture)
{
  return desk_document_get_story (fixture->document);
}

static void
pair (Fixture *fixture)
{
  desk_pairs_pair (fixture->document);
  wait_until (!desk_pairer_is_busy (fixture->document));
  g_assert_cmpuint (get_story (fixture)->links->len, >=, N_SENTENCES);
}

static DeskPairsPlace
get_place (Fixture *fixture, guint number)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (get_story (fixture));
  const BulLink *link = links->pdata[number];
  const BulLink *other = links->pdata[number + 1];

  return (DeskPairsPlace){ .document = fixture->document,
                           .by = "Jae",
                           .key = link->key,
                           .other = other->key,
                           .language = BUL_LANGUAGE_ENGLISH };
}

static void
confirm (Fixture *fixture, guint number)
{
  DeskPairsPlace place = get_place (fixture, number);
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_pairs_confirm (&place, &error));
  g_assert_no_error (error);
}

static void
take_from_next (Fixture *fixture, guint number)
{
  DeskPairsPlace place = get_place (fixture, number);
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_pairs_take_from_next (&place, &error));
  g_assert_no_error (error);
}

/* As a text, whatever the keys of automatic links are. */
static char *
dup_pairs (const BulStory *story)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      g_string_append_printf (text, "%d %s:", link->state,
                              link->confidence == NULL ? "" : link->confidence);
      for (guint j = 0; j < link->segments->len; j++)
        {
          const BulSpan *span = &((const BulSegment *) link->segments->pdata[j])->span;

          g_string_append_printf (text, " %s %u-%u", span->on, span->start, span->end);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the aligner says at once of the story as it stands. */
static char *
dup_expected (Fixture *fixture)
{
  g_autoptr (BulHistory) history = bul_history_new (bul_record_copy (get_story (fixture)));
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_flow_pair (history, NULL, &error));
  return dup_pairs (bul_history_get_story (history));
}

static void
assert_paired (Fixture *fixture)
{
  g_autofree char *pairs = dup_pairs (get_story (fixture));
  g_autofree char *expected = dup_expected (fixture);

  g_assert_cmpstr (pairs, ==, expected);
}

/* --- the tests */

/* Nobody waits for the answer; it is taken back as one step. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  desk_pairs_pair (fixture->document);
  g_assert_cmpuint (get_story (fixture)->links->len, ==, 0);
  g_assert_true (desk_pairer_is_busy (fixture->document));
  wait_until (!desk_pairer_is_busy (fixture->document));
  assert_paired (fixture);
  g_assert_cmpuint (get_story (fixture)->links->len, >=, N_SENTENCES);
  g_assert_true (bul_history_undo (fixture->history));
  g_assert_cmpuint (get_story (fixture)->links->len, ==, 0);
}

/* What follows from a deed comes later, and goes with it. */
static void
test_deed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) before = NULL;

  pair (fixture);
  before = bul_record_copy (get_story (fixture));
  take_from_next (fixture, 40);
  wait_until (!desk_pairer_is_busy (fixture->document));
  assert_paired (fixture);
  g_assert_true (bul_history_undo (fixture->history));
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* No sentence is in two pairs. */
static void
assert_apart (DeskDocument *document)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (desk_document_get_story (document));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < links->len; i++)
    for (guint j = 0; j < ((BulLink *) links->pdata[i])->segments->len; j++)
      {
        const BulSpan *span
            = &((const BulSegment *) ((BulLink *) links->pdata[i])->segments->pdata[j])->span;

        /* Every line is one sentence. */
        g_assert_true (g_hash_table_add (seen, g_strdup (span->on)));
      }
}

/* An answer that was asked for before something was confirmed says nothing of that. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) before = NULL;
  g_autofree char *key = NULL;
  const BulLink *link;
  guint n_confirmed;

  pair (fixture);
  before = bul_record_copy (get_story (fixture));
  g_signal_connect (fixture->document, "changed", G_CALLBACK (assert_apart), NULL);
  confirm (fixture, 10);
  g_assert_true (desk_pairer_is_busy (fixture->document));
  key = g_strdup (get_place (fixture, 60).key);
  take_from_next (fixture, 60);
  confirm (fixture, 90);
  n_confirmed = bul_pairs_count (get_story (fixture)).n_confirmed;
  g_assert_cmpuint (n_confirmed, >=, 3);
  wait_until (!desk_pairer_is_busy (fixture->document));
  g_assert_cmpuint (bul_pairs_count (get_story (fixture)).n_confirmed, ==, n_confirmed);
  link = bul_pairs_find (get_story (fixture), key);
  g_assert_cmpint (link->state, ==, BUL_LINK_CONFIRMED);
  g_assert_cmpuint (bul_link_count (link, BUL_LANGUAGE_KOREAN), ==, 1);
  g_assert_cmpuint (bul_link_count (link, BUL_LANGUAGE_ENGLISH), ==, 2);
  assert_paired (fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_true (bul_history_undo (fixture->history));
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* What was undone meanwhile stays undone, and what follows from it comes once it is done again. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) before = NULL;

  pair (fixture);
  before = bul_record_copy (get_story (fixture));
  take_from_next (fixture, 40);
  g_assert_true (bul_history_undo (fixture->history));
  wait_until (!desk_pairer_is_busy (fixture->document));
  g_assert_true (bul_record_equal (get_story (fixture), before));
  g_assert_true (bul_history_can_redo (fixture->history));
  g_assert_true (bul_history_redo (fixture->history));
  wait_until (!desk_pairer_is_busy (fixture->document));
  assert_paired (fixture);
  g_assert_true (bul_history_undo (fixture->history));
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

/* A syllable that is being composed is still typed: nothing is changed under it. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  BulEdit *edit;

  pair (fixture);
  take_from_next (fixture, 40);
  before = dup_pairs (get_story (fixture));
  edit = bul_edit_new (BUL_EDIT_TEXT,
                       bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_KOREAN)->key, 0);
  desk_document_set_composing (fixture->document, edit);
  /* It came, and is waiting for another time: nothing else runs before it. */
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (20 * 1000);
    }
  after = dup_pairs (get_story (fixture));
  g_assert_cmpstr (before, ==, after);
  desk_document_set_composing (fixture->document, NULL);
  wait_until (!desk_pairer_is_busy (fixture->document));
  assert_paired (fixture);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (pairer)
{
  gtk_test_init (&argc, &argv);

  ADD ("/pairer/elsewhere", test_elsewhere);
  ADD ("/pairer/deed", test_deed);
  ADD ("/pairer/late", test_late);
  ADD ("/pairer/undone", test_undone);
  ADD ("/pairer/composing", test_composing);
  return g_test_run ();
}
