import type { Role } from '../staff/staff.ts'
import type { HallConfig, Site } from './hall.ts'
import { defaultHallRules, type HallRules } from './rules.ts'

/** Password of the demo people; demo halls only. The sign-in page shows it, papers and screens say 演示. */
export const DEMO_PASSWORD = 'Yanshi@2026'

const grids = ['一', '二', '三', '四', '五', '六', '七'].map((n, i) => ({ id: `g${i + 1}`, name: `第${n}网格` }))

/** Invented; 7 with a station building and 11 with a service point, as in a mid-sized street (systems.md 篇7). */
const names: readonly (readonly [string, 'village' | 'community'])[] = [
  ['云栖社区', 'community'],
  ['溪畔社区', 'community'],
  ['桂苑社区', 'community'],
  ['新桥社区', 'community'],
  ['松涛社区', 'community'],
  ['望江社区', 'community'],
  ['柏林坡村', 'village'],
  ['石泉村', 'village'],
  ['青杠村', 'village'],
  ['大湾村', 'village'],
  ['双龙桥村', 'village'],
  ['茶园村', 'village'],
  ['磨盘村', 'village'],
  ['白鹤村', 'village'],
  ['三角塘村', 'village'],
  ['梨花村', 'village'],
  ['高峰寨村', 'village'],
  ['竹溪村', 'village']
]

const STATIONS = 7

const sites: readonly Site[] = names.map(([name, kind], i) => ({
  id: `s${String(i + 1).padStart(2, '0')}`,
  name,
  kind,
  service: i < STATIONS ? 'station' : 'point',
  gridId: `g${(i % grids.length) + 1}`
}))

/**
 * The hall to try things out in: an invented street with 9 counters, 18 villages and communities, 7 grids. The region
 * code is in the range of a real city so that checks pass; the street does not exist.
 */
export const DEMO_HALL: HallConfig = {
  name: '云溪街道便民服务中心',
  authorityName: '云溪街道办事处',
  authorityShort: '云溪街办',
  regionCode: '500102',
  terminal: '01',
  address: '云溪路 1 号一楼大厅',
  hours: '工作日 9:00–17:30',
  enquiryPhone: '023-00001000',
  supervisionPhone: '023-00001001',
  groups: [
    { code: 'A', name: '民政' },
    { code: 'B', name: '社保就业' },
    { code: 'C', name: '医保卫健' },
    { code: 'D', name: '国土建环' },
    { code: 'E', name: '户籍' },
    { code: 'F', name: '法律服务' },
    { code: 'G', name: '农业综合' },
    { code: 'H', name: '便民代办' }
  ],
  counters: [
    { no: 1, name: '民政', groups: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] },
    { no: 2, name: '社保', groups: ['B'] },
    { no: 3, name: '卫健', groups: ['C'] },
    { no: 4, name: '国土', groups: ['D'] },
    { no: 5, name: '建环', groups: ['D'] },
    { no: 6, name: '户籍', groups: ['E'] },
    { no: 7, name: '便民缴费', groups: ['H'] },
    { no: 8, name: '法律援助', groups: ['F'] },
    { no: 9, name: '农业综合', groups: ['G', 'A'] }
  ],
  sites,
  grids,
  demo: true
}

/** Rules of the demo hall: the defaults, with authorities as invented as its street, so that no paper names a real one. */
export const DEMO_RULES: HallRules = {
  ...defaultHallRules(),
  reviewAuthority: '云溪区人民政府',
  court: '云溪区人民法院'
}

/** People of the demo hall, all invented. */
export const DEMO_PEOPLE: readonly {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
}[] = [
  { login: 'zhou', name: '周晓禾（演示）', roles: ['clerk'] },
  { login: 'qiu', name: '仇文澜（演示）', roles: ['clerk'] },
  { login: 'shan', name: '单雨青（演示）', roles: ['clerk', 'lead'] }
]
