/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-no-hits.h"

#include <glib/gi18n.h>

#include "desk-box.h"
#include "desk-chips.h"
#include "desk-query-text.h"

/* Nobody reads more. */
#define MOST_PARTS 6

struct _DeskNoHits
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *list;
};

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskNoHits, desk_no_hits, ADW_TYPE_BIN)

static void
removed_cb (DeskNoHits *self, GtkWidget *button)
{
  g_signal_emit (self, signals[REMOVED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "start")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "end")));
}

/* The label may be gone from the list by now, and is shown nowhere then. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkLabel) label = data;
  g_autoptr (DeskAll) all = desk_finder_find_all_finish (DESK_FINDER (source), result, NULL);
  g_autofree char *words = NULL;

  if (all == NULL)
    return;
  words = g_strdup_printf (ngettext ("%u story", "%u stories", all->docids->len), all->docids->len);
  gtk_label_set_text (label, words);
}

static void
add_part (DeskNoHits *self,
          DeskFinder *finder,
          const DeskQuestion *question,
          const BulQueryPart *part,
          GCancellable *cancellable)
{
  g_autofree char *words = desk_chips_dup_words (part);
  /* Translators: takes a part out of a query. */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), words);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);
  g_auto (DeskSplice) splice = { 0, 0, NULL };
  g_autofree char *rest = NULL;
  g_autoptr (DeskQuestion) without = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), count);
  gtk_button_set_child (GTK_BUTTON (button), row);
  g_object_set_data (G_OBJECT (button), "start", GUINT_TO_POINTER (part->node->range.start));
  g_object_set_data (G_OBJECT (button), "end", GUINT_TO_POINTER (part->node->range.end));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (self->list), button);

  desk_query_text_remove (question->text, part->node->range, &splice);
  rest = desk_splice_apply (&splice, question->text);
  without = desk_question_new (rest, question->flags, question->order);
  desk_finder_find_all_async (finder, without, cancellable, counted_cb, g_object_ref (count));
}

static const char *
describe (const GArray *parts, guint n_left_out)
{
  guint n_parts = parts->len;
  gboolean has_others = FALSE;

  for (guint i = 0; i < parts->len; i++)
    has_others |= g_array_index (parts, BulQueryPart, i).is_other;
  if (n_parts == 0)
    return _ ("The library is empty.");
  if (n_left_out == n_parts)
    return _ ("Nothing of it can be looked for. Words, names and dates can.");
  if (has_others)
    return _ ("No story is like that. Each of these can be left out:");
  return n_parts - n_left_out == 1 ? _ ("No story has these words.")
                                   : _ ("No story has all of it. Each of these can be left out:");
}

void
desk_no_hits_show (DeskNoHits *self,
                   DeskFinder *finder,
                   const DeskQuestion *question,
                   GCancellable *cancellable)
{
  g_autoptr (BulQuery) query = NULL;
  g_autoptr (GArray) parts = NULL;
  guint n_left_out = 0;

  g_return_if_fail (DESK_IS_NO_HITS (self) && question != NULL);

  query = bul_query_new (question->text, question->flags);
  parts = bul_query_list_parts (query);
  desk_box_clear (GTK_BOX (self->list));
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, BulQueryPart, i).node->type == BUL_QUERY_NONE)
      n_left_out++;
  for (guint i = 0; i < MIN (parts->len, MOST_PARTS) && parts->len - n_left_out > 1; i++)
    if (g_array_index (parts, BulQueryPart, i).node->type != BUL_QUERY_NONE)
      add_part (self, finder, question, &g_array_index (parts, BulQueryPart, i), cancellable);
  adw_status_page_set_description (self->page, describe (parts, n_left_out));
}

static void
desk_no_hits_class_init (DeskNoHitsClass *klass)
{
  signals[REMOVED] = g_signal_new ("removed", DESK_TYPE_NO_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
desk_no_hits_init (DeskNoHits *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 360);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  adw_status_page_set_icon_name (self->page, "system-search-symbolic");
  adw_status_page_set_title (self->page, _ ("Nothing found"));
  adw_status_page_set_child (self->page, clamp);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}
