package org.qibroker.account.operator;

/**
 * An account that was added.
 *
 * @param link by which its owner sets a password, told this once; good for seven days
 * @param mailed whether a mail with it is on its way
 */
public record Added(ManagedUser user, String link, boolean mailed) {
    @Override
    public String toString() {
        return "Added[" + user.id() + "]";
    }
}
