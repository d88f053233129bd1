import * as z from 'zod';
import cpvData from '../data/procurement-cpv.json' with { type: 'json' };
import lawData from '../data/procurement-law.json' with { type: 'json' };
import mythData from '../data/procurement-myths.json' with { type: 'json' };
import nationData from '../data/procurement-nations.json' with { type: 'json' };
import routeData from '../data/procurement-routes.json' with { type: 'json' };
import ruleData from '../data/procurement-rules.json' with { type: 'json' };
import thenAndNowData from '../data/procurement-then-and-now.json' with { type: 'json' };
import thresholdData from '../data/procurement-thresholds.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import {
  cpvSchema,
  lawFileSchema,
  type Nation,
  type NationData,
  nationSchema,
  type Route,
  type RuleData,
  routeSchema,
  ruleSchema,
  type ThenAndNow,
  thenAndNowSchema,
  thresholdSchema,
} from './schema.ts';

/** The routes by id, in the order of the file. */
const routes = once(() => {
  const file = 'procurement-routes.json';
  const checked = checkData(file, z.array(routeSchema), routeData);
  const ids = checked.map((route) => route.id);
  checkUnique(file, ids);
  return new Map(checked.map((route) => [route.id, route]));
});

/** Every route, old and new, with what it asks for and where the law says so. */
export function procurementRoutes(): readonly Route[] {
  return [...routes().values()];
}

/** One route. Throws when the data has none of that id. */
export function routeOf(id: string): Route {
  const route = routes().get(id);
  if (route === undefined) throw new Error(`core/data is broken. There is no procurement route "${id}"`);
  return route;
}

const rules = once(() => {
  const file = 'procurement-rules.json';
  const checked = checkData(file, z.array(ruleSchema), ruleData);
  const ids = checked.map((rule) => rule.id);
  checkUnique(file, ids);
  for (const rule of checked) for (const route of rule.routes) routeOf(route);
  return new Map(checked.map((rule) => [rule.id, rule]));
});

/** The words, citation and standing of every rule of the adviser. */
export function procurementRules(): readonly RuleData[] {
  return [...rules().values()];
}

/** One rule's words. Throws when the data has none of that id. */
export function ruleOf(id: string): RuleData {
  const rule = rules().get(id);
  if (rule === undefined) throw new Error(`core/data is broken. There is no procurement rule "${id}"`);
  return rule;
}

/** Thresholds and triggers by period, as in the file. */
export const thresholdRows = once(() =>
  checkData('procurement-thresholds.json', z.array(thresholdSchema), thresholdData),
);

/** The listed service codes that are held. */
export const cpvList = once(() => checkData('procurement-cpv.json', cpvSchema, cpvData));

const nationList = once(() => checkData('procurement-nations.json', z.array(nationSchema), nationData));

/** What holds in one nation, and what Local Pound answers for it. */
export function nationOf(nation: Nation): NationData {
  const found = nationList().find((entry) => entry.nation === nation);
  if (found === undefined) throw new Error(`core/data/procurement-nations.json has no "${nation}"`);
  return found;
}

/** Statements of law that answers are made of. */
export const procurementLaw = once(() => checkData('procurement-law.json', lawFileSchema, lawData));

/** Common beliefs about buying locally that are wrong, each with what is right. */
export const procurementMyths = once(() => checkData('procurement-myths.json', lawFileSchema, mythData));

const thenAndNowList = once(() => {
  const checked = checkData('procurement-then-and-now.json', z.array(thenAndNowSchema), thenAndNowData);
  for (const { routes_then, routes_now } of checked)
    for (const id of [...routes_then, ...routes_now]) routeOf(id);
  return checked;
});

/** For each route of the 2017 report, and what it says of the law: what it was, what it is, what to put right. */
export function thenAndNow(): readonly ThenAndNow[] {
  return thenAndNowList();
}
