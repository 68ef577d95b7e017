/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-theme.h"

const BulChartTheme bul_chart_light = {
  .ground = 0xffffff,
  .text = 0x333333,
  .dim = 0x5f646b,
  .hair = 0xdcdee2,
  .colours = { 0x1c5d99, 0xb0562b, 0x4f7a3a, 0x7b4b94, 0x8a8f98 },
};

const BulChartTheme bul_chart_dark = {
  .ground = 0x1e1e1e,
  .text = 0xe6e6e6,
  .dim = 0xa4a9b0,
  .hair = 0x3c3f44,
  .colours = { 0x7db4ea, 0xeb9a6d, 0xa3cf8c, 0xc9a1e0, 0x9aa0a8 },
};

const BulChartTheme bul_chart_light_contrast = {
  .ground = 0xffffff,
  .text = 0x000000,
  .dim = 0x000000,
  .hair = 0x000000,
  .colours = { 0x000000, 0x000000, 0x000000, 0x000000, 0x000000 },
  .frame = 2,
};

const BulChartTheme bul_chart_dark_contrast = {
  .ground = 0x000000,
  .text = 0xffffff,
  .dim = 0xffffff,
  .hair = 0xffffff,
  .colours = { 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff },
  .frame = 2,
};

guint32
bul_chart_theme_get_colour (const BulChartTheme *self, guint style)
{
  return self->colours[style % BUL_CHART_N_COLOURS];
}

BulChartPattern
bul_chart_theme_get_pattern (guint style)
{
  return style == BUL_CHART_REST ? BUL_CHART_HOLLOW
                                 : (BulChartPattern) (style % BUL_CHART_N_STYLES);
}
