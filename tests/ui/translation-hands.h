/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell-fixture.h"

/* The sample in both languages, on the desk that shows them side by side. */
void open_both (Fixture *fixture);
void open_desk (Fixture *fixture);

DeskTranslation *get_desk (Fixture *fixture);
const BulStory *get_story (Fixture *fixture);

/* A line of either script, from 0. */
BulBlock *get_block (Fixture *fixture, BulLanguage language, guint line);

/* Pairs in the order of the texts, from 0. */
const BulLink *get_pair (Fixture *fixture, guint number);
const BulLink *get_active (Fixture *fixture);

/* The first sentence of a side; NULL where it has none. */
const BulSegment *get_segment (const BulLink *link, BulLanguage language);

/* Puts the caret at the start of the words of a pair, or so many characters further. */
void put_caret (Fixture *fixture, BulLanguage language, const BulLink *link, guint further);
