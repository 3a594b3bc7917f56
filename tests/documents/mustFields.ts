import type { CasePaperData } from '../../shared/documents/papers.ts'
import * as s from './samples.ts'

/** What each paper must say beside what all papers say: what the law wants, then what custom adds. */

const ACT = '《中华人民共和国行政许可法》'

const REMEDIES = [
  '自收到之日起60日内，向云溪区人民政府申请行政复议',
  '《中华人民共和国行政复议法》第二十条',
  '自收到之日起6个月内，向云溪区人民法院提起行政诉讼',
  '《中华人民共和国行政诉讼法》第四十六条',
  '可以拨打监督电话023-00001001反映'
]

const DELIVERED = ['收件人签名', '送达时间']

export interface Must {
  readonly title: string
  readonly paper: CasePaperData
  readonly says: readonly string[]
  readonly copies: 1 | 2
}

export const MUST: readonly Must[] = [
  {
    title: '收件凭证',
    paper: s.receipt,
    copies: 1,
    says: [
      ...['收到日期2026年11月23日', '最迟告知日期2026年11月30日', '收到的材料（共4种）', '原件已退还，复印件留存'],
      ...['留存本机关', ...s.receipt.materials.map((m) => m.name), '收件人员李明（1号窗口）', '收件人员签名'],
      ...['自收到申请材料之日起视为受理', '行政许可法第三十二条', '不等于已经受理']
    ]
  },
  {
    title: '一次性告知书（咨询）',
    paper: s.enquiry,
    copies: 1,
    says: [
      ...[`参照${ACT}第三十条`, s.enquiry.topic, '咨询编号', '咨询人张小满', '是否由他人代办？是'],
      ...['家庭成员中有残疾人吗？有，持残疾人证', ...s.enquiry.conditions, ...s.enquiry.steps],
      ...['需要的材料（共4种）', ...s.enquiry.materials.map((m) => m.name), '原件1份', '复印件1份'],
      ...['纸质或者电子证照', '由公安派出所出具', '免提交：窗口联网核验', '窗口提供格式文本'],
      ...['承诺时限20个工作日', '法定时限30个工作日', '收费不收费', `办理结果${s.enquiry.resultName}`],
      ...[`本人到场${s.enquiry.presence}`, '1.社会事务办公室→2.云溪区民政局', s.enquiry.answer],
      ...['办理地点云溪街道便民服务中心', '首问责任人：王海', '咨询电话023-00001000', '监督电话023-00001001']
    ]
  },
  {
    title: '一次性告知书（咨询）',
    paper: s.enquiryElsewhere,
    copies: 1,
    says: [
      ...['咨询人：', s.enquiryElsewhere.topic, s.enquiryElsewhere.answer, '首问责任人：王海'],
      ...['此事由下列单位办理', '机构名称云溪区车辆管理所', '地址滨河路20号', '电话023-00002000']
    ]
  },
  {
    title: '不予受理决定书',
    paper: s.nonAcceptance,
    copies: 2,
    says: [
      ...['决定不予受理', `参照${ACT}第三十二条第一款第二项、第二款`, s.nonAcceptance.reason],
      ...['机构名称云溪区规划和自然资源局', '地址政务路8号政务服务中心3楼', '电话023-00003000'],
      ...REMEDIES,
      ...DELIVERED
    ]
  },
  {
    title: '不受理告知书',
    paper: s.notRequired,
    copies: 1,
    says: ['本机关不受理该申请', `参照${ACT}第三十二条第一款第一项`, s.notRequired.reason, ...REMEDIES]
  },
  {
    title: '特别程序告知书',
    paper: s.excluded,
    copies: 1,
    says: [
      ...[`参照${ACT}第四十五条`, '所需时间不计算在办理期限内', s.excluded.procedureLabel, s.excluded.reason],
      ...[s.excluded.basis, '程序开始日期2026年11月25日', '预计结束日期2026年12月9日'],
      ...['原承诺办结日期2026年12月21日', '新的承诺办结日期【暂定】2027年1月5日'],
      ...['法定办结日期【暂定】2027年1月19日', '放假安排尚未公布']
    ]
  },
  {
    title: '延期告知书',
    paper: s.extension,
    copies: 1,
    says: [
      ...[`参照${ACT}第四十二条`, '办理期限延长10个工作日', s.extension.reason, `批准人${s.extension.approvedBy}`],
      ...['原承诺办结日期2026年12月7日', '新的承诺办结日期2026年12月21日', '法定办结日期2026年12月30日']
    ]
  },
  {
    title: '准予办理决定书',
    paper: s.approved,
    copies: 1,
    says: [
      ...['决定准予办理', `参照${ACT}第三十八条第一款`, `参照${ACT}第三十四条第二款的规定当场作出`],
      ...['受理日期2026年11月23日', '最迟颁发、送达日期2026年12月7日', `参照${ACT}第四十四条`],
      ...['办理结果生育登记服务卡', '证件编号云溪生登2026000123', '有效期至2031年11月22日', '附加条件无']
    ]
  },
  {
    title: '不予办理决定书',
    paper: s.refused,
    copies: 2,
    says: [
      ...['决定不予办理', `参照${ACT}第三十八条第二款`, s.refused.reasons, '决定日期2026年12月18日'],
      ...REMEDIES,
      ...DELIVERED
    ]
  },
  {
    title: '送达回证',
    paper: s.delivery,
    copies: 2,
    says: [
      ...s.delivery.delivered,
      ...['受送达人张小满', '送达日期2026年12月1日', '送达方式代理人到窗口领取', '邮件号无'],
      ...[`送达地点${s.delivery.place}`, '代收人张大山500102********9977与受送达人关系：父亲'],
      ...['受送达人签名或盖章', '代收人签名', '送达人签名', '见证人签名', '年月日时分']
    ]
  },
  {
    title: '退件通知书',
    paper: s.returned,
    copies: 2,
    says: [
      ...['补正期满没有补正', '终止办理，现予退件', s.returned.reason, ...s.returned.handedBack],
      ...['可以随时重新提出申请', '退件不是不予办理的决定'],
      ...REMEDIES,
      ...DELIVERED
    ]
  },
  {
    title: '告知承诺书',
    paper: s.commitment,
    copies: 2,
    says: [
      ...['国办发〔2020〕42号', '行政机关告知', '申请人承诺', '证明名称家庭收入证明', '文本版本第3版'],
      ...[s.commitment.duty, s.commitment.content, s.commitment.consequence, '核查期限2027年1月7日【暂定】前'],
      ...['你可以不作承诺，改为提交该证明', '真实意思', '承诺人签名（单位盖章）', '承诺日期：年月日']
    ]
  },
  {
    title: '容缺受理通知书',
    paper: s.deferredMaterials,
    copies: 2,
    says: [
      ...['1残疾人证—12026年12月2日', '2近期一寸照片2—2026年12月2日', '承诺办结日期不变，仍为2026年12月21日'],
      ...['材料全部补齐后，才发放办理结果', '逾期没有补齐的，终止办理并退回申请材料', '保证按期补齐'],
      ...DELIVERED
    ]
  },
  {
    title: '授权委托书',
    paper: s.mandate,
    copies: 1,
    says: [
      ...['委托人张小满', '受托人李秋实', '证件类型居民身份证', '证件号码500102********9969'],
      ...[s.mandate.matters, s.mandate.powers, '自2026年11月23日起至2027年5月22日止'],
      ...['委托人签名（单位盖章）', '受托人签名', '《中华人民共和国民法典》第一百六十二条', '年月日']
    ]
  },
  {
    title: '首问移交单',
    paper: s.handOver,
    copies: 1,
    says: [
      ...['移交人王海（1号窗口）', '接收人社会事务办公室赵敏', s.handOver.reason, '移交时间2026年11月23日09:05'],
      ...['最迟接收2026年11月23日09:35', '移交人签名', '接收人签名', '仍由王海（1号窗口）负责到底']
    ]
  },
  {
    title: '受理通知书',
    paper: s.acceptedOtherwise,
    copies: 1,
    says: [
      ...['该申请自收到申请材料之日起视为受理', '依据：行政许可法第三十二条', '到2026年12月1日，告知期限已满'],
      ...['受理日期为2026年11月23日', '受理日期2026年11月23日', '容缺后补的材料（共2种）', '残疾人证—1'],
      ...['最迟补交日期', '2026年12月2日', '承诺办结日期不变', '告知承诺家庭收入证明', '不必提交'],
      ...['免于提交居民户口簿；婚姻登记信息', '当场更正申请表：出生日期笔误', '申请人声明']
    ]
  },
  { title: '受理通知书', paper: s.acceptance, copies: 1, says: ['决定予以受理', '收到的申请材料（共6种）'] },
  { title: '一次性告知书', paper: s.notice, copies: 2, says: ['需要补正的材料（共4项）', ...DELIVERED] }
]
