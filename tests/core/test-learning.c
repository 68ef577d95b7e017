/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-aligner.h"
#include "bul-flow-learn.h"
#include "bul-flow-pair.h"
#include "bul-store-memory.h"
#include "bul-store-private.h"
#include "test-libraries.h"
#include "unit.h"

/* Words that no lexicon has, and that do not sound alike. */
static const char *const korean[] = { "뿌갈", "쩌먹", "헤돔", "꾸벨", "낄조", "둠패",
                                      "러쿵", "뵤탕", "쉬콜", "퀘뭄", "휴줍", "짜늪" };
static const char *const english[]
    = { "wintrosk",  "vembrast", "jaxplum",  "gorvanth", "hedwissen", "azimbrok",
        "plenostat", "ofgrith",  "ubnartel", "ystrom",   "ekwundar",  "incravsel" };

#define N_WORDS G_N_ELEMENTS (korean)

static char *
make_sentence (const char *const *words, guint a, guint b, guint c)
{
  return g_strdup_printf ("%s %s %s.", words[a % N_WORDS], words[b % N_WORDS], words[c % N_WORDS]);
}

static void
entry_free (gpointer data)
{
  bul_memory_entry_free (data);
}

/* Pair @i of many, all of three words that stand together in few others. */
static GPtrArray *
make_entries (guint first, guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *one = make_sentence (korean, i, 5 * i + 1, 7 * i / 3 + i / 12 + 4);
      g_autofree char *other = make_sentence (english, 7 * i / 3 + i / 12 + 4, i, 5 * i + 1);

      g_ptr_array_add (entries, bul_memory_entry_new (one, other));
    }
  return entries;
}

static void
add (BulStore *store, guint first, guint n)
{
  g_autoptr (GPtrArray) entries = make_entries (first, n);
  g_autoptr (GError) error = NULL;
  guint n_new;

  bul_store_add_memory (store, entries, &n_new, &error);
  g_assert_no_error (error);
}

static void
learn_all (BulStore *store)
{
  g_autoptr (GError) error = NULL;

  bul_flow_learn_all (store, &error);
  g_assert_no_error (error);
}

static char *
dump (BulStore *store, const char *sql)
{
  sqlite3_stmt *select = bul_db_prepare (store->db, sql, NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (select);
  while (bul_db_step (store->db, select, NULL) == BUL_DB_ROW)
    g_string_append_printf (out, "%s\n", bul_db_get_text (select, 0));
  return g_string_free (out, FALSE);
}

/* All that was learned, as lines. */
static char *
dump_model (BulStore *store)
{
  g_autofree char *ties = dump (store, "SELECT korean || ' ' || english || ' ' || pairs || ' ' ||"
                                       " mass FROM word_tie ORDER BY korean, english");
  g_autofree char *words = dump (store, "SELECT language || ' ' || word || ' ' || pairs"
                                        " FROM word_count ORDER BY language, word");

  return g_strconcat (ties, words, NULL);
}

static void
assert_same_model (BulStore *one, BulStore *other)
{
  g_autofree char *of_one = dump_model (one);
  g_autofree char *of_other = dump_model (other);

  g_assert_cmpstr (of_one, ==, of_other);
}

/* One by one, from the last to the first, or all at once: what was learned is the same. */
static void
test_portions (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  enum
  {
    N = 70
  };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  Library second;
  g_autoptr (BulStore) other = NULL;
  gboolean left = TRUE;

  library_set_up (&second, NULL);
  other = library_open (&second, BUL_STORE_READ_WRITE);
  add (store, 0, N);
  learn_all (store);
  for (guint i = N; i > 0; i--)
    {
      add (other, i - 1, 1);
      g_assert_true (bul_flow_learn (other, 1, &left, NULL));
      g_assert_false (left);
    }
  assert_same_model (store, other);
  g_clear_pointer (&other, bul_store_close);
  library_tear_down (&second, NULL);
}

/* What is forgotten leaves no trace; what is recalled is as before. */
static void
test_forgotten (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  add (store, 0, 20);
  learn_all (store);
  few = dump_model (store);
  add (store, 20, 20);
  learn_all (store);
  many = dump_model (store);
  g_assert_cmpstr (few, !=, many);
  for (guint i = 21; i <= 40; i++)
    g_assert_true (bul_store_forget_memory (store, i, NULL));
  learn_all (store);
  after = dump_model (store);
  g_assert_cmpstr (after, ==, few);
  for (guint i = 40; i >= 21; i--)
    g_assert_true (bul_store_recall_memory (store, i, NULL));
  learn_all (store);
  again = dump_model (store);
  g_assert_cmpstr (again, ==, many);
}

/* Counts of another version are given up, not added to. */
static void
test_version (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (store, 0, 20);
  learn_all (store);
  before = dump_model (store);
  library_run_sql (library, "UPDATE word_version SET version = 7;"
                            " UPDATE word_tie SET mass = 4321, pairs = 9;"
                            " UPDATE memory SET learned = 0 WHERE id = 1");
  learn_all (store);
  after = dump_model (store);
  g_assert_cmpstr (after, ==, before);
}

/* The links of sentences as `0=1 `, a hyphen for none. */
static char *
align (BulStore *store, const char *const *ko, const char *const *en, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lexicons = bul_flow_pair_read_lexicons (store, NULL, &error);
  BulAlignerOptions options = { .lexicons = lexicons };
  g_autoptr (GPtrArray) links = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  links = bul_aligner_align (ko, n, en, n, &options);
  for (guint i = 0; i < links->len; i++)
    {
      const BulAlignedLink *link = links->pdata[i];

      for (guint side = 0; side < 2; side++)
        {
          const GArray *members = side == 0 ? link->korean : link->english;

          if (members->len == 0)
            g_string_append_c (out, '-');
          for (guint j = 0; j < members->len; j++)
            g_string_append_printf (out, "%u", g_array_index (members, guint, j));
          g_string_append_c (out, side == 0 ? '=' : ' ');
        }
    }
  return g_string_free (out, FALSE);
}

/* Two sentences were put the other way round. Lengths alone know nothing of that; what was
 * confirmed before does. */
static void
test_helps (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const ko[]
      = { "뿌갈 쩌먹 헤돔.", "꾸벨 낄조 둠패.", "러쿵 뵤탕 쉬콜.", "퀘뭄 휴줍 짜늪." };
  static const char *const en[] = { "Wintrosk vembrast jaxplum.", "Plenostat ofgrith ubnartel.",
                                    "Gorvanth hedwissen azimbrok.", "Ystrom ekwundar incravsel." };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autofree char *before = align (store, ko, en, G_N_ELEMENTS (ko));
  g_autofree char *after = NULL;
  g_autofree char *forgotten = NULL;

  add (store, 0, 48);
  learn_all (store);
  after = align (store, ko, en, G_N_ELEMENTS (ko));
  g_assert_cmpstr (after, ==, "0=0 1=2 2=1 3=3 ");
  g_assert_cmpstr (before, ==, "0=0 1=1 2=2 3=3 ");
  for (guint i = 1; i <= 48; i++)
    bul_store_forget_memory (store, i, NULL);
  learn_all (store);
  forgotten = align (store, ko, en, G_N_ELEMENTS (ko));
  g_assert_cmpstr (forgotten, ==, before);
}

UNIT (learning)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/learning/" path, Library, NULL, library_set_up, func, library_tear_down)
  ADD ("portions", test_portions);
  ADD ("forgotten", test_forgotten);
  ADD ("version", test_version);
  ADD ("helps", test_helps);
#undef ADD
  return g_test_run ();
}
