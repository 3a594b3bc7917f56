/** Every sentence of looking for printers on the network that is not a refusal. */
export const N = {
  legend: '在网络上查找',
  find: '查找网络打印机',
  findHint: '问一遍局域网里的打印机，约 3 秒。选中的会填到下面，名称可以再改。',
  knock: '逐个试小票打印机',
  knockHint:
    '小票打印机一般不会自己应答。这样会逐个试本网段 253 个地址的 9100 端口，只连接，不发送任何内容，约 10 秒。单位网络有安全监测的，请先和网管说一声。',
  finding: '正在问局域网里的打印机……',
  knocking: '正在逐个试本网段的地址……',
  found: (count: number) => `找到 ${count} 台，用上下键选一台。`,
  noneAnswered:
    '没有打印机应答。请确认打印机已开机、和这台电脑在同一个网络，再找一次；或者照打印机自己打印的网络信息填写地址。',
  noneOpen: '本网段没有地址开着 9100 端口。请确认小票打印机已开机、网线已插好；按住走纸键开机，它会打印出自己的地址。',
  ofKind: { ipp: 'IPP', raw: '小票端口' },
  mayBeAny: '端口开着，不一定是小票打印机，选中后请先询问状态',
  noPdf: '自称不认 PDF',
  at: (place: string) => `位置：${place}`
} as const
