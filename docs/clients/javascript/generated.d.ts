/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Stable codes of refusals. */
export type ErrorCode =
  | 'APPROVER_CONFLICT'
  | 'BUDGET_EXCEEDED'
  | 'FORBIDDEN'
  | 'INSUFFICIENT_STOCK'
  | 'INVALID'
  | 'KEY_REUSED'
  | 'NOT_FOUND'
  | 'PAYMENT_DECLINED'
  | 'PERIOD_LOCKED'
  | 'SAME_PERSON'
  | 'STATE_NOT_ALLOWED'
  | 'USE_NOT_PERMITTED'
  | 'VERSION_STALE'
  | 'WEIGHT_OUT_OF_TOLERANCE'
  | 'WINDOW_CLOSED';

/** JIN 斤 = 0.5 kg, LIANG 两 = 0.05 kg; boxes and bags count as pieces. */
export type MeasureUnitCode =
  | 'BAG'
  | 'BOX'
  | 'G'
  | 'JIN'
  | 'KG'
  | 'L'
  | 'LIANG'
  | 'ML'
  | 'PIECE';

export type OrderLineInput = {
  offerId: string;
  quantity: QuantityInput;
};

export type PurchaseListSaveInput = {
  /** Needed with listId. */
  expectedVersion?: number | null | undefined;
  idempotencyKey: string;
  /** How much is usual of each. */
  lines: Array<OrderLineInput>;
  /** A new one when left out. */
  listId?: string | null | undefined;
  name: string;
  unitId: string;
};

/** A quantity in any unit of the right dimension. */
export type QuantityInput = {
  unit: MeasureUnitCode;
  value: string;
};

export type GoodsQueryVariables = Exact<{
  text?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type GoodsQuery = { products: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, producer: { village: { name: string } | null }, variants: Array<{ specification: string, offers: Array<{ id: string, price: { amount: string, per: { code: MeasureUnitCode, name: string } }, minimum: { value: string, unit: { code: MeasureUnitCode } } }> }> }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { viewer: { name: string, units: Array<{ id: string, name: string }> } | null };

export type SaveListMutationVariables = Exact<{
  input: PurchaseListSaveInput;
}>;


export type SaveListMutation = { purchaseListSave: { replayed: boolean, list: { id: string, name: string } | null, errors: Array<
      | { code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
      | { code: ErrorCode, message: string, path: Array<string> | null }
    > } };
