/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-buffer.h"

G_BEGIN_DECLS

/* What hands do to a script, and what must hold whatever they did. */

extern const char *const hands_ferry[];

BulStory *hands_make_story (const char *const *lines);

char *hands_get_text (DeskBuffer *buffer);
void hands_assert_true_to_story (DeskBuffer *buffer);
void hands_assert_text (DeskBuffer *buffer, const char *expected);

void hands_insert (DeskBuffer *buffer, guint at, const char *text);
void hands_erase (DeskBuffer *buffer, guint start, guint end);
void hands_replace (DeskBuffer *buffer, guint start, guint end, const char *text);

/* Two windows on one story, and one of them shows every line that the random hands leave. */
typedef struct
{
  DeskDocument *document;
  DeskBuffer *buffers[2];
  GRand *rand;
} HandsDesk;

/* One deed at random. */
void hands_do_something (HandsDesk *desk);
void hands_assert_styled (DeskBuffer *buffer);

G_END_DECLS
