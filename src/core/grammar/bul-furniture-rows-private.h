/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_FURNITURE_NONE,
  BUL_FURNITURE_HERE, /* belongs to the page wherever it stands: a button, a picture credit */
  BUL_FURNITURE_TAIL, /* comes after the story: tip block, copyright, e-mail */
} BulFurniture;

/* What pages print around a script. */
typedef struct
{
  BulFurniture furniture;
  const char *text;
} BulFurnitureRow;

/* The whole line, with numbers and signs behind it at most: “댓글 3”, “AD”. */
extern const BulFurnitureRow bul_furniture_labels[];
extern const guint bul_furniture_n_labels;

/* How a line begins. */
extern const BulFurnitureRow bul_furniture_starts[];
extern const guint bul_furniture_n_starts;

/* How a line begins that is no sentence, or one about the page. */
extern const BulFurnitureRow bul_furniture_ordinary[];
extern const guint bul_furniture_n_ordinary;

/* What a line that is no sentence holds. */
extern const BulFurnitureRow bul_furniture_anywhere[];
extern const guint bul_furniture_n_anywhere;

G_END_DECLS
