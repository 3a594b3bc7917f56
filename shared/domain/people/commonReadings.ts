/**
 * Readings beside the one that a dictionary takes first: surnames with a reading of their own (单 Shàn, 仇 Qiú, 解 Xiè,
 * 区 Ōu, 查 Zhā …) and characters of given names and items that people really read in two ways. At the end,
 * rare characters of names that the dictionary has no reading for. Kept short on purpose:
 * every reading more is another key of every name in the index.
 * Source: 现代汉语词典 and the custom of surnames.
 */
const READINGS = `
单 shan dan chan|仇 qiu chou|解 xie jie|区 ou qu|查 zha cha|曾 zeng ceng|朴 piao pu|盖 ge gai|乐 le yue
尉 wei yu|万 wan mo|俟 qi si|长 chang zhang|行 xing hang|朝 chao zhao|盛 sheng cheng|茜 qian xi|重 zhong chong
覃 qin tan|翟 zhai di|佴 nai er|员 yuan yun|适 shi kuo|召 shao zhao|折 she zhe|黑 hei he|种 zhong chong
洗 xian xi|秘 bi mi|薄 bo bao|缪 miao mou|隗 wei kui|郇 xun huan|谌 chen shen|繁 fan po|祭 zhai ji|柏 bai bo
阿 a e|角 jiao jue|都 du dou|俞 yu shu|於 yu wu|粘 nian zhan|褚 chu zhu|调 tiao diao|参 can shen|传 chuan zhuan
弹 tan dan|藏 zang cang|省 sheng xing|率 lv shuai|还 hai huan|差 cha chai|卡 ka qia|厦 xia sha|堡 bao bu pu
六 liu lu|蔚 wei yu|莘 shen xin|筠 yun jun|颉 jie xie|嬛 huan xuan|炅 jiong gui|郗 xi chi|乜 nie mie|么 me yao
会 hui kuai|番 fan pan|阚 kan han|澹 tan dan|宓 mi fu|牟 mou mu|没 mei mo|拓 tuo ta|伽 jia qie ga|宿 su xiu
恶 e wu|降 jiang xiang|便 bian pian|血 xue xie|核 he hu|壳 ke qiao|落 luo la|露 lu lou|绿 lv lu|模 mo mu
迫 po pai|塞 sai se|色 se shai|熟 shu shou|吓 xia he|校 xiao jiao|扎 zha za|轧 zha ya|着 zhe zhao zhuo
属 shu zhu|圩 wei xu|洞 dong tong|尺 chi che|巷 xiang hang|弄 nong long|畜 xu chu|侗 dong tong
𠮷 ji|𰻝 biang`

/** Lower-case ASCII readings by character, ü written `v`. */
export const COMMON_READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  READINGS.trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(' '))
    .map(([char = '', ...readings]) => [char, readings])
)
