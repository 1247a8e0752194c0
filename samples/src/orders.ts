// The data access that samples/node-to-go-rfc.md links to.
import type { Pool } from 'pg';

export interface OrderView {
  readonly id: string;
  readonly total: number;
  readonly customer: string;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}

/** The orders of one shop for the back office, newest first. */
export async function listOrders(db: Pool, shop: string, limit = 200): Promise<OrderView[]> {
  const orders = await db.query('SELECT id, total, customer_id FROM orders WHERE shop = $1 ORDER BY created DESC LIMIT $2', [shop, limit]);
  const views: OrderView[] = [];
  for (const order of orders.rows) {
    const customer = await db.query('SELECT name FROM customers WHERE id = $1', [order.customer_id]);
    const items = await db.query('SELECT sku, quantity FROM items WHERE order_id = $1', [order.id]);
    views.push({ id: order.id, total: order.total, customer: customer.rows[0].name, items: items.rows });
  }
  return views;
}

/** Orders that share a customer with an earlier one. */
export function repeatOrders(orders: readonly OrderView[]): OrderView[] {
  return orders.filter((order, i) => orders.findIndex((other) => other.customer === order.customer) < i);
}
