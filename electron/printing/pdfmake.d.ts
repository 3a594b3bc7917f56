/**
 * The part of pdfmake that the PDF worker uses. The published types bring the whole DOM into the compile of main, and
 * they leave the virtual file system of the server side out.
 */
declare module 'pdfmake/js/index.js' {
  namespace pdfmake {
    interface TableLayout {
      readonly hLineWidth: (line: number) => number
      readonly vLineWidth: () => number
      readonly paddingLeft: () => number
      readonly paddingRight: () => number
      readonly paddingTop: () => number
      readonly paddingBottom: () => number
    }

    /** pdfmake writes into what it is given. */
    interface DocumentDefinition {
      content: unknown[]
      pageSize: unknown
      pageMargins: number[]
      defaultStyle: object
      info: Record<string, unknown>
      language: string
      header?: (page: number, pages: number) => unknown
      footer?: (page: number, pages: number) => unknown
    }

    interface PdfMake {
      readonly virtualfs: { writeFileSync(name: string, content: Buffer): void }
      setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void
      setTableLayouts(layouts: Readonly<Record<string, TableLayout>>): void
      setUrlAccessPolicy(allowed: (url: string) => boolean): void
      setLocalAccessPolicy(allowed: (path: string) => boolean): void
      createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> }
    }
  }

  const pdfmake: pdfmake.PdfMake
  export = pdfmake
}
