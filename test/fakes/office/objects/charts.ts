import { HostError } from '../host-error.ts';
import type { ChartModel, SheetModel } from '../workbook-model.ts';
import type { Range } from './range.ts';
import { type OpenExcel, WireCollection, WireObject } from './wire-object.ts';

export class ChartCollection extends WireCollection<Chart> {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
  ) {
    super(excel);
  }
  all = (): Chart[] => this.sheet.charts.map((chart) => new Chart(this.excel, this.sheet, chart));
  keyOf = ({ chart }: Chart): string => chart.name;

  add(type: string, source: Range, seriesBy = 'Auto'): Chart {
    this.excel.wrote(this.sheet);
    const chart: ChartModel = {
      name: `Chart ${this.sheet.charts.length + 1}`,
      type,
      source: source.address,
      seriesBy,
      title: '',
      properties: new Map(),
    };
    this.sheet.charts.push(chart);
    return new Chart(this.excel, this.sheet, chart);
  }
}

class Chart extends WireObject {
  override keeps = true;
  override wireId: string;

  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly chart: ChartModel,
  ) {
    super(excel);
    this.wireId = chart.name;
  }
  get name(): string {
    return this.chart.name;
  }
  set name(name: string) {
    if (this.sheet.charts.some((other) => other !== this.chart && other.name === name))
      throw new HostError('ItemAlreadyExists', `A resource with the same name already exists: ${name}.`);
    this.chart.name = name;
  }
  get title(): ChartTitle {
    return new ChartTitle(this.excel, this.chart);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.excel, this.chart);
  }
  setPosition(from: Range | string, to?: Range | string): void {
    this.excel.wrote(this.sheet);
    this.chart.from = textOf(from);
    if (to !== undefined) this.chart.to = textOf(to);
  }
}

const textOf = (place: Range | string): string => (typeof place === 'string' ? place : place.address);

class ChartTitle extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly chart: ChartModel,
  ) {
    super(excel);
  }
  get text(): string {
    return this.chart.title;
  }
  set text(text: string) {
    this.chart.title = text;
  }
}

class ChartLegend extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly chart: ChartModel,
  ) {
    super(excel);
  }
  get visible(): unknown {
    return this.chart.properties.get('legend/visible') ?? true;
  }
  set visible(shown: unknown) {
    this.chart.properties.set('legend/visible', shown);
  }
  get position(): unknown {
    return this.chart.properties.get('legend/position') ?? 'Right';
  }
  set position(side: unknown) {
    this.chart.properties.set('legend/position', side);
  }
}
