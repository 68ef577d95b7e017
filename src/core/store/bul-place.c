/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-place.h"

#include <sys/vfs.h>

/* From the kernel's own lists, since no header has them all. */
static const guint64 networks[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 and later */
  0x564c,     /* NCP */
  0x73757245, /* Coda */
  0x5346414f, /* AFS */
  0x6b414653, /* AFS of the kernel */
  0x00c36400, /* Ceph */
  0x0bd00bd0, /* Lustre */
  0x7461636f, /* OCFS2 */
  0x01161970, /* GFS2 */
  0x01021997, /* 9P */
};

BulPlace
bul_place_classify (guint64 magic)
{
  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    if (networks[i] == magic)
      return BUL_PLACE_NETWORK;
  return BUL_PLACE_OWN;
}

BulPlace
bul_place_look (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs system;

  if (statfs (path, &system) != 0 && statfs (folder, &system) != 0)
    return BUL_PLACE_OWN;
  return bul_place_classify ((guint32) system.f_type);
}
