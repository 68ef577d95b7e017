/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-source.h"

static const BulField fields[] = {
  { BUL_FIELD (BulSource, sha256, "sha256", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSource, encoding, "encoding", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSource, line_ends, "line-ends", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSource, path, "path", BUL_FIELD_STRING) },
  { BUL_FIELD (BulSource, bytes, "bytes", BUL_FIELD_BYTES), .place = BUL_PLACE_CONTENT },
};

const BulRecordType bul_source_type
    = { "source", sizeof (BulSource), fields, G_N_ELEMENTS (fields) };

BulSource *
bul_source_new (GBytes *bytes, const char *path)
{
  BulSource *source = bul_record_new (&bul_source_type);

  source->bytes = g_bytes_ref (bytes);
  source->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  source->path = path == NULL ? NULL : g_path_get_basename (path);
  return source;
}
