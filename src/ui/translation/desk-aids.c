/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-aids.h"

#include <glib/gi18n.h>

#include "bul-flow-memory.h"
#include "bul-flow-pair-terms.h"
#include "bul-pairs.h"
#include "desk-aid-row.h"
#include "desk-box.h"
#include "desk-fact-row.h"
#include "desk-wrap.h"

/* Milliseconds until the pair at the caret is looked at: who passes by on a held key waits for
 * nothing. */
#define REST 60

struct _DeskAids
{
  GtkBox parent_instance;

  GtkBox *matches;
  GtkLabel *no_match;
  GtkBox *terms;
  GtkLabel *no_term;
  GtkBox *facts;
  GtkLabel *no_fact;

  DeskDocument *document;
  char *key;
  BulLanguage source;
  char *words;            /* of the source, or NULL */
  char *other;            /* what answers them, or NULL */
  char *asked;            /* the words that the memory was asked for last, or NULL */
  GPtrArray *found;       /* of BulFlowMatch: for @asked, or NULL while it is looked for */
  GPtrArray *shown;       /* those of them that have a row; borrowed from @found */
  GPtrArray *known_terms; /* of BulFlowPairTerm */
  GPtrArray *known_facts; /* of BulFlowFact */
  guint chosen;           /* of @shown, from 1 */
  gint64 chosen_entry;    /* which somebody chose, or 0 */
  char *told;             /* all that is shown of terms and facts */
  guint rest_id;
};

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAids, desk_aids, GTK_TYPE_BOX)

static void
show_none (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words == NULL ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* --- what the memory has */

/* A confirmed pair is in the memory itself: it is no help to itself. */
static gboolean
is_itself (DeskAids *self, const BulFlowMatch *match)
{
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  BulLanguage other
      = self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;

  return story != NULL && match->percent == 100 && g_strcmp0 (match->entry->story, story->uid) == 0
         && g_strcmp0 (bul_memory_entry_get_words (match->entry, other), self->other) == 0;
}

static const char *
get_lack_of_matches (DeskAids *self)
{
  if (self->words == NULL)
    return _ ("The caret is in no sentence that is translated.");
  if (self->found == NULL)
    return _ ("Looking…");
  return self->shown->len == 0 ? _ ("Nothing alike was confirmed so far.") : NULL;
}

static void
show_chosen (DeskAids *self)
{
  guint number = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->matches)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    desk_aid_row_set_chosen (DESK_AID_ROW (row), ++number == self->chosen && self->chosen > 1);
}

static void
show_matches (DeskAids *self)
{
  desk_box_clear (self->matches);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; self->found != NULL && self->words != NULL && i < self->found->len; i++)
    {
      BulFlowMatch *match = self->found->pdata[i];

      if (self->shown->len == DESK_AID_MATCHES || is_itself (self, match))
        continue;
      g_ptr_array_add (self->shown, match);
      gtk_box_append (self->matches,
                      desk_aid_row_new_for_match (match, self->source, self->shown->len));
    }
  self->chosen = 1;
  for (guint i = 0; self->chosen_entry != 0 && i < self->shown->len; i++)
    if (((BulFlowMatch *) self->shown->pdata[i])->entry->number == self->chosen_entry)
      self->chosen = i + 1;
  show_chosen (self);
  show_none (self->no_match, get_lack_of_matches (self));
}

/* --- terms and facts */

/* A term that agrees is told as one alone. */
static gboolean
is_shown (const BulFlowFact *fact)
{
  return fact->kind == BUL_FACT_TERM ? !fact->agrees : fact->kind != BUL_FACT_LEFT;
}

static void
show_terms (DeskAids *self)
{
  desk_box_clear (self->terms);
  for (guint i = 0; i < self->known_terms->len; i++)
    gtk_box_append (self->terms, desk_aid_row_new_for_term (self->known_terms->pdata[i], i + 1,
                                                            self->other != NULL));
  show_none (self->no_term,
             self->known_terms->len > 0 ? NULL : _ ("No term of the desk is in it."));
}

/* A pair of which the translation alone has words is one all the same. */
static gboolean
has_sides (DeskAids *self, guint n)
{
  return (self->words != NULL ? 1u : 0u) + (self->other != NULL ? 1u : 0u) >= n;
}

static void
show_facts (DeskAids *self)
{
  guint n = 0;

  desk_box_clear (self->facts);
  /* What differs comes first. */
  for (guint agrees = 0; agrees < 2; agrees++)
    for (guint i = 0; i < self->known_facts->len; i++)
      {
        const BulFlowFact *fact = self->known_facts->pdata[i];

        if (!is_shown (fact) || bul_flow_fact_is_open (fact) == (agrees != 0))
          continue;
        gtk_box_append (self->facts, desk_fact_row_new (fact, i + 1));
        n++;
      }
  show_none (self->no_fact, n > 0 ? NULL
                            : has_sides (self, 2)
                                ? _ ("No number, date or name was found to compare.")
                            : has_sides (self, 1) ? _ ("There is no other side yet.")
                                                  : _ ("The caret stands in no pair."));
}

static char *
dup_told (DeskAids *self)
{
  g_autoptr (GString) told = g_string_new (has_sides (self, 2)   ? "+"
                                           : has_sides (self, 1) ? ""
                                                                 : "-");

  for (guint i = 0; i < self->known_terms->len; i++)
    {
      const BulFlowPairTerm *term = self->known_terms->pdata[i];

      g_string_append_printf (told, "%s\t%s\t%d%d\n", term->words, term->answer, term->is_kept,
                              term->is_stray);
    }
  for (guint i = 0; i < self->known_facts->len; i++)
    {
      const BulFlowFact *fact = self->known_facts->pdata[i];

      g_string_append_printf (told, "%s\t%s\t%d\n", fact->message,
                              fact->proposal == NULL ? "" : fact->proposal, fact->dismissed);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static gboolean
rested_cb (gpointer data)
{
  DeskAids *self = data;
  const BulStory *story = self->document == NULL ? NULL : desk_document_get_story (self->document);
  const BulLink *link
      = story == NULL || self->key == NULL ? NULL : bul_pairs_find (story, self->key);
  GPtrArray *lexicons = story == NULL ? NULL : desk_document_get_lexicons (self->document);
  BulLanguage other
      = self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  g_autofree char *told = NULL;
  g_autofree char *answer = g_steal_pointer (&self->other);

  self->rest_id = 0;
  g_free (self->words);
  self->words = link == NULL ? NULL : bul_link_dup_words (link, self->source);
  self->other = link == NULL ? NULL : bul_link_dup_words (link, other);
  g_ptr_array_unref (self->known_terms);
  self->known_terms = bul_flow_pair_terms (self->words == NULL ? NULL : lexicons, self->source,
                                           self->words, self->other);
  g_ptr_array_set_size (self->known_facts, 0);
  if (self->words != NULL && self->other != NULL)
    {
      g_ptr_array_unref (self->known_facts);
      self->known_facts = bul_flow_parity_of (story, link, lexicons);
    }
  /* A row that somebody has come to by Tab stays as long as it says the same. */
  told = dup_told (self);
  if (g_strcmp0 (told, self->told) != 0)
    {
      show_terms (self);
      show_facts (self);
      g_free (self->told);
      self->told = g_steal_pointer (&told);
    }
  if (g_strcmp0 (self->asked, self->words) != 0)
    desk_aids_ask_again (self);
  else if (g_strcmp0 (answer, self->other) != 0)
    show_matches (self);
  return G_SOURCE_REMOVE;
}

/* --- the widget */

static void
desk_aids_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_aids_parent_class)->map (widget);
  desk_aids_refresh (DESK_AIDS (widget));
}

static void
desk_aids_dispose (GObject *object)
{
  DeskAids *self = DESK_AIDS (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_AIDS);
  G_OBJECT_CLASS (desk_aids_parent_class)->dispose (object);
}

static void
desk_aids_finalize (GObject *object)
{
  DeskAids *self = DESK_AIDS (object);

  g_free (self->key);
  g_free (self->words);
  g_free (self->other);
  g_free (self->asked);
  g_free (self->told);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->known_terms);
  g_ptr_array_unref (self->known_facts);
  G_OBJECT_CLASS (desk_aids_parent_class)->finalize (object);
}

static void
desk_aids_class_init (DeskAidsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_aids_dispose;
  object_class->finalize = desk_aids_finalize;
  widget_class->map = desk_aids_map;
  signals[WANTED] = g_signal_new ("wanted", DESK_TYPE_AIDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/translation/desk-aids.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAids, matches);
  gtk_widget_class_bind_template_child (widget_class, DeskAids, no_match);
  gtk_widget_class_bind_template_child (widget_class, DeskAids, terms);
  gtk_widget_class_bind_template_child (widget_class, DeskAids, no_term);
  gtk_widget_class_bind_template_child (widget_class, DeskAids, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskAids, no_fact);
}

static void
desk_aids_init (DeskAids *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->source = BUL_LANGUAGE_KOREAN;
  self->shown = g_ptr_array_new ();
  self->known_terms = g_ptr_array_new ();
  self->known_facts = g_ptr_array_new ();
}

void
desk_aids_set_pair (DeskAids *self, DeskDocument *document, const char *key, BulLanguage source)
{
  g_return_if_fail (DESK_IS_AIDS (self));

  /* What is found is sorted out anew for another story, though its words are the same. */
  if (g_set_object (&self->document, document))
    g_clear_pointer (&self->other, g_free);
  if (g_strcmp0 (key, self->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }
  self->source = source;
  desk_aids_refresh (self);
}

void
desk_aids_refresh (DeskAids *self)
{
  g_return_if_fail (DESK_IS_AIDS (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rest_id = g_timeout_add (REST, rested_cb, self);
}

/* Before the first answer comes, what was found for other words is gone. */
void
desk_aids_ask_again (DeskAids *self)
{
  g_return_if_fail (DESK_IS_AIDS (self));

  if (g_strcmp0 (self->asked, self->words) != 0)
    {
      self->chosen_entry = 0;
      g_free (self->asked);
      self->asked = g_strdup (self->words);
      g_ptr_array_set_size (self->shown, 0);
      g_clear_pointer (&self->found, g_ptr_array_unref);
      show_matches (self);
    }
  if (self->asked != NULL)
    g_signal_emit (self, signals[WANTED], 0);
}

const char *
desk_aids_get_words (DeskAids *self)
{
  g_return_val_if_fail (DESK_IS_AIDS (self), NULL);

  return self->asked;
}

BulLanguage
desk_aids_get_source (DeskAids *self)
{
  g_return_val_if_fail (DESK_IS_AIDS (self), BUL_LANGUAGE_KOREAN);

  return self->source;
}

void
desk_aids_take_matches (DeskAids *self, const char *words, GPtrArray *matches)
{
  g_return_if_fail (DESK_IS_AIDS (self));

  if (g_strcmp0 (words, self->asked) != 0)
    return;
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_ptr_array_ref (matches);
  show_matches (self);
}

/* What is shown may be of another pair still, or of this one before the last key; nobody means
 * that. */
static gboolean
is_current (DeskAids *self)
{
  const BulLink *link = self->document == NULL || self->key == NULL
                            ? NULL
                            : bul_pairs_find (desk_document_get_story (self->document), self->key);
  g_autofree char *words = link == NULL ? NULL : bul_link_dup_words (link, self->source);

  return words != NULL && g_strcmp0 (words, self->words) == 0;
}

const char *
desk_aids_get_match (DeskAids *self, guint number)
{
  BulLanguage other;

  g_return_val_if_fail (DESK_IS_AIDS (self), NULL);

  other = self->source == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  return number == 0 || number > self->shown->len || !is_current (self)
             ? NULL
             : bul_memory_entry_get_words (((BulFlowMatch *) self->shown->pdata[number - 1])->entry,
                                           other);
}

const char *
desk_aids_get_term (DeskAids *self, guint number)
{
  g_return_val_if_fail (DESK_IS_AIDS (self), NULL);

  return number == 0 || number > self->known_terms->len || !is_current (self)
             ? NULL
             : ((BulFlowPairTerm *) self->known_terms->pdata[number - 1])->answer;
}

void
desk_aids_choose (DeskAids *self, guint number)
{
  g_return_if_fail (DESK_IS_AIDS (self));
  g_return_if_fail (number > 0 && number <= self->shown->len);

  self->chosen = number;
  self->chosen_entry = ((BulFlowMatch *) self->shown->pdata[number - 1])->entry->number;
  show_chosen (self);
}

guint
desk_aids_get_chosen (DeskAids *self)
{
  g_return_val_if_fail (DESK_IS_AIDS (self), 0);

  return self->chosen;
}

const BulFlowFact *
desk_aids_get_fact (DeskAids *self, guint number)
{
  g_return_val_if_fail (DESK_IS_AIDS (self), NULL);

  return number == 0 || number > self->known_facts->len || !is_current (self)
             ? NULL
             : self->known_facts->pdata[number - 1];
}
