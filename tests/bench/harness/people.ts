import type { Applicant } from '../../../shared/domain/casework/case.ts'
import { residentIdCheckCharacter } from '../../../shared/domain/people/residentId.ts'

/**
 * Invented people, as unevenly spread as real names are: a few surnames and characters make most of them, some have
 * characters beyond the BMP or several parts. Serials 996 to 999 of identity numbers are given to nobody.
 */

/** A small, fast generator of numbers in [0, 1) (mulberry32); the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The most frequent first. */
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常单仇解区查翟朴盖尉'
]
const GIVEN = [
  ...'英华文明玉秀国红丽芳建军平志春金海云桂永兰清梅德林杰荣新敏强燕生萍成伟超峰东艳辉静娟龙俊晓小宇光洪飞鹏波勇刚涛琴霞慧莉凤珍珠娜雪莲翠雨欣怡梓涵浩子轩泽一诺思远嘉乐佳琪睿哲铭瑶菲婷颖露瑜彬斌鑫淼森炎煜炜烨熠璐瑾瑞琳琅璇懿祺禹舜尧贤良善信义礼智仁忠孝'
]
const RARE = ['𠮷', '𬭎', '䶮', '㛃', '𬴂', '𫘜', '龘', '犇', '喆', '甡']
const PARTED = ['买买提·艾力', '阿依古丽·吐尔逊', '古丽娜尔·热合曼', '扎西·才让', '卓玛·央金', '欧阳·阿力木']
const AREAS = ['500102', '500103', '500112', '510104', '420106', '520103', '530102', '610113']

const STREETS = ['云溪路', '桂苑巷', '松涛街', '望江路', '新桥街', '石泉村', '青杠村', '大湾村', '双龙桥村', '茶园村']

/** Takes early entries far more often than late ones. */
const unevenly = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() ** 2.2 * from.length)] as T
const evenly = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

const ONE_IN_RARE = 1 / 2000
const ONE_IN_PARTED = 1 / 500

function inventedName(random: () => number): string {
  const kind = random()
  if (kind < ONE_IN_PARTED) return evenly(PARTED, random)
  const surname = unevenly(SURNAMES, random)
  if (kind < ONE_IN_PARTED + ONE_IN_RARE) return surname + evenly(RARE, random)
  return surname + unevenly(GIVEN, random) + (random() < 0.8 ? unevenly(GIVEN, random) : '')
}

const two = (n: number): string => String(n).padStart(2, '0')

export function inventedApplicant(random: () => number): Applicant {
  const birth = `${1940 + Math.floor(random() * 65)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`
  const body = `${evenly(AREAS, random)}${birth}${996 + Math.floor(random() * 4)}`
  return {
    name: inventedName(random),
    idKind: 'residentId',
    idNumber: body + residentIdCheckCharacter(body),
    phone: random() < 0.9 ? `1380013${String(Math.floor(random() * 10_000)).padStart(4, '0')}` : null,
    address: `${evenly(STREETS, random)} ${1 + Math.floor(random() * 300)} 号`
  }
}
