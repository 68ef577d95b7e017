/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-cp949-private.h"

#define FIRST_HANGUL 0xb0
#define LAST_HANGUL 0xc8
#define FIRST_TRAIL 0xa1
#define LAST_TRAIL 0xfe

/*
 * How usual each syllable of KS X 1001 is in Korean prose, in its order: 9 for one in thirty, and
 * for each step down about a third of that.
 */
static const char usual[] = "96735006460564060075030030300000000073635053800010"
                            "07330035056460632047270000934350004357072730000503"
                            "00005000000260000786240000013000600020400000054284"
                            "60506603080505153320460023022002340000000000030100"
                            "02000500000300030023003200313030003002000000502423"
                            "30002020000000032010040234002120550213200840606206"
                            "41524002704413052400003600350350000462240040054704"
                            "00020064540100455000030000040000006040202003200000"
                            "06002005095002006300009244045230930746000165107000"
                            "80223042006306040020500374340000020000008642600030"
                            "70000056776440073442103030050003030300746381334606"
                            "21030000406323000220700000000404400000004200200000"
                            "00630000000003012000402320302030042000000000008554"
                            "74045002646051432040057364661315754240407754130565"
                            "00086545443000040000006000006333342130030000006424"
                            "20037068630000384645535757607000236540645012304300"
                            "00545404032006444201007073007507602403063000000000"
                            "03000073474600002000320000000300003000070645000403"
                            "53754066760053072660210000000007070505640060405002"
                            "01046600050008606523144030000000000867061000245000"
                            "00200005200006025000725402013134003000010030110000"
                            "00000003000000020000000000020000305020200020200000"
                            "00008406060341028065403002740000211000008520706004"
                            "43470735422400406400030203076056020050000004000002"
                            "00000402100008450640410000020020040012300500120805"
                            "50384686727065055400300002300000000042200003020000"
                            "00300000000000000000000000000000061340033200053300"
                            "00085737600155264056443131057621200061020008560450"
                            "05674700229255100076076004300670206030030746604023"
                            "64307053020544000006030000075000007746500524360760"
                            "04350140407032204075340003080890740500000090000948"
                            "85046738232864205045007274000003500000000006785365"
                            "08474330240510006007553032060054000000005000000401"
                            "07455003307330200000000006454300696706046452204300"
                            "02000005000000000000100000000000050000003000000000"
                            "00003000000000001002402000206553660005555024001200"
                            "00006455325067013000240400064400036004060000000065"
                            "36320542005000000000005500000373505054046035301050"
                            "32320000006140442200603300404200004006054312220300"
                            "02023352320000330000402000002000705642062441224745"
                            "50331226502230020072540300006535400020000644223070"
                            "00240000601220000001000000300008540501000000063425"
                            "00370265022022061301000000602000000633402003620005"
                            "50007644400000007000042104050050000000400000735000"
                            "65460004968706706853020087055040050315021012053635"
                            "60662000644304304076650500000750002140000704303000"
                            "03002000040020200500000233300330204241000062435300";

/* Places of a row. */
#define N_PLACES (LAST_TRAIL - FIRST_TRAIL + 1)

G_STATIC_ASSERT (sizeof usual == (LAST_HANGUL - FIRST_HANGUL + 1) * N_PLACES + 1);

/* Where rows of signs have gaps. */
static const struct
{
  guchar lead;
  guchar first;
  guchar last;
} gaps[] = {
  { 0xa2, 0xe8, 0xfe }, { 0xa5, 0xab, 0xaf }, { 0xa5, 0xba, 0xc0 }, { 0xa5, 0xd9, 0xe0 },
  { 0xa5, 0xf9, 0xfe }, { 0xa6, 0xe5, 0xfe }, { 0xa7, 0xf0, 0xfe }, { 0xa8, 0xa5, 0xa5 },
  { 0xa8, 0xa7, 0xa7 }, { 0xa8, 0xb0, 0xb0 }, { 0xaa, 0xf4, 0xfe }, { 0xab, 0xf7, 0xfe },
  { 0xac, 0xc2, 0xd0 }, { 0xac, 0xf2, 0xfe },
};

static gboolean
is_gap (guchar lead, guchar trail)
{
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (lead == gaps[i].lead && trail >= gaps[i].first && trail <= gaps[i].last)
      return TRUE;
  return FALSE;
}

/* Whole rows below A1, and the places below A1 of the rows up to C6. */
static gboolean
is_rare_hangul (guchar lead, guchar trail)
{
  gboolean is_trail = (trail >= 'A' && trail <= 'Z') || (trail >= 'a' && trail <= 'z')
                      || (trail >= 0x81 && trail <= LAST_TRAIL);

  if (!is_trail || lead < 0x81 || lead > 0xc6)
    return FALSE;
  return lead < 0xa1 || (trail < FIRST_TRAIL && (lead < 0xc6 || trail <= 'R'));
}

BulCp949Sort
bul_cp949_sort (guchar lead, guchar trail)
{
  gboolean is_trail = trail >= FIRST_TRAIL && trail <= LAST_TRAIL;

  if (is_trail && lead >= FIRST_HANGUL && lead <= LAST_HANGUL)
    return BUL_CP949_HANGUL;
  if (is_rare_hangul (lead, trail))
    return BUL_CP949_RARE_HANGUL;
  if (is_trail && lead >= 0xa1 && lead <= 0xac && !is_gap (lead, trail))
    return BUL_CP949_SIGN;
  if (is_trail && lead >= 0xca && lead <= 0xfd)
    return BUL_CP949_IDEOGRAPH;
  return BUL_CP949_NOTHING;
}

static guint
hangul_cost (guchar lead, guchar trail)
{
  guint place = (guint) (lead - FIRST_HANGUL) * N_PLACES + (guint) (trail - FIRST_TRAIL);

  return 19 - (guint) (usual[place] - '0') * 3 / 2;
}

static guint
sign_cost (guchar lead)
{
  /* punctuation, arrows and marks, wide forms of ASCII */
  static const guchar costs[] = { 9, 11, 12 };

  return (guint) (lead - 0xa1) < G_N_ELEMENTS (costs) ? costs[lead - 0xa1] : 15;
}

guint
bul_cp949_cost (guchar lead, guchar trail)
{
  switch (bul_cp949_sort (lead, trail))
    {
    case BUL_CP949_HANGUL:
      return hangul_cost (lead, trail);
    case BUL_CP949_RARE_HANGUL:
      return 18;
    case BUL_CP949_SIGN:
      return sign_cost (lead);
    case BUL_CP949_IDEOGRAPH:
      return 16;
    case BUL_CP949_NOTHING:
    default:
      return 2 * BUL_COST_MISFIT;
    }
}

guint
bul_cp949_byte_cost (guchar byte)
{
  gboolean is_blank = byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';

  return is_blank || (byte >= 0x20 && byte < 0x80) ? BUL_COST_ASCII : BUL_COST_MISFIT;
}

guint8 *
bul_cp949_cut (const guchar *data, gsize length)
{
  guint8 *cut = g_malloc (length + 1);
  gsize cost_from_next = 0;
  gsize cost_after_next = 0;

  for (gsize at = length; at-- > 0;)
    {
      gsize alone = bul_cp949_byte_cost (data[at]) + cost_from_next;
      gsize paired = G_MAXSIZE;

      if (at + 1 < length && bul_cp949_sort (data[at], data[at + 1]) != BUL_CP949_NOTHING)
        paired = bul_cp949_cost (data[at], data[at + 1]) + cost_after_next;

      cut[at] = paired <= alone ? 2 : 1;
      cost_after_next = cost_from_next;
      cost_from_next = MIN (paired, alone);
    }

  return cut;
}
