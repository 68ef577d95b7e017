/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A Korean particle, whose form depends on the sound before it. */
typedef enum
{
  BUL_PARTICLE_SUBJECT = 1, /* 이, 가 */
  BUL_PARTICLE_OBJECT,      /* 을, 를 */
  BUL_PARTICLE_TOPIC,       /* 은, 는 */
  BUL_PARTICLE_WITH,        /* 과, 와 */
  BUL_PARTICLE_DIRECTION,   /* 으로, 로; also before 서, 써, 부터 */
  BUL_PARTICLE_COPULA,      /* 이 or nothing, before 다, 며, 므로, 나, 란 */
  BUL_PARTICLE_QUOTE,       /* 이라고, 라고 */
} BulParticle;

/**
 * bul_particle:
 * @word: the word as written, with its quote marks, brackets, numbers, units
 *
 * The form is chosen by how a newsreader says the end of @word. What stands in brackets after a
 * word is not counted: 나이(年歲)가. Where the sound cannot be told, the form is a double one, such
 * as 을(를).
 */
const char *bul_particle (const char *word, BulParticle which);

/* Returns: (transfer full): @word with its particle. */
char *bul_particle_join (const char *word, BulParticle which);

/* A particle that must read otherwise: @at code points behind the word, @was gives way to @now. */
typedef struct
{
  guint at;
  const char *was;
  const char *now;
} BulParticleChange;

/*
 * Whether what stands @after a word, in the text from its end on, must change where @was gives way
 * to @now: 강태윤은 to 강태오는. An aside in brackets and a closing quote mark may stand between. A
 * particle that does not fit @was is none, and stays.
 */
gboolean bul_particle_find_change (const char *was,
                                   const char *now,
                                   const char *after,
                                   BulParticleChange *change);

G_END_DECLS
