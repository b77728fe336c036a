package org.qibroker.architecture.planted.booking;

/** Planted: a front end that passes the façade by. */
class OrderPages {
    private final OrderRepository repository = new OrderRepository();

    @Override
    public String toString() {
        return repository.toString();
    }
}
