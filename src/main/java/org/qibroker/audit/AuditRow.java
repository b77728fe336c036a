package org.qibroker.audit;

/**
 * An entry as a page shows it.
 *
 * @param organisation for whom it was done, "" if for none
 */
public record AuditRow(AuditEntry entry, String organisation) {}
