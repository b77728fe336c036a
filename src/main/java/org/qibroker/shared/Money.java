package org.qibroker.shared;

/**
 * An amount of money.
 *
 * @param amount in the smallest unit of the currency, fen for CNY
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {
    /** Checks the currency's form. */
    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code, was " + currency);
        }
    }

    /** So many fen. */
    public static Money fen(long amount) {
        return new Money(amount, "CNY");
    }

    /** So many times this. */
    public Money times(long pieces) {
        return new Money(Math.multiplyExact(amount, pieces), currency);
    }
}
