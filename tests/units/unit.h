/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The beginning of a test that is built into one program with its neighbours: what would be its
 * main. */
#define UNIT(name)                                                                                 \
  int unit_##name (int argc, char **argv);                                                         \
  int unit_##name (int argc, char **argv)
