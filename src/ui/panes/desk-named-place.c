/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-named-place.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "desk-label.h"

/* How much of the line stands around what changes. */
#define CHARS_BEFORE 16
#define CHARS_AFTER 40

/* What the line reads and would read, and what stands around that. */
typedef struct
{
  char *before;
  char *was;
  char *now;
  char *after;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->before);
  g_free (self->was);
  g_free (self->now);
  g_free (self->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static char *
dup_now (const char *text, const BulNamedPlace *place, guint end)
{
  g_autofree char *between = NULL;

  if (place->particle_was == NULL)
    return g_strdup (place->now);
  between = bul_chars_slice (text, place->at + bul_chars_count (place->was), place->particle_at);
  return g_strconcat (place->now, between, place->particle_now, NULL);
}

static Words
make_words (const char *text, const BulNamedPlace *place)
{
  guint n_chars = bul_chars_count (text);
  guint end = place->particle_was == NULL
                  ? place->at + bul_chars_count (place->was)
                  : place->particle_at + bul_chars_count (place->particle_was);
  guint start = place->at > CHARS_BEFORE ? place->at - CHARS_BEFORE : 0;
  g_autofree char *before = bul_chars_slice (text, start, place->at);
  g_autofree char *after = bul_chars_slice (text, end, end + CHARS_AFTER);

  return (Words){
    .before = g_strconcat (start > 0 ? "…" : "", before, NULL),
    .was = bul_chars_slice (text, place->at, end),
    .now = dup_now (text, place, end),
    .after = g_strconcat (after, end + CHARS_AFTER < n_chars ? "…" : "", NULL),
  };
}

/* @attribute: (transfer full) */
static void
mark (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, const char *words)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) (start + strlen (words));
  pango_attr_list_insert (attributes, attribute);
}

/* Struck and underlined, so that it can be told without colours. */
static GtkWidget *
make_label (const Words *words)
{
  g_autofree char *text
      = g_strconcat (words->before, words->was, " ", words->now, words->after, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = gtk_label_new (NULL);
  gsize was = strlen (words->before);
  gsize now = was + strlen (words->was) + 1;

  mark (attributes, pango_attr_strikethrough_new (TRUE), was, words->was);
  mark (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), now, words->now);
  mark (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), now, words->now);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  desk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_widget_add_css_class (note, "small");
  gtk_widget_add_css_class (note, "dim");
  gtk_widget_set_valign (note, GTK_ALIGN_START);
  return note;
}

static const char *const sorts[] = {
  [BUL_NAMED_HEAD] = N_ ("who is heard"),
  [BUL_NAMED_WORDS] = N_ ("in a sentence"),
  [BUL_NAMED_QUOTE] = N_ ("as spoken"),
};

GtkWidget *
desk_named_place_new (const BulStory *story, const BulNamedPlace *place)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, place->block, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  g_auto (Words) words = make_words (block == NULL ? "" : block->text, place);
  g_autofree char *line = g_strdup_printf (_ ("line %u"), place->number);
  /* Translators: for a screen reader: line 6, in a sentence: “강태윤은” becomes “강태오는”. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s: “%s” becomes “%s”"), line,
                                             _ (sorts[place->sort]), words.was, words.now);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), make_label (&words));
  gtk_box_append (GTK_BOX (box),
                  make_note (place->sort == BUL_NAMED_QUOTE ? _ (sorts[place->sort]) : line));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return check;
}
