/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

/* What a program does to files, in the order in which it does it: a head, two names, bytes. */
typedef enum
{
  LOSS_OPENED,  /* name; file: the number by which it goes from here; offset: 1 where it was cut */
  LOSS_WROTE,   /* file, offset, bytes */
  LOSS_CUT,     /* file; offset: its new length */
  LOSS_GROWN,   /* file; offset: its length at least */
  LOSS_SYNCED,  /* file, which may be a folder */
  LOSS_RENAMED, /* name to other */
  LOSS_REMOVED, /* name */
  LOSS_FOLDER,  /* name: made */
  LOSS_SAID,    /* bytes */
} LossRecordKind;

typedef struct
{
  uint32_t kind;
  uint32_t file;
  uint32_t name_length;
  uint32_t other_length;
  int64_t offset;
  int64_t length;
} LossRecord;
