/** A Dutch number as dialled from anywhere: `050 123 45 67` becomes `+31501234567`. One with a country's code keeps it. */
export const internationalPhone = (phone: string): string => phone.replace(/[^\d+]/g, '').replace(/^0(?!0)/, '+31');
