// The heavy half of a chart, loaded only when one is on screen: echarts cut to what we draw.
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  LineChart,
  BarChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  AriaComponent,
  MarkAreaComponent,
  LabelLayout,
  SVGRenderer,
]);

export { init };
