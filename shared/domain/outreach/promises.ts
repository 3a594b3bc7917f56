/** What the hall promises every household, in one line of a card each. */
export const CARD_PROMISES: readonly string[] = ['首问负责', '一次说清', '限期办好', '老弱上门', '进度可查', '不收谢礼']

/** 政务服务便民热线 (国办发〔2020〕53号). */
export const HOTLINE = '12345'
