/* Draws what stands in the JSON blocks beside each chart. Texts are drawn, never made into markup. */
(() => {
  const COLOURS = ['#1f4e79', '#c98a00', '#17603a', '#8c3b3b', '#6b5b95', '#2a7f8e', '#b0562f', '#55606e', '#9aa5b1'];
  /** By its own name: what is drawn is measured before it stands in the page. */
  const FONT = getComputedStyle(document.documentElement).fontFamily;
  const QUIET = '#55606e';
  const NARROW = 560;
  /** A year touches so many months; up to so many bars each has its number above it. */
  const MONTHS = 13;
  const zh = document.documentElement.lang === 'zh-CN';
  const language = zh ? 'ZH' : 'EN';
  const axisLabel = { color: QUIET, fontSize: 12 };

  /** A year as weeks side by side; where there is no room for them, one below the other. */
  function calendar({ from, to, days }, width) {
    const upright = width < NARROW;
    const most = Math.max(1, ...days.map(([, count]) => count));
    return {
      tooltip: { renderMode: 'richText', formatter: ({ value }) => `${value[0]}  ${value[1]}` },
      visualMap: { show: false, min: 0, max: Math.min(most, 40), inRange: { color: ['#e9eef3', '#b7d3ea', '#3f82b5', '#17507f'] } },
      calendar: {
        range: [from, to],
        orient: upright ? 'vertical' : 'horizontal',
        top: 24,
        left: upright ? 44 : 34,
        right: 8,
        bottom: 4,
        cellSize: upright ? ['auto', 11] : ['auto', 17],
        yearLabel: { show: false },
        monthLabel: { nameMap: language, color: QUIET },
        dayLabel: { nameMap: language, firstDay: 1, color: QUIET },
        splitLine: { lineStyle: { color: '#8a96a3' } },
        itemStyle: { borderColor: '#fff' },
      },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days }],
    };
  }

  /** Of many labels the first and the last would reach beyond the picture where they stood below the middle of their bars. */
  function atEdges(labels) {
    return { hideOverlap: true, ...(labels.length > MONTHS ? { alignMinLabel: 'left', alignMaxLabel: 'right' } : {}) };
  }

  function bars({ kind, labels, series, unit, marks = [] }) {
    const stacked = kind === 'stacked';
    const lines = kind === 'lines';
    const markLine = {
      symbol: 'none',
      silent: true,
      label: { formatter: '{b}' },
      data: marks.map(({ at, name }) => ({ xAxis: at, name })),
    };
    const legend = series.length > 1;
    return {
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, order: 'valueDesc', confine: true },
      legend: { show: legend, type: 'scroll', bottom: 0, itemWidth: 14, itemHeight: 10 },
      grid: { left: 8, right: 36, top: unit ? 30 : 16, bottom: legend ? 34 : 4, containLabel: true },
      xAxis: { type: 'category', data: labels, axisLabel: { ...axisLabel, ...atEdges(labels) }, axisTick: { alignWithLabel: true } },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel,
        name: unit,
        nameTextStyle: { color: QUIET, align: 'left' },
        splitLine: { lineStyle: { color: '#e3e8ee' } },
      },
      series: series.map(({ name, values }, place) => ({
        name,
        type: lines ? 'line' : 'bar',
        showSymbol: false,
        markLine: lines && place === 0 ? markLine : undefined,
        data: values,
        barMaxWidth: 46,
        stack: stacked ? 'all' : undefined,
        label: { show: !stacked && !lines && labels.length <= MONTHS, position: 'top', color: QUIET },
      })),
    };
  }

  for (const place of document.querySelectorAll('[data-chart]')) {
    const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    const chart = echarts.init(place, null, { renderer: 'svg' });
    const draw = () => {
      const shape = data.kind === 'calendar' ? calendar(data, place.clientWidth) : bars(data);
      chart.setOption({ color: COLOURS, textStyle: { fontFamily: FONT }, animation: false, ...shape }, true);
      // Paper is narrower than the screen, and nothing is drawn anew for it: with this the print style may scale the picture.
      place.querySelector('svg').setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    };
    draw();
    addEventListener('resize', () => {
      chart.resize();
      draw();
    });
  }
})();
