/** The revision of the Open Job Description specification that this package implements. */
export const SPECIFICATION_REVISION = '2023-09';
