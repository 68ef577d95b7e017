/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-story.h"

G_BEGIN_DECLS

/* What a person may put right; the rest is told by the script itself. */
typedef enum
{
  DESK_FACT_HEADLINE,
  DESK_FACT_SLUG,
  DESK_FACT_PROGRAMME,
  DESK_FACT_DATE,
  DESK_FACT_LANGUAGE,
  N_DESK_FACTS
} DeskFact;

/**
 * DeskFactsCard:
 *
 * What is known of a story as a whole, to be read and put right. An entry says what it holds once
 * Enter is pressed or the focus leaves it.
 *
 * Signal: `said` (DeskFact as guint, const char *value or %NULL for “not known”).
 */
#define DESK_TYPE_FACTS_CARD (desk_facts_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskFactsCard, desk_facts_card, DESK, FACTS_CARD, GtkBox)

/* What is being typed stays, unless it is about another story. */
void desk_facts_card_show (DeskFactsCard *self, const BulStory *story);

/* Why the last word was not taken; %NULL: it was. */
void desk_facts_card_tell (DeskFactsCard *self, const char *words);

G_END_DECLS
