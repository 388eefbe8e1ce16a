/** The configuration of a city with one portal, as YAML: its columns belong to its units in turn. */
export function estateYaml({ columns, units }: { readonly columns: number; readonly units: number }): string {
  const list = (length: number, line: (place: number) => string) => Array.from({ length }, (_, place) => line(place)).join('\n');
  return `name: 试验市
units:
${list(units, (n) => `  - { id: u${n}, name: 单位${n}, kind: department }`)}
sites:
  - id: portal
    unit: u0
    name: 门户
    url: http://portal.example/
    columns:
${list(columns, (n) => `      - { id: c${n}, unit: u${n % units}, name: 栏目${n}, url: /c${n}/, category: ${n % 2 ? 'notices' : 'work-updates'} }`)}
`;
}
