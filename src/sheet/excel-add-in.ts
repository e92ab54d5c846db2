import type { AllocationTable } from '../load/table.js'
import { VERSION } from '../version.js'
import { carriedText, carries } from './apps-script.js'
import { carriedOf } from './carried.js'
import { DESCRIBED, PARAMETERS } from './described.js'

/** The files of an Excel add-in with custom functions, by name. They are put where a web server gives them out. */
export interface ExcelAddIn {
  /** The functions: one script that needs nothing but Excel’s `CustomFunctions`. */
  readonly 'functions.js': string
  /** What they are called, take and give, as Excel reads it. */
  readonly 'functions.json': string
  /** The page that Excel opens, unseen, to run them. */
  readonly 'functions.html': string
  /** What Excel is given to know the add-in by. */
  readonly 'manifest.xml': string
}

/** Stands before each function in a formula: `=SEND.RAS_TOTAL(…)`. */
const NAMESPACE = 'SEND'

/** Where the files are, until somebody who has a web server writes their own address. */
export const PLACEHOLDER = 'https://example.org/send-ras'

/**
 * The files of an Excel add-in whose functions know these tables. `library` as for `appsScript`; `address` is where the
 * files will be, without a slash at its end, and `id` names the add-in among all of an organisation, as a UUID. The same
 * input gives the same bytes.
 *
 * @throws TypeError when a table was not loaded. RangeError when the address is not https, or the id is no UUID.
 * @example excelAddIn(library, [norfolk], { address: 'https://example.org/ras', id })['functions.json']
 */
export function excelAddIn(
  library: string,
  tables: readonly AllocationTable[],
  { address, id }: { readonly address: string; readonly id: string },
): ExcelAddIn {
  if (!/^https:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[A-Za-z0-9._~-]+)*$/.test(address))
    throw new RangeError('The address begins with https:// and ends without a slash.')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new RangeError('The id is no UUID in small letters.')
  return {
    'functions.js': script(library, tables),
    'functions.json': metadata(),
    'functions.html': PAGE,
    'manifest.xml': manifest(address, id),
  }
}

/** What a function is called inside an add-in: letters and digits only, and never changed. */
function idOf(name: string): string {
  return name.replaceAll('_', '')
}

function script(library: string, tables: readonly AllocationTable[]): string {
  return [
    `// send-ras ${VERSION}: custom functions for Excel. They read and send nothing but the cells they are given.`,
    ...carries(tables),
    ';(function () {',
    library.trimEnd(),
    `var made = ras.excelFunctions(${carriedText(tables.map(carriedOf))})`,
    ...DESCRIBED.map(({ name }) => `CustomFunctions.associate('${idOf(name)}', made.${name})`),
    '})()',
    '',
  ].join('\n')
}

function metadata(): string {
  const functions = DESCRIBED.map(({ name, does }) => ({
    id: idOf(name),
    name,
    description: does,
    parameters: PARAMETERS.map((one) => ({
      name: one.name,
      description: one.is,
      // As text a blank cell is empty; as `any`, some versions of Excel pass it as 0.
      type: 'string',
      dimensionality: 'matrix',
    })),
    result: { type: 'any', dimensionality: 'matrix' },
  }))
  const schema = 'https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json'
  return `${JSON.stringify({ $schema: schema, functions }, null, 2)}\n`
}

const PAGE = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>send-ras custom functions</title>
    <script src="https://appsforoffice.microsoft.com/lib/1/hosted/custom-functions-runtime.js"></script>
    <script src="functions.js"></script>
  </head>
  <body></body>
</html>
`

function manifest(address: string, id: string): string {
  const url = (file: string) => `${address}/${file}`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>${VERSION}.0</Version>
  <ProviderName>send-ras</ProviderName>
  <DefaultLocale>en-GB</DefaultLocale>
  <DisplayName DefaultValue="send-ras"/>
  <Description DefaultValue="Likely amounts from published allocation tables"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <DefaultSettings>
    <SourceLocation DefaultValue="${url('functions.html')}"/>
  </DefaultSettings>
  <Permissions>ReadDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="script"/>
            </Script>
            <Page>
              <SourceLocation resid="page"/>
            </Page>
            <Metadata>
              <SourceLocation resid="metadata"/>
            </Metadata>
            <Namespace resid="namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
      </Host>
    </Hosts>
    <Resources>
      <bt:Urls>
        <bt:Url id="script" DefaultValue="${url('functions.js')}"/>
        <bt:Url id="page" DefaultValue="${url('functions.html')}"/>
        <bt:Url id="metadata" DefaultValue="${url('functions.json')}"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="namespace" DefaultValue="${NAMESPACE}"/>
      </bt:ShortStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`
}
