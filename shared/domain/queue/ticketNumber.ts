/** `A001`; after A999 the number grows (A1000): nobody is sent away for want of a digit. Domain §15.1. */
export const ticketNumber = (group: string, serial: number): string => `${group}${String(serial).padStart(3, '0')}`
