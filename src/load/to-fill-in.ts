/** How words begin that stand in the place of what is not known yet, such as an imported table’s source. */
export const TO_FILL_IN = 'TO FILL IN'
