export * from './assert.js';
export {audit} from './axe.js';
export {afterThisTest} from './cleanup.js';
export {runCommand} from './cli.js';
export {allowConsole, consoleProblems} from './console.js';
export * from './expect-event.js';
export {type Line, openLine, otherOrigins, type Rule} from './network.js';
export {type HostPage, openPage, STRICT_POLICY} from './page.js';
export {backAndForth, memory} from './probe.js';
export * from './render.js';
export {
  type AccessibleNode,
  accessibilityTree,
  can,
  click,
  computedName,
  computedRole,
  drag,
  emulate,
  emulateDark,
  emulateForcedColors,
  emulateReducedMotion,
  engine,
  flatten,
  hover,
  itIf,
  press,
  roleAndName,
  setViewport,
  tap,
  type,
  VIEWPORT,
  wheel,
} from './user.js';
export type {Media, Point} from './user-actions.js';
export * from './wait.js';
