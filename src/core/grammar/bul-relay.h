/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* The line by which the anchor passes to the reporter, or the reporter closes. */
typedef struct
{
  BulSlice reporter;
  BulSlice broadcaster; /* a sign-off names it, a hand-off does not */
  BulSlice place;
  BulSlice credits;    /* what is glued to it behind */
  gboolean passes;     /* its verb passes on: 기자가 보도합니다, “has the details” */
  gboolean closes;     /* it looks back: 지금까지, 기자였습니다 */
  gboolean is_weak;    /* a sentence like others: only its place can make it a hand-off */
  gboolean is_damaged; /* letters are lost: “KBS 스 X입니다” */
} BulRelay;

/*
 * Whether @line passes to or closes for a reporter, by its words alone: `This is X reporting from
 * Washington.`, `KBS 뉴스 X입니다.` On which side of the section mark it stands says which of the
 * two it is.
 */
gboolean bul_relay_read (BulSlice line, BulRelay *relay);

G_END_DECLS
