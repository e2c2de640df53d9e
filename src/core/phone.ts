/** Service numbers, which can be dialled only within the Netherlands. */
const SERVICE = /^(?:0(?:800|90[069])|14|116)/;

const dialled = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Whether a number is a Dutch service number, which has no international form: `0800 1234`, `14 020`. */
export const isServiceNumber = (phone: string): boolean => SERVICE.test(dialled(phone));

/**
 * A number in the form in which it is dialled. A Dutch number becomes international: `050 123 45 67` is `+31501234567`.
 * A service number keeps its digits: `0800 1234` is `08001234`. A number with a country code keeps that code.
 */
export const internationalPhone = (phone: string): string =>
  isServiceNumber(phone) ? dialled(phone) : dialled(phone).replace(/^0(?!0)/, '+31');
