import {Ajv2020, type ErrorObject} from 'ajv/dist/2020.js';
import {HOST_RULES, type HostRule, orderProblems, type Path, type Refusal} from '../../../src/core/host-data-rules.js';
import type {RegionName} from '../../../src/core/region.js';
import {organisationsSchema, type Schema} from '../../../src/host-data/schema.js';

/** Finds every field of a host's data that the schema refuses. */
export type Validate = (data: unknown) => Refusal[];

/**
 * Checks data against the published schema with an independent validator (Ajv). It gives the refusals of `checkHostData`, in any
 * order, but with the rules of the schema instead of more exact hints.
 *
 * @param regions Their ids are the keys that are allowed.
 */
export function createValidator(regions: readonly RegionName[]): Validate {
  const schema = organisationsSchema(regions);
  const ajv = new Ajv2020({allErrors: true, verbose: true, allowUnionTypes: true, ownProperties: true});
  const validate = ajv.compile(schema);
  const ruleOf = rulesBySchema(schema);
  return (data) => {
    validate(data);
    const refusals = new Map<string, Refusal>();
    const keyOf = (path: Path) => JSON.stringify(path);
    const add = (refusal: Refusal) => refusals.set(keyOf(refusal.path), refusal);
    // The rule for a kind of action is more exact than that for all addresses.
    const errors = (validate.errors ?? []).filter(({keyword}) => keyword !== 'if');
    for (const error of errors) {
      const refusal = toRefusal(error, data, ruleOf);
      if (refusal.rule !== 'href' || !refusals.has(keyOf(refusal.path))) add(refusal);
    }
    for (const {path, notice} of noticesIn(data)) {
      const right = Object.entries(notice).filter(([field]) => !refusals.has(keyOf([...path, field])));
      for (const {field, rule} of orderProblems(Object.fromEntries(right))) {
        add({path: [...path, field], rule, got: notice[field]});
      }
    }
    // Ignores errors inside something that is refused as a whole.
    const isBelow = ({path}: Refusal) => path.some((_, length) => refusals.has(JSON.stringify(path.slice(0, length))));
    return [...refusals.values()].filter((refusal) => !isBelow(refusal));
  };
}

function toRefusal(error: ErrorObject, data: unknown, ruleOf: (schema: unknown) => HostRule): Refusal {
  const path: (string | number)[] = [];
  let got = data;
  const step = (key: string) => {
    path.push(Array.isArray(got) ? Number(key) : key);
    got = (got as Readonly<Record<string, unknown>>)[key];
  };
  for (const token of error.instancePath.split('/').slice(1)) {
    step(token.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  if (error.keyword === 'additionalProperties') {
    step(error.params['additionalProperty']);
    return {path, rule: path.length === 1 ? 'regionId' : 'field', got};
  }
  if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    const missing: string = error.params['missingProperty'];
    const property = error.parentSchema?.['properties']?.[missing];
    return {path: [...path, missing], rule: ruleOf(property?.$ref), got: undefined};
  }
  return {path, rule: ruleOf(error.parentSchema), got};
}

/** Finds the rule of a part of the schema, or of a reference to it: definitions have the names of the rules. */
function rulesBySchema(schema: Schema): (part: unknown) => HostRule {
  const {properties, $defs} = schema as Readonly<Record<'properties' | '$defs', Readonly<Record<string, unknown>>>>;
  const rules = new Map<unknown, string>([
    [schema, 'regions'],
    [properties['$schema'], '$schema'],
    ...Object.entries($defs).flatMap(([rule, part]): [unknown, string][] => [
      [part, rule],
      [`#/$defs/${rule}`, rule],
    ]),
  ]);
  return (part) => {
    const rule = rules.get(part) ?? '';
    if (isRule(rule)) return rule;
    throw new Error(`schema: got ${JSON.stringify(part)}, expected a definition with the name of a rule`);
  };
}

const isRule = (name: string): name is HostRule => Object.hasOwn(HOST_RULES, name);

/** All notices, each with its path. */
function noticesIn(data: unknown): {path: Path; notice: Readonly<Record<string, unknown>>}[] {
  return entriesOf(data).flatMap(([id, region]) => {
    const notices = entriesOf(region).find(([key]) => key === 'notices')?.[1];
    if (!Array.isArray(notices)) return [];
    return notices.map((notice: unknown, index) => ({
      path: [id, 'notices', index],
      notice: Object.fromEntries(entriesOf(notice)),
    }));
  });
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
