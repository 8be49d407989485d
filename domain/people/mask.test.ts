import { maskName, maskPhone } from './mask';

test.each([
  ['13800138000', '138****8000'],
  ['075512345678', '0755****5678'],
  ['02087654321', '0208****4321'],
  ['87654321', '****21'],
  ['12', '**'],
  ['', ''],
])('[PV-01] the phone %s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));

test.each([
  ['王小明', '王*'],
  ['王', '王*'],
  ['欧阳娜', '欧阳*'],
  ['欧阳', '欧*'],
  ['Smith', 'S*'],
  ['𠮷田', '𠮷*'],
  ['', ''],
])('[PV-01] the name %s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown));
