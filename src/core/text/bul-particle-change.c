/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-particle-tail.h"
#include "bul-particle.h"

gboolean
bul_particle_find_change (const char *was,
                          const char *now,
                          const char *after,
                          BulParticleChange *change)
{
  BulParticleTail tail;
  const char *from = NULL;
  const char *to = NULL;

  g_return_val_if_fail (was != NULL && now != NULL && after != NULL && change != NULL, FALSE);

  if (!bul_particle_tail_read (after, &tail))
    return FALSE;
  from = bul_particle_tail_fit (&tail, was, was);
  to = bul_particle_tail_fit (&tail, was, now);
  if (from == NULL || to == NULL || g_str_equal (from, to)
      || !g_str_has_prefix (g_utf8_offset_to_pointer (after, tail.n_between), from))
    return FALSE;
  *change = (BulParticleChange){ tail.n_between, from, to };
  return TRUE;
}
