// As much of the peers' types as is used here, so that the types are checked whether they are installed or not.

declare module 'json-rules-engine' {
  interface Event<Params> {
    readonly type: string
    readonly params?: Params
  }
  interface RuleProperties {
    readonly conditions: { readonly all: readonly { fact: string; operator: string; value: unknown }[] }
    readonly event: Event<object>
  }
  class Engine {
    constructor(rules: readonly RuleProperties[])
    addOperator<Fact, Value>(name: string, test: (fact: Fact, value: Value) => boolean): void
    run<Params>(facts: Readonly<Record<string, unknown>>): Promise<{ events: readonly Event<Params>[] }>
  }
}

declare module '@gorules/zen-engine' {
  class ZenDecisionContent {
    constructor(content: object)
  }
  class ZenEngine {
    createDecision(content: ZenDecisionContent): {
      evaluate(context: object): Promise<{ readonly result: unknown }>
    }
  }
}

declare module 'publicodes' {
  interface Options {
    readonly warn?: boolean
    readonly flag?: { readonly automaticNamespaceDisabling?: boolean }
  }
  export default class Engine {
    constructor(rules: Readonly<Record<string, unknown>>, options?: Options)
    setSituation(situation: Readonly<Record<string, string | number>>): this
    evaluate(expression: string): { readonly nodeValue: number | string | boolean | null | undefined }
  }
}
