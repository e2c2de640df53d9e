/** Service numbers: dialled as they are, within the Netherlands alone. */
const SERVICE = /^(?:0(?:800|90[069])|14|116)/;

const dialled = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Whether a number is a Dutch service number, which has no international form: `0800 1234`, `14 020`. */
export const isServiceNumber = (phone: string): boolean => SERVICE.test(dialled(phone));

/**
 * A number as it is dialled. A Dutch one as from anywhere: `050 123 45 67` becomes `+31501234567`. A service number as it
 * is: `0800 1234` becomes `08001234`. One with a country's code keeps it.
 */
export const internationalPhone = (phone: string): string =>
  isServiceNumber(phone) ? dialled(phone) : dialled(phone).replace(/^0(?!0)/, '+31');
