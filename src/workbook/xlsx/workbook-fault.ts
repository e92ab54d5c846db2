/** Why a file cannot be read as a workbook, or not that sheet of it. */
export type WorkbookFault =
  | { readonly is: 'no-workbook' }
  | { readonly is: 'password' }
  | { readonly is: 'old' }
  | { readonly is: 'broken'; readonly detail: string }
  | { readonly is: 'too-large'; readonly mebibytes: number }
  | { readonly is: 'no-such-sheet'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly is: 'which-sheet'; readonly sheets: readonly string[] }

/** A fault in words that go on after the name of the file: what is wrong, and how to mend it. */
export function workbookWords(fault: WorkbookFault): string {
  switch (fault.is) {
    case 'no-workbook':
      return 'is not an Excel workbook (.xlsx). Save it as “Excel Workbook (.xlsx)”, or as “CSV UTF-8” under a name that ends in .csv.'
    case 'password':
      return 'is protected by a password. Take the password off, and save it again.'
    case 'old':
      return 'is a workbook of the old kind (.xls). Save it as “Excel Workbook (.xlsx)”.'
    case 'broken':
      return `is damaged, or not an Excel workbook (.xlsx): ${fault.detail}. Open it in a spreadsheet and save it as “Excel Workbook (.xlsx)”.`
    case 'too-large':
      return `is too large: unpacked it would take more than ${fault.mebibytes} MiB. Save the sheet alone, as “CSV UTF-8”.`
    case 'no-such-sheet':
      return `has no sheet called “${fault.sheet}”. It has ${listed(fault.sheets)}.`
    case 'which-sheet':
      return fault.sheets.length === 0
        ? 'has no sheet that is shown.'
        : `has several sheets: ${listed(fault.sheets)}. Say which one with --sheet.`
  }
}

function listed(sheets: readonly string[]): string {
  return sheets.length === 0 ? 'no sheet' : sheets.map((sheet) => `“${sheet}”`).join(', ')
}
