/** Version of the package; a test keeps it equal to that in package.json. */
export const version = '1.1.0';
