package org.qibroker.audit;

/**
 * An entry with its words in the reader's language.
 *
 * @param organisation for whom it was done, "" if for none
 * @param said what happened
 * @param kind to what kind of thing
 */
public record AuditRow(AuditEntry entry, String organisation, String said, String kind) {}
