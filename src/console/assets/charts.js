/* Draws what stands in the JSON blocks beside each chart. Texts are drawn, never made into markup. */
(() => {
  const COLOURS = ['#1f4e79', '#c98a00', '#17603a', '#8c3b3b', '#6b5b95', '#2a7f8e', '#b0562f', '#55606e', '#9aa5b1'];
  const text = { fontFamily: 'inherit' };

  function calendar({ from, to, days }) {
    const most = Math.max(1, ...days.map(([, count]) => count));
    return {
      tooltip: { renderMode: 'richText', formatter: ({ value }) => `${value[0]}  ${value[1]}` },
      visualMap: { show: false, min: 0, max: Math.min(most, 40), inRange: { color: ['#eef2f6', '#b7d3ea', '#3f82b5', '#17507f'] } },
      calendar: {
        range: [from, to],
        top: 26,
        left: 34,
        right: 8,
        cellSize: ['auto', 15],
        yearLabel: { show: false },
        monthLabel: { nameMap: document.documentElement.lang === 'zh-CN' ? 'ZH' : 'EN' },
        dayLabel: { nameMap: document.documentElement.lang === 'zh-CN' ? 'ZH' : 'EN', firstDay: 1 },
        splitLine: { lineStyle: { color: '#aab4c0' } },
        itemStyle: { borderColor: '#fff' },
      },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days }],
    };
  }

  function bars({ kind, labels, series }) {
    const stacked = kind === 'stacked';
    return {
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, order: 'valueDesc', confine: true },
      legend: { show: series.length > 1, type: 'scroll', bottom: 0 },
      grid: { left: 8, right: 8, top: 16, bottom: series.length > 1 ? 34 : 4, containLabel: true },
      xAxis: { type: 'category', data: labels },
      yAxis: { type: 'value', minInterval: 1 },
      series: series.map(({ name, values }) => ({ name, type: 'bar', data: values, barMaxWidth: 46, stack: stacked ? 'all' : undefined })),
    };
  }

  for (const place of document.querySelectorAll('[data-chart]')) {
    const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({ color: COLOURS, textStyle: text, animation: false, ...(data.kind === 'calendar' ? calendar(data) : bars(data)) });
    addEventListener('resize', () => chart.resize());
  }
})();
