/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-exporters.h"
#include "bul-finding.h"
#include "bul-import-xml.h"
#include "bul-story-xml.h"
#include "test-xml-stories.h"
#include "unit.h"

#define N_QUICK 400
#define N_SLOW 20000

static GPtrArray *
findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bul_finding_free);
}

static GBytes *
export_story (const BulStory *story)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = bul_exporters_find ("xml")->write (story, &error);

  g_assert_no_error (error);
  return bytes;
}

static BulStory *
import_story (GBytes *bytes, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  BulStory *story = bul_import_xml (bytes, findings, &error);

  g_assert_no_error (error);
  return story;
}

static void
test_round_trip (void)
{
  guint n = g_test_slow () ? N_SLOW : N_QUICK;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BulStory) story = xml_stories_make (rand);
      g_autoptr (GBytes) first = export_story (story);
      g_autoptr (GPtrArray) findings = findings_new ();
      g_autoptr (BulStory) again = import_story (first, findings);
      g_autoptr (GBytes) second = export_story (again);

      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_true (bul_record_equal (story, again));
      g_assert_true (g_bytes_equal (first, second));
    }
}

UNIT (xml_story)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-story/round-trip", test_round_trip);

  return g_test_run ();
}
