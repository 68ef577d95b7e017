/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/* Of a BulVoice. */
void bul_voice_free (gpointer data);

/* Writes anew who is heard in the story in row @story, inside the transaction that saves it. */
gboolean bul_voices_update (BulDb *db, gint64 story, GError **error);

G_END_DECLS
