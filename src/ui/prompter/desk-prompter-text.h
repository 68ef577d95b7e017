/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"

G_BEGIN_DECLS

#define DESK_PROMPTER_SIZE_LEAST 24
#define DESK_PROMPTER_SIZE_MOST 120
#define DESK_PROMPTER_SIZE_USUAL 56
#define DESK_PROMPTER_SPEED_LEAST 50
#define DESK_PROMPTER_SPEED_MOST 200
#define DESK_PROMPTER_SPEED_USUAL 100

/**
 * DeskPrompterText:
 *
 * The words of a script that are read aloud, large and white on black, and a mark at which they are
 * read. They roll by the frame clock. Whatever happens to the script meanwhile, the words at the
 * mark stay there.
 *
 * Signal: `moved` (), whenever other words or another time may be at the mark, or rolling began or
 * ended.
 */
#define DESK_TYPE_PROMPTER_TEXT (desk_prompter_text_get_type ())
G_DECLARE_FINAL_TYPE (DeskPrompterText, desk_prompter_text, DESK, PROMPTER_TEXT, GtkWidget)

/* A document of another story begins at its top; a newer one of the same story goes on. */
void desk_prompter_text_set_document (DeskPrompterText *self, DeskDocument *document);

/* In pixels, within its limits. */
void desk_prompter_text_set_size (DeskPrompterText *self, int size);
int desk_prompter_text_get_size (DeskPrompterText *self);

/* In percent of the pace of who reads, within its limits. */
void desk_prompter_text_set_speed (DeskPrompterText *self, int speed);
int desk_prompter_text_get_speed (DeskPrompterText *self);

void desk_prompter_text_set_running (DeskPrompterText *self, gboolean running);
gboolean desk_prompter_text_get_running (DeskPrompterText *self);

/* A frame is drawn at @time, in microseconds: what runs rolls on from the frame before. */
void desk_prompter_text_tick (DeskPrompterText *self, gint64 time);

/* To where the next part begins; to where this one begins, or else the one before it. */
void desk_prompter_text_next_part (DeskPrompterText *self);
void desk_prompter_text_previous_part (DeskPrompterText *self);
void desk_prompter_text_go_to_start (DeskPrompterText *self);
void desk_prompter_text_go_to_end (DeskPrompterText *self);

/* To the middle of the next row of letters, or of the one above. */
void desk_prompter_text_next_row (DeskPrompterText *self);
void desk_prompter_text_previous_row (DeskPrompterText *self);

/* By the height of rows of letters, down where @n is more than nothing. */
void desk_prompter_text_move (DeskPrompterText *self, double n);

/* In seconds. */
double desk_prompter_text_get_left (DeskPrompterText *self);
double desk_prompter_text_get_total (DeskPrompterText *self);

/* The part at the mark. */
BulSection desk_prompter_text_get_section (DeskPrompterText *self);

/* The words at the mark: key of the block, and where in its text; %FALSE where nothing is read.
 * @block: (out) (transfer full) */
gboolean desk_prompter_text_get_place (DeskPrompterText *self, char **block, guint *offset);

/* Whether nothing is read. */
gboolean desk_prompter_text_is_empty (DeskPrompterText *self);

/* How far the words have rolled, in pixels. */
double desk_prompter_text_get_y (DeskPrompterText *self);

G_END_DECLS
