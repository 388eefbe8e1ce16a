import { expect, it } from 'vitest';
import { findList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { fallingDay, framed, TITLES } from './frame.ts';

const HERE = 'http://sw.qinghe.example/zwgk/tzgg/';
const f = (middle: string) => framed(middle, { hot: false });
const T = TITLES.slice(0, 5);
const D = T.map((_, i) => fallingDay(i));
const LISTED: Record<string, string> = {
  written: f(
    `<ul><script>${T.map((t, i) => `document.write('<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>');`).join('\n')}</script></ul>`,
  ),
  strplus: f(
    `<div id="l"></div><script>var s='<ul>';${T.map((t, i) => `s += '<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>';`).join('\n')} s+='</ul>'; document.getElementById('l').innerHTML = s;</script>`,
  ),
  append: f(
    `<ul id="l"></ul><script>${T.map((t, i) => `$("#l").append('<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>');`).join('\n')}</script>`,
  ),
  tpl: f(
    `<ul>${T.map((t, i) => `<script>var u="./a/${i}11.html",t="${t}",d="${D[i]}";document.write(\`<li><a href="\${u}">\${t}</a><span>\${d}</span></li>\`)</script>`).join('\n')}</ul>`,
  ),
  cond: f(
    `<ul>${T.map((t, i) => `<script>var u="./a/${i}11.html";var t="${t}";document.write('<li><a href="'+u+'">'+(t.length>12?t.substring(0,12)+"...":t)+'</a><span>${D[i]}</span></li>')</script>`).join('\n')}</ul>`,
  ),
  func: f(
    `<ul>${T.map((t, i) => `<script>document.write('<li><a href="./a/${i}11.html">'+cutStr("${t}",20)+'</a><span>'+fmt("${D[i]}")+'</span></li>')</script>`).join('\n')}</ul>`,
  ),
  texthtml: f(
    `<div id="x"></div><script type="text/html"><ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}</ul></script>`,
  ),
  cdata: f(
    `<script type="text/xml"><data><item><![CDATA[<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}</ul>]]></item></data></script>`,
  ),
  push: f(
    `<ul id=l></ul><script>var a=[];${T.map((t, i) => `a.push({t:'${t}',u:'./a/${i}11.html',d:'${D[i]}'});`).join('')}draw(a)</script>`,
  ),
  arrs: f(
    `<ul id=l></ul><script>var ts=[${T.map((t) => `'${t}'`)}];var us=[${T.map((_, i) => `'./a/${i}11.html'`)}];var ds=[${D.map((t) => `'${t}'`)}];draw()</script>`,
  ),
  newArr: f(
    `<ul id=l></ul><script>${T.map((t, i) => `list[${i}]=new Array("${t}","./a/${i}11.html","${D[i]}");`).join('')}draw(a)</script>`,
  ),
  newObj: f(
    `<ul id=l></ul><script>${T.map((t, i) => `list[${i}]=new News("${t}","./a/${i}11.html","${D[i]}");`).join('')}draw(a)</script>`,
  ),
  members: f(
    `<ul id=l></ul><script>${T.map((t, i) => `n=new Object();n.title="${t}";n.url="./a/${i}11.html";n.date="${D[i]}";list.push(n);`).join('')}draw(a)</script>`,
  ),
  parse: f(
    `<ul id=l></ul><script>var d=JSON.parse('${JSON.stringify(T.map((t, i) => ({ title: t, url: `./a/${i}11.html`, pubDate: D[i] })))}');draw(d)</script>`,
  ),
  nuxt: f(
    `<div id=app></div><script>window.__NUXT__={data:[{list:[${T.map((t, i) => `{title:"${t}",url:"./a/${i}11.html",publishTime:"${D[i]} 10:00:00"}`)}]}],err:null};</script>`,
  ),
  attr: f(`<news-list :list='${JSON.stringify(T.map((t, i) => ({ title: t, url: `./a/${i}11.html`, pubDate: D[i] })))}'></news-list>`),
  textarea: f(
    `<textarea style="display:none"><ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}</ul></textarea>`,
  ),
  template: f(
    `<template><ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}</ul></template>`,
  ),
  noscript: f(
    `<div id=l></div><noscript><ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}</ul></noscript>`,
  ),
  bodyEnd: f(
    `<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>${i === 2 ? '</body>' : ''}`).join('')}</ul>`,
  ),
  pagerRows: f(
    `<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li>`).join('')}<li><a href="i2.html">【下一页】</a></li><li><a href="i9.html">末 页 >></a></li><li><a href="i9.html">后10页</a></li></ul>`,
  ),
  quoted: f(`<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>“${D[i]}”</span></li>`).join('')}</ul>`),
  uncl: f(`<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}<span>${D[i]}</span>`).join('')}</ul>`),
  nestedA: f(
    `<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html"><a href="./a/${i}11.html">${t}</a></a><span>${D[i]}</span></li>`).join('')}</ul>`,
  ),
  strayDiv: f(`<div class=l>${T.map((t, i) => `<p><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></p></div>`).join('')}`),
  strayUl: f(`<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${t}</a><span>${D[i]}</span></li></ul>`).join('')}`),
  strayTr: f(`<table>${T.map((t, i) => `<tr><td><a href="./a/${i}11.html">${t}</a></td><td>${D[i]}</td></tr></table>`).join('')}`),
  pinned: f(
    `<ul>${T.map((t, i) => `<li><a href="./a/${i}11.html">${i === 0 ? '【置顶】' : ''}${t}</a><span>${D[i]}</span></li>`).join('')}</ul>`,
  ),
  md: f(
    `<ul>${T.map((t, i) => `<li><a href="./${D[i]!.slice(0, 7).replace('-', '')}/${i}11.html">${t}</a><span>${D[i]!.slice(5)}</span></li>`).join('')}</ul>`,
  ),
};

it.each(Object.entries(LISTED))('rows are read whatever writes, keeps or breaks them: %s', (name, html) => {
  const month = (day: string) => (name === 'md' ? day.slice(0, 7).replace('-', '') : 'a');
  const wanted = T.map((title, i) => ({ title, url: `${HERE}${month(D[i]!)}/${i}11.html`, publishedOn: D[i] }));
  expect(findList(parsePage(html, `${HERE}index.html`)).reading.items).toEqual(wanted);
});
