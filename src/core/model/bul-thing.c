/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-thing.h"

#include <string.h>

#include "bul-annotation.h"
#include "bul-block.h"
#include "bul-change.h"
#include "bul-correction.h"
#include "bul-dismissal.h"
#include "bul-enum.h"
#include "bul-link.h"
#include "bul-notice.h"
#include "bul-script.h"
#include "bul-source.h"
#include "bul-speaker.h"
#include "bul-tag.h"

/* Stamps are not here: <stamp> among them would be a line of that kind. They change as a list. */
static const BulRecordType *const types[] = {
  &bul_annotation_type, &bul_change_type, &bul_correction_type, &bul_dismissal_type, &bul_link_type,
  &bul_notice_type,     &bul_script_type, &bul_source_type,     &bul_speaker_type,   &bul_tag_type,
};

const BulRecordType *
bul_thing_type_for_element (const char *element)
{
  guint kind;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i]->name, element) == 0)
      return types[i];
  return bul_enum_from_word (bul_block_kind_words, element, &kind) ? &bul_block_type : NULL;
}
