/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "bul-chars.h"
#include "desk-mnemonics.h"
#include "desk-summary.h"
#include "desk-tag.h"
#include "desk-token.h"
#include "unit.h"

/* What AT-SPI does with every tag on which `foreground-set` is true. */
static void
test_tag_colour_can_be_read (void)
{
  g_autoptr (GtkTextTag) tag = desk_tag_new ("dim");
  const GdkRGBA blue = { 0, 0, 1, 1 };
  g_autoptr (GdkRGBA) read = NULL;

  g_object_set (tag, "foreground-rgba", &blue, NULL);
  g_object_get (tag, "foreground", &read, NULL);
  g_assert_true (gdk_rgba_equal (read, &blue));
}

static void
test_words (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    guint at;
    const char *word;
  } cases[] = {
    { "a word", "The ferry sails", 6, "ferry" },
    { "at its start", "The ferry sails", 4, "ferry" },
    { "at its end", "The ferry sails", 9, "ferry" },
    { "a number with a separator", "of 1,027 people", 4, "1,027" },
    { "a number at its separator", "of 1,027 people", 4, "1,027" },
    { "a decimal", "about 3.5 tons", 7, "3.5" },
    { "a number at the end of a sentence", "It was 27.", 8, "27" },
    { "Korean", "첫 배가 떠났습니다.", 3, "배가" },
    { "between blanks", "a   b", 2, "" },
    { "nothing", "a -- b", 3, "" },
    { "beyond the end", "ab", 9, "ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BulRange range = desk_token_find (cases[i].text, cases[i].at);
      g_autofree char *word = bul_chars_slice (cases[i].text, range.start, range.end);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

/* What people wrote stays what they wrote. */
static void
test_summary (void)
{
  static const struct
  {
    const char *summary;
    const char *words;
  } rows[] = {
    { "As aired", "Locked as aired" },
    { "published", "Correction published" },
    { "Restored revision 12", "Restored revision 12" },
    { "Took unsaved edits of 100%sure", "Took unsaved edits of 100%sure" },
    { "Tagged with care", "Tagged with care" },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = desk_summary_dup_words (rows[i].summary);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static gboolean
is_told_as_written (GtkWidget *button)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* “_Approve” is how it is written; what a screen reader says is the label inside. */
static void
test_mnemonics (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic ("_Approve");
  GtkWidget *plain = gtk_button_new_with_label ("Approve");

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_window_set_child (GTK_WINDOW (window), box);
  g_assert_true (is_told_as_written (button));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (button))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_told_as_written (button));
  gtk_button_set_label (GTK_BUTTON (button), "_Publish");
  g_assert_false (is_told_as_written (button));
  g_assert_true (is_told_as_written (plain));
  gtk_window_destroy (GTK_WINDOW (window));
}

UNIT (editor_parts)
{
  gtk_test_init (&argc, &argv, NULL);
  desk_mnemonics_install ();
  g_test_add_func ("/editor/tag/colour-can-be-read", test_tag_colour_can_be_read);
  g_test_add_func ("/editor/token/words", test_words);
  g_test_add_func ("/editor/summary", test_summary);
  g_test_add_func ("/editor/mnemonics", test_mnemonics);
  return g_test_run ();
}
