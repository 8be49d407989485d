/**
 * Charts as still pictures: ECharts draws them to SVG text without a page, so that the mini program and H5 show the same.
 * Words and numbers stand beside them as buttons; a picture says nothing that isn't said there too.
 */
import { BarChart, type BarSeriesOption, GaugeChart, type GaugeSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { CHART_COLOURS } from '../../ui/tokens';

use([BarChart, GaugeChart, GridComponent, SVGRenderer]);

type Option = ComposeOption<BarSeriesOption | GaugeSeriesOption | GridComponentOption>;

const drawn = (option: Option, width: number, height: number): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
};

/** For `background-image`. */
const asBackground = (svg: string): string => `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;

/** Any size: stretched to the box it is the background of. */
const stretched = (svg: string): string => svg.replace('<svg ', '<svg preserveAspectRatio="none" ');

const WIDTH = 400;
const ROW = 40;

/** A bar per number, one below the other in rows of the same height; the longest as wide as the box. */
export const barsPicture = (numbers: readonly number[]): string =>
  asBackground(
    stretched(
      drawn(
        {
          grid: { left: 0, right: 0, top: 0, bottom: 0 },
          xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...numbers) },
          yAxis: { type: 'category', show: false, inverse: true, data: numbers.map((_, row) => String(row)) },
          series: [
            {
              type: 'bar',
              data: [...numbers],
              barWidth: '40%',
              itemStyle: { color: CHART_COLOURS.bar },
              showBackground: true,
              backgroundStyle: { color: CHART_COLOURS.track },
            },
          ],
        },
        WIDTH,
        ROW * Math.max(1, numbers.length),
      ),
    ),
  );

const GAUGE = 240;

/** A share against its quota, both 0–1: the ring is filled as far as the share, the mark stands at the quota. */
export function gaugePicture(share: number, quota: number): string {
  const ring = {
    type: 'gauge' as const,
    startAngle: 210,
    endAngle: -30,
    min: 0,
    max: 1,
    radius: '96%',
    center: ['50%', '56%'],
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { show: false },
    detail: { show: false },
    anchor: { show: false },
  };
  const mark = 0.008;
  return asBackground(
    drawn(
      {
        series: [
          {
            ...ring,
            pointer: { show: false },
            axisLine: { lineStyle: { width: 22, color: [[1, CHART_COLOURS.track]] } },
            progress: {
              show: true,
              width: 22,
              itemStyle: { color: share >= quota ? CHART_COLOURS.good : CHART_COLOURS.short },
            },
            data: [{ value: share }],
          },
          {
            ...ring,
            z: 5,
            pointer: { show: false },
            axisLine: {
              lineStyle: {
                width: 34,
                color: [
                  [Math.max(0, quota - 2 * mark), 'transparent'],
                  [quota, CHART_COLOURS.mark],
                  [1, 'transparent'],
                ],
              },
            },
            data: [{ value: 0 }],
          },
        ],
      },
      GAUGE,
      GAUGE,
    ),
  );
}
